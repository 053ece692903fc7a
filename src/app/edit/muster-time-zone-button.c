/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-time-zone-button.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-time-zones.h"

struct _MusterTimeZoneButton
{
  GtkWidget parent_instance;

  char         *zone;    /* (owned) (nullable): the one that is chosen */
  GCancellable *reading; /* (owned) */

  GtkWidget          *button;
  GtkWidget          *zone_label;
  GtkWidget          *offset_label;
  GtkWidget          *popover;
  GtkWidget          *search_entry;
  GtkWidget          *stack;
  GtkWidget          *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *found;
  GListStore         *zones;
  GtkCustomFilter    *filter;
};

G_DEFINE_FINAL_TYPE (MusterTimeZoneButton, muster_time_zone_button, GTK_TYPE_WIDGET)

/* (transfer full) (nullable) */
static MusterTimeZone *
find_zone (MusterTimeZoneButton *self, const char *id)
{
  GListModel *zones = G_LIST_MODEL (self->zones);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (zones); i++)
    {
      g_autoptr (MusterTimeZone) zone = g_list_model_get_item (zones, i);

      if (g_str_equal (muster_time_zone_get_id (zone), id))
        return g_steal_pointer (&zone);
    }
  return NULL;
}

static void
show_zone (MusterTimeZoneButton *self)
{
  g_autoptr (MusterTimeZone) zone = find_zone (self, self->zone);
  g_autofree char *id = muster_display_text_clean (self->zone);

  gtk_label_set_label (GTK_LABEL (self->zone_label),
                       self->zone != NULL ? id : _ ("Leave as it is"));
  gtk_label_set_label (GTK_LABEL (self->offset_label),
                       zone != NULL ? muster_time_zone_get_offset (zone) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->zone_label)), -1);
}

static gboolean
match_zone_cb (gpointer item, gpointer user_data)
{
  return muster_time_zone_matches (item, user_data);
}

static void
search_for (MusterTimeZoneButton *self, const char *text)
{
  MusterSearchText *search = muster_search_text_new (text);
  gboolean          has_zones = muster_search_text_is_empty (search);

  gtk_custom_filter_set_filter_func (self->filter, match_zone_cb, search,
                                     (GDestroyNotify) muster_search_text_free);
  gtk_single_selection_set_selected (self->selection, 0);
  has_zones |= g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    has_zones ? "list" : "nothing");
}

static void
search_changed_cb (MusterTimeZoneButton *self)
{
  search_for (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
pick_zone (MusterTimeZoneButton *self, guint position)
{
  g_autoptr (MusterTimeZone) zone
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (zone == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_activate_action (GTK_WIDGET (self), "edit.time-zone", "s",
                              muster_time_zone_get_id (zone));
}

static void
list_activate_cb (MusterTimeZoneButton *self, guint position)
{
  pick_zone (self, position);
}

/* Enter right after typing means what stands first, whether or not the search for the
 * last letter has begun. */
static void
search_activate_cb (MusterTimeZoneButton *self)
{
  search_changed_cb (self);
  pick_zone (self, gtk_single_selection_get_selected (self->selection));
}

static void
search_stop_cb (MusterTimeZoneButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static gboolean
search_key_cb (GtkEventControllerKey *keys,
               guint                  key,
               guint                  code,
               GdkModifierType        modifiers,
               MusterTimeZoneButton  *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Each time it opens it begins with all zones. */
static void
popover_map_cb (MusterTimeZoneButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_for (self, NULL);
  gtk_widget_grab_focus (self->search_entry);
}

static void
zones_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) zones = muster_time_zones_read_finish (result, NULL);
  MusterTimeZoneButton *self = user_data;

  if (zones == NULL)
    return;
  g_list_store_splice (self->zones, 0, 0, zones->pdata, zones->len);
  show_zone (self);
}

static void
muster_time_zone_button_dispose (GObject *object)
{
  MusterTimeZoneButton *self = MUSTER_TIME_ZONE_BUTTON (object);

  g_cancellable_cancel (self->reading);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_time_zone_button_parent_class)->dispose (object);
}

static void
muster_time_zone_button_finalize (GObject *object)
{
  MusterTimeZoneButton *self = MUSTER_TIME_ZONE_BUTTON (object);

  g_clear_object (&self->reading);
  g_free (self->zone);
  G_OBJECT_CLASS (muster_time_zone_button_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/edit/muster-time-zone-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, button);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, zone_label);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, offset_label);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, list);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, selection);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, found);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, zones);
  gtk_widget_class_bind_template_child (widget_class, MusterTimeZoneButton, filter);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
muster_time_zone_button_class_init (MusterTimeZoneButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_time_zone_button_dispose;
  object_class->finalize = muster_time_zone_button_finalize;
  g_type_ensure (MUSTER_TYPE_TIME_ZONE);
  bind_template (widget_class);
  bind_callbacks (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* The button centres its child; what reads like an entry begins at the start. */
static void
fill_button (MusterTimeZoneButton *self)
{
  GtkWidget *widget = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->button));

  for (; widget != NULL && !GTK_IS_BUTTON (widget);
       widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}

static void
muster_time_zone_button_init (MusterTimeZoneButton *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_button (self);
  muster_time_zones_read_async (self->reading, zones_read_cb, self);
}

GtkWidget *
muster_time_zone_button_new (void)
{
  return g_object_new (MUSTER_TYPE_TIME_ZONE_BUTTON, NULL);
}

void
muster_time_zone_button_set_zone (MusterTimeZoneButton *self, const char *id)
{
  if (g_strcmp0 (self->zone, id) == 0)
    return;
  g_free (self->zone);
  self->zone = g_strdup (id);
  show_zone (self);
}
