/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-recent-batches.h"

#include <glib/gi18n.h>

#include "muster-batch-item.h"
#include "muster-batch-text.h"
#include "muster-display-text.h"
#include "muster-labels.h"
#include "muster-list-keys.h"
#include "muster-weak.h"

#define MAX_SHOWN 5

struct _MusterRecentBatches
{
  GtkWidget parent_instance;

  GtkWidget  *card; /* template children, (not owned) */
  GtkWidget  *stack;
  GtkWidget  *view;
  GtkWidget  *empty_text;
  GListStore *batches;

  char         *address;     /* (owned) (nullable): of the platform that is open */
  GCancellable *cancellable; /* (owned) (nullable): reading */
};

G_DEFINE_FINAL_TYPE (MusterRecentBatches, muster_recent_batches, GTK_TYPE_WIDGET)

/* Made once for each row, as the template of a row is read. */
static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
    "/org/musterapp/Muster/administration/muster-batch-row.ui");
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));

  g_object_set_data (G_OBJECT (item), "dot", gtk_builder_get_object (builder, "dot"));
  g_object_set_data (G_OBJECT (item), "what", gtk_builder_get_object (builder, "what"));
  g_object_set_data (G_OBJECT (item), "where", gtk_builder_get_object (builder, "where"));
  g_object_set_data (G_OBJECT (item), "state", gtk_builder_get_object (builder, "state"));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
set_label (GtkListItem *item, const char *name, const char *text)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (item), name);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
set_class (GtkListItem *item, const char *name, const char *base, const char *class_name)
{
  const char *const classes[] = { base, class_name, NULL };

  gtk_widget_set_css_classes (g_object_get_data (G_OBJECT (item), name),
                              (const char **) classes);
}

static void
bind_cb (MusterRecentBatches *self, GtkListItem *item)
{
  const MusterBatchInfo *info
    = muster_batch_item_get_info (gtk_list_item_get_item (item));
  const char      *class_name = muster_batch_text_get_class (info);
  g_autofree char *what = muster_label_describe_operations (info->operations);
  g_autofree char *where
    = muster_batch_text_describe (info, self->address, g_get_real_time ());
  g_autofree char *state = muster_batch_text_describe_state (info);
  g_autofree char *description = g_strdup_printf ("%s, %s", state, where);

  set_label (item, "what", what);
  set_label (item, "where", where);
  set_label (item, "state", state);
  set_class (item, "state", "pill", class_name);
  set_class (item, "dot", "dot", class_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (
                                    gtk_list_item_get_child (item))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
muster_recent_batches_dispose (GObject *object)
{
  MusterRecentBatches *self = MUSTER_RECENT_BATCHES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_recent_batches_parent_class)->dispose (object);
}

static void
muster_recent_batches_finalize (GObject *object)
{
  g_free (MUSTER_RECENT_BATCHES (object)->address);
  G_OBJECT_CLASS (muster_recent_batches_parent_class)->finalize (object);
}

static void
muster_recent_batches_class_init (MusterRecentBatchesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_recent_batches_dispose;
  object_class->finalize = muster_recent_batches_finalize;
  g_type_ensure (MUSTER_TYPE_BATCH_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/administration/muster-recent-batches.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRecentBatches, card);
  gtk_widget_class_bind_template_child (widget_class, MusterRecentBatches, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterRecentBatches, view);
  gtk_widget_class_bind_template_child (widget_class, MusterRecentBatches, empty_text);
  gtk_widget_class_bind_template_child (widget_class, MusterRecentBatches, batches);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_recent_batches_init (MusterRecentBatches *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_list_keys_leave_by_tab (self->view);
}

static void
show_batches (MusterRecentBatches *self, GPtrArray *infos)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (infos->len, MAX_SHOWN); i++)
    g_ptr_array_add (items, muster_batch_item_new (g_ptr_array_index (infos, i)));
  g_list_store_splice (self->batches, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->batches)),
                       items->pdata, items->len);
  gtk_label_set_label (GTK_LABEL (self->empty_text), _ ("No bulk edits yet"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    items->len > 0 ? "batches" : "empty");
}

static void
show_error (MusterRecentBatches *self, const GError *error)
{
  g_autofree char *text = muster_display_text_clean (error->message);

  gtk_label_set_label (GTK_LABEL (self->empty_text), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRecentBatches) self = muster_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos
    = muster_journal_list_finish (MUSTER_JOURNAL (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (infos != NULL)
    show_batches (self, infos);
  else
    show_error (self, error);
}

void
muster_recent_batches_refresh (MusterRecentBatches *self, MusterSession *session)
{
  g_return_if_fail (MUSTER_IS_RECENT_BATCHES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->address);
  self->address
    = g_strdup (muster_platform_get_address (muster_session_get_platform (session)));
  muster_journal_list_async (muster_session_get_journal (session), self->cancellable,
                             listed_cb, muster_weak_new (self));
}
