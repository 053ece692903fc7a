/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_VALUE_WHOLE, /* a value that stands alone: what is required must be in it */
  MUSTER_VALUE_PART,  /* sub-attributes to be merged into a value that is there; null
                         ones stay, as they clear */
} MusterValueMode;

/* Reads the value of an attribute, or of @sub in it, as a request gives it, into the form
 * that is kept: names as the schema writes them, types and texts checked, a multi-valued
 * one as an array, without what is unknown or read-only. @path names it in messages.
 * @value becomes %NULL where it is unassigned: null, an empty array, an empty object.
 *
 * Returns: whether it can be taken; @value is (transfer full). */
gboolean muster_schema_read_value (const MusterSchemaAttribute *attribute,
                                   const MusterSchemaAttribute *sub, /* (nullable) */
                                   MusterValueMode              mode,
                                   const char                  *path,
                                   JsonNode                    *given,
                                   JsonNode                   **value,
                                   GError                     **error);

/* The same for one element of a multi-valued attribute. */
gboolean muster_schema_read_element (const MusterSchemaAttribute *attribute,
                                     MusterValueMode              mode,
                                     const char                  *path,
                                     JsonNode                    *given,
                                     JsonNode                   **value,
                                     GError                     **error);

/* Reads a whole resource, as POST and PUT get it: its `schemas` must name the type's.
 * Returns: (transfer full): the extension's attributes in a member of their URN. */
JsonObject *
muster_schema_read_resource (const MusterSchema *self, JsonNode *given, GError **error);

/* What must hold of the values of an attribute together: one primary at most, one
 * address. @value is NULL where it is unassigned. */
gboolean muster_schema_check_values (const MusterSchema          *self,
                                     const MusterSchemaAttribute *attribute,
                                     JsonNode                    *value,
                                     GError                     **error);

/* The object that holds an attribute: the resource, or its extension's member, which is
 * made if @make. Returns: (transfer none) (nullable). */
JsonObject *muster_schema_get_holder (const MusterSchema          *self,
                                      const MusterSchemaAttribute *attribute,
                                      JsonObject                  *resource,
                                      gboolean                     make);

G_END_DECLS
