/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-target-private.h"

#include "muster-filter-match.h"

/* The condition on a row of another table, with the alias e. */
static gboolean
add_referred (const MusterTarget          *self,
              const MusterSchemaAttribute *sub,
              MusterSql                   *sql,
              const MusterWork            *work,
              const MusterTerm            *term,
              GError                     **error)
{
  if (sub != NULL && g_str_equal (sub->name, "value"))
    return muster_filter_compare (sql, "e.id", MUSTER_COMPARISON_EXACT, term, self->name,
                                  error);
  if (sub == NULL || !g_str_equal (sub->name, "display"))
    return muster_target_refuse (error, self->name, "cannot be filtered or sorted by.");

  if (self->column->scope != NULL && !work->caller->manages_all)
    {
      muster_sql_add (sql, self->column->scope);
      muster_sql_add (sql, " AND ");
    }
  return muster_filter_compare (sql, self->column->name, MUSTER_COMPARISON_KEY, term,
                                self->name, error);
}

/* A condition on what is referred to, by a term or by a whole filter. */
typedef struct
{
  const MusterTarget     *target;
  MusterSql              *sql;
  const MusterWork       *work;
  const MusterScimFilter *filter; /* (nullable) */
  const MusterTerm       *term;   /* (nullable) */
} Inner;

static gboolean add_inner (const Inner *inner, GError **error);

static gboolean
add_inner_part (gpointer data, guint part, GError **error)
{
  Inner inner = *(const Inner *) data;

  inner.filter = inner.filter->parts->pdata[part];
  return add_inner (&inner, error);
}

static gboolean
add_inner_leaf (const Inner *inner, GError **error)
{
  const MusterTarget          *target = inner->target;
  const MusterSchemaAttribute *attribute = target->attribute;
  const MusterSchemaAttribute *sub = NULL;
  MusterTerm                   term = { inner->filter, NULL };
  g_autofree char             *expression = NULL;
  MusterComparison             comparison = MUSTER_COMPARISON_FOLD;

  if (attribute->sub_attributes != NULL)
    sub = muster_schema_find_sub (attribute, inner->filter->path->attribute);
  if (target->column != NULL && target->column->kind != MUSTER_COLUMN_EMAIL
      && target->column->kind != MUSTER_COLUMN_TEXTS)
    return add_referred (target, sub, inner->sql, inner->work, &term, error);

  expression = sub ? g_strdup_printf ("json_extract (v.value, '$.%s')", sub->name)
                   : g_strdup ("v.value");
  if ((sub ? sub : attribute)->type == MUSTER_SCHEMA_BOOLEAN)
    comparison = MUSTER_COMPARISON_BOOLEAN;
  else if ((sub ? sub : attribute)->case_exact)
    comparison = MUSTER_COMPARISON_EXACT;
  return muster_filter_compare (inner->sql, expression, comparison, &term, target->name,
                                error);
}

static gboolean
add_inner (const Inner *inner, GError **error)
{
  gboolean added;

  if (inner->filter == NULL)
    return add_referred (inner->target, inner->target->sub, inner->sql, inner->work,
                         inner->term, error);
  if (inner->filter->parts == NULL)
    {
      muster_sql_add (inner->sql, "(");
      added = add_inner_leaf (inner, error);
      muster_sql_add (inner->sql, ")");
      return added;
    }
  if (inner->filter->type != MUSTER_SCIM_FILTER_NOT)
    return muster_filter_add_parts (inner->sql, 0, inner->filter->parts->len,
                                    inner->filter->type == MUSTER_SCIM_FILTER_AND
                                      ? " AND "
                                      : " OR ",
                                    add_inner_part, (gpointer) inner, error);

  muster_sql_add (inner->sql, "NOT (");
  added = add_inner_part ((gpointer) inner, 0, error);
  muster_sql_add (inner->sql, " IS TRUE)");
  return added;
}

/* Rows whose reference, or one of whose references, fulfils the inner condition. */
static gboolean
add_references (const MusterTarget *self,
                MusterSql          *sql,
                const MusterWork   *work,
                const Inner        *inner,
                GError            **error)
{
  const MusterFilterColumn *column = self->column;
  gboolean                  link = column->kind == MUSTER_COLUMN_LINK;

  if (link)
    g_string_append_printf (sql->text,
                            "user.row IN (SELECT l.user FROM %s AS l WHERE l.%s",
                            column->link, column->sql);
  else
    muster_sql_add (sql, column->sql);
  g_string_append_printf (sql->text, " IN (SELECT e.row FROM %s AS e WHERE ",
                          column->table);
  if (!add_inner (inner, error))
    return FALSE;
  muster_sql_add (sql, link ? "))" : ")");
  return TRUE;
}

static void
add_reference_presence (const MusterTarget *self, MusterSql *sql, gboolean wanted)
{
  if (self->column->kind == MUSTER_COLUMN_LINK)
    g_string_append_printf (sql->text,
                            "%sEXISTS (SELECT 1 FROM %s AS l WHERE l.user = user.row)",
                            wanted ? "" : "NOT ", self->column->link);
  else
    g_string_append_printf (sql->text, "%s IS%s NULL", self->column->sql,
                            wanted ? " NOT" : "");
}

gboolean
muster_target_add_reference (const MusterTarget *self,
                             MusterSql          *sql,
                             const MusterWork   *work,
                             const MusterTerm   *term,
                             GError            **error)
{
  Inner inner = { self, sql, work, NULL, term };
  int   presence = muster_filter_asks_presence (term);

  if (presence != 0)
    {
      add_reference_presence (self, sql, presence > 0);
      return TRUE;
    }

  muster_sql_add (sql, "(");
  if (muster_target_is_negative (term))
    {
      add_reference_presence (self, sql, FALSE);
      muster_sql_add (sql, " OR ");
    }
  if (!add_references (self, sql, work, &inner, error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
}

/* Addresses are looked up by index first, then each value is looked at whole. */
static gboolean
add_email_hint (const MusterTarget     *self,
                MusterSql              *sql,
                const MusterScimFilter *filter,
                GError                **error)
{
  MusterTerm term = { filter, NULL };

  if (filter->type == MUSTER_SCIM_FILTER_AND)
    {
      for (guint i = 0; i < filter->parts->len; i++)
        {
          if (!add_email_hint (self, sql, filter->parts->pdata[i], error))
            return FALSE;
        }
      return TRUE;
    }
  if (filter->type != MUSTER_SCIM_FILTER_COMPARE || filter->op == MUSTER_SCIM_OPERATOR_NE
      || filter->value.type != MUSTER_SCIM_VALUE_STRING
      || g_ascii_strcasecmp (filter->path->attribute, "value") != 0)
    return TRUE;
  if (!muster_target_add_email (self, sql, &term, error))
    return FALSE;
  muster_sql_add (sql, " AND ");
  return TRUE;
}

gboolean
muster_target_add_value_filter (const MusterTarget     *self,
                                MusterSql              *sql,
                                const MusterWork       *work,
                                const MusterScimFilter *filter,
                                GError                **error)
{
  Inner                     inner = { self, sql, work, filter, NULL };
  const MusterFilterColumn *column = self->column;
  g_autofree char          *values = NULL;

  if (!muster_filter_match_check (self->attribute, filter, error))
    return FALSE;
  if (column != NULL && column->kind == MUSTER_COLUMN_BITS)
    {
      muster_target_add_bits (self, sql, NULL, filter);
      return TRUE;
    }
  if (column != NULL
      && (column->kind == MUSTER_COLUMN_REFERENCE || column->kind == MUSTER_COLUMN_LINK))
    return add_references (self, sql, work, &inner, error);
  if (!self->attribute->multi_valued)
    return muster_target_refuse (error, self->name,
                                 "has one value, so none can be picked by a filter.");

  if (column != NULL && column->kind == MUSTER_COLUMN_EMAIL
      && !add_email_hint (self, sql, filter, error))
    return FALSE;
  values = muster_target_dup_values (self);
  g_string_append_printf (sql->text, "EXISTS (SELECT 1 FROM %s AS v WHERE ", values);
  if (!add_inner (&inner, error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
}
