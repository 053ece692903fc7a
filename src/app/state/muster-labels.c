/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-labels.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

static const char *const field_labels[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_COMPANY] = N_ ("Company"),
  [MUSTER_FIELD_ACCOUNT_EXECUTIVE] = N_ ("Account Executive"),
  [MUSTER_FIELD_ORGANIZATION] = N_ ("Organization"),
  [MUSTER_FIELD_TIME_ZONE] = N_ ("Time Zone"),
  [MUSTER_FIELD_ROLES] = N_ ("Roles"),
  [MUSTER_FIELD_MANAGED_ORGANIZATIONS] = N_ ("Organization Management"),
  [MUSTER_FIELD_FLAGGED_FIELDS] = N_ ("Flagged Fields"),
  [MUSTER_FIELD_ACTIVE] = N_ ("Account"),
};

static const char *const profile_labels[MUSTER_N_PROFILE_FIELDS] = {
  [MUSTER_PROFILE_FIELD_GIVEN_NAME] = N_ ("First Name"),
  [MUSTER_PROFILE_FIELD_FAMILY_NAME] = N_ ("Last Name"),
  [MUSTER_PROFILE_FIELD_JOB_TITLE] = N_ ("Job Title"),
  [MUSTER_PROFILE_FIELD_PRIMARY_PHONE] = N_ ("Primary Phone"),
  [MUSTER_PROFILE_FIELD_SECONDARY_PHONE] = N_ ("Secondary Phone"),
  [MUSTER_PROFILE_FIELD_ADDRESS] = N_ ("Address"),
  [MUSTER_PROFILE_FIELD_ADDRESS2] = N_ ("Address 2"),
  [MUSTER_PROFILE_FIELD_CITY] = N_ ("City"),
  [MUSTER_PROFILE_FIELD_STATE] = N_ ("State"),
  [MUSTER_PROFILE_FIELD_ZIP_CODE] = N_ ("Zip Code"),
  [MUSTER_PROFILE_FIELD_COUNTRY] = N_ ("Country"),
  [MUSTER_PROFILE_FIELD_TIME_ZONE] = N_ ("Time Zone"),
};

static const struct
{
  const char *label;
  const char *style_class;
} outcomes[MUSTER_N_OUTCOMES] = {
  [MUSTER_OUTCOME_PENDING] = { N_ ("Waiting"), "accent" },
  [MUSTER_OUTCOME_CHANGED] = { N_ ("Changed"), "success" },
  [MUSTER_OUTCOME_ALREADY_SO] = { N_ ("Already so"), "dim" },
  [MUSTER_OUTCOME_CONFLICT] = { N_ ("Conflict"), "warning" },
  [MUSTER_OUTCOME_REJECTED] = { N_ ("Rejected"), "error" },
  [MUSTER_OUTCOME_PARTLY_CHANGED] = { N_ ("Partly changed"), "warning" },
  [MUSTER_OUTCOME_NOT_TAKEN] = { N_ ("Not taken"), "error" },
  [MUSTER_OUTCOME_UNKNOWN] = { N_ ("Unknown"), "warning" },
  [MUSTER_OUTCOME_NOT_SENT] = { N_ ("Not sent"), "dim" },
};

static const char *const kind_labels[MUSTER_N_RESOURCE_KINDS] = {
  [MUSTER_RESOURCE_KIND_ROLE] = N_ ("Role"),
  [MUSTER_RESOURCE_KIND_ORGANIZATION] = N_ ("Organization"),
  [MUSTER_RESOURCE_KIND_COMPANY] = N_ ("Company"),
};

const char *
muster_label_field (MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, NULL);

  return _ (field_labels[field]);
}

const char *
muster_label_profile_field (MusterProfileField field)
{
  g_return_val_if_fail (field < MUSTER_N_PROFILE_FIELDS, NULL);

  return _ (profile_labels[field]);
}

const char *
muster_label_outcome (MusterOutcome outcome)
{
  g_return_val_if_fail (outcome < MUSTER_N_OUTCOMES, NULL);

  return _ (outcomes[outcome].label);
}

const char *
muster_label_get_outcome_class (MusterOutcome outcome)
{
  g_return_val_if_fail (outcome < MUSTER_N_OUTCOMES, NULL);

  return outcomes[outcome].style_class;
}

const char *
muster_label_resource_kind (MusterResourceKind kind)
{
  g_return_val_if_fail (kind < MUSTER_N_RESOURCE_KINDS, NULL);

  return _ (kind_labels[kind]);
}

/* (transfer full): the field by its name, or how many of its values. */
static char *
describe_field (MusterField field, guint n_operations)
{
  switch (field)
    {
    case MUSTER_FIELD_ROLES:
      return g_strdup_printf (ngettext ("%u role", "%u roles", n_operations),
                              n_operations);
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
      return g_strdup_printf (ngettext ("%u managed organization",
                                        "%u managed organizations", n_operations),
                              n_operations);
    case MUSTER_FIELD_FLAGGED_FIELDS:
      return g_strdup_printf (ngettext ("%u flagged field", "%u flagged fields",
                                        n_operations),
                              n_operations);
    default:
      return g_strdup (muster_label_field (field));
    }
}

char *
muster_label_describe_operations (GPtrArray *operations)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint n[MUSTER_N_FIELDS] = { 0 };

  for (guint i = 0; i < operations->len; i++)
    n[muster_operation_get_field (g_ptr_array_index (operations, i))]++;
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    if (n[field] > 0)
      {
        g_autofree char *part = describe_field (field, n[field]);

        g_strv_builder_add (parts, part);
      }
  texts = g_strv_builder_end (parts);
  /* Translators: between the parts of a list of changed fields. */
  return g_strjoinv (_ (", "), texts);
}

char *
muster_label_describe_row (MusterPlanRow *row)
{
  const char *message = muster_plan_row_get_message (row);

  if (message != NULL)
    return muster_display_text_clean (message);
  if (muster_plan_row_get_operations (row)->len == 0)
    return g_strdup (_ ("Nothing to do, nothing sent"));
  return muster_label_describe_operations (muster_plan_row_get_operations (row));
}
