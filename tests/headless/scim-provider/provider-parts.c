/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include "muster-json-guard.h"

const MusterScimDialect own_dialect = { .has_profile = TRUE,
                                        .has_patch = TRUE,
                                        .has_bulk = TRUE,
                                        .has_filter = TRUE,
                                        .has_versions = TRUE,
                                        .has_cursors = TRUE,
                                        .max_results = 1000,
                                        .max_operations = 1000,
                                        .max_payload = 4 * 1024 * 1024 };

const MusterScimDialect foreign_dialect
  = { .has_enterprise = TRUE, .has_patch = TRUE, .has_filter = TRUE, .max_results = 200 };

JsonNode *
parse_json (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  g_string_replace (quoted, "'", "\"", 0);
  bytes = g_bytes_new (quoted->str, quoted->len);
  root = muster_json_parse (bytes, &error);
  g_assert_no_error (error);
  return root;
}

GPtrArray *
parse_operations (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);
  GPtrArray *operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 3);
      g_autoptr (MusterReference) value = NULL;
      MusterField field;
      MusterVerb  verb;

      g_assert_true (muster_field_from_name (words[0], &field));
      g_assert_true (muster_verb_from_name (words[1], &verb));
      if (words[2] != NULL)
        value = muster_reference_new (words[2], "shown");
      g_ptr_array_add (operations, muster_operation_new (field, verb, value));
    }
  return operations;
}

static void
free_write (gpointer data)
{
  muster_write_free (data);
}

GPtrArray *
new_writes (const char *const *ids, const char *version, const char *operations)
{
  g_autoptr (GPtrArray) parsed = parse_operations (operations);
  GPtrArray *writes = g_ptr_array_new_with_free_func (free_write);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (writes, muster_write_new (ids[i], version, parsed));
  return writes;
}
