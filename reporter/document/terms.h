/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TERMS_H
#define DOCUMENT_TERMS_H

/** Single words of tables, in the language of the run. */

#include <stdbool.h>
#include <stddef.h>

struct build;

/** The name of one of the method's bands. */
const char *term_band(const struct build *build, size_t band);

const char *term_yes(bool yes); /* "yes" or "no" */

#endif
