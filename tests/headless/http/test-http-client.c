/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "http-fixture.h"

#include <string.h>

#include "muster-http-client.h"

#define JSON "application/json"

static MusterHttpResponse *
send (MusterHttpClient *client, MusterHttpRequest *request, GError **error)
{
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_http_client_send_async (client, request, NULL, http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  return muster_http_client_send_finish (client, result, error);
}

static MusterHttpClient *
connect_to (HttpFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterHttpClient *client
    = muster_http_client_new (http_fixture_get_url (fixture), &error);

  g_assert_no_error (error);
  return client;
}

static MusterHttpRequest *
new_write (const char *method, const char *path)
{
  MusterHttpRequest *request = muster_http_request_new (method, path);

  muster_http_request_set_body (request, g_bytes_new_static ("{\"a\":1}", 7),
                                "application/scim+json");
  return request;
}

static gboolean
echo_cb (HttpFixture              *fixture,
         const HttpFixtureRequest *request,
         GOutputStream            *output,
         gpointer                  user_data)
{
  g_autofree char *type = http_fixture_request_dup_header (request, "Content-Type");
  g_autofree char *accept = http_fixture_request_dup_header (request, "Accept");
  g_autofree char *if_match = http_fixture_request_dup_header (request, "If-Match");
  g_autofree char *authorization
    = http_fixture_request_dup_header (request, "Authorization");
  g_autofree char *text
    = g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s", request->method, request->target, type,
                       accept, if_match, authorization, request->body);

  return http_fixture_answer (output, 200, "ETag: W/\"5\"\r\n",
                              "Application/SCIM+JSON; charset=utf-8", text);
}

static void
assert_body (MusterHttpResponse *response, const char *expected)
{
  gsize            length;
  const char      *text = g_bytes_get_data (response->body, &length);
  g_autofree char *body = g_strndup (text, length);

  g_assert_cmpstr (body, ==, expected);
}

static void
test_whole (void)
{
  g_autoptr (HttpFixture) fixture = http_fixture_new (echo_cb, NULL);
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  g_autoptr (MusterHttpResponse) response = NULL;
  g_autoptr (MusterHttpResponse) anonymous = NULL;
  g_autoptr (GError) error = NULL;
  MusterHttpRequest *request = new_write ("PATCH", "/scim/v2/Users/a%20b?x=%22y%22");

  g_assert_true (
    muster_http_authorization_set_bearer (muster_http_client_get_authorization (client),
                                          "t0k"));
  request->accept = "application/scim+json";
  request->if_match = g_strdup ("W/\"4\"");
  response = send (client, request, &error);
  g_assert_no_error (error);
  assert_body (response, "PATCH|/scim/v2/Users/a%20b?x=%22y%22|application/scim+json|"
                         "application/scim+json|W/\"4\"|Bearer t0k|{\"a\":1}");
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpstr (response->content_type, ==, "application/scim+json");
  g_assert_cmpstr (response->etag, ==, "W/\"5\"");

  request = muster_http_request_new ("GET", "/");
  request->authorization = muster_http_basic_new ("ädmin", "p:w");
  anonymous = send (client, request, &error);
  g_assert_no_error (error);
  assert_body (anonymous, "GET|/|(null)|(null)|(null)|Basic w6RkbWluOnA6dw==|");
}

static void
test_token_with_line_end (void)
{
  g_autoptr (MusterHttpAuthorization) authorization = muster_http_authorization_new ();

  g_assert_false (
    muster_http_authorization_set_bearer (authorization, "t0k\r\nX-Evil: yes"));
  g_assert_null (muster_http_authorization_get_header (authorization));
}

static gboolean
status_cb (HttpFixture              *fixture,
           const HttpFixtureRequest *request,
           GOutputStream            *output,
           gpointer                  user_data)
{
  return http_fixture_answer (output, GPOINTER_TO_UINT (user_data),
                              "Retry-After: 7\r\nWWW-Authenticate: Bearer "
                              "realm=\"x\"\r\n",
                              "text/plain; charset=utf-8", "no more");
}

static void
test_status (void)
{
  static const struct
  {
    guint           status;
    MusterHttpError code;
  } cases[] = {
    { 304, MUSTER_HTTP_ERROR_BAD_REPLY },   { 400, MUSTER_HTTP_ERROR_BAD_REQUEST },
    { 401, MUSTER_HTTP_ERROR_SIGN_IN },     { 403, MUSTER_HTTP_ERROR_PERMISSION },
    { 404, MUSTER_HTTP_ERROR_NOT_FOUND },   { 405, MUSTER_HTTP_ERROR_BAD_REQUEST },
    { 408, MUSTER_HTTP_ERROR_SERVER },      { 409, MUSTER_HTTP_ERROR_CONFLICT },
    { 410, MUSTER_HTTP_ERROR_NOT_FOUND },   { 412, MUSTER_HTTP_ERROR_CONFLICT },
    { 413, MUSTER_HTTP_ERROR_TOO_LARGE },   { 422, MUSTER_HTTP_ERROR_BAD_REQUEST },
    { 429, MUSTER_HTTP_ERROR_THROTTLED },   { 500, MUSTER_HTTP_ERROR_SERVER },
    { 501, MUSTER_HTTP_ERROR_BAD_REQUEST }, { 502, MUSTER_HTTP_ERROR_SERVER },
    { 503, MUSTER_HTTP_ERROR_THROTTLED },   { 504, MUSTER_HTTP_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HttpFixture) fixture
        = http_fixture_new (status_cb, GUINT_TO_POINTER (cases[i].status));
      g_autoptr (MusterHttpClient) client = connect_to (fixture);
      g_autoptr (GError) error = NULL;
      gint64 now = g_get_monotonic_time ();

      g_assert_null (send (client, new_write ("PATCH", "/x"), &error));
      g_assert_error (error, MUSTER_HTTP_ERROR, (int) cases[i].code);
      g_assert_cmpuint (muster_http_error_get_status (error), ==, cases[i].status);
      g_assert_cmpuint (http_fixture_count (fixture, ""), ==, 1);
      if (cases[i].status == 304)
        continue;
      g_assert_cmpstr (muster_http_error_get_content_type (error), ==, "text/plain");
      g_assert_cmpstr (muster_http_error_get_challenge (error), ==, "Bearer realm=\"x\"");
      g_assert_cmpuint (g_bytes_get_size (muster_http_error_get_body (error)), ==, 7);
      g_assert_cmpint (muster_http_error_get_retry_at (error), >=,
                       now + 7 * G_USEC_PER_SEC);
    }
}

typedef enum
{
  CUT_AT_ONCE,
  CUT_WITHIN_HEADERS,
  CUT_AFTER_HEADERS,
  CUT_WITHIN_BODY,
  CUT_WITHIN_CHUNK,
  HANG_BEFORE_ANSWER,
  HANG_WITHIN_BODY,
  NO_HTTP,
} Fault;

static gboolean
fault_cb (HttpFixture              *fixture,
          const HttpFixtureRequest *request,
          GOutputStream            *output,
          gpointer                  user_data)
{
  static const char *const texts[] = {
    [CUT_AT_ONCE] = "",
    [CUT_WITHIN_HEADERS] = "HTTP/1.1 200 OK\r\nContent-Len",
    [CUT_AFTER_HEADERS] = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n",
    [CUT_WITHIN_BODY] = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"a\":",
    [CUT_WITHIN_CHUNK]
    = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\nA\r\n12",
    [HANG_BEFORE_ANSWER] = "",
    [HANG_WITHIN_BODY] = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"a\":",
    [NO_HTTP] = "220 mail.example.org ESMTP\r\n\r\n",
  };
  Fault fault = GPOINTER_TO_UINT (user_data);

  http_fixture_write (output, texts[fault], -1);
  if (fault == HANG_BEFORE_ANSWER || fault == HANG_WITHIN_BODY)
    http_fixture_hang (fixture, output);
  return FALSE;
}

/* A write that broke is reported as lost and is never sent a second time. */
static void
test_lost (void)
{
  static const struct
  {
    const char *method;
    Fault       fault;
  } cases[] = {
    { "PATCH", CUT_AT_ONCE },       { "PATCH", CUT_WITHIN_HEADERS },
    { "PATCH", CUT_AFTER_HEADERS }, { "PATCH", CUT_WITHIN_BODY },
    { "POST", CUT_WITHIN_CHUNK },   { "PATCH", HANG_BEFORE_ANSWER },
    { "POST", HANG_WITHIN_BODY },   { "PUT", CUT_AT_ONCE },
    { "DELETE", CUT_AT_ONCE },      { "PATCH", NO_HTTP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HttpFixture) fixture
        = http_fixture_new (fault_cb, GUINT_TO_POINTER (cases[i].fault));
      g_autoptr (MusterHttpClient) client = connect_to (fixture);
      g_autoptr (GError) error = NULL;

      muster_http_client_set_timeout (client, 1);
      g_assert_null (send (client, new_write (cases[i].method, "/x"), &error));
      g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_LOST);
      g_test_message ("%s", error->message);
      g_assert_cmpuint (http_fixture_count (fixture, ""), ==, 1);
      g_assert_cmpuint (muster_http_error_get_status (error), ==, 0);
    }
}

static gboolean
once_cb (HttpFixture              *fixture,
         const HttpFixtureRequest *request,
         GOutputStream            *output,
         gpointer                  user_data)
{
  if (g_str_has_prefix (request->target, "/cut"))
    return FALSE;
  return http_fixture_answer (output, 200, NULL, JSON, "{}");
}

/* Over a connection that was kept, libsoup would repeat what HTTP calls idempotent. */
static void
test_no_repeat_over_kept_connection (void)
{
  static const char *const methods[] = { "PATCH", "POST", "PUT", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (HttpFixture) fixture = http_fixture_new (once_cb, NULL);
      g_autoptr (MusterHttpClient) client = connect_to (fixture);
      g_autoptr (MusterHttpResponse) first = NULL;
      g_autoptr (GError) error = NULL;

      first = send (client, muster_http_request_new ("GET", "/ok"), &error);
      g_assert_no_error (error);
      g_assert_null (send (client, new_write (methods[i], "/cut"), &error));
      g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_LOST);
      g_assert_cmpuint (http_fixture_count (fixture, methods[i]), ==, 1);
    }
}

static gboolean
number_cb (HttpFixture              *fixture,
           const HttpFixtureRequest *request,
           GOutputStream            *output,
           gpointer                  user_data)
{
  g_atomic_int_set ((int *) user_data, (int) request->connection);
  return http_fixture_answer (output, 200, NULL, JSON, "{}");
}

static void
test_writes_share_a_connection (void)
{
  int newest = 0;
  g_autoptr (HttpFixture) fixture = http_fixture_new (number_cb, &newest);
  g_autoptr (MusterHttpClient) client = connect_to (fixture);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterHttpResponse) response
        = send (client, new_write (i % 2 == 0 ? "PATCH" : "POST", "/x"), &error);

      g_assert_no_error (error);
      g_assert_nonnull (response);
    }
  g_assert_cmpint (g_atomic_int_get (&newest), ==, 1);
}

static void
test_unreachable (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HttpFixture) fixture = http_fixture_new (once_cb, NULL);
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  g_autoptr (MusterHttpClient) secure = NULL;
  g_autofree char *url
    = g_strconcat ("https", http_fixture_get_url (fixture) + strlen ("http"), NULL);

  /* It speaks no TLS, and waits for the end of a line. */
  secure = muster_http_client_new (url, &error);
  g_assert_no_error (error);
  muster_http_client_set_timeout (secure, 1);
  g_assert_null (send (secure, new_write ("PATCH", "/x"), &error));
  g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_UNREACHABLE);
  g_clear_error (&error);

  g_clear_pointer (&fixture, http_fixture_free);
  g_assert_null (send (client, new_write ("PATCH", "/x"), &error));
  g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "cannot be reached"));
}

static gboolean
redirect_cb (HttpFixture              *fixture,
             const HttpFixtureRequest *request,
             GOutputStream            *output,
             gpointer                  user_data)
{
  g_autofree char *headers
    = g_strdup_printf ("Location: %s\r\n", (const char *) user_data);

  if (g_str_equal (request->target, "/b"))
    return http_fixture_answer (output, 200, NULL, JSON, "{}");
  return http_fixture_answer (output, 307, headers, "text/html", "");
}

static void
test_redirect (void)
{
  g_autoptr (HttpFixture) elsewhere = http_fixture_new (echo_cb, NULL);
  const struct
  {
    const char *method;
    const char *location;
    gboolean    followed;
    guint       n_requests;
  } cases[] = {
    { "GET", "/b", TRUE, 2 },
    { "GET", "b", TRUE, 2 },
    { "PATCH", "/b", FALSE, 1 },
    { "POST", "/b", FALSE, 1 },
    { "GET", http_fixture_get_url (elsewhere), FALSE, 1 },
    { "GET", "//example.org/b", FALSE, 1 },
    { "GET", "file:///etc/passwd", FALSE, 1 },
    { "GET", "/again", FALSE, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HttpFixture) fixture
        = http_fixture_new (redirect_cb, (gpointer) cases[i].location);
      g_autoptr (MusterHttpClient) client = connect_to (fixture);
      g_autoptr (MusterHttpResponse) response = NULL;
      g_autoptr (GError) error = NULL;

      muster_http_authorization_set_bearer (muster_http_client_get_authorization (client),
                                            "t0k");
      response = send (client, muster_http_request_new (cases[i].method, "/a"), &error);
      g_assert_cmpint (response != NULL, ==, cases[i].followed);
      if (!cases[i].followed)
        g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_REPLY);
      g_assert_cmpuint (http_fixture_count (fixture, ""), ==, cases[i].n_requests);
    }
  g_assert_cmpuint (http_fixture_count (elsewhere, ""), ==, 0);
}

static void
test_path_elsewhere (void)
{
  g_autoptr (HttpFixture) fixture = http_fixture_new (echo_cb, NULL);
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    send (client, muster_http_request_new ("GET", "//example.org/a"), &error));
  g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_ADDRESS);
}

typedef struct
{
  int parts; /* atomic */
  int over;  /* atomic */
} Endless;

/* Goes on for as long as it is listened to, and counts what it got rid of. */
static gboolean
endless_cb (HttpFixture              *fixture,
            const HttpFixtureRequest *request,
            GOutputStream            *output,
            gpointer                  user_data)
{
  g_autofree char *blanks = g_strnfill (64 * 1024, ' ');
  g_autofree char *chunk = g_strdup_printf ("10000\r\n%s\r\n", blanks);
  gboolean         announced = g_str_equal (request->target, "/announced");
  Endless         *endless = user_data;

  http_fixture_write (output,
                      announced ? "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n"
                                : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                      -1);
  while (http_fixture_write (output, announced ? blanks : chunk, -1))
    g_atomic_int_inc (&endless->parts);
  g_atomic_int_set (&endless->over, 1);
  return FALSE;
}

static void
test_endless (void)
{
  static const char *const targets[] = { "/announced", "/chunked" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      Endless endless = { 0 };
      g_autoptr (HttpFixture) fixture = http_fixture_new (endless_cb, &endless);
      g_autoptr (MusterHttpClient) client = connect_to (fixture);
      g_autoptr (GError) error = NULL;

      muster_http_client_set_max_reply (client, 1024 * 1024);
      g_assert_null (send (client, muster_http_request_new ("GET", targets[i]), &error));
      g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_REPLY);
      g_assert_nonnull (strstr (error->message, "1.0\302\240MiB"));
      /* It hangs up while the client lives on. */
      while (g_atomic_int_get (&endless.over) == 0)
        g_main_context_iteration (NULL, FALSE);
      /* What socket buffers hold comes on top, but it hung up long before the end. */
      g_assert_cmpint (endless.parts, <, 400);
    }
}

static gboolean
door_cb (HttpFixture              *fixture,
         const HttpFixtureRequest *request,
         GOutputStream            *output,
         gpointer                  user_data)
{
  g_autofree char *shown = http_fixture_request_dup_header (request, "Authorization");

  if (g_strcmp0 (shown, user_data) == 0)
    return http_fixture_answer (output, 200, NULL, JSON, "{}");
  return http_fixture_answer (output, 401, NULL, JSON, "{}");
}

typedef struct
{
  const char *token; /* NULL: signing in fails */
  guint       count;
  GTask      *task; /* (owned) (nullable): under way */
} Renewal;

static gboolean
renew_cb (gpointer user_data)
{
  Renewal *renewal = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&renewal->task);

  if (renewal->token == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The door stays shut.");
  else
    {
      muster_http_authorization_set_bearer (g_task_get_source_object (task),
                                            renewal->token);
      g_task_return_boolean (task, TRUE);
    }
  return G_SOURCE_REMOVE;
}

static void
renew (MusterHttpAuthorization *authorization, GTask *task, gpointer user_data)
{
  Renewal *renewal = user_data;

  renewal->count++;
  renewal->task = task;
  g_timeout_add (50, renew_cb, renewal);
}

static void
run_refresh (const char *new_token, guint n_fine, guint n_renewals, guint n_seen)
{
  Renewal renewal = { .token = new_token };
  g_autoptr (HttpFixture) fixture = http_fixture_new (door_cb, (gpointer) "Bearer new");
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  MusterHttpAuthorization *authorization = muster_http_client_get_authorization (client);
  GAsyncResult            *kept[6] = { NULL };
  guint                    fine = 0;

  muster_http_authorization_set_bearer (authorization, "old");
  muster_http_authorization_set_refresher (authorization, renew, &renewal);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    muster_http_client_send_async (client, new_write ("PATCH", "/x"), NULL,
                                   http_fixture_keep_cb, &kept[i]);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAsyncResult) result = http_fixture_wait (&kept[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterHttpResponse) response
        = muster_http_client_send_finish (client, result, &error);

      fine += response != NULL;
      if (new_token == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      else if (response == NULL)
        g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_SIGN_IN);
    }
  g_assert_cmpuint (fine, ==, n_fine);
  g_assert_cmpuint (renewal.count, ==, n_renewals);
  g_assert_cmpuint (http_fixture_count (fixture, "PATCH"), ==, n_seen);
}

static void
test_refresh_once_for_all (void)
{
  run_refresh ("new", 6, 1, 12);
}

static void
test_refresh_fails (void)
{
  run_refresh (NULL, 0, 1, 6);
}

static void
test_second_401_is_final (void)
{
  Renewal renewal = { .token = "wrong" };
  g_autoptr (HttpFixture) fixture = http_fixture_new (door_cb, (gpointer) "Bearer new");
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  MusterHttpAuthorization *authorization = muster_http_client_get_authorization (client);
  g_autoptr (GError) error = NULL;

  muster_http_authorization_set_refresher (authorization, renew, &renewal);
  g_assert_null (send (client, new_write ("PATCH", "/x"), &error));
  g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_SIGN_IN);
  g_assert_cmpuint (http_fixture_count (fixture, "PATCH"), ==, 2);
  g_assert_cmpuint (renewal.count, ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (HttpFixture) fixture
    = http_fixture_new (fault_cb, GUINT_TO_POINTER (HANG_WITHIN_BODY));
  g_autoptr (MusterHttpClient) client = connect_to (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *kept = NULL;

  muster_http_client_send_async (client, new_write ("PATCH", "/x"), cancellable,
                                 http_fixture_keep_cb, &kept);
  while (http_fixture_count (fixture, "PATCH") == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  result = http_fixture_wait (&kept);
  g_assert_null (muster_http_client_send_finish (client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/client/whole", test_whole);
  g_test_add_func ("/http/client/token-with-line-end", test_token_with_line_end);
  g_test_add_func ("/http/client/status", test_status);
  g_test_add_func ("/http/client/lost", test_lost);
  g_test_add_func ("/http/client/no-repeat", test_no_repeat_over_kept_connection);
  g_test_add_func ("/http/client/share-connection", test_writes_share_a_connection);
  g_test_add_func ("/http/client/unreachable", test_unreachable);
  g_test_add_func ("/http/client/redirect", test_redirect);
  g_test_add_func ("/http/client/path-elsewhere", test_path_elsewhere);
  g_test_add_func ("/http/client/endless", test_endless);
  g_test_add_func ("/http/client/refresh-once-for-all", test_refresh_once_for_all);
  g_test_add_func ("/http/client/refresh-fails", test_refresh_fails);
  g_test_add_func ("/http/client/second-401", test_second_401_is_final);
  g_test_add_func ("/http/client/cancel", test_cancel);
  return g_test_run ();
}
