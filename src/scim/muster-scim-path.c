/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-path.h"

#include <glib/gi18n.h>
#include <string.h>

#define URN_PREFIX "urn:"

MusterScimPath *
muster_scim_path_new (const char *urn, const char *attribute, const char *sub_attribute)
{
  g_return_val_if_fail (attribute != NULL, NULL);

  MusterScimPath *self = g_new0 (MusterScimPath, 1);

  self->urn = g_strdup (urn);
  self->attribute = g_strdup (attribute);
  self->sub_attribute = g_strdup (sub_attribute);
  return self;
}

gboolean
muster_scim_path_is_name (const char *text, gsize length)
{
  if (length == 4 && strncmp (text, "$ref", 4) == 0)
    return TRUE;
  if (length == 0 || !g_ascii_isalpha (text[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return TRUE;
}

static gboolean
is_urn (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (text[i]) || strchr ("\"\\<>[]()", text[i]) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
set_error (const char *text, GError **error)
{
  g_set_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_PATH,
               _ ("“%s” is not the name of an attribute."), text);
  return FALSE;
}

static gboolean
parse_attribute (MusterScimPath *self, const char *name, const char *text, GError **error)
{
  const char *dot = strchr (name, '.');
  gsize       length = dot != NULL ? (gsize) (dot - name) : strlen (name);

  if (!muster_scim_path_is_name (name, length))
    return set_error (text, error);
  self->attribute = g_strndup (name, length);
  if (dot == NULL)
    return TRUE;
  if (!muster_scim_path_is_name (dot + 1, strlen (dot + 1)))
    return set_error (text, error);
  self->sub_attribute = g_strdup (dot + 1);
  return TRUE;
}

MusterScimPath *
muster_scim_path_parse (const char *text, GError **error)
{
  g_autoptr (MusterScimPath) self = g_new0 (MusterScimPath, 1);
  const char *colon = strrchr (text, ':');
  const char *name = text;

  if (colon != NULL)
    {
      gsize length = (gsize) (colon - text);

      if (g_ascii_strncasecmp (text, URN_PREFIX, strlen (URN_PREFIX)) != 0
          || length <= strlen (URN_PREFIX) || !is_urn (text, length))
        {
          set_error (text, error);
          return NULL;
        }
      self->urn = g_strndup (text, length);
      name = colon + 1;
    }
  if (!parse_attribute (self, name, text, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
muster_scim_path_free (MusterScimPath *self)
{
  if (self == NULL)
    return;
  g_free (self->urn);
  g_free (self->attribute);
  g_free (self->sub_attribute);
  g_free (self);
}

void
muster_scim_path_print (const MusterScimPath *self, GString *out)
{
  if (self->urn != NULL)
    g_string_append_printf (out, "%s:", self->urn);
  g_string_append (out, self->attribute);
  if (self->sub_attribute != NULL)
    g_string_append_printf (out, ".%s", self->sub_attribute);
}

gboolean
muster_scim_path_names (const MusterScimPath *self, const char *urn)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->urn == NULL)
    return FALSE;
  muster_scim_path_print (self, text);
  return g_ascii_strcasecmp (text->str, urn) == 0;
}
