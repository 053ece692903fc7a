/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-chooser.h"

#include <glib/gi18n.h>

#include "muster-chooser.h"
#include "muster-user-chooser-columns.h"
#include "muster-user-picker.h"

#define MUSTER_TYPE_USER_CHOOSER (muster_user_chooser_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterUserChooser, muster_user_chooser, MUSTER, USER_CHOOSER, MusterChooser)

struct _MusterUserChooser
{
  MusterChooser parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (MusterUserChooser, muster_user_chooser, MUSTER_TYPE_CHOOSER)

/* Every field is read: whoever is chosen is shown with what they have now. */
static void
muster_user_chooser_search (MusterChooser *chooser,
                            MusterFinder  *finder,
                            const char    *words)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();

  muster_user_query_set_profile (query, TRUE);
  if (*words != '\0')
    muster_user_query_set_search (query, words);
  muster_finder_search_users (finder, query);
}

static char *
muster_user_chooser_describe_found (MusterChooser *chooser,
                                    guint64        n_found,
                                    gboolean       more)
{
  gulong n = (gulong) n_found;

  if (more)
    return g_strdup_printf (ngettext ("More than %'lu User Found",
                                      "More than %'lu Users Found", n),
                            n);
  return g_strdup_printf (ngettext ("%'lu User Found", "%'lu Users Found", n), n);
}

static void
report_progress (guint n_found, gint64 total, gpointer user_data)
{
  muster_chooser_report_selecting (user_data, n_found, total);
}

static void
all_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = muster_user_picker_find_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  muster_chooser_end_selecting (self, users, error);
}

static void
muster_user_chooser_select_all_found (MusterChooser *chooser)
{
  MusterPagedList *list = muster_finder_get_list (muster_chooser_get_finder (chooser));
  MusterPlatform  *platform
    = muster_session_get_platform (muster_chooser_get_session (chooser));

  muster_user_picker_find_async (platform, muster_paged_list_get_query (list), 0,
                                 report_progress, chooser,
                                 muster_chooser_begin_selecting (chooser), all_found_cb,
                                 g_object_ref (chooser));
}

static void
muster_user_chooser_constructed (GObject *object)
{
  MusterUserChooser *self = MUSTER_USER_CHOOSER (object);

  G_OBJECT_CLASS (muster_user_chooser_parent_class)->constructed (object);
  muster_user_chooser_columns_add (GTK_COLUMN_VIEW (self->view),
                                   muster_chooser_get_choice (MUSTER_CHOOSER (self)));
}

static void
muster_user_chooser_class_init (MusterUserChooserClass *klass)
{
  MusterChooserClass *chooser_class = MUSTER_CHOOSER_CLASS (klass);
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = muster_user_chooser_constructed;
  chooser_class->search = muster_user_chooser_search;
  chooser_class->describe_found = muster_user_chooser_describe_found;
  chooser_class->select_all_found = muster_user_chooser_select_all_found;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/choosers/muster-user-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterUserChooser, view);
}

static void
muster_user_chooser_init (MusterUserChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MusterChooser *
create_chooser (MusterSession *session, gboolean multiple, const char *title)
{
  return g_object_new (MUSTER_TYPE_USER_CHOOSER, "use-header-bar", 1, "session", session,
                       "multiple", multiple, "title", title, NULL);
}

void
muster_user_chooser_choose_async (GtkWindow          *parent,
                                  MusterSession      *session,
                                  GListModel         *already,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  MusterChooser *chooser = create_chooser (session, TRUE, _ ("Choose User"));
  GTask         *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_user_chooser_choose_async);
  if (already != NULL)
    muster_choice_lock (muster_chooser_get_choice (chooser), already);
  muster_chooser_run (chooser, parent, task);
}

GPtrArray *
muster_user_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_user_chooser_choose_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_account_executive_chooser_choose_async (GtkWindow          *parent,
                                               MusterSession      *session,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data)
{
  MusterChooser *chooser
    = create_chooser (session, FALSE, _ ("Choose Account Executive"));
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_account_executive_chooser_choose_async);
  muster_chooser_run (chooser, parent, task);
}

MusterReference *
muster_account_executive_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) users = NULL;
  MusterUser *user;

  g_return_val_if_fail (
    g_async_result_is_tagged (result, muster_account_executive_chooser_choose_async),
    NULL);

  users = g_task_propagate_pointer (G_TASK (result), error);
  if (users == NULL)
    return NULL;
  user = g_ptr_array_index (users, 0);
  return muster_reference_new (muster_user_get_id (user),
                               muster_user_get_display_name (user));
}
