/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-target-private.h"

#include "muster-filter-match.h"
#include "muster-schema-check.h"

void
muster_target_clear (MusterTarget *self)
{
  g_clear_pointer (&self->name, g_free);
}

gboolean
muster_target_refuse (GError **error, const char *name, const char *what)
{
  g_autofree char *quoted = muster_schema_quote (name);

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_FILTER, "%s %s",
               quoted, what);
  return FALSE;
}

/* Returns: (nullable): a line that refuses too; NULL means the doc. */
static const MusterFilterColumn *
find_column (const MusterResourceType    *type,
             const MusterSchemaAttribute *attribute,
             const MusterSchemaAttribute *sub)
{
  const MusterFilterColumn *column = type->filter_columns;

  for (; column->key != 0 || column->kind != MUSTER_COLUMN_REFUSED; column++)
    {
      if (column->key == attribute->key
          && (column->sub == NULL
              || (sub != NULL && g_str_equal (column->sub, sub->name))))
        return column;
    }
  return NULL;
}

gboolean
muster_target_find (MusterTarget             *self,
                    const MusterResourceType *type,
                    const MusterScimPath     *path,
                    GError                  **error)
{
  g_autoptr (GString) name = g_string_new (NULL);

  *self = (MusterTarget){ NULL };
  muster_scim_path_print (path, name);
  if (path->attribute != NULL)
    self->attribute = muster_schema_find (type->schema, path->urn, path->attribute);
  if (self->attribute == NULL)
    return muster_target_refuse (error, name->str,
                                 "is not an attribute that this resource has.");

  if (path->sub_attribute != NULL)
    self->sub = muster_schema_find_sub (self->attribute, path->sub_attribute);
  else if (self->attribute->type == MUSTER_SCHEMA_COMPLEX)
    self->sub = muster_schema_find_sub (self->attribute, "value");
  if (self->sub == NULL && path->sub_attribute != NULL)
    return muster_target_refuse (error, name->str,
                                 "is not an attribute that this resource has.");

  self->column = find_column (type, self->attribute, self->sub);
  if (self->column != NULL && self->column->kind == MUSTER_COLUMN_REFUSED)
    return muster_target_refuse (error, name->str, "cannot be filtered or sorted by.");

  self->name = g_string_free (g_steal_pointer (&name), FALSE);
  return TRUE;
}

gboolean
muster_filter_add_parts (MusterSql      *sql,
                         guint           first,
                         guint           count,
                         const char     *joint,
                         MusterPartAdder add_part,
                         gpointer        data,
                         GError        **error)
{
  guint half = count / 2;

  if (count == 1)
    return add_part (data, first, error);

  muster_sql_add (sql, "(");
  if (!muster_filter_add_parts (sql, first, half, joint, add_part, data, error))
    return FALSE;
  muster_sql_add (sql, joint);
  if (!muster_filter_add_parts (sql, first + half, count - half, joint, add_part, data,
                                error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
}

gboolean
muster_target_is_negative (const MusterTerm *term)
{
  return term->filter->type == MUSTER_SCIM_FILTER_COMPARE
         && term->filter->op == MUSTER_SCIM_OPERATOR_NE
         && term->filter->value.type != MUSTER_SCIM_VALUE_NULL;
}

static gboolean
matches_name (const MusterTarget     *self,
              const MusterTerm       *term,
              const MusterScimFilter *filter,
              const char             *name)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), name);

  for (guint i = 0; term != NULL && term->texts != NULL && i < term->texts->len; i++)
    {
      if (g_str_equal (term->texts->pdata[i], name))
        return TRUE;
    }
  if (filter != NULL)
    return muster_filter_match (self->attribute, filter, node);
  return muster_filter_match_text (term->filter->op, name, term->filter->value.string);
}

/* What the names are is known here, so the store only looks at bits. */
void
muster_target_add_bits (const MusterTarget     *self,
                        MusterSql              *sql,
                        const MusterTerm       *term,
                        const MusterScimFilter *filter)
{
  const char *column = self->column->sql;
  const char *name;
  gint64      mask = 0;

  for (guint bit = 0; (name = self->column->get_name (bit)) != NULL; bit++)
    {
      if (matches_name (self, term, filter, name))
        mask |= G_GINT64_CONSTANT (1) << bit;
    }
  g_string_append_printf (sql->text, "(%s <> 0 AND (%s & ", column, column);
  muster_sql_add_number (sql, mask);
  muster_sql_add (sql, ") <> 0)");
}

static gboolean
add_bits_term (const MusterTarget *self,
               MusterSql          *sql,
               const MusterTerm   *term,
               GError            **error)
{
  int presence = muster_filter_asks_presence (term);

  if (presence != 0)
    {
      g_string_append_printf (sql->text, "%s %s 0", self->column->sql,
                              presence > 0 ? "<>" : "=");
      return TRUE;
    }
  if (!muster_filter_check_string (term, self->name, error))
    return FALSE;

  if (muster_target_is_negative (term))
    {
      g_string_append_printf (sql->text, "(%s = 0 OR ", self->column->sql);
      muster_target_add_bits (self, sql, term, NULL);
      muster_sql_add (sql, ")");
    }
  else
    muster_target_add_bits (self, sql, term, NULL);
  return TRUE;
}

gboolean
muster_target_add_email (const MusterTarget *self,
                         MusterSql          *sql,
                         const MusterTerm   *term,
                         GError            **error)
{
  int presence = muster_filter_asks_presence (term);

  if (presence != 0)
    {
      g_string_append_printf (sql->text,
                              "%sEXISTS (SELECT 1 FROM user_email AS m WHERE m.user = "
                              "user.row)",
                              presence > 0 ? "" : "NOT ");
      return TRUE;
    }

  muster_sql_add (sql, "(");
  if (muster_target_is_negative (term))
    muster_sql_add (sql, "NOT EXISTS (SELECT 1 FROM user_email AS m WHERE m.user = "
                         "user.row) OR ");
  muster_filter_add_search (sql, self->column->search, term);
  if (term->filter->op == MUSTER_SCIM_OPERATOR_EQ
      || term->filter->op == MUSTER_SCIM_OPERATOR_SW)
    muster_sql_add (sql, "user.row IN (SELECT m.user FROM user_email AS m WHERE ");
  else
    muster_sql_add (sql, "EXISTS (SELECT 1 FROM user_email AS m WHERE "
                         "m.user = user.row AND ");
  if (!muster_filter_compare (sql, "m.value_key", MUSTER_COMPARISON_KEY, term, self->name,
                              error))
    return FALSE;
  muster_sql_add (sql, "))");
  return TRUE;
}

char *
muster_target_dup_values (const MusterTarget *self)
{
  if (self->column != NULL && self->column->kind == MUSTER_COLUMN_TEXTS)
    return g_strdup_printf ("json_each (%s)", self->column->sql);
  return g_strdup_printf ("json_each (user.doc, '$.%s')", self->attribute->name);
}

static MusterComparison
get_doc_comparison (const MusterTarget *self)
{
  const MusterSchemaAttribute *compared = self->sub ? self->sub : self->attribute;

  if (compared->type == MUSTER_SCHEMA_BOOLEAN)
    return MUSTER_COMPARISON_BOOLEAN;
  return compared->case_exact ? MUSTER_COMPARISON_EXACT : MUSTER_COMPARISON_FOLD;
}

static gboolean
add_doc_values (const MusterTarget *self,
                MusterSql          *sql,
                const MusterTerm   *term,
                GError            **error)
{
  g_autofree char *values = muster_target_dup_values (self);
  g_autofree char *expression = NULL;

  expression = self->sub
                 ? g_strdup_printf ("json_extract (v.value, '$.%s')", self->sub->name)
                 : g_strdup ("v.value");
  muster_sql_add (sql, "(");
  if (muster_target_is_negative (term) || muster_filter_asks_presence (term) < 0)
    g_string_append_printf (sql->text, "NOT EXISTS (SELECT 1 FROM %s AS v) OR ", values);
  g_string_append_printf (sql->text, "EXISTS (SELECT 1 FROM %s AS v WHERE ", values);
  if (!muster_filter_compare (sql, expression, get_doc_comparison (self), term,
                              self->name, error))
    return FALSE;
  muster_sql_add (sql, "))");
  return TRUE;
}

static gboolean
add_doc (const MusterTarget *self, MusterSql *sql, const MusterTerm *term, GError **error)
{
  g_autofree char *expression = NULL;

  if (self->attribute->multi_valued)
    return add_doc_values (self, sql, term, error);
  if (self->sub == NULL && self->attribute->type == MUSTER_SCHEMA_COMPLEX
      && muster_filter_asks_presence (term) == 0)
    return muster_target_refuse (error, self->name,
                                 "has parts: name the one to compare.");

  expression
    = g_strdup_printf ("json_extract (user.doc, '$.%s%s%s')", self->attribute->name,
                       self->sub ? "." : "", self->sub ? self->sub->name : "");
  return muster_filter_compare (sql, expression, get_doc_comparison (self), term,
                                self->name, error);
}

static gboolean
add_column (const MusterTarget *self,
            MusterSql          *sql,
            const MusterTerm   *term,
            GError            **error)
{
  static const MusterComparison comparisons[] = {
    [MUSTER_COLUMN_EXACT] = MUSTER_COMPARISON_EXACT,
    [MUSTER_COLUMN_KEY] = MUSTER_COMPARISON_KEY,
    [MUSTER_COLUMN_NO_CASE] = MUSTER_COMPARISON_NO_CASE,
    [MUSTER_COLUMN_BOOLEAN] = MUSTER_COMPARISON_BOOLEAN,
    [MUSTER_COLUMN_TIME] = MUSTER_COMPARISON_TIME,
  };

  muster_sql_add (sql, "(");
  muster_filter_add_search (sql, self->column->search, term);
  if (!muster_filter_compare (sql, self->column->sql, comparisons[self->column->kind],
                              term, self->name, error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
}

gboolean
muster_target_add (const MusterTarget *self,
                   MusterSql          *sql,
                   const MusterWork   *work,
                   const MusterTerm   *term,
                   GError            **error)
{
  if (self->column == NULL)
    return add_doc (self, sql, term, error);

  switch (self->column->kind)
    {
    case MUSTER_COLUMN_REFERENCE:
    case MUSTER_COLUMN_LINK:
      return muster_target_add_reference (self, sql, work, term, error);
    case MUSTER_COLUMN_BITS:
      return add_bits_term (self, sql, term, error);
    case MUSTER_COLUMN_TEXTS:
      return add_doc_values (self, sql, term, error);
    case MUSTER_COLUMN_EMAIL:
      return muster_target_add_email (self, sql, term, error);
    case MUSTER_COLUMN_EXACT:
    case MUSTER_COLUMN_KEY:
    case MUSTER_COLUMN_NO_CASE:
    case MUSTER_COLUMN_BOOLEAN:
    case MUSTER_COLUMN_TIME:
    case MUSTER_COLUMN_REFUSED:
    default:
      return add_column (self, sql, term, error);
    }
}
