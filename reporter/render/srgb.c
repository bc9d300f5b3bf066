/* SPDX-License-Identifier: MIT */
#include "render/srgb.h"

#include "base/arena.h"
#include "base/text.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#define HEADER_SIZE 128
#define ENTRY_SIZE 12
#define CURVE_POINTS 256
#define DESCRIPTION "sRGB"
#define COPYRIGHT "No copyright, use freely"

static void number(struct text *text, uint32_t value, int bytes)
{
    while (bytes-- > 0) {
        char byte = (char)(value >> 8 * bytes & 0xFF);
        text_append_bytes(text, &byte, 1);
    }
}

static void zeros(struct text *text, size_t count)
{
    while (count-- > 0)
        number(text, 0, 1);
}

static void words(struct text *text, const char *string)
{
    text_append(text, string);
    zeros(text, 1);
}

/* Fixed point with 16 bits behind the point. */
static void xyz(struct text *text, const double values[3])
{
    for (size_t i = 0; i < 3; i++)
        number(text, (uint32_t)lround(values[i] * 65536), 4);
}

static const double WHITE[3] = {0.9642, 1.0, 0.8249}; /* D50, to which profiles refer */

static void header(struct text *text, uint32_t size)
{
    number(text, size, 4);
    zeros(text, 4);
    number(text, 0x02100000, 4); /* version 2.1 */
    text_append(text, "mntrRGB XYZ ");
    number(text, 1999, 2); /* IEC 61966-2-1 is of 1999 */
    number(text, 10, 2);
    number(text, 1, 2);
    zeros(text, 6);
    text_append(text, "acsp");
    zeros(text, 28);
    xyz(text, WHITE);
    zeros(text, HEADER_SIZE - 80);
}

/* A name in ASCII, and none in the two other scripts that the type has room for. */
static void put_description(struct text *text)
{
    text_append(text, "desc");
    zeros(text, 4);
    number(text, sizeof DESCRIPTION, 4);
    words(text, DESCRIPTION);
    zeros(text, 4 + 4 + 2 + 1 + 67);
}

static void put_copyright(struct text *text)
{
    text_append(text, "text");
    zeros(text, 4);
    words(text, COPYRIGHT);
}

static void put_colour(struct text *text, const double values[3])
{
    text_append(text, "XYZ ");
    zeros(text, 4);
    xyz(text, values);
}

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static void put_curve(struct text *text)
{
    text_append(text, "curv");
    zeros(text, 4);
    number(text, CURVE_POINTS, 4);
    for (int i = 0; i < CURVE_POINTS; i++)
        number(text, (uint32_t)lround(linear(i / (CURVE_POINTS - 1.0)) * 65535), 2);
}

struct part {
    const char *tags; /* four letters each: several share one curve */
    size_t begin, size;
};

static void begin(struct part *part, const char *tags, const struct text *data)
{
    part->tags = tags;
    part->begin = data->length;
}

/* Parts begin at multiples of four. */
static void end(struct part *part, struct text *data)
{
    part->size = data->length - part->begin;
    zeros(data, (4 - data->length % 4) % 4);
}

/* The primaries, as seen in the light of D50. */
static size_t put_parts(struct part *parts, struct text *data)
{
    static const struct {
        const char *tag;
        double values[3];
    } colours[] = {{"wtpt", {0.9642, 1.0, 0.8249}},
                   {"rXYZ", {0.43607, 0.22249, 0.01392}},
                   {"gXYZ", {0.38515, 0.71687, 0.09708}},
                   {"bXYZ", {0.14307, 0.06061, 0.71410}}};
    size_t count = 0;

    begin(&parts[count], "desc", data);
    put_description(data);
    end(&parts[count++], data);
    begin(&parts[count], "cprt", data);
    put_copyright(data);
    end(&parts[count++], data);
    for (size_t i = 0; i < ARRAY_LENGTH(colours); i++) {
        begin(&parts[count], colours[i].tag, data);
        put_colour(data, colours[i].values);
        end(&parts[count++], data);
    }
    begin(&parts[count], "rTRCgTRCbTRC", data);
    put_curve(data);
    end(&parts[count++], data);
    return count;
}

#define PARTS 7
#define TAGS 9

static void put_table(struct text *text, const struct part *parts, size_t count)
{
    size_t start = HEADER_SIZE + 4 + TAGS * ENTRY_SIZE;

    number(text, TAGS, 4);
    for (size_t i = 0; i < count; i++)
        for (const char *tag = parts[i].tags; *tag; tag += 4) {
            text_append_bytes(text, tag, 4);
            number(text, (uint32_t)(start + parts[i].begin), 4);
            number(text, (uint32_t)parts[i].size, 4);
        }
}

void srgb_profile(struct text *profile)
{
    struct text data = {0};
    struct part parts[PARTS] = {{0}};
    size_t count = put_parts(parts, &data);

    header(profile, (uint32_t)(HEADER_SIZE + 4 + TAGS * ENTRY_SIZE + data.length));
    put_table(profile, parts, count);
    text_append_bytes(profile, data.data, data.length);
    text_finish(&data);
}
