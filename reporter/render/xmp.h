/* SPDX-License-Identifier: MIT */
#ifndef RENDER_XMP_H
#define RENDER_XMP_H

/** A PDF's metadata as XMP: what Info says as well, and the standards that the file keeps. */

struct pdf_info;
struct text;

#define XMP_CREATOR "Ulat"

/** The libraries that shaped the file, with their versions. */
void xmp_producer(struct text *text);

/** PDF/UA-1 and PDF/A-2a; PDF/A-3a where files are attached. */
void xmp_write(const struct pdf_info *info, struct text *text);

#endif
