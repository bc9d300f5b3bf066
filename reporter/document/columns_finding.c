/* SPDX-License-Identifier: MIT */

/* Columns about an open finding: what is wrong with which item, who mends it, by when. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"

#include <string.h>

static const struct control *control_of(const struct build *build, const struct row *row)
{
    return build->results->controls[row->finding->finding.control];
}

static struct cell reference(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->finding->reference);
}

static struct cell label(const struct build *build, const struct row *row)
{
    const char *label = row->finding->finding.label;
    return cell_text(text_clean(build->arena, label, strlen(label), NULL));
}

static const char *sentence_of(const struct control *control, const char *code)
{
    for (size_t i = 0; code && i < control->reason_count; i++)
        if (strcmp(control->reasons[i].code, code) == 0)
            return language_text(control->reasons[i].sentence);
    return code;
}

/** The reason's sentence with its {{detail}} filled in. */
static struct cell reason(const struct build *build, const struct row *row)
{
    static const char SLOT[] = "{{detail}}";
    const struct finding *finding = &row->finding->finding;
    const char *sentence = sentence_of(control_of(build, row), finding->reason);
    const char *slot = sentence ? strstr(sentence, SLOT) : NULL;
    if (!slot)
        return cell_text(sentence);
    const char *detail = finding->detail ? finding->detail : "";
    return cell_text(arena_printf(build->arena, "%.*s%s%s", (int)(slot - sentence), sentence,
                                  text_clean(build->arena, detail, strlen(detail), NULL),
                                  slot + strlen(SLOT)));
}

static struct cell fix(const struct build *build, const struct row *row)
{
    return cell_text(language_text(control_of(build, row)->fix));
}

static struct cell kind(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(status_word(row->finding->finding.outcome == OUTCOME_NO_EVIDENCE
                                     ? STATUS_NO_EVIDENCE
                                     : STATUS_NOT_MET));
}

static struct cell told_on(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_date(row->finding->told_on);
}

static struct cell due_on(const struct build *build, const struct row *row)
{
    (void)build;
    return row->finding->has_due ? cell_date(row->finding->due_on)
                                 : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell days_overdue(const struct build *build, const struct row *row)
{
    if (!row->finding->has_due)
        return cell_marked(CELL_NOT_APPLICABLE);
    return cell_count(row->finding->overdue ? build->results->as_of - row->finding->due_on : 0);
}

static struct cell since(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->finding->stayed ? phrase(PHRASE_SINCE_BEFORE) : phrase(PHRASE_SINCE_NEW));
}

/** Open findings of the same control. */
static struct cell open_count(const struct build *build, const struct row *row)
{
    int64_t count = 0;
    for (size_t i = 0; i < build->open.count; i++)
        count += build->open.items[i].finding.control == row->finding->finding.control;
    return cell_count(count);
}

const struct row_column FINDING_COLUMNS[] = {
    {"reference", PHRASE_COLUMN_REFERENCE, UNIT_TEXT, 0, ROW_FINDING, reference, "of the finding"},
    {"label", PHRASE_COLUMN_LABEL, UNIT_TEXT, 0, ROW_FINDING, label, "which account, post, policy"},
    {"reason", PHRASE_COLUMN_REASON, UNIT_TEXT, 0, ROW_FINDING, reason, "in a sentence"},
    {"fix", PHRASE_COLUMN_FIX, UNIT_TEXT, 0, ROW_FINDING, fix, "in a sentence"},
    {"outcome", PHRASE_COLUMN_OUTCOME, UNIT_TEXT, 0, ROW_FINDING, kind, "not met or no evidence"},
    {"told", PHRASE_COLUMN_TOLD, UNIT_DATE, 0, ROW_FINDING, told_on, "by the first edition"},
    {"due", PHRASE_COLUMN_DUE, UNIT_DATE, 0, ROW_FINDING, due_on, "by when it is to be mended"},
    {"overdue", PHRASE_COLUMN_OVERDUE, UNIT_COUNT, 0, ROW_FINDING, days_overdue,
     "on the as-of day"},
    {"open", PHRASE_COLUMN_OPEN, UNIT_COUNT, 0, ROW_FINDING, open_count,
     "findings of the same control"},
    {"since", PHRASE_COLUMN_SINCE, UNIT_TEXT, 0, ROW_FINDING, since, "new, or open before"},
    {0},
};
