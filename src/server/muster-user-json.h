/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-projection.h"
#include "muster-user-record.h"

G_BEGIN_DECLS

/* Appends the user as a SCIM resource. The record's links that the projection asks for
 * must be loaded. Names of what lies outside the caller's scope are left out. */
gboolean muster_user_json_append (const MusterWork       *work,
                                  MusterUserRecord       *record,
                                  const MusterProjection *projection,
                                  GString                *out,
                                  GError                **error);

/* Appends one attribute's value, or nothing where it is unassigned, as the audit keeps
 * it: references without their URIs. */
gboolean muster_user_json_append_value (const MusterWork *work,
                                        MusterUserRecord *record,
                                        guint             key,
                                        GString          *out,
                                        GError          **error);

/* Appends the caller's own user resource, whole, as GET /Me answers it. */
gboolean muster_user_json_append_own (MusterDatabase     *database,
                                      const MusterCaller *caller,
                                      const char         *base_url,
                                      GString            *out,
                                      GError            **error);

G_END_DECLS
