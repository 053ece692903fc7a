/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-roles-tab.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-held-role-row.h"
#include "muster-list-keys.h"
#include "muster-narrow-bin.h"
#include "muster-resource-chooser.h"
#include "muster-role-advice.h"
#include "muster-role-book.h"
#include "muster-role-item.h"
#include "muster-role-row.h"

struct _MusterRolesTab
{
  GtkWidget parent_instance;

  GtkWidget *scroller;     /* (not owned): template child */
  GtkWidget *bin;          /* (not owned): template child */
  GtkWidget *banner;       /* (not owned): template child */
  GtkWidget *columns;      /* (not owned): template child */
  GtkWidget *add;          /* (not owned): template child */
  GtkWidget *no_added;     /* (not owned): template child */
  GtkWidget *added_area;   /* (not owned): template child */
  GtkWidget *added;        /* (not owned): template child */
  GtkWidget *no_removed;   /* (not owned): template child */
  GtkWidget *removed_area; /* (not owned): template child */
  GtkWidget *removed;      /* (not owned): template child */
  GtkWidget *now_text;     /* (not owned): template child */
  GtkWidget *no_held;      /* (not owned): template child */
  GtkWidget *no_held_text; /* (not owned): template child */
  GtkWidget *held_area;    /* (not owned): template child */
  GtkWidget *held;         /* (not owned): template child */

  MusterEdit     *edit;          /* (owned) */
  MusterRoleBook *book;          /* (owned) */
  GListStore     *added_roles;   /* (owned): of MusterRoleItem */
  GListStore     *removed_roles; /* (owned): of MusterRoleItem */
  GListStore     *held_roles;    /* (owned): of MusterRoleItem */
  GCancellable   *choosing;      /* (owned) (nullable): while a chooser is open */
};

G_DEFINE_FINAL_TYPE (MusterRolesTab, muster_roles_tab, GTK_TYPE_WIDGET)

/* (transfer container): of MusterReference, the roles that are to be added or removed. */
static GPtrArray *
list_wished (MusterRolesTab *self, MusterVerb verb)
{
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (self->edit));
  GPtrArray *roles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      if (muster_operation_get_field (operation) == MUSTER_FIELD_ROLES
          && muster_operation_get_verb (operation) == verb)
        g_ptr_array_add (roles,
                         muster_reference_ref (muster_operation_get_value (operation)));
    }
  return roles;
}

/* (transfer container): of MusterReference, what the picked users have. */
static GPtrArray *
list_held (MusterRolesTab *self)
{
  MusterUserSummary *summary = muster_edit_get_summary (self->edit);
  GPtrArray         *roles
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);
  GArray *values;

  if (summary == NULL)
    return roles;
  values = muster_user_summary_get_field (summary, MUSTER_FIELD_ROLES)->values;
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (roles, muster_reference_ref (
                              g_array_index (values, MusterValueCount, i).value));
  return roles;
}

static void
read_state (MusterRolesTab *self, const char *id, MusterRoleState *state)
{
  MusterUserSummary *summary = muster_edit_get_summary (self->edit);
  MusterOperation   *wish = muster_edit_find_wish (self->edit, MUSTER_FIELD_ROLES, id);

  state->is_administrative = muster_role_book_is_administrative (self->book, id);
  state->is_wished = wish != NULL;
  state->verb = wish != NULL ? muster_operation_get_verb (wish) : MUSTER_VERB_ADD;
  state->is_known = summary != NULL;
  if (summary == NULL)
    return;
  state->n_total = muster_user_summary_get_n_users (summary);
  state->n_users = muster_user_summary_count (summary, MUSTER_FIELD_ROLES, id);
}

static void
update_items (MusterRolesTab *self, GListStore *store)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (MusterRoleItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);
      MusterRoleState state = { 0 };

      read_state (self, muster_reference_get_id (muster_role_item_get_role (item)),
                  &state);
      muster_role_item_set_state (item, &state);
    }
}

/* @roles: (transfer container) */
static void
update_card (MusterRolesTab *self,
             GListStore     *store,
             GPtrArray      *roles,
             GtkWidget      *area,
             GtkWidget      *nothing)
{
  muster_role_item_update_store (store, roles);
  update_items (self, store);
  gtk_widget_set_visible (area, roles->len > 0);
  gtk_widget_set_visible (nothing, roles->len == 0);
  g_ptr_array_unref (roles);
}

static void
update_now_text (MusterRolesTab *self)
{
  guint n_users = muster_picked_users_get_n_users (muster_edit_get_users (self->edit));
  g_autofree char *text = g_strdup_printf (ngettext ("Roles of the %'u user",
                                                     "Roles of the %'u users", n_users),
                                           n_users);
  const char      *nothing = _ ("They have no roles");

  if (n_users == 0)
    nothing = _ ("No users yet");
  else if (muster_edit_get_summary (self->edit) == NULL)
    nothing = "\342\200\246";
  gtk_label_set_label (GTK_LABEL (self->now_text),
                       n_users > 0 ? text : _ ("Roles of the users"));
  gtk_label_set_label (GTK_LABEL (self->no_held_text), nothing);
}

static void
update (MusterRolesTab *self)
{
  gboolean is_offered
    = muster_session_offers (muster_edit_get_session (self->edit), MUSTER_FIELD_ROLES);

  update_card (self, self->added_roles, list_wished (self, MUSTER_VERB_ADD),
               self->added_area, self->no_added);
  update_card (self, self->removed_roles, list_wished (self, MUSTER_VERB_REMOVE),
               self->removed_area, self->no_removed);
  update_card (self, self->held_roles, list_held (self), self->held_area, self->no_held);
  update_now_text (self);
  muster_role_advice_update (MUSTER_BANNER (self->banner), self->edit, self->book);
  gtk_widget_set_sensitive (self->columns, is_offered);
}

static gboolean
lists (GPtrArray *resources, MusterReference *role)
{
  for (guint i = 0; i < resources->len; i++)
    if (g_str_equal (muster_resource_get_id (g_ptr_array_index (resources, i)),
                     muster_reference_get_id (role)))
      return TRUE;
  return FALSE;
}

/* What was ticked from the start and is not any more is taken back. */
static void
take_chosen (MusterRolesTab *self, MusterVerb verb, GPtrArray *resources)
{
  g_autoptr (GPtrArray) before = list_wished (self, verb);

  muster_role_book_learn (self->book, resources);
  for (guint i = 0; i < before->len; i++)
    {
      MusterReference *role = g_ptr_array_index (before, i);

      if (!lists (resources, role))
        muster_edit_take_back (self->edit, MUSTER_FIELD_ROLES,
                               muster_reference_get_id (role));
    }
  for (guint i = 0; i < resources->len; i++)
    muster_edit_wish (self->edit, MUSTER_FIELD_ROLES, verb,
                      muster_resource_get_reference (g_ptr_array_index (resources, i)));
}

/* A choice that is on its way. It does not hold the tab, which may go before. */
typedef struct
{
  GWeakRef   tab;
  MusterVerb verb;
} Choice;

static void
free_choice (Choice *choice)
{
  g_weak_ref_clear (&choice->tab);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, free_choice)

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (MusterRolesTab) self = g_weak_ref_get (&choice->tab);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources
    = muster_resource_chooser_choose_finish (result, &error);

  if (self == NULL || self->edit == NULL)
    return;
  g_clear_object (&self->choosing);
  if (resources != NULL)
    take_chosen (self, choice->verb, resources);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("No role was chosen: %s", error->message);
}

static void
choose (MusterRolesTab *self, MusterVerb verb)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) chosen = NULL;
  Choice *choice;

  if (self->choosing != NULL)
    return;
  chosen = list_wished (self, verb);
  choice = g_new0 (Choice, 1);
  g_weak_ref_init (&choice->tab, self);
  choice->verb = verb;
  self->choosing = g_cancellable_new ();
  muster_resource_chooser_choose_async (GTK_WINDOW (root),
                                        muster_edit_get_session (self->edit),
                                        MUSTER_RESOURCE_KIND_ROLE, TRUE, chosen,
                                        self->choosing, chosen_cb, choice);
}

static void
choose_to_add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (MUSTER_ROLES_TAB (widget), MUSTER_VERB_ADD);
}

static void
choose_to_remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (MUSTER_ROLES_TAB (widget), MUSTER_VERB_REMOVE);
}

/* The row with the focus may have been the last of its list. */
static void
keep_focus (MusterRolesTab *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (self->add);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterRolesTab *self = MUSTER_ROLES_TAB (widget);
  g_autoptr (GPtrArray) held = list_held (self);

  for (guint i = 0; i < held->len; i++)
    {
      MusterReference *role = g_ptr_array_index (held, i);

      if (g_str_equal (muster_reference_get_id (role),
                       g_variant_get_string (parameter, NULL)))
        muster_edit_wish (self->edit, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, role);
    }
  keep_focus (self);
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterRolesTab *self = MUSTER_ROLES_TAB (widget);

  muster_edit_take_back (self->edit, MUSTER_FIELD_ROLES,
                         g_variant_get_string (parameter, NULL));
  keep_focus (self);
}

static void
narrow_cb (MusterRolesTab *self)
{
  gboolean is_narrow = muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (self->bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
}

static void
set_model (GtkWidget *view, GListStore *store)
{
  g_autoptr (GtkNoSelection) selection
    = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)));

  gtk_list_view_set_model (GTK_LIST_VIEW (view), GTK_SELECTION_MODEL (selection));
  muster_list_keys_leave_by_tab (view);
}

GtkWidget *
muster_roles_tab_new (MusterEdit *edit)
{
  MusterRolesTab *self;

  g_return_val_if_fail (MUSTER_IS_EDIT (edit), NULL);
  self = g_object_new (MUSTER_TYPE_ROLES_TAB, NULL);
  self->edit = g_object_ref (edit);
  self->book = muster_role_book_new (muster_edit_get_session (edit));
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
muster_roles_tab_map (GtkWidget *widget)
{
  MusterRolesTab *self = MUSTER_ROLES_TAB (widget);

  GTK_WIDGET_CLASS (muster_roles_tab_parent_class)->map (widget);
  if (muster_session_offers (muster_edit_get_session (self->edit), MUSTER_FIELD_ROLES))
    muster_role_book_load (self->book);
}

static void
muster_roles_tab_dispose (GObject *object)
{
  MusterRolesTab *self = MUSTER_ROLES_TAB (object);

  if (self->choosing != NULL)
    g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->added_roles);
  g_clear_object (&self->removed_roles);
  g_clear_object (&self->held_roles);
  g_clear_object (&self->book);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (muster_roles_tab_parent_class)->dispose (object);
}

#define BIND(member)                                                                     \
  gtk_widget_class_bind_template_child (widget_class, MusterRolesTab, member)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-roles-tab.ui");
  BIND (scroller);
  BIND (bin);
  BIND (banner);
  BIND (columns);
  BIND (add);
  BIND (no_added);
  BIND (added_area);
  BIND (added);
  BIND (no_removed);
  BIND (removed_area);
  BIND (removed);
  BIND (now_text);
  BIND (no_held);
  BIND (no_held_text);
  BIND (held_area);
  BIND (held);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_HELD_ROLE_ROW);
  g_type_ensure (MUSTER_TYPE_NARROW_BIN);
  g_type_ensure (MUSTER_TYPE_ROLE_ROW);
}

static void
muster_roles_tab_class_init (MusterRolesTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_roles_tab_dispose;
  widget_class->map = muster_roles_tab_map;
  ensure_types ();
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "roles.choose-to-add", NULL,
                                   choose_to_add_cb);
  gtk_widget_class_install_action (widget_class, "roles.choose-to-remove", NULL,
                                   choose_to_remove_cb);
  gtk_widget_class_install_action (widget_class, "roles.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "roles.take-back", "s", take_back_cb);
}

static void
muster_roles_tab_init (MusterRolesTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->added_roles = g_list_store_new (MUSTER_TYPE_ROLE_ITEM);
  self->removed_roles = g_list_store_new (MUSTER_TYPE_ROLE_ITEM);
  self->held_roles = g_list_store_new (MUSTER_TYPE_ROLE_ITEM);
  set_model (self->added, self->added_roles);
  set_model (self->removed, self->removed_roles);
  set_model (self->held, self->held_roles);
}
