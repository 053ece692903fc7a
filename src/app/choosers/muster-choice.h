/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_CHOICE (muster_choice_get_type ())

G_DECLARE_FINAL_TYPE (MusterChoice, muster_choice, MUSTER, CHOICE, GObject)

/**
 * MusterChoice:
 *
 * What is ticked in a chooser, whatever its list shows at the moment: users or resources,
 * each once, in the order of ticking, as a #GListModel. Known by their identifiers, so
 * that what a new search finds again is ticked again. Each call is one `items-changed`,
 * however many items it is about.
 *
 * Some may be locked: they are there already, and can be neither ticked nor unticked.
 */

/* @multiple: whether several may be ticked; else each takes the place of the one before.
 */
MusterChoice *muster_choice_new (gboolean multiple);

/* The identifier of a #MusterUser or a #MusterResource. */
const char *muster_choice_get_item_id (gpointer item);

gboolean muster_choice_is_multiple (MusterChoice *self);
guint    muster_choice_get_n_items (MusterChoice *self);
gboolean muster_choice_contains (MusterChoice *self, gpointer item);

/* @items: of MusterUser; nobody of them can be ticked. */
void     muster_choice_lock (MusterChoice *self, GListModel *items);
gboolean muster_choice_is_locked (MusterChoice *self, gpointer item);

/* Those that are there already, or locked, are left as they are. */
void muster_choice_add (MusterChoice *self, GPtrArray *items);
void muster_choice_remove (MusterChoice *self, GPtrArray *items);
void muster_choice_toggle (MusterChoice *self, gpointer item);
void muster_choice_clear (MusterChoice *self);

/* Puts items that were read anew in the place of ticked ones with the same identifiers.
 * Not a change. */
void muster_choice_refresh (MusterChoice *self, GPtrArray *items);

/* (transfer container): as they are now. */
GPtrArray *muster_choice_list (MusterChoice *self);

G_END_DECLS
