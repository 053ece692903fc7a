/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"
#include "provider-script.h"

#include <string.h>

#define BULK "POST /scim/v2/Bulk"
#define ANSWER(status, id)                                                               \
  "{'status':'" status "','location':'http://x/scim/v2/Users/" id "'}"
#define ANSWERS(operations) "{'Operations':[" operations "]}"
#define SET "timeZone set Asia/Tokyo"

static const char *const three[] = { "a", "b", "c", NULL };

static void
test_bulk (void)
{
  static const Rule rules[]
    = { OWN_RULES,
        { .line = BULK,
          .has = "{'method':'PATCH','path':'/Users/b','version':'W/\\'3\\'','data':{",
          .authorization = "Bearer t1",
          .status = 200,
          .body = ANSWERS (
            ANSWER ("200", "a") "," ANSWER ("412", "b") "," ANSWER ("503", "c")) },
        { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GPtrArray) writes = new_writes (three, "W/\"3\"", SET);
  g_autoptr (GError) error = NULL;
  g_autofree char *letters = script_write (platform, writes, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (letters, ==, "TCN");
}

/* What the whole call comes to where it fails as a whole. */
static const struct
{
  Rule                rule;
  MusterPlatformError code;
  gboolean            unsure;
} failures[] = {
  { { .status = 200, .body = "{}" }, MUSTER_PLATFORM_ERROR_BAD_REPLY, TRUE },
  { { .status = 200, .body = "" }, MUSTER_PLATFORM_ERROR_BAD_REPLY, TRUE },
  { { .status = 200, .body = "{'Operations':[{'status':" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    TRUE },
  { { .status = 200, .body = "<p>", .type = "text/html" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    TRUE },
  { { .status = 0 }, MUSTER_PLATFORM_ERROR_LOST, TRUE },
  { { .status = 500 }, MUSTER_PLATFORM_ERROR_SERVER, TRUE },
  { { .status = 307, .headers = "Location: /elsewhere\r\n" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    TRUE },
  { { .status = 403 }, MUSTER_PLATFORM_ERROR_PERMISSION, FALSE },
  { { .status = 400, .body = "{'scimType':'invalidSyntax','detail':'What?'}" },
    MUSTER_PLATFORM_ERROR_BAD_REQUEST,
    FALSE },
  { { .status = 429, .headers = "Retry-After: 5\r\n" },
    MUSTER_PLATFORM_ERROR_THROTTLED,
    FALSE },
  { { .status = 503 }, MUSTER_PLATFORM_ERROR_THROTTLED, FALSE },
};

static void
test_bulk_fails (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      Rule rules[] = { OWN_RULES, failures[i].rule, { NULL } };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GPtrArray) writes = new_writes (three, NULL, SET);
      g_autoptr (GError) error = NULL;
      gint64 before;

      rules[3].line = BULK;
      fixture = script_new (rules);
      platform = script_connect_and_open (fixture);
      before = g_get_monotonic_time ();
      g_assert_null (script_write (platform, writes, 0, &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, (int) failures[i].code);
      g_assert_cmpint (muster_platform_error_is_unsure (error), ==, failures[i].unsure);
      g_assert_cmpuint (http_fixture_count (fixture, BULK), ==, 1);
      if (failures[i].rule.status == 429)
        g_assert_cmpint (muster_platform_error_get_retry_at (error), >=,
                         before + 5 * G_USEC_PER_SEC);
      if (failures[i].code == MUSTER_PLATFORM_ERROR_BAD_REQUEST)
        g_assert_cmpstr (muster_platform_error_get_server_code (error), ==,
                         "invalidSyntax");
    }
}

/* A limit that is lower than announced: the same by halves. */
static void
test_too_large (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = BULK, .has = "/Users/a','data", .status = 413 },
    { NULL },
  };
  static const Rule halves[] = {
    OWN_RULES,
    { .line = BULK,
      .has = "'/Users/a','data':{'schemas':['urn:ietf:params:scim:api:messages:2.0:"
             "PatchOp'],'Operations':[{'op':'replace','value':{'timezone':'Asia/Tokyo'}}"
             "]}},",
      .status = 413 },
    { .line = BULK,
      .has = "/Users/a",
      .status = 200,
      .body = ANSWERS (ANSWER ("200", "a")) },
    { .line = BULK,
      .has = "/Users/b",
      .status = 200,
      .body = ANSWERS (ANSWER ("404", "b")) },
    { .line = BULK,
      .has = "/Users/c",
      .status = 200,
      .body = ANSWERS (ANSWER ("200", "c")) },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (halves);
  g_autoptr (HttpFixture) hopeless = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterPlatform) other = script_connect_and_open (hopeless);
  g_autoptr (GPtrArray) writes = new_writes (three, NULL, SET);
  g_autoptr (GError) error = NULL;
  g_autofree char *letters = script_write (platform, writes, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (letters, ==, "TRT");
  g_assert_cmpuint (http_fixture_count (fixture, BULK), ==, 4);
  g_assert_null (script_write (other, writes, 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_TOO_LARGE);
}

#define SMALL_PAYLOAD                                                                    \
  {                                                                                      \
    .line = "GET /scim/v2/ServiceProviderConfig", .status = 200,                         \
    .body = CONFIG_WITH (",'patch':{'supported':true},'bulk':{'supported':true,"         \
                         "'maxOperations':1000,'maxPayloadSize':500}")                   \
  }

/* Several requests make one call; what the first were answered survives the last. */
static void
test_parts (void)
{
  static const struct
  {
    Rule        second;
    const char *expected;
  } cases[] = {
    { { .status = 200, .body = ANSWERS (ANSWER ("200", "b")) }, "TTT" },
    { { .status = 0 }, "TUN" },
    { { .status = 500 }, "TUN" },
    { { .status = 503 }, "TNN" },
    { { .status = 403 }, "TNN" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Rule rules[] = {
        SMALL_PAYLOAD,
        OWN_RULES,
        { .line = BULK,
          .has = "Users/a",
          .status = 200,
          .body = ANSWERS (ANSWER ("200", "a")) },
        cases[i].second,
        { .line = BULK,
          .has = "Users/c",
          .status = 200,
          .body = ANSWERS (ANSWER ("200", "c")) },
        { NULL },
      };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GPtrArray) writes = new_writes (three, NULL, SET);
      g_autoptr (GError) error = NULL;
      g_autofree char *letters = NULL;

      rules[5].line = BULK;
      rules[5].has = "Users/b";
      fixture = script_new (rules);
      platform = script_connect_and_open (fixture);
      letters = script_write (platform, writes, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (letters, ==, cases[i].expected);
    }
}

/* One request for each user. */
static const struct
{
  Rule        rule;
  const char *expected; /* NULL: the call fails with @code */
  int         code;
} singles[] = {
  { { .status = 200, .body = "{'id':'a','meta':{'version':'W/\\'4\\''}}" }, "T", 0 },
  { { .status = 204 }, "T", 0 },
  { { .status = 412, .body = "{'detail':'Moved on.'}" }, "C", 0 },
  { { .status = 400, .body = "{'detail':'No such zone.'}" }, "R", 0 },
  { { .status = 403 }, "R", 0 },
  { { .status = 404 }, "R", 0 },
  { { .status = 409 }, "R", 0 },
  { { .status = 413 }, "R", 0 },
  { { .status = 501 }, "R", 0 },
  { { .status = 429 }, NULL, MUSTER_PLATFORM_ERROR_THROTTLED },
  { { .status = 500 }, NULL, MUSTER_PLATFORM_ERROR_SERVER },
  { { .status = 408 }, NULL, MUSTER_PLATFORM_ERROR_SERVER },
  { { .status = 0 }, NULL, MUSTER_PLATFORM_ERROR_LOST },
  { { .status = 200, .body = "{" }, NULL, MUSTER_PLATFORM_ERROR_BAD_REPLY },
  { { .status = 401 }, NULL, MUSTER_PLATFORM_ERROR_SIGN_IN },
};

static void
test_single (void)
{
  static const char *const one[] = { "a", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      Rule rules[] = { OWN_RULES, singles[i].rule, { NULL } };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GPtrArray) writes = new_writes (one, "W/\"3\"", SET);
      g_autoptr (GError) error = NULL;
      g_autofree char *letters = NULL;

      rules[3].line = "PATCH /scim/v2/Users/a";
      fixture = script_new (rules);
      platform = script_connect_and_open (fixture);
      letters = script_write (platform, writes, 1, &error);
      g_assert_cmpstr (letters, ==, singles[i].expected);
      if (singles[i].expected == NULL)
        g_assert_error (error, MUSTER_PLATFORM_ERROR, singles[i].code);
      else
        g_assert_no_error (error);
      /* A 401 signs in anew and goes out once more; nothing else ever does. */
      g_assert_cmpuint (http_fixture_count (fixture, "PATCH"), ==,
                        singles[i].rule.status == 401 ? 2 : 1);
    }
}

static gboolean
if_match_cb (HttpFixture              *fixture,
             const HttpFixtureRequest *request,
             GOutputStream            *output,
             gpointer                  user_data)
{
  g_autofree char *if_match = http_fixture_request_dup_header (request, "If-Match");

  if (g_str_equal (request->method, "PATCH") && g_strcmp0 (if_match, user_data) != 0)
    return http_fixture_answer (output, 500, NULL, "text/plain", "");
  if (g_str_equal (request->method, "PATCH"))
    return http_fixture_answer (output, 204, "ETag: W/\"9\"\r\n", "text/plain", "");
  if (g_str_has_suffix (request->target, "Config") && user_data != NULL)
    return http_fixture_answer (
      output, 200, NULL, "application/json",
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig\"],"
      "\"patch\":{\"supported\":true},\"etag\":{\"supported\":true}}");
  if (g_str_has_suffix (request->target, "Config"))
    return http_fixture_answer (output, 200, NULL, "application/json",
                                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:"
                                "ServiceProviderConfig\"],"
                                "\"patch\":{\"supported\":true}}");
  if (g_str_has_suffix (request->target, "/Me"))
    return http_fixture_answer (output, 200, NULL, "application/json",
                                "{\"id\":\"u0\",\"userName\":\"me\"}");
  return http_fixture_answer (output, 404, NULL, "text/plain", "");
}

/* The version goes along only where versions are announced; an ETag that a web framework
 * made is not taken for one. */
static void
test_versions (void)
{
  static const char *const one[] = { "a", NULL };
  const char              *shown[] = { "W/\"3\"", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (HttpFixture) fixture
        = http_fixture_new (if_match_cb, (gpointer) shown[i]);
      g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
      g_autoptr (GPtrArray) writes = new_writes (one, "W/\"3\"", SET);
      g_autoptr (GPtrArray) results = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *kept = NULL;

      muster_platform_write_async (platform, writes, 0, NULL, http_fixture_keep_cb,
                                   &kept);
      result = http_fixture_wait (&kept);
      results = muster_platform_write_finish (platform, result, &error);
      g_assert_no_error (error);
      g_assert_null (((MusterWriteResult *) results->pdata[0])->version);
    }
}

#define FOREIGN_BULK                                                                     \
  { .line = "GET /scim/v2/ServiceProviderConfig",                                        \
    .status = 200,                                                                       \
    .body = CONFIG_WITH (",'patch':{'supported':true},'bulk':{'supported':true,"         \
                         "'maxOperations':1000}") },                                     \
  {                                                                                      \
    .line = "GET /scim/v2/Me", .status = 200, .body = "{'id':'u0','userName':'me'}"      \
  }

/* The three ways that another provider may take writes. */
static void
test_foreign_transports (void)
{
  static const Rule rules[] = {
    FOREIGN_BULK,
    { .line = BULK,
      .has = "'data':[{'op':",
      .status = 200,
      .body = ANSWERS ("{'status':{'code':'200'}}") },
    { .line = BULK,
      .has = "'data':{'schemas':",
      .status = 200,
      .body = ANSWERS ("{'status':'404'}") },
    { .line = "PATCH /scim/v2/Users/a", .status = 204 },
    { NULL },
  };
  static const char *const one[] = { "a", NULL };
  static const char *const expected[] = { "R", "T", "T" };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GPtrArray) writes = new_writes (one, NULL, SET);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *letters = script_write (platform, writes, i, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (letters, ==, expected[i]);
    }
}

static void
test_field_not_offered (void)
{
  static const Rule        rules[] = { FOREIGN_BULK, { NULL } };
  static const char *const one[] = { "a", NULL };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GPtrArray) writes = new_writes (one, NULL, "company set c1");
  g_autoptr (GError) error = NULL;

  g_assert_null (script_write (platform, writes, 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_OFFERED);
  g_assert_cmpuint (http_fixture_count (fixture, BULK), ==, 0);
}

/* A session that ends in the middle is begun anew, once for everybody. */
static void
test_session_ends (void)
{
  static const Rule rules[] = {
    { .line = "PATCH /scim/v2/Users", .authorization = "Bearer t1", .status = 401 },
    { .line = "PATCH /scim/v2/Users", .authorization = "Bearer t2", .status = 204 },
    OWN_RULES,
    { NULL },
  };
  static const char *const one[] = { "a", NULL };
  Rule                     changed[G_N_ELEMENTS (rules)];
  g_autoptr (HttpFixture) fixture = NULL;
  g_autoptr (MusterPlatform) platform = NULL;
  g_autoptr (GPtrArray) writes = new_writes (one, NULL, SET);
  GAsyncResult *kept[4] = { NULL };

  memcpy (changed, rules, sizeof rules);
  fixture = script_new (changed);
  platform = script_connect_and_open (fixture);
  changed[4].body = "{'token':'t2'}";
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    muster_platform_write_async (platform, writes, 1, NULL, http_fixture_keep_cb,
                                 &kept[i]);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAsyncResult) result = http_fixture_wait (&kept[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) results
        = muster_platform_write_finish (platform, result, &error);

      g_assert_no_error (error);
      g_assert_cmpint (((MusterWriteResult *) results->pdata[0])->state, ==,
                       MUSTER_WRITE_TAKEN);
    }
  g_assert_cmpuint (http_fixture_count (fixture, "POST /sessions"), ==, 2);
  g_assert_cmpstr (muster_user_get_user_name (muster_platform_get_account (platform)), ==,
                   "admin");
}

static gboolean
hang_at_bulk_cb (HttpFixture              *fixture,
                 const HttpFixtureRequest *request,
                 GOutputStream            *output,
                 gpointer                  user_data)
{
  if (g_str_has_suffix (request->target, "/Bulk"))
    {
      http_fixture_hang (fixture, output);
      return FALSE;
    }
  if (g_str_has_suffix (request->target, "/Me"))
    return http_fixture_answer (output, 200, NULL, "application/json",
                                "{\"id\":\"u0\",\"userName\":\"me\"}");
  if (g_str_has_suffix (request->target, "Config"))
    return http_fixture_answer (output, 200, NULL, "application/json",
                                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:"
                                "ServiceProviderConfig\"],"
                                "\"patch\":{\"supported\":true},"
                                "\"bulk\":{\"supported\":true,\"maxOperations\":9}}");
  return http_fixture_answer (output, 404, NULL, "text/plain", "");
}

/* What a cancelled request has done nobody knows. The call outlives its platform's last
 * other owner. */
static void
test_cancel (void)
{
  g_autoptr (HttpFixture) fixture = http_fixture_new (hang_at_bulk_cb, NULL);
  MusterPlatform *platform = script_connect_and_open (fixture);
  g_autoptr (GPtrArray) writes = new_writes (three, NULL, SET);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *kept = NULL;

  muster_platform_write_async (platform, writes, 0, cancellable, http_fixture_keep_cb,
                               &kept);
  g_object_add_weak_pointer (G_OBJECT (platform), (gpointer *) &platform);
  g_object_unref (platform);
  while (http_fixture_count (fixture, BULK) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (platform);
  g_cancellable_cancel (cancellable);
  result = http_fixture_wait (&kept);
  g_assert_null (muster_platform_write_finish (platform, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (muster_platform_error_is_unsure (error));
  g_clear_object (&result);
  while (platform != NULL)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/write/bulk", test_bulk);
  g_test_add_func ("/scim-provider/write/bulk-fails", test_bulk_fails);
  g_test_add_func ("/scim-provider/write/too-large", test_too_large);
  g_test_add_func ("/scim-provider/write/parts", test_parts);
  g_test_add_func ("/scim-provider/write/single", test_single);
  g_test_add_func ("/scim-provider/write/versions", test_versions);
  g_test_add_func ("/scim-provider/write/foreign-transports", test_foreign_transports);
  g_test_add_func ("/scim-provider/write/field-not-offered", test_field_not_offered);
  g_test_add_func ("/scim-provider/write/session-ends", test_session_ends);
  g_test_add_func ("/scim-provider/write/cancel", test_cancel);
  return g_test_run ();
}
