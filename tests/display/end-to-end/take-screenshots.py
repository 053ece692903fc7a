#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Muster authors
"""usage: take-screenshots.py DIRECTORY

Goes through the window as somebody would who changes many users, and takes a picture of
each screen on the way."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from desk import PASSWORD, Desk, Platform

SETTLE = 0.8  # seconds until nothing moves any more


class Album:
    """Pictures of the window that is in front, without what lies around it."""

    def __init__(self, folder):
        self.folder = folder

    def take(self, name):
        subprocess.run(["xdotool", "mousemove", "1365", "767"], check=True)
        time.sleep(SETTLE)
        window = subprocess.run(["xdotool", "getactivewindow"], check=True,
                                capture_output=True, text=True).stdout.strip()
        path = os.path.join(self.folder, f"{name}.png")
        subprocess.run(["import", "-window", window, "-strip", path], check=True)


def choose(desk, link, title, search):
    desk.tab_to(link)
    desk.press("Return")
    desk.wait_window(title)
    desk.type(search)
    desk.press("Return")
    desk.wait_text(" Found", lambda name: name[0] in "123456789")
    desk.press("Down", "Return")
    desk.wait_window(title, gone=True)


def sign_in(desk, album, platform):
    desk.wait_window("Sign In")
    album.take("welcome")
    desk.tab_to("Sign in to a server")
    desk.press("Return")
    desk.tab_to("Server Address")
    desk.type(platform.url)
    desk.tab_to("User Name")
    desk.type("admin")
    album.take("sign-in")
    desk.tab_to("Password")
    desk.type(PASSWORD)
    desk.press("Return")
    desk.wait_window("Site Administration")
    album.take("site-administration")


def add_users(desk, album):
    desk.tab_to("Bulk Update User Profiles")
    desk.press("Return")
    desk.wait_window("Edit Users")
    album.take("edit-users-empty")
    desk.press("ctrl+n")
    desk.wait_window("Choose User")
    desk.type("an")
    desk.press("Return")
    desk.wait_text(" Found", lambda name: name[0] in "123456789")
    desk.tab_to("Select All Found")
    desk.press("Return")
    desk.wait_text("selections made", lambda name: name[0] in "123456789")
    album.take("choose-user")
    desk.tab_to("OK")
    desk.press("Return")
    desk.wait_window("Choose User", gone=True)


def set_changes(desk, album):
    choose(desk, "Choose Company", "Choose Company", "rail")
    desk.tab_to("Clear Account Executive")
    desk.press("Return")
    for field in ("Primary Phone", "Zip Code"):
        desk.tab_to(field, "check box")
        desk.press("space")
    album.take("edit-users")
    desk.press("alt+2")
    desk.tab_to("Add User Role")
    desk.press("Return")
    desk.wait_window("Choose User Role")
    desk.wait_text("Mentor")
    album.take("choose-user-role")
    desk.type("mentor")
    desk.press("Return")
    desk.wait_text("1 Role Found")
    desk.press("Down", "space")
    desk.tab_to("OK")
    desk.press("Return")
    desk.wait_window("Choose User Role", gone=True)
    album.take("roles")
    desk.press("alt+3")
    desk.tab_to("Halden Group")
    desk.press("Down", "space")
    album.take("organization-management")


def submit(desk, album):
    desk.press("ctrl+Return")
    desk.wait_window("Submit")
    desk.wait_text("Will change")
    album.take("submit")
    desk.tab_to("Submit")
    desk.press("Return")
    desk.wait_window("Results", limit=60)
    album.take("results")


def main():
    folder = tempfile.mkdtemp(prefix="muster-screenshots-")
    platform = Platform(folder, users=5000)
    desk = Desk()
    album = Album(sys.argv[1])
    try:
        sign_in(desk, album, platform)
        add_users(desk, album)
        set_changes(desk, album)
        submit(desk, album)
    finally:
        desk.close()
        platform.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
