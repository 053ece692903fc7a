/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-users-columns.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-person-cell.h"

#define ORGANIZATION_CHARS 10

static GtkListItemFactory *
make_factory (GCallback set_up, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A cell is read by its text; it stands in a cell widget of the list. */
static void
name_cell (GtkListItem *item, const char *name)
{
  name_widget (gtk_widget_get_parent (gtk_list_item_get_child (item)), name);
}

/* (transfer full): the user in words, for the row. */
static char *
describe_user (MusterUser *user)
{
  g_autofree char *name
    = muster_display_text_isolate (muster_user_get_display_name (user));
  g_autofree char *email = muster_display_text_isolate (muster_user_get_email (user));

  if (muster_user_is_active (user))
    /* Translators: a user as a screen reader says it: name, e-mail address. */
    return g_strdup_printf (_ ("%s, %s"), name, email);
  /* Translators: the same where the account is disabled. */
  return g_strdup_printf (_ ("%s, %s, disabled"), name, email);
}

static void
set_up_person_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, muster_person_cell_new ());
}

static void
bind_person_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MusterUser      *user = gtk_list_item_get_item (item);
  GtkWidget       *cell = gtk_list_item_get_child (item);
  GtkWidget       *parent = gtk_widget_get_parent (cell);
  g_autofree char *name = describe_user (user);

  muster_person_cell_set_user (MUSTER_PERSON_CELL (cell), user);
  name_widget (parent, name);
  if (parent != NULL)
    name_widget (gtk_widget_get_parent (parent), name);
}

GtkListItemFactory *
muster_users_columns_make_person_factory (void)
{
  return make_factory (G_CALLBACK (set_up_person_cb), G_CALLBACK (bind_person_cb));
}

/* (nullable) */
static const char *
get_organization (MusterUser *user)
{
  MusterValueSet *values = muster_user_get_values (user, MUSTER_FIELD_ORGANIZATION);

  return values != NULL && muster_value_set_get_n_values (values) > 0
           ? muster_reference_get_display (muster_value_set_get_value (values, 0))
           : NULL;
}

static void
set_up_organization_cb (GtkListItemFactory *factory,
                        GtkListItem        *item,
                        gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars",
                ORGANIZATION_CHARS, "max-width-chars", ORGANIZATION_CHARS, NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_organization_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *name
    = muster_display_text_clean (get_organization (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
  name_cell (item, name);
}

GtkListItemFactory *
muster_users_columns_make_organization_factory (void)
{
  return make_factory (G_CALLBACK (set_up_organization_cb),
                       G_CALLBACK (bind_organization_cb));
}

static GtkWidget *
make_pill (const char *text, const char *style_class)
{
  GtkWidget *pill = gtk_label_new (text);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "pill");
  gtk_widget_add_css_class (pill, style_class);
  return pill;
}

/* A stack is as wide as the widest of its pages: columns stay where they are while the
 * list scrolls. */
static void
set_up_status_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_add_named (GTK_STACK (stack), make_pill (_ ("Active"), "outline"), "active");
  gtk_stack_add_named (GTK_STACK (stack), make_pill (_ ("Disabled"), "warning"),
                       "disabled");
  gtk_list_item_set_child (item, stack);
}

static void
bind_status_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  gboolean  is_active = muster_user_is_active (gtk_list_item_get_item (item));

  gtk_stack_set_visible_child_name (stack, is_active ? "active" : "disabled");
  name_cell (item, is_active ? _ ("Active") : _ ("Disabled"));
}

GtkListItemFactory *
muster_users_columns_make_status_factory (void)
{
  return make_factory (G_CALLBACK (set_up_status_cb), G_CALLBACK (bind_status_cb));
}

/* The model says what is ticked: a click only asks for it. */
static void
tick_toggled_cb (GtkCheckButton *button, GtkListItem *item)
{
  gboolean is_ticked = gtk_list_item_get_selected (item);

  if (gtk_check_button_get_active (button) == is_ticked)
    return;
  gtk_widget_activate_action (GTK_WIDGET (button), "listitem.select", "(bb)", TRUE,
                              FALSE);
}

static void
show_tick_cb (GtkListItem *item, GParamSpec *pspec, GtkCheckButton *button)
{
  gtk_check_button_set_active (button, gtk_list_item_get_selected (item));
}

static void
set_up_tick_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (tick_toggled_cb), item, 0);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (show_tick_cb), button,
                           0);
}

static void
bind_tick_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget       *button = gtk_list_item_get_child (item);
  MusterUser      *user = gtk_list_item_get_item (item);
  g_autofree char *name
    = muster_display_text_isolate (muster_user_get_display_name (user));
  /* Translators: %s is the name of a user; what the check box of the row does. */
  g_autofree char *label = g_strdup_printf (_ ("Select %s"), name);

  show_tick_cb (item, NULL, GTK_CHECK_BUTTON (button));
  name_widget (button, label);
}

GtkListItemFactory *
muster_users_columns_make_tick_factory (void)
{
  return make_factory (G_CALLBACK (set_up_tick_cb), G_CALLBACK (bind_tick_cb));
}

static void
set_up_remove_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "mini");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove from the List"));
  gtk_list_item_set_child (item, button);
}

static void
bind_remove_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget       *button = gtk_list_item_get_child (item);
  MusterUser      *user = gtk_list_item_get_item (item);
  g_autofree char *name
    = muster_display_text_isolate (muster_user_get_display_name (user));
  /* Translators: %s is the name of a user, who goes from the list of picked users. */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    muster_user_get_id (user));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "users.remove");
  name_widget (button, label);
}

GtkListItemFactory *
muster_users_columns_make_remove_factory (void)
{
  return make_factory (G_CALLBACK (set_up_remove_cb), G_CALLBACK (bind_remove_cb));
}

static GtkSorter *
make_sorter (GCallback get_text)
{
  return GTK_SORTER (gtk_string_sorter_new (
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, get_text, NULL, NULL)));
}

static char *
dup_name (MusterUser *user)
{
  return g_utf8_make_valid (muster_user_get_display_name (user), -1);
}

static char *
dup_organization (MusterUser *user)
{
  const char *name = get_organization (user);

  return name != NULL ? g_utf8_make_valid (name, -1) : NULL;
}

static char *
dup_status (MusterUser *user)
{
  return g_strdup (muster_user_is_active (user) ? "a" : "d");
}

GtkSorter *
muster_users_columns_make_name_sorter (void)
{
  return make_sorter (G_CALLBACK (dup_name));
}

GtkSorter *
muster_users_columns_make_organization_sorter (void)
{
  return make_sorter (G_CALLBACK (dup_organization));
}

GtkSorter *
muster_users_columns_make_status_sorter (void)
{
  return make_sorter (G_CALLBACK (dup_status));
}
