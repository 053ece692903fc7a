/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <libsoup/soup.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "server-fixture.h"

/* The whole way, as a client goes it: over a socket, with a token, from the sample. */

typedef struct
{
  ServerFixture      *server;  /* (owned) */
  SoupSession        *session; /* (owned) */
  char               *token;   /* (owned) (nullable) */
  guint               status;
  SoupMessageHeaders *headers; /* (owned): of the last answer */
} Client;

static const MusterRoute *const tables[] = {
  muster_session_routes, muster_discovery_routes, muster_resource_routes,
  muster_me_routes,      muster_bulk_routes,      NULL,
};

#define PATCH_SCHEMA "urn:ietf:params:scim:api:messages:2.0:PatchOp"
#define ZONE(zone)                                                                       \
  "{\"schemas\":[\"" PATCH_SCHEMA "\"],\"Operations\":[{\"op\":\"replace\",\"path\":"    \
  "\"timezone\",\"value\":\"" zone "\"}]}"

static JsonNode *
send_request (Client     *self,
              const char *method,
              const char *path,
              const char *if_match,
              const char *body)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u%s",
                                          server_fixture_get_port (self->server), path);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);
  g_autofree char *text = NULL;

  if (self->token != NULL)
    soup_message_headers_append (headers, "Authorization", bearer);
  else
    soup_message_headers_append (headers, "Authorization",
                                 "Basic YWRtaW46bXVzdGVyLXNhbXBsZQ==");
  if (if_match != NULL)
    soup_message_headers_append (headers,
                                 strcmp (method, "GET") == 0 ? "If-None-Match"
                                                             : "If-Match",
                                 if_match);
  if (body != NULL)
    {
      bytes = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/scim+json", bytes);
    }
  answer = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  self->status = soup_message_get_status (message);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  self->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  if (g_bytes_get_size (answer) == 0)
    return NULL;

  text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  return json_from_string (text, NULL);
}

static void
open_client (Client *self)
{
  g_autoptr (JsonNode) answer = NULL;

  *self = (Client){ .server = server_fixture_new (tables, NULL, NULL),
                    .session = soup_session_new () };
  answer = send_request (self, "POST", "/sessions", NULL, NULL);
  g_assert_cmpuint (self->status, ==, 201);
  self->token
    = g_strdup (json_object_get_string_member (json_node_get_object (answer), "token"));
}

static void
close_client (Client *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self->token);
  server_fixture_free (self->server);
}

static const char *
get_header (Client *self, const char *name)
{
  return soup_message_headers_get_one (self->headers, name);
}

static JsonObject *
get_resource (JsonNode *list, guint position)
{
  JsonArray *resources
    = json_object_get_array_member (json_node_get_object (list), "Resources");

  return json_array_get_object_element (resources, position);
}

static void
test_one_user (void)
{
  Client client;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) patched = NULL;
  g_autoptr (JsonNode) same = NULL;
  g_autoptr (JsonNode) stale = NULL;
  g_autoptr (JsonNode) unchanged = NULL;
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;

  open_client (&client);
  list = send_request (&client, "GET",
                       "/scim/v2/Users?filter=userName%20ne%20%22admin%22&count=1"
                       "&attributes=userName",
                       NULL, NULL);
  g_assert_cmpuint (client.status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_content_type (client.headers, NULL), ==,
                   "application/scim+json");
  path = g_strconcat ("/scim/v2/Users/",
                      json_object_get_string_member (get_resource (list, 0), "id"), NULL);

  patched = send_request (&client, "PATCH", path, NULL, ZONE ("Antarctica/Troll"));
  g_assert_cmpuint (client.status, ==, 200);
  etag = g_strdup (get_header (&client, "ETag"));
  g_assert_true (g_str_has_prefix (etag, "W/\""));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (patched),
                                                  "timezone"),
                   ==, "Antarctica/Troll");
  same = send_request (&client, "PATCH", path, etag, ZONE ("Antarctica/Troll"));
  g_assert_cmpuint (client.status, ==, 200);
  g_assert_cmpstr (get_header (&client, "ETag"), ==, etag);
  stale = send_request (&client, "PATCH", path, "W/\"0\"", ZONE ("UTC"));
  g_assert_cmpuint (client.status, ==, 412);
  unchanged = send_request (&client, "GET", path, etag, NULL);
  g_assert_cmpuint (client.status, ==, 304);
  g_assert_null (unchanged);
  close_client (&client);
}

static void
test_new_user (void)
{
  Client client;
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (JsonNode) removed = NULL;
  g_autoptr (JsonNode) gone = NULL;
  g_autofree char *start = NULL;
  g_autofree char *location = NULL;
  const char      *path;

  open_client (&client);
  made = send_request (&client, "POST", "/scim/v2/Users", NULL,
                       "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],"
                       "\"userName\":\"bjensen\"}");
  g_assert_cmpuint (client.status, ==, 201);
  start = g_strdup_printf ("http://127.0.0.1:%u/scim/v2/Users/",
                           server_fixture_get_port (client.server));
  location = g_strdup (get_header (&client, "Location"));
  g_assert_true (g_str_has_prefix (location, start));
  path = strstr (location, "/scim");
  removed = send_request (&client, "DELETE", path, NULL, NULL);
  g_assert_cmpuint (client.status, ==, 204);
  gone = send_request (&client, "GET", path, NULL, NULL);
  g_assert_cmpuint (client.status, ==, 404);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (gone), "status"),
                   ==, "404");
  close_client (&client);
}

/* All sample users by cursor, then all of them in one Bulk, then read again. */
static void
test_bulk (void)
{
  Client client;
  g_autoptr (GString) body = g_string_new (
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],"
    "\"Operations\":[");
  g_autofree char *cursor = g_strdup ("");
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (JsonNode) found = NULL;
  JsonArray *answers;
  guint      n_users = 0;

  open_client (&client);
  while (cursor != NULL)
    {
      g_autofree char *path
        = g_strdup_printf ("/scim/v2/Users?count=3&cursor=%s", cursor);
      g_autoptr (JsonNode) page = send_request (&client, "GET", path, NULL, NULL);
      JsonObject *list = json_node_get_object (page);
      JsonArray  *users = json_object_get_array_member (list, "Resources");

      g_assert_cmpuint (client.status, ==, 200);
      for (guint i = 0; i < json_array_get_length (users); i++)
        g_string_append_printf (
          body, "%s{\"method\":\"PATCH\",\"path\":\"/Users/%s\",\"data\":%s}",
          n_users++ > 0 ? "," : "",
          json_object_get_string_member (json_array_get_object_element (users, i), "id"),
          ZONE ("Antarctica/Troll"));
      g_free (cursor);
      cursor = g_strdup (
        json_object_get_string_member_with_default (list, "nextCursor", NULL));
    }
  g_string_append (body, "]}");
  answer = send_request (&client, "POST", "/scim/v2/Bulk", NULL, body->str);
  g_assert_cmpuint (client.status, ==, 200);
  answers = json_object_get_array_member (json_node_get_object (answer), "Operations");
  g_assert_cmpuint (json_array_get_length (answers), ==, n_users);
  for (guint i = 0; i < n_users; i++)
    g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (answers, i), "status"),
                     ==, "200");
  found = send_request (&client, "GET",
                        "/scim/v2/Users?count=0&filter=timezone%20eq%20"
                        "%22Antarctica/Troll%22",
                        NULL, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (found),
                                               "totalResults"),
                   ==, n_users);
  close_client (&client);
}

static void
test_session_ends (void)
{
  Client client;
  g_autoptr (JsonNode) me = NULL;
  g_autoptr (JsonNode) ended = NULL;
  g_autoptr (JsonNode) refused = NULL;

  open_client (&client);
  me = send_request (&client, "GET", "/scim/v2/Me", NULL, NULL);
  g_assert_cmpuint (client.status, ==, 200);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (me), "userName"),
                   ==, "admin");
  ended = send_request (&client, "DELETE", "/sessions/current", NULL, NULL);
  g_assert_cmpuint (client.status, ==, 204);
  refused = send_request (&client, "GET", "/scim/v2/Me", NULL, NULL);
  g_assert_cmpuint (client.status, ==, 401);
  g_assert_nonnull (get_header (&client, "WWW-Authenticate"));
  close_client (&client);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/http/one-user", test_one_user);
  g_test_add_func ("/server/http/new-user", test_new_user);
  g_test_add_func ("/server/http/bulk", test_bulk);
  g_test_add_func ("/server/http/session-ends", test_session_ends);
  return g_test_run ();
}
