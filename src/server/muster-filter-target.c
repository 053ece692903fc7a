/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-target.h"

#include "muster-filter-match.h"
#include "muster-schema-check.h"

void
muster_target_clear (MusterTarget *self)
{
  g_clear_pointer (&self->name, g_free);
}

static gboolean
refuse (GError **error, const char *name, const char *what)
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
    return refuse (error, name->str, "is not an attribute that this resource has");

  if (path->sub_attribute != NULL)
    self->sub = muster_schema_find_sub (self->attribute, path->sub_attribute);
  else if (self->attribute->type == MUSTER_SCHEMA_COMPLEX)
    self->sub = muster_schema_find_sub (self->attribute, "value");
  if (self->sub == NULL && path->sub_attribute != NULL)
    return refuse (error, name->str, "is not an attribute that this resource has");

  self->column = find_column (type, self->attribute, self->sub);
  if (self->column != NULL && self->column->kind == MUSTER_COLUMN_REFUSED)
    return refuse (error, name->str, "cannot be filtered or sorted by");

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

static gboolean
is_negative (const MusterTerm *term)
{
  return term->filter->type == MUSTER_SCIM_FILTER_COMPARE
         && term->filter->op == MUSTER_SCIM_OPERATOR_NE
         && term->filter->value.type != MUSTER_SCIM_VALUE_NULL;
}

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
    return refuse (error, self->name, "cannot be filtered or sorted by");

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

static gboolean
add_reference (const MusterTarget *self,
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
  if (is_negative (term))
    {
      add_reference_presence (self, sql, FALSE);
      muster_sql_add (sql, " OR ");
    }
  if (!add_references (self, sql, work, &inner, error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
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
static void
add_bits (const MusterTarget     *self,
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

  if (is_negative (term))
    {
      g_string_append_printf (sql->text, "(%s = 0 OR ", self->column->sql);
      add_bits (self, sql, term, NULL);
      muster_sql_add (sql, ")");
    }
  else
    add_bits (self, sql, term, NULL);
  return TRUE;
}

static gboolean
add_email (const MusterTarget *self,
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
  if (is_negative (term))
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

static char *
dup_values (const MusterTarget *self)
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
  g_autofree char *values = dup_values (self);
  g_autofree char *expression = NULL;

  expression = self->sub
                 ? g_strdup_printf ("json_extract (v.value, '$.%s')", self->sub->name)
                 : g_strdup ("v.value");
  muster_sql_add (sql, "(");
  if (is_negative (term) || muster_filter_asks_presence (term) < 0)
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
    return refuse (error, self->name, "has parts: name the one to compare");

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
      return add_reference (self, sql, work, term, error);
    case MUSTER_COLUMN_BITS:
      return add_bits_term (self, sql, term, error);
    case MUSTER_COLUMN_TEXTS:
      return add_doc_values (self, sql, term, error);
    case MUSTER_COLUMN_EMAIL:
      return add_email (self, sql, term, error);
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
  if (!add_email (self, sql, &term, error))
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
      add_bits (self, sql, NULL, filter);
      return TRUE;
    }
  if (column != NULL
      && (column->kind == MUSTER_COLUMN_REFERENCE || column->kind == MUSTER_COLUMN_LINK))
    return add_references (self, sql, work, &inner, error);
  if (!self->attribute->multi_valued)
    return refuse (error, self->name, "has one value, so none can be picked by a filter");

  if (column != NULL && column->kind == MUSTER_COLUMN_EMAIL
      && !add_email_hint (self, sql, filter, error))
    return FALSE;
  values = dup_values (self);
  g_string_append_printf (sql->text, "EXISTS (SELECT 1 FROM %s AS v WHERE ", values);
  if (!add_inner (&inner, error))
    return FALSE;
  muster_sql_add (sql, ")");
  return TRUE;
}
