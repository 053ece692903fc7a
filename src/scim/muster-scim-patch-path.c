/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-patch-path.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-scim-filter-parser.h"

static gboolean
parse_head (MusterScimPatchPath *self, MusterScimScanner *scanner, GError **error)
{
  g_autofree char *head = NULL;

  muster_scim_scanner_skip_spaces (scanner);
  head = muster_scim_scanner_take_path (scanner);
  if (head == NULL)
    return muster_scim_scanner_expect (scanner, N_ ("the name of an attribute"), error);
  self->path = muster_scim_path_parse (head, error);
  return self->path != NULL;
}

static gboolean
parse_brackets (MusterScimPatchPath *self, MusterScimScanner *scanner, GError **error)
{
  if (!muster_scim_scanner_take (scanner, '['))
    return TRUE;
  self->value_filter = muster_scim_filter_parse_inner (scanner, error);
  if (self->value_filter == NULL)
    return FALSE;
  if (!muster_scim_scanner_take (scanner, ']'))
    return muster_scim_scanner_expect (scanner, N_ ("and, or or a closing ]"), error);
  if (!muster_scim_scanner_take (scanner, '.'))
    return TRUE;
  self->sub_attribute = muster_scim_scanner_take_path (scanner);
  if (self->sub_attribute == NULL
      || !muster_scim_path_is_name (self->sub_attribute, strlen (self->sub_attribute)))
    return muster_scim_scanner_expect (scanner, N_ ("the name of a sub-attribute"),
                                       error);
  return TRUE;
}

MusterScimPatchPath *
muster_scim_patch_path_parse (const char *text, GError **error)
{
  MusterScimScanner scanner;
  g_autoptr (MusterScimPatchPath) self = g_new0 (MusterScimPatchPath, 1);

  if (!muster_scim_scanner_begin (&scanner, text, N_ ("The path"),
                                  MUSTER_SCIM_ERROR_INVALID_PATH, error)
      || !parse_head (self, &scanner, error) || !parse_brackets (self, &scanner, error))
    return NULL;
  muster_scim_scanner_skip_spaces (&scanner);
  if (!muster_scim_scanner_is_at_end (&scanner))
    {
      muster_scim_scanner_expect (&scanner, N_ ("the end of the path"), error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
muster_scim_patch_path_free (MusterScimPatchPath *self)
{
  if (self == NULL)
    return;
  muster_scim_path_free (self->path);
  muster_scim_filter_free (self->value_filter);
  g_free (self->sub_attribute);
  g_free (self);
}
