/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-management-tab.h"

#include <glib/gi18n.h>

#include "muster-empty-state.h"
#include "muster-list-keys.h"
#include "muster-organization-columns.h"
#include "muster-organization-keys.h"
#include "muster-organization-loader.h"
#include "muster-organization-wish.h"

/* So many are seen at once, with everything in them; below more, one looks oneself. */
#define MAX_EXPANDED_TOP 10
#define MAX_EXPANDED_FOUND 2000

struct _MusterOrganizationManagementTab
{
  GtkWidget parent_instance;

  GtkWidget *page;      /* (not owned): template child */
  GtkWidget *tools;     /* (not owned): template child */
  GtkWidget *search;    /* (not owned): template child */
  GtkWidget *changed;   /* (not owned): template child */
  GtkWidget *stack;     /* (not owned): template child */
  GtkWidget *message;   /* (not owned): template child */
  GtkWidget *try_again; /* (not owned): template child */
  GtkWidget *view;      /* (not owned): template child */
  GtkWidget *sum;       /* (not owned): template child */

  MusterEdit               *edit;   /* (owned) */
  MusterOrganizationLoader *loader; /* (owned) (nullable): once it was looked at */
  MusterOrganizationTree   *tree;   /* (owned) (nullable): once it is loaded */
  GtkTreeListModel         *rows;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterOrganizationManagementTab,
                     muster_organization_management_tab,
                     GTK_TYPE_WIDGET)

static void
show_message (MusterOrganizationManagementTab *self,
              const char                      *icon_name,
              const char                      *title,
              const char                      *text)
{
  g_object_set (self->message, "icon-name", icon_name, "title", title, "text", text,
                "loading", icon_name == NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "message");
}

static GListModel *
list_children_cb (gpointer item, gpointer user_data)
{
  return muster_organization_node_list_children (item);
}

static gboolean
is_changed_cb (MusterOrganizationNode *node, gpointer user_data)
{
  MusterOrganizationManagementTab *self = user_data;

  return muster_edit_find_wish (self->edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
                                muster_organization_node_get_id (node))
         != NULL;
}

/* What is looked for is seen without opening anything. Row by row, since opening one
 * brings those below it. */
static void
expand_rows (MusterOrganizationManagementTab *self, gboolean is_filtered)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; i < g_list_model_get_n_items (rows) && i < MAX_EXPANDED_FOUND; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (MusterOrganizationNode) node = gtk_tree_list_row_get_item (row);

      if (is_filtered || muster_organization_node_is_expanded (node))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
show_tree (MusterOrganizationManagementTab *self, gboolean is_filtered)
{
  GListModel *top = muster_organization_tree_list_top (self->tree);
  g_autoptr (GtkNoSelection) selection = NULL;

  g_clear_object (&self->rows);
  self->rows = gtk_tree_list_model_new (top, FALSE, FALSE, list_children_cb, NULL, NULL);
  expand_rows (self, is_filtered);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view),
                             GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "tree");
}

static void
show_nothing_found (MusterOrganizationManagementTab *self, gboolean only_changed)
{
  if (muster_organization_tree_get_n_nodes (self->tree) == 0)
    show_message (self, "muster-organization-symbolic", _ ("No organizations"),
                  _ ("This platform has no organizations that you may see."));
  else if (only_changed)
    show_message (self, "muster-organization-symbolic", _ ("No changes here"),
                  _ ("No organization of that name is to be added or removed."));
  else
    show_message (self, "system-search-symbolic", _ ("Nothing found"),
                  _ ("No organization has that name."));
}

/* What the search and the switch let through. Ticks are in the change set, so that none
 * is lost by not being shown. */
static void
show_found (MusterOrganizationManagementTab *self)
{
  gboolean only_changed
    = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed));
  g_autoptr (MusterSearchText) search
    = muster_search_text_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint n_found;

  if (self->tree == NULL)
    return;
  n_found = muster_organization_tree_filter (self->tree, search,
                                             only_changed ? is_changed_cb : NULL, self);
  if (n_found > 0)
    show_tree (self, only_changed || !muster_search_text_is_empty (search));
  else
    show_nothing_found (self, only_changed);
}

static void
search_changed_cb (MusterOrganizationManagementTab *self)
{
  show_found (self);
}

static void
stop_search_cb (MusterOrganizationManagementTab *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
reveal_changes (MusterOrganizationManagementTab *self)
{
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (self->edit));

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation        *operation = g_ptr_array_index (operations, i);
      MusterReference        *value = muster_operation_get_value (operation);
      MusterOrganizationNode *node = NULL;

      if (muster_operation_get_field (operation) == MUSTER_FIELD_MANAGED_ORGANIZATIONS)
        node
          = muster_organization_tree_find (self->tree, muster_reference_get_id (value));
      if (node != NULL)
        muster_organization_tree_reveal (node);
    }
}

static void
expand_top (MusterOrganizationManagementTab *self)
{
  g_autoptr (GListModel) top = muster_organization_tree_list_top (self->tree);
  guint n_top = g_list_model_get_n_items (top);

  for (guint i = 0; n_top <= MAX_EXPANDED_TOP && i < n_top; i++)
    {
      g_autoptr (MusterOrganizationNode) node = g_list_model_get_item (top, i);

      muster_organization_node_set_expanded (node, TRUE);
    }
}

static void
take_tree (MusterOrganizationManagementTab *self, MusterOrganizationTree *tree)
{
  g_set_object (&self->tree, tree);
  gtk_widget_set_sensitive (self->tools, TRUE);
  expand_top (self);
  reveal_changes (self);
  show_found (self);
}

static void
show_loading (MusterOrganizationManagementTab *self)
{
  guint            n_read = muster_organization_loader_get_n_read (self->loader);
  gint64           total = muster_organization_loader_get_total (self->loader);
  g_autofree char *text = NULL;

  if (total > n_read)
    /* Translators: how many organizations were read, and how many there are in all. */
    text = g_strdup_printf (_ ("%'u of %'u"), n_read, (guint) MIN (total, G_MAXUINT));
  show_message (self, NULL, _ ("Loading organizations"), text);
}

static void
loader_changed_cb (MusterOrganizationManagementTab *self)
{
  MusterOrganizationTree *tree = muster_organization_loader_get_tree (self->loader);
  const GError           *error = muster_organization_loader_get_error (self->loader);

  gtk_widget_set_visible (self->try_again, error != NULL);
  if (tree != NULL)
    take_tree (self, tree);
  else if (error != NULL)
    show_message (self, "dialog-error-symbolic",
                  _ ("The organizations could not be loaded"), error->message);
  else
    show_loading (self);
}

static void
begin_loading (MusterOrganizationManagementTab *self)
{
  MusterSession *session = muster_edit_get_session (self->edit);

  self->loader = muster_organization_loader_new (muster_session_get_platform (session));
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (loader_changed_cb), self,
                           G_CONNECT_SWAPPED);
  muster_organization_loader_load (self->loader);
}

/* Nothing is asked of the platform before somebody looks; what changed elsewhere since is
 * looked up. */
static void
muster_organization_management_tab_map (GtkWidget *widget)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget);
  MusterSession                   *session = muster_edit_get_session (self->edit);

  GTK_WIDGET_CLASS (muster_organization_management_tab_parent_class)->map (widget);
  if (!muster_session_offers (session, MUSTER_FIELD_MANAGED_ORGANIZATIONS))
    show_message (self, "muster-organization-symbolic",
                  _ ("Organization management is not offered by this platform"), NULL);
  else if (self->loader == NULL)
    begin_loading (self);
  else if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed)))
    show_found (self);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget);

  if (self->loader != NULL)
    muster_organization_loader_load (self->loader);
}

/* (nullable): the organization that an action is told of. */
static MusterOrganizationNode *
find_node (MusterOrganizationManagementTab *self, GVariant *parameter)
{
  if (self->tree == NULL)
    return NULL;
  return muster_organization_tree_find (self->tree,
                                        g_variant_get_string (parameter, NULL));
}

static void
toggle_node (MusterOrganizationManagementTab *self, MusterOrganizationNode *node)
{
  switch (muster_organization_wish_get (self->edit, node, NULL))
    {
    case MUSTER_ORGANIZATION_WISH_ADD:
      muster_edit_take_back (self->edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
                             muster_organization_node_get_id (node));
      break;
    case MUSTER_ORGANIZATION_WISH_INCLUDED:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;
    case MUSTER_ORGANIZATION_WISH_NONE:
    case MUSTER_ORGANIZATION_WISH_REMOVE:
    default:
      muster_edit_wish (self->edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD,
                        muster_organization_node_get_reference (node));
    }
}

static void
toggle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget);
  MusterOrganizationNode          *node = find_node (self, parameter);

  if (node != NULL)
    toggle_node (self, node);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget);
  MusterOrganizationNode          *node = find_node (self, parameter);

  if (node != NULL)
    muster_edit_wish (self->edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_REMOVE,
                      muster_organization_node_get_reference (node));
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget);

  muster_edit_take_back (self->edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
                         g_variant_get_string (parameter, NULL));
}

static void
update_sum (MusterOrganizationManagementTab *self)
{
  g_autofree char *text = muster_organization_wish_sum_up (self->edit);

  gtk_label_set_label (GTK_LABEL (self->sum), text);
}

GtkWidget *
muster_organization_management_tab_new (MusterEdit *edit)
{
  MusterOrganizationManagementTab *self;

  g_return_val_if_fail (MUSTER_IS_EDIT (edit), NULL);
  self = g_object_new (MUSTER_TYPE_ORGANIZATION_MANAGEMENT_TAB, NULL);
  self->edit = g_object_ref (edit);
  muster_organization_columns_append (GTK_COLUMN_VIEW (self->view), edit);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update_sum), self,
                           G_CONNECT_SWAPPED);
  update_sum (self);
  return GTK_WIDGET (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (MUSTER_ORGANIZATION_MANAGEMENT_TAB (widget)->search);
}

static void
muster_organization_management_tab_dispose (GObject *object)
{
  MusterOrganizationManagementTab *self = MUSTER_ORGANIZATION_MANAGEMENT_TAB (object);

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->tree);
  g_clear_object (&self->loader);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (muster_organization_management_tab_parent_class)->dispose (object);
}

#define BIND(member)                                                                     \
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationManagementTab,   \
                                        member)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/edit/muster-organization-management-tab.ui");
  BIND (page);
  BIND (tools);
  BIND (search);
  BIND (changed);
  BIND (stack);
  BIND (message);
  BIND (try_again);
  BIND (view);
  BIND (sum);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_found);
}

static void
muster_organization_management_tab_class_init (
  MusterOrganizationManagementTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_organization_management_tab_dispose;
  widget_class->map = muster_organization_management_tab_map;
  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "organizations.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "organizations.toggle", "s", toggle_cb);
  gtk_widget_class_install_action (widget_class, "organizations.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "organizations.take-back", "s",
                                   take_back_cb);
  gtk_widget_class_install_action (widget_class, "organizations.search", NULL, search_cb);
}

static void
muster_organization_management_tab_init (MusterOrganizationManagementTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->tools, FALSE);
  muster_list_keys_leave_by_tab (self->view);
  muster_organization_keys_add (GTK_COLUMN_VIEW (self->view));
}
