/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-compare.h"

#include <string.h>

#include "muster-fold.h"
#include "muster-json-writer.h"
#include "muster-schema-check.h"

/* As few characters as a trigram has. */
#define MIN_SEARCH 3

static gboolean
refuse (const MusterTerm *term, const char *name, const char *what, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_FILTER,
               "“%s %s”: %s", name, muster_scim_operator_get_name (term->filter->op),
               what);
  return FALSE;
}

int
muster_filter_asks_presence (const MusterTerm *term)
{
  if (term->filter->type == MUSTER_SCIM_FILTER_PRESENT)
    return 1;
  if (term->filter->value.type != MUSTER_SCIM_VALUE_NULL)
    return 0;
  return term->filter->op == MUSTER_SCIM_OPERATOR_EQ ? -1 : 1;
}

gboolean
muster_filter_check_string (const MusterTerm *term, const char *name, GError **error)
{
  if (term->filter->value.type == MUSTER_SCIM_VALUE_STRING)
    return TRUE;
  return refuse (term, name, "the value must be a string in quotes.", error);
}

static void
add_expression (MusterSql *sql, const char *expression, MusterComparison comparison)
{
  gboolean folds = comparison == MUSTER_COMPARISON_FOLD;

  muster_sql_add (sql, folds ? "fold (" : "");
  muster_sql_add (sql, expression);
  muster_sql_add (sql, folds ? ")" : "");
}

static void
add_presence (MusterSql *sql, const char *expression, gboolean text, gboolean wanted)
{
  muster_sql_add (sql, "(");
  muster_sql_add (sql, expression);
  muster_sql_add (sql, wanted ? " IS NOT NULL" : " IS NULL");
  if (text)
    {
      muster_sql_add (sql, wanted ? " AND " : " OR ");
      muster_sql_add (sql, expression);
      muster_sql_add (sql, wanted ? " <> ''" : " = ''");
    }
  muster_sql_add (sql, ")");
}

static char *
dup_wanted (const char *text, MusterComparison comparison)
{
  return comparison == MUSTER_COMPARISON_KEY || comparison == MUSTER_COMPARISON_FOLD
           ? muster_fold (text)
           : g_strdup (text);
}

/* Several values are one parameter, which an index answers one by one. */
static void
add_any_of (MusterSql *sql, const MusterTerm *term, MusterComparison comparison)
{
  g_autoptr (GString) array = g_string_new ("[");

  for (guint i = 0; i < term->texts->len; i++)
    {
      g_autofree char *wanted = dup_wanted (term->texts->pdata[i], comparison);

      if (i > 0)
        g_string_append_c (array, ',');
      muster_json_append_string (array, wanted);
    }
  g_string_append_c (array, ']');
  muster_sql_add (sql, " IN (SELECT value FROM json_each (");
  muster_sql_add_text (sql, array->str);
  muster_sql_add (sql, "))");
}

/* The texts that begin with @wanted lie between it and the text whose last byte is one
 * more, which no UTF-8 has at its highest. */
static void
add_starts_with (MusterSql       *sql,
                 const char      *expression,
                 MusterComparison comparison,
                 const char      *wanted)
{
  g_autofree char *end = g_strdup (wanted);
  gsize            length = strlen (end);

  muster_sql_add (sql, "(");
  add_expression (sql, expression, comparison);
  muster_sql_add (sql, " >= ");
  muster_sql_add_text (sql, wanted);
  if (length > 0)
    {
      end[length - 1]++;
      muster_sql_add (sql, " AND ");
      add_expression (sql, expression, comparison);
      muster_sql_add (sql, " < ");
      muster_sql_add_text (sql, end);
    }
  muster_sql_add (sql, ")");
}

static void
add_ends_with (MusterSql       *sql,
               const char      *expression,
               MusterComparison comparison,
               const char      *wanted)
{
  glong length = g_utf8_strlen (wanted, -1);

  muster_sql_add (sql, length > 0 ? "substr (" : "(");
  add_expression (sql, expression, comparison);
  if (length > 0)
    {
      muster_sql_add (sql, ", ");
      muster_sql_add_number (sql, -length);
      muster_sql_add (sql, ") = ");
      muster_sql_add_text (sql, wanted);
    }
  else
    muster_sql_add (sql, " IS NOT NULL)");
}

static void
add_contains (MusterSql       *sql,
              const char      *expression,
              MusterComparison comparison,
              const char      *wanted)
{
  muster_sql_add (sql, "instr (");
  add_expression (sql, expression, comparison);
  muster_sql_add (sql, ", ");
  muster_sql_add_text (sql, wanted);
  muster_sql_add (sql, ") > 0");
}

static const char *
get_sql_operator (MusterScimOperator op)
{
  switch (op)
    {
    case MUSTER_SCIM_OPERATOR_EQ:
      return " = ";
    case MUSTER_SCIM_OPERATOR_NE:
      return " IS NOT ";
    case MUSTER_SCIM_OPERATOR_GT:
      return " > ";
    case MUSTER_SCIM_OPERATOR_GE:
      return " >= ";
    case MUSTER_SCIM_OPERATOR_LT:
      return " < ";
    case MUSTER_SCIM_OPERATOR_LE:
      return " <= ";
    case MUSTER_SCIM_OPERATOR_CO:
    case MUSTER_SCIM_OPERATOR_SW:
    case MUSTER_SCIM_OPERATOR_EW:
    default:
      return NULL;
    }
}

/* Parts of texts are not compared by a column's collation. */
static MusterComparison
choose_comparison (MusterComparison comparison, MusterScimOperator op)
{
  if (comparison == MUSTER_COMPARISON_NO_CASE && get_sql_operator (op) == NULL)
    return MUSTER_COMPARISON_FOLD;
  return comparison;
}

static gboolean
compare_text (MusterSql        *sql,
              const char       *expression,
              MusterComparison  comparison,
              const MusterTerm *term,
              const char       *name,
              GError          **error)
{
  MusterScimOperator op = term->filter->op;
  g_autofree char   *wanted = NULL;

  if (!muster_filter_check_string (term, name, error))
    return FALSE;

  comparison = choose_comparison (comparison, op);
  wanted = dup_wanted (term->filter->value.string, comparison);
  if (term->texts != NULL || get_sql_operator (op) != NULL)
    add_expression (sql, expression, comparison);
  if (term->texts != NULL)
    add_any_of (sql, term, comparison);
  else if (op == MUSTER_SCIM_OPERATOR_SW)
    add_starts_with (sql, expression, comparison, wanted);
  else if (op == MUSTER_SCIM_OPERATOR_EW)
    add_ends_with (sql, expression, comparison, wanted);
  else if (op == MUSTER_SCIM_OPERATOR_CO)
    add_contains (sql, expression, comparison, wanted);
  else
    {
      muster_sql_add (sql, get_sql_operator (op));
      muster_sql_add_text (sql, wanted);
    }
  return TRUE;
}

static gboolean
compare_boolean (MusterSql        *sql,
                 const char       *expression,
                 const MusterTerm *term,
                 const char       *name,
                 GError          **error)
{
  MusterScimOperator op = term->filter->op;

  if (term->filter->value.type != MUSTER_SCIM_VALUE_BOOLEAN)
    return refuse (term, name, "the value must be true or false, without quotes.", error);
  if (op != MUSTER_SCIM_OPERATOR_EQ && op != MUSTER_SCIM_OPERATOR_NE)
    return refuse (term, name, "true and false compare with eq and ne alone.", error);

  muster_sql_add (sql, expression);
  muster_sql_add (sql, get_sql_operator (op));
  muster_sql_add (sql, term->filter->value.boolean ? "1" : "0");
  return TRUE;
}

static gboolean
compare_time (MusterSql        *sql,
              const char       *expression,
              const MusterTerm *term,
              const char       *name,
              GError          **error)
{
  const char *op = get_sql_operator (term->filter->op);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (!muster_filter_check_string (term, name, error))
    return FALSE;
  if (op == NULL)
    return refuse (term, name, "a time is not a text: use eq, ne, gt, ge, lt or le.",
                   error);

  time = g_date_time_new_from_iso8601 (term->filter->value.string, utc);
  if (time == NULL)
    return refuse (term, name, "the value must be a time such as 2026-01-31T08:00:00Z.",
                   error);

  muster_sql_add (sql, expression);
  muster_sql_add (sql, op);
  muster_sql_add_number (sql, g_date_time_to_unix (time) * G_USEC_PER_SEC
                                + g_date_time_get_microsecond (time));
  return TRUE;
}

gboolean
muster_filter_compare (MusterSql        *sql,
                       const char       *expression,
                       MusterComparison  comparison,
                       const MusterTerm *term,
                       const char       *name,
                       GError          **error)
{
  int presence = muster_filter_asks_presence (term);

  if (presence != 0)
    {
      add_presence (sql, expression,
                    comparison != MUSTER_COMPARISON_BOOLEAN
                      && comparison != MUSTER_COMPARISON_TIME,
                    presence > 0);
      return TRUE;
    }
  if (comparison == MUSTER_COMPARISON_BOOLEAN)
    return compare_boolean (sql, expression, term, name, error);
  if (comparison == MUSTER_COMPARISON_TIME)
    return compare_time (sql, expression, term, name, error);
  return compare_text (sql, expression, comparison, term, name, error);
}

void
muster_filter_add_search (MusterSql *sql, const char *column, const MusterTerm *term)
{
  g_autofree char *folded = NULL;
  g_autofree char *query = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char   *escaped = NULL;
  MusterScimOperator op = term->filter->op;

  if (column == NULL || muster_filter_asks_presence (term) != 0
      || (op != MUSTER_SCIM_OPERATOR_CO && op != MUSTER_SCIM_OPERATOR_EW)
      || term->filter->value.type != MUSTER_SCIM_VALUE_STRING)
    return;

  folded = muster_fold (term->filter->value.string);
  if (g_utf8_strlen (folded, -1) < MIN_SEARCH)
    return;

  parts = g_strsplit (folded, "\"", -1);
  escaped = g_strjoinv ("\"\"", parts);
  query = g_strdup_printf ("%s : \"%s\"", column, escaped);
  muster_sql_add (sql, "user.row IN (SELECT rowid FROM user_text WHERE user_text MATCH ");
  muster_sql_add_text (sql, query);
  muster_sql_add (sql, ") AND ");
}
