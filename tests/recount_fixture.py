# SPDX-License-Identifier: MIT
"""A small database for the tests of the recount."""

import pathlib
import sqlite3
import unittest

import recompute

CONTRACT = pathlib.Path(__file__).resolve().parent.parent / "queries" / "contract.sql"
QUARTER, BEFORE = "2026-Q3", "2026-Q2"  # 1 July to 30 September; 1 April to 30 June


class Database(unittest.TestCase):
    """An empty contract database with one agency, DEX, of no stated limits."""

    def setUp(self):
        self.connection = sqlite3.connect(":memory:")
        self.connection.row_factory = sqlite3.Row
        self.connection.executescript(CONTRACT.read_text(encoding="utf-8"))
        self.put("agency", agency="DEX", name="Department of Examples", **{"class": "NGA"})

    def tearDown(self):
        self.connection.close()

    def put(self, table, **values):
        self.connection.execute(f"INSERT INTO {table} ({', '.join(values)})"
                                f" VALUES ({', '.join('?' * len(values))})", list(values.values()))

    def account(self, name, **values):
        self.put("account", **{"account": name, "agency": "DEX"} | values)

    def duty(self, officer, role, **values):
        self.put("assignment", **{"officer": officer, "agency": "DEX", "role": role} | values)

    def tally(self, control, body="DEX", period=QUARTER, **options):
        key = (body, period, "control", control, "")
        return recompute.recount(self.connection, QUARTER, **options).get(key, (0, 0, 0, 0))

    def measure(self, measure, category="", body="DEX", period=QUARTER, **options):
        key = (body, period, "measure", measure, category)
        return recompute.recount(self.connection, QUARTER, **options).get(key)
