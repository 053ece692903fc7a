/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-record.h"

#include "muster-json-writer.h"

/* Positions in the table of meta's sub-attributes. */
enum
{
  META_RESOURCE_TYPE,
  META_CREATED,
  META_LAST_MODIFIED,
  META_LOCATION,
  META_VERSION,
};

void
muster_record_clear (MusterRecord *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->external_id, g_free);
}

void
muster_record_copy (const MusterRecord *self, MusterRecord *copy)
{
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->external_id = g_strdup (self->external_id);
}

void
muster_record_begin (MusterRecord *self, gint64 now)
{
  self->id = g_uuid_string_random ();
  self->created = now;
  self->modified = now;
  self->version = 1;
}

char *
muster_record_dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

void
muster_record_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}

void
muster_record_read_columns (MusterRecord *self, sqlite3_stmt *statement)
{
  self->row = sqlite3_column_int64 (statement, 0);
  self->id = muster_record_dup_column (statement, 1);
  self->external_id = muster_record_dup_column (statement, 2);
  self->created = sqlite3_column_int64 (statement, 3);
  self->modified = sqlite3_column_int64 (statement, 4);
  self->version = sqlite3_column_int64 (statement, 5);
}

char *
muster_record_dup_etag (const MusterRecord *self)
{
  return g_strdup_printf ("W/\"%" G_GINT64_FORMAT "\"", self->version);
}

void
muster_record_append_location (const MusterWork *work,
                               const char       *endpoint,
                               const char       *id,
                               GString          *out)
{
  g_string_append (out, work->base_url);
  g_string_append (out, "/scim/v2");
  g_string_append (out, endpoint);
  g_string_append_c (out, '/');
  g_string_append (out, id);
}

static void
append_location (const MusterWork   *work,
                 const MusterSchema *schema,
                 const MusterRecord *self,
                 GString            *out)
{
  g_autoptr (GString) location = g_string_new (NULL);

  muster_record_append_location (work, schema->endpoint, self->id, location);
  muster_json_append_name (out, "location");
  muster_json_append_string (out, location->str);
}

static void
append_version (const MusterRecord *self, GString *out)
{
  muster_json_append_name (out, "version");
  g_string_append_printf (out, "\"W/\\\"%" G_GINT64_FORMAT "\\\"\"", self->version);
}

void
muster_record_append_meta (const MusterWork   *work,
                           const MusterSchema *schema,
                           const MusterRecord *self,
                           guint32             subs,
                           GString            *out)
{
  g_string_append_c (out, '{');
  if (subs & (1u << META_RESOURCE_TYPE))
    {
      muster_json_append_name (out, "resourceType");
      muster_json_append_string (out, schema->name);
    }
  if (subs & (1u << META_CREATED))
    {
      muster_json_append_name (out, "created");
      muster_json_append_time (out, self->created);
    }
  if (subs & (1u << META_LAST_MODIFIED))
    {
      muster_json_append_name (out, "lastModified");
      muster_json_append_time (out, self->modified);
    }
  if (subs & (1u << META_LOCATION))
    append_location (work, schema, self, out);
  if (subs & (1u << META_VERSION))
    append_version (self, out);
  g_string_append_c (out, '}');
}
