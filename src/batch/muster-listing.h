/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void muster_listing_end (GString *listing, guint n, guint n_listed);

G_END_DECLS
