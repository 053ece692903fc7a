/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-change.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-cli-error.h"

/* What the options say; those without a field name it in their value. */
static const struct
{
  const char *option;
  MusterField field;
  MusterVerb  verb;
  const char *name; /* (nullable): the value goes without saying */
} kinds[] = {
  { "add-role", MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, NULL },
  { "remove-role", MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, NULL },
  { "add-organization-management", MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD,
    NULL },
  { "remove-organization-management", MUSTER_FIELD_MANAGED_ORGANIZATIONS,
    MUSTER_VERB_REMOVE, NULL },
  { "disable", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE },
  { "enable", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_TRUE },
  { "flag", MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, NULL },
  { "unflag", MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_REMOVE, NULL },
};

void
muster_cli_change_free (MusterCliChange *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->typed);
  g_free (self);
}

static MusterCliChange *
create_change (MusterField field, MusterVerb verb, const char *name)
{
  MusterCliChange *self = g_new0 (MusterCliChange, 1);

  self->field = field;
  self->verb = verb;
  self->name = g_strdup (name);
  return self;
}

/* (transfer full): the names of the fields that --set and --clear take. */
static char *
list_single_fields (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    if (muster_field_is_clearable (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              muster_field_get_name (i));
  return g_string_free (names, FALSE);
}

static gboolean
read_field (const char *option, const char *name, MusterField *field, GError **error)
{
  g_autofree char *names = NULL;

  if (muster_field_from_name (name, field) && muster_field_is_clearable (*field))
    return TRUE;
  names = list_single_fields ();
  g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
               /* Translators: an option, what was typed, and the names of fields. */
               _ ("--%s has no field “%s”; it takes %s."), option, name, names);
  return FALSE;
}

static MusterCliChange *
parse_set (const char *value, GError **error)
{
  const char      *equals = strchr (value, '=');
  g_autofree char *name = NULL;
  MusterField      field;

  if (equals == NULL)
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--set %s: write it as FIELD=VALUE, timeZone=Europe/Oslo for one."),
                   value);
      return NULL;
    }
  name = g_strndup (value, (gsize) (equals - value));
  if (!read_field ("set", name, &field, error))
    return NULL;
  if (equals[1] == '\0')
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--set %s has no value; to empty the field, say --clear %s."),
                   value, name);
      return NULL;
    }
  return create_change (field, MUSTER_VERB_SET, equals + 1);
}

static MusterCliChange *
parse_clear (const char *value, GError **error)
{
  MusterField field;

  if (!read_field ("clear", value, &field, error))
    return NULL;
  return create_change (field, MUSTER_VERB_CLEAR, NULL);
}

static MusterCliChange *
parse_kind (const char *option, const char *value, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].option, option) == 0)
      return create_change (kinds[i].field, kinds[i].verb,
                            kinds[i].name != NULL ? kinds[i].name : value);
  g_return_val_if_reached (NULL);
}

MusterCliChange *
muster_cli_change_parse (const char *option, const char *value, GError **error)
{
  MusterCliChange *self;

  if (strcmp (option, "set") == 0)
    self = parse_set (value, error);
  else if (strcmp (option, "clear") == 0)
    self = parse_clear (value, error);
  else
    self = parse_kind (option, value, error);
  if (self != NULL)
    self->typed = value != NULL ? g_strdup_printf ("--%s %s", option, value)
                                : g_strdup_printf ("--%s", option);
  return self;
}

static gboolean
set_contradiction (const MusterCliChange *one,
                   const MusterCliChange *other,
                   GError               **error)
{
  if (one->field == other->field && strcmp (one->typed, other->typed) == 0)
    g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                 _ ("%s stands there twice; once is enough."), one->typed);
  else
    g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                 /* Translators: two options as they were typed. */
                 _ ("%s and %s contradict each other; give one of them."), one->typed,
                 other->typed);
  return FALSE;
}

static gboolean
check_pair (const MusterCliChange *one, const MusterCliChange *other, GError **error)
{
  if (one->field != other->field)
    return TRUE;
  if (!muster_field_is_multi_valued (one->field)
      || (one->verb != other->verb && strcmp (one->name, other->name) == 0))
    return set_contradiction (one, other, error);
  return TRUE;
}

gboolean
muster_cli_changes_check (GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    for (guint j = 0; j < i; j++)
      if (!check_pair (g_ptr_array_index (changes, j), g_ptr_array_index (changes, i),
                       error))
        return FALSE;
  return TRUE;
}

/* The same value, once to add and once to remove. */
static gboolean
contradicts (const MusterOperation *one, const MusterOperation *other)
{
  return muster_operation_get_field (one) == muster_operation_get_field (other)
         && muster_operation_get_verb (one) != muster_operation_get_verb (other)
         && strcmp (muster_reference_get_id (muster_operation_get_value (one)),
                    muster_reference_get_id (muster_operation_get_value (other)))
              == 0;
}

gboolean
muster_cli_changes_check_resolved (GPtrArray *changes,
                                   GPtrArray *operations,
                                   GError   **error)
{
  for (guint i = 0; i < operations->len; i++)
    for (guint j = 0; j < i; j++)
      if (contradicts (g_ptr_array_index (operations, j),
                       g_ptr_array_index (operations, i)))
        return set_contradiction (g_ptr_array_index (changes, j),
                                  g_ptr_array_index (changes, i), error);
  return TRUE;
}

gboolean
muster_cli_change_has_name (const MusterCliChange *self)
{
  return self->verb != MUSTER_VERB_CLEAR && self->field != MUSTER_FIELD_ACTIVE;
}

MusterOperation *
muster_cli_change_to_operation (const MusterCliChange *self, MusterReference *value)
{
  g_autoptr (MusterReference) plain = NULL;

  if (self->field == MUSTER_FIELD_ACTIVE)
    value = plain = muster_reference_new (self->name, NULL);
  return muster_operation_new (self->field, self->verb, value);
}
