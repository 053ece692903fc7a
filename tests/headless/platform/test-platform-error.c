/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-platform-error.h"

#include <gio/gio.h>

static const struct
{
  MusterPlatformError code;
  gboolean            unsure;
} cases[] = {
  { MUSTER_PLATFORM_ERROR_SIGN_IN, FALSE },
  { MUSTER_PLATFORM_ERROR_PERMISSION, FALSE },
  { MUSTER_PLATFORM_ERROR_NOT_FOUND, FALSE },
  { MUSTER_PLATFORM_ERROR_CONFLICT, FALSE },
  { MUSTER_PLATFORM_ERROR_THROTTLED, FALSE },
  { MUSTER_PLATFORM_ERROR_BAD_REQUEST, FALSE },
  { MUSTER_PLATFORM_ERROR_TOO_LARGE, FALSE },
  { MUSTER_PLATFORM_ERROR_SERVER, TRUE },
  { MUSTER_PLATFORM_ERROR_BAD_REPLY, TRUE },
  { MUSTER_PLATFORM_ERROR_UNREACHABLE, FALSE },
  { MUSTER_PLATFORM_ERROR_LOST, TRUE },
  { MUSTER_PLATFORM_ERROR_NOT_OFFERED, FALSE },
  { MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM, FALSE },
};

static void
test_only_what_may_have_taken_effect_is_unsure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error
        = muster_platform_error_new (cases[i].code, 0, NULL, NULL, "No.");

      g_test_message ("code %d", cases[i].code);
      g_assert_cmpint (muster_platform_error_is_unsure (error), ==, cases[i].unsure);
    }
}

static void
test_a_cancelled_write_is_unsure (void)
{
  g_autoptr (GError) cancelled
    = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled.");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No.");

  g_assert_true (muster_platform_error_is_unsure (cancelled));
  g_assert_false (muster_platform_error_is_unsure (other));
}

static void
test_a_copy_keeps_what_the_platform_said (void)
{
  g_autoptr (GError) error
    = muster_platform_error_new (MUSTER_PLATFORM_ERROR_THROTTLED, 429, "tooMany",
                                 "Slow down", "The platform waits.");
  g_autoptr (GError) copy = NULL;

  muster_platform_error_set_retry_at (error, 5 * G_USEC_PER_SEC);
  copy = g_error_copy (error);
  g_clear_error (&error);
  g_assert_error (copy, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_THROTTLED);
  g_assert_cmpstr (copy->message, ==, "The platform waits.");
  g_assert_cmpuint (muster_platform_error_get_status (copy), ==, 429);
  g_assert_cmpstr (muster_platform_error_get_server_code (copy), ==, "tooMany");
  g_assert_cmpstr (muster_platform_error_get_server_sentence (copy), ==, "Slow down");
  g_assert_cmpint (muster_platform_error_get_retry_at (copy), ==, 5 * G_USEC_PER_SEC);
}

static void
test_errors_of_others_say_nothing (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No.");

  g_assert_cmpuint (muster_platform_error_get_status (error), ==, 0);
  g_assert_null (muster_platform_error_get_server_code (error));
  g_assert_null (muster_platform_error_get_server_sentence (error));
  g_assert_cmpint (muster_platform_error_get_retry_at (error), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/platform-error/only-what-may-have-taken-effect-is-unsure",
                   test_only_what_may_have_taken_effect_is_unsure);
  g_test_add_func ("/platform-error/a-cancelled-write-is-unsure",
                   test_a_cancelled_write_is_unsure);
  g_test_add_func ("/platform-error/a-copy-keeps-what-the-platform-said",
                   test_a_copy_keeps_what_the_platform_said);
  g_test_add_func ("/platform-error/errors-of-others-say-nothing",
                   test_errors_of_others_say_nothing);
  return g_test_run ();
}
