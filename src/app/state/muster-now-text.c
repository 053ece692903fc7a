/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-now-text.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

#define NOT_YET "\xE2\x80\xA6"

/* (transfer full): @n different values, none missing. */
static char *
describe_many (MusterField field, guint n)
{
  switch (field)
    {
    case MUSTER_FIELD_COMPANY:
      return g_strdup_printf (ngettext ("%'u company", "%'u different companies", n), n);
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      return g_strdup_printf (ngettext ("%'u account executive",
                                        "%'u different account executives", n),
                              n);
    case MUSTER_FIELD_ORGANIZATION:
      return g_strdup_printf (ngettext ("%'u organization", "%'u different organizations",
                                        n),
                              n);
    case MUSTER_FIELD_TIME_ZONE:
      return g_strdup_printf (ngettext ("%'u time zone", "%'u different time zones", n),
                              n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* (transfer full): nobody has a value. */
static char *
describe_none (MusterField field)
{
  switch (field)
    {
    case MUSTER_FIELD_COMPANY:
      return g_strdup (_ ("No company"));
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      return g_strdup (_ ("No account executive"));
    case MUSTER_FIELD_ORGANIZATION:
      return g_strdup (_ ("No organization"));
    case MUSTER_FIELD_TIME_ZONE:
      return g_strdup (_ ("No time zone"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_value (const MusterFieldSummary *field, guint position)
{
  return muster_reference_get_display (
    g_array_index (field->values, MusterValueCount, position).value);
}

/* (transfer full): all that have one have the same. */
static char *
describe_one (const MusterFieldSummary *field)
{
  g_autofree char *value = NULL;

  if (field->n_empty == 0)
    return muster_display_text_clean (get_value (field, 0));
  value = muster_display_text_isolate (get_value (field, 0));
  /* Translators: what users have in a field: "Kestrel Air", and 12 have nothing. */
  return g_strdup_printf (ngettext ("%s, %'u without", "%s, %'u without", field->n_empty),
                          value, field->n_empty);
}

/* (transfer full) */
static char *
describe_values (const MusterFieldSummary *summary, MusterField field)
{
  guint n_values = summary->values->len;

  if (n_values == 0)
    return describe_none (field);
  if (n_values == 1)
    return describe_one (summary);
  if (summary->n_empty == 0)
    return describe_many (field, n_values);
  /* Translators: what users have in a field: 41 different values, at least two, and 12
   * users have nothing. The plural goes by the latter. */
  return g_strdup_printf (ngettext ("%'u different, %'u without",
                                    "%'u different, %'u without", summary->n_empty),
                          n_values, summary->n_empty);
}

static guint
count_active (const MusterUserSummary *summary)
{
  return muster_user_summary_count (summary, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_TRUE);
}

static guint
count_disabled (const MusterUserSummary *summary)
{
  return muster_user_summary_count (summary, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_FALSE);
}

/* (transfer full) */
static char *
describe_accounts (const MusterUserSummary *summary)
{
  guint n_active = count_active (summary);
  guint n_disabled = count_disabled (summary);

  if (n_disabled == 0)
    return g_strdup (n_active == 1 ? _ ("Active") : _ ("All active"));
  if (n_active == 0)
    return g_strdup (n_disabled == 1 ? _ ("Disabled") : _ ("All disabled"));
  /* Translators: 1,190 accounts are active, 14 are disabled. The plural goes by the
   * latter. */
  return g_strdup_printf (ngettext ("%'u active, %'u disabled",
                                    "%'u active, %'u disabled", n_disabled),
                          n_active, n_disabled);
}

char *
muster_now_text_describe (const MusterUserSummary *summary, MusterField field)
{
  const MusterFieldSummary *values;

  if (summary == NULL)
    return g_strdup (NOT_YET);
  if (muster_user_summary_get_n_users (summary) == 0)
    return g_strdup ("");
  values = muster_user_summary_get_field (summary, field);
  if (values->n_unknown > 0)
    return g_strdup_printf (ngettext ("Not known of %'u user", "Not known of %'u users",
                                      values->n_unknown),
                            values->n_unknown);
  return field == MUSTER_FIELD_ACTIVE ? describe_accounts (summary)
                                      : describe_values (values, field);
}

char *
muster_now_text_describe_blank (const MusterUserSummary *summary,
                                MusterProfileField       field)
{
  guint n = summary != NULL ? muster_user_summary_get_n_blank (summary, field) : 0;

  if (n == 0)
    return g_strdup ("");
  /* Translators: of so many users this field of the profile is empty. */
  return g_strdup_printf (ngettext ("%'u empty", "%'u empty", n), n);
}

/* (transfer full) */
static char *
describe_disabling (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Disabled already"));
  return g_strdup_printf (ngettext ("%'u will not be able to sign in",
                                    "%'u will not be able to sign in", n),
                          n);
}

/* (transfer full) */
static char *
describe_enabling (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Active already"));
  return g_strdup_printf (ngettext ("%'u will be able to sign in again",
                                    "%'u will be able to sign in again", n),
                          n);
}

char *
muster_now_text_describe_active (const MusterUserSummary *summary, gboolean is_active)
{
  if (summary == NULL || muster_user_summary_get_n_users (summary) == 0)
    return g_strdup ("");
  return is_active ? describe_enabling (count_disabled (summary))
                   : describe_disabling (count_active (summary));
}
