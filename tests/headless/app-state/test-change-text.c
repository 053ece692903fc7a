/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-text.h"

#include <string.h>

/* What stands around names that come from a platform. */
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static void
add (GPtrArray *operations, MusterField field, MusterVerb verb, const char *name)
{
  g_autoptr (MusterReference) value = NULL;

  if (name != NULL)
    value = muster_reference_new (name, name);
  g_ptr_array_add (operations, muster_operation_new (field, verb, value));
}

static GPtrArray *
create_operations (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
}

static const char *
get_text (GPtrArray *texts, guint position)
{
  g_assert_cmpuint (position, <, texts->len);
  return ((MusterChangeText *) g_ptr_array_index (texts, position))->text;
}

typedef struct
{
  MusterField field;
  MusterVerb  verb;
  const char *value;
  const char *text;
} Single;

static const Single singles[] = {
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "Meridian Rail",
    "Company becomes " FSI "Meridian Rail" PDI },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL, "Company becomes empty" },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, MUSTER_VERB_SET, "Dana",
    "Account Executive becomes " FSI "Dana" PDI },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, MUSTER_VERB_CLEAR, NULL,
    "Account Executive becomes empty" },
  { MUSTER_FIELD_ORGANIZATION, MUSTER_VERB_SET, "Head Office",
    "Organization becomes " FSI "Head Office" PDI },
  { MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo",
    "Time Zone becomes " FSI "Europe/Oslo" PDI },
  { MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_CLEAR, NULL, "Time Zone becomes empty" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "Instructor",
    "Adds the role " FSI "Instructor" PDI },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "Instructor",
    "Removes the role " FSI "Instructor" PDI },
  { MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD, "Branch",
    "Adds organization management of " FSI "Branch" PDI },
  { MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_REMOVE, "Branch",
    "Removes organization management of " FSI "Branch" PDI },
  { MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "address2",
    "Flags 1 field: Address 2" },
  { MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_REMOVE, "zipCode",
    "Takes back 1 flag: Zip Code" },
  { MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, "Disables the account" },
  { MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_TRUE, "Enables the account" },
};

static void
test_singles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      g_autoptr (GPtrArray) operations = create_operations ();
      g_autoptr (GPtrArray) texts = NULL;

      add (operations, singles[i].field, singles[i].verb, singles[i].value);
      texts = muster_change_text_list (operations);
      g_assert_cmpuint (texts->len, ==, 1);
      g_assert_cmpstr (get_text (texts, 0), ==, singles[i].text);
    }
}

static void
test_together (void)
{
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (GPtrArray) texts = NULL;

  add (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "A");
  add (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "B");
  add (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "C");
  add (operations, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city");
  add (operations, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "state");
  add (operations, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "country");
  texts = muster_change_text_list (operations);
  g_assert_cmpuint (texts->len, ==, 3);
  g_assert_cmpstr (get_text (texts, 0), ==,
                   "Adds the roles " FSI "A" PDI " and " FSI "C" PDI);
  g_assert_cmpstr (get_text (texts, 1), ==, "Removes the role " FSI "B" PDI);
  g_assert_cmpstr (get_text (texts, 2), ==, "Flags 3 fields: City, State and Country");
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (GPtrArray) texts = NULL;
  MusterChangeText *text;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Role %u", i);

      add (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, name);
    }
  texts = muster_change_text_list (operations);
  text = g_ptr_array_index (texts, 0);
  g_assert_cmpstr (text->text, ==,
                   "Adds the roles " FSI "Role 0" PDI ", " FSI "Role 1" PDI
                   " and 10 more");
  g_assert_nonnull (strstr (text->full_text, "Role 11"));
}

static void
test_hostile (void)
{
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (GPtrArray) texts = NULL;

  add (operations, MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "<b>\xE2\x80\xAE%s\nx</b>");
  texts = muster_change_text_list (operations);
  g_assert_cmpstr (get_text (texts, 0), ==, "Company becomes " FSI "<b>%s x</b>" PDI);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (GPtrArray) texts = muster_change_text_list (operations);

  g_assert_cmpuint (texts->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-text/singles", test_singles);
  g_test_add_func ("/change-text/together", test_together);
  g_test_add_func ("/change-text/many", test_many);
  g_test_add_func ("/change-text/hostile", test_hostile);
  g_test_add_func ("/change-text/nothing", test_nothing);
  return g_test_run ();
}
