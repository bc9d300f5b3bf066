/* SPDX-License-Identifier: MIT */
#include "metrics/status.h"

#include "base/phrase.h"
#include "base/text.h"

#include <assert.h>

struct wording {
    const char *code;
    enum phrase word;
    const char *letter;
};

/* Letters differ, so that a grey copy of a table tells all statuses apart. */
static const struct wording WORDINGS[STATUS_COUNT] = {
    [STATUS_NONE] = {"none", PHRASE_STATUS_NONE, "."},
    [STATUS_MET] = {"met", PHRASE_STATUS_MET, "M"},
    [STATUS_PARTLY] = {"partly_met", PHRASE_STATUS_PARTLY, "P"},
    [STATUS_NOT_MET] = {"not_met", PHRASE_STATUS_NOT_MET, "N"},
    [STATUS_NO_EVIDENCE] = {"no_evidence", PHRASE_STATUS_NO_EVIDENCE, "I"},
    [STATUS_EXEMPT] = {"exempt", PHRASE_STATUS_EXEMPT, "X"},
    [STATUS_NOT_APPLICABLE] = {"not_applicable", PHRASE_STATUS_NOT_APPLICABLE, "-"},
    [STATUS_NOT_MEASURED] = {"not_measured", PHRASE_STATUS_NOT_MEASURED, "U"},
    [STATUS_NOT_REPORTING] = {"not_reporting", PHRASE_STATUS_NOT_REPORTING, "R"},
    [STATUS_NEW] = {"new", PHRASE_STATUS_NEW, "W"},
    [STATUS_ADOPTED] = {"adopted", PHRASE_STATUS_ADOPTED, "A"},
    [STATUS_NOT_ADOPTED] = {"not_adopted", PHRASE_STATUS_NOT_ADOPTED, "Y"},
};

static const struct wording *wording(enum status status)
{
    assert((unsigned)status < STATUS_COUNT);
    return &WORDINGS[status];
}

bool status_is_met(enum status status)
{
    return status == STATUS_MET || status == STATUS_ADOPTED;
}

bool status_is_judged(enum status status)
{
    return status_is_met(status) || status == STATUS_PARTLY || status == STATUS_NOT_MET ||
           status == STATUS_NO_EVIDENCE || status == STATUS_NOT_ADOPTED;
}

const char *status_code(enum status status)
{
    return wording(status)->code;
}

enum status status_from_code(const char *code)
{
    int status = 0;
    while (status < STATUS_COUNT && !text_equal(code, WORDINGS[status].code))
        status++;
    return (enum status)status;
}

const char *status_word(enum status status)
{
    return phrase(wording(status)->word);
}

const char *status_letter(enum status status)
{
    return wording(status)->letter;
}
