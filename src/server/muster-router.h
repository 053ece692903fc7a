/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-route.h"

G_BEGIN_DECLS

/**
 * MusterRouter:
 *
 * Finds the route of a request. Not changed once it serves; may be shared by threads.
 */
typedef struct _MusterRouter MusterRouter;

MusterRouter *muster_router_new (void);
void          muster_router_free (MusterRouter *self);

/* @routes is kept, not copied. */
void muster_router_add (MusterRouter *self, const MusterRoute *routes);

/* The route for the request's method and path; what its placeholders match becomes the
 * request's captures.
 *
 * Returns: (transfer none): the route, or %NULL with _NOT_FOUND, or with _METHOD and the
 * methods that there are in @allow (transfer full). */
const MusterRoute *muster_router_find (MusterRouter  *self,
                                       MusterRequest *request,
                                       char         **allow,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRouter, muster_router_free)

G_END_DECLS
