/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-filter.h"

G_BEGIN_DECLS

/**
 * MusterScimPatchPath:
 *
 * The `path` of a PATCH operation (RFC 7644 §3.5.2): an attribute path, or a value path
 * with a sub-attribute behind it: `addresses[type eq "work"].streetAddress`.
 */
typedef struct
{
  MusterScimPath   *path;          /* (owned) */
  MusterScimFilter *value_filter;  /* (owned) (nullable): what stands in the brackets */
  char             *sub_attribute; /* (owned) (nullable): what stands behind them */
} MusterScimPatchPath;

MusterScimPatchPath *muster_scim_patch_path_parse (const char *text, GError **error);
void                 muster_scim_patch_path_free (MusterScimPatchPath *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScimPatchPath, muster_scim_patch_path_free)

G_END_DECLS
