/* SPDX-License-Identifier: MIT */
#include "render/png.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "draw/display.h"
#include "render/pdf.h"
#include "render/replay.h"

#include <assert.h>
#include <math.h>
#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PIXELS 30000            /* on a side; Cairo ends at 32767 */
#define MOST_READ ((size_t)16000000) /* pixels */
#define CHANNELS ((size_t)3)

/* Cairo's pixels are 32-bit words 0xAARRGGBB of the machine; an opaque picture needs no alpha. */
static uint8_t *pack_pixels(cairo_surface_t *surface, size_t width, size_t height)
{
    const unsigned char *rows = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    size_t capacity = 0;
    uint8_t *pixels = vector_grow(NULL, width * height * CHANNELS, &capacity, 1);
    uint8_t *to = pixels;

    for (size_t y = 0; y < height; y++) {
        for (size_t x = 0; x < width; x++) {
            uint32_t pixel;
            memcpy(&pixel, rows + y * stride + x * sizeof pixel, sizeof pixel);
            *to++ = (uint8_t)(pixel >> 16 & 0xFF);
            *to++ = (uint8_t)(pixel >> 8 & 0xFF);
            *to++ = (uint8_t)(pixel & 0xFF);
        }
    }
    return pixels;
}

/* Cairo's own PNG writer takes three times as long: it filters every row and compresses at its
 * best. */
static bool encode(cairo_surface_t *surface, struct text *bytes, struct error *err)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION,
        .width = (png_uint_32)cairo_image_surface_get_width(surface),
        .height = (png_uint_32)cairo_image_surface_get_height(surface),
        .format = PNG_FORMAT_RGB,
        .flags = PNG_IMAGE_FLAG_FAST,
    };
    uint8_t *pixels = pack_pixels(surface, image.width, image.height);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    size_t capacity = 0;
    char *memory = vector_grow(NULL, size, &capacity, 1);
    bool done = png_image_write_to_memory(&image, memory, &size, 0, pixels, 0, NULL) != 0;

    if (done)
        text_append_bytes(bytes, memory, size);
    else
        error_set(err, ERROR_INTERNAL, "a PNG cannot be written: %s", image.message);
    png_image_free(&image);
    free(memory);
    free(pixels);
    return done;
}

static bool draw(const struct display *display, int page, double scale, cairo_surface_t *surface,
                 struct error *err)
{
    struct replay replay;
    cairo_t *cr = cairo_create(surface);

    cairo_scale(cr, scale, scale);
    replay_init(&replay, display);
    bool drawn = replay_page(&replay, page, cr, err);
    replay_finish(&replay);
    if (drawn && cairo_status(cr) != CAIRO_STATUS_SUCCESS)
        drawn = error_set(err, ERROR_INTERNAL, "page %d cannot be drawn: %s", page + 1,
                          cairo_status_to_string(cairo_status(cr)));
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return drawn;
}

bool png_render(const struct display *display, int page, double scale, struct text *ret_bytes,
                struct error *err)
{
    assert(page >= 0 && (size_t)page < display->page_count && scale > 0);
    double width = ceil(display->pages[page].width * scale);
    double height = ceil(display->pages[page].height * scale);

    text_clear(ret_bytes);
    if (width > MOST_PIXELS || height > MOST_PIXELS)
        return error_set(err, ERROR_INTERNAL, "a picture of %.0f by %.0f pixels is too large",
                         width, height);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    bool done = draw(display, page, scale, surface, err) && encode(surface, ret_bytes, err);
    cairo_surface_destroy(surface);
    return done;
}

bool png_inspect(const char *bytes, size_t length, int *ret_width, int *ret_height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes, length))
        return false;
    *ret_width = (int)image.width;
    *ret_height = (int)image.height;
    if (image.width > MOST_PIXELS || image.height > MOST_PIXELS ||
        (size_t)image.width * image.height > MOST_READ) {
        png_image_free(&image);
        return image.width > 0; /* the caller tells that it is too large */
    }
    image.format = PNG_FORMAT_RGBA;
    size_t capacity = 0;
    char *pixels = vector_grow(NULL, PNG_IMAGE_SIZE(image), &capacity, 1);
    bool read = png_image_finish_read(&image, NULL, pixels, 0, NULL) != 0;
    png_image_free(&image);
    free(pixels);
    return read;
}
