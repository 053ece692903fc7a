/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit-actions.h"

/* The field that an action is told of; FALSE where there is none of that name. */
static gboolean
parse_field (GVariant *parameter, MusterField *field)
{
  return muster_field_from_name (g_variant_get_string (parameter, NULL), field);
}

static void
clear_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  muster_picked_users_clear (muster_edit_get_users (user_data));
}

static void
clear_field_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterField field;

  if (parse_field (parameter, &field) && muster_field_is_clearable (field))
    muster_edit_wish (user_data, field, MUSTER_VERB_CLEAR, NULL);
}

static void
take_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterField field;

  if (parse_field (parameter, &field))
    muster_edit_take_back (user_data, field, NULL);
}

static void
flag_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char        *name = g_variant_get_string (parameter, NULL);
  MusterProfileField field;
  g_autoptr (MusterReference) flag = NULL;

  if (!muster_profile_field_from_name (name, &field))
    return;
  flag = muster_reference_new (name, NULL);
  if (muster_edit_find_wish (user_data, MUSTER_FIELD_FLAGGED_FIELDS, name) != NULL)
    muster_edit_take_back (user_data, MUSTER_FIELD_FLAGGED_FIELDS, name);
  else
    muster_edit_wish (user_data, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, flag);
}

/* Of an empty name: leave the zones as they are. */
static void
time_zone_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);
  g_autoptr (MusterReference) zone = NULL;

  if (*name == '\0')
    {
      muster_edit_take_back (user_data, MUSTER_FIELD_TIME_ZONE, NULL);
      return;
    }
  zone = muster_reference_new (name, NULL);
  muster_edit_wish (user_data, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, zone);
}

static void
wish_active (MusterEdit *edit, const char *state, gboolean is_wished)
{
  g_autoptr (MusterReference) value = muster_reference_new (state, NULL);

  if (is_wished)
    muster_edit_wish (edit, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, value);
  else
    muster_edit_take_back (edit, MUSTER_FIELD_ACTIVE, NULL);
}

static void
disable_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  wish_active (user_data, MUSTER_ACTIVE_FALSE, g_variant_get_boolean (state));
}

static void
enable_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  wish_active (user_data, MUSTER_ACTIVE_TRUE, g_variant_get_boolean (state));
}

GSimpleActionGroup *
muster_edit_actions_new (MusterEdit *edit)
{
  static const GActionEntry entries[] = {
    { "clear-users", clear_users_cb },
    { "clear-field", clear_field_cb, "s" },
    { "take-back", take_back_cb, "s" },
    { "flag", flag_cb, "s" },
    { "time-zone", time_zone_cb, "s", "''" },
    { "disable", NULL, NULL, "false", disable_cb },
    { "enable", NULL, NULL, "false", enable_cb },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), edit);
  g_object_set_data_full (G_OBJECT (actions), "edit", g_object_ref (edit),
                          g_object_unref);
  muster_edit_actions_update (actions, edit);
  return actions;
}

static GSimpleAction *
find_action (GSimpleActionGroup *actions, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), name));
}

void
muster_edit_actions_set_enabled (GSimpleActionGroup *actions,
                                 const char         *name,
                                 gboolean            is_enabled)
{
  g_simple_action_set_enabled (find_action (actions, name), is_enabled);
}

/* (nullable): the identifier that @field shall be set to. */
static const char *
find_wished_id (MusterEdit *edit, MusterField field)
{
  MusterOperation *wish = muster_edit_find_wish (edit, field, NULL);
  MusterReference *value = wish != NULL ? muster_operation_get_value (wish) : NULL;

  return value != NULL ? muster_reference_get_id (value) : NULL;
}

static void
update_states (GSimpleActionGroup *actions, MusterEdit *edit)
{
  const char *active = find_wished_id (edit, MUSTER_FIELD_ACTIVE);
  const char *zone = find_wished_id (edit, MUSTER_FIELD_TIME_ZONE);

  g_simple_action_set_state (find_action (actions, "disable"),
                             g_variant_new_boolean (
                               g_strcmp0 (active, MUSTER_ACTIVE_FALSE) == 0));
  g_simple_action_set_state (find_action (actions, "enable"),
                             g_variant_new_boolean (g_strcmp0 (active, MUSTER_ACTIVE_TRUE)
                                                    == 0));
  g_simple_action_set_state (find_action (actions, "time-zone"),
                             g_variant_new_string (zone != NULL ? zone : ""));
}

void
muster_edit_actions_update (GSimpleActionGroup *actions, MusterEdit *edit)
{
  MusterSession *session = muster_edit_get_session (edit);
  gboolean has_users = muster_picked_users_get_n_users (muster_edit_get_users (edit)) > 0;
  gboolean has_active = muster_session_offers (session, MUSTER_FIELD_ACTIVE);

  update_states (actions, edit);
  muster_edit_actions_set_enabled (actions, "clear-users", has_users);
  muster_edit_actions_set_enabled (actions, "disable", has_active);
  muster_edit_actions_set_enabled (actions, "enable", has_active);
  muster_edit_actions_set_enabled (actions, "flag",
                                   muster_session_offers (session,
                                                          MUSTER_FIELD_FLAGGED_FIELDS));
  muster_edit_actions_set_enabled (actions, "time-zone",
                                   muster_session_offers (session,
                                                          MUSTER_FIELD_TIME_ZONE));
}
