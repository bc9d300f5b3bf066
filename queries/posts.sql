/*
title: Posts, who published and approved them, what they are and how people engaged with them
judged: in period
item: post
controls:
  - id: PST-1
    title: Published by somebody authorised
    clause: >-
      Only the social media team, the legal office and the head of the agency publish on its
      accounts.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: authorised
    reason: author_reason
    reasons:
      not_recorded: Who published it is not recorded
      not_authorised: The author held no role that day in which one may publish on the account
    target: 100%
    weight: 3
    critical: yes
    remedy: 15 working days
    owner: Social Media Officer
    fix: Record the author's role and its days. Where the author had none, take the access away.
  - id: PST-2
    title: Author recorded
    clause: Who published a post is on record.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: author_recorded
    reason: recorded_reason
    reasons:
      not_recorded: Who published it is not recorded
    target: 100%
    weight: 1
    owner: Social Media Officer
    fix: Record who published the post, and have the log of each account kept from now on.
  - id: PST-3
    title: Approved before it was published
    clause: What the content plan does not let out without is approved before it is published.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: approved
    reason: approval_reason
    reasons:
      after: It was approved after it was published
      not_approved: No approval is recorded
      approver_not_recorded: Approved in time, but by whom is not recorded
      undated: Approved, but not when is recorded
    target: 100%
    weight: 2
    owner: Social Media Officer
    fix: >-
      Record who approved the post and when where that is missing; what was published without
      approval stays a finding. Have each post approved before it goes out.
  - id: CNT-4
    title: Within the allowable content
    clause: >-
      Accounts publish official statements and press releases, advisories and orders for the
      public, and original materials on the agency's functions and mandate.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: allowable
    reason: content_reason
    detail: outside
    reasons:
      outside: "{{detail}} is none of the kinds of content that the Order allows"
      not_classified: Of which kind of content it is was not recorded
    target: 100%
    weight: 2
    owner: Social Media Officer
    fix: Classify the post. Where it is of none of the kinds allowed, take it down.
measures:
  - id: posts-published
    title: Posts published
    clause: PUR-6
    basis: Order
    standing: proposed
    statistic: count
    by: {purpose: Purpose, category: Category}
    formula: Posts published in the quarter.
  - id: posts-transparency
    title: Statements and advisories among all posts
    clause: PUR-3
    basis: Order
    standing: proposed
    statistic: share
    of: transparency
    formula: >-
      Posts that are official statements or press releases, or advisories and orders, divided by
      all posts of the quarter.
  - id: posts-statements
    title: Official statements and press releases among all posts
    clause: CNT-1
    basis: Order
    standing: proposed
    statistic: share
    of: statement
    formula: >-
      Posts that are official statements or press releases, divided by all posts of the quarter.
  - id: posts-advisories
    title: Advisories and orders among all posts
    clause: CNT-2
    basis: Order
    standing: proposed
    statistic: share
    of: advisory
    formula: Posts that are advisories, circulars or orders, divided by all posts of the quarter.
  - id: posts-originals
    title: Original materials among all posts
    clause: CNT-3
    basis: Order
    standing: proposed
    statistic: share
    of: original
    formula: >-
      Posts that are original materials on the agency's functions and mandate, divided by all posts
      of the quarter.
  - id: posts-participatory
    title: Polls, consultations, questions and answers
    clause: PUR-4
    basis: Order
    standing: proposed
    statistic: count
    where: participatory
    by: {purpose: Purpose}
    within: posts-published
    formula: >-
      Posts of the quarter that are polls or consultations or that take questions and answer them.
  - id: participants
    title: Participants in polls, consultations, questions and answers
    clause: PUR-4
    basis: Order
    standing: proposed
    statistic: sum
    of: participants
    where: participatory
    unit-word: participants
    formula: >-
      Participants of the quarter's polls, consultations, questions and answers, added up over the
      posts of which they are known. Whoever took part in several counts in each.
  - id: engagement-rate
    title: Engagement by reach
    clause: PUR-4
    statistic: ratio
    of: engagements
    per: reach
    unit: percent
    formula: >-
      Reactions, comments, shares and clicks of all posts of the quarter together, divided by the
      reach of all these posts. Posts without a known reach, or without any count of engagement, are
      left out of both.
  - id: engagement-by-impressions
    title: Engagement by impressions
    clause: PUR-4
    statistic: ratio
    of: engagements
    per: impressions
    unit: percent
    formula: >-
      Reactions, comments, shares and clicks of all posts of the quarter together, divided by the
      impressions of all these posts. Posts without known impressions, or without any count of
      engagement, are left out of both.
  - id: video-engagement
    title: Engagement by views
    clause: PUR-4
    statistic: ratio
    of: engagements
    per: views
    unit: percent
    formula: >-
      Reactions, comments, shares and clicks of all posts of the quarter with known views together,
      divided by the views of all these posts. Posts without any count of engagement are left out
      of both.
  - id: virality
    title: Shares by impressions
    clause: PUR-4
    statistic: ratio
    of: shares
    per: impressions
    unit: percent
    formula: >-
      Shares of all posts of the quarter together, divided by the impressions of all these posts.
      Posts of which either is not known are left out of both.
  - id: posts-without-reach
    title: Posts without a known reach
    clause: PUR-4
    statistic: count
    where: without_reach
    within: posts-published
    formula: Posts published in the quarter of which the reach is not known or is none.
*/
WITH authorised AS MATERIALIZED (
    SELECT assignment.officer, assignment.agency, coalesce(assignment.account, '') AS account,
           coalesce(assignment.starts_on, '0000-00-00') AS from_day,
           coalesce(assignment.ends_on, '9999-99-99') AS to_day
    FROM assignment
    WHERE assignment.role IN ('head', 'social_media_officer', 'account_administrator',
                              'team_member', 'legal')
),
judged AS (
    SELECT post, account, day_of(known(published_at)) AS judged_on,
           CASE WHEN author <> '' THEN EXISTS (
               SELECT 1 FROM authorised
               WHERE authorised.officer = post.author
                 AND authorised.agency = lead_of(post.account, post.published_at)
                 AND authorised.account IN ('', post.account)
                 AND day_of(post.published_at) BETWEEN authorised.from_day AND authorised.to_day
           ) END AS authority,
           -- 1 in time; 2 and 3 not known by whom, or when; 4 too late; 5 not at all.
           CASE WHEN approval_required = 0 THEN NULL
                WHEN seconds_between(approved_at, published_at) >= 0
                    THEN iif(approved_by <> '', 1, 2)
                WHEN known(approved_at) IS NOT NULL THEN 4
                WHEN approved_by <> '' THEN 3
                ELSE 5 END AS approval,
           iif(category <> '', category, NULL) AS category,
           category IS 'statement' AS statement, category IS 'advisory' AS advisory,
           category IS 'original' AS original,
           iif(purpose <> '', purpose, NULL) AS purpose,
           purpose IS 'poll' OR purpose IS 'consultation' OR purpose IS 'question_and_answer'
               AS participatory,
           participants, iif(reach > 0, reach, NULL) AS reach,
           iif(impressions > 0, impressions, NULL) AS impressions,
           iif(views > 0, views, NULL) AS views, shares,
           iif(coalesce(reactions, comments, shares, clicks) IS NULL, NULL,
               coalesce(reactions, 0) + coalesce(comments, 0) + coalesce(shares, 0)
                   + coalesce(clicks, 0)) AS engagements
    FROM post
    -- All of them; but a query with an offset stays apart, so that each post is judged only once.
    -- Numbers, not words, pass from it: each use of a word would be a copy of it.
    LIMIT -1 OFFSET 0
)
SELECT account, period_of(judged_on) AS period, judged_on, post AS item,
       CASE authority WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END AS authorised,
       CASE authority WHEN 1 THEN NULL WHEN 0 THEN 'not_authorised' ELSE 'not_recorded' END
           AS author_reason,
       iif(authority IS NULL, 'not_met', 'met') AS author_recorded,
       iif(authority IS NULL, 'not_recorded', NULL) AS recorded_reason,
       CASE approval WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' WHEN 3 THEN 'no_evidence'
                     WHEN 4 THEN 'not_met' WHEN 5 THEN 'not_met' END AS approved,
       CASE approval WHEN 2 THEN 'approver_not_recorded' WHEN 3 THEN 'undated'
                     WHEN 4 THEN 'after' WHEN 5 THEN 'not_approved' END AS approval_reason,
       CASE WHEN statement OR advisory OR original THEN 'met'
            WHEN category IS NULL THEN 'no_evidence' ELSE 'not_met' END AS allowable,
       CASE WHEN statement OR advisory OR original THEN NULL
            WHEN category IS NULL THEN 'not_classified' ELSE 'outside' END AS content_reason,
       iif(statement OR advisory OR original, NULL, category) AS outside,
       category, purpose, statement OR advisory AS transparency, statement, advisory, original,
       participatory, participants, engagements, reach, reach IS NULL AS without_reach,
       impressions, views, shares
FROM judged
