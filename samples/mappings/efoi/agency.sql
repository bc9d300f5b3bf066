-- Every agency code of the portal's log, just as it was scraped: some hold a space (DENR EMB). The log names no
-- class, so these bodies are of unknown class: listed and counted, judged neither way.
SELECT DISTINCT agency AS agency, agency AS name, NULL AS class, NULL AS region,
       NULL AS active_from, NULL AS active_to
FROM main.foi_log
