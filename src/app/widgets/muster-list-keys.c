/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-list-keys.h"

/* Tries what stands beside @widget in that direction, from the nearest on. */
static gboolean
focus_beside (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean   forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *beside = widget;

  while ((beside = forward ? gtk_widget_get_next_sibling (beside)
                           : gtk_widget_get_prev_sibling (beside))
         != NULL)
    if (gtk_widget_child_focus (beside, direction))
      return TRUE;
  return FALSE;
}

/* Past the last widget of the window comes the first again. */
static void
leave (GtkWidget *list, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (list);

  for (GtkWidget *widget = list; widget != NULL && !GTK_IS_ROOT (widget);
       widget = gtk_widget_get_parent (widget))
    if (focus_beside (widget, direction))
      return;
  gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkWidget             *list)
{
  gboolean backward = (modifiers & GDK_SHIFT_MASK) != 0 || key == GDK_KEY_ISO_Left_Tab;

  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  leave (list, backward ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

void
muster_list_keys_leave_by_tab (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list, 0);
  gtk_widget_add_controller (list, keys);
}
