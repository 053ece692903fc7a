/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gi18n.h>

#include "muster-connection-address.h"
#include "muster-connection-list.h"
#include "muster-display-text.h"
#include "muster-remove-connection-dialog.h"
#include "muster-sign-in-attempt.h"
#include "muster-sign-in-memory.h"
#include "muster-sign-in-screen-private.h"
#include "muster-weak.h"

#define SLOW_SECONDS 6

static void
enable (MusterSignInScreen *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                 g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                             name)),
                               enabled);
}

void
muster_sign_in_screen_update_actions (MusterSignInScreen *self)
{
  gboolean is_busy = self->signing != NULL;
  gboolean is_saved = muster_sign_in_screen_get_saved (self) != NULL;

  enable (self, "submit", !is_busy && self->form != NULL);
  enable (self, "cancel", is_busy);
  enable (self, "explore", !is_busy);
  enable (self, "new-connection", !is_busy);
  enable (self, "reload-connections", !is_busy);
  enable (self, "edit-connection", !is_busy && is_saved);
  enable (self, "remove-connection", !is_busy && is_saved);
  gtk_widget_set_sensitive (self->pane, !is_busy);
}

static gboolean
slow_cb (gpointer user_data)
{
  MusterSignInScreen *self = user_data;

  self->slow_id = 0;
  muster_sign_in_form_set_progress (self->form,
                                    _ ("This takes longer than it should. Wait, or "
                                       "cancel and try another time."));
  return G_SOURCE_REMOVE;
}

static void
set_signing (MusterSignInScreen *self, GCancellable *cancellable)
{
  g_set_object (&self->signing, cancellable);
  g_clear_handle_id (&self->slow_id, g_source_remove);
  if (cancellable != NULL)
    self->slow_id = g_timeout_add_seconds (SLOW_SECONDS, slow_cb, self);
  muster_sign_in_screen_update_actions (self);
  muster_sign_in_form_set_busy (self->form, cancellable != NULL);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInScreen) self = muster_weak_take (user_data);
  g_autoptr (GError) error = NULL;

  if (muster_sign_in_memory_keep_finish (result, &error) || self == NULL)
    return;
  muster_sign_in_screen_emit_notice (self,
                                     _ ("You are signed in, but not everything was kept"),
                                     error->message);
}

/* (transfer full): what was typed; as one that is saved already where it is. */
static MusterConnection *
take_connection (MusterSignInScreen *self)
{
  MusterConnection *typed = muster_sign_in_form_take_connection (self->form);
  MusterConnection *same;
  MusterConnection *known;

  if (muster_sign_in_form_get_connection (self->form) != NULL)
    return typed;
  same = muster_sign_in_memory_find_same (self->store, typed);
  if (same == NULL)
    return typed;
  known = g_object_new (MUSTER_TYPE_CONNECTION, "id", muster_connection_get_id (same),
                        "name", muster_connection_get_name (same), "kind",
                        muster_connection_get_kind (same), "address",
                        muster_connection_get_address (same), "user-name",
                        muster_connection_get_user_name (same), "remembers-password",
                        muster_connection_remembers_password (typed), NULL);
  g_object_unref (typed);
  return known;
}

/* The password leaves the form: the keyring is its place. */
static void
keep_connection (MusterSignInScreen *self, MusterConnection *connection)
{
  if (muster_sign_in_is_sample (connection))
    return;
  muster_sign_in_memory_keep_async (self->store, connection,
                                    muster_sign_in_form_get_password (self->form),
                                    g_get_real_time () / G_USEC_PER_SEC, kept_cb,
                                    muster_weak_new (self));
  muster_sign_in_screen_replace_form (self, connection);
  muster_sign_in_form_set_password (self->form, "");
  muster_sign_in_form_set_editing (self->form, FALSE);
}

typedef struct
{
  gpointer          screen;     /* (owned): see muster_weak_new() */
  MusterConnection *connection; /* (owned) */
} Signing;

static void
take_session (MusterSignInScreen *self,
              MusterConnection   *connection,
              MusterSession      *session)
{
  keep_connection (self, connection);
  muster_sign_in_screen_emit_signed_in (self, session);
}

static void
take_error (MusterSignInScreen *self, const GError *error)
{
  g_autoptr (MusterSignInFault) fault = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      muster_sign_in_form_focus (self->form);
      return;
    }
  fault = muster_sign_in_fault_new (error);
  muster_sign_in_form_show_fault (self->form, fault);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  muster_session_close_finish (MUSTER_SESSION (object), result);
}

static void
attempted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Signing *signing = user_data;
  g_autoptr (MusterSignInScreen) self = muster_weak_take (signing->screen);
  g_autoptr (MusterConnection) connection = g_steal_pointer (&signing->connection);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSession) session = muster_sign_in_attempt_finish (result, &error);

  g_free (signing);
  if (self != NULL)
    {
      set_signing (self, NULL);
      if (session != NULL)
        take_session (self, connection, session);
      else
        take_error (self, error);
    }
  else if (session != NULL)
    muster_session_close_async (session, closed_cb, NULL);
}

/* (transfer full) */
static char *
describe_progress (MusterConnection *connection)
{
  g_autofree char *host = NULL;
  g_autofree char *clean = NULL;

  if (muster_sign_in_is_sample (connection))
    return g_strdup (_ ("Starting the sample platform…"));
  host = muster_connection_address_describe (muster_connection_get_address (connection));
  clean = muster_display_text_isolate (host);
  /* Translators: %s is a server. */
  return g_strdup_printf (_ ("Signing in at %s…"), clean);
}

static void
start (MusterSignInScreen *self)
{
  g_autoptr (MusterConnection) connection = take_connection (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *progress = describe_progress (connection);
  Signing         *signing = g_new0 (Signing, 1);

  signing->screen = muster_weak_new (self);
  signing->connection = g_object_ref (connection);
  muster_sign_in_form_hide_message (self->form);
  muster_sign_in_form_set_progress (self->form, progress);
  set_signing (self, cancellable);
  muster_sign_in_attempt_async (connection, muster_sign_in_form_get_password (self->form),
                                self->journal, self->sample, cancellable, attempted_cb,
                                signing);
}

static void
submit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSignInScreen *self = user_data;
  MusterSignInField   missing = muster_sign_in_form_find_missing (self->form);
  g_autoptr (MusterSignInFault) fault = NULL;

  g_cancellable_cancel (self->looking);
  if (missing == MUSTER_SIGN_IN_FIELD_NONE)
    {
      start (self);
      return;
    }
  fault = muster_sign_in_fault_new_missing (missing);
  muster_sign_in_form_show_fault (self->form, fault);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_cancellable_cancel (MUSTER_SIGN_IN_SCREEN (user_data)->signing);
}

static void
explore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSignInScreen *self = user_data;

  muster_sign_in_screen_show_form (self, muster_connection_list_get_sample (
                                           MUSTER_CONNECTION_LIST (self->list)));
  start (self);
}

static void
new_connection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSignInScreen *self = user_data;

  muster_sign_in_screen_show_form (self, NULL);
  muster_sign_in_form_focus (self->form);
}

static void
reload_connections_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  muster_sign_in_screen_load (user_data);
}

static void
edited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInScreen) self = muster_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (muster_sign_in_memory_keep_finish (result, &error) || self == NULL
      || self->form == NULL)
    return;
  text = muster_display_text_clean (error->message);
  muster_sign_in_form_show_message (self->form, "error",
                                    _ ("The connection was not saved"), text);
}

/* *Edit* shows the fields, *Done* saves what they say. */
static void
edit_connection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSignInScreen *self = user_data;
  g_autoptr (MusterConnection) connection = NULL;
  g_autoptr (MusterSignInFault) fault = NULL;

  if (!muster_sign_in_form_is_editing (self->form))
    {
      muster_sign_in_form_set_editing (self->form, TRUE);
      return;
    }
  if (muster_sign_in_form_find_missing (self->form) == MUSTER_SIGN_IN_FIELD_ADDRESS)
    {
      fault = muster_sign_in_fault_new_missing (MUSTER_SIGN_IN_FIELD_ADDRESS);
      muster_sign_in_form_show_fault (self->form, fault);
      return;
    }
  connection = muster_sign_in_form_take_connection (self->form);
  muster_sign_in_form_hide_message (self->form);
  muster_sign_in_form_set_editing (self->form, FALSE);
  muster_sign_in_form_focus (self->form);
  muster_sign_in_memory_keep_async (self->store, connection, NULL, 0, edited_cb,
                                    muster_weak_new (self));
}

static void
dropped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInScreen) self = muster_weak_take (user_data);
  MusterConnection *connection
    = self != NULL ? muster_sign_in_screen_get_saved (self) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean         is_gone;

  muster_sign_in_memory_drop_finish (result, &error);
  if (connection == NULL)
    return;
  is_gone
    = muster_connection_store_find (self->store, muster_connection_get_id (connection))
      == NULL;
  if (is_gone)
    muster_sign_in_screen_leave_form (self);
  if (error == NULL || self->form == NULL)
    return;
  text = muster_display_text_clean (error->message);
  muster_sign_in_form_show_message (self->form, "error",
                                    is_gone ? _ ("Its password is still in the keyring")
                                            : _ ("The connection was not removed"),
                                    text);
}

static void
remove_answered_cb (MusterSignInScreen *self, int response, GtkWidget *dialog)
{
  MusterConnection *connection = muster_sign_in_screen_get_saved (self);

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_OK && connection != NULL)
    muster_sign_in_memory_drop_async (self->store, connection, dropped_cb,
                                      muster_weak_new (self));
}

static void
remove_connection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSignInScreen *self = user_data;
  GtkWidget          *dialog
    = muster_remove_connection_dialog_new (GTK_WINDOW (
                                             gtk_widget_get_root (GTK_WIDGET (self))),
                                           muster_sign_in_screen_get_saved (self));

  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
muster_sign_in_screen_add_actions (MusterSignInScreen *self)
{
  static const GActionEntry entries[] = {
    { .name = "submit", .activate = submit_cb },
    { .name = "cancel", .activate = cancel_cb },
    { .name = "explore", .activate = explore_cb },
    { .name = "new-connection", .activate = new_connection_cb },
    { .name = "reload-connections", .activate = reload_connections_cb },
    { .name = "edit-connection", .activate = edit_connection_cb },
    { .name = "remove-connection", .activate = remove_connection_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
}
