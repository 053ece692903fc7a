/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cell.h"

#include "muster-display-text.h"

#define NOTHING "\xE2\x80\x94"

GtkWidget *
muster_cell_new_tick (void)
{
  GtkWidget *tick = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (tick), "object-select-symbolic");
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (tick, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (tick, "tick");
  return tick;
}

static gboolean
query_tooltip_cb (
  GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

GtkWidget *
muster_cell_new_text (int n_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (n_chars > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), n_chars);
      gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
    }
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return label;
}

void
muster_cell_set_text (GtkWidget *label, const char *text)
{
  gboolean         is_empty = text == NULL || *text == '\0';
  g_autofree char *shown = NULL;

  /* A phone number would be turned round where reading goes from the right. */
  if (gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL)
    shown = muster_display_text_isolate (text);
  else
    shown = muster_display_text_clean (text);
  gtk_label_set_label (GTK_LABEL (label), is_empty ? NOTHING : shown);
  if (is_empty)
    gtk_widget_add_css_class (label, "dim");
  else
    gtk_widget_remove_css_class (label, "dim");
}

/* A row of a column view holds cells, which hold children; one of a list view has its
 * child itself. */
static GtkAccessible *
find_row (GtkWidget *child)
{
  GtkWidget *row = child;
  GtkWidget *parent;

  while ((parent = gtk_widget_get_parent (row)) != NULL && !GTK_IS_LIST_BASE (parent))
    row = parent;
  return GTK_ACCESSIBLE (row);
}

void
muster_cell_name_row (GtkListItem *item, const char *name)
{
  GtkAccessible *row = find_row (gtk_list_item_get_child (item));

  gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_list_item_get_selected (item), -1);
}

void
muster_cell_set_locked (GtkWidget *tick, gboolean locked)
{
  gtk_widget_set_sensitive (tick, !locked);
  if (locked)
    gtk_widget_add_css_class (tick, "locked");
  else
    gtk_widget_remove_css_class (tick, "locked");
}
