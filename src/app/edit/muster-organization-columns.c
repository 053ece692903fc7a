/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-columns.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-organization-change-cell.h"
#include "muster-organization-name-cell.h"
#include "muster-organization-wish.h"

static GtkTreeListRow *
get_row (GtkListItem *item)
{
  return GTK_TREE_LIST_ROW (gtk_list_item_get_item (item));
}

/* (transfer full) */
static MusterOrganizationNode *
get_node (GtkListItem *item)
{
  return MUSTER_ORGANIZATION_NODE (gtk_tree_list_row_get_item (get_row (item)));
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  gtk_list_item_set_child (item, muster_organization_name_cell_new (edit));
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  muster_organization_name_cell_set_row (MUSTER_ORGANIZATION_NAME_CELL (
                                           gtk_list_item_get_child (item)),
                                         get_row (item));
}

static void
unbind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  muster_organization_name_cell_set_row (MUSTER_ORGANIZATION_NAME_CELL (
                                           gtk_list_item_get_child (item)),
                                         NULL);
}

static void
setup_change_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  gtk_list_item_set_child (item, muster_organization_change_cell_new (edit));
}

static void
bind_change_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  g_autoptr (MusterOrganizationNode) node = get_node (item);

  muster_organization_change_cell_set_node (MUSTER_ORGANIZATION_CHANGE_CELL (
                                              gtk_list_item_get_child (item)),
                                            node);
}

static void
unbind_change_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  muster_organization_change_cell_set_node (MUSTER_ORGANIZATION_CHANGE_CELL (
                                              gtk_list_item_get_child (item)),
                                            NULL);
}

static void
setup_users_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
update_users (GtkListItem *item, MusterEdit *edit)
{
  g_autoptr (MusterOrganizationNode) node = get_node (item);
  guint            n_users = muster_organization_wish_count_users (edit, node);
  g_autofree char *text
    = g_strdup_printf (ngettext ("%'u of these users", "%'u of these users", n_users),
                       n_users);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       n_users > 0 ? text : "");
}

static void
summary_cb (MusterEdit *edit, GParamSpec *pspec, GtkListItem *item)
{
  update_users (item, edit);
}

static void
bind_users_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  g_signal_connect_object (edit, "notify::summary", G_CALLBACK (summary_cb), item, 0);
  update_users (item, edit);
}

static void
unbind_users_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterEdit *edit)
{
  g_signal_handlers_disconnect_by_func (edit, summary_cb, item);
}

static GtkColumnViewColumn *
append_column (GtkColumnView *view,
               MusterEdit    *edit,
               const char    *title,
               GCallback      setup,
               GCallback      bind,
               GCallback      unbind)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect_object (factory, "setup", setup, edit, 0);
  g_signal_connect_object (factory, "bind", bind, edit, 0);
  g_signal_connect_object (factory, "unbind", unbind, edit, 0);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  return column;
}

void
muster_organization_columns_append (GtkColumnView *view, MusterEdit *edit)
{
  GtkColumnViewColumn *column;

  column = append_column (view, edit, _ ("Organization"), G_CALLBACK (setup_name_cb),
                          G_CALLBACK (bind_name_cb), G_CALLBACK (unbind_name_cb));
  gtk_column_view_column_set_expand (column, TRUE);
  append_column (view, edit, _ ("Managed Now By"), G_CALLBACK (setup_users_cb),
                 G_CALLBACK (bind_users_cb), G_CALLBACK (unbind_users_cb));
  append_column (view, edit, _ ("Change"), G_CALLBACK (setup_change_cb),
                 G_CALLBACK (bind_change_cb), G_CALLBACK (unbind_change_cb));
}

static GtkWidget *
find_name_cell (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *child = gtk_widget_get_first_child (cell);

      if (MUSTER_IS_ORGANIZATION_NAME_CELL (child))
        return child;
    }
  return NULL;
}

GtkTreeListRow *
muster_organization_columns_find_row (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_COLUMN_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *cell = find_name_cell (widget);

      if (cell != NULL)
        return muster_organization_name_cell_get_row (
          MUSTER_ORGANIZATION_NAME_CELL (cell));
    }
  return NULL;
}

/* The rows are the children of the list inside of the view. */
GtkWidget *
muster_organization_columns_find_cell (GtkColumnView *view, GtkTreeListRow *row)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));
  GtkWidget *child = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_name_cell (child);

      if (cell != NULL
          && muster_organization_name_cell_get_row (MUSTER_ORGANIZATION_NAME_CELL (cell))
               == row)
        return cell;
    }
  return NULL;
}
