/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-search-text.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_TIME_ZONE (muster_time_zone_get_type ())

G_DECLARE_FINAL_TYPE (MusterTimeZone, muster_time_zone, MUSTER, TIME_ZONE, GObject)

/**
 * MusterTimeZone:
 *
 * A zone of the IANA list as this machine knows it. Not changed once it was made.
 *
 * Properties, as the functions below: `id`, `place`, `offset`.
 */

/* "Europe/Oslo" */
const char *muster_time_zone_get_id (MusterTimeZone *self);

/* (nullable): where that is, for people, as far as the zone list says it: "Norway",
 * "United States, Mountain (most areas)". */
const char *muster_time_zone_get_place (MusterTimeZone *self);

/* What its clocks differ from UTC at the moment it was read for: "UTC+02:00". */
const char *muster_time_zone_get_offset (MusterTimeZone *self);

/* Whether identifier, place, abbreviations ("CEST") and offset have every word. */
gboolean muster_time_zone_matches (MusterTimeZone *self, const MusterSearchText *search);

/* (transfer container): of MusterTimeZone in the order of their identifiers: those that
 * @directory (NULL: the one of this machine) lists and holds. Where it has no list, those
 * it holds; none where it is not there. @now: seconds since 1970. Safe in a thread. */
GPtrArray *muster_time_zones_read (const char *directory, gint64 now);

/* The same for now, in a thread. Finish: (transfer container). */
void       muster_time_zones_read_async (GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GPtrArray *muster_time_zones_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
