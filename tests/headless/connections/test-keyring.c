/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <string.h>

#include "await.h"
#include "muster-connection-error.h"
#include "muster-keyring.h"

#define ADDRESS "https://id.halden.example/scim/v2"

static gboolean
save (const char *account, const char *password, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_keyring_save_async (ADDRESS, account, "Muster: Halden Academy", password, NULL,
                             await_cb, &slot);
  result = await_result (&slot);
  return muster_keyring_save_finish (result, error);
}

static char *
look_up (const char *account, GCancellable *cancellable, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_keyring_look_up_async (ADDRESS, account, cancellable, await_cb, &slot);
  result = await_result (&slot);
  return muster_keyring_look_up_finish (result, error);
}

static gboolean
forget (const char *account, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_keyring_forget_async (ADDRESS, account, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_keyring_forget_finish (result, error);
}

static void
assert_password (const char *account, const char *expected)
{
  GError *error = NULL;
  char   *password = look_up (account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (password, ==, expected);
  muster_keyring_free (password);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize            length;

  assert_password ("dana", NULL);
  g_assert_true (save ("dana", "one", &error));
  g_assert_true (save ("", "a-token", &error));
  g_assert_true (save ("dana", "correct horse ☂", &error));
  g_assert_no_error (error);
  assert_password ("dana", "correct horse ☂");
  assert_password ("", "a-token");
  assert_password ("lee", NULL);

  g_assert_true (
    g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "correct horse", strlen ("correct horse")));

  g_assert_true (forget ("dana", &error));
  g_assert_true (forget ("dana", &error));
  g_assert_no_error (error);
  assert_password ("dana", NULL);
  assert_password ("", "a-token");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (look_up ("dana", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* In a process of its own, which has no bus to find a Secret Service on. */
static void
test_no_service (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_unsetenv ("SECRET_BACKEND");
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", TRUE);
  g_assert_false (save ("dana", "secret-7", &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KEYRING);
  g_assert_true (g_str_has_prefix (error->message, "The keyring of this computer"));
  g_assert_null (strstr (error->message, "secret-7"));
  g_clear_error (&error);
  g_assert_null (look_up ("dana", NULL, &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KEYRING);
  g_clear_error (&error);
  g_assert_false (forget ("dana", &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KEYRING);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = temporary_folder_new ();
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int              status;

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "x", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring/round-trip", test_round_trip);
  g_test_add_func ("/keyring/cancelled", test_cancelled);
  g_test_add_func ("/keyring/no-service", test_no_service);
  status = g_test_run ();
  temporary_folder_free (g_steal_pointer (&folder));
  return status;
}
