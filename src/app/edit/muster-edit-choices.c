/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit-choices.h"

#include "muster-resource-chooser.h"
#include "muster-user-chooser.h"

typedef struct
{
  MusterEdit *edit; /* (owned) */
  MusterField field;
} Choosing;

static Choosing *
choosing_new (MusterEdit *edit, MusterField field)
{
  Choosing *self = g_new (Choosing, 1);

  self->edit = g_object_ref (edit);
  self->field = field;
  return self;
}

static void
choosing_free (Choosing *self)
{
  g_object_unref (self->edit);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
users_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterEdit) edit = user_data;
  g_autoptr (GPtrArray) users = muster_user_chooser_choose_finish (result, NULL);

  if (users != NULL)
    muster_picked_users_add (muster_edit_get_users (edit), users);
}

void
muster_edit_choices_add_users (GtkWindow *parent, MusterEdit *edit)
{
  muster_user_chooser_choose_async (parent, muster_edit_get_session (edit),
                                    G_LIST_MODEL (muster_edit_get_users (edit)), NULL,
                                    users_chosen_cb, g_object_ref (edit));
}

static void
account_executive_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (MusterReference) chosen
    = muster_account_executive_chooser_choose_finish (result, NULL);

  if (chosen != NULL)
    muster_edit_wish (choosing->edit, choosing->field, MUSTER_VERB_SET, chosen);
}

static void
resource_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (GPtrArray) chosen = muster_resource_chooser_choose_finish (result, NULL);

  if (chosen != NULL)
    muster_edit_wish (choosing->edit, choosing->field, MUSTER_VERB_SET,
                      muster_resource_get_reference (g_ptr_array_index (chosen, 0)));
}

/* (transfer container) (nullable): what is chosen so far. */
static GPtrArray *
list_chosen (MusterEdit *edit, MusterField field)
{
  MusterOperation *wish = muster_edit_find_wish (edit, field, NULL);
  MusterReference *value = wish != NULL ? muster_operation_get_value (wish) : NULL;
  GPtrArray       *chosen;

  if (value == NULL)
    return NULL;
  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);
  g_ptr_array_add (chosen, muster_reference_ref (value));
  return chosen;
}

static void
choose_resource (GtkWindow         *parent,
                 MusterEdit        *edit,
                 MusterField        field,
                 MusterResourceKind kind)
{
  g_autoptr (GPtrArray) chosen = list_chosen (edit, field);

  muster_resource_chooser_choose_async (parent, muster_edit_get_session (edit), kind,
                                        FALSE, chosen, NULL, resource_chosen_cb,
                                        choosing_new (edit, field));
}

void
muster_edit_choices_choose (GtkWindow *parent, MusterEdit *edit, MusterField field)
{
  switch (field)
    {
    case MUSTER_FIELD_COMPANY:
      choose_resource (parent, edit, field, MUSTER_RESOURCE_KIND_COMPANY);
      break;
    case MUSTER_FIELD_ORGANIZATION:
      choose_resource (parent, edit, field, MUSTER_RESOURCE_KIND_ORGANIZATION);
      break;
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      muster_account_executive_chooser_choose_async (parent,
                                                     muster_edit_get_session (edit), NULL,
                                                     account_executive_chosen_cb,
                                                     choosing_new (edit, field));
      break;
    default:
      g_return_if_reached ();
    }
}
