/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Servers that never rest, and never get done. */

#include "http-fixture.h"

#include <string.h>

#include "muster-http-client.h"

#define TIMEOUT 1
#define LONGEST (20 * G_USEC_PER_SEC)
#define STEP_MS 20

typedef enum
{
  DRIPS_HEADERS,
  DRIPS_BODY,
  DRIPS_ERROR,
  FLOWS,
  THINKS,
} Manner;

static int n_dripping; /* atomic */

/* Goes on until the client hangs up. */
static gboolean
drip (GOutputStream *output)
{
  gint64 until = g_get_monotonic_time () + LONGEST;

  while (http_fixture_write (output, "x", 1) && g_get_monotonic_time () < until)
    g_usleep (STEP_MS * 1000);
  g_atomic_int_add (&n_dripping, -1);
  return FALSE;
}

/* Three times as long as a connection may rest, and ever a little. */
static gboolean
flow (GOutputStream *output)
{
  g_autofree char *part = g_strnfill (256, ' ');
  guint            n_parts = 3 * TIMEOUT * 1000 / STEP_MS;
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: "
                                           "text/plain\r\nContent-Length: %u\r\n\r\n",
                                           n_parts * 256);

  http_fixture_write (output, head, -1);
  for (guint i = 0; i < n_parts && http_fixture_write (output, part, 256); i++)
    g_usleep (STEP_MS * 1000);
  return FALSE;
}

static gboolean
slow_cb (HttpFixture              *fixture,
         const HttpFixtureRequest *request,
         GOutputStream            *output,
         gpointer                  user_data)
{
  static const char *const heads[] = {
    [DRIPS_HEADERS] = "HTTP/1.1 200 OK\r\nX-Drip: ",
    [DRIPS_BODY] = "HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n",
    [DRIPS_ERROR] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 5000000\r\n\r\n",
  };
  Manner manner = GPOINTER_TO_UINT (user_data);

  if (manner == FLOWS)
    return flow (output);
  if (manner == THINKS)
    {
      g_usleep (TIMEOUT * G_USEC_PER_SEC * 8 / 10);
      return flow (output);
    }
  g_atomic_int_inc (&n_dripping);
  http_fixture_write (output, heads[manner], -1);
  return drip (output);
}

static MusterHttpResponse *
ask (Manner manner, GCancellable *cancellable, GError **error)
{
  g_autoptr (HttpFixture) fixture = http_fixture_new (slow_cb, GUINT_TO_POINTER (manner));
  g_autoptr (MusterHttpClient) client
    = muster_http_client_new (http_fixture_get_url (fixture), error);
  g_autoptr (GAsyncResult) result = NULL;
  MusterHttpRequest  *request = muster_http_request_new ("PATCH", "/x");
  GAsyncResult       *kept = NULL;
  MusterHttpResponse *response;

  g_assert_nonnull (client);
  muster_http_client_set_timeout (client, TIMEOUT);
  muster_http_request_set_body (request, g_bytes_new_static ("{}", 2),
                                "application/json");
  muster_http_client_send_async (client, request, cancellable, http_fixture_keep_cb,
                                 &kept);
  result = http_fixture_wait (&kept);
  response = muster_http_client_send_finish (client, result, error);
  /* What was given up is not kept open. */
  while (g_atomic_int_get (&n_dripping) > 0)
    g_main_context_iteration (NULL, FALSE);
  return response;
}

/* A byte now and then is no answer. */
static void
test_given_up (gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ask (GPOINTER_TO_UINT (data), NULL, &error));
  g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_LOST);
  g_assert_nonnull (strstr (error->message, "so slowly that it was given up"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, LONGEST / 2);
}

/* However long it takes in all. */
static void
test_passes (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterHttpResponse) response = ask (GPOINTER_TO_UINT (data), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (response->body), ==,
                    3 * TIMEOUT * 1000 / STEP_MS * 256);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_timeout_add (200, cancel_cb, cancellable);
  g_assert_null (ask (GPOINTER_TO_UINT (data), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    Manner      manner;
    void (*func) (gconstpointer data);
  } cases[] = {
    { "/http-slow/headers", DRIPS_HEADERS, test_given_up },
    { "/http-slow/body", DRIPS_BODY, test_given_up },
    { "/http-slow/body-of-an-error", DRIPS_ERROR, test_given_up },
    { "/http-slow/flows", FLOWS, test_passes },
    { "/http-slow/thinks-and-flows", THINKS, test_passes },
    { "/http-slow/cancelled-within-headers", DRIPS_HEADERS, test_cancelled },
    { "/http-slow/cancelled-within-body", DRIPS_BODY, test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, GUINT_TO_POINTER (cases[i].manner),
                          cases[i].func);
  return g_test_run ();
}
