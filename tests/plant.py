# SPDX-License-Identifier: MIT
"""Plants markers in a sample database, wherever a user's database may hold what is personal.

Beside the contract the program has no business: columns and tables that are not the contract's,
deleted rows, names, comments. Nothing of it may be anywhere. Within the contract (places that
begin with INSIDE) is what it must know of persons: their keys, who decided, wrote or examined. That
may be read and counted, and shown by `ulat explain`, but not reported.
"""

import contextlib
import datetime
import sqlite3

from leaks import MARK, Markers

BORN, BORN_SERIAL = datetime.date(1957, 3, 14), datetime.date(1941, 11, 23)
DECIDED = datetime.date(2005, 2, 13)  # before anything else in the sample
INSIDE = "contract: "
EXCEL_EPOCH = datetime.date(1899, 12, 30)

# Text columns as a user's tables may have them, beside the contract's.
COLUMNS = {
    "message_body": "I, {}, have waited since June.\nPlease answer.",
    "citizen_name": "Maria {} Santos",
    "citizen_handle": "@{}",
    "citizen_email": "{}@mail.example",
    "private_url": "https://social.example/{}/posts/1?lang=en",
    "internal_note": "complainant: {}, a minor",
}
ADDRESS = "12 Kalye {}, Barangay San José"
OFFICERS = {"assignment": ("officer", "designated_by"), "qualification": ("officer",),
            "competency": ("officer",), "account": ("created_by",), "approval": ("decided_by",),
            "post": ("author", "approved_by")}


class Planted(Markers):
    """The markers in one database."""

    def __init__(self, path):
        super().__init__()
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as self.db:
            self.db.execute("PRAGMA secure_delete = OFF")
            self.db.execute("BEGIN")
            self._plant_inside()
            self._plant_outside()
            self.db.execute("COMMIT")
            self._plant_deleted()
        self.db = None

    def inside(self, place):
        return self.text(INSIDE + place)

    # The contract's own columns

    def _plant_inside(self):
        messages = self._rename("feedback", "feedback", "iif(referred_to <> '', agency || ' and '"
                                " || referred_to, agency)")
        self._refer("feedback", "duplicate_of", messages)
        cases = self._rename("personnel_case", "personnel_case", "agency")
        self._refer("post_violation", "personnel_case", cases)
        disclosures = self._rename("private_disclosure", "disclosure",
                                   "(SELECT agency FROM account WHERE account.account ="
                                   " private_disclosure.account)")
        officers = self._rename("officer", "officer", "agency")
        for table, columns in OFFICERS.items():
            for column in columns:
                self._refer(table, column, officers)
        self._fill("review", "examined_by")
        self._fill("exemption", "reason")
        self._fill("policy", "contact")
        self._plant_answers(messages, cases, disclosures)
        self._plant_flaws()

    def _rename(self, table, key, owner):
        """Gives every row another key; returns the new ones by the old."""
        rows = self.db.execute(f"SELECT rowid, {key}, {owner} FROM {table}").fetchall()
        keys = {old: self.inside(f"{table}.{key} of {agency}")
                for _, old, agency in rows}
        self.db.executemany(f"UPDATE {table} SET {key} = ? WHERE rowid = ?",
                            [(keys[old], row) for row, old, _ in rows])
        return keys

    def _refer(self, table, column, keys):
        rows = self.db.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} <> ''")
        self.db.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?",
                            [(keys[old], row) for row, old in rows.fetchall()])

    def _fill(self, table, column):
        rows = self.db.execute(f"SELECT rowid FROM {table}").fetchall()
        self.db.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?",
                            [(self.inside(f"{table}.{column}"), row) for row, in rows])

    def _one(self, sql, *values):
        return self.db.execute(sql, values).fetchone()[0]

    def _plant_answers(self, messages, cases, disclosures):
        """Exemptions and answers that name a person's item: one of each kind, and odd ones."""
        for control, item in (("FDB-3", next(iter(messages.values()))),
                              ("SAN-2", next(iter(cases.values()))),
                              ("PRV-1", next(iter(disclosures.values())))):
            for granted, expires in (("2026-08-01", "2026-12-31"), ("2026-08-01", "2026-07-01")):
                self.db.execute("INSERT INTO exemption VALUES ('DEX', ?, ?, ?, ?, ?)",
                                (control, item, granted, expires,
                                 self.inside("exemption.reason")))
            for finding in (f"{control}/DEX/{item}", f"{control}/NOBODY/{item}", item):
                self.db.execute("INSERT INTO response (finding, kind, received_on)"
                                " VALUES (?, 'contest', '2026-08-16')", (finding,))

    def _plant_flaws(self):
        """What the checks of data quality look for, in rows of persons."""
        late = "feedback IN (SELECT feedback FROM feedback WHERE agency = 'DEX' AND received_at" \
               " BETWEEN '2026-07-02' AND '2026-08-01' ORDER BY received_at LIMIT 3 OFFSET {})"
        for offset, change in enumerate((
                "first_response_at = '2026-07-01T08:00:00+08:00'",
                "resolved_at = '2026-07-01T08:00:00+08:00'", "received_at = '1999-01-01T08:00:00'",
                "account = 'dtw-facebook'", "account = 'nowhere'", "agency = 'NOBODY'")):
            self.db.execute(f"UPDATE feedback SET {change} WHERE {late.format(3 * offset)}")
        self.day(f"{INSIDE}the decision of a case", DECIDED)
        for change, agency in ((f"decided_on = '{DECIDED}'", "DTW"),
                               ("complained_on = '1999-01-01'", "NIRA")):
            self.db.execute(f"UPDATE personnel_case SET {change} WHERE agency = ?", (agency,))
        for role, starts, ends in (("head", "2020-01-01", None), ("legal", "2026-01-01", None),
                                   ("team_member", "2026-01-01", "2025-01-01")):
            self.db.execute("INSERT INTO assignment (officer, agency, role, starts_on, ends_on)"
                            " VALUES (?, 'DEX', ?, ?, ?)",
                            (self.inside("assignment.officer"), role, starts, ends))

    # What the contract does not name

    def _plant_outside(self):
        self.day("a birth date", BORN)
        self.day("a birth date as a serial", BORN_SERIAL)
        for table, in self.db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            self._plant_columns(table)
        self._plant_beside()

    def _plant_columns(self, table):
        values = {column: self.text(f"{table}.{column}", form) for column, form in COLUMNS.items()}
        values["citizen_address"] = self.foreign(f"{table}.citizen_address", ADDRESS)
        values["birth_date"] = BORN.isoformat()
        values["birth_serial"] = (BORN_SERIAL - EXCEL_EPOCH).days
        values["citizen_phone"] = self.number(f"{table}.citizen_phone", "0917", 11)
        number = self.number(f"{table}.identity_number", "83", 16)
        values["identity_number"] = "-".join(number[at:at + 4] for at in range(0, 16, 4))
        columns = {f"{column}_{self.text(f'name of a column of {table}')}": value
                   for column, value in values.items()}
        for column in columns:
            self.db.execute(f'ALTER TABLE "{table}" ADD COLUMN "{column}"')
        self.db.execute(f'UPDATE "{table}" SET ' + ", ".join(f'"{name}" = ?' for name in columns),
                        list(columns.values()))

    def _plant_beside(self):
        """A table, a view and an index of the user's own: names, comments and contents."""
        table, column = (f"inbox_{self.text('name of a table')}",
                         f"text_{self.text('name of a column')}")
        self.db.execute(f'CREATE TABLE "{table}" ("{column}" TEXT,'
                        f" /* {self.text('a comment in the schema')} */ body TEXT)")
        self.db.executemany(f'INSERT INTO "{table}" VALUES (?, ?)', [
            (self.text("a table beside"), self.foreign("a table beside")) for _ in range(20)])
        self.db.execute(f"""CREATE VIEW "view_{self.text('name of a view')}" AS"""
                        f' SELECT * FROM "{table}"')
        self.db.execute(f"""CREATE INDEX "index_{self.text('name of an index')}" ON "{table}" """
                        f'("{column}")')

    def _plant_deleted(self):
        """Rows that were deleted stay in the file's free space."""
        for _ in range(50):
            self.db.execute("INSERT INTO feedback (feedback, agency, received_at)"
                            " VALUES (?, 'DEX', '2026-08-01T08:00:00+08:00')",
                            (f"gone-{self.text('a deleted row')}",))
        self.db.execute(f"DELETE FROM feedback WHERE feedback LIKE 'gone-{MARK}%'")
