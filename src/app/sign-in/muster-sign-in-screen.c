/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-screen.h"

#include <glib/gi18n.h>

#include "muster-connection-list.h"
#include "muster-display-text.h"
#include "muster-keyring.h"
#include "muster-sign-in-attempt.h"
#include "muster-sign-in-screen-private.h"
#include "muster-weak.h"

#define NEW_FORM "new"

enum
{
  SIGNAL_SIGNED_IN,
  SIGNAL_NOTICE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void muster_sign_in_screen_screen_init (MusterScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterSignInScreen,
                               muster_sign_in_screen,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (MUSTER_TYPE_SCREEN,
                                                      muster_sign_in_screen_screen_init))

MusterConnection *
muster_sign_in_screen_get_saved (MusterSignInScreen *self)
{
  MusterConnection *connection
    = self->form != NULL ? muster_sign_in_form_get_connection (self->form) : NULL;

  return connection != NULL && !muster_sign_in_is_sample (connection) ? connection : NULL;
}

typedef struct
{
  GWeakRef screen;
  GWeakRef form;
} Lookup;

static void
take_password (MusterSignInScreen *self, MusterSignInForm *form, const char *password)
{
  if (*muster_sign_in_form_get_password (form) != '\0')
    return;
  muster_sign_in_form_set_password (form, password);
  if (self->form == form && self->signing == NULL
      && gtk_widget_get_focus_child (self->forms) != NULL)
    muster_sign_in_form_focus (form);
}

static void
looked_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Lookup *lookup = user_data;
  g_autoptr (MusterSignInScreen) self = g_weak_ref_get (&lookup->screen);
  g_autoptr (MusterSignInForm) form = g_weak_ref_get (&lookup->form);
  g_autoptr (GError) error = NULL;
  char *password = muster_keyring_look_up_finish (result, &error);

  g_weak_ref_clear (&lookup->screen);
  g_weak_ref_clear (&lookup->form);
  g_free (lookup);
  if (self != NULL && form != NULL && password != NULL)
    take_password (self, form, password);
  else if (self != NULL && form != NULL && error != NULL
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = muster_display_text_clean (error->message);

      muster_sign_in_form_show_message (form, "info",
                                        _ ("The password that was kept is not at hand"),
                                        text);
    }
  muster_keyring_free (password);
}

static void
look_up_password (MusterSignInScreen *self, MusterConnection *connection)
{
  Lookup *lookup;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (connection == NULL || !muster_connection_remembers_password (connection)
      || *muster_sign_in_form_get_password (self->form) != '\0')
    return;
  self->looking = g_cancellable_new ();
  lookup = g_new0 (Lookup, 1);
  g_weak_ref_init (&lookup->screen, self);
  g_weak_ref_init (&lookup->form, self->form);
  muster_keyring_look_up_async (muster_connection_get_address (connection),
                                muster_connection_get_user_name (connection),
                                self->looking, looked_up_cb, lookup);
}

/* The form of @connection (nullable: of a new one), made where there is none yet. */
static MusterSignInForm *
ensure_form (MusterSignInScreen *self, MusterConnection *connection)
{
  const char *name
    = connection != NULL ? muster_connection_get_id (connection) : NEW_FORM;
  GtkWidget *form = gtk_stack_get_child_by_name (GTK_STACK (self->forms), name);

  if (form == NULL)
    {
      form = muster_sign_in_form_new (connection);
      gtk_stack_add_named (GTK_STACK (self->forms), form, name);
    }
  return MUSTER_SIGN_IN_FORM (form);
}

static void
present_form (MusterSignInScreen *self, MusterConnection *connection)
{
  self->form = ensure_form (self, connection);
  gtk_stack_set_visible_child (GTK_STACK (self->forms), GTK_WIDGET (self->form));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "connections");
  muster_connection_list_pick (MUSTER_CONNECTION_LIST (self->list),
                               connection != NULL ? muster_connection_get_id (connection)
                                                  : NULL);
  muster_sign_in_screen_update_actions (self);
}

void
muster_sign_in_screen_show_form (MusterSignInScreen *self, MusterConnection *connection)
{
  present_form (self, connection);
  look_up_password (self, connection);
}

static void
throw_away (MusterSignInScreen *self)
{
  gtk_stack_remove (GTK_STACK (self->forms), GTK_WIDGET (self->form));
  self->form = NULL;
}

void
muster_sign_in_screen_replace_form (MusterSignInScreen *self,
                                    MusterConnection   *connection)
{
  if (self->form != ensure_form (self, connection))
    throw_away (self);
  present_form (self, connection);
}

/* What somebody begins with: where they were last, or the two ways in. */
static void
show_first (MusterSignInScreen *self)
{
  MusterConnection *last = muster_connection_store_get_last_used (self->store);

  if (last != NULL)
    muster_sign_in_screen_show_form (self, last);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0)
    muster_sign_in_screen_show_form (self, muster_connection_list_get_sample (
                                             MUSTER_CONNECTION_LIST (self->list)));
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "welcome");
      muster_sign_in_screen_update_actions (self);
    }
}

void
muster_sign_in_screen_leave_form (MusterSignInScreen *self)
{
  throw_away (self);
  show_first (self);
  muster_screen_focus (MUSTER_SCREEN (self));
}

static void
picked_cb (MusterSignInScreen *self, MusterConnection *connection)
{
  muster_sign_in_screen_show_form (self, connection);
}

static void
activated_cb (MusterSignInScreen *self)
{
  if (self->form != NULL)
    muster_sign_in_form_focus (self->form);
}

/* The forms follow what is saved by now. */
static void
store_changed_cb (MusterSignInScreen *self)
{
  MusterConnection *saved = muster_sign_in_screen_get_saved (self);

  for (GtkWidget *form = gtk_widget_get_first_child (self->forms); form != NULL;
       form = gtk_widget_get_next_sibling (form))
    {
      MusterConnection *old
        = muster_sign_in_form_get_connection (MUSTER_SIGN_IN_FORM (form));
      MusterConnection *now
        = old != NULL
            ? muster_connection_store_find (self->store, muster_connection_get_id (old))
            : NULL;

      if (now != NULL)
        muster_sign_in_form_set_connection (MUSTER_SIGN_IN_FORM (form), now);
    }
  if (saved != NULL)
    muster_connection_list_pick (MUSTER_CONNECTION_LIST (self->list),
                                 muster_connection_get_id (
                                   muster_sign_in_screen_get_saved (self)));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInScreen) self = muster_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  muster_connection_store_load_finish (MUSTER_CONNECTION_STORE (object), result, &error);
  if (self == NULL)
    return;
  if (error == NULL)
    {
      if (self->form != NULL)
        muster_sign_in_form_hide_message (self->form);
      show_first (self);
    }
  else
    {
      text = muster_display_text_clean (error->message);
      muster_sign_in_screen_show_form (self, NULL);
      muster_sign_in_form_show_message (self->form, "warning",
                                        _ ("The saved connections cannot be read"), text);
      muster_sign_in_form_offer (self->form, _ ("Try Again"),
                                 "sign-in.reload-connections");
    }
  muster_screen_focus (MUSTER_SCREEN (self));
}

void
muster_sign_in_screen_load (MusterSignInScreen *self)
{
  muster_connection_store_load_async (self->store, NULL, loaded_cb,
                                      muster_weak_new (self));
}

void
muster_sign_in_screen_emit_signed_in (MusterSignInScreen *self, MusterSession *session)
{
  g_signal_emit (self, signals[SIGNAL_SIGNED_IN], 0, session);
}

void
muster_sign_in_screen_emit_notice (MusterSignInScreen *self,
                                   const char         *title,
                                   const char         *text)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, title, text);
}

static const char *
muster_sign_in_screen_get_title (MusterScreen *screen)
{
  return _ ("Sign In");
}

static const char *
muster_sign_in_screen_get_action_prefix (MusterScreen *screen)
{
  return "sign-in";
}

static GActionGroup *
muster_sign_in_screen_get_actions (MusterScreen *screen)
{
  return G_ACTION_GROUP (MUSTER_SIGN_IN_SCREEN (screen)->actions);
}

static void
muster_sign_in_screen_focus (MusterScreen *screen)
{
  MusterSignInScreen *self = MUSTER_SIGN_IN_SCREEN (screen);

  if (self->form != NULL)
    muster_sign_in_form_focus (self->form);
  else
    gtk_widget_grab_focus (self->explore);
}

static void
muster_sign_in_screen_screen_init (MusterScreenInterface *iface)
{
  iface->get_title = muster_sign_in_screen_get_title;
  iface->get_action_prefix = muster_sign_in_screen_get_action_prefix;
  iface->get_actions = muster_sign_in_screen_get_actions;
  iface->focus = muster_sign_in_screen_focus;
}

static gboolean
draw_mark_cb (gpointer user_data)
{
  MusterSignInScreen *self = user_data;

  self->mark_id = 0;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), "org.musterapp.Muster");
  return G_SOURCE_REMOVE;
}

/* The connections may have been read before there was a window to focus anything in. */
static void
muster_sign_in_screen_map (GtkWidget *widget)
{
  MusterSignInScreen *self = MUSTER_SIGN_IN_SCREEN (widget);

  GTK_WIDGET_CLASS (muster_sign_in_screen_parent_class)->map (widget);
  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    muster_screen_focus (MUSTER_SCREEN (widget));
  /* A drawing of this size takes long: the first frame does without. */
  if (self->mark_id == 0)
    self->mark_id = g_idle_add_full (G_PRIORITY_LOW, draw_mark_cb, self, NULL);
}

static void
muster_sign_in_screen_dispose (GObject *object)
{
  MusterSignInScreen *self = MUSTER_SIGN_IN_SCREEN (object);

  g_cancellable_cancel (self->signing);
  g_cancellable_cancel (self->looking);
  g_clear_handle_id (&self->slow_id, g_source_remove);
  g_clear_handle_id (&self->mark_id, g_source_remove);
  self->form = NULL;
  g_clear_pointer (&self->pages, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_sign_in_screen_parent_class)->dispose (object);
}

static void
muster_sign_in_screen_finalize (GObject *object)
{
  MusterSignInScreen *self = MUSTER_SIGN_IN_SCREEN (object);

  g_clear_object (&self->signing);
  g_clear_object (&self->looking);
  g_clear_object (&self->journal);
  g_clear_object (&self->store);
  g_clear_object (&self->sample);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (muster_sign_in_screen_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MUSTER_TYPE_CONNECTION_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-sign-in-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, pages);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, mark);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, explore);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, pane);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, list);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInScreen, forms);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_sign_in_screen_class_init (MusterSignInScreenClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_sign_in_screen_dispose;
  object_class->finalize = muster_sign_in_screen_finalize;
  widget_class->map = muster_sign_in_screen_map;

  signals[SIGNAL_SIGNED_IN]
    = g_signal_new ("signed-in", MUSTER_TYPE_SIGN_IN_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, MUSTER_TYPE_SESSION);
  signals[SIGNAL_NOTICE]
    = g_signal_new ("notice", MUSTER_TYPE_SIGN_IN_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sign-in.cancel",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_sign_in_screen_init (MusterSignInScreen *self)
{
  self->actions = g_simple_action_group_new ();
  muster_sign_in_screen_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_sign_in_screen_new (MusterJournal         *journal,
                           MusterConnectionStore *store,
                           MusterSamplePlatform  *sample)
{
  MusterSignInScreen *self = g_object_new (MUSTER_TYPE_SIGN_IN_SCREEN, NULL);

  self->journal = g_object_ref (journal);
  self->store = g_object_ref (store);
  self->sample = g_object_ref (sample);
  muster_connection_list_set_store (MUSTER_CONNECTION_LIST (self->list), store);
  g_signal_connect_object (store, "items-changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  muster_sign_in_screen_update_actions (self);
  muster_sign_in_screen_load (self);
  return GTK_WIDGET (self);
}

void
muster_sign_in_screen_return (MusterSignInScreen *self, const char *reason)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_SCREEN (self));

  if (self->form == NULL)
    return;
  if (reason != NULL)
    {
      g_autofree char *text = muster_display_text_clean (reason);

      muster_sign_in_form_show_message (self->form, "warning", _ ("You are signed out"),
                                        text);
    }
  else
    muster_sign_in_form_hide_message (self->form);
  look_up_password (self, muster_sign_in_screen_get_saved (self));
  muster_screen_focus (MUSTER_SCREEN (self));
}
