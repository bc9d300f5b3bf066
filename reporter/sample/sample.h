/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SAMPLE_H
#define SAMPLE_SAMPLE_H

/**
 * A database of fictional agencies, accounts and messages over nine quarters, plausible enough to
 * try every report on. Nobody in it exists. The same number and seed give the same bytes.
 *
 * Each agency keeps its duties well or badly, or comes to do so, and sends its return in the last
 * days of the quarter; nothing is recorded after the last quarter's end but a few late returns. The
 * first agencies are always the same cast (in a sample of fewer than fourteen, its first ones):
 *
 *     DEX   good; five accounts, of which dex-facebook alone now has an address at gmail.example
 *     DTW   failing: in the last quarter a violation still up, an unconsented disclosure, a
 *           discovery, a personnel case, and the sample's one impossible incident (contained before
 *           it was detected); at the end of each of the last five quarters a violation of another
 *           category still up
 *     NIRA  improving; attached to DEX and sharing its last account with it
 *     LBTC  worsening
 *     OTK   tiny: one account, a handful of messages
 *     DWV   huge: 64 accounts, thousands of posts
 *     CKC   silent in the last quarter: no return
 *     BKT   created in the last quarter; attached to DWV and sharing an account with it
 *     PSQB  merged into PSQA in the last quarter
 *     PSQA  its successor
 *     ICLB  with a name of 70 characters
 *     BSM   an encouraged body: a local government, which has adopted the Order
 *     SBK   told on purpose (story.h): it fails four quarters before the end, contests a finding,
 *           mends another, and is merged into SBN in the last quarter
 *     SBN   its successor, to which its accounts go
 *
 * A sample of twelve and more also has three messages to "MIST", which is in no register; one of
 * 26 has every class, two class words that no method knows (RAINWATER, TASKFORCE) and one agency
 * without a class; one of 300 has all regions, and in it every control meets every outcome.
 */

#include <stdbool.h>
#include <stdint.h>

struct error;

struct sample_options {
    int64_t agencies; /* 1 to 50,000 */
    uint64_t seed;
    int32_t period; /* the last of the nine quarters; from 2018-Q1 */
    const char *contract_path;
};

bool sample_write(const char *path, const struct sample_options *options, struct error *err);

#endif
