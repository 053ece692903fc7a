/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): the settings, also where Muster runs from the directory it
 * was built in; %NULL where the schema is nowhere. */
GSettings *muster_settings_open (void);

G_END_DECLS
