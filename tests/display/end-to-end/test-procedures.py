#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Muster authors
"""The procedures of the help page *How do I update multiple user accounts at once?*, by
keyboard alone; afterwards the platform itself is asked whether each user is as it should
be, and everybody else as before."""

import json
import shutil
import sys
import tempfile

from desk import EXTENSION, PASSWORD, Desk, Platform, Tests


ZONE = "Pacific/Auckland"


def sign_in(desk, platform):
    desk.wait_window("Sign In")
    desk.tab_to("Sign in to a server")
    desk.press("Return")
    desk.tab_to("Server Address")
    desk.type(platform.url)
    desk.tab_to("User Name")
    desk.type("admin")
    desk.tab_to("Password")
    desk.type(PASSWORD)
    desk.press("Return")
    desk.wait_window("Site Administration")


def open_edit_users(desk):
    desk.tab_to("Bulk Update User Profiles")
    desk.press("Return")
    desk.wait_window("Edit Users")


def add_users(desk, search):
    """Add Users: search, select what is found, OK. Returns how many they are."""
    desk.press("ctrl+n")
    desk.wait_window("Choose User")
    desk.type(search)
    desk.press("Return")
    found = desk.wait_text(" Found", lambda name: name[0].isdigit() and name[0] != "0")
    n_users = int(found.split()[0])
    desk.press("Down", "ctrl+a")
    desk.wait_text(f"{n_users} selection")
    desk.tab_to("OK")
    desk.press("Return")
    desk.wait_window("Choose User", gone=True)
    return n_users


def choose(desk, row, title, search):
    """The row's Choose link: search, the first that is found, OK."""
    desk.tab_to(row)
    desk.press("Return")
    desk.wait_window(title)
    desk.type(search)
    desk.press("Return")
    desk.wait_text(" Found", lambda name: name.startswith("1 "))
    desk.press("Down", "Return")
    desk.wait_window(title, gone=True)


def submit(desk):
    desk.press("ctrl+Return")
    desk.wait_window("Submit")
    desk.tab_to("Submit")
    desk.press("Return")
    desk.wait_window("Results")


def flatten(user, path=""):
    """What must not change where nothing was asked for: each value by its path."""
    if isinstance(user, dict):
        pairs = user.items()
    elif isinstance(user, list):
        pairs = enumerate(user)
    else:
        return {path: user}
    flat = {}
    for key, value in pairs:
        if key not in ("meta", "$ref"):
            flat.update(flatten(value, f"{path}/{key}"))
    return flat


def sort(user):
    """The order of what a user has several of says nothing."""
    user = json.loads(json.dumps(user))
    user["roles"] = sorted(user.get("roles", []), key=lambda role: role["value"])
    mine = user.get(EXTENSION, {})
    if "managedOrganizations" in mine:
        mine["managedOrganizations"].sort(key=lambda organization: organization["value"])
    return user


def compare(before, after, meant, change):
    """@change makes what a user of before should be of it."""
    assert before.keys() == after.keys()
    for name, user in after.items():
        wanted = json.loads(json.dumps(before[name]))
        if name in meant:
            change(wanted)
        difference = set(flatten(sort(user)).items()) ^ set(flatten(sort(wanted)).items())
        assert not difference, f"{name}: {sorted(difference, key=str)}"


def find_meant(users, search):
    """Who is found by @search in any of the names or e-mail addresses."""
    def is_meant(user):
        names = [user["userName"], user["displayName"], *user["name"].values(),
                 *(mail["value"] for mail in user["emails"])]
        return any(search in name.lower() for name in names)
    return {name for name, user in users.items() if is_meant(user)}


def choose_time_zone(desk, zone):
    desk.tab_to("Time Zone", "push button")
    desk.press("Return")
    desk.type(zone.split("/")[1].lower())
    desk.wait_text(zone)
    desk.press("Down", "Return")
    desk.wait_text(f"{zone}")


def test_fields(desk, platform):
    """Update user information fields."""
    before = platform.list_users()
    meant = find_meant(before, "anna")
    executive = next(user for name, user in sorted(before.items())
                     if "Muster" not in name and user["active"])
    company = sorted(platform.list_names("Companies").items())[0]
    organization = max(platform.list_names("Organizations").items(), key=lambda i: len(i[0]))

    open_edit_users(desk)
    assert add_users(desk, "anna") == len(meant)
    choose(desk, "Choose Company", "Choose Company", company[0])
    choose(desk, "Choose Account Executive", "Choose Account Executive",
           executive["userName"])
    choose(desk, "Choose Organization", "Choose Organization", organization[0])
    choose_time_zone(desk, ZONE)
    submit(desk)

    def change(user):
        mine = user.setdefault(EXTENSION, {})
        for field, (name, identifier) in (
                ("company", company), ("organization", organization),
                ("accountExecutive", (executive["displayName"], executive["id"]))):
            mine[field] = {"value": identifier, "display": name}
        user["timezone"] = ZONE

    compare(before, platform.list_users(), meant, change)


def test_disable(desk, platform):
    """Disable users."""
    before = platform.list_users()
    meant = find_meant(before, "wang")
    open_edit_users(desk)
    assert add_users(desk, "wang") == len(meant)
    desk.tab_to("Disable", "check box")
    desk.press("space")
    submit(desk)
    compare(before, platform.list_users(), meant, lambda user: user.update(active=False))


def tick(desk, search):
    """In a list that is searched: ticks the first that is found."""
    desk.press("ctrl+f", "Home", "shift+End")
    desk.type(search)
    desk.press("Return")
    desk.wait_text(" Found", lambda name: name.startswith("1 "))
    desk.press("Down", "space")


def test_roles(desk, platform):
    """Add roles or organization management."""
    before = platform.list_users()
    meant = find_meant(before, "anna")
    roles = platform.list_names("Roles")
    organizations = platform.list_names("Organizations")

    open_edit_users(desk)
    assert add_users(desk, "anna") == len(meant)
    desk.press("alt+2")
    desk.tab_to("Add User Role")
    desk.press("Return")
    desk.wait_window("Choose User Role")
    for n_ticked, role in enumerate(("Mentor", "Assessor"), 1):
        tick(desk, role.lower())
        desk.wait_text(f"{n_ticked} selection")
    desk.tab_to("OK")
    desk.press("Return")
    desk.wait_window("Choose User Role", gone=True)
    desk.press("alt+3")
    desk.tab_to("Search organizations")
    desk.type("Customer Care")
    desk.tab_to("Halden Group")
    desk.press("Down", "Down", "space")
    desk.wait_text("3 changes for")
    desk.press("alt+1")
    submit(desk)

    def change(user):
        held = [role["value"] for role in user["roles"]]
        user["roles"] += [{"value": roles[name], "display": name}
                          for name in ("Mentor", "Assessor") if roles[name] not in held]
        managed = user.setdefault(EXTENSION, {}).setdefault("managedOrganizations", [])
        name = "Coast Customer Care"
        managed.append({"value": organizations[name], "display": name})

    compare(before, platform.list_users(), meant, change)


def run(function, name, tests):
    folder = tempfile.mkdtemp(prefix="muster-platform-")
    platform = Platform(folder)
    desk = Desk()
    try:
        sign_in(desk, platform)
        tests.run(name, function, desk, platform)
    finally:
        desk.close()
        platform.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    tests = Tests()
    run(test_fields, "update user information fields", tests)
    run(test_roles, "add roles or organization management", tests)
    run(test_disable, "disable users", tests)
    return tests.finish()


if __name__ == "__main__":
    sys.exit(main())
