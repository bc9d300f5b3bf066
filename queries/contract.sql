-- The data contract: the tables that Ulat reads.
--
-- `ulat init FILE` makes an empty database of exactly these tables. A table that is not supplied makes the
-- controls that need it "not measured"; the others go on. Another system's tables are presented under
-- these names by a mapping (README.md, "Your own database").
--
-- Types: TEXT; INTEGER; REAL; BOOLEAN (0 or 1); DATE (2026-09-30); TIMESTAMP (2026-09-30T13:40:00+08:00; without a
-- zone it is Philippine time). Empty text is not a date and not a number: leave such fields NULL.
-- Keys are the codes that the offices themselves use. "from" and "starts" days are the first on which
-- something holds, "to" and "ends" days the last; NULL: no limit known.
-- The comment behind a table's bracket says what a row is. "events:" marks the large tables whose
-- values are checked as they are read and not all beforehand. A table without a row counts as not supplied, but
-- for those marked "finds:", where no row says that nothing was found.

-- Reference ---------------------------------------------------------------------------------------

CREATE TABLE agency ( -- a public body
    agency TEXT PRIMARY KEY NOT NULL,   -- its code
    name TEXT NOT NULL,
    short_name TEXT,
    class TEXT,                         -- a class of templates/method.yaml: NGA, GOCC, GFI, SUC, LGU, ...
    parent TEXT,                        -- agency it is attached to; nothing rolls up to it
    region TEXT,                        -- region code, NULL for central offices
    active_from DATE,
    active_to DATE,
    adopted_on DATE                     -- encouraged bodies: when it took up the Order of its own will
);

CREATE TABLE agency_name ( -- a name that a body had for a time
    agency TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT,
    valid_from DATE,
    valid_to DATE
);

CREATE TABLE agency_succession ( -- a body whose duties went to another
    agency TEXT NOT NULL,
    successor TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- merged, renamed, split, abolished
    on_date DATE NOT NULL
);

CREATE TABLE agency_domain ( -- an official e-mail domain of a body
    agency TEXT NOT NULL,
    domain TEXT NOT NULL,               -- lower case, without @: dex.example.ph
    valid_from DATE,
    valid_to DATE
);

CREATE TABLE region ( -- a region of the PSGC
    region TEXT PRIMARY KEY NOT NULL,   -- NCR, CAR, I, ..., BARMM
    name TEXT NOT NULL,
    psgc TEXT,
    island_group TEXT,
    population INTEGER
);

CREATE TABLE holiday ( -- a day without work, or a suspension of work
    on_date DATE NOT NULL,
    scope TEXT NOT NULL,                -- national, or a region code
    name TEXT
);

CREATE TABLE clock ( -- which legal clock a kind of message starts, from when
    kind TEXT,                          -- NULL: any
    channel TEXT,                       -- NULL: any
    complexity TEXT,                    -- NULL: any
    clock TEXT NOT NULL,                -- name printed in reports: "RA 6713, 15 working days"
    duration INTEGER NOT NULL,
    unit TEXT NOT NULL,                 -- working_days, hours
    ends_with TEXT,                     -- what stops it: response (also where NULL), resolution
    extendable BOOLEAN,                 -- once, by as many days again, if extended before it lapsed
    basis TEXT,
    effective_from DATE NOT NULL,
    effective_to DATE
);

CREATE TABLE submission ( -- an agency's return for a quarter
    agency TEXT NOT NULL,
    period TEXT NOT NULL,               -- 2026-Q3
    submitted_at TIMESTAMP
);

CREATE TABLE exemption ( -- a control set aside for an agency, or for one of its items
    agency TEXT NOT NULL,
    control TEXT NOT NULL,
    item TEXT,                          -- NULL: all items
    granted_on DATE NOT NULL,
    expires_on DATE,
    reason TEXT
);

CREATE TABLE response ( -- an agency's answer to a finding
    finding TEXT NOT NULL,              -- the printed reference: EML-1/DEX/dex-facebook
    kind TEXT NOT NULL,                 -- accept, contest, extension
    received_on DATE NOT NULL,
    decision TEXT,                      -- of a contest: upheld (the finding stands), withdrawn; of an
                                        -- extension: granted, refused; NULL: not decided yet
    decided_on DATE,
    new_due_on DATE
);

CREATE TABLE review ( -- who examined which account for what, when
    agency TEXT NOT NULL,
    account TEXT,                       -- NULL: the agency as a whole
    subject TEXT NOT NULL,              -- content, privacy, registry, security
    examined_on DATE NOT NULL,
    examined_by TEXT,                   -- officer or office
    source TEXT NOT NULL                -- self_declared, inspected, automatic
);

CREATE TABLE standing ( -- the legal standing of a basis, by date
    basis TEXT NOT NULL,                -- Order, RA 6713, ...
    standing TEXT NOT NULL,             -- law, issued, proposed, policy, own
    effective_from DATE NOT NULL
);

-- Registry ----------------------------------------------------------------------------------------

CREATE TABLE account ( -- an official social media account
    account TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,               -- the lead agency
    platform TEXT,
    platform_id TEXT,
    handle TEXT,                        -- the agency's own public handle
    url TEXT,
    represents TEXT,                    -- agency, unit, program
    purpose TEXT,
    target_audience TEXT,
    created_on DATE,
    created_by TEXT,                    -- officer
    email_domain TEXT,                  -- domain of the address in use now
    created_email_domain TEXT,          -- domain of the address used at creation
    legacy BOOLEAN,                     -- older than the Order
    regularised_on DATE,                -- legacy accounts: when approval to maintain was given
    duration_from DATE,
    duration_to DATE,
    duration_indefinite BOOLEAN,
    feedback_open BOOLEAN,              -- comments, messages or a form are open to the public
    closed_on DATE                      -- the first day on which it no longer is in use
);

CREATE TABLE account_agency ( -- who led an account when, and partners that share it
    account TEXT NOT NULL,
    agency TEXT NOT NULL,
    role TEXT NOT NULL,                 -- lead, partner
    valid_from DATE,
    valid_to DATE
);

CREATE TABLE approval ( -- a request to create or maintain an account, and its decision
    account TEXT NOT NULL,
    requested_on DATE,
    decided_on DATE,
    decision TEXT,                      -- approved, denied; NULL: pending
    decided_by TEXT,                    -- officer
    endorsed_by_smo BOOLEAN
);

CREATE TABLE content_plan ( -- a content management plan of an account
    account TEXT NOT NULL,
    effective_from DATE,
    effective_to DATE,
    creation_process BOOLEAN,
    publishing_approval BOOLEAN,
    participation_policy BOOLEAN,
    moderation_policy BOOLEAN,
    records_management BOOLEAN
);

CREATE TABLE policy ( -- a policy in force for an agency, or for one account
    agency TEXT NOT NULL,
    account TEXT,                       -- NULL: all accounts of the agency
    kind TEXT NOT NULL,                 -- participation, moderation, personal_use, reminder
    form TEXT,                          -- of moderation: pre, post, reactive, automated, none
    responsible TEXT,                   -- post or team, not a person
    contact TEXT,
    url TEXT,
    bans_personal_use BOOLEAN,
    effective_from DATE,
    effective_to DATE,
    reviewed_on DATE
);

CREATE TABLE officer ( -- a person who holds or held a role; by number, not by name
    officer TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    engagement TEXT                     -- career, coterminous, cos, jo
);

CREATE TABLE assignment ( -- a role held by an officer
    officer TEXT NOT NULL,
    agency TEXT NOT NULL,
    account TEXT,                       -- NULL: for the agency
    role TEXT NOT NULL,                 -- head, social_media_officer, account_administrator, team_member, legal
    designated_by TEXT,                 -- officer
    designation_ref TEXT,               -- number of the order
    starts_on DATE,
    ends_on DATE
);

CREATE TABLE qualification ( -- what an officer brings
    officer TEXT NOT NULL,
    executive_level INTEGER,            -- 2: second-level executive-managerial
    ict_months INTEGER,
    communications_months INTEGER,
    recorded_on DATE
);

CREATE TABLE competency ( -- a competency of an officer, with evidence
    officer TEXT NOT NULL,
    competency TEXT NOT NULL,           -- strategy, community, marketing, technology
    evidenced_on DATE
);

CREATE TABLE duty_review ( -- a duty of the social media team reviewed for a quarter
    agency TEXT NOT NULL,
    period TEXT NOT NULL,
    duty TEXT NOT NULL,                 -- order, objectives, approach, media
    evidenced BOOLEAN
);

CREATE TABLE access_check ( -- an attestation of how an account is accessed
    account TEXT NOT NULL,
    checked_on DATE NOT NULL,
    source TEXT,                        -- self_declared, inspected, automatic
    secure_computer BOOLEAN,
    secure_browser BOOLEAN,
    secure_network BOOLEAN,             -- virtual private network or any other secure network
    mfa BOOLEAN,
    password_policy BOOLEAN,
    role_review BOOLEAN,
    recovery_contacts BOOLEAN,
    offboarding BOOLEAN
);

CREATE TABLE training ( -- a training or reminder given
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- training, reminder
    held_on DATE NOT NULL,
    participants INTEGER
);

CREATE TABLE staff ( -- head count of an agency
    agency TEXT NOT NULL,
    period TEXT NOT NULL,
    headcount INTEGER,
    trained INTEGER,
    participating INTEGER
);

CREATE TABLE audience ( -- an account's followers on a day
    account TEXT NOT NULL,
    sampled_on DATE NOT NULL,
    followers INTEGER
);

CREATE TABLE discovery ( -- finds: an account found outside the registry
    discovery TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    platform TEXT,
    found_on DATE NOT NULL,
    outcome TEXT,                       -- regularised, taken_down; NULL: open
    resolved_on DATE
);

CREATE TABLE campaign ( -- a campaign and whether it was planned
    campaign TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    title TEXT,
    starts_on DATE,
    ends_on DATE,
    planned BOOLEAN
);

CREATE TABLE event ( -- something that explains a peak of messages
    on_date DATE NOT NULL,
    scope TEXT,                         -- national, a region or an agency
    label TEXT NOT NULL
);

-- Moderation and engagement -----------------------------------------------------------------------

CREATE TABLE post ( -- events: something published on an account
    post TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    published_at TIMESTAMP NOT NULL,
    author TEXT,                        -- officer
    approval_required BOOLEAN,          -- 0: the content plan lets it out without; NULL: required
    approved_by TEXT,                   -- officer
    approved_at TIMESTAMP,
    category TEXT,                      -- statement, advisory, original, other
    purpose TEXT,                       -- poll, consultation, question_and_answer, service, advocacy,
                                        -- program, policy
    participants INTEGER,               -- distinct, of a poll or consultation
    campaign TEXT,
    archived_at TIMESTAMP,
    reach INTEGER,
    impressions INTEGER,
    reactions INTEGER,
    comments INTEGER,
    shares INTEGER,
    clicks INTEGER,
    views INTEGER
);

CREATE TABLE post_violation ( -- finds: a post of the agency's own found to be of a blacklisted category
    post TEXT NOT NULL,
    account TEXT NOT NULL,
    category TEXT NOT NULL,             -- blackmail, pornographic, malicious, link, opinion, other
    published_at TIMESTAMP,
    found_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP,
    personnel_case TEXT,                -- the case that it led to
    no_action_on DATE                   -- when it was put on record that no case follows
);

CREATE TABLE private_disclosure ( -- finds: a private user's information published by an account
    disclosure TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    disclosed_at TIMESTAMP NOT NULL,
    consent_recorded BOOLEAN,
    found_on DATE,
    incident TEXT                       -- the breach assessment it led to
);

CREATE TABLE moderation ( -- events: an action on a public comment or user
    moderation TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    subject TEXT,                       -- comment, user
    flagged_at TIMESTAMP,
    flagged_by TEXT,                    -- public, staff, automated, authority
    category TEXT,
    action TEXT,                        -- hide, delete, warn, mute, block, report, none
    acted_at TIMESTAMP,
    automated BOOLEAN,
    policy_clause TEXT,
    notified_at TIMESTAMP,
    appealed_at TIMESTAMP,
    appeal_decided_at TIMESTAMP,
    appeal_outcome TEXT                 -- upheld, reversed
);

CREATE TABLE feedback ( -- events: a message of a citizen, without its words and without its sender
    feedback TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    account TEXT,
    channel TEXT,
    kind TEXT,                          -- feedback, suggestion, complaint, inquiry, request, praise, spam
    program TEXT,
    campaign TEXT,
    region TEXT,
    language TEXT,
    requires_response BOOLEAN,
    received_at TIMESTAMP NOT NULL,
    complexity TEXT,                    -- simple, complex, highly_technical
    first_response_at TIMESTAMP,
    automatic BOOLEAN,                  -- the first response was automatic: it does not count
    resolved_at TIMESTAMP,
    extended_at TIMESTAMP,
    referred_to TEXT,                   -- agency
    referred_at TIMESTAMP,
    duplicate_of TEXT,
    disposition TEXT,                   -- of suggestions: adopted, referred, declined
    sentiment TEXT,
    sentiment_method TEXT,
    satisfaction INTEGER                -- 1 to 5
);

CREATE TABLE channel_coverage ( -- from when to when a channel of an agency was logged
    agency TEXT NOT NULL,
    channel TEXT NOT NULL,
    logged_from DATE,
    logged_to DATE
);

-- Incident ----------------------------------------------------------------------------------------

CREATE TABLE incident ( -- finds: a security incident of an account
    incident TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    account TEXT,
    class TEXT,
    severity TEXT,                      -- low, medium, high, critical
    occurred_at TIMESTAMP,
    detected_at TIMESTAMP,
    acknowledged_at TIMESTAMP,
    contained_at TIMESTAMP,
    recovered_at TIMESTAMP,
    closed_at TIMESTAMP,
    personal_data BOOLEAN,
    data_subjects INTEGER,
    npc_notified_at TIMESTAMP,
    subjects_notified_at TIMESTAMP,
    ncert_reported_at TIMESTAMP,
    reviewed_at TIMESTAMP
);

CREATE TABLE personnel_case ( -- finds: a case under the rules of the civil service
    personnel_case TEXT PRIMARY KEY NOT NULL,
    agency TEXT NOT NULL,
    engagement TEXT,                    -- career, coterminous, cos, jo
    under_raccs BOOLEAN,
    offence TEXT,                       -- grave, less_grave, light
    conduct TEXT,                       -- speaking_without_approval, confidential_information,
                                        -- excessive_use, other
    statute TEXT,                       -- RACCS, RA 6713, ...
    complained_on DATE,
    investigated_on DATE,
    charged_on DATE,
    decided_on DATE,
    appealed_on DATE,
    referred_on DATE,                   -- to a court or the Ombudsman, for criminal or civil liability
    outcome TEXT,                       -- dismissed, sanctioned; of contract and job order staff:
                                        -- warned, terminated, cancelled
    penalty TEXT                        -- reprimand, fine, suspension, dismissal
);

-- Indexes that keep a quarter's run to one pass over each table ------------------------------------

CREATE INDEX account_of_agency ON account (agency);
CREATE INDEX approval_of_account ON approval (account);
CREATE INDEX assignment_of_officer ON assignment (officer, agency);
CREATE INDEX assignment_of_account ON assignment (account, role);
CREATE INDEX assignment_of_agency ON assignment (agency, role);
CREATE INDEX policy_of_agency ON policy (agency, kind);
CREATE INDEX access_check_of_account ON access_check (account, checked_on);
CREATE INDEX content_plan_of_account ON content_plan (account);
CREATE INDEX domain_of_agency ON agency_domain (agency, domain);
CREATE INDEX review_of_account ON review (account, subject, examined_on);
CREATE INDEX violation_of_account ON post_violation (account);
CREATE INDEX disclosure_of_account ON private_disclosure (account);
