/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-form.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-connection-address.h"
#include "muster-display-text.h"
#include "muster-safety-line.h"
#include "muster-sign-in-attempt.h"

struct _MusterSignInForm
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* template children, (not owned) */
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *edit;
  GtkWidget *banner;
  GtkWidget *about;
  GtkWidget *fields;
  GtkWidget *name_box;
  GtkWidget *name;
  GtkWidget *address_box;
  GtkWidget *address;
  GtkWidget *user_name;
  GtkWidget *token_hint;
  GtkWidget *password;
  GtkWidget *remember;
  GtkWidget *safety;
  GtkWidget *remove;
  GtkWidget *progress;
  GtkWidget *spinner;
  GtkWidget *progress_text;
  GtkWidget *cancel;
  GtkWidget *submit;

  MusterConnection *connection; /* (owned) (nullable): NULL: a new one */
  gboolean          is_editing;
};

G_DEFINE_FINAL_TYPE (MusterSignInForm, muster_sign_in_form, GTK_TYPE_WIDGET)

static gboolean
is_sample (MusterSignInForm *self)
{
  return self->connection != NULL && muster_sign_in_is_sample (self->connection);
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_blank (GtkWidget *entry)
{
  g_autofree char *stripped = g_strstrip (g_strdup (get_text (entry)));

  return *stripped == '\0';
}

/* (transfer full) */
static char *
dup_address (MusterSignInForm *self)
{
  return muster_connection_address_complete (get_text (self->address));
}

static void
update_safety (MusterSignInForm *self)
{
  g_autofree char *address = dup_address (self);

  muster_safety_line_judge (MUSTER_SAFETY_LINE (self->safety), address,
                            gtk_check_button_get_active (
                              GTK_CHECK_BUTTON (self->remember)));
}

static void
update_head (MusterSignInForm *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (is_sample (self))
    {
      title = g_strdup (_ ("Explore with sample data"));
      subtitle = g_strdup (_ ("Everything works, and nobody is real"));
    }
  else if (self->connection != NULL)
    {
      g_autofree char *name
        = muster_display_text_isolate (muster_connection_get_name (self->connection));

      /* Translators: %s is the name of a connection. */
      title = g_strdup_printf (_ ("Sign in to %s"), name);
      subtitle
        = muster_display_text_clean (muster_connection_get_address (self->connection));
    }
  else
    {
      title = g_strdup (_ ("Sign in to a server"));
      subtitle = g_strdup (_ ("A Muster platform, or any other SCIM 2.0 server"));
    }
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_tooltip_text (self->subtitle, subtitle);
}

static void
update_parts (MusterSignInForm *self)
{
  gboolean is_saved = self->connection != NULL && !is_sample (self);

  update_head (self);
  gtk_widget_set_visible (self->about, is_sample (self));
  gtk_widget_set_visible (self->fields, !is_sample (self));
  gtk_widget_set_visible (self->edit, is_saved);
  gtk_button_set_label (GTK_BUTTON (self->edit),
                        self->is_editing ? _ ("Don_e") : _ ("_Edit"));
  gtk_widget_set_visible (self->name_box, is_saved && self->is_editing);
  gtk_widget_set_visible (self->address_box, !is_saved || self->is_editing);
  gtk_widget_set_visible (self->token_hint, !is_saved || self->is_editing);
  gtk_widget_set_visible (self->remove, is_saved && self->is_editing);
  gtk_button_set_label (GTK_BUTTON (self->submit),
                        is_sample (self) ? _ ("E_xplore") : _ ("_Sign In"));
  update_safety (self);
}

static void
set_invalid (GtkWidget *entry, gboolean is_invalid)
{
  if (is_invalid)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE
                                          : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* (nullable) */
static GtkWidget *
find_entry (MusterSignInForm *self, MusterSignInField field)
{
  switch (field)
    {
    case MUSTER_SIGN_IN_FIELD_ADDRESS:
      return self->address;
    case MUSTER_SIGN_IN_FIELD_USER_NAME:
      return self->user_name;
    case MUSTER_SIGN_IN_FIELD_PASSWORD:
      return self->password;
    case MUSTER_SIGN_IN_FIELD_NONE:
    default:
      return NULL;
    }
}

static void
mark_field (MusterSignInForm *self, MusterSignInField field)
{
  set_invalid (self->address, field == MUSTER_SIGN_IN_FIELD_ADDRESS);
  set_invalid (self->user_name, field == MUSTER_SIGN_IN_FIELD_USER_NAME);
  set_invalid (self->password, field == MUSTER_SIGN_IN_FIELD_PASSWORD);
}

static void
changed_cb (MusterSignInForm *self, GtkWidget *entry)
{
  if (entry != self->remember)
    set_invalid (entry, FALSE);
  update_safety (self);
}

/* Enter goes on to what is left to fill in, and signs in where nothing is. */
static void
activate_cb (MusterSignInForm *self, GtkWidget *entry)
{
  GtkWidget *missing = find_entry (self, muster_sign_in_form_find_missing (self));

  if (entry == self->address && is_blank (self->user_name))
    gtk_widget_grab_focus (self->user_name);
  else if (missing != NULL && missing != entry)
    gtk_widget_grab_focus (missing);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "sign-in.submit", NULL);
}

static void
muster_sign_in_form_dispose (GObject *object)
{
  MusterSignInForm *self = MUSTER_SIGN_IN_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_sign_in_form_parent_class)->dispose (object);
}

static void
muster_sign_in_form_finalize (GObject *object)
{
  MusterSignInForm *self = MUSTER_SIGN_IN_FORM (object);

  g_clear_object (&self->connection);
  G_OBJECT_CLASS (muster_sign_in_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-sign-in-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, title);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, edit);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, about);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, fields);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, name_box);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, name);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, address_box);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, address);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, user_name);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, token_hint);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, password);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, remember);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, safety);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, remove);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, progress_text);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, cancel);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInForm, submit);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_sign_in_form_class_init (MusterSignInFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_sign_in_form_dispose;
  object_class->finalize = muster_sign_in_form_finalize;
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_SAFETY_LINE);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
muster_sign_in_form_init (MusterSignInForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  -1);
}

GtkWidget *
muster_sign_in_form_new (MusterConnection *connection)
{
  MusterSignInForm *self = g_object_new (MUSTER_TYPE_SIGN_IN_FORM, NULL);

  if (connection != NULL)
    {
      set_text (self->name, muster_connection_get_name (connection));
      set_text (self->address, muster_connection_get_address (connection));
      set_text (self->user_name, muster_connection_get_user_name (connection));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->remember),
                                   muster_connection_remembers_password (connection));
    }
  g_set_object (&self->connection, connection);
  update_parts (self);
  return GTK_WIDGET (self);
}

void
muster_sign_in_form_set_connection (MusterSignInForm *self, MusterConnection *connection)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  if (g_set_object (&self->connection, connection))
    update_parts (self);
}

MusterConnection *
muster_sign_in_form_get_connection (MusterSignInForm *self)
{
  g_return_val_if_fail (MUSTER_IS_SIGN_IN_FORM (self), NULL);

  return self->connection;
}

MusterConnection *
muster_sign_in_form_take_connection (MusterSignInForm *self)
{
  g_autofree char *address = dup_address (self);
  g_autofree char *user_name = NULL;
  gboolean         is_new = self->connection == NULL;

  g_return_val_if_fail (MUSTER_IS_SIGN_IN_FORM (self), NULL);

  if (is_sample (self))
    return g_object_ref (self->connection);
  if (!g_str_equal (address, get_text (self->address)))
    set_text (self->address, address);
  user_name = g_strstrip (g_strdup (get_text (self->user_name)));
  return g_object_new (MUSTER_TYPE_CONNECTION, "id",
                       is_new ? NULL : muster_connection_get_id (self->connection),
                       "kind",
                       is_new ? NULL : muster_connection_get_kind (self->connection),
                       "last-used",
                       is_new ? (gint64) 0
                              : muster_connection_get_last_used (self->connection),
                       "name", is_new ? NULL : get_text (self->name), "address", address,
                       "user-name", user_name, "remembers-password",
                       gtk_check_button_get_active (GTK_CHECK_BUTTON (self->remember)),
                       NULL);
}

const char *
muster_sign_in_form_get_password (MusterSignInForm *self)
{
  g_return_val_if_fail (MUSTER_IS_SIGN_IN_FORM (self), NULL);

  return get_text (self->password);
}

void
muster_sign_in_form_set_password (MusterSignInForm *self, const char *text)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  set_text (self->password, text);
}

void
muster_sign_in_form_set_editing (MusterSignInForm *self, gboolean editing)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  if (self->is_editing == editing)
    return;
  self->is_editing = editing;
  update_parts (self);
  if (editing)
    gtk_widget_grab_focus (self->name);
}

gboolean
muster_sign_in_form_is_editing (MusterSignInForm *self)
{
  g_return_val_if_fail (MUSTER_IS_SIGN_IN_FORM (self), FALSE);

  return self->is_editing;
}

MusterSignInField
muster_sign_in_form_find_missing (MusterSignInForm *self)
{
  g_return_val_if_fail (MUSTER_IS_SIGN_IN_FORM (self), MUSTER_SIGN_IN_FIELD_NONE);

  if (is_sample (self))
    return MUSTER_SIGN_IN_FIELD_NONE;
  if (is_blank (self->address))
    return MUSTER_SIGN_IN_FIELD_ADDRESS;
  if (*get_text (self->password) == '\0')
    return MUSTER_SIGN_IN_FIELD_PASSWORD;
  return MUSTER_SIGN_IN_FIELD_NONE;
}

void
muster_sign_in_form_set_busy (MusterSignInForm *self, gboolean busy)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  gtk_widget_set_visible (self->cancel, busy);
  /* An entry must lose the focus before it cannot have it. */
  if (busy)
    gtk_widget_grab_focus (self->cancel);
  gtk_widget_set_sensitive (self->fields, !busy);
  gtk_widget_set_visible (self->progress, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_visible (self->submit, !busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy,
                               -1);
}

void
muster_sign_in_form_set_progress (MusterSignInForm *self, const char *text)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
muster_sign_in_form_show_message (MusterSignInForm *self,
                                  const char       *kind,
                                  const char       *title,
                                  const char       *text)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  mark_field (self, MUSTER_SIGN_IN_FIELD_NONE);
  muster_banner_set_button (MUSTER_BANNER (self->banner), NULL, NULL);
  muster_banner_show (MUSTER_BANNER (self->banner), kind, title, text);
}

void
muster_sign_in_form_offer (MusterSignInForm *self,
                           const char       *label,
                           const char       *action_name)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  muster_banner_set_button (MUSTER_BANNER (self->banner), label, action_name);
}

void
muster_sign_in_form_hide_message (MusterSignInForm *self)
{
  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  mark_field (self, MUSTER_SIGN_IN_FIELD_NONE);
  muster_banner_hide (MUSTER_BANNER (self->banner));
}

void
muster_sign_in_form_show_fault (MusterSignInForm *self, const MusterSignInFault *fault)
{
  GtkWidget *entry = is_sample (self) ? NULL : find_entry (self, fault->field);

  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  muster_sign_in_form_show_message (self, "error", fault->title, fault->text);
  if (fault->may_retry)
    muster_sign_in_form_offer (self, _ ("Try Again"), "sign-in.submit");
  if (entry == self->address && !is_sample (self))
    muster_sign_in_form_set_editing (self, self->connection != NULL);
  if (entry == NULL)
    {
      gtk_widget_grab_focus (self->submit);
      return;
    }
  mark_field (self, fault->field);
  gtk_widget_grab_focus (entry);
}

void
muster_sign_in_form_focus (MusterSignInForm *self)
{
  GtkWidget *missing = NULL;

  g_return_if_fail (MUSTER_IS_SIGN_IN_FORM (self));

  missing = find_entry (self, muster_sign_in_form_find_missing (self));
  if (missing == self->password && self->connection == NULL && is_blank (self->user_name))
    missing = self->user_name;
  gtk_widget_grab_focus (missing != NULL ? missing : self->submit);
}
