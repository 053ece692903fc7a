/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit-screen.h"

#include <glib/gi18n.h>

#include "muster-basic-information-tab.h"
#include "muster-edit-actions.h"
#include "muster-edit-bar.h"
#include "muster-edit-choices.h"
#include "muster-narrow-bin.h"
#include "muster-organization-management-tab.h"
#include "muster-roles-tab.h"
#include "muster-tab-label.h"
#include "muster-users-pane.h"

#define N_TABS 3

/* The users pane: so wide in a window of so much, growing by a part of what is more, and
 * never more than a share of the whole. */
#define PANE_WIDTH 340
#define PANE_WINDOW_WIDTH 1024
#define PANE_GROWTH 0.42
#define PANE_MAX_SHARE 0.4

typedef struct
{
  GtkWidget   *label; /* a MusterTabLabel */
  MusterFields fields;
} Tab;

struct _MusterEditScreen
{
  GtkWidget parent_instance;

  MusterEdit         *edit;    /* (owned) */
  GSimpleActionGroup *actions; /* (owned) */
  Tab                 tabs[N_TABS];
  guint               n_tabs;
  int                 position;    /* of the pane, as it was placed here */
  guint               place_later; /* source */

  GtkWidget *bin;
  GtkWidget *users_toggle;
  GtkWidget *paned;
  GtkWidget *users_pane;
  GtkWidget *notebook;
  GtkWidget *bar;
};

enum
{
  PROP_0,
  PROP_EDIT,
  N_PROPS
};

enum
{
  SUBMIT,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

static void muster_edit_screen_screen_init (MusterScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterEditScreen,
                               muster_edit_screen,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (MUSTER_TYPE_SCREEN,
                                                      muster_edit_screen_screen_init))

static GtkWindow *
get_window (MusterEditScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
has_something (MusterEditScreen *self)
{
  return muster_picked_users_get_n_users (muster_edit_get_users (self->edit)) > 0
         || !muster_change_set_is_empty (muster_edit_get_change_set (self->edit));
}

static void
update_tabs (MusterEditScreen *self)
{
  for (guint i = 0; i < self->n_tabs; i++)
    muster_tab_label_set_n_changes (MUSTER_TAB_LABEL (self->tabs[i].label),
                                    muster_edit_count_wishes (self->edit,
                                                              self->tabs[i].fields));
}

static void
update_users_toggle (MusterEditScreen *self)
{
  guint n = muster_picked_users_get_n_users (muster_edit_get_users (self->edit));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u User", "%'u Users", n), n);

  gtk_button_set_label (GTK_BUTTON (self->users_toggle), text);
}

static void
enable (MusterEditScreen *self, const char *action, gboolean is_enabled)
{
  muster_edit_actions_set_enabled (self->actions, action, is_enabled);
}

static void
update_enabled (MusterEditScreen *self)
{
  MusterSession   *session = muster_edit_get_session (self->edit);
  g_autofree char *obstacle = muster_edit_dup_obstacle (self->edit);

  enable (self, "submit", obstacle == NULL);
  enable (self, "start-over", has_something (self));
  enable (self, "remove-selected",
          muster_users_pane_get_n_ticked (MUSTER_USERS_PANE (self->users_pane)) > 0);
  enable (self, "choose-company", muster_session_offers (session, MUSTER_FIELD_COMPANY));
  enable (self, "choose-account-executive",
          muster_session_offers (session, MUSTER_FIELD_ACCOUNT_EXECUTIVE));
  enable (self, "choose-organization",
          muster_session_offers (session, MUSTER_FIELD_ORGANIZATION));
}

static void
update (MusterEditScreen *self)
{
  muster_edit_actions_update (self->actions, self->edit);
  update_enabled (self);
  update_tabs (self);
  update_users_toggle (self);
  muster_edit_bar_update (MUSTER_EDIT_BAR (self->bar), self->edit);
}

/* Where there is no room for both, one side is shown at a time. */
static void
show_sides (MusterEditScreen *self)
{
  gboolean is_narrow = muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (self->bin));
  gboolean has_toggle
    = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->users_toggle));

  gtk_widget_set_visible (self->users_toggle, is_narrow);
  gtk_widget_set_visible (self->users_pane, !is_narrow || has_toggle);
  gtk_widget_set_visible (self->notebook, !is_narrow || !has_toggle);
}

static int
compute_position (int width)
{
  int position = PANE_WIDTH + (int) (MAX (0, width - PANE_WINDOW_WIDTH) * PANE_GROWTH);

  return MIN (position, (int) (width * PANE_MAX_SHARE));
}

/* As long as nobody moved the handle, the pane grows with the window. */
static gboolean
place_pane_cb (gpointer user_data)
{
  MusterEditScreen *self = user_data;
  GtkPaned         *paned = GTK_PANED (self->paned);
  int               width = gtk_widget_get_width (self->paned);

  self->place_later = 0;
  if (width == 0
      || (self->position > 0 && gtk_paned_get_position (paned) != self->position))
    return G_SOURCE_REMOVE;
  gtk_paned_set_position (paned, compute_position (width));
  self->position = gtk_paned_get_position (paned);
  return G_SOURCE_REMOVE;
}

static void
room_changed_cb (MusterEditScreen *self)
{
  if (self->place_later == 0)
    self->place_later = g_idle_add (place_pane_cb, self);
}

static void
page_switched_cb (MusterEditScreen *self, GtkWidget *page, guint position)
{
  GAction *action;

  if (self->actions == NULL)
    return;
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "tab");
  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action),
                               g_variant_new_int32 ((gint32) position));
}

static void
show_users (MusterEditScreen *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->users_toggle), TRUE);
}

static void
add_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  muster_edit_choices_add_users (get_window (self), self->edit);
}

static void
remove_selected_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  muster_users_pane_remove_ticked (MUSTER_USERS_PANE (self->users_pane));
}

/* Where the focus is in the notebook and the page has something to search, that is what
 * somebody wants. */
static gboolean
search_page (MusterEditScreen *self)
{
  GtkNotebook *notebook = GTK_NOTEBOOK (self->notebook);
  GtkWidget   *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget   *page
    = gtk_notebook_get_nth_page (notebook, gtk_notebook_get_current_page (notebook));

  if (focus == NULL
      || (focus != self->notebook && !gtk_widget_is_ancestor (focus, self->notebook)))
    return FALSE;
  return gtk_widget_activate_action (page, "organizations.search", NULL);
}

static void
search_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  if (search_page (self))
    return;
  show_users (self);
  muster_users_pane_focus_search (MUSTER_USERS_PANE (self->users_pane));
}

static void
sort_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  muster_users_pane_sort (MUSTER_USERS_PANE (self->users_pane),
                          g_variant_get_string (parameter, NULL));
}

static void
choose_company_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  muster_edit_choices_choose (get_window (self), self->edit, MUSTER_FIELD_COMPANY);
}

static void
choose_account_executive_cb (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  MusterEditScreen *self = user_data;

  muster_edit_choices_choose (get_window (self), self->edit,
                              MUSTER_FIELD_ACCOUNT_EXECUTIVE);
}

static void
choose_organization_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;

  muster_edit_choices_choose (get_window (self), self->edit, MUSTER_FIELD_ORGANIZATION);
}

static void
start_over_response_cb (GtkDialog *dialog, int response, MusterEditScreen *self)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response != GTK_RESPONSE_OK)
    return;
  muster_edit_start_over (self->edit);
  muster_screen_focus (MUSTER_SCREEN (self));
}

/* (transfer full): what would be lost. */
static char *
describe_loss (MusterEditScreen *self)
{
  guint n_users = muster_picked_users_get_n_users (muster_edit_get_users (self->edit));
  guint n_changes = muster_edit_count_wishes (self->edit, MUSTER_FIELDS_ALL);
  g_autofree char *users
    = g_strdup_printf (ngettext ("%'u picked user is taken off the list.",
                                 "%'u picked users are taken off the list.", n_users),
                       n_users);
  g_autofree char *changes
    = g_strdup_printf (ngettext ("%'u change is taken back.",
                                 "%'u changes are taken back.", n_changes),
                       n_changes);

  if (n_users == 0)
    return g_steal_pointer (&changes);
  if (n_changes == 0)
    return g_steal_pointer (&users);
  return g_strjoin ("\n", users, changes, NULL);
}

static void
start_over_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterEditScreen *self = user_data;
  g_autofree char  *loss = describe_loss (self);
  GtkWidget        *dialog
    = gtk_message_dialog_new (get_window (self),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s",
                              _ ("Start over?"));
  GtkWidget *button;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", loss);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button
    = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Start _Over"), GTK_RESPONSE_OK);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_add_css_class (dialog, "muster");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (start_over_response_cb), self,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
submit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[SUBMIT], 0);
}

/* GTK 4.8 does not bear a page that is set while the notebook is in no window. */
static void
tab_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MusterEditScreen *self = user_data;
  gint32            position = g_variant_get_int32 (state);

  if (position < 0 || (guint) position >= self->n_tabs
      || gtk_widget_get_root (self->notebook) == NULL)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->users_toggle), FALSE);
  gtk_notebook_set_current_page (GTK_NOTEBOOK (self->notebook), position);
}

static void
activate_tab_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_action_change_state (G_ACTION (action), parameter);
}

static void
add_actions (MusterEditScreen *self)
{
  static const GActionEntry entries[] = {
    { "add-users", add_users_cb },
    { "remove-selected", remove_selected_cb },
    { "search-users", search_users_cb },
    { "sort-users", sort_users_cb, "s" },
    { "start-over", start_over_cb },
    { "submit", submit_cb },
    { "tab", activate_tab_cb, "i", "0", tab_cb },
    { "choose-company", choose_company_cb },
    { "choose-account-executive", choose_account_executive_cb },
    { "choose-organization", choose_organization_cb },
  };

  self->actions = muster_edit_actions_new (self->edit);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
}

/* A window may hold the group for longer than the screen is there. */
static void
remove_actions (MusterEditScreen *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
}

static void
add_tab (MusterEditScreen *self, GtkWidget *page, const char *title, MusterFields fields)
{
  GtkWidget *label = muster_tab_label_new (title);

  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), page, label);
  self->tabs[self->n_tabs++] = (Tab){ label, fields };
}

static void
add_tabs (MusterEditScreen *self)
{
  add_tab (self, muster_basic_information_tab_new (self->edit), _ ("Basic Information"),
           MUSTER_FIELDS_ALL
             & ~(MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES)
                 | MUSTER_FIELDS_OF (MUSTER_FIELD_MANAGED_ORGANIZATIONS)));
  add_tab (self, muster_roles_tab_new (self->edit), _ ("Roles"),
           MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES));
  add_tab (self, muster_organization_management_tab_new (self->edit),
           _ ("Organization Management"),
           MUSTER_FIELDS_OF (MUSTER_FIELD_MANAGED_ORGANIZATIONS));
}

static void
muster_edit_screen_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDIT:
      MUSTER_EDIT_SCREEN (object)->edit = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_edit_screen_constructed (GObject *object)
{
  MusterEditScreen *self = MUSTER_EDIT_SCREEN (object);

  G_OBJECT_CLASS (muster_edit_screen_parent_class)->constructed (object);
  self->users_pane = muster_users_pane_new (self->edit);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->users_pane);
  add_actions (self);
  add_tabs (self);
  g_signal_connect_object (self->edit, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->users_pane, "notify::n-ticked",
                           G_CALLBACK (update_enabled), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
muster_edit_screen_dispose (GObject *object)
{
  MusterEditScreen *self = MUSTER_EDIT_SCREEN (object);

  g_clear_handle_id (&self->place_later, g_source_remove);
  if (self->actions != NULL)
    remove_actions (self);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->bin, gtk_widget_unparent);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (muster_edit_screen_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-edit-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEditScreen, bin);
  gtk_widget_class_bind_template_child (widget_class, MusterEditScreen, users_toggle);
  gtk_widget_class_bind_template_child (widget_class, MusterEditScreen, paned);
  gtk_widget_class_bind_template_child (widget_class, MusterEditScreen, notebook);
  gtk_widget_class_bind_template_child (widget_class, MusterEditScreen, bar);
  gtk_widget_class_bind_template_callback (widget_class, show_sides);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_switched_cb);
}

static void
muster_edit_screen_class_init (MusterEditScreenClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_edit_screen_set_property;
  object_class->constructed = muster_edit_screen_constructed;
  object_class->dispose = muster_edit_screen_dispose;
  props[PROP_EDIT] = g_param_spec_object ("edit", NULL, NULL, MUSTER_TYPE_EDIT,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                            | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_NARROW_BIN);
  g_type_ensure (MUSTER_TYPE_EDIT_BAR);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_edit_screen_init (MusterEditScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_title (MusterScreen *screen)
{
  return _ ("Edit Users");
}

static const char *
get_action_prefix (MusterScreen *screen)
{
  return "edit";
}

static GActionGroup *
get_actions (MusterScreen *screen)
{
  return G_ACTION_GROUP (MUSTER_EDIT_SCREEN (screen)->actions);
}

static void
focus (MusterScreen *screen)
{
  muster_users_pane_focus (MUSTER_USERS_PANE (MUSTER_EDIT_SCREEN (screen)->users_pane));
}

static void
muster_edit_screen_screen_init (MusterScreenInterface *iface)
{
  iface->get_title = get_title;
  iface->get_action_prefix = get_action_prefix;
  iface->get_actions = get_actions;
  iface->focus = focus;
}

GtkWidget *
muster_edit_screen_new (MusterEdit *edit)
{
  return g_object_new (MUSTER_TYPE_EDIT_SCREEN, "edit", edit, NULL);
}
