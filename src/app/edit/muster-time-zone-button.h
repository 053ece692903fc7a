/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_TIME_ZONE_BUTTON (muster_time_zone_button_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterTimeZoneButton, muster_time_zone_button, MUSTER, TIME_ZONE_BUTTON, GtkWidget)

/**
 * MusterTimeZoneButton:
 *
 * A drop-down of the time zones that this machine knows, with a search in city, country,
 * abbreviation and offset. What is picked is told to the action `edit.time-zone`.
 */
GtkWidget *muster_time_zone_button_new (void);

/* @id: (nullable): the zone that is chosen; none: leave them as they are. */
void muster_time_zone_button_set_zone (MusterTimeZoneButton *self, const char *id);

G_END_DECLS
