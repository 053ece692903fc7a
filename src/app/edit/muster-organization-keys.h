/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the tree: Space ticks the organization of the row that has the focus, the
 * arrow towards the end opens it, the other one closes it or goes to what it lies below.
 */
void muster_organization_keys_add (GtkColumnView *view);

G_END_DECLS
