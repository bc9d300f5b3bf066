/* SPDX-License-Identifier: MIT */
#include "document/terms.h"

#include "base/phrase.h"
#include "document/build.h"

const char *term_band(const struct build *build, size_t band)
{
    return language_text(build->results->method->bands[band].name);
}

const char *term_yes(bool yes)
{
    return phrase(yes ? PHRASE_YES : PHRASE_NO);
}
