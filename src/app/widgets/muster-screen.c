/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-screen.h"

G_DEFINE_INTERFACE (MusterScreen, muster_screen, GTK_TYPE_WIDGET)

static void
muster_screen_default_init (MusterScreenInterface *iface)
{
}

const char *
muster_screen_get_title (MusterScreen *self)
{
  MusterScreenInterface *iface;

  g_return_val_if_fail (MUSTER_IS_SCREEN (self), NULL);
  iface = MUSTER_SCREEN_GET_IFACE (self);
  return iface->get_title != NULL ? iface->get_title (self) : NULL;
}

const char *
muster_screen_get_action_prefix (MusterScreen *self)
{
  MusterScreenInterface *iface;

  g_return_val_if_fail (MUSTER_IS_SCREEN (self), NULL);
  iface = MUSTER_SCREEN_GET_IFACE (self);
  return iface->get_action_prefix != NULL ? iface->get_action_prefix (self) : NULL;
}

GActionGroup *
muster_screen_get_actions (MusterScreen *self)
{
  MusterScreenInterface *iface;

  g_return_val_if_fail (MUSTER_IS_SCREEN (self), NULL);
  iface = MUSTER_SCREEN_GET_IFACE (self);
  return iface->get_actions != NULL ? iface->get_actions (self) : NULL;
}

void
muster_screen_focus (MusterScreen *self)
{
  MusterScreenInterface *iface;

  g_return_if_fail (MUSTER_IS_SCREEN (self));
  iface = MUSTER_SCREEN_GET_IFACE (self);
  if (iface->focus != NULL)
    iface->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
