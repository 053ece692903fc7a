/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-name-resolver.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-listing.h"
#include "muster-user-picker.h"
#include "muster-zone-name.h"

#define MAX_SUGGESTIONS 8
#define MAX_PAGES 50

/* A name on its way. Where nothing has anything of it, all that there are are listed, to
 * be suggested. */
typedef struct
{
  MusterField        field;
  MusterResourceKind kind;
  char              *name; /* (owned) */
  gboolean           lists_all;
  guint              n_pages;
  GPtrArray         *near; /* (owned): of MusterResource, what has anything of the name */
} Resolution;

static void
free_resolution (gpointer data)
{
  Resolution *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->near);
  g_free (self);
}

static MusterResourceKind
get_kind (MusterField field)
{
  if (field == MUSTER_FIELD_ROLES)
    return MUSTER_RESOURCE_KIND_ROLE;
  return field == MUSTER_FIELD_COMPANY ? MUSTER_RESOURCE_KIND_COMPANY
                                       : MUSTER_RESOURCE_KIND_ORGANIZATION;
}

/* What came into the database after our own list of it was made. */
static gboolean
is_newer_zone (const char *name)
{
  g_autoptr (GTimeZone) zone
    = muster_zone_name_is_plausible (name) ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL;
}

static MusterReference *
resolve_time_zone (const char *name, GError **error)
{
  const char *zone = muster_zone_name_find (name);

  if (zone == NULL && is_newer_zone (name))
    zone = name;
  if (zone != NULL)
    return muster_reference_new (zone, NULL);
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME,
               _ ("“%s” is no time zone: give an IANA name like Europe/Oslo, Asia/Tokyo "
                  "or UTC."),
               name);
  return NULL;
}

static MusterReference *
resolve_flag (const char *name, GError **error)
{
  MusterProfileField field;
  g_autoptr (GString) names = NULL;

  if (muster_profile_field_from_name (name, &field))
    return muster_reference_new (name, NULL);
  names = g_string_new (NULL);
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            muster_profile_field_get_name (i));
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME,
               /* Translators: what was typed, and the names of fields. */
               _ ("“%s” is no field that can be flagged; these can: %s."), name,
               names->str);
  return NULL;
}

MusterReference *
muster_name_resolver_resolve_local (MusterField field, const char *name, GError **error)
{
  if (field == MUSTER_FIELD_TIME_ZONE)
    return resolve_time_zone (name, error);
  if (field == MUSTER_FIELD_FLAGGED_FIELDS)
    return resolve_flag (name, error);
  return NULL;
}

typedef gboolean (*Fits) (MusterResource *resource, const char *name);

/* Nobody can tell which of the two was meant: an identifier has no look of its own. */
static gboolean
has_name_or_id (MusterResource *resource, const char *name)
{
  return strcmp (muster_resource_get_display_name (resource), name) == 0
         || strcmp (muster_resource_get_id (resource), name) == 0;
}

static gboolean
has_folded_name (MusterResource *resource, const char *name)
{
  g_autofree char *one
    = g_utf8_casefold (muster_resource_get_display_name (resource), -1);
  g_autofree char *other = g_utf8_casefold (name, -1);

  return strcmp (one, other) == 0;
}

static GPtrArray *
find_fitting (GPtrArray *resources, const char *name, Fits fits)
{
  GPtrArray *fitting = g_ptr_array_new ();

  for (guint i = 0; i < resources->len; i++)
    if (fits (g_ptr_array_index (resources, i), name))
      g_ptr_array_add (fitting, g_ptr_array_index (resources, i));
  return fitting;
}

static void
append_resources (GString *out, GPtrArray *resources)
{
  for (guint i = 0; i < MIN (resources->len, MAX_SUGGESTIONS); i++)
    {
      MusterResource *resource = g_ptr_array_index (resources, i);

      g_string_append_printf (out, "%s“%s” (%s)", i > 0 ? ", " : "",
                              muster_resource_get_display_name (resource),
                              muster_resource_get_id (resource));
    }
  muster_listing_end (out, resources->len, MAX_SUGGESTIONS);
}

/* (transfer full) */
static char *
describe_ambiguous (const Resolution *self, const char *names)
{
  switch (self->field)
    {
    case MUSTER_FIELD_ROLES:
      /* Translators: what was typed, and the names that it fits. */
      return g_strdup_printf (_ ("“%s” fits several roles: %s. Give a name or an "
                                 "identifier that only one of them has."),
                              self->name, names);
    case MUSTER_FIELD_COMPANY:
      return g_strdup_printf (_ ("“%s” fits several companies: %s. Give a name or an "
                                 "identifier that only one of them has."),
                              self->name, names);
    default:
      return g_strdup_printf (_ ("“%s” fits several organizations: %s. Give a name or "
                                 "an identifier that only one of them has."),
                              self->name, names);
    }
}

/* (transfer full) */
static char *
describe_missing (const Resolution *self)
{
  switch (self->field)
    {
    case MUSTER_FIELD_ROLES:
      return g_strdup_printf (_ ("There is no role named “%s”."), self->name);
    case MUSTER_FIELD_COMPANY:
      return g_strdup_printf (_ ("There is no company named “%s”."), self->name);
    default:
      return g_strdup_printf (_ ("There is no organization named “%s”."), self->name);
    }
}

static GError *
build_ambiguous_error (Resolution *self, GPtrArray *fitting)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *message = NULL;

  append_resources (out, fitting);
  message = describe_ambiguous (self, out->str);
  return g_error_new_literal (MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME, message);
}

static GError *
build_missing_error (Resolution *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *missing = describe_missing (self);
  g_autofree char *hint = NULL;

  if (self->near->len == 0)
    return g_error_new_literal (MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME, missing);
  append_resources (names, self->near);
  hint = g_strdup_printf (self->lists_all ? _ ("There are %s.") : _ ("It could mean %s."),
                          names->str);
  return g_error_new (MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME, "%s %s", missing,
                      hint);
}

/* Ends the task where what was found has the answer. */
static gboolean
decide (GTask *task)
{
  static const Fits ways[] = { has_name_or_id, has_folded_name };
  Resolution       *self = g_task_get_task_data (task);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) fitting = find_fitting (self->near, self->name, ways[i]);

      if (fitting->len > 1)
        g_task_return_error (task, build_ambiguous_error (self, fitting));
      else if (fitting->len == 1)
        g_task_return_pointer (task,
                               muster_reference_ref (muster_resource_get_reference (
                                 g_ptr_array_index (fitting, 0))),
                               (GDestroyNotify) muster_reference_unref);
      if (fitting->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void ask_for_page (GTask *task, const char *cursor);

/* Where the platform has no list of them, a name stands for itself. */
static void
take_as_typed (GTask *task)
{
  Resolution *self = g_task_get_task_data (task);

  g_task_return_pointer (task, muster_reference_new (self->name, NULL),
                         (GDestroyNotify) muster_reference_unref);
}

static void
page_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Resolution *self = g_task_get_task_data (task);
  GError     *error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_resources_finish (MUSTER_PLATFORM (object), result, &error);

  if (g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_OFFERED))
    {
      g_error_free (error);
      take_as_typed (task);
      return;
    }
  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->items->len; i++)
    g_ptr_array_add (self->near, g_object_ref (g_ptr_array_index (page->items, i)));
  if (page->next_cursor != NULL && ++self->n_pages < MAX_PAGES)
    ask_for_page (g_steal_pointer (&task), page->next_cursor);
  else if (decide (task))
    return;
  else if (self->lists_all || self->near->len > 0)
    g_task_return_error (task, build_missing_error (self));
  else
    {
      self->lists_all = TRUE;
      self->n_pages = 0;
      ask_for_page (g_steal_pointer (&task), NULL);
    }
}

/* Takes over @task. */
static void
ask_for_page (GTask *task, const char *cursor)
{
  Resolution *self = g_task_get_task_data (task);

  muster_platform_find_resources_async (g_task_get_source_object (task), self->kind,
                                        self->lists_all ? NULL : self->name, cursor, 0,
                                        g_task_get_cancellable (task), page_cb, task);
}

static void
matched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError     *error = NULL;
  MusterUser *user;
  g_autoptr (MusterPick) pick = muster_user_picker_match_finish (result, &error);

  if (pick == NULL || !muster_pick_check (pick, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  user = g_ptr_array_index (pick->users, 0);
  g_task_return_pointer (task,
                         muster_reference_new (muster_user_get_id (user),
                                               muster_user_get_display_name (user)),
                         (GDestroyNotify) muster_reference_unref);
}

static void
match_user (GTask *task, const char *name)
{
  const char *entries[] = { name, NULL };

  muster_user_picker_match_async (g_task_get_source_object (task), entries, 0,
                                  g_task_get_cancellable (task), matched_cb, task);
}

void
muster_name_resolver_resolve_async (MusterPlatform     *platform,
                                    MusterField         field,
                                    const char         *name,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (platform, cancellable, callback, user_data);
  Resolution      *self = g_new0 (Resolution, 1);
  GError          *error = NULL;
  MusterReference *local;

  g_task_set_source_tag (task, muster_name_resolver_resolve_async);
  self->field = field;
  self->kind = get_kind (field);
  self->name = g_strdup (name);
  self->near = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, self, free_resolution);
  local = muster_name_resolver_resolve_local (field, name, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (local != NULL)
    g_task_return_pointer (task, local, (GDestroyNotify) muster_reference_unref);
  else if (field == MUSTER_FIELD_ACCOUNT_EXECUTIVE)
    match_user (g_steal_pointer (&task), name);
  else
    ask_for_page (g_steal_pointer (&task), NULL);
}

MusterReference *
muster_name_resolver_resolve_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_name_resolver_resolve_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
