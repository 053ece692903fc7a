/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-bulk.h"

static void
test_print (void)
{
  static const char *const ids[] = { "a", "b/c", NULL };
  g_autoptr (GPtrArray) writes = new_writes (ids, "W/\"3\"", "active set false");
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) foreign = g_string_new (NULL);

  g_assert_cmpuint (muster_scim_bulk_print (writes, 0, 10, G_MAXSIZE, FALSE, &own_dialect,
                                            own),
                    ==, 2);
  g_assert_cmpstr (
    own->str, ==,
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],"
    "\"Operations\":[{\"method\":\"PATCH\",\"path\":\"/Users/a\",\"version\":\"W/"
    "\\\"3\\\""
    "\",\"data\":{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
    "\"Operations\":[{\"op\":\"replace\",\"value\":{\"active\":false}}]}},"
    "{\"method\":\"PATCH\",\"path\":\"/Users/b%2Fc\",\"version\":\"W/"
    "\\\"3\\\"\",\"data\":"
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
    "[{\"op\":\"replace\",\"value\":{\"active\":false}}]}}]}");
  /* Without versions none is insisted on; bare data is the list of operations. */
  g_assert_cmpuint (muster_scim_bulk_print (writes, 1, 10, G_MAXSIZE, TRUE,
                                            &foreign_dialect, foreign),
                    ==, 1);
  g_assert_cmpstr (foreign->str, ==,
                   "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],"
                   "\"Operations\":[{\"method\":\"PATCH\",\"path\":\"/Users/"
                   "b%2Fc\",\"data\":"
                   "[{\"op\":\"replace\",\"value\":{\"active\":false}}]}]}");
}

static void
test_limits (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) writes = NULL;
  guint first = 0;
  guint n_requests = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("user-%u", i);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  writes = new_writes ((const char *const *) ids, NULL, "timeZone set Asia/Tokyo");
  while (first < writes->len)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      guint n
        = muster_scim_bulk_print (writes, first, 30, 2000, FALSE, &own_dialect, body);

      g_assert_cmpuint (n, >, 1);
      g_assert_cmpuint (n, <=, 30);
      g_assert_cmpuint (body->len, <=, 2000);
      json_node_unref (parse_json (body->str));
      first += n;
      n_requests++;
    }
  g_assert_cmpuint (first, ==, 100);
  g_assert_cmpuint (n_requests, >, 5);
  for (guint max = 0; max < 200; max += 50)
    {
      g_autoptr (GString) body = g_string_new (NULL);

      /* At least one always goes: it is for the server to refuse it. */
      g_assert_cmpuint (muster_scim_bulk_print (writes, 0, 30, max, FALSE, &own_dialect,
                                                body),
                        ==, 1);
    }
}

/* Answers about the users a, b and c; @expected: a letter for each: Taken, Conflict,
 * Rejected, Not read, Unsure. NULL: the whole is a bad reply, with @message in it. */
static const struct
{
  const char *answer;
  const char *expected;
  const char *message; /* of b, or of the error */
} answers[] = {
  { "{'Operations':[{'status':'200','location':'http://x/scim/v2/Users/a'},"
    "{'status':'204','location':'http://x/scim/v2/Users/b'},"
    "{'status':'200','location':'http://x/scim/v2/Users/c'}]}",
    "TTT", NULL },
  { "{'Operations':[{'status':{'code':'200'}},{'status':{'code':412}},{'status':200}]}",
    "TCT", "answered 412" },
  { "{'Operations':[{'status':'200','location':'/Users/c'},"
    "{'status':'400','location':'/Users/a?x=y','response':{'detail':'No.'}},"
    "{'status':'503','location':'/Users/b','response':{'detail':'Later.'}}]}",
    "RNT", "Later." },
  { "{'Operations':[{'status':'404'},{'status':'429'},{'status':'500'}]}", "RNU",
    "answered 429" },
  { "{'Operations':[{'status':'501'},{'status':'408'},{'status':'401'}]}", "RUR", "408" },
  { "{'Operations':[{'status':'409','response':{'scimType':'uniqueness','detail':"
    "'Taken'}},{'status':'400','response':{'detail':'timezone: no such zone.'}},"
    "{'status':'403'}]}",
    "RRR", "timezone: no such zone." },
  { "{'Operations':[{'status':'200','location':'/Users/b'}]}", "UTU", NULL },
  { "{'Operations':[{'status':'200'}]}", "UUU", "leaves this user out" },
  { "{'Operations':[{},{'status':'yes'},{'status':{'code':true}}]}", "UUU", "no status" },
  { "{'Operations':[{'status':null},{'status':['200']},{'status':-200}]}", "UUU",
    "no status" },
  /* Two answers about one user: the first counts. */
  { "{'Operations':[{'status':'200','location':'/Users/a'},"
    "{'status':'404','location':'/Users/a'},{'status':'200','location':'/Users/c'}]}",
    "TUT", "leaves this user out" },
  { "{'Operations':[]}", "UUU", "leaves this user out" },
  { "{}", NULL, "Operations is missing" },
  { "{'Operations':null}", NULL, "Operations is missing" },
  { "{'Operations':'none'}", NULL, "Operations is not a list" },
  { "{'Operations':[{'status':'200'},7,{'status':'200'}]}", NULL,
    "Operations[1] is not an object" },
  { "{'Operations':[{'status':'200'},{'status':'400','response':'no'},"
    "{'status':'200'}]}",
    NULL, "Operations[1].response is not an object" },
  { "{'Operations':[{'status':'200','version':5},{},{}]}", NULL,
    "Operations[0].version is not a string" },
  { "{'Operations':[{'status':'200','location':5},{},{}]}", NULL,
    "Operations[0].location is not a string" },
};

static void
test_read (void)
{
  static const char *const ids[] = { "before", "a", "b", "c", "after", NULL };
  static const char        letters[] = "TCRNU";
  g_autoptr (GPtrArray) writes = new_writes (ids, NULL, "timeZone set Nowhere/Land");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      MusterWriteResult *results[5] = { NULL };
      g_autoptr (JsonNode) root = parse_json (answers[i].answer);
      g_autoptr (GError) error = NULL;
      gboolean usable = muster_scim_bulk_read (json_node_get_object (root), writes, 1, 3,
                                               results, &error);

      g_test_message ("%s", answers[i].answer);
      g_assert_null (results[0]);
      g_assert_null (results[4]);
      if (answers[i].expected == NULL)
        {
          g_assert_false (usable);
          g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
          g_assert_nonnull (strstr (error->message, answers[i].message));
          for (guint k = 0; k < 5; k++)
            g_assert_null (results[k]);
          continue;
        }
      g_assert_no_error (error);
      for (guint k = 0; k < 3; k++)
        g_assert_cmpint (letters[results[k + 1]->state], ==, answers[i].expected[k]);
      if (answers[i].message == NULL)
        g_assert_null (results[2]->message);
      else
        g_assert_nonnull (strstr (results[2]->message, answers[i].message));
      for (guint k = 1; k < 4; k++)
        muster_write_result_free (results[k]);
    }
}

static void
test_details (void)
{
  static const char *const ids[] = { "a", "b", "c", NULL };
  MusterWriteResult       *results[3] = { NULL };
  g_autoptr (GPtrArray) writes
    = new_writes (ids, NULL, "timeZone set x; managedOrganizations add y");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = parse_json (
    "{'Operations':[{'status':'200','version':'W/\\'4\\''},"
    "{'status':'200','response':{'meta':{'version':'W/\\'5\\''}}},"
    "{'status':'400','response':{'detail':'managedOrganizations[0]: not yours'}}]}");

  g_assert_true (
    muster_scim_bulk_read (json_node_get_object (root), writes, 0, 3, results, &error));
  g_assert_cmpstr (results[0]->version, ==, "W/\"4\"");
  g_assert_cmpstr (results[1]->version, ==, "W/\"5\"");
  g_assert_cmpstr (results[2]->field, ==, "managedOrganizations");
  g_assert_cmpstr (results[2]->message, ==, "managedOrganizations[0]: not yours.");
  for (guint i = 0; i < 3; i++)
    muster_write_result_free (results[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/bulk/print", test_print);
  g_test_add_func ("/scim-provider/bulk/limits", test_limits);
  g_test_add_func ("/scim-provider/bulk/read", test_read);
  g_test_add_func ("/scim-provider/bulk/details", test_details);
  return g_test_run ();
}
