/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-sql.h"

#include "muster-filter-target.h"
#include "muster-message.h"

typedef struct
{
  MusterSql                *sql;
  const MusterWork         *work;
  const MusterResourceType *type;
} Compiler;

/* What an `or` is made of: terms of one attribute's `eq` are one part. */
typedef struct
{
  const Compiler *compiler;
  GPtrArray      *parts; /* (owned): of Part */
} Alternatives;

typedef struct
{
  const MusterScimFilter *filter; /* (not owned) */
  GPtrArray              *texts;  /* (owned) (nullable): values of all of them */
} Part;

static gboolean
add_filter (const Compiler *self, const MusterScimFilter *filter, GError **error);

static gboolean
add_term (const Compiler         *self,
          const MusterScimFilter *filter,
          GPtrArray              *texts,
          GError                **error)
{
  MusterTerm   term = { filter, texts };
  MusterTarget target;
  gboolean     added;

  if (!muster_target_find (&target, self->type, filter->path, error))
    return FALSE;

  added = muster_target_add (&target, self->sql, self->work, &term, error);
  muster_target_clear (&target);
  return added;
}

static gboolean
add_value_path (const Compiler *self, const MusterScimFilter *filter, GError **error)
{
  MusterTarget target;
  gboolean     added;

  if (!muster_target_find (&target, self->type, filter->path, error))
    return FALSE;

  muster_sql_add (self->sql, "(");
  added = muster_target_add_value_filter (&target, self->sql, self->work,
                                          filter->parts->pdata[0], error);
  muster_sql_add (self->sql, ")");
  muster_target_clear (&target);
  return added;
}

static void
free_part_cb (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->texts, g_ptr_array_unref);
  g_free (part);
}

/* The key under which `eq` terms of one attribute come together. */
static char *
dup_group (const MusterScimFilter *filter)
{
  g_autoptr (GString) name = NULL;

  if (filter->type != MUSTER_SCIM_FILTER_COMPARE || filter->op != MUSTER_SCIM_OPERATOR_EQ
      || filter->value.type != MUSTER_SCIM_VALUE_STRING)
    return NULL;

  name = g_string_new (NULL);
  muster_scim_path_print (filter->path, name);
  return g_ascii_strdown (name->str, (gssize) name->len);
}

/* Times are numbers in the store, so their texts are not compared together. */
static gboolean
is_of_meta (const MusterScimFilter *filter)
{
  return filter->path->attribute != NULL
         && g_ascii_strcasecmp (filter->path->attribute, "meta") == 0;
}

static void
collect_alternative (Alternatives           *self,
                     GHashTable             *groups,
                     const MusterScimFilter *filter)
{
  char *group = dup_group (filter);
  Part *part = NULL;

  if (group != NULL && !is_of_meta (filter))
    part = g_hash_table_lookup (groups, group);
  if (part == NULL)
    {
      part = g_new0 (Part, 1);
      part->filter = filter;
      g_ptr_array_add (self->parts, part);
      if (group != NULL)
        g_hash_table_insert (groups, g_steal_pointer (&group), part);
    }
  else
    {
      if (part->texts == NULL)
        {
          part->texts = g_ptr_array_new ();
          g_ptr_array_add (part->texts, part->filter->value.string);
        }
      g_ptr_array_add (part->texts, filter->value.string);
    }
  g_free (group);
}

static gboolean
add_alternative_cb (gpointer data, guint position, GError **error)
{
  Alternatives *self = data;
  Part         *part = self->parts->pdata[position];

  if (part->texts != NULL)
    return add_term (self->compiler, part->filter, part->texts, error);
  return add_filter (self->compiler, part->filter, error);
}

static gboolean
add_or (const Compiler *self, const MusterScimFilter *filter, GError **error)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part_cb);
  Alternatives alternatives = { self, parts };

  groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < filter->parts->len; i++)
    collect_alternative (&alternatives, groups, filter->parts->pdata[i]);
  return muster_filter_add_parts (self->sql, 0, parts->len, " OR ", add_alternative_cb,
                                  &alternatives, error);
}

typedef struct
{
  const Compiler         *compiler;
  const MusterScimFilter *filter;
} Conjunction;

static gboolean
add_conjunct_cb (gpointer data, guint position, GError **error)
{
  Conjunction *self = data;

  return add_filter (self->compiler, self->filter->parts->pdata[position], error);
}

/* SQL has a third truth, "unknown", where an attribute has no value; SCIM has not. */
static gboolean
add_not (const Compiler *self, const MusterScimFilter *filter, GError **error)
{
  muster_sql_add (self->sql, "NOT ((");
  if (!add_filter (self, filter->parts->pdata[0], error))
    return FALSE;
  muster_sql_add (self->sql, ") IS TRUE)");
  return TRUE;
}

static gboolean
add_filter (const Compiler *self, const MusterScimFilter *filter, GError **error)
{
  Conjunction conjunction = { self, filter };

  switch (filter->type)
    {
    case MUSTER_SCIM_FILTER_AND:
      return muster_filter_add_parts (self->sql, 0, filter->parts->len, " AND ",
                                      add_conjunct_cb, &conjunction, error);
    case MUSTER_SCIM_FILTER_OR:
      return add_or (self, filter, error);
    case MUSTER_SCIM_FILTER_NOT:
      return add_not (self, filter, error);
    case MUSTER_SCIM_FILTER_VALUE_PATH:
      return add_value_path (self, filter, error);
    case MUSTER_SCIM_FILTER_PRESENT:
    case MUSTER_SCIM_FILTER_COMPARE:
    default:
      return add_term (self, filter, NULL, error);
    }
}

gboolean
muster_filter_sql_add (MusterSql                *sql,
                       const MusterWork         *work,
                       const MusterResourceType *type,
                       const MusterScimFilter   *filter,
                       GError                  **error)
{
  Compiler self = { sql, work, type };

  return add_filter (&self, filter, error);
}

static gboolean
refuse_sort (const MusterTarget *target, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "sortBy: “%s” cannot be sorted by.", target->name);
  return FALSE;
}

static gboolean
add_reference_sort (const MusterTarget *target,
                    MusterSql          *sql,
                    const MusterWork   *work,
                    GError            **error)
{
  gboolean display = target->sub != NULL && g_str_equal (target->sub->name, "display");
  gboolean scoped = display && target->column->scope && !work->caller->manages_all;

  if (!display && (target->sub == NULL || !g_str_equal (target->sub->name, "value")))
    return refuse_sort (target, error);

  g_string_append_printf (sql->text, "(SELECT %s FROM %s AS e WHERE e.row = %s%s%s)",
                          display ? target->column->name : "e.id", target->column->table,
                          target->column->sql, scoped ? " AND " : "",
                          scoped ? target->column->scope : "");
  return TRUE;
}

/* RFC 7644 §3.4.2.3: of several values the primary one sorts, or the first. */
static gboolean
add_doc_sort (const MusterTarget *target, MusterSql *sql, GError **error)
{
  const MusterSchemaAttribute *attribute = target->attribute;

  if (attribute->type == MUSTER_SCHEMA_COMPLEX && target->sub == NULL)
    return refuse_sort (target, error);
  if (attribute->multi_valued)
    g_string_append_printf (
      sql->text,
      "(SELECT fold (json_extract (v.value, '$.%s')) FROM json_each (user.doc, '$.%s') "
      "AS v ORDER BY json_extract (v.value, '$.primary') DESC, v.key LIMIT 1)",
      target->sub->name, attribute->name);
  else
    g_string_append_printf (sql->text, "fold (json_extract (user.doc, '$.%s%s%s'))",
                            attribute->name, target->sub ? "." : "",
                            target->sub ? target->sub->name : "");
  return TRUE;
}

static gboolean
add_target_sort (const MusterTarget *target,
                 MusterSql          *sql,
                 const MusterWork   *work,
                 GError            **error)
{
  if (target->column == NULL || target->column->kind == MUSTER_COLUMN_EMAIL)
    return add_doc_sort (target, sql, error);

  switch (target->column->kind)
    {
    case MUSTER_COLUMN_REFERENCE:
      return add_reference_sort (target, sql, work, error);
    case MUSTER_COLUMN_LINK:
    case MUSTER_COLUMN_BITS:
    case MUSTER_COLUMN_TEXTS:
      return refuse_sort (target, error);
    case MUSTER_COLUMN_EXACT:
    case MUSTER_COLUMN_KEY:
    case MUSTER_COLUMN_NO_CASE:
    case MUSTER_COLUMN_BOOLEAN:
    case MUSTER_COLUMN_TIME:
    case MUSTER_COLUMN_EMAIL:
    case MUSTER_COLUMN_REFUSED:
    default:
      muster_sql_add (sql, target->column->sql);
      return TRUE;
    }
}

/* A bad sortBy is no bad filter, whoever found it. */
static gboolean
find_sort_target (MusterTarget             *target,
                  const MusterResourceType *type,
                  const char               *text,
                  GError                  **error)
{
  g_autoptr (MusterScimPath) path = NULL;
  GError  *failure = NULL;
  gboolean found;

  path = muster_scim_path_parse (text, &failure);
  found = path != NULL && muster_target_find (target, type, path, &failure);
  if (found)
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "sortBy: %s", failure->message);
  g_error_free (failure);
  return FALSE;
}

gboolean
muster_filter_sql_add_sort (MusterSql                *sql,
                            const MusterWork         *work,
                            const MusterResourceType *type,
                            const char               *path,
                            GError                  **error)
{
  MusterTarget target;
  gboolean     added;

  if (!find_sort_target (&target, type, path, error))
    return FALSE;

  added = add_target_sort (&target, sql, work, error);
  muster_target_clear (&target);
  return added;
}
