/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_CODES_H
#define SAMPLE_CODES_H

/** Keys derived from an agency's code. */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct body;

const char *code_lower(struct arena *arena, const char *code);
/** The platforms in turn, and the account on it: "dex-facebook", "dex-facebook-2". */
const char *code_platform(size_t number);
const char *code_account(struct arena *arena, const char *code, size_t number);

const char *code_domain(struct arena *arena, const char *code); /* dex.example.ph */

/** The campaign of an agency in a quarter, and whether there is one. */
const char *code_campaign(struct arena *arena, const char *code, int quarter);
bool code_has_campaign(const struct body *body, int quarter);

#endif
