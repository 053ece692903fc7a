# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Muster authors
"""Muster on a desk of its own: a platform with sample users, a window manager, and the
window, found and used as somebody with a keyboard and a screen reader does."""

import atexit
import base64
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio  # noqa: E402

BUILD = os.environ["MUSTER_BUILD_DIR"]
SERVER = os.path.join(BUILD, "src/server/muster-platform")
WINDOW = os.path.join(BUILD, "src/app/muster")
PASSWORD = "muster-sample"
EXTENSION = "urn:muster:scim:schemas:extension:profile:1.0:User"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
LIMIT = float(os.environ.get("MUSTER_TEST_LIMIT", "20"))


def wait_until(what, check, limit=LIMIT):
    """Asks @check until it answers something true, and returns that."""
    end = time.monotonic() + limit
    while True:
        try:
            answer = check()
        except Exception as error:  # what was looked at went away meanwhile
            answer = None
            if time.monotonic() > end:
                raise AssertionError(f"{what}: {error}") from error
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"in vain: {what}")
        time.sleep(0.05)


def get_name(node):
    """What a thing is called. GTK 4.8 says the label of a button with a mnemonic twice,
    once with its underscore."""
    name = node.get_name() or ""
    half = len(name) // 2
    if "_" in name[:half + 1] and name[:half + 1].strip().replace("_", "") == name[half + 1:]:
        return name[half + 1:]
    return name


class Platform:
    """muster-platform, and what it says when it is asked past the window."""

    def __init__(self, folder, users=300, arguments=()):
        self.database = os.path.join(folder, "platform.sqlite")
        self.users = users
        self.arguments = arguments
        self.port = 0
        self.start()
        self.token = self.sign_in()

    def start(self, arguments=None):
        self.process = subprocess.Popen(
            [SERVER, "--listen", f"127.0.0.1:{self.port}", "--database", self.database,
             "--sample-users", str(self.users), "--exit-with-stdin",
             *(self.arguments if arguments is None else arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("Listening on "), line
        self.url = line[len("Listening on "):].strip()
        self.port = int(self.url.split(":")[2].split("/")[0])

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def ask(self, path, method="GET", body=None, authorization=None):
        request = urllib.request.Request(
            urllib.parse.urljoin(self.url, path), method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": authorization or f"Bearer {self.token}",
                     "Content-Type": "application/scim+json"})
        with urllib.request.urlopen(request) as answer:
            data = answer.read()
        return json.loads(data) if data else None

    def sign_in(self):
        credentials = base64.b64encode(f"admin:{PASSWORD}".encode()).decode()
        return self.ask("/sessions", "POST", {}, f"Basic {credentials}")["token"]

    def list_users(self):
        """Every user by user name."""
        users, cursor = {}, ""
        while cursor is not None:
            page = self.ask(f"/scim/v2/Users?count=500&cursor={cursor}")
            users.update((user["userName"], user) for user in page["Resources"])
            cursor = page.get("nextCursor")
        return users

    def list_names(self, kind):
        """Identifiers of roles, organizations or companies by name."""
        page = self.ask(f"/scim/v2/{kind}?count=1000")
        return {thing["displayName"]: thing["id"] for thing in page["Resources"]}


class Desk:
    """The window, with a home of its own."""

    def __init__(self, language="C.UTF-8"):
        self.folder = tempfile.mkdtemp(prefix="muster-desk-")
        self.language = language
        if not Desk.helpers:
            self.set_up()
        self.muster = None
        self.open()

    def open(self):
        environment = dict(
            os.environ, GTK_A11Y="atspi", GSETTINGS_BACKEND="keyfile", LC_ALL=self.language,
            GTK_THEME="Default", GDK_BACKEND="x11",
            **{f"XDG_{name}_HOME": os.path.join(self.folder, name.lower())
               for name in ("DATA", "CONFIG", "CACHE", "STATE")})
        self.muster = subprocess.Popen([WINDOW], env=environment)
        wait_until("the window comes up", self.get_application)

    # What all desks of a test stand on; it goes with the test's session bus.
    helpers = []

    def set_up(self):
        for command in ([BUS_LAUNCHER, "--launch-immediately"], ["openbox", "--sm-disable"]):
            helper = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
            Desk.helpers.append(helper)
            atexit.register(helper.terminate)
        wait_until("there is a bus for screen readers", self.has_bus)

    @staticmethod
    def has_bus():
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        answer = bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
            Gio.DBusCallFlags.NONE, 1000, None)
        return answer.unpack()[0]

    def close(self):
        if self.muster.poll() is None:
            self.muster.terminate()
            self.muster.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    # What there is to see.

    def get_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.muster.pid:
                return child if child.get_child_count() > 0 else None
        return None

    def walk(self, node=None):
        node = node or self.get_application()
        if node is None:
            return
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from self.walk(child)

    def list_toplevels(self):
        application = self.get_application()
        if application is None:
            return []
        return [application.get_child_at_index(i)
                for i in range(application.get_child_count())]

    def walk_shown(self):
        """What is not hidden. (GTK 4.8 does not tell what is showing.)"""
        for toplevel in self.list_toplevels():
            for node in self.walk(toplevel):
                if node.get_state_set().contains(Atspi.StateType.VISIBLE):
                    yield node

    def find_all(self, name=None, role=None):
        for node in self.walk_shown():
            if name is not None and name != get_name(node):
                continue
            if role is not None and node.get_role_name() != role:
                continue
            yield node

    def has_window(self, title):
        return any(window.get_name() == title for window in self.list_toplevels())

    def wait_window(self, title, gone=False, limit=LIMIT):
        """Waits for a window or a dialog of that title to be there, or no more."""
        wait_until(f"{title} is {'closed' if gone else 'open'}",
                   lambda: self.has_window(title) is not gone, limit)

    def find(self, name=None, role=None, limit=LIMIT):
        return wait_until(f"there is {role or 'something'} {name!r}",
                          lambda: next(self.find_all(name, role), None), limit)

    def has(self, name=None, role=None):
        return next(self.find_all(name, role), None) is not None

    def wait_text(self, part, check=lambda name: True, limit=LIMIT):
        """Waits for a text that has @part in it and passes @check, and returns it."""
        return wait_until(f"{part!r} is shown", lambda: next(
            (name for name in map(get_name, self.walk_shown())
             if part in name and check(name)), None), limit)

    def get_focus(self):
        for node in self.walk():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def describe_focus(self):
        focus = self.get_focus()
        return None if focus is None else (focus.get_role_name(), get_name(focus))

    # What there is to do.

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def tab_to(self, name, role=None, key="Tab", most=60):
        """Presses Tab until what has the focus is called @name. (GTK 4.8 says the text
        of a button before its name.)"""
        seen = []
        for _ in range(most):
            focus = self.describe_focus()
            if (focus is not None and role in (None, focus[0])
                    and (" " + focus[1].lstrip("_")).endswith(" " + name)):
                return
            seen.append(focus)
            self.press(key)
            time.sleep(0.08)
        raise AssertionError(f"Tab does not come to {name!r}; it went by {seen}")

    def act(self, node, action=None):
        """Does what a screen reader's user does with a thing: its first action."""
        interface = node.get_action_iface()
        for i in range(interface.get_n_actions()):
            if action in (None, interface.get_action_name(i)):
                assert interface.do_action(i)
                return
        raise AssertionError(f"{node.get_name()!r} has no action {action!r}")

    def take_picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)


class Tests:
    """TAP for functions that raise AssertionError."""

    def __init__(self):
        self.n = 0
        self.n_failed = 0

    def run(self, name, function, *arguments):
        self.n += 1
        try:
            function(*arguments)
            print(f"ok {self.n} {name}", flush=True)
        except Exception as error:
            self.n_failed += 1
            print(f"not ok {self.n} {name}", flush=True)
            for line in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {line}", flush=True)

    def finish(self):
        print(f"1..{self.n}", flush=True)
        return 1 if self.n_failed else 0
