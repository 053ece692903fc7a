/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-patch-values.h"

#include "muster-filter-match.h"
#include "muster-fold.h"
#include "muster-schema-value.h"

void
muster_patch_values_init (MusterPatchValues           *self,
                          const MusterSchemaAttribute *attribute,
                          JsonNode                    *array)
{
  JsonArray *values = array != NULL ? json_node_get_array (array) : NULL;

  self->attribute = attribute;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    g_ptr_array_add (self->values, json_node_ref (json_array_get_element (values, i)));
}

void
muster_patch_values_clear (MusterPatchValues *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

JsonNode *
muster_patch_values_dup_node (const MusterPatchValues *self)
{
  JsonArray *array;

  if (self->values->len == 0)
    return NULL;

  array = json_array_sized_new (self->values->len);
  for (guint i = 0; i < self->values->len; i++)
    json_array_add_element (array, json_node_ref (self->values->pdata[i]));
  return json_node_init_array (json_node_alloc (), array);
}

void
muster_patch_merge (JsonObject *object, JsonObject *from)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!JSON_NODE_HOLDS_NULL (value))
        json_object_set_member (object, name, json_node_copy (value));
      else if (json_object_has_member (object, name))
        json_object_remove_member (object, name);
    }
}

JsonNode *
muster_patch_copy_value (JsonNode *value)
{
  g_autoptr (JsonObject) copy = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return json_node_copy (value);

  copy = json_object_new ();
  muster_patch_merge (copy, json_node_get_object (value));
  return json_node_init_object (json_node_alloc (), copy);
}

/* What a value is for, and that it is preferred, says nothing without it. */
static gboolean
is_label (const MusterSchemaAttribute *sub)
{
  return sub->mutability == MUSTER_SCHEMA_READ_ONLY || g_str_equal (sub->name, "type")
         || g_str_equal (sub->name, "primary");
}

gboolean
muster_patch_is_void (const MusterSchemaAttribute *attribute, JsonObject *object)
{
  const MusterSchemaAttribute *sub;
  gboolean                     found = FALSE;

  for (sub = attribute->sub_attributes; sub->name != NULL; sub++)
    {
      gboolean has = json_object_has_member (object, sub->name);

      if (sub->required && !has)
        return TRUE;
      found |= has && !is_label (sub);
    }
  return !found;
}

static gboolean
equal_texts (const MusterSchemaAttribute *attribute, JsonNode *a, JsonNode *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  if (json_node_get_value_type (a) != G_TYPE_STRING
      || json_node_get_value_type (b) != G_TYPE_STRING || attribute->case_exact)
    return json_node_equal (a, b);

  folded_a = muster_fold (json_node_get_string (a));
  folded_b = muster_fold (json_node_get_string (b));
  return g_str_equal (folded_a, folded_b);
}

static gboolean
equal_members (const MusterSchemaAttribute *sub, JsonObject *a, JsonObject *b)
{
  return equal_texts (sub, json_object_get_member (a, sub->name),
                      json_object_get_member (b, sub->name));
}

/* Values are the same by their "value" and "type" (RFC 7643 §2.4), or where there is no
 * "value" by all that they are made of. */
static gboolean
is_same (const MusterSchemaAttribute *attribute, JsonNode *old, JsonNode *new_value)
{
  const MusterSchemaAttribute *value, *type;
  JsonObject                  *a, *b;

  if (attribute->type != MUSTER_SCHEMA_COMPLEX)
    return equal_texts (attribute, old, new_value);

  a = json_node_get_object (old);
  b = json_node_get_object (new_value);
  value = muster_schema_find_sub (attribute, "value");
  type = muster_schema_find_sub (attribute, "type");
  if (value == NULL)
    return json_node_equal (old, new_value);
  return equal_members (value, a, b)
         && (type == NULL || !json_object_has_member (b, "type")
             || equal_members (type, a, b));
}

static gboolean
is_primary (JsonNode *value)
{
  return JSON_NODE_HOLDS_OBJECT (value)
         && json_object_get_boolean_member_with_default (json_node_get_object (value),
                                                         "primary", FALSE);
}

/* RFC 7644 §3.5.2: a new primary value takes it from the one that was. */
static void
leave_primary (MusterPatchValues *self, JsonNode *primary)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      JsonNode *value = self->values->pdata[i];

      if (value != primary && is_primary (value))
        json_object_remove_member (json_node_get_object (value), "primary");
    }
}

void
muster_patch_values_add (MusterPatchValues *self, JsonNode *value)
{
  JsonNode *kept = NULL;

  for (guint i = 0; kept == NULL && i < self->values->len; i++)
    {
      if (is_same (self->attribute, self->values->pdata[i], value))
        kept = self->values->pdata[i];
    }

  if (kept == NULL)
    {
      kept = muster_patch_copy_value (value);
      g_ptr_array_add (self->values, kept);
    }
  else if (JSON_NODE_HOLDS_OBJECT (kept))
    muster_patch_merge (json_node_get_object (kept), json_node_get_object (value));

  if (is_primary (value))
    leave_primary (self, kept);
}

void
muster_patch_values_remove (MusterPatchValues *self, JsonNode *array)
{
  JsonArray *values = json_node_get_array (array);

  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      for (guint j = self->values->len; j > 0; j--)
        {
          if (is_same (self->attribute, self->values->pdata[j - 1],
                       json_array_get_element (values, i)))
            g_ptr_array_remove_index (self->values, j - 1);
        }
    }
}

static void
put_sub (JsonObject *object, const MusterPatchStep *step)
{
  if (step->op != MUSTER_PATCH_REMOVE && step->value != NULL)
    json_object_set_member (object, step->sub->name, json_node_copy (step->value));
  else if (step->op != MUSTER_PATCH_ADD
           && json_object_has_member (object, step->sub->name))
    json_object_remove_member (object, step->sub->name);
}

/* Returns: whether the value is still there. */
static gboolean
change_value (MusterPatchValues *self, guint position, const MusterPatchStep *step)
{
  JsonNode *value = self->values->pdata[position];

  if (step->sub != NULL)
    put_sub (json_node_get_object (value), step);
  else if (step->op == MUSTER_PATCH_REMOVE
           || (step->op == MUSTER_PATCH_REPLACE && step->value == NULL))
    return FALSE;
  else if (step->op == MUSTER_PATCH_ADD && JSON_NODE_HOLDS_OBJECT (value))
    {
      if (step->value != NULL)
        muster_patch_merge (json_node_get_object (value),
                            json_node_get_object (step->value));
    }
  else if (step->op == MUSTER_PATCH_REPLACE)
    {
      json_node_unref (value);
      self->values->pdata[position] = muster_patch_copy_value (step->value);
      return TRUE;
    }
  return !JSON_NODE_HOLDS_OBJECT (value)
         || !muster_patch_is_void (self->attribute, json_node_get_object (value));
}

/* What the filter asks for by `eq`, as a value that it would pick. */
static gboolean
fill_from_filter (const MusterScimFilter      *filter,
                  const MusterSchemaAttribute *attribute,
                  JsonObject                  *object)
{
  const MusterSchemaAttribute *sub;

  if (filter->type == MUSTER_SCIM_FILTER_AND)
    {
      for (guint i = 0; i < filter->parts->len; i++)
        {
          if (!fill_from_filter (filter->parts->pdata[i], attribute, object))
            return FALSE;
        }
      return TRUE;
    }
  if (filter->type != MUSTER_SCIM_FILTER_COMPARE || filter->op != MUSTER_SCIM_OPERATOR_EQ)
    return FALSE;

  sub = muster_schema_find_sub (attribute, filter->path->attribute);
  if (sub->mutability == MUSTER_SCHEMA_READ_ONLY)
    return FALSE;
  if (filter->value.type == MUSTER_SCIM_VALUE_BOOLEAN)
    json_object_set_boolean_member (object, sub->name, filter->value.boolean);
  else if (filter->value.type == MUSTER_SCIM_VALUE_STRING)
    json_object_set_string_member (object, sub->name, filter->value.string);
  return TRUE;
}

static gboolean
set_no_target (const MusterPatchStep *step, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_NO_TARGET,
               "path: none of the values of %s is picked by it.", step->attribute->name);
  return FALSE;
}

/* To add into a value that is not there makes it: Entra ID counts on it, and RFC 7644
 * §3.5.2.1 has the attribute added where the target does not exist. */
static gboolean
add_picked (MusterPatchValues *self, const MusterPatchStep *step, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) given = NULL;
  g_autoptr (JsonNode) value = NULL;

  if (step->op != MUSTER_PATCH_ADD || step->filter == NULL || step->value == NULL
      || self->attribute->type != MUSTER_SCHEMA_COMPLEX
      || !fill_from_filter (step->filter, self->attribute, object))
    return set_no_target (step, error);

  if (step->sub != NULL)
    put_sub (object, step);
  else
    muster_patch_merge (object, json_node_get_object (step->value));

  given = json_node_init_object (json_node_alloc (), object);
  if (!muster_schema_read_element (self->attribute, MUSTER_VALUE_WHOLE,
                                   self->attribute->name, given, &value, error))
    return FALSE;
  if (value != NULL)
    muster_patch_values_add (self, value);
  return TRUE;
}

static void
settle_primary (MusterPatchValues *self, const MusterPatchStep *step, guint position)
{
  JsonNode *value = self->values->pdata[position];
  gboolean  sets = step->value != NULL && is_primary (step->value);

  if (step->sub != NULL && g_str_equal (step->sub->name, "primary"))
    sets = step->value != NULL && json_node_get_boolean (step->value);
  if (sets)
    leave_primary (self, value);
}

gboolean
muster_patch_values_apply (MusterPatchValues     *self,
                           const MusterPatchStep *step,
                           GError               **error)
{
  guint picked = 0;

  for (guint i = 0; i < self->values->len;)
    {
      if (step->filter != NULL
          && !muster_filter_match (self->attribute, step->filter, self->values->pdata[i]))
        {
          i++;
          continue;
        }

      picked++;
      if (change_value (self, i, step))
        settle_primary (self, step, i++);
      else
        g_ptr_array_remove_index (self->values, i);
    }

  if (picked == 0 && (step->filter != NULL || step->op != MUSTER_PATCH_REMOVE))
    return add_picked (self, step, error);
  return TRUE;
}
