/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-chooser-private.h"

#include <glib/gi18n.h>

/* (transfer full): what is listed now. */
static GPtrArray *
collect_visible (MusterChooser *self)
{
  GListModel *model
    = muster_tick_model_get_list (muster_chooser_get_private (self)->model);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n_items = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  return items;
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  muster_chooser_search (MUSTER_CHOOSER (widget));
}

static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  muster_finder_try_again (muster_chooser_get_finder (MUSTER_CHOOSER (widget)));
}

/* The window that opened it knows how. */
static void
sign_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (opener != NULL)
    g_object_ref (opener);
  gtk_dialog_response (GTK_DIALOG (widget), GTK_RESPONSE_CANCEL);
  if (opener == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (opener), "win.sign-out", NULL);
  g_object_unref (opener);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (
    muster_chooser_get_private (MUSTER_CHOOSER (widget))->search_entry);
}

static void
select_visible_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterChooser *self = MUSTER_CHOOSER (widget);
  g_autoptr (GPtrArray) items = collect_visible (self);

  muster_choice_add (muster_chooser_get_choice (self), items);
}

static void
clear_visible_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterChooser *self = MUSTER_CHOOSER (widget);
  g_autoptr (GPtrArray) items = collect_visible (self);

  muster_choice_remove (muster_chooser_get_choice (self), items);
}

static void
clear_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  muster_choice_clear (muster_chooser_get_choice (MUSTER_CHOOSER (widget)));
}

static void
select_all_found_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterChooser *self = MUSTER_CHOOSER (widget);

  MUSTER_CHOOSER_GET_CLASS (self)->select_all_found (self);
}

static void
stop_selecting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (MUSTER_CHOOSER (widget));

  if (priv->selecting != NULL)
    g_cancellable_cancel (priv->selecting);
}

static void
respond_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean ok = g_str_equal (name, "chooser.ok");

  gtk_dialog_response (GTK_DIALOG (widget), ok ? GTK_RESPONSE_OK : GTK_RESPONSE_CANCEL);
}

void
muster_chooser_install_actions (MusterChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "chooser.search", search_action },
    { "chooser.try-again", try_again_action },
    { "chooser.sign-in", sign_in_action },
    { "chooser.find", find_action },
    { "chooser.select-visible", select_visible_action },
    { "chooser.select-all-found", select_all_found_action },
    { "chooser.clear-visible", clear_visible_action },
    { "chooser.clear-all", clear_all_action },
    { "chooser.stop-selecting", stop_selecting_action },
    { "chooser.ok", respond_action },
    { "chooser.cancel", respond_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "chooser.reviewing",
                                            "reviewing");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "chooser.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "chooser.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "chooser.select-visible", NULL);
}

static void
describe_visible (MusterChooser *self, guint n_visible)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *text = NULL;

  /* Translators: of the rows that the list holds so far */
  text = g_strdup_printf (ngettext ("Select the %'u that is listed",
                                    "Select the %'u that are listed so far", n_visible),
                          n_visible);
  gtk_widget_set_tooltip_text (priv->select_visible_button, text);
}

void
muster_chooser_update_actions (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  GtkWidget            *widget = GTK_WIDGET (self);
  GListModel           *list = muster_tick_model_get_list (priv->model);
  guint                 n_visible = list != NULL ? g_list_model_get_n_items (list) : 0;
  gboolean              any_chosen = muster_choice_get_n_items (priv->choice) > 0;
  gboolean              idle = priv->selecting == NULL;
  gboolean              found
    = n_visible > 0 && priv->review == NULL && !muster_finder_is_searching (priv->finder);

  describe_visible (self, n_visible);
  gtk_widget_action_set_enabled (widget, "chooser.select-visible",
                                 priv->multiple && n_visible > 0);
  gtk_widget_action_set_enabled (widget, "chooser.clear-visible",
                                 n_visible > 0 && any_chosen);
  gtk_widget_action_set_enabled (widget, "chooser.select-all-found", found && idle);
  gtk_widget_action_set_enabled (widget, "chooser.clear-all", any_chosen);
  gtk_widget_action_set_enabled (widget, "chooser.reviewing",
                                 any_chosen || priv->review != NULL);
  gtk_widget_action_set_enabled (widget, "chooser.stop-selecting", !idle);
  gtk_widget_action_set_enabled (widget, "chooser.ok", any_chosen && idle);
}
