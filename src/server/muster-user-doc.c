/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-doc.h"

#include <string.h>

#include "muster-json-builder.h"
#include "muster-json-guard.h"
#include "muster-json-members.h"
#include "muster-json-writer.h"

/* (nullable): the names in a doc are the schema's own, in its own case. */
static const MusterSchemaAttribute *
find_attribute (const char *name, gsize length)
{
  const MusterSchemaAttribute *attribute = muster_schema_user.attributes;

  for (; attribute->name != NULL; attribute++)
    {
      if (strncmp (attribute->name, name, length) == 0 && attribute->name[length] == '\0')
        return attribute;
    }
  return NULL;
}

/* What is wanted whole is taken as the text that it is. */
static void
append_value (const MusterProjection      *projection,
              const MusterSchemaAttribute *attribute,
              const char                  *value,
              gsize                        length,
              GString                     *out)
{
  g_autoptr (JsonNode) node = NULL;

  muster_json_append_name (out, attribute->name);
  if (projection->subs[attribute->key] == G_MAXUINT32)
    {
      g_string_append_len (out, value, (gssize) length);
      return;
    }
  node = muster_json_build (value, length, 0);
  muster_projection_append (projection, attribute, node, out);
}

static gboolean
append_some (const MusterUserRecord *record,
             const MusterProjection *projection,
             GString                *out,
             GError                **error)
{
  MusterJsonMembers members;
  const char       *name, *value;
  gsize             name_length, value_length;

  if (!muster_json_check (record->doc, strlen (record->doc), NULL)
      || !muster_json_members_init (&members, record->doc))
    return muster_user_record_fail_doc (record, error);

  while (muster_json_members_next (&members, &name, &name_length, &value, &value_length))
    {
      const MusterSchemaAttribute *attribute = find_attribute (name, name_length);

      if (attribute != NULL && muster_projection_has (projection, attribute->key))
        append_value (projection, attribute, value, value_length, out);
    }
  return TRUE;
}

/* The usual case, all of the doc, takes its text as it is. */
gboolean
muster_user_doc_append (const MusterUserRecord *record,
                        const MusterProjection *projection,
                        GString                *out,
                        GError                **error)
{
  MusterAttributes wanted = projection->attributes & MUSTER_USER_DOC_ATTRIBUTES;
  gsize            length = strlen (record->doc);

  if (wanted == 0 || length <= 2)
    return TRUE;
  if (wanted != MUSTER_USER_DOC_ATTRIBUTES || projection->has_subs)
    return append_some (record, projection, out, error);

  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_len (out, record->doc + 1, (gssize) length - 2);
  return TRUE;
}
