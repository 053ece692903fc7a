/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-columns.h"

#include <glib/gi18n.h>

#include "muster-labels.h"
#include "muster-outcome-user.h"

/* The widest outcome and the padding of its pill, in characters of the font. */
#define OUTCOME_CHARS 16
#define TIME_CHARS 8

static void
setup_user_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (MUSTER_TYPE_OUTCOME_USER, NULL));
}

static void
bind_user_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  muster_outcome_user_set_row (MUSTER_OUTCOME_USER (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
unbind_user_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  muster_outcome_user_set_row (MUSTER_OUTCOME_USER (gtk_list_item_get_child (item)),
                               NULL);
}

/* An empty label under the pill keeps the column as wide as the widest pill. */
static void
setup_outcome_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *room
    = g_object_new (GTK_TYPE_LABEL, "width-chars", OUTCOME_CHARS, "accessible-role",
                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *pill = g_object_new (GTK_TYPE_LABEL, "halign", GTK_ALIGN_START, "valign",
                                  GTK_ALIGN_CENTER, NULL);

  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (grid), room, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), pill, 0, 0, 1, 1);
  gtk_list_item_set_child (item, grid);
}

static void
show_outcome (MusterPlanRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget    *pill = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  MusterOutcome outcome = muster_plan_row_get_outcome (row);
  const char   *classes[] = { "pill", muster_label_get_outcome_class (outcome), NULL };

  gtk_label_set_label (GTK_LABEL (pill), muster_label_outcome (outcome));
  gtk_widget_set_css_classes (pill, classes);
}

static void
bind_outcome_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  MusterPlanRow *row = gtk_list_item_get_item (item);

  show_outcome (row, NULL, item);
  g_signal_connect (row, "notify::outcome", G_CALLBACK (show_outcome), item);
}

/* What stands in one line, and is whole in a tooltip. */
static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                               PANGO_ELLIPSIZE_END, NULL));
}

static void
show_happened (MusterPlanRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (muster_plan_row_get_outcome (row) != MUSTER_OUTCOME_PENDING)
    text = muster_label_describe_row (row);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
}

static void
bind_happened_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  MusterPlanRow *row = gtk_list_item_get_item (item);

  show_happened (row, NULL, item);
  g_signal_connect (row, "notify::outcome", G_CALLBACK (show_happened), item);
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

static void
setup_time_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "width-chars", TIME_CHARS, NULL);

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_time_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  gint64     decided_at = muster_plan_row_get_decided_at (gtk_list_item_get_item (item));
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  g_autofree char *full_text = NULL;

  if (decided_at > 0)
    {
      time = g_date_time_new_from_unix_local (decided_at / G_USEC_PER_SEC);
      /* Translators: a time of day, see g_date_time_format(). */
      text = g_date_time_format (time, _ ("%H:%M:%S"));
      full_text = g_date_time_format (time, "%c");
    }
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, full_text);
}

void
muster_outcome_columns_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_user_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_user_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_user_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_outcome_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_outcome_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_happened_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_time_cb);
}
