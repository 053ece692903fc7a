/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-chooser-private.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-platform-error.h"
#include "muster-resource.h"
#include "muster-user.h"

static gboolean
is_reviewing (MusterChooser *self)
{
  return muster_chooser_get_private (self)->review != NULL;
}

/* What a screen reader is told of, once for each change. */
static void
set_status (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* (transfer full) */
static char *
describe_list (MusterChooser *self, MusterPagedList *list)
{
  guint  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  gint64 total = muster_paged_list_get_total (list);

  if (total >= n_items)
    return MUSTER_CHOOSER_GET_CLASS (self)->describe_found (self, (guint64) total, FALSE);
  return MUSTER_CHOOSER_GET_CLASS (self)->describe_found (self, n_items,
                                                          !muster_paged_list_is_complete (
                                                            list));
}

/* (transfer full) */
static char *
describe_found (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  MusterPagedList      *list = muster_finder_get_list (priv->finder);

  if (is_reviewing (self))
    return g_strdup (_ ("Selections Only"));
  if (list == NULL || muster_finder_is_searching (priv->finder))
    return g_strdup (_ ("Searching…"));
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0
      && muster_paged_list_get_error (list) != NULL)
    return g_strdup ("");
  return describe_list (self, list);
}

static const char *
choose_page (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  MusterPagedList      *list = muster_finder_get_list (priv->finder);

  if (is_reviewing (self))
    return "list";
  if (list == NULL)
    return "loading";
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    return "list";
  if (muster_paged_list_get_error (list) != NULL)
    return "error";
  if (muster_finder_is_searching (priv->finder) || muster_paged_list_is_loading (list))
    return "loading";
  return "nothing";
}

static void
show_nothing (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *words = NULL;
  g_autofree char      *text = NULL;

  if (priv->words == NULL || *priv->words == '\0')
    {
      g_object_set (priv->nothing, "text", _ ("There is nothing here to choose."), NULL);
      return;
    }
  words = muster_display_text_isolate (priv->words);
  /* Translators: %s is what was searched for */
  text = g_strdup_printf (_ ("Nothing fits “%s”. Try fewer letters, or others."), words);
  g_object_set (priv->nothing, "text", text, NULL);
}

static gboolean
wants_sign_in (const GError *error)
{
  return g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN);
}

static void
show_banner (MusterChooser *self,
             const GError  *error,
             const char    *title,
             const char    *action_name)
{
  MusterBanner    *banner = MUSTER_BANNER (muster_chooser_get_private (self)->banner);
  g_autofree char *text = muster_display_text_clean (error->message);

  muster_banner_show (banner, "error", title, text);
  if (wants_sign_in (error))
    muster_banner_set_button (banner, _ ("Sign In"), "chooser.sign-in");
  else
    muster_banner_set_button (banner, _ ("Try Again"), action_name);
}

static void
show_failure (MusterChooser *self, const GError *error)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *text = muster_display_text_clean (error->message);
  gboolean              sign_in = wants_sign_in (error);

  g_object_set (priv->failure, "text", text, "title",
                sign_in ? _ ("You are not signed in any more")
                        : _ ("The search did not succeed"),
                NULL);
  gtk_button_set_label (GTK_BUTTON (priv->remedy_button),
                        sign_in ? _ ("_Sign In") : _ ("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->remedy_button),
                                  sign_in ? "chooser.sign-in" : "chooser.search");
}

/* An error takes the place of the list where it is empty, and stands over it else. */
static void
show_error (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  MusterPagedList      *list = muster_finder_get_list (priv->finder);
  const GError         *error = list != NULL ? muster_paged_list_get_error (list) : NULL;
  gboolean              is_empty
    = error != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) == 0;

  if (is_empty)
    show_failure (self, error);
  if (error != NULL && !is_empty)
    show_banner (self, error, _ ("The rest of the list did not come"),
                 "chooser.try-again");
  else if (priv->selecting_error != NULL)
    show_banner (self, priv->selecting_error,
                 _ ("Not everything found could be selected"),
                 "chooser.select-all-found");
  else
    muster_banner_hide (MUSTER_BANNER (priv->banner));
}

void
muster_chooser_show_found (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  MusterPagedList      *list = muster_finder_get_list (priv->finder);
  g_autofree char      *text = describe_found (self);
  gboolean              busy = muster_finder_is_searching (priv->finder)
                  || (list != NULL && muster_paged_list_is_loading (list));

  set_status (priv->found_label, text);
  gtk_spinner_set_spinning (GTK_SPINNER (priv->spinner), busy);
  muster_tick_model_set_list (priv->model,
                              is_reviewing (self) ? priv->review : G_LIST_MODEL (list));
  show_error (self);
  show_nothing (self);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), choose_page (self));
  muster_chooser_update_actions (self);
}

static const char *
get_item_name (gpointer item)
{
  return MUSTER_IS_USER (item) ? muster_user_get_display_name (item)
                               : muster_resource_get_display_name (item);
}

/* (transfer full) */
static char *
describe_single (MusterChoice *choice)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (choice), 0);
  g_autofree char *name = NULL;

  if (item == NULL)
    return g_strdup (_ ("No selection made"));
  name = muster_display_text_isolate (get_item_name (item));
  /* Translators: %s is the name of what is chosen */
  return g_strdup_printf (_ ("Selected: %s"), name);
}

/* (transfer full) */
static char *
describe_choice (MusterChoice *choice)
{
  guint n_items = muster_choice_get_n_items (choice);

  if (!muster_choice_is_multiple (choice))
    return describe_single (choice);
  if (n_items == 0)
    return g_strdup (_ ("No selections made"));
  return g_strdup_printf (ngettext ("%'u selection made", "%'u selections made", n_items),
                          n_items);
}

void
muster_chooser_show_choice (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *text = describe_choice (priv->choice);

  set_status (priv->choice_label, text);
  gtk_widget_set_visible (priv->choice_icon,
                          muster_choice_get_n_items (priv->choice) > 0);
  muster_chooser_update_actions (self);
}

void
muster_chooser_show_selecting (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  gboolean              selecting = priv->selecting != NULL;

  gtk_spinner_set_spinning (GTK_SPINNER (priv->selecting_spinner), selecting);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->selection_stack),
                                    selecting ? "selecting" : "buttons");
  show_error (self);
  muster_chooser_update_actions (self);
}

void
muster_chooser_report_selecting (MusterChooser *self, guint n_read, gint64 total)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *text = NULL;

  if (priv->selecting == NULL)
    return;
  if (total > 0)
    /* Translators: how many of all that were found are selected by now */
    text = g_strdup_printf (_ ("%'u of %'u"), n_read, (guint) MIN (total, G_MAXUINT));
  else
    text = g_strdup_printf ("%'u", n_read);
  gtk_label_set_label (GTK_LABEL (priv->selecting_label), text);
}
