/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-display-text.h"
#include "muster-labels.h"

#define MAX_NAMES 3
#define MAX_NAMES_IN_FULL 40

void
muster_change_text_free (MusterChangeText *self)
{
  g_free (self->text);
  g_free (self->full_text);
  g_free (self);
}

/* "A, B, C": the first @n of @names. */
static char *
join_names (GPtrArray *names, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        /* Translators: between the names of an enumeration, but for the last two. */
        g_string_append (list, C_ ("enumeration", ", "));
      g_string_append (list, g_ptr_array_index (names, i));
    }
  return g_string_free (list, FALSE);
}

char *
muster_change_text_enumerate (GPtrArray *names, guint max_names)
{
  g_autofree char *first = NULL;
  guint            n_more;

  if (names->len == 1)
    return g_strdup (g_ptr_array_index (names, 0));
  if (names->len <= max_names)
    {
      first = join_names (names, names->len - 1);
      /* Translators: an enumeration, "A, B" and its last name "C". */
      return g_strdup_printf (_ ("%s and %s"), first,
                              (char *) g_ptr_array_index (names, names->len - 1));
    }
  n_more = names->len - (max_names - 1);
  first = join_names (names, max_names - 1);
  /* Translators: an enumeration "A, B" that is cut, and how many are left out. */
  return g_strdup_printf (ngettext ("%s and %'u more", "%s and %'u more", n_more), first,
                          n_more);
}

/* What a person reads of a value; flags are known by the names of their fields. */
static char *
show_value (MusterOperation *operation)
{
  MusterReference   *value = muster_operation_get_value (operation);
  MusterProfileField profile_field;

  if (muster_operation_get_field (operation) == MUSTER_FIELD_FLAGGED_FIELDS
      && muster_profile_field_from_name (muster_reference_get_id (value), &profile_field))
    return g_strdup (muster_label_profile_field (profile_field));
  return muster_display_text_isolate (muster_reference_get_display (value));
}

static char *
describe_set (MusterField field, const char *name)
{
  switch (field)
    {
    case MUSTER_FIELD_COMPANY:
      /* Translators: %s is the name of a company. */
      return g_strdup_printf (_ ("Company becomes %s"), name);
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      /* Translators: %s is the name of a user. */
      return g_strdup_printf (_ ("Account Executive becomes %s"), name);
    case MUSTER_FIELD_ORGANIZATION:
      /* Translators: %s is the name of an organization. */
      return g_strdup_printf (_ ("Organization becomes %s"), name);
    case MUSTER_FIELD_TIME_ZONE:
    default:
      /* Translators: %s is a time zone, "Europe/Oslo". */
      return g_strdup_printf (_ ("Time Zone becomes %s"), name);
    }
}

static char *
describe_active (const char *id)
{
  if (strcmp (id, MUSTER_ACTIVE_FALSE) == 0)
    return g_strdup (_ ("Disables the account"));
  return g_strdup (_ ("Enables the account"));
}

static char *
describe_clear (MusterField field)
{
  switch (field)
    {
    case MUSTER_FIELD_COMPANY:
      return g_strdup (_ ("Company becomes empty"));
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      return g_strdup (_ ("Account Executive becomes empty"));
    case MUSTER_FIELD_ORGANIZATION:
      return g_strdup (_ ("Organization becomes empty"));
    case MUSTER_FIELD_TIME_ZONE:
      return g_strdup (_ ("Time Zone becomes empty"));
    case MUSTER_FIELD_ROLES:
      return g_strdup (_ ("Removes every role"));
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
      return g_strdup (_ ("Removes every organization management"));
    case MUSTER_FIELD_FLAGGED_FIELDS:
    default:
      return g_strdup (_ ("Takes back every flag"));
    }
}

static char *
describe_add (MusterField field, guint n, const char *names)
{
  switch (field)
    {
    case MUSTER_FIELD_ROLES:
      /* Translators: %s is the name of a role, or an enumeration of several. */
      return g_strdup_printf (ngettext ("Adds the role %s", "Adds the roles %s", n),
                              names);
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
      /* Translators: %s is an organization, or an enumeration of several. */
      return g_strdup_printf (ngettext ("Adds organization management of %s",
                                        "Adds organization management of %s", n),
                              names);
    case MUSTER_FIELD_FLAGGED_FIELDS:
    default:
      /* Translators: how many fields users must fill in themselves, and which. */
      return g_strdup_printf (ngettext ("Flags %'u field: %s", "Flags %'u fields: %s", n),
                              n, names);
    }
}

static char *
describe_remove (MusterField field, guint n, const char *names)
{
  switch (field)
    {
    case MUSTER_FIELD_ROLES:
      /* Translators: %s is the name of a role, or an enumeration of several. */
      return g_strdup_printf (ngettext ("Removes the role %s", "Removes the roles %s", n),
                              names);
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
      /* Translators: %s is an organization, or an enumeration of several. */
      return g_strdup_printf (ngettext ("Removes organization management of %s",
                                        "Removes organization management of %s", n),
                              names);
    case MUSTER_FIELD_FLAGGED_FIELDS:
    default:
      /* Translators: how many fields users need not fill in any more, and which. */
      return g_strdup_printf (ngettext ("Takes back %'u flag: %s",
                                        "Takes back %'u flags: %s", n),
                              n, names);
    }
}

/* @operations: all of one field and verb. */
static char *
describe (GPtrArray *operations, GPtrArray *names, guint max_names)
{
  MusterOperation *operation = g_ptr_array_index (operations, 0);
  MusterField      field = muster_operation_get_field (operation);
  MusterVerb       verb = muster_operation_get_verb (operation);
  g_autofree char *enumeration = NULL;

  if (verb == MUSTER_VERB_CLEAR)
    return describe_clear (field);
  if (field == MUSTER_FIELD_ACTIVE)
    return describe_active (
      muster_reference_get_id (muster_operation_get_value (operation)));
  enumeration = muster_change_text_enumerate (names, max_names);
  if (verb == MUSTER_VERB_SET)
    return describe_set (field, enumeration);
  if (verb == MUSTER_VERB_ADD)
    return describe_add (field, names->len, enumeration);
  return describe_remove (field, names->len, enumeration);
}

static MusterChangeText *
create_text (GPtrArray *operations)
{
  MusterOperation  *first = g_ptr_array_index (operations, 0);
  MusterChangeText *self = g_new0 (MusterChangeText, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  self->field = muster_operation_get_field (first);
  self->verb = muster_operation_get_verb (first);
  if (self->verb != MUSTER_VERB_CLEAR)
    for (guint i = 0; i < operations->len; i++)
      g_ptr_array_add (names, show_value (g_ptr_array_index (operations, i)));
  self->text = describe (operations, names, MAX_NAMES);
  self->full_text = describe (operations, names, MAX_NAMES_IN_FULL);
  return self;
}

/* (transfer container): those of @field and @verb. */
static GPtrArray *
pick (GPtrArray *operations, MusterField field, MusterVerb verb)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      if (muster_operation_get_field (operation) == field
          && muster_operation_get_verb (operation) == verb)
        g_ptr_array_add (picked, operation);
    }
  return picked;
}

GPtrArray *
muster_change_text_list (GPtrArray *operations)
{
  GPtrArray *texts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_change_text_free);

  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    for (MusterVerb verb = 0; verb <= MUSTER_VERB_REMOVE; verb++)
      {
        g_autoptr (GPtrArray) picked = pick (operations, field, verb);

        if (picked->len > 0)
          g_ptr_array_add (texts, create_text (picked));
      }
  return texts;
}
