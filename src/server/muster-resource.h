/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-patch.h"
#include "muster-resource-type.h"

G_BEGIN_DECLS

/* What a request wants of the version that is there (RFC 7644 §3.14), compared weakly. */
typedef struct
{
  const char *if_match;      /* (nullable) */
  const char *if_none_match; /* (nullable) */
} MusterPrecondition;

/* Whether a header's list of versions names the record's; %NULL names none. */
gboolean muster_precondition_names (const char *header, const MusterRecord *record);
gboolean muster_precondition_check (const MusterPrecondition *self,
                                    const MusterRecord       *record,
                                    GError                  **error);

/* The operations on single resources, as routes and Bulk share them. Each authorises
 * itself. Records are (transfer full), to be freed by the type. */
MusterRecord *muster_resource_create (MusterWork               *work,
                                      const MusterResourceType *type,
                                      JsonNode                 *body,
                                      GError                  **error);
MusterRecord *muster_resource_get (MusterWork               *work,
                                   const MusterResourceType *type,
                                   const char               *id,
                                   MusterAttributes          attributes,
                                   GError                  **error);
MusterRecord *muster_resource_replace (MusterWork               *work,
                                       const MusterResourceType *type,
                                       const char               *id,
                                       const MusterPrecondition *precondition,
                                       JsonNode                 *body,
                                       GError                  **error);

/* @attributes are those that are to be there in the answered record. */
MusterRecord *muster_resource_patch (MusterWork               *work,
                                     const MusterResourceType *type,
                                     const char               *id,
                                     const MusterPrecondition *precondition,
                                     JsonNode                 *body,
                                     MusterAttributes          attributes,
                                     GError                  **error);

/* The same with a patch that was read. */
MusterRecord *muster_resource_apply (MusterWork               *work,
                                     const MusterResourceType *type,
                                     const char               *id,
                                     const MusterPrecondition *precondition,
                                     const MusterPatch        *patch,
                                     MusterAttributes          attributes,
                                     GError                  **error);
gboolean      muster_resource_delete (MusterWork               *work,
                                      const MusterResourceType *type,
                                      const char               *id,
                                      const MusterPrecondition *precondition,
                                      GError                  **error);

/* Applies a patch to a record that is loaded. Returns: (transfer full): it as it is
 * saved. */
MusterRecord *muster_resource_patch_record (MusterWork               *work,
                                            const MusterResourceType *type,
                                            MusterRecord             *before,
                                            const MusterPatch        *patch,
                                            GError                  **error);

G_END_DECLS
