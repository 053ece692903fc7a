/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SCREEN (muster_screen_get_type ())

G_DECLARE_INTERFACE (MusterScreen, muster_screen, MUSTER, SCREEN, GtkWidget)

/**
 * MusterScreen:
 *
 * What fills the window below its header bar: Sign In, Site Administration, Edit Users …
 * Each member may be %NULL.
 */
struct _MusterScreenInterface
{
  GTypeInterface parent_iface;

  const char *(*get_title) (MusterScreen *self);
  const char *(*get_action_prefix) (MusterScreen *self);
  GActionGroup *(*get_actions) (MusterScreen *self);
  void (*focus) (MusterScreen *self);
};

/* What the header bar says: the seed's name of the page, translated. */
const char *muster_screen_get_title (MusterScreen *self);

/* (nullable): the screen's actions, which the window offers under the prefix ("edit" for
 * "edit.submit") as long as it shows the screen. (transfer none) */
const char   *muster_screen_get_action_prefix (MusterScreen *self);
GActionGroup *muster_screen_get_actions (MusterScreen *self);

/* Puts the focus where work begins. */
void muster_screen_focus (MusterScreen *self);

G_END_DECLS
