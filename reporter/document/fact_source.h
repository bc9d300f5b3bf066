/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_FACT_SOURCE_H
#define DOCUMENT_FACT_SOURCE_H

/** Inside of document/: facts of fixed names, in tables. To add one: an entry in a fact*.c. */

#include "document/document.h"

struct build;

/** What a fact is of: the run, the agency of the report, and whether it judges all controls. */
enum fact_of { FACT_RUN = 0, FACT_AGENCY = 1, FACT_ALL_CONTROLS = 2 };

struct fact_source {
    const char *name;
    unsigned of; /* of enum fact_of */
    enum column_unit unit;
    int decimals;
    struct cell (*cell)(const struct build *build);
    const char *help;
};

extern const struct fact_source JUDGING_FACTS[], CHANGE_FACTS[]; /* name NULL ends it */

#endif
