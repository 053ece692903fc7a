/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-patch-writer.h"

#include <string.h>

#include "muster-scim-filter.h"
#include "muster-scim-urns.h"

typedef struct
{
  GPtrArray               *operations; /* (not owned): of MusterOperation */
  const MusterScimDialect *dialect;    /* (not owned) */
  GString                 *out;        /* (not owned) */
  gboolean                 begun;      /* something stands in the present list */
} Writer;

static void
print_comma (Writer *self)
{
  if (self->begun)
    g_string_append_c (self->out, ',');
  self->begun = TRUE;
}

static const char *
get_id (const MusterOperation *operation)
{
  return muster_reference_get_id (muster_operation_get_value (operation));
}

/* One of a list's values as it is sent. */
static void
print_element (Writer *self, const MusterOperation *operation)
{
  gboolean is_text
    = muster_operation_get_field (operation) == MUSTER_FIELD_FLAGGED_FIELDS;

  if (!is_text)
    g_string_append (self->out, "{\"value\":");
  muster_scim_append_string (self->out, get_id (operation));
  if (!is_text)
    g_string_append_c (self->out, '}');
}

/* The value of a field that has one. */
static void
print_single (Writer *self, const MusterOperation *operation)
{
  switch (muster_operation_get_field (operation))
    {
    case MUSTER_FIELD_ACTIVE:
      g_string_append (self->out, g_str_equal (get_id (operation), MUSTER_ACTIVE_TRUE)
                                    ? "true"
                                    : "false");
      break;
    case MUSTER_FIELD_TIME_ZONE:
      muster_scim_append_string (self->out, get_id (operation));
      break;
    case MUSTER_FIELD_ORGANIZATION:
      if (!self->dialect->has_profile)
        {
          muster_scim_append_string (self->out, get_id (operation));
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      print_element (self, operation);
    }
}

static const char *
get_path (Writer *self, const MusterOperation *operation)
{
  return muster_scim_dialect_get_path (self->dialect,
                                       muster_operation_get_field (operation));
}

static gboolean
stands_in_extension (const char *path)
{
  return strchr (path, ':') != NULL;
}

static gboolean
is_replaced (const MusterOperation *operation)
{
  return muster_operation_get_verb (operation) == MUSTER_VERB_SET
         && !muster_field_is_multi_valued (muster_operation_get_field (operation));
}

/* The members of the path-less value: those of the core, or those of the extension. */
static guint
print_members (Writer *self, gboolean of_extension)
{
  guint n_members = 0;

  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);
      const char            *path = get_path (self, operation);
      const char            *colon = strrchr (path, ':');

      if (!is_replaced (operation) || stands_in_extension (path) != of_extension)
        continue;
      g_string_append_printf (self->out, "%s\"%s\":", n_members > 0 ? "," : "",
                              colon != NULL ? colon + 1 : path);
      print_single (self, operation);
      n_members++;
    }
  return n_members;
}

static void
print_replace (Writer *self)
{
  gsize start = self->out->len;
  gsize in_extension;
  guint n_core;
  guint n_extension;

  g_string_append_printf (self->out, "%s{\"op\":\"replace\",\"value\":{",
                          self->begun ? "," : "");
  n_core = print_members (self, FALSE);
  in_extension = self->out->len;
  g_string_append_printf (self->out, "%s\"%s\":{", n_core > 0 ? "," : "",
                          self->dialect->has_profile ? MUSTER_SCIM_URN_PROFILE
                                                     : MUSTER_SCIM_URN_ENTERPRISE);
  n_extension = print_members (self, TRUE);
  if (n_extension > 0)
    g_string_append_c (self->out, '}');
  else
    g_string_truncate (self->out, in_extension);
  if (n_core + n_extension == 0)
    {
      g_string_truncate (self->out, start);
      return;
    }
  g_string_append (self->out, "}}");
  self->begun = TRUE;
}

/* All that shall be added to one field, in one operation. */
static void
print_adds (Writer *self, MusterField field)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (muster_operation_get_field (operation) != field
          || muster_operation_get_verb (operation) != MUSTER_VERB_ADD)
        continue;
      if (!begun)
        {
          print_comma (self);
          g_string_append_printf (self->out,
                                  "{\"op\":\"add\",\"path\":\"%s\",\"value\":[",
                                  get_path (self, operation));
        }
      else
        g_string_append_c (self->out, ',');
      print_element (self, operation);
      begun = TRUE;
    }
  if (begun)
    g_string_append (self->out, "]}");
}

static void
print_remove (Writer *self, const MusterOperation *operation)
{
  g_autoptr (GString) path = g_string_new (get_path (self, operation));

  if (muster_operation_get_verb (operation) == MUSTER_VERB_REMOVE)
    {
      g_string_append (path, "[value eq ");
      muster_scim_append_string (path, get_id (operation));
      g_string_append_c (path, ']');
    }
  print_comma (self);
  g_string_append (self->out, "{\"op\":\"remove\",\"path\":");
  muster_scim_append_string (self->out, path->str);
  g_string_append_c (self->out, '}');
}

static void
print_removes (Writer *self)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);
      MusterVerb             verb = muster_operation_get_verb (operation);

      if (verb == MUSTER_VERB_REMOVE || verb == MUSTER_VERB_CLEAR)
        print_remove (self, operation);
    }
}

void
muster_scim_patch_print (GPtrArray               *operations,
                         const MusterScimDialect *dialect,
                         gboolean                 bare,
                         GString                 *out)
{
  Writer writer = { .operations = operations, .dialect = dialect, .out = out };

  if (!bare)
    g_string_append (out,
                     "{\"schemas\":[\"" MUSTER_SCIM_URN_PATCH_OP "\"],\"Operations\":");
  g_string_append_c (out, '[');
  print_replace (&writer);
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    if (muster_field_is_multi_valued (field))
      print_adds (&writer, field);
  print_removes (&writer);
  g_string_append_c (out, ']');
  if (!bare)
    g_string_append_c (out, '}');
}
