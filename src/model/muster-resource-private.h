/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource.h"

G_BEGIN_DECLS

/* (transfer full): for the constructors of the kinds. */
gpointer muster_resource_construct (GType type, const char *id, const char *display_name);

G_END_DECLS
