/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-organization-tree.h"
#include "muster-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_LOADER (muster_organization_loader_get_type ())

G_DECLARE_FINAL_TYPE (MusterOrganizationLoader,
                      muster_organization_loader,
                      MUSTER,
                      ORGANIZATION_LOADER,
                      GObject)

/**
 * MusterOrganizationLoader:
 *
 * Reads all organizations of a platform, page by page, and makes a tree of them in a
 * thread.
 *
 * Signals: `changed`, when more were read, the tree is there, or something went wrong.
 */
MusterOrganizationLoader *muster_organization_loader_new (MusterPlatform *platform);

/* Begins; after an error, goes on with the page that did not come. Does nothing while it
 * is under way or done. */
void muster_organization_loader_load (MusterOrganizationLoader *self);

/* How many were read, and how many there are in all as far as the platform says; -1 where
 * it does not. */
guint  muster_organization_loader_get_n_read (MusterOrganizationLoader *self);
gint64 muster_organization_loader_get_total (MusterOrganizationLoader *self);

/* (nullable): why it stopped. */
const GError *muster_organization_loader_get_error (MusterOrganizationLoader *self);

/* (nullable): %NULL until everything was read. */
MusterOrganizationTree *
muster_organization_loader_get_tree (MusterOrganizationLoader *self);

G_END_DECLS
