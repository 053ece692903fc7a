/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-list.h"

#include <glib/gi18n.h>

#include "muster-connection-row.h"
#include "muster-list-keys.h"
#include "muster-sign-in-attempt.h"

struct _MusterConnectionList
{
  GtkWidget parent_instance;

  GtkWidget          *scroller;  /* (not owned): template child */
  GtkWidget          *view;      /* (not owned): template child */
  GtkSingleSelection *selection; /* (not owned): template child */

  MusterConnection *sample; /* (owned) */
  gboolean          is_picking;
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterConnectionList, muster_connection_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, muster_connection_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  muster_connection_row_set_connection (MUSTER_CONNECTION_ROW (
                                          gtk_list_item_get_child (item)),
                                        gtk_list_item_get_item (item));
}

static void
selected_cb (MusterConnectionList *self)
{
  MusterConnection *connection = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_picking && connection != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, connection);
}

static void
activate_cb (MusterConnectionList *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
muster_connection_list_dispose (GObject *object)
{
  MusterConnectionList *self = MUSTER_CONNECTION_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_connection_list_parent_class)->dispose (object);
}

static void
muster_connection_list_finalize (GObject *object)
{
  MusterConnectionList *self = MUSTER_CONNECTION_LIST (object);

  g_object_unref (self->sample);
  G_OBJECT_CLASS (muster_connection_list_parent_class)->finalize (object);
}

static void
muster_connection_list_class_init (MusterConnectionListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_connection_list_dispose;
  object_class->finalize = muster_connection_list_finalize;

  signals[SIGNAL_PICKED]
    = g_signal_new ("picked", MUSTER_TYPE_CONNECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, MUSTER_TYPE_CONNECTION);
  signals[SIGNAL_ACTIVATED]
    = g_signal_new ("activated", MUSTER_TYPE_CONNECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-connection-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionList, view);
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionList, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_connection_list_init (MusterConnectionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_list_keys_leave_by_tab (self->view);
  self->sample
    = g_object_new (MUSTER_TYPE_CONNECTION, "id", "sample", "kind",
                    MUSTER_SIGN_IN_KIND_SAMPLE, "name", _ ("Try Muster"), NULL);
}

void
muster_connection_list_set_store (MusterConnectionList  *self,
                                  MusterConnectionStore *store)
{
  GListStore *first = g_list_store_new (MUSTER_TYPE_CONNECTION);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFlattenListModel) all = NULL;

  g_return_if_fail (MUSTER_IS_CONNECTION_LIST (self));

  g_list_store_append (first, self->sample);
  g_list_store_append (parts, first);
  g_list_store_append (parts, store);
  g_object_unref (first);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (all));
}

MusterConnection *
muster_connection_list_get_sample (MusterConnectionList *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION_LIST (self), NULL);

  return self->sample;
}

static guint
find_position (MusterConnectionList *self, const char *id)
{
  GListModel *model = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MusterConnection) connection = g_list_model_get_item (model, i);

      if (g_str_equal (muster_connection_get_id (connection), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
muster_connection_list_pick (MusterConnectionList *self, const char *id)
{
  g_return_if_fail (MUSTER_IS_CONNECTION_LIST (self));

  self->is_picking = TRUE;
  gtk_single_selection_set_selected (self->selection, find_position (self, id));
  self->is_picking = FALSE;
}
