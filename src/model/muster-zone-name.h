/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable): the zone or link of the IANA database (2025b) that has this name without
 * regard to case, as the database writes it. Not every system has all of them: Debian
 * keeps US/Eastern and its like in a package of their own. */
const char *muster_zone_name_find (const char *name);

/* Whether it can be the name of a zone that came into the database later: an offset, a
 * rule, a path or a file beside the zones is none. */
gboolean muster_zone_name_is_plausible (const char *name);

G_END_DECLS
