/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-patch.h"

#include "muster-patch-values.h"
#include "muster-schema-value.h"

static void
set_or_remove (JsonObject *holder, const char *name, JsonNode *value)
{
  if (value != NULL)
    json_object_set_member (holder, name, value);
  else if (json_object_has_member (holder, name))
    json_object_remove_member (holder, name);
}

/* Replaces all values; what the request has twice is kept once. */
static void
replace_all (MusterPatchValues *values, const MusterPatchStep *step)
{
  g_ptr_array_set_size (values->values, 0);
  if (step->value != NULL)
    {
      JsonArray *array = json_node_get_array (step->value);

      for (guint i = 0; i < json_array_get_length (array); i++)
        muster_patch_values_add (values, json_array_get_element (array, i));
    }
}

static void
change_all (MusterPatchValues *values, const MusterPatchStep *step)
{
  JsonArray *array = step->value != NULL ? json_node_get_array (step->value) : NULL;

  if (step->op == MUSTER_PATCH_REPLACE)
    replace_all (values, step);
  else if (step->op == MUSTER_PATCH_REMOVE && step->value != NULL)
    muster_patch_values_remove (values, step->value);
  else if (step->op == MUSTER_PATCH_REMOVE)
    g_ptr_array_set_size (values->values, 0);
  else
    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
      muster_patch_values_add (values, json_array_get_element (array, i));
}

static gboolean
apply_to_many (const MusterPatchStep *step, JsonObject *holder, GError **error)
{
  const char       *name = step->attribute->name;
  MusterPatchValues values;
  gboolean          done = TRUE;

  muster_patch_values_init (&values, step->attribute,
                            json_object_get_member (holder, name));
  if (step->filter == NULL && step->sub == NULL)
    change_all (&values, step);
  else
    done = muster_patch_values_apply (&values, step, error);
  if (done)
    set_or_remove (holder, name, muster_patch_values_dup_node (&values));
  muster_patch_values_clear (&values);
  return done;
}

static void
change_complex (const MusterPatchStep *step, JsonObject *object)
{
  if (step->sub == NULL && step->value != NULL)
    muster_patch_merge (object, json_node_get_object (step->value));
  else if (step->sub != NULL && step->op != MUSTER_PATCH_REMOVE && step->value != NULL)
    json_object_set_member (object, step->sub->name, json_node_copy (step->value));
  else if (step->sub != NULL && step->op != MUSTER_PATCH_ADD
           && json_object_has_member (object, step->sub->name))
    json_object_remove_member (object, step->sub->name);
}

static void
apply_to_complex (const MusterPatchStep *step, JsonObject *holder)
{
  const char *name = step->attribute->name;
  JsonNode   *current = json_object_get_member (holder, name);
  g_autoptr (JsonObject) object = NULL;

  object = current != NULL ? json_object_ref (json_node_get_object (current))
                           : json_object_new ();
  change_complex (step, object);
  if (muster_patch_is_void (step->attribute, object))
    set_or_remove (holder, name, NULL);
  else if (current == NULL)
    json_object_set_object_member (holder, name, g_steal_pointer (&object));
}

static void
apply_to_one (const MusterPatchStep *step, JsonObject *holder)
{
  gboolean clears = step->sub == NULL
                    && (step->op == MUSTER_PATCH_REMOVE
                        || (step->op == MUSTER_PATCH_REPLACE && step->value == NULL));

  if (clears)
    set_or_remove (holder, step->attribute->name, NULL);
  else if (step->attribute->type == MUSTER_SCHEMA_COMPLEX)
    apply_to_complex (step, holder);
  else if (step->value != NULL)
    set_or_remove (holder, step->attribute->name, json_node_copy (step->value));
}

gboolean
muster_patch_apply (const MusterPatch *self, JsonObject *resource, GError **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const MusterPatchStep *step = self->steps->pdata[i];
      JsonObject            *holder;

      holder = muster_schema_get_holder (self->schema, step->attribute, resource, TRUE);
      if (!step->attribute->multi_valued)
        apply_to_one (step, holder);
      else if (!apply_to_many (step, holder, error))
        return FALSE;
    }
  return TRUE;
}
