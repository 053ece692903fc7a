/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-filter-match.h"

#include <string.h>

#include "muster-fold.h"

static const MusterSchemaAttribute *
find_compared (const MusterSchemaAttribute *attribute, const MusterScimFilter *filter)
{
  const char *name = filter->path->attribute;

  if (filter->path->urn != NULL || filter->path->sub_attribute != NULL || name == NULL)
    return NULL;
  if (attribute->sub_attributes != NULL)
    return muster_schema_find_sub (attribute, name);
  return g_ascii_strcasecmp (name, "value") == 0 ? attribute : NULL;
}

static gboolean
fits_type (const MusterSchemaAttribute *compared, const MusterScimFilter *filter)
{
  if (filter->type == MUSTER_SCIM_FILTER_PRESENT
      || filter->value.type == MUSTER_SCIM_VALUE_NULL)
    return TRUE;
  if (compared->type == MUSTER_SCHEMA_BOOLEAN)
    return filter->value.type == MUSTER_SCIM_VALUE_BOOLEAN
           && (filter->op == MUSTER_SCIM_OPERATOR_EQ
               || filter->op == MUSTER_SCIM_OPERATOR_NE);
  return filter->value.type == MUSTER_SCIM_VALUE_STRING;
}

static gboolean
check_leaf (const MusterSchemaAttribute *attribute,
            const MusterScimFilter      *filter,
            GError                     **error)
{
  const MusterSchemaAttribute *compared = find_compared (attribute, filter);

  if (compared == NULL)
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_FILTER,
                   "The values of %s have no “%s”.", attribute->name,
                   filter->path->attribute != NULL ? filter->path->attribute : "");
      return FALSE;
    }
  if (!fits_type (compared, filter))
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_FILTER,
                   "“%s” of %s cannot be compared with “%s” to such a value.",
                   filter->path->attribute, attribute->name,
                   muster_scim_operator_get_name (filter->op));
      return FALSE;
    }
  return TRUE;
}

gboolean
muster_filter_match_check (const MusterSchemaAttribute *attribute,
                           const MusterScimFilter      *filter,
                           GError                     **error)
{
  if (filter->type == MUSTER_SCIM_FILTER_VALUE_PATH)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_FILTER,
                           "A value filter cannot have brackets in its brackets.");
      return FALSE;
    }
  if (filter->parts == NULL)
    return check_leaf (attribute, filter, error);

  for (guint i = 0; i < filter->parts->len; i++)
    {
      if (!muster_filter_match_check (attribute, filter->parts->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_filter_match_text (MusterScimOperator op, const char *text, const char *wanted)
{
  int order = strcmp (text, wanted);

  switch (op)
    {
    case MUSTER_SCIM_OPERATOR_EQ:
      return order == 0;
    case MUSTER_SCIM_OPERATOR_NE:
      return order != 0;
    case MUSTER_SCIM_OPERATOR_CO:
      return strstr (text, wanted) != NULL;
    case MUSTER_SCIM_OPERATOR_SW:
      return g_str_has_prefix (text, wanted);
    case MUSTER_SCIM_OPERATOR_EW:
      return g_str_has_suffix (text, wanted);
    case MUSTER_SCIM_OPERATOR_GT:
      return order > 0;
    case MUSTER_SCIM_OPERATOR_GE:
      return order >= 0;
    case MUSTER_SCIM_OPERATOR_LT:
      return order < 0;
    case MUSTER_SCIM_OPERATOR_LE:
    default:
      return order <= 0;
    }
}

static gboolean
match_string (const MusterSchemaAttribute *compared,
              const MusterScimFilter      *filter,
              const char                  *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;

  if (compared->case_exact)
    return muster_filter_match_text (filter->op, text, filter->value.string);

  folded = muster_fold (text);
  wanted = muster_fold (filter->value.string);
  return muster_filter_match_text (filter->op, folded, wanted);
}

static gboolean
match_compare (const MusterSchemaAttribute *compared,
               const MusterScimFilter      *filter,
               JsonNode                    *node)
{
  gboolean negative = filter->op == MUSTER_SCIM_OPERATOR_NE;

  if (filter->value.type == MUSTER_SCIM_VALUE_NULL)
    return negative ? node != NULL
                    : filter->op == MUSTER_SCIM_OPERATOR_EQ && node == NULL;
  if (node == NULL)
    return negative;
  if (compared->type != MUSTER_SCHEMA_BOOLEAN)
    return match_string (compared, filter, json_node_get_string (node));
  return (json_node_get_boolean (node) == filter->value.boolean) != negative;
}

static gboolean
match_leaf (const MusterSchemaAttribute *attribute,
            const MusterScimFilter      *filter,
            JsonNode                    *value)
{
  const MusterSchemaAttribute *compared = find_compared (attribute, filter);
  JsonNode                    *node = value;

  if (JSON_NODE_HOLDS_OBJECT (value))
    node = json_object_get_member (json_node_get_object (value), compared->name);
  if (filter->type == MUSTER_SCIM_FILTER_PRESENT)
    return node != NULL;
  return match_compare (compared, filter, node);
}

gboolean
muster_filter_match (const MusterSchemaAttribute *attribute,
                     const MusterScimFilter      *filter,
                     JsonNode                    *value)
{
  gboolean any = filter->type == MUSTER_SCIM_FILTER_OR;

  if (filter->parts == NULL)
    return match_leaf (attribute, filter, value);
  if (filter->type == MUSTER_SCIM_FILTER_NOT)
    return !muster_filter_match (attribute, filter->parts->pdata[0], value);

  for (guint i = 0; i < filter->parts->len; i++)
    {
      if (muster_filter_match (attribute, filter->parts->pdata[i], value) == any)
        return any;
    }
  return !any;
}
