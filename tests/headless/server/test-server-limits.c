/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <stdio.h>
#include <string.h>

#include "muster-intake.h"
#include "server-fixture.h"

/* Says how long the body was and what the placeholder matched. */
static MusterReply *
echo (MusterContext *context, GError **error)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"length\":%" G_GSIZE_FORMAT ",\"query\":\"%s\"}",
                          g_bytes_get_size (context->request->body),
                          muster_request_get_query (context->request, "q"));
  return muster_reply_new_text (200, out);
}

static const MusterRoute echo_routes[] = {
  { .method = "POST", .pattern = "/echo", .flags = MUSTER_ROUTE_OPEN, .handler = echo },
  { .method = "GET", .pattern = "/echo", .flags = MUSTER_ROUTE_OPEN, .handler = echo },
  { .method = "GET", .pattern = "/closed", .handler = echo },
  { NULL },
};

static const MusterRoute *const tables[] = {
  echo_routes,
  muster_session_routes,
  NULL,
};

#define HOST "Host: 127.0.0.1\r\n"
#define CLOSE "Connection: close\r\n\r\n"

static const struct
{
  const char *request;
  const char *status;
  const char *contains;
} cases[] = {
  { "GET /echo?q=a%20b HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 200", "\"query\":\"a b\"" },
  { "GET /nothing HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 404", "There is nothing at" },
  { "DELETE /echo HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 405", "Allow: POST, GET" },
  { "GET /closed HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 401", "WWW-Authenticate: Bearer" },
  { "GET /closed HTTP/1.1\r\n" HOST "Authorization: Bearer nonsense\r\n" CLOSE,
    "HTTP/1.1 401", "sign in again" },
  { "GET /echo HTTP/1.1\r\nHost: evil.example\r\n" CLOSE, "HTTP/1.1 421", "localhost" },
  { "GET /echo HTTP/1.1\r\nHost: localhost:80\r\n" CLOSE, "HTTP/1.1 200", "length" },
  { "GET /echo HTTP/1.1\r\nHost: [::1]:80\r\n" CLOSE, "HTTP/1.1 200", "length" },
  { "GET /echo?q=%ff HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 400", "invalidSyntax" },
  { "GET /echo?q=a%00b HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 400", "invalidSyntax" },
  { "GET /echo?q=a&p=b&q=c HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 400",
    "q: it is given twice" },
  { "GET /echo?p&q=a+b&&r= HTTP/1.1\r\n" HOST CLOSE, "HTTP/1.1 200",
    "\"query\":\"a b\"" },
  { "POST /echo HTTP/1.1\r\n" HOST
    "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
    "HTTP/1.1 415", "application/scim+json" },
  { "POST /echo HTTP/1.1\r\n" HOST "Content-Type: application/scim+json; "
    "charset=utf-8\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
    "HTTP/1.1 200", "\"length\":2" },
  { "POST /sessions HTTP/1.1\r\n" HOST "Content-Length: 0\r\n" CLOSE, "HTTP/1.1 401",
    "WWW-Authenticate: Basic" },
  /* nobody:wrong */
  { "POST /sessions HTTP/1.1\r\n" HOST
    "Authorization: Basic bm9ib2R5Ondyb25n\r\nContent-Length: 0\r\n" CLOSE,
    "HTTP/1.1 401", "user name or the password is wrong" },
  { "POST /sessions HTTP/1.1\r\n" HOST
    "Authorization: Basic !!!!\r\nContent-Length: 0\r\n" CLOSE,
    "HTTP/1.1 401", "Sign in with a user name" },
};

static void
test_each_request_has_its_answer (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = server_fixture_talk (server, cases[i].request, -1, 10000);

      g_test_message ("case %u: %s", i, answer);
      g_assert_true (g_str_has_prefix (answer, cases[i].status));
      g_assert_nonnull (strstr (answer, cases[i].contains));
    }
}

static char *
build_post (gsize length)
{
  GString *request = g_string_new (NULL);

  g_string_printf (request,
                   "POST /echo HTTP/1.1\r\n" HOST
                   "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
                   "\r\nConnection: close\r\n\r\n",
                   length);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (request, '1');
  return g_string_free (request, FALSE);
}

static void
test_a_body_may_be_as_large_as_announced (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  g_autofree char *allowed = build_post (MUSTER_INTAKE_MAX_BODY);
  g_autofree char *over = build_post (MUSTER_INTAKE_MAX_BODY + 1);
  g_autofree char *good = server_fixture_talk (server, allowed, -1, 20000);
  g_autofree char *bad = server_fixture_talk (server, over, -1, 20000);

  g_assert_nonnull (strstr (good, "\"length\":4194304"));
  g_assert_true (g_str_has_prefix (bad, "HTTP/1.1 413"));
}

/* AddressSanitizer keeps what was freed for a while. */
#ifdef __SANITIZE_ADDRESS__
#define ALLOWED_GROWTH (400 * 1024 * 1024)
#else
#define ALLOWED_GROWTH (64 * 1024 * 1024)
#endif

/* Resident memory of this process, in bytes. */
static gsize
read_memory (void)
{
  g_autofree char *text = NULL;
  gulong           pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*u %lu", &pages), ==, 1);
  return pages * 4096;
}

static void
test_a_huge_body_takes_no_memory (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  g_autoptr (GSocketConnection) connection = server_fixture_connect (server);
  GOutputStream   *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *chunk = g_strnfill (1024 * 1024, '1');
  const char      *head
    = "POST /echo HTTP/1.1\r\n" HOST
      "Content-Type: application/json\r\nContent-Length: 209715200\r\n\r\n";
  char  answer[16] = { 0 };
  gsize before;

  g_output_stream_write_all (output, head, strlen (head), NULL, NULL, NULL);
  before = read_memory ();
  for (guint i = 0; i < 200; i++)
    g_assert_true (
      g_output_stream_write_all (output, chunk, 1024 * 1024, NULL, NULL, NULL));
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                           answer, 12, NULL, NULL, NULL);
  g_assert_cmpstr (answer, ==, "HTTP/1.1 413");
  g_assert_cmpuint (read_memory (), <, before + ALLOWED_GROWTH);
}

#define N_HALF_SENT 60

/* All but the last byte of what may be sent. */
static GSocketConnection *
send_most_of_a_body (ServerFixture *server)
{
  GSocketConnection *connection = server_fixture_connect (server);
  g_autofree char   *request = build_post (MUSTER_INTAKE_MAX_BODY);

  g_assert_true (
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                               request, strlen (request) - 1, NULL, NULL, NULL));
  return connection;
}

/* What was sent a moment ago, or closed, may be on its way yet. */
static void
await_answer (ServerFixture *server, const char *request, const char *status)
{
  gint64   until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean found = FALSE;

  while (!found)
    {
      g_autofree char *answer = server_fixture_talk (server, request, -1, 20000);

      found = g_str_has_prefix (answer, status);
      g_assert_cmpint (g_get_monotonic_time (), <, until);
    }
}

static void
test_bodies_of_strangers_have_a_bound (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  g_autoptr (GPtrArray) strangers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *large = build_post (MUSTER_INTAKE_MAX_BODY);
  gsize            before = read_memory ();

  for (guint i = 0; i < N_HALF_SENT; i++)
    g_ptr_array_add (strangers, send_most_of_a_body (server));
  await_answer (server, large, "HTTP/1.1 429");
  g_assert_cmpuint (read_memory (), <,
                    before + MUSTER_INTAKE_MAX_BODIES + ALLOWED_GROWTH);
  await_answer (server, cases[0].request, "HTTP/1.1 200");
  g_ptr_array_set_size (strangers, 0);
  await_answer (server, large, "HTTP/1.1 200");
}

static const MusterConnectionLimits short_limits = {
  .max_connections = 3,
  .idle_ms = 300,
  .request_ms = 300,
  .reply_ms = 1000,
};

static void
test_a_head_without_end_is_cut_off (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  GString         *request = g_string_new ("GET /echo HTTP/1.1\r\n" HOST);
  g_autofree char *answer = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (request, "X-Header-%u: value\r\n", i);
  answer = server_fixture_talk (server, request->str, (gssize) request->len, 10000);
  g_assert_null (strstr (answer, "HTTP/1.1 200"));
  g_string_free (request, TRUE);
}

static void
test_half_sent_requests_are_closed (void)
{
  static const char *const halves[] = {
    "",
    "GET /echo HTT",
    "POST /echo HTTP/1.1\r\n" HOST
    "Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
  };
  g_autoptr (ServerFixture) server = server_fixture_new (tables, &short_limits, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      gint64           start = g_get_monotonic_time ();
      g_autofree char *answer = server_fixture_talk (server, halves[i], -1, 20000);

      g_assert_null (strstr (answer, "200"));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

static void
test_idle_connections_give_way (void)
{
  static const MusterConnectionLimits few
    = { .max_connections = 3, .idle_ms = 60000, .request_ms = 60000, .reply_ms = 60000 };
  g_autoptr (ServerFixture) server = server_fixture_new (tables, &few, NULL);
  g_autoptr (GPtrArray) idle = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *answer = NULL;

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (idle, server_fixture_connect (server));
  answer = server_fixture_talk (server, "GET /echo HTTP/1.1\r\n" HOST CLOSE, -1, 10000);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200"));
}

static void
test_a_connection_serves_many_requests (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  g_autoptr (GSocketConnection) connection = server_fixture_connect (server);
  GSocket *socket = g_socket_connection_get_socket (connection);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *request
        = g_strdup_printf ("GET /echo?q=n%u HTTP/1.1\r\n" HOST "\r\n", i);
      g_autofree char *expected = g_strdup_printf ("\"query\":\"n%u\"", i);
      char             answer[4096] = { 0 };
      gssize           length = 0;

      g_socket_send (socket, request, strlen (request), NULL, NULL);
      while (strstr (answer, "}") == NULL)
        length += g_socket_receive (socket, answer + length,
                                    sizeof answer - 1 - (gsize) length, NULL, NULL);
      g_assert_nonnull (strstr (answer, expected));
    }
}

/* Sent at once, answered one after the other, in the order of the requests. */
static void
test_pipelined_requests_are_answered_in_order (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, NULL);
  g_autoptr (GString) requests = g_string_new (NULL);
  g_autofree char *answers = NULL;
  const char      *at;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (requests,
                            i % 3 == 2 ? "GET /closed?q=n%u HTTP/1.1\r\n" HOST "\r\n"
                                       : "GET /echo?q=n%u. HTTP/1.1\r\n" HOST "\r\n",
                            i);
  g_string_append (requests, "GET /echo?q=last HTTP/1.1\r\n" HOST CLOSE);
  answers = server_fixture_talk (server, requests->str, (gssize) requests->len, 20000);
  at = answers;
  for (guint i = 0; i < 20 && at != NULL; i++)
    {
      g_autofree char *own = g_strdup_printf ("\"query\":\"n%u.\"", i);

      at = strstr (at, i % 3 == 2 ? "HTTP/1.1 401" : own);
      g_assert_nonnull (at);
      at++;
    }
  g_assert_true (g_str_has_suffix (answers, "\"query\":\"last\"}"));
}

static void
test_latency_holds_nobody_else_back (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new (tables, NULL, "latency=200ms");
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);
  const char *request = "GET /echo HTTP/1.1\r\n" HOST CLOSE;
  gint64                                              start = g_get_monotonic_time ();

  for (guint i = 0; i < 10; i++)
    {
      GSocketConnection *connection = server_fixture_connect (server);

      g_ptr_array_add (connections, connection);
      g_socket_send (g_socket_connection_get_socket (connection), request,
                     strlen (request), NULL, NULL);
    }
  for (guint i = 0; i < 10; i++)
    {
      char buffer[64];

      g_assert_cmpint (g_socket_receive (g_socket_connection_get_socket (
                                           g_ptr_array_index (connections, i)),
                                         buffer, sizeof buffer, NULL, NULL),
                       >, 0);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 200 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1500 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-limits/each-request-has-its-answer",
                   test_each_request_has_its_answer);
  g_test_add_func ("/server-limits/a-body-may-be-as-large-as-announced",
                   test_a_body_may_be_as_large_as_announced);
  g_test_add_func ("/server-limits/a-huge-body-takes-no-memory",
                   test_a_huge_body_takes_no_memory);
  g_test_add_func ("/server-limits/bodies-of-strangers-have-a-bound",
                   test_bodies_of_strangers_have_a_bound);
  g_test_add_func ("/server-limits/a-head-without-end-is-cut-off",
                   test_a_head_without_end_is_cut_off);
  g_test_add_func ("/server-limits/half-sent-requests-are-closed",
                   test_half_sent_requests_are_closed);
  g_test_add_func ("/server-limits/idle-connections-give-way",
                   test_idle_connections_give_way);
  g_test_add_func ("/server-limits/a-connection-serves-many-requests",
                   test_a_connection_serves_many_requests);
  g_test_add_func ("/server-limits/pipelined-requests-are-answered-in-order",
                   test_pipelined_requests_are_answered_in_order);
  g_test_add_func ("/server-limits/latency-holds-nobody-else-back",
                   test_latency_holds_nobody_else_back);
  return g_test_run ();
}
