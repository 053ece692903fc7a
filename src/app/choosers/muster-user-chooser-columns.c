/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-chooser-columns.h"

#include <glib/gi18n.h>

#include "muster-avatar.h"
#include "muster-cell.h"
#include "muster-display-text.h"

/* A column of text: what of a user it shows, how wide it is in letters, and whether
 * it takes room that is left. */
typedef struct
{
  const char *title;
  int         n_chars;
  gboolean    expand;
  const char *(*get_text) (MusterUser *user);
} TextColumn;

static const char *
get_organization (MusterUser *user)
{
  MusterValueSet *values = muster_user_get_values (user, MUSTER_FIELD_ORGANIZATION);

  if (values == NULL || muster_value_set_get_n_values (values) == 0)
    return NULL;
  return muster_reference_get_display (muster_value_set_get_value (values, 0));
}

static const char *
get_phone (MusterUser *user)
{
  return muster_user_get_profile_text (user, MUSTER_PROFILE_FIELD_PRIMARY_PHONE);
}

static const TextColumn text_columns[] = {
  { N_ ("Organization"), 18, TRUE, get_organization },
  { N_ ("E-mail"), 27, FALSE, muster_user_get_email },
  { N_ ("Primary Phone"), 15, FALSE, get_phone },
};

static void
set_up_text_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TextColumn *column = user_data;

  gtk_list_item_set_child (item, muster_cell_new_text (column->n_chars));
}

static void
bind_text_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TextColumn *column = user_data;

  muster_cell_set_text (gtk_list_item_get_child (item),
                        column->get_text (gtk_list_item_get_item (item)));
}

static void
set_up_tick_cb (GtkListItemFactory *factory, GtkListItem *item, MusterChoice *choice)
{
  gtk_list_item_set_child (item, muster_cell_new_tick ());
}

/* (transfer full): what a screen reader says of the row. */
static char *
describe_user (MusterUser *user, gboolean locked)
{
  g_autofree char *name = muster_display_text_clean (muster_user_get_display_name (user));

  if (locked)
    /* Translators: %s is a user's name */
    return g_strdup_printf (_ ("%s, already picked"), name);
  if (!muster_user_is_active (user))
    /* Translators: %s is a user's name */
    return g_strdup_printf (_ ("%s, disabled"), name);
  return g_steal_pointer (&name);
}

static void
bind_tick_cb (GtkListItemFactory *factory, GtkListItem *item, MusterChoice *choice)
{
  MusterUser      *user = gtk_list_item_get_item (item);
  GtkWidget       *tick = gtk_list_item_get_child (item);
  gboolean         locked = muster_choice_is_locked (choice, user);
  g_autofree char *name = describe_user (user, locked);

  muster_cell_set_locked (tick, locked);
  muster_cell_name_row (item, name);
}

static void
set_up_name_cb (GtkListItemFactory *factory, GtkListItem *item, MusterChoice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *avatar = muster_avatar_new ();
  GtkWidget *label = muster_cell_new_text (0);

  g_object_set (avatar, "dense", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static GtkWidget *
append_pill (GtkBox *box)
{
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_add_css_class (pill, "pill");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (box, pill);
  return pill;
}

/* What sets a user apart, for the one who chooses: picked already, or disabled. Few are:
 * the others' rows do without a pill, which would cost time. */
static void
show_pill (GtkBox *box, GtkWidget *label, const char *text)
{
  GtkWidget *pill = gtk_widget_get_next_sibling (label);

  if (pill == NULL && text != NULL)
    pill = append_pill (box);
  if (pill == NULL)
    return;
  gtk_widget_set_visible (pill, text != NULL);
  gtk_label_set_label (GTK_LABEL (pill), text);
}

static const char *
get_mark (MusterUser *user, MusterChoice *choice)
{
  if (muster_choice_is_locked (choice, user))
    return _ ("Already picked");
  return muster_user_is_active (user) ? NULL : _ ("Disabled");
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *item, MusterChoice *choice)
{
  MusterUser *user = gtk_list_item_get_item (item);
  GtkWidget  *box = gtk_list_item_get_child (item);
  GtkWidget  *avatar = gtk_widget_get_first_child (box);
  GtkWidget  *label = gtk_widget_get_next_sibling (avatar);
  const char *name = muster_user_get_display_name (user);

  muster_avatar_set_person (MUSTER_AVATAR (avatar), muster_user_get_id (user), name);
  muster_cell_set_text (label, name);
  show_pill (GTK_BOX (box), label, get_mark (user, choice));
}

static void
add_column (GtkColumnView *view,
            const char    *title,
            GCallback      set_up,
            GCallback      bind,
            gpointer       data,
            gboolean       expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", set_up, data);
  g_signal_connect (factory, "bind", bind, data);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
}

void
muster_user_chooser_columns_add (GtkColumnView *view, MusterChoice *choice)
{
  add_column (view, "", G_CALLBACK (set_up_tick_cb), G_CALLBACK (bind_tick_cb), choice,
              FALSE);
  add_column (view, _ ("Name"), G_CALLBACK (set_up_name_cb), G_CALLBACK (bind_name_cb),
              choice, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    add_column (view, _ (text_columns[i].title), G_CALLBACK (set_up_text_cb),
                G_CALLBACK (bind_text_cb), (gpointer) &text_columns[i],
                text_columns[i].expand);
}
