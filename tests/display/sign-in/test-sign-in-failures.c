/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-display-text.h"
#include "sign-in-fixture.h"
#include "stub-server.h"

#define HEAD                                                                             \
  "HTTP/1.1 200 OK\r\nContent-Type: application/scim+json\r\nConnection: close\r\n"

static const struct
{
  const char *name;
  const char *address; /* NULL: a server that answers @head */
  const char *head;
  const char *title;
  const char *sentence;
  const char *focus;
  gboolean    may_retry;
} failures[] = {
  { "no address", "https://", NULL, "This address cannot be signed in to", "names no",
    "address", FALSE },
  { "another scheme", "ftp://127.0.0.1", NULL, "This address cannot be signed in to",
    "https://", "address", FALSE },
  { "clear text", "http://platform.example", NULL, "This address cannot be signed in to",
    "clear text", "address", FALSE },
  { "an account in it", "https://me:secret@platform.example", NULL,
    "This address cannot be signed in to", "account", "address", FALSE },
  { "nobody there", "http://127.0.0.1:1", NULL, "There is no connection to the server",
    "127.0.0.1:1", "address", TRUE },
  { "a web site", NULL,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>",
    "This address cannot be signed in to", "SCIM", "address", FALSE },
  { "nothing there", NULL,
    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "This address cannot be signed in to", "SCIM", "address", FALSE },
  { "half an answer", NULL, HEAD "Content-Length: 1000\r\n\r\n{\"schemas\":[",
    "This address cannot be signed in to", "SCIM", "address", FALSE },
  { "no JSON", NULL, HEAD "\r\n{\"schemas\": nonsense}",
    "This address cannot be signed in to", "SCIM", "address", FALSE },
  { "too many tries", NULL,
    "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "The server asks to wait a little", "try again later", "submit", TRUE },
  { "a failure", NULL,
    "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "The server failed", "127.0.0.1", "submit", TRUE },
};

static void
assert_failure (SignInFixture *fixture, guint i, const char *address)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *button = NULL;

  g_test_message ("%s", failures[i].name);
  sign_in_fixture_type (fixture, "address", address);
  sign_in_fixture_submit (fixture);
  title = sign_in_fixture_dup_banner (fixture, "title");
  text = sign_in_fixture_dup_banner (fixture, "text");
  button = sign_in_fixture_dup_banner (fixture, "button-label");
  g_test_message ("%s: %s", title, text);
  g_assert_cmpstr (title, ==, failures[i].title);
  g_assert_nonnull (strstr (text, failures[i].sentence));
  g_assert_cmpstr (button, ==, failures[i].may_retry ? "Try Again" : "");
  g_assert_true (sign_in_fixture_has_focus (fixture, failures[i].focus));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "address"), ==, address);
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "user_name"), ==, "dana");
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "password"), ==, "secret-7");
  g_assert_null (strstr (text, "secret-7"));
  g_assert_true (sign_in_fixture_can (fixture, "submit"));
  g_assert_null (fixture->session);
}

static void
test_failures (SignInFixture *fixture, gconstpointer data)
{
  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "user_name", "dana");
  sign_in_fixture_type (fixture, "password", "secret-7");
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (StubServer) server
        = failures[i].head != NULL ? stub_server_new (failures[i].head, ' ', 0) : NULL;
      g_autofree char *url = server != NULL ? stub_server_build_url (server) : NULL;

      assert_failure (fixture, i, url != NULL ? url : failures[i].address);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 0);
}

static void
test_no_scheme (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "address", " 127.0.0.1:1 ");
  sign_in_fixture_type (fixture, "password", "x");
  sign_in_fixture_submit (fixture);
  title = sign_in_fixture_dup_banner (fixture, "title");
  g_assert_cmpstr (title, ==, "There is no connection to the server");
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "address"), ==,
                   "https://127.0.0.1:1");
}

static void
test_missing (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_submit (fixture);
  first = sign_in_fixture_dup_banner (fixture, "title");
  g_assert_cmpstr (first, ==, "The server’s address is missing");
  g_assert_true (sign_in_fixture_has_focus (fixture, "address"));
  sign_in_fixture_type (fixture, "address", "https://x.example");
  sign_in_fixture_submit (fixture);
  second = sign_in_fixture_dup_banner (fixture, "title");
  g_assert_cmpstr (second, ==, "The password is missing");
  g_assert_true (sign_in_fixture_has_focus (fixture, "password"));
}

/* Its text is as hostile as can be. */
static void
test_hostile_refusal (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (10000, 'W');
  g_autofree char *head
    = g_strdup_printf ("HTTP/1.1 401 No\r\nContent-Type: "
                       "application/scim+json\r\nConnection: close\r\n\r\n"
                       "{\"detail\":\"<b>&\\u0007\\u202e%s\"}",
                       letters);
  g_autoptr (StubServer) server = stub_server_new (head, ' ', 0);
  g_autofree char *url = stub_server_build_url (server);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "address", url);
  sign_in_fixture_type (fixture, "user_name", "<i>dana</i>\xE2\x80\xAE");
  sign_in_fixture_type (fixture, "password", "secret-7");
  sign_in_fixture_submit (fixture);
  title = sign_in_fixture_dup_banner (fixture, "title");
  text = sign_in_fixture_dup_banner (fixture, "text");
  g_assert_cmpstr (title, ==, "The user name or the password is wrong");
  g_assert_nonnull (strstr (text, "<b>&"));
  g_assert_null (strstr (text, "\xE2\x80\xAE"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 400);
  g_assert_true (sign_in_fixture_has_focus (fixture, "password"));
}

static void
test_slow_server (SignInFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16          port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autofree char *banner = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "address", address);
  sign_in_fixture_type (fixture, "user_name", "dana");
  sign_in_fixture_type (fixture, "password", "secret-7");
  sign_in_fixture_do (fixture, "submit");
  g_assert_false (sign_in_fixture_can (fixture, "submit"));
  g_assert_false (sign_in_fixture_can (fixture, "explore"));
  g_assert_true (gtk_widget_get_mapped (sign_in_fixture_find (fixture, "progress")));
  g_assert_true (sign_in_fixture_has_focus (fixture, "cancel"));
  gtk_test_accessible_assert_state (
    GTK_ACCESSIBLE (gtk_widget_get_ancestor (sign_in_fixture_find (fixture, "cancel"),
                                             g_type_from_name ("MusterSignInForm"))),
    GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  sign_in_fixture_do (fixture, "cancel");
  await_condition (sign_in_fixture_can (fixture, "submit"));
  banner = sign_in_fixture_dup_banner (fixture, "title");
  g_assert_cmpstr (banner, ==, "");
  g_assert_false (gtk_widget_get_visible (sign_in_fixture_find (fixture, "progress")));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "password"), ==, "secret-7");
  g_assert_true (sign_in_fixture_has_focus (fixture, "submit"));
}

/* A window that is closed while a server takes its time. */
static void
test_closed_while_signing_in (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *address = sign_in_fixture_start_platform (fixture);

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "address", address);
  sign_in_fixture_type (fixture, "user_name", "admin");
  sign_in_fixture_type (fixture, "password", "muster-sample");
  sign_in_fixture_do (fixture, "submit");
  sign_in_fixture_close (fixture);
  g_assert_null (fixture->session);
}

#define ADD(path, function)                                                              \
  g_test_add (path, SignInFixture, NULL, sign_in_fixture_set_up, function,               \
              sign_in_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  display_test_init (&argc, &argv);
  ADD ("/sign-in/failures", test_failures);
  ADD ("/sign-in/no-scheme", test_no_scheme);
  ADD ("/sign-in/missing", test_missing);
  ADD ("/sign-in/hostile-refusal", test_hostile_refusal);
  ADD ("/sign-in/slow", test_slow_server);
  ADD ("/sign-in/closed", test_closed_while_signing_in);
  return sign_in_fixture_run_tests ();
}
