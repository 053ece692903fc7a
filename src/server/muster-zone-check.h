/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the IANA database has a zone or link of that very name; what this system knows
 * beyond our own list counts too, and is read once. @suggestion becomes the name that
 * differs in case alone, or %NULL. Thread-safe. */
gboolean muster_zone_check_exists (const char *name, const char **suggestion);

G_END_DECLS
