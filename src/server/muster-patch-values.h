/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-patch.h"

G_BEGIN_DECLS

/**
 * MusterPatchValues:
 *
 * The values of a multi-valued attribute while a PATCH changes them.
 */
typedef struct
{
  const MusterSchemaAttribute *attribute; /* (not owned) */
  GPtrArray                   *values;    /* (owned): JsonNode */
} MusterPatchValues;

void muster_patch_values_init (MusterPatchValues           *self,
                               const MusterSchemaAttribute *attribute,
                               JsonNode                    *array); /* (nullable) */
void muster_patch_values_clear (MusterPatchValues *self);

/* The values as an array's node, or %NULL where there are none. */
JsonNode *muster_patch_values_dup_node (const MusterPatchValues *self);

/* Adds a value, or puts it into the one that is there already. */
void muster_patch_values_add (MusterPatchValues *self, JsonNode *value);

/* Removes the values that are those of the array. */
void muster_patch_values_remove (MusterPatchValues *self, JsonNode *array);

/* Applies a step that picks values, by a filter or all of them. */
gboolean muster_patch_values_apply (MusterPatchValues     *self,
                                    const MusterPatchStep *step,
                                    GError               **error);

/* Puts sub-attributes into an object; null removes one. */
void muster_patch_merge (JsonObject *object, JsonObject *from);

/* Whether the object lacks what the attribute's values must have, or has nothing. */
gboolean
muster_patch_is_void (const MusterSchemaAttribute *attribute, JsonObject *object);

/* A copy that shares nothing. */
JsonNode *muster_patch_copy_value (JsonNode *value);

G_END_DECLS
