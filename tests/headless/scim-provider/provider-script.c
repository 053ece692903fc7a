/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-script.h"

#include <string.h>

#include "muster-scim-platform.h"

static char *
requote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "'", "\"", 0);
  return g_strdup (quoted->str);
}

static gboolean
fits (const Rule *rule, const HttpFixtureRequest *request)
{
  g_autofree char *line = g_strdup_printf ("%s %s", request->method, request->target);
  g_autofree char *shown = http_fixture_request_dup_header (request, "Authorization");
  g_autofree char *has = rule->has != NULL ? requote (rule->has) : NULL;

  return g_str_has_prefix (line, rule->line)
         && (has == NULL || strstr (request->body, has) != NULL)
         && (rule->authorization == NULL || g_strcmp0 (shown, rule->authorization) == 0);
}

static gboolean
answer_cb (HttpFixture              *fixture,
           const HttpFixtureRequest *request,
           GOutputStream            *output,
           gpointer                  user_data)
{
  for (const Rule *rule = user_data; rule->line != NULL; rule++)
    if (fits (rule, request))
      {
        g_autofree char *body = requote (rule->body != NULL ? rule->body : "");

        if (rule->status == 0)
          return FALSE;
        return http_fixture_answer (output, rule->status, rule->headers,
                                    rule->type != NULL ? rule->type
                                                       : "application/scim+json",
                                    body);
      }
  return http_fixture_answer (output, 404, NULL, "text/plain", "");
}

HttpFixture *
script_new (const Rule *rules)
{
  return http_fixture_new (answer_cb, (gpointer) rules);
}

MusterPlatform *
script_connect (HttpFixture *fixture, const char *path)
{
  g_autofree char *url = g_strconcat (http_fixture_get_url (fixture), path, NULL);
  g_autoptr (GError) error = NULL;
  MusterPlatform *platform = muster_scim_platform_new (url, "admin", "pw", &error);

  g_assert_no_error (error);
  return platform;
}

gboolean
script_open (MusterPlatform *platform, GError **error)
{
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_platform_open_async (platform, NULL, http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  return muster_platform_open_finish (platform, result, error);
}

MusterPlatform *
script_connect_and_open (HttpFixture *fixture)
{
  MusterPlatform *platform = script_connect (fixture, "/scim/v2");
  g_autoptr (GError) error = NULL;

  script_open (platform, &error);
  g_assert_no_error (error);
  return platform;
}

MusterPage *
script_find (MusterPlatform  *platform,
             MusterUserQuery *query,
             const char      *cursor,
             guint            limit,
             GError         **error)
{
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_platform_find_users_async (platform, query, cursor, limit, NULL,
                                    http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  return muster_platform_find_users_finish (platform, result, error);
}

char *
script_read (MusterPlatform *platform, const char *ids, GError **error)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) users = NULL;
  GString *names;

  muster_platform_read_users_async (platform, (const char *const *) list,
                                    MUSTER_FIELDS_ALL, NULL, http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  users = muster_platform_read_users_finish (platform, result, error);
  if (users == NULL)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; i < users->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            muster_user_get_user_name (g_ptr_array_index (users, i)));
  return g_string_free (names, FALSE);
}

char *
script_write (MusterPlatform *platform,
              GPtrArray      *writes,
              guint           transport,
              GError        **error)
{
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  GString *letters;

  muster_platform_write_async (platform, writes, transport, NULL, http_fixture_keep_cb,
                               &kept);
  result = http_fixture_wait (&kept);
  results = muster_platform_write_finish (platform, result, error);
  if (results == NULL)
    return NULL;
  g_assert_cmpuint (results->len, ==, writes->len);
  letters = g_string_new (NULL);
  for (guint i = 0; i < results->len; i++)
    {
      MusterWriteResult *answer = g_ptr_array_index (results, i);

      g_string_append_c (letters, "TCRNU"[answer->state]);
    }
  return g_string_free (letters, FALSE);
}
