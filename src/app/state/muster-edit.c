/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit.h"

#include <glib/gi18n.h>

#include "muster-user-refresher.h"
#include "muster-weak.h"

struct _MusterEdit
{
  GObject parent_instance;

  MusterSession     *session;     /* (owned) */
  MusterPickedUsers *users;       /* (owned) */
  MusterChangeSet   *change_set;  /* (owned) */
  MusterUserSummary *summary;     /* (owned) (nullable) */
  GCancellable      *counting;    /* (owned) (nullable): while a summary is worked out */
  guint              count_later; /* source */
};

enum
{
  PROP_0,
  PROP_SUMMARY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterEdit, muster_edit, G_TYPE_OBJECT)

static void
stop_counting (MusterEdit *self)
{
  g_clear_handle_id (&self->count_later, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
muster_edit_dispose (GObject *object)
{
  MusterEdit *self = MUSTER_EDIT (object);

  stop_counting (self);
  if (self->users != NULL)
    g_signal_handlers_disconnect_by_data (self->users, self);
  if (self->change_set != NULL)
    g_signal_handlers_disconnect_by_data (self->change_set, self);
  g_clear_object (&self->users);
  g_clear_object (&self->change_set);
  g_clear_object (&self->session);
  g_clear_pointer (&self->summary, muster_user_summary_unref);
  G_OBJECT_CLASS (muster_edit_parent_class)->dispose (object);
}

static void
muster_edit_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_boxed (value, MUSTER_EDIT (object)->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_edit_class_init (MusterEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = muster_edit_dispose;
  object_class->get_property = muster_edit_get_property;
  props[PROP_SUMMARY]
    = g_param_spec_boxed ("summary", NULL, NULL, MUSTER_TYPE_USER_SUMMARY,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
tell_of_change (MusterEdit *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_summary (MusterEdit *self, MusterUserSummary *summary)
{
  g_clear_pointer (&self->summary, muster_user_summary_unref);
  self->summary = summary;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  tell_of_change (self);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, muster_user_summary_new (task_data),
                         (GDestroyNotify) muster_user_summary_unref);
}

/* Cancelled is what was begun before the users changed once more. */
static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterEdit) self = muster_weak_take (user_data);
  g_autoptr (MusterUserSummary) summary
    = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || summary == NULL)
    return;
  g_clear_object (&self->counting);
  set_summary (self, g_steal_pointer (&summary));
}

/* The thread does not hold the edit: it could be the last that does. */
static gboolean
count_cb (gpointer user_data)
{
  MusterEdit *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->count_later = 0;
  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, counted_cb, muster_weak_new (self));
  g_task_set_source_tag (task, count_cb);
  g_task_set_task_data (task, muster_picked_users_list (self->users),
                        (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, count_in_thread);
  return G_SOURCE_REMOVE;
}

static void
users_changed_cb (
  GListModel *users, guint position, guint n_removed, guint n_added, MusterEdit *self)
{
  stop_counting (self);
  self->count_later = g_idle_add (count_cb, self);
  tell_of_change (self);
}

static void
muster_edit_init (MusterEdit *self)
{
  self->users = muster_picked_users_new ();
  self->change_set = muster_change_set_new ();
  g_signal_connect (self->users, "items-changed", G_CALLBACK (users_changed_cb), self);
  g_signal_connect_swapped (self->change_set, "changed", G_CALLBACK (tell_of_change),
                            self);
}

MusterEdit *
muster_edit_new (MusterSession *session)
{
  MusterEdit *self = g_object_new (MUSTER_TYPE_EDIT, NULL);

  self->session = g_object_ref (session);
  return self;
}

MusterSession *
muster_edit_get_session (MusterEdit *self)
{
  return self->session;
}

void
muster_edit_set_session (MusterEdit *self, MusterSession *session)
{
  g_set_object (&self->session, session);
}

MusterPickedUsers *
muster_edit_get_users (MusterEdit *self)
{
  return self->users;
}

MusterChangeSet *
muster_edit_get_change_set (MusterEdit *self)
{
  return self->change_set;
}

MusterUserSummary *
muster_edit_get_summary (MusterEdit *self)
{
  return self->summary;
}

MusterOperation *
muster_edit_find_wish (MusterEdit *self, MusterField field, const char *id)
{
  return muster_change_set_find (self->change_set, field, id);
}

void
muster_edit_wish (MusterEdit      *self,
                  MusterField      field,
                  MusterVerb       verb,
                  MusterReference *value)
{
  g_autoptr (MusterOperation) operation = muster_operation_new (field, verb, value);

  muster_change_set_wish (self->change_set, operation);
}

void
muster_edit_take_back (MusterEdit *self, MusterField field, const char *id)
{
  muster_change_set_forget (self->change_set, field, id);
}

guint
muster_edit_count_wishes (MusterEdit *self, MusterFields fields)
{
  g_autoptr (GPtrArray) operations = muster_change_set_get_operations (self->change_set);
  guint n_wishes = 0;

  for (guint i = 0; i < operations->len; i++)
    if ((MUSTER_FIELDS_OF (muster_operation_get_field (g_ptr_array_index (operations, i)))
         & fields)
        != 0)
      n_wishes++;
  return n_wishes;
}

char *
muster_edit_dup_obstacle (MusterEdit *self)
{
  gboolean has_users = muster_picked_users_get_n_users (self->users) > 0;
  gboolean has_changes = !muster_change_set_is_empty (self->change_set);

  if (has_users && has_changes)
    return NULL;
  if (has_changes)
    return g_strdup (_ ("Add users to submit."));
  if (has_users)
    return g_strdup (_ ("Set a change to submit."));
  return g_strdup (_ ("Add users and set a change to submit."));
}

char *
muster_edit_describe (MusterEdit *self)
{
  guint            n_users = muster_picked_users_get_n_users (self->users);
  guint            n_changes = muster_edit_count_wishes (self, MUSTER_FIELDS_ALL);
  g_autofree char *changes
    = g_strdup_printf (ngettext ("%'u change", "%'u changes", n_changes), n_changes);
  g_autofree char *users
    = g_strdup_printf (ngettext ("%'u user", "%'u users", n_users), n_users);

  /* Translators: "4 changes" for "1,204 users": both parts are counted apart. */
  return g_strdup_printf (_ ("%s for %s"), changes, users);
}

static void
read_again_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterEdit) self = user_data;
  g_autoptr (GPtrArray) users = muster_user_refresher_refresh_finish (result, NULL);

  if (users != NULL)
    muster_picked_users_update (self->users, users);
}

void
muster_edit_read_again (MusterEdit *self)
{
  g_autoptr (GPtrArray) users = muster_picked_users_list (self->users);

  if (users->len > 0)
    muster_user_refresher_refresh_async (muster_session_get_platform (self->session),
                                         users, NULL, read_again_cb, g_object_ref (self));
}

void
muster_edit_start_over (MusterEdit *self)
{
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    muster_change_set_forget (self->change_set, field, NULL);
  muster_picked_users_clear (self->users);
}
