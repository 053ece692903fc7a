/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-keys.h"

#include "muster-organization-columns.h"
#include "muster-organization-node.h"

/* (transfer none) (nullable) */
static GtkTreeListRow *
find_focused_row (GtkColumnView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  return muster_organization_columns_find_row (gtk_root_get_focus (root));
}

static gboolean
toggle (GtkColumnView *view, GtkTreeListRow *row)
{
  g_autoptr (MusterOrganizationNode) node = gtk_tree_list_row_get_item (row);

  return gtk_widget_activate_action (GTK_WIDGET (view), "organizations.toggle", "s",
                                     muster_organization_node_get_id (node));
}

static gboolean
open_row (GtkTreeListRow *row)
{
  if (!gtk_tree_list_row_is_expandable (row) || gtk_tree_list_row_get_expanded (row))
    return FALSE;
  gtk_tree_list_row_set_expanded (row, TRUE);
  return TRUE;
}

static gboolean
focus_parent (GtkColumnView *view, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));
  GtkWidget *cell;

  if (parent == NULL)
    return FALSE;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (parent));
  cell = muster_organization_columns_find_cell (view, parent);
  return cell != NULL && gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
}

static gboolean
close_row (GtkColumnView *view, GtkTreeListRow *row)
{
  if (!gtk_tree_list_row_get_expanded (row))
    return focus_parent (view, row);
  gtk_tree_list_row_set_expanded (row, FALSE);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkColumnView         *view)
{
  gboolean        rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  GtkWidget      *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));
  GtkTreeListRow *row = find_focused_row (view);

  if (row == NULL || modifiers & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return !GTK_IS_BUTTON (focus) && toggle (view, row);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return rtl ? close_row (view, row) : open_row (row);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return rtl ? open_row (row) : close_row (view, row);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
muster_organization_keys_add (GtkColumnView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
