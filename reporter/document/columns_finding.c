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
            return control->reasons[i].sentence;
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
    return cell_text(control_of(build, row)->fix);
}

static struct cell kind(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->finding->finding.outcome == OUTCOME_NO_EVIDENCE ? "no evidence"
                                                                          : "not met");
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
    return cell_text(row->finding->stayed ? "open before" : "new");
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
    {"reference", "Reference", UNIT_TEXT, 0, ROW_FINDING, reference, "of the finding"},
    {"label", "Item", UNIT_TEXT, 0, ROW_FINDING, label, "which account, post, policy"},
    {"reason", "What is wrong", UNIT_TEXT, 0, ROW_FINDING, reason, "in a sentence"},
    {"fix", "How to mend it", UNIT_TEXT, 0, ROW_FINDING, fix, "in a sentence"},
    {"outcome", "Outcome", UNIT_TEXT, 0, ROW_FINDING, kind, "not met or no evidence"},
    {"told", "Told on", UNIT_DATE, 0, ROW_FINDING, told_on, "by the first edition"},
    {"due", "Due", UNIT_DATE, 0, ROW_FINDING, due_on, "by when it is to be mended"},
    {"overdue", "Days overdue", UNIT_COUNT, 0, ROW_FINDING, days_overdue, "on the as-of day"},
    {"open", "Open", UNIT_COUNT, 0, ROW_FINDING, open_count, "findings of the same control"},
    {"since", "Since", UNIT_TEXT, 0, ROW_FINDING, since, "new, or open before"},
    {0},
};
