/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource-type.h"

G_BEGIN_DECLS

/* The projection that a request's query asks for. */
gboolean muster_resource_reply_read (const MusterRequest *request,
                                     const MusterSchema  *schema,
                                     MusterProjection    *projection,
                                     GError             **error);

/* The answer that is one resource, with its ETag, and with its Location where it is
 * new. */
MusterReply *muster_resource_reply_new (MusterWork               *work,
                                        const MusterResourceType *type,
                                        MusterRecord             *record,
                                        const MusterProjection   *projection,
                                        guint                     status,
                                        GError                  **error);

G_END_DECLS
