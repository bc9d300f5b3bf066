/*
title: Accounts that are in the register twice
severity: error
stops: agency
item: account
touches: [account]
sentence: >-
  another account in use has the same platform and platform id; it is counted and judged twice
*/
WITH in_use AS (
    SELECT account, agency, lower(platform) AS platform, platform_id
    FROM account
    WHERE platform <> '' AND platform_id <> ''
      AND (created_on IS NULL OR created_on < (SELECT max(ends_before) FROM period))
      AND (closed_on IS NULL OR closed_on >= (SELECT max(ends_before) FROM period))
), twice AS (
    SELECT platform, platform_id FROM in_use GROUP BY platform, platform_id HAVING count(*) > 1
)
SELECT in_use.agency, in_use.account AS item
FROM twice JOIN in_use ON in_use.platform = twice.platform
                      AND in_use.platform_id = twice.platform_id
