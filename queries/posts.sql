/*
title: Posts, who published them and how people engaged with them
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
measures:
  - id: posts-published
    title: Posts published
    clause: PUR-2
    basis: Order
    standing: proposed
    statistic: count
    formula: Posts published in the quarter.
  - id: engagement-rate
    title: Engagement by reach
    clause: PUR-4
    statistic: ratio
    of: engagements
    per: reach
    unit: percent
    formula: >-
      Reactions, comments, shares and clicks of all posts of the quarter together, divided by the
      reach of all these posts. Posts without a known reach, or without any count of engagement, are left out of both.
*/
WITH authorised AS MATERIALIZED (
    SELECT assignment.officer, account.account,
           coalesce(assignment.starts_on, '0000-00-00') AS from_day,
           coalesce(assignment.ends_on, '9999-99-99') AS to_day
    FROM assignment JOIN account
      ON account.agency = assignment.agency
     AND coalesce(assignment.account, '') IN ('', account.account)
    WHERE assignment.role IN ('head', 'social_media_officer', 'account_administrator',
                              'team_member', 'legal')
),
judged AS (
    SELECT post.account, post.post, period_of(known(post.published_at)) AS period,
           CASE
               WHEN coalesce(post.author, '') = '' THEN 'no_evidence'
               WHEN EXISTS (
                   SELECT 1 FROM authorised
                   WHERE authorised.officer = post.author AND authorised.account = post.account
                     AND day_of(post.published_at) BETWEEN authorised.from_day AND authorised.to_day
               ) THEN 'met'
               ELSE 'not_met'
           END AS verdict,
           iif(coalesce(post.reactions, post.comments, post.shares, post.clicks) IS NULL, NULL,
               coalesce(post.reactions, 0) + coalesce(post.comments, 0) + coalesce(post.shares, 0)
                   + coalesce(post.clicks, 0)) AS engagements,
           iif(post.reach > 0, post.reach, NULL) AS reach
    FROM post
    LIMIT -1 -- all; but a query with a limit stays apart, and so each post is judged only once
)
SELECT account, period, post AS item,
       verdict AS authorised, CASE verdict WHEN 'not_met' THEN 'not_authorised' WHEN 'no_evidence' THEN 'not_recorded' END
           AS author_reason,
       engagements, reach
FROM judged
