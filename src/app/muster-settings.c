/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-settings.h"

#define SCHEMA "org.musterapp.Muster"

/* (transfer full) (nullable) */
static GSettingsSchema *
look_up (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SCHEMA, TRUE);
  if (schema != NULL)
    return schema;
  built = g_settings_schema_source_new_from_directory (MUSTER_BUILT_SCHEMA_DIR, installed,
                                                       TRUE, NULL);
  return built != NULL ? g_settings_schema_source_lookup (built, SCHEMA, FALSE) : NULL;
}

GSettings *
muster_settings_open (void)
{
  g_autoptr (GSettingsSchema) schema = look_up ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
