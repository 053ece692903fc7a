/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#include <string.h>

#include "muster-dispatch.h"
#include "muster-migration.h"
#include "muster-session.h"

/* As bits of MusterPermission: ops has all but administer-site. */
static const char directory_sql[]
  = "INSERT INTO organization (id, name, name_key, parent, created, modified) VALUES "
    "('north', 'North', 'north', NULL, 1, 1), ('depot', 'Depot', 'depot', 1, 1, 1), "
    "('south', 'South', 'south', NULL, 1, 1);"
    "INSERT INTO company (id, name, name_key, created, modified) VALUES "
    "('acme', 'Acme', 'acme', 1, 1), ('globex', 'Globex GmbH', 'globex gmbh', 1, 1);"
    "INSERT INTO role (id, name, name_key, administrative, permissions, created, "
    "modified) "
    "VALUES ('basic', 'Basic User', 'basic user', 0, 0, 1, 1), "
    "('instructor', 'Instructor', 'instructor', 0, 0, 1, 1), "
    "('ops', 'Operations Manager', 'operations manager', 1, 255, 1, 1), "
    "('helpdesk', 'Help Desk', 'help desk', 1, 17, 1, 1), "
    "('site', 'Site Administrator', 'site administrator', 1, 511, 1, 1);"
    "INSERT INTO user (id, user_name, user_name_key, created, modified) "
    "VALUES ('admin', 'admin', 'admin', 1000000, 1000000);"
    "INSERT INTO user_role (user, role) VALUES (1, 5);"
    "INSERT INTO user_text (rowid, user_name) VALUES (1, 'admin');";

#define REFERENCES(organization, more)                                                   \
  "\"" FIXTURE_PROFILE "\":{\"organization\":{\"value\":\"" organization "\"}" more "}"
#define MANAGES(organization)                                                            \
  ",\"managedOrganizations\":[{\"value\":\"" organization "\"}]"

static const struct
{
  const char *id;
  const char *members;
} users[] = {
  { "ops",
    "\"userName\":\"ops\",\"roles\":[{\"value\":\"ops\"}]," REFERENCES ("north",
                                                                        MANAGES (
                                                                          "north")) },
  { "helper", "\"userName\":\"helper\",\"roles\":[{\"value\":\"helpdesk\"}]," REFERENCES (
                "north", MANAGES ("north")) },
  { "ann", "\"userName\":\"Ann.Lee\",\"name\":{\"givenName\":\"Ann\",\"familyName\":"
           "\"Lee\"},\"displayName\":\"Ann Lee\",\"title\":\"Tour Guide\",\"emails\":["
           "{\"value\":\"ann@example.org\",\"type\":\"work\",\"primary\":true},"
           "{\"value\":\"ann@home.example\",\"type\":\"home\"}],"
           "\"phoneNumbers\":[{\"value\":\"+1 555 0100\",\"type\":\"work\"}],"
           "\"timezone\":\"Europe/Paris\",\"roles\":[{\"value\":\"basic\"},"
           "{\"value\":\"instructor\"}]," REFERENCES ("north",
                                                      ",\"company\":{\"value\":\"acme\"},"
                                                      "\"flaggedFields\":[\"city\","
                                                      "\"zipCode\"]") },
  { "bob",
    "\"userName\":\"bob\",\"name\":{\"givenName\":\"Böb\",\"familyName\":\"Straße\""
    "},\"emails\":[{\"value\":\"BOB@example.org\",\"type\":\"home\"}],"
    "\"externalId\":\"B-1\",\"active\":false,\"roles\":[{\"value\":\"basic\"}],"
    "\"addresses\":[{\"type\":\"work\",\"streetAddress\":\"1 Main St\\nFloor 2\","
    "\"locality\":\"Springfield\",\"country\":\"US\"}]," REFERENCES (
      "depot",
      ",\"company\":{\"value\":\"globex\"},\"accountExecutive\":"
      "{\"value\":\"ann\"}") },
  { "cleo", "\"userName\":\"cleo\",\"name\":{\"familyName\":\"Adams\"},\"roles\":["
            "{\"value\":\"ops\"}]," REFERENCES ("south", MANAGES ("south")) },
  { "nobody", "\"userName\":\"nobody\"," REFERENCES ("north", "") },
};

static void
execute (ResourceFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  muster_database_execute (self->database, sql, &error);
  g_assert_no_error (error);
}

static void
add_user (ResourceFixture *self, const char *id, const char *members)
{
  g_autofree char *body = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (JsonNode) made = NULL;

  body = g_strdup_printf ("{\"schemas\":[\"" FIXTURE_USER_SCHEMA "\"],%s}", members);
  made = resource_fixture_call (self, "admin", "POST", "/scim/v2/Users", body);
  g_assert_cmpuint (self->status, ==, 201);
  sql = g_strdup_printf ("UPDATE user SET id = '%s', created = row * 1000000 "
                         "WHERE row = (SELECT max (row) FROM user)",
                         id);
  sqlite3_exec (muster_database_get_handle (self->database), sql, NULL, NULL, NULL);
}

ResourceFixture *
resource_fixture_new (void)
{
  ResourceFixture *self = g_new0 (ResourceFixture, 1);
  g_autoptr (GError) error = NULL;

  self->database = muster_database_open (NULL, TRUE, &error);
  g_assert_no_error (error);
  muster_migration_run (self->database, &error);
  g_assert_no_error (error);
  execute (self, directory_sql);
  self->router = muster_router_new ();
  muster_router_add (self->router, muster_discovery_routes);
  muster_router_add (self->router, muster_resource_routes);
  muster_router_add (self->router, muster_me_routes);
  muster_router_add (self->router, muster_bulk_routes);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    add_user (self, users[i].id, users[i].members);
  return self;
}

void
resource_fixture_free (ResourceFixture *self)
{
  muster_router_free (self->router);
  muster_database_close (self->database);
  g_free (self->etag);
  g_free (self->location);
  g_free (self);
}

gint64
resource_fixture_count (ResourceFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = muster_database_prepare_once (self->database, sql, &error);
  gint64        count;

  g_assert_no_error (error);
  g_assert_cmpint (muster_database_step (self->database, statement, &error), ==,
                   MUSTER_STEP_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

static void
sign_in (ResourceFixture *self, MusterRequest *request, const char *user)
{
  g_autofree char *sql = g_strdup_printf ("SELECT row FROM user WHERE id = '%s'", user);
  g_autofree char *token = NULL;
  g_autoptr (GError) error = NULL;

  token = muster_session_create (self->database, resource_fixture_count (self, sql),
                                 g_get_real_time (), &error);
  g_assert_no_error (error);
  request->authorization = g_strconcat ("Bearer ", token, NULL);
}

static void
split_query (MusterRequest *request, const char *query)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *value = strchr (*pair, '=');

      g_assert_nonnull (value);
      *value = '\0';
      g_hash_table_insert (request->query, g_strdup (*pair), g_strdup (value + 1));
    }
}

static MusterRequest *
build_request (const char *method, const char *path, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (path, "?", 2);
  MusterRequest *request = muster_request_new (method, parts[0]);

  if (parts[1] != NULL)
    split_query (request, parts[1]);
  g_free (request->base_url);
  request->base_url = g_strdup ("http://127.0.0.1:1");
  g_clear_pointer (&request->body, g_bytes_unref);
  request->body
    = g_bytes_new (body != NULL ? body : "", body != NULL ? strlen (body) : 0);
  g_free (request->content_type);
  request->content_type = g_strdup ("application/scim+json");
  return request;
}

static JsonNode *
take_reply (ResourceFixture *self, MusterReply *reply)
{
  JsonNode        *node = NULL;
  gsize            length = 0;
  const char      *text = reply->body ? g_bytes_get_data (reply->body, &length) : NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  self->status = reply->status;
  g_free (self->etag);
  self->etag = g_strdup (reply->etag);
  g_free (self->location);
  self->location = g_strdup (reply->location);
  if (length > 0)
    {
      copy = g_strndup (text, length);
      g_assert_true (g_utf8_validate (copy, -1, NULL));
      node = json_from_string (copy, &error);
      g_assert_no_error (error);
    }
  return node;
}

JsonNode *
resource_fixture_call (ResourceFixture *self,
                       const char      *user,
                       const char      *method,
                       const char      *path,
                       const char      *body)
{
  g_autoptr (MusterRequest) request = build_request (method, path, body);
  g_autoptr (MusterReply) reply = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *allow = NULL;
  const MusterRoute *route;

  if (user != NULL)
    sign_in (self, request, user);
  request->if_match = g_strdup (self->if_match);
  request->if_none_match = g_strdup (self->if_none_match);
  self->if_match = NULL;
  self->if_none_match = NULL;
  route = muster_router_find (self->router, request, &allow, &error);
  reply = route != NULL ? muster_dispatch_run (self->database, request, route)
                        : muster_reply_new_error (error);
  return take_reply (self, reply);
}

JsonNode *
resource_fixture_patch (ResourceFixture *self,
                        const char      *user,
                        const char      *path,
                        const char      *operations)
{
  g_autofree char *body
    = g_strdup_printf ("{\"schemas\":[\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":%s}",
                       operations);

  return resource_fixture_call (self, user, "PATCH", path, body);
}

char *
resource_fixture_dup (JsonNode *node, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) found = NULL;
  JsonArray *array;
  JsonNode  *first;

  if (node == NULL)
    return g_strdup ("");

  found = json_path_query (path, node, &error);
  g_assert_no_error (error);
  array = json_node_get_array (found);
  if (json_array_get_length (array) == 0)
    return g_strdup ("");

  first = json_array_get_element (array, 0);
  if (JSON_NODE_HOLDS_VALUE (first) && json_node_get_value_type (first) == G_TYPE_STRING)
    return json_node_dup_string (first);
  return json_to_string (first, FALSE);
}

/* The order of an object's members does not matter. */
static gboolean
equal_json (const char *a, const char *b)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  if ((a[0] != '{' && a[0] != '[') || (b[0] != '{' && b[0] != '['))
    return FALSE;

  first = json_from_string (a, NULL);
  second = json_from_string (b, NULL);
  return first != NULL && second != NULL && json_node_equal (first, second);
}

void
resource_fixture_assert (JsonNode *node, const char *path, const char *expected)
{
  g_autofree char *text = resource_fixture_dup (node, path);

  if (equal_json (text, expected))
    return;
  if (g_strcmp0 (text, expected) != 0)
    {
      g_autofree char *all = node != NULL ? json_to_string (node, TRUE) : NULL;

      g_test_message ("%s in %s", path, all);
    }
  g_assert_cmpstr (text, ==, expected);
}

void
resource_fixture_assert_error (ResourceFixture *self,
                               JsonNode        *node,
                               guint            status,
                               const char      *scim_type,
                               const char      *named)
{
  g_autofree char *detail = resource_fixture_dup (node, "$.detail");
  g_autofree char *number = g_strdup_printf ("%u", status);

  g_test_message ("%u %s", self->status, detail);
  g_assert_cmpuint (self->status, ==, status);
  resource_fixture_assert (node, "$.status", number);
  resource_fixture_assert (node, "$.scimType", scim_type);
  g_assert_nonnull (strstr (detail, named));
}

char *
resource_fixture_dup_names (JsonNode *list)
{
  GString   *names = g_string_new (NULL);
  JsonArray *array
    = json_object_get_array_member (json_node_get_object (list), "Resources");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            json_object_get_string_member (
                              json_array_get_object_element (array, i), "userName"));
  return g_string_free (names, FALSE);
}

static void append_shape (JsonNode *node, GString *out);

static void
append_members (JsonObject *object, GString *out)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_string_append_printf (out, "%s%s", name != names ? "," : "", (char *) name->data);
      append_shape (json_object_get_member (object, name->data), out);
    }
}

static void
append_shape (JsonNode *node, GString *out)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_string_append_c (out, '{');
      append_members (json_node_get_object (node), out);
      g_string_append_c (out, '}');
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        append_shape (json_array_get_element (array, i), out);
      g_string_append_c (out, ']');
    }
}

char *
resource_fixture_dup_shape (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  append_members (json_node_get_object (node), out);
  return g_string_free (out, FALSE);
}
