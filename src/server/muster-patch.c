/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-patch.h"

#include <string.h>

#include "muster-filter-match.h"
#include "muster-message.h"
#include "muster-schema-check.h"
#include "muster-schema-value.h"
#include "muster-scim-patch-path.h"
#include "muster-scim-urns.h"

#define MAX_STEPS 1000

static void
free_step_cb (gpointer data)
{
  MusterPatchStep *step = data;

  g_clear_pointer (&step->filter, muster_scim_filter_free);
  g_clear_pointer (&step->value, json_node_unref);
  g_free (step);
}

void
muster_patch_free (MusterPatch *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, MusterServerError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MUSTER_SERVER_ERROR, (int) code, format,
                                                arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check_mutability (const MusterSchemaAttribute *attribute,
                  const char                  *path,
                  GError                     **error)
{
  if (attribute == NULL || attribute->mutability != MUSTER_SCHEMA_READ_ONLY)
    return TRUE;
  return refuse (error, MUSTER_SERVER_ERROR_MUTABILITY,
                 "%s: the platform sets it, it cannot be changed.", path);
}

/* What a required attribute must not become. */
static gboolean
check_removal (const MusterPatchStep *step, const char *path, GError **error)
{
  if (!step->attribute->required || step->value != NULL || step->sub != NULL)
    return TRUE;
  return refuse (error, MUSTER_SERVER_ERROR_MUTABILITY,
                 "%s: it is required and cannot be removed.", path);
}

static gboolean
find_target (MusterPatchStep           *step,
             const MusterPatch         *self,
             const MusterScimPatchPath *parsed,
             const char                *path,
             GError                   **error)
{
  const MusterScimPath *name = parsed->path;
  const char *sub = parsed->sub_attribute ? parsed->sub_attribute : name->sub_attribute;

  if (name->attribute != NULL)
    step->attribute = muster_schema_find (self->schema, name->urn, name->attribute);
  if (step->attribute != NULL && sub != NULL)
    step->sub = muster_schema_find_sub (step->attribute, sub);
  if (step->attribute == NULL || (sub != NULL && step->sub == NULL))
    {
      g_autofree char *quoted = muster_schema_quote (path);

      return refuse (error, MUSTER_SERVER_ERROR_INVALID_PATH,
                     "path: a %s has no attribute %s.", self->schema->name, quoted);
    }
  if (parsed->value_filter != NULL && !step->attribute->multi_valued)
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_PATH,
                   "path: %s has one value, so none can be picked by a filter.",
                   step->attribute->name);
  return TRUE;
}

static gboolean
read_target (MusterPatchStep   *step,
             const MusterPatch *self,
             const char        *path,
             GError           **error)
{
  g_autoptr (MusterScimPatchPath) parsed = NULL;
  GError *failure = NULL;

  parsed = muster_scim_patch_path_parse (path, &failure);
  if (parsed == NULL)
    return muster_message_propagate (error, failure);
  if (!find_target (step, self, parsed, path, error))
    return FALSE;
  if (parsed->value_filter != NULL
      && !muster_filter_match_check (step->attribute, parsed->value_filter, error))
    return FALSE;

  step->filter = g_steal_pointer (&parsed->value_filter);
  return check_mutability (step->attribute, path, error)
         && check_mutability (step->sub, path, error);
}

/* To remove takes a value only where it says which of several; else it is not looked at.
 */
static gboolean
takes_value (const MusterPatchStep *step)
{
  return step->op != MUSTER_PATCH_REMOVE
         || (step->attribute->multi_valued && step->filter == NULL && step->sub == NULL);
}

/* A value behind a filter stands for each value that it picks, and not for an array. */
static gboolean
read_step_value (MusterPatchStep *step, const char *path, JsonNode *given, GError **error)
{
  gboolean picks = step->filter != NULL && step->sub == NULL;
  gboolean merges = picks ? step->op == MUSTER_PATCH_ADD : !step->attribute->multi_valued;
  MusterValueMode mode = merges ? MUSTER_VALUE_PART : MUSTER_VALUE_WHOLE;

  if (given == NULL || !takes_value (step))
    return TRUE;
  if (picks && !JSON_NODE_HOLDS_NULL (given))
    return muster_schema_read_element (step->attribute, mode, path, given, &step->value,
                                       error);
  return muster_schema_read_value (step->attribute, step->sub, mode, path, given,
                                   &step->value, error);
}

static gboolean
add_step (
  MusterPatch *self, MusterPatchOp op, const char *path, JsonNode *given, GError **error)
{
  MusterPatchStep *step = g_new0 (MusterPatchStep, 1);

  g_ptr_array_add (self->steps, step);
  step->op = op;
  if (self->steps->len > MAX_STEPS)
    return refuse (error, MUSTER_SERVER_ERROR_TOO_MANY,
                   "Operations: more than %d changes of one resource.", MAX_STEPS);
  if (!read_target (step, self, path, error)
      || !read_step_value (step, path, given, error))
    return FALSE;

  self->attributes |= MUSTER_ATTRIBUTE (step->attribute->key);
  return op == MUSTER_PATCH_ADD || check_removal (step, path, error);
}

static gboolean add_members (MusterPatch  *self,
                             MusterPatchOp op,
                             const char   *urn,
                             JsonObject   *value,
                             GError      **error);

/* A member's name is a path: dotted, with its URN, or the URN alone before an object. */
static gboolean
add_member (MusterPatch  *self,
            MusterPatchOp op,
            const char   *urn,
            const char   *name,
            JsonNode     *value,
            GError      **error)
{
  g_autofree char *path = urn ? g_strconcat (urn, ":", name, NULL) : g_strdup (name);
  gboolean         is_urn = g_ascii_strcasecmp (name, self->schema->urn) == 0
                    || (self->schema->extension_urn != NULL
                        && g_ascii_strcasecmp (name, self->schema->extension_urn) == 0);

  if (urn == NULL && g_ascii_strcasecmp (name, "schemas") == 0)
    return TRUE;
  if (urn == NULL && is_urn && JSON_NODE_HOLDS_OBJECT (value))
    return add_members (self, op, name, json_node_get_object (value), error);
  return add_step (self, op, path, value, error);
}

static gboolean
add_members (
  MusterPatch *self, MusterPatchOp op, const char *urn, JsonObject *value, GError **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;

  json_object_iter_init_ordered (&iter, value);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!add_member (self, op, urn, name, member, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_op (JsonObject *operation, MusterPatchOp *op, GError **error)
{
  static const char *const names[] = { "add", "replace", "remove" };
  const char              *name;

  if (!muster_message_get_string (operation, "op", &name, error))
    return FALSE;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (name, names[i]) == 0)
        {
          *op = (MusterPatchOp) i;
          return TRUE;
        }
    }
  return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                 "op: it must be add, replace or remove.");
}

static gboolean
add_pathless (MusterPatch *self, MusterPatchOp op, JsonNode *value, GError **error)
{
  if (op == MUSTER_PATCH_REMOVE)
    return refuse (error, MUSTER_SERVER_ERROR_NO_TARGET,
                   "path: a remove operation must say what to remove.");
  if (value == NULL || !JSON_NODE_HOLDS_OBJECT (value))
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_VALUE,
                   "value: without a path it must be an object of attributes.");
  return add_members (self, op, NULL, json_node_get_object (value), error);
}

static gboolean
read_operation (MusterPatch *self, JsonNode *node, GError **error)
{
  JsonObject   *operation;
  JsonNode     *value;
  const char   *path;
  MusterPatchOp op = MUSTER_PATCH_ADD;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "Operations: each must be an object.");

  operation = json_node_get_object (node);
  value = muster_message_get (operation, "value");
  if (!read_op (operation, &op, error)
      || !muster_message_get_string (operation, "path", &path, error))
    return FALSE;
  if (path == NULL || path[0] == '\0')
    return add_pathless (self, op, value, error);
  if (op == MUSTER_PATCH_ADD && value == NULL)
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_VALUE,
                   "value: an add operation needs one.");
  if (g_ascii_strcasecmp (path, self->schema->urn) == 0
      || (self->schema->extension_urn != NULL
          && g_ascii_strcasecmp (path, self->schema->extension_urn) == 0))
    {
      if (op == MUSTER_PATCH_REMOVE || value == NULL || !JSON_NODE_HOLDS_OBJECT (value))
        return refuse (error, MUSTER_SERVER_ERROR_INVALID_PATH,
                       "path: name the attributes of a schema one by one.");
      return add_members (self, op, path, json_node_get_object (value), error);
    }
  return add_step (self, op, path, value, error);
}

static gboolean
read_operations (MusterPatch *self, JsonNode *operations, GError **error)
{
  JsonArray *array;

  if (operations == NULL || !JSON_NODE_HOLDS_ARRAY (operations)
      || json_array_get_length (json_node_get_array (operations)) == 0)
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "Operations: it must be an array of at least one operation.");

  array = json_node_get_array (operations);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_operation (self, json_array_get_element (array, i), error))
        return FALSE;
    }
  return TRUE;
}

MusterPatch *
muster_patch_read (const MusterSchema *schema, JsonNode *node, GError **error)
{
  g_autoptr (MusterPatch) self = NULL;

  if (!muster_message_check (node, MUSTER_SCIM_URN_PATCH_OP, error))
    return NULL;

  self = g_new0 (MusterPatch, 1);
  self->schema = schema;
  self->steps = g_ptr_array_new_with_free_func (free_step_cb);
  if (!read_operations (self,
                        muster_message_get (json_node_get_object (node), "Operations"),
                        error))
    return NULL;
  return g_steal_pointer (&self);
}
