/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Shows every styled part on two pages, for people to look at. Not a test, not installed:
 *
 *   gallery [dark] [rtl] [contrast] [controls]
 */

#include "muster-avatar.h"
#include "muster-banner.h"
#include "muster-empty-state.h"
#include "muster-narrow-bin.h"
#include "muster-outcome-bar.h"
#include "muster-style.h"

static const char *const people[][3] = {
  { "Amara Okafor", "a.okafor@halden.example", "Field Service" },
  { "Jonas Lindqvist", "jonas.lindqvist@halden.example", "Rail Operations" },
  { "Priya Raghunathan", "priya.r@halden.example", "Field Service" },
  { "\305\201ukasz W\303\263jcik", "l.wojcik@halden.example", "Line Maintenance" },
  { "M\303\263nica Ib\303\241\303\261ez", "monica.ibanez@halden.example",
    "Customer Care" },
  { "S\303\270ren Kj\303\246r", "soren.kjaer@halden.example", "Field Service" },
  { "Fatima Al-Zahrani", "f.alzahrani@halden.example", "Training Centre" },
  { "Dmitri Volkov", "dmitri.volkov@halden.example", "Rail Operations" },
  { "Grace O\342\200\231Neill", "grace.oneill@halden.example", "Field Service" },
  { "Yuki Tanaka", "yuki.tanaka@halden.example", "Depot North" },
};

static guint
get_position (GtkListItem *item)
{
  return gtk_list_item_get_position (item);
}

static GtkWidget *
make_label (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
setup_check_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_check_button_new ());
}

static void
bind_check_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_item_get_child (item)),
                               get_position (item) % 3 == 1);
}

static void
setup_person_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), make_label ("heading"));
  gtk_box_append (GTK_BOX (texts), make_label ("caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim");
  gtk_box_append (GTK_BOX (box), muster_avatar_new ());
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_child (item, box);
}

static void
bind_person_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget         *avatar = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget         *texts = gtk_widget_get_next_sibling (avatar);
  const char *const *person = people[get_position (item)];

  muster_avatar_set_person (MUSTER_AVATAR (avatar), person[1], person[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), person[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), person[1]);
}

static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (NULL));
}

static void
bind_text_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       people[get_position (item)][2]);
}

static void
setup_pill_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "pill");
  gtk_list_item_set_child (item, pill);
}

static void
bind_pill_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *pill = gtk_list_item_get_child (item);
  gboolean   active = get_position (item) != 4;

  gtk_label_set_label (GTK_LABEL (pill), active ? "Active" : "Disabled");
  gtk_widget_add_css_class (pill, active ? "outline" : "warning");
}

static void
setup_remove_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "mini");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, button);
}

static void
bind_nothing_cb (GtkListItemFactory *factory, GtkListItem *item)
{
}

static GtkColumnViewColumn *
append_column (GtkColumnView *view, const char *title, gpointer setup, gpointer bind)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  return column;
}

static void
fill_users (GtkColumnView *view)
{
  GtkStringList       *list = gtk_string_list_new (NULL);
  GtkColumnViewColumn *column;
  GtkSelectionModel   *selection;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    gtk_string_list_append (list, people[i][0]);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)));
  append_column (view, NULL, setup_check_cb, bind_check_cb);
  column = append_column (view, "Name and E-mail", setup_person_cb, bind_person_cb);
  gtk_column_view_column_set_expand (column, TRUE);
  column = append_column (view, "Organization", setup_text_cb, bind_text_cb);
  gtk_column_view_column_set_fixed_width (column, 132);
  append_column (view, "Status", setup_pill_cb, bind_pill_cb);
  append_column (view, NULL, setup_remove_cb, bind_nothing_cb);
  gtk_column_view_set_model (view, selection);
  g_object_unref (selection);
}

static void
fill_bars (GtkBuilder *builder)
{
  const MusterOutcomeCounts counts = { { 0, 1145, 43, 3, 2, 1, 0, 0, 10 } };
  const char *const         names[] = { "bar", "bar-large", "bar-thin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    muster_outcome_bar_set_counts (MUSTER_OUTCOME_BAR (
                                     gtk_builder_get_object (builder, names[i])),
                                   &counts);
}

static void
ensure_types (void)
{
  g_type_ensure (MUSTER_TYPE_AVATAR);
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  g_type_ensure (MUSTER_TYPE_NARROW_BIN);
  g_type_ensure (MUSTER_TYPE_OUTCOME_BAR);
}

static void
apply_words (const char *const *words)
{
  if (g_strv_contains (words, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_strv_contains (words, "contrast"))
    g_object_set (gtk_settings_get_default (), "gtk-theme-name", "Default-hc", NULL);
  muster_style_install (gdk_display_get_default ());
  muster_style_force_dark (g_strv_contains (words, "dark"));
}

int
main (int argc, char **argv)
{
  const char *const *words = (const char *const *) argv;
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow   *window;
  GtkNotebook *pages;

  gtk_init ();
  ensure_types ();
  apply_words (words);
  builder = gtk_builder_new_from_resource ("/org/musterapp/Muster/tests/gallery.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  pages = GTK_NOTEBOOK (gtk_builder_get_object (builder, "pages"));
  fill_users (GTK_COLUMN_VIEW (gtk_builder_get_object (builder, "users")));
  fill_bars (builder);
  gtk_window_present (window);
  gtk_notebook_set_current_page (pages, g_strv_contains (words, "controls"));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
