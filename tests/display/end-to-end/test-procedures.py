#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Muster authors
"""The procedures of the help page *How do I update multiple user accounts at once?*, by
keyboard alone; afterwards the platform itself is asked whether each user is as it should
be, and everybody else as before."""

import sys
import tempfile

from desk import EXTENSION, PASSWORD, Desk, Platform, Tests, wait_until


def choose_users(desk, search, n_users):
    """Add Users, search, select what is found, OK."""
    desk.press("ctrl+n")
    desk.find("Choose User", "dialog")
    desk.type(search)
    desk.press("Return")
    desk.wait_text(f"{n_users} Users Found" if n_users != 1 else "1 User Found")
    desk.press("Down")
    desk.press("ctrl+a")
    desk.wait_text(f"{n_users} selections made")
    desk.tab_to("OK")
    desk.press("Return")
    wait_until("the dialog closes", lambda: not desk.has("Choose User", "dialog"))
    desk.wait_text(str(n_users))


def choose_one(desk, dialog, search):
    """In a chooser that is open: search, take the first found, OK."""
    desk.find(dialog, "dialog")
    desk.type(search)
    desk.press("Return")
    desk.wait_text("1 ")
    desk.press("Down", "Return")
    wait_until("the dialog closes", lambda: not desk.has(dialog, "dialog"))


def submit(desk, n_users):
    desk.press("ctrl+Return")
    desk.find("Submit", "dialog")
    desk.tab_to("Submit")
    desk.press("Return")
    desk.wait_text("Results")
    desk.wait_text(str(n_users))


def sign_in(desk, platform):
    desk.find("Sign In", "frame")
    desk.tab_to("Sign in to a server")
    desk.press("Return")
    desk.tab_to("Server Address")
    desk.press("ctrl+a")
    desk.type(platform.url)
    desk.tab_to("User Name")
    desk.type("admin")
    desk.tab_to("Password")
    desk.type(PASSWORD)
    desk.press("Return")
    desk.find("Site Administration", "frame")


def open_edit_users(desk):
    desk.tab_to("Bulk Update User Profiles")
    desk.press("Return")
    desk.find("Edit Users", "frame")


def strip(user):
    """What must not change where nothing was asked for."""
    return {key: value for key, value in user.items() if key != "meta"}


def compare(before, after, expected):
    """@expected: what each user that is meant should be, by user name."""
    assert before.keys() == after.keys()
    for name, user in after.items():
        wanted = expected.get(name, before[name])
        assert strip(user) == strip(wanted), f"{name}: {strip(user)} is not {strip(wanted)}"
