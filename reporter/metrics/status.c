/* SPDX-License-Identifier: MIT */
#include "metrics/status.h"

#include "base/text.h"

#include <assert.h>

struct wording {
    const char *code;
    const char *word;
    const char *letter;
};

/* Letters differ, so that a grey copy of a table tells all statuses apart. */
static const struct wording WORDINGS[STATUS_COUNT] = {
    [STATUS_NONE] = {"none", "no such body then", "."},
    [STATUS_MET] = {"met", "met", "M"},
    [STATUS_PARTLY] = {"partly_met", "partly met", "P"},
    [STATUS_NOT_MET] = {"not_met", "not met", "N"},
    [STATUS_NO_EVIDENCE] = {"no_evidence", "no evidence", "I"},
    [STATUS_EXEMPT] = {"exempt", "exempt", "X"},
    [STATUS_NOT_APPLICABLE] = {"not_applicable", "not applicable", "-"},
    [STATUS_NOT_MEASURED] = {"not_measured", "not measured", "U"},
    [STATUS_NOT_REPORTING] = {"not_reporting", "not reporting", "R"},
    [STATUS_NEW] = {"new", "new", "W"},
    [STATUS_ADOPTED] = {"adopted", "adopted", "A"},
    [STATUS_NOT_ADOPTED] = {"not_adopted", "not yet adopted", "Y"},
};

static const struct wording *wording(enum status status)
{
    assert((unsigned)status < STATUS_COUNT);
    return &WORDINGS[status];
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
    return wording(status)->word;
}

const char *status_letter(enum status status)
{
    return wording(status)->letter;
}
