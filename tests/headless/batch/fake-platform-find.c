/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "fake-platform-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  MusterUserQuery   *query;  /* (owned) (nullable): NULL for resources */
  char              *search; /* (owned) (nullable) */
  MusterResourceKind kind;
  guint              start;
  guint              limit;
  gboolean           is_empty;
} FindCall;

static void
free_find_call (gpointer data)
{
  FindCall *call = data;

  g_clear_pointer (&call->query, muster_user_query_unref);
  g_free (call->search);
  g_free (call);
}

static gboolean
contains (const char *text, const char *search)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_search = g_utf8_casefold (search, -1);

  return strstr (folded_text, folded_search) != NULL;
}

static const char *
get_match_text (FakeUser *user, MusterMatchKey key)
{
  if (key == MUSTER_MATCH_KEY_ID)
    return user->id;
  return key == MUSTER_MATCH_KEY_USER_NAME ? user->user_name : user->email;
}

static gboolean
fits_match (FakeUser *user, const MusterUserQuery *query)
{
  const char *const *texts = muster_user_query_get_match_texts (query);
  MusterMatchKey     key = muster_user_query_get_match_key (query);
  const char        *text = get_match_text (user, key);

  for (; text != NULL && *texts != NULL; texts++)
    {
      g_autofree char *one = g_utf8_casefold (text, -1);
      g_autofree char *other = g_utf8_casefold (*texts, -1);

      if (key == MUSTER_MATCH_KEY_ID ? g_str_equal (text, *texts)
                                     : g_str_equal (one, other))
        return TRUE;
    }
  return FALSE;
}

/* A filter is the beginning of a user name. */
static gboolean
fits (FakePlatform *self, FakeUser *user, const MusterUserQuery *query)
{
  const char *search = muster_user_query_get_search (query);
  const char *filter = muster_user_query_get_filter (query);
  const char *role = muster_user_query_get_role (query);

  if (user->gone)
    return FALSE;
  if (role != NULL
      && (!muster_value_set_contains (user->values[MUSTER_FIELD_ROLES], role)
          || !fake_user_has (user, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_TRUE)))
    return FALSE;
  if (search != NULL && !contains (user->user_name, search))
    return FALSE;
  if (filter != NULL && !g_str_has_prefix (user->user_name, filter))
    return FALSE;
  return self->finds_more || !muster_user_query_has_match (query)
         || fits_match (user, query);
}

/* "12" asks for what stands there, "-12" for nothing before it. */
static char *
print_cursor (FakePlatform *self, FindCall *call, guint end, guint n_found)
{
  if (self->pages_endless)
    return g_strdup ("0");
  if (end >= n_found)
    return NULL;
  return g_strdup_printf (self->pages_empty && !call->is_empty ? "-%u" : "%u", end);
}

static void
return_page (FakePlatform *self, GTask *task, GPtrArray *found)
{
  FindCall *call = g_task_get_task_data (task);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *cursor = NULL;
  guint end = MIN (call->start + (call->is_empty ? 0 : call->limit), found->len);

  for (guint i = call->start; i < end; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (found, i)));
  cursor = print_cursor (self, call, end, found->len);
  g_task_return_pointer (task, muster_page_new (items, cursor, found->len),
                         (GDestroyNotify) muster_page_free);
}

static gboolean
understands (FakePlatform *self, MusterUserQuery *query)
{
  if (!muster_user_query_has_match (query))
    return TRUE;
  if (self->finds_no_emails
      && muster_user_query_get_match_key (query) == MUSTER_MATCH_KEY_EMAIL)
    return FALSE;
  return !self->finds_one
         || g_strv_length ((char **) muster_user_query_get_match_texts (query)) < 2;
}

static gboolean
refuse_several (FakePlatform *self, GTask *task, FindCall *call)
{
  if (understands (self, call->query))
    return FALSE;
  g_task_return_error (task,
                       muster_platform_error_new (MUSTER_PLATFORM_ERROR_BAD_REQUEST, 400,
                                                  "invalidFilter", NULL,
                                                  "Only one comparison is understood."));
  return TRUE;
}

static void
perform_find_users (FakePlatform *self, GTask *task)
{
  FindCall *call = g_task_get_task_data (task);
  g_autoptr (GPtrArray) found = NULL;

  if (fake_platform_fail_call (self, task, &self->find_errors)
      || refuse_several (self, task, call))
    return;
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->users->len; i++)
    {
      FakeUser *user = g_ptr_array_index (self->users, i);

      if (fits (self, user, call->query))
        g_ptr_array_add (found,
                         fake_user_read (user, muster_user_query_get_fields (call->query),
                                         self->capabilities->has_versions));
    }
  return_page (self, task, found);
}

static FindCall *
create_find_call (FakePlatform *self, const char *cursor, guint limit)
{
  FindCall *call = g_new0 (FindCall, 1);
  guint     page_size = self->capabilities->page_size;

  call->start = cursor != NULL ? (guint) abs (atoi (cursor)) : 0;
  call->is_empty = cursor != NULL && *cursor == '-';
  call->limit = limit == 0 ? page_size : MIN (limit, page_size);
  return call;
}

void
fake_platform_find_users_async (MusterPlatform     *platform,
                                MusterUserQuery    *query,
                                const char         *cursor,
                                guint               limit,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  FakePlatform *self = FAKE_PLATFORM (platform);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);
  FindCall     *call = create_find_call (self, cursor, limit);

  self->n_find_calls++;
  call->query = muster_user_query_ref (query);
  if (muster_user_query_has_match (query))
    g_assert_cmpuint (g_strv_length ((char **) muster_user_query_get_match_texts (query)),
                      <=, self->capabilities->match_size);
  g_task_set_task_data (task, call, free_find_call);
  fake_platform_add_call (self, task, perform_find_users);
}

static void
perform_find_resources (FakePlatform *self, GTask *task)
{
  FindCall  *call = g_task_get_task_data (task);
  GPtrArray *resources = self->resources[call->kind];
  g_autoptr (GPtrArray) found = NULL;

  if (fake_platform_fail_call (self, task, &self->find_errors))
    return;
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < resources->len; i++)
    {
      MusterResource *resource = g_ptr_array_index (resources, i);

      if (call->search == NULL
          || strcmp (muster_resource_get_id (resource), call->search) == 0
          || contains (muster_resource_get_display_name (resource), call->search))
        g_ptr_array_add (found, g_object_ref (resource));
    }
  return_page (self, task, found);
}

void
fake_platform_find_resources_async (MusterPlatform     *platform,
                                    MusterResourceKind  kind,
                                    const char         *search,
                                    const char         *cursor,
                                    guint               limit,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  FakePlatform *self = FAKE_PLATFORM (platform);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);
  FindCall     *call = create_find_call (self, cursor, limit);

  self->n_resource_calls++;
  call->kind = kind;
  call->search = g_strdup (search);
  g_task_set_task_data (task, call, free_find_call);
  fake_platform_add_call (self, task, perform_find_resources);
}
