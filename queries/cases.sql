/*
title: Cases of staff, by what happened to them in the quarter
judged: in period
item: case
measures:
  - id: cases-complained
    title: Cases complained of
    clause: SAN-1
    basis: Order
    standing: proposed
    statistic: count
    period: complained_period
    by: {offence: Offence, conduct: Conduct}
    sensitivity: personnel
    formula: Cases in which the complaint came in the quarter.
  - id: cases-by-conduct
    title: Cases by conduct
    clause: CIV-4
    basis: Order
    standing: proposed
    statistic: count
    period: complained_period
    by: {conduct: Conduct}
    within: cases-complained
    sensitivity: personnel
    formula: >-
      Cases in which the complaint came in the quarter, by what it is about: speaking for government
      without approval, disclosing what is confidential, using social media to excess, or other.
  - id: cases-decided
    title: Cases decided
    clause: SAN-1
    basis: Order
    standing: proposed
    statistic: count
    period: decided_period
    by: {outcome: Outcome, penalty: Penalty, offence: Offence}
    sensitivity: personnel
    formula: Cases decided in the quarter.
  - id: cases-appealed
    title: Cases appealed
    clause: SAN-1
    basis: Order
    standing: proposed
    statistic: count
    period: appealed_period
    sensitivity: personnel
    formula: Cases in which an appeal was filed in the quarter.
  - id: case-days-median
    title: Median days from complaint to decision
    clause: SAN-2
    basis: Order
    standing: proposed
    statistic: median
    of: days_to_decision
    period: decided_period
    unit: days
    sensitivity: personnel
    formula: >-
      The middle one of the numbers of days from complaint to decision, of cases decided in the
      quarter of which both days are known.
  - id: cases-investigated-days-median
    title: Median days from complaint to investigation
    clause: SAN-2
    basis: Order
    standing: proposed
    statistic: median
    of: days_to_investigation
    period: investigated_period
    unit: days
    sensitivity: personnel
    formula: >-
      The middle one of the numbers of days from complaint to preliminary investigation, of cases
      investigated in the quarter of which both days are known.
  - id: cases-ra6713
    title: Cases decided under RA 6713
    clause: SAN-3
    basis: RA 6713
    standing: law
    statistic: count
    where: under_ra6713
    period: decided_period
    by: {penalty: Penalty}
    within: cases-decided
    sensitivity: personnel
    formula: Cases decided in the quarter in which RA 6713 was charged.
  - id: cases-referred
    title: Cases referred for criminal or civil liability
    clause: SAN-4
    basis: Order
    standing: proposed
    statistic: count
    period: referred_period
    sensitivity: personnel
    formula: Cases referred in the quarter to a court or to the Ombudsman.
  - id: cases-contract
    title: Cases of contract and job order staff decided
    clause: SAN-5
    basis: Order
    standing: proposed
    statistic: count
    where: contract_staff
    period: decided_period
    by: {outcome: Outcome}
    within: cases-decided
    sensitivity: personnel
    formula: Cases of contract of service and job order staff decided in the quarter.
*/
WITH dated AS MATERIALIZED (
    SELECT agency, personnel_case AS item, nullif(offence, '') AS offence,
           nullif(conduct, '') AS conduct, nullif(outcome, '') AS outcome,
           nullif(penalty, '') AS penalty, statute, engagement,
           known(complained_on) AS complained_on, known(investigated_on) AS investigated_on,
           known(decided_on) AS decided_on, known(appealed_on) AS appealed_on,
           known(referred_on) AS referred_on,
           coalesce(complained_on, investigated_on, charged_on, decided_on, appealed_on,
                    referred_on) AS first_day
    FROM personnel_case
)
SELECT agency, period_of(known(first_day)) AS period, item, offence, conduct, outcome, penalty,
       period_of(complained_on) AS complained_period,
       period_of(investigated_on) AS investigated_period,
       period_of(decided_on) AS decided_period, period_of(appealed_on) AS appealed_period,
       period_of(referred_on) AS referred_period,
       iif(complained_on <= decided_on, days_between(complained_on, decided_on), NULL)
           AS days_to_decision,
       iif(complained_on <= investigated_on, days_between(complained_on, investigated_on), NULL)
           AS days_to_investigation,
       coalesce(statute = 'RA 6713', 0) AS under_ra6713,
       coalesce(engagement IN ('cos', 'jo'), 0) AS contract_staff
FROM dated
WHERE first_day IS NOT NULL
