/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-users-pane.h"

#include <glib/gi18n.h>

#include "muster-empty-state.h"
#include "muster-narrow-bin.h"
#include "muster-users-columns.h"
#include "muster-users-list.h"

#define ORGANIZATION_POSITION 2

struct _MusterUsersPane
{
  GtkWidget parent_instance;

  MusterEdit      *edit;       /* (owned) */
  MusterUsersList *users_list; /* (owned) */
  guint            to_top;     /* tick callback, until the list is at its top */

  GtkWidget           *bin;
  GtkWidget           *count_label;
  GtkWidget           *add_button;
  GtkWidget           *first_add_button;
  GtkWidget           *menu_button;
  GtkWidget           *search_entry;
  GtkWidget           *stack;
  GtkWidget           *list;
  GtkWidget           *foot;
  GtkWidget           *ticked_label;
  GtkColumnViewColumn *tick_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *organization_column;
  GtkColumnViewColumn *status_column;
  GtkColumnViewColumn *remove_column;
};

enum
{
  PROP_0,
  PROP_EDIT,
  PROP_N_TICKED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterUsersPane, muster_users_pane, GTK_TYPE_WIDGET)

static guint
get_n_users (MusterUsersPane *self)
{
  return muster_picked_users_get_n_users (muster_edit_get_users (self->edit));
}

static const char *
choose_page (MusterUsersPane *self)
{
  if (get_n_users (self) == 0)
    return "empty";
  return muster_users_list_found_nobody (self->users_list) ? "nothing" : "list";
}

static void
show_status (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
show_ticked (MusterUsersPane *self)
{
  guint            n = muster_users_pane_get_n_ticked (self);
  g_autofree char *text
    = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  show_status (self->ticked_label, text);
}

static void
show_count (MusterUsersPane *self)
{
  guint            n = get_n_users (self);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("%'u user", "%'u users", n), n);

  gtk_label_set_label (GTK_LABEL (self->count_label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A button that goes takes the focus with it. */
static void
show_parts (MusterUsersPane *self)
{
  gboolean has_users = get_n_users (self) > 0;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean is_other = gtk_widget_get_visible (self->foot) != has_users;

  gtk_widget_set_visible (self->count_label, has_users);
  gtk_widget_set_visible (self->add_button, has_users);
  gtk_widget_set_visible (self->menu_button, has_users);
  gtk_widget_set_visible (self->search_entry, has_users);
  gtk_widget_set_visible (self->foot, has_users);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), choose_page (self));
  if (is_other && had_focus)
    muster_users_pane_focus (self);
}

static void
found_changed_cb (MusterUsersPane *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), choose_page (self));
}

/* The part of a column view that scrolls its rows. */
static GtkWidget *
find_rows (MusterUsersPane *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  while (child != NULL && !GTK_IS_LIST_BASE (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A list view holds on to the row that was first, wherever the order puts it, and cannot
 * be moved before it is laid out. */
static gboolean
move_to_top_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  MusterUsersPane *self = user_data;
  GtkAdjustment   *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GtkWidget       *rows = find_rows (self);

  if (!muster_users_list_is_settled (self->users_list) || rows == NULL
      || gtk_widget_get_height (rows) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", 0);
  if (gtk_adjustment_get_value (adjustment) > gtk_adjustment_get_lower (adjustment))
    return G_SOURCE_CONTINUE;
  self->to_top = 0;
  return G_SOURCE_REMOVE;
}

static void
move_to_top (MusterUsersPane *self)
{
  if (self->to_top == 0)
    self->to_top = gtk_widget_add_tick_callback (self->list, move_to_top_cb, self, NULL);
}

static void
users_changed_cb (MusterUsersPane *self,
                  guint            position,
                  guint            n_removed,
                  guint            n_added,
                  GListModel      *users)
{
  if (n_added > 0)
    move_to_top (self);
  show_count (self);
  show_parts (self);
}

static void
ticked_changed_cb (MusterUsersPane *self)
{
  show_ticked (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TICKED]);
}

static void
search_changed_cb (MusterUsersPane *self)
{
  move_to_top (self);
  muster_users_list_search (self->users_list,
                            gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_stop_cb (MusterUsersPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* With Ctrl the list itself ticks, too: once is enough. */
static gboolean
is_control_down (MusterUsersPane *self)
{
  GdkSeat   *seat = gdk_display_get_default_seat (gtk_widget_get_display (self->list));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL
         && (gdk_device_get_modifier_state (keyboard)
             & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
              != 0;
}

static void
list_activate_cb (MusterUsersPane *self, guint position)
{
  if (!is_control_down (self))
    muster_users_list_toggle (self->users_list, position);
}

/* In GTK 4.8 Tab would visit every row. Delete is for the list alone: anywhere else it is
 * for what somebody types. */
static gboolean
list_key_cb (GtkEventControllerKey *keys,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             MusterUsersPane       *self)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_ISO_Left_Tab)
    gtk_widget_grab_focus (self->search_entry);
  else if (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab)
    gtk_widget_child_focus (self->foot, GTK_DIR_TAB_FORWARD);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (self->list, "edit.remove-selected", NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* GTK 4.8 puts the cells of a column that comes back behind all others, where only a move
 * brings them to their place. */
static void
narrow_changed_cb (MusterUsersPane *self)
{
  GtkColumnView *list = GTK_COLUMN_VIEW (self->list);
  gboolean       is_narrow = muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (self->bin));

  gtk_column_view_column_set_visible (self->organization_column, !is_narrow);
  if (is_narrow)
    return;
  gtk_column_view_insert_column (list, 0, self->organization_column);
  gtk_column_view_insert_column (list, ORGANIZATION_POSITION, self->organization_column);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterUsersPane *self = MUSTER_USERS_PANE (widget);
  const char      *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (users, muster_user_new (id, ""));
  muster_picked_users_remove (muster_edit_get_users (self->edit), users);
}

static void
select_visible_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (
    muster_users_list_get_model (MUSTER_USERS_PANE (widget)->users_list));
}

static void
clear_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  muster_choice_clear (
    muster_users_list_get_ticked (MUSTER_USERS_PANE (widget)->users_list));
}

static void
clear_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterUsersPane *self = MUSTER_USERS_PANE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (self->search_entry);
}

static void
muster_users_pane_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_TICKED:
      g_value_set_uint (value,
                        muster_users_pane_get_n_ticked (MUSTER_USERS_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_users_pane_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDIT:
      MUSTER_USERS_PANE (object)->edit = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_column (GtkColumnViewColumn *column, GtkListItemFactory *factory, GtkSorter *sorter)
{
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_unref (factory);
  g_clear_object (&sorter);
}

static void
set_up_columns (MusterUsersPane *self)
{
  add_column (self->tick_column, muster_users_columns_make_tick_factory (), NULL);
  add_column (self->name_column, muster_users_columns_make_person_factory (),
              muster_users_columns_make_name_sorter ());
  add_column (self->organization_column,
              muster_users_columns_make_organization_factory (),
              muster_users_columns_make_organization_sorter ());
  add_column (self->status_column, muster_users_columns_make_status_factory (),
              muster_users_columns_make_status_sorter ());
  add_column (self->remove_column, muster_users_columns_make_remove_factory (), NULL);
}

static void
set_up_list (MusterUsersPane *self)
{
  self->users_list
    = muster_users_list_new (muster_edit_get_users (self->edit),
                             gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->list)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->list),
                             muster_users_list_get_model (self->users_list));
  g_signal_connect_object (self->users_list, "changed", G_CALLBACK (found_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (muster_users_list_get_ticked (self->users_list),
                           "items-changed", G_CALLBACK (ticked_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
muster_users_pane_constructed (GObject *object)
{
  MusterUsersPane *self = MUSTER_USERS_PANE (object);

  G_OBJECT_CLASS (muster_users_pane_parent_class)->constructed (object);
  set_up_columns (self);
  set_up_list (self);
  muster_users_pane_sort (self, "name");
  g_signal_connect_object (muster_edit_get_users (self->edit), "items-changed",
                           G_CALLBACK (users_changed_cb), self, G_CONNECT_SWAPPED);
  show_ticked (self);
  show_count (self);
  show_parts (self);
}

static void
muster_users_pane_dispose (GObject *object)
{
  MusterUsersPane *self = MUSTER_USERS_PANE (object);

  if (self->to_top != 0)
    gtk_widget_remove_tick_callback (self->list, self->to_top);
  self->to_top = 0;
  g_clear_pointer (&self->bin, gtk_widget_unparent);
  g_clear_object (&self->users_list);
  G_OBJECT_CLASS (muster_users_pane_parent_class)->dispose (object);
}

static void
muster_users_pane_finalize (GObject *object)
{
  MusterUsersPane *self = MUSTER_USERS_PANE (object);

  g_clear_object (&self->edit);
  G_OBJECT_CLASS (muster_users_pane_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_EDIT] = g_param_spec_object ("edit", NULL, NULL, MUSTER_TYPE_EDIT,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                            | G_PARAM_STATIC_STRINGS);
  props[PROP_N_TICKED] = g_param_spec_uint ("n-ticked", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-users-pane.ui");
#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, MusterUsersPane, name)
  BIND (bin);
  BIND (count_label);
  BIND (add_button);
  BIND (first_add_button);
  BIND (menu_button);
  BIND (search_entry);
  BIND (stack);
  BIND (list);
  BIND (foot);
  BIND (ticked_label);
  BIND (tick_column);
  BIND (name_column);
  BIND (organization_column);
  BIND (status_column);
  BIND (remove_column);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "users.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "users.select-visible", NULL,
                                   select_visible_action);
  gtk_widget_class_install_action (widget_class, "users.clear-selection", NULL,
                                   clear_selection_action);
  gtk_widget_class_install_action (widget_class, "users.clear-search", NULL,
                                   clear_search_action);
}

static void
muster_users_pane_class_init (MusterUsersPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = muster_users_pane_constructed;
  object_class->get_property = muster_users_pane_get_property;
  object_class->set_property = muster_users_pane_set_property;
  object_class->dispose = muster_users_pane_dispose;
  object_class->finalize = muster_users_pane_finalize;
  g_type_ensure (MUSTER_TYPE_NARROW_BIN);
  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  install_properties (object_class);
  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_users_pane_init (MusterUsersPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_users_pane_new (MusterEdit *edit)
{
  return g_object_new (MUSTER_TYPE_USERS_PANE, "edit", edit, NULL);
}

guint
muster_users_pane_get_n_ticked (MusterUsersPane *self)
{
  return muster_choice_get_n_items (muster_users_list_get_ticked (self->users_list));
}

void
muster_users_pane_remove_ticked (MusterUsersPane *self)
{
  g_autoptr (GPtrArray) ticked
    = muster_choice_list (muster_users_list_get_ticked (self->users_list));

  muster_picked_users_remove (muster_edit_get_users (self->edit), ticked);
}

/* (nullable) */
static GtkColumnViewColumn *
find_column (MusterUsersPane *self, const char *name)
{
  if (g_str_equal (name, "name"))
    return self->name_column;
  if (g_str_equal (name, "organization"))
    return self->organization_column;
  if (g_str_equal (name, "status"))
    return self->status_column;
  return NULL;
}

void
muster_users_pane_sort (MusterUsersPane *self, const char *column)
{
  GtkColumnViewColumn *found = find_column (self, column);

  if (found != NULL)
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->list), found,
                                    GTK_SORT_ASCENDING);
}

gboolean
muster_users_pane_focus_search (MusterUsersPane *self)
{
  return gtk_widget_get_visible (self->search_entry)
         && gtk_widget_grab_focus (self->search_entry);
}

void
muster_users_pane_focus (MusterUsersPane *self)
{
  gtk_widget_grab_focus (get_n_users (self) > 0 ? self->add_button
                                                : self->first_add_button);
}
