/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-filter.h"

static const char *const operator_names[] = {
  [MUSTER_SCIM_OPERATOR_EQ] = "eq", [MUSTER_SCIM_OPERATOR_NE] = "ne",
  [MUSTER_SCIM_OPERATOR_CO] = "co", [MUSTER_SCIM_OPERATOR_SW] = "sw",
  [MUSTER_SCIM_OPERATOR_EW] = "ew", [MUSTER_SCIM_OPERATOR_GT] = "gt",
  [MUSTER_SCIM_OPERATOR_GE] = "ge", [MUSTER_SCIM_OPERATOR_LT] = "lt",
  [MUSTER_SCIM_OPERATOR_LE] = "le",
};

const char *
muster_scim_operator_get_name (MusterScimOperator op)
{
  g_return_val_if_fail (op < G_N_ELEMENTS (operator_names), NULL);

  return operator_names[op];
}

static MusterScimFilter *
create_node (MusterScimFilterType type, const char *path)
{
  MusterScimFilter *self = g_new0 (MusterScimFilter, 1);

  self->type = type;
  if (path != NULL)
    {
      self->path = muster_scim_path_parse (path, NULL);
      g_assert (self->path != NULL);
    }
  return self;
}

MusterScimFilter *
muster_scim_filter_new_compare (const char *path, MusterScimOperator op, const char *text)
{
  MusterScimFilter *self = create_node (MUSTER_SCIM_FILTER_COMPARE, path);

  self->op = op;
  self->value.type = MUSTER_SCIM_VALUE_STRING;
  self->value.string = g_strdup (text);
  return self;
}

MusterScimFilter *
muster_scim_filter_new_compare_boolean (const char *path, gboolean value)
{
  MusterScimFilter *self = create_node (MUSTER_SCIM_FILTER_COMPARE, path);

  self->op = MUSTER_SCIM_OPERATOR_EQ;
  self->value.type = MUSTER_SCIM_VALUE_BOOLEAN;
  self->value.boolean = value;
  return self;
}

MusterScimFilter *
muster_scim_filter_new_present (const char *path)
{
  return create_node (MUSTER_SCIM_FILTER_PRESENT, path);
}

static MusterScimFilter *
combine (MusterScimFilterType type, GPtrArray *parts)
{
  MusterScimFilter *self = create_node (type, NULL);

  self->parts = parts;
  g_ptr_array_set_free_func (parts, (GDestroyNotify) muster_scim_filter_free);
  return self;
}

MusterScimFilter *
muster_scim_filter_new_not (MusterScimFilter *part)
{
  GPtrArray *parts = g_ptr_array_new ();

  g_ptr_array_add (parts, part);
  return combine (MUSTER_SCIM_FILTER_NOT, parts);
}

static MusterScimFilter *
combine_run (MusterScimFilterType type, GPtrArray *parts)
{
  g_return_val_if_fail (parts->len > 0, NULL);

  if (parts->len == 1)
    {
      MusterScimFilter *only = g_ptr_array_index (parts, 0);

      g_ptr_array_set_free_func (parts, NULL);
      g_ptr_array_unref (parts);
      return only;
    }
  return combine (type, parts);
}

MusterScimFilter *
muster_scim_filter_new_all (GPtrArray *parts)
{
  return combine_run (MUSTER_SCIM_FILTER_AND, parts);
}

MusterScimFilter *
muster_scim_filter_new_any (GPtrArray *parts)
{
  return combine_run (MUSTER_SCIM_FILTER_OR, parts);
}

void
muster_scim_filter_free (MusterScimFilter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  muster_scim_path_free (self->path);
  g_free (self->value.string);
  g_free (self);
}
