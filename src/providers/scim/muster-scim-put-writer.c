/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-put-writer.h"

#include <string.h>

#include "muster-json-guard.h"
#include "muster-operation.h"
#include "muster-scim-filter.h"
#include "muster-scim-json-parts.h"
#include "muster-scim-urns.h"

typedef struct
{
  GPtrArray               *operations; /* (not owned): of MusterOperation */
  const MusterScimDialect *dialect;    /* (not owned) */
  GString                 *out;        /* (not owned) */
  gboolean                 begun; /* something stands in the present object or array */
} Writer;

static void
print_comma (Writer *self)
{
  if (self->begun)
    g_string_append_c (self->out, ',');
  self->begun = TRUE;
}

static void
print_name (Writer *self, const char *name)
{
  print_comma (self);
  muster_scim_append_string (self->out, name);
  g_string_append_c (self->out, ':');
}

static void
print_part (Writer *self, const MusterScimJsonPart *part)
{
  print_comma (self);
  if (part->name != NULL)
    {
      g_string_append_len (self->out, part->name, (gssize) part->name_length);
      g_string_append_c (self->out, ':');
    }
  g_string_append_len (self->out, part->value, (gssize) part->value_length);
}

static const char *
get_id (const MusterOperation *operation)
{
  return muster_reference_get_id (muster_operation_get_value (operation));
}

/* The member that an operation is about, and in which of the two objects it stands. */
static const char *
get_name (Writer *self, const MusterOperation *operation, gboolean *in_extension)
{
  const char *path
    = muster_scim_dialect_get_path (self->dialect,
                                    muster_operation_get_field (operation));
  const char *colon = strrchr (path, ':');

  *in_extension = colon != NULL;
  return colon != NULL ? colon + 1 : path;
}

static gboolean
is_about (Writer                   *self,
          const MusterOperation    *operation,
          const MusterScimJsonPart *part,
          gboolean                  of_extension)
{
  gboolean    in_extension;
  const char *name = get_name (self, operation, &in_extension);

  return in_extension == of_extension && muster_scim_json_part_is (part, name);
}

/* Whether any operation says what becomes of the member. */
static gboolean
is_changed (Writer *self, const MusterScimJsonPart *part, gboolean of_extension)
{
  for (guint i = 0; i < self->operations->len; i++)
    if (is_about (self, g_ptr_array_index (self->operations, i), part, of_extension))
      return TRUE;
  return FALSE;
}

/* What changes is printed anew after it. */
static void
print_unchanged (Writer *self, GArray *parts, gboolean of_extension)
{
  static const char *const theirs[]
    = { "schemas", "meta", "groups", MUSTER_SCIM_URN_ENTERPRISE };

  for (guint i = 0; i < parts->len; i++)
    {
      const MusterScimJsonPart *part = &g_array_index (parts, MusterScimJsonPart, i);
      gboolean                  left_out = is_changed (self, part, of_extension);

      for (guint k = 0; !of_extension && k < G_N_ELEMENTS (theirs); k++)
        left_out = left_out || muster_scim_json_part_is (part, theirs[k]);
      if (!left_out)
        print_part (self, part);
    }
}

static void
print_singles (Writer *self, gboolean of_extension)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);
      gboolean               in_extension;
      const char            *name = get_name (self, operation, &in_extension);

      if (muster_operation_get_verb (operation) != MUSTER_VERB_SET
          || in_extension != of_extension)
        continue;
      print_name (self, name);
      if (muster_operation_get_field (operation) != MUSTER_FIELD_ACTIVE)
        muster_scim_append_string (self->out, get_id (operation));
      else if (g_str_equal (get_id (operation), MUSTER_ACTIVE_TRUE))
        g_string_append (self->out, "true");
      else
        g_string_append (self->out, "false");
    }
}

/* (nullable) */
static const MusterScimJsonPart *
find_part (GArray *parts, const char *name)
{
  for (guint i = 0; i < parts->len; i++)
    if (muster_scim_json_part_is (&g_array_index (parts, MusterScimJsonPart, i), name))
      return &g_array_index (parts, MusterScimJsonPart, i);
  return NULL;
}

/* (transfer full): those of the member @name; none where it is not there. */
static GArray *
split_member (GArray *parts, const char *name)
{
  const MusterScimJsonPart *part = find_part (parts, name);

  return part != NULL ? muster_scim_json_split (part->value, part->value_length)
                      : muster_scim_json_split ("", 0);
}

/* (transfer full) (nullable): what an element of a list is known by. */
static char *
dup_element_id (const MusterScimJsonPart *element)
{
  g_autoptr (GArray) members
    = muster_scim_json_split (element->value, element->value_length);
  const MusterScimJsonPart *value = find_part (members, "value");
  const MusterScimJsonPart *text = value != NULL ? value : element;
  g_autoptr (JsonNode) node
    = muster_json_parse_text (text->value, text->value_length, NULL);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node)
                                                      : NULL;
}

static gboolean
is_removed (Writer *self, const MusterScimJsonPart *element, MusterField field)
{
  g_autofree char *id = dup_element_id (element);

  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (muster_operation_get_field (operation) != field)
        continue;
      if (muster_operation_get_verb (operation) == MUSTER_VERB_CLEAR)
        return TRUE;
      if (muster_operation_get_verb (operation) == MUSTER_VERB_REMOVE
          && g_strcmp0 (id, get_id (operation)) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
print_elements (Writer *self, GArray *elements, MusterField field)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const MusterScimJsonPart *element
        = &g_array_index (elements, MusterScimJsonPart, i);

      if (!is_removed (self, element, field))
        print_part (self, element);
    }
  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (muster_operation_get_field (operation) != field
          || muster_operation_get_verb (operation) != MUSTER_VERB_ADD)
        continue;
      print_comma (self);
      g_string_append (self->out, "{\"value\":");
      muster_scim_append_string (self->out, get_id (operation));
      g_string_append_c (self->out, '}');
    }
}

static gboolean
sets_extension (Writer *self)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (muster_operation_get_field (operation) == MUSTER_FIELD_ORGANIZATION
          && muster_operation_get_verb (operation) == MUSTER_VERB_SET)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_operation (Writer *self, MusterField field)
{
  for (guint i = 0; i < self->operations->len; i++)
    if (muster_operation_get_field (g_ptr_array_index (self->operations, i)) == field)
      return TRUE;
  return FALSE;
}

static void
print_roles (Writer *self, GArray *parts)
{
  const char *name = muster_scim_dialect_get_path (self->dialect, MUSTER_FIELD_ROLES);
  g_autoptr (GArray) elements = split_member (parts, name);

  if (!has_operation (self, MUSTER_FIELD_ROLES))
    return;
  print_name (self, name);
  g_string_append_c (self->out, '[');
  self->begun = FALSE;
  print_elements (self, elements, MUSTER_FIELD_ROLES);
  g_string_append_c (self->out, ']');
  self->begun = TRUE;
}

/* What is new in a user it must name. */
static void
print_schemas (Writer *self, GArray *parts)
{
  g_autoptr (GArray) elements = split_member (parts, "schemas");
  const MusterScimJsonPart *schemas = find_part (parts, "schemas");
  gboolean                  known = FALSE;

  if (!sets_extension (self))
    {
      if (schemas != NULL)
        print_part (self, schemas);
      return;
    }
  print_name (self, "schemas");
  g_string_append_c (self->out, '[');
  self->begun = FALSE;
  for (guint i = 0; i < elements->len; i++)
    {
      const MusterScimJsonPart *element
        = &g_array_index (elements, MusterScimJsonPart, i);
      g_autofree char *urn = dup_element_id (element);

      known
        = known
          || (urn != NULL && g_ascii_strcasecmp (urn, MUSTER_SCIM_URN_ENTERPRISE) == 0);
      print_part (self, element);
    }
  if (!known)
    {
      print_comma (self);
      muster_scim_append_string (self->out, MUSTER_SCIM_URN_ENTERPRISE);
    }
  g_string_append_c (self->out, ']');
  self->begun = TRUE;
}

/* An extension that was not there is not there afterwards, unless something is set. */
static void
print_extension (Writer *self, GArray *parts)
{
  const MusterScimJsonPart *part = find_part (parts, MUSTER_SCIM_URN_ENTERPRISE);
  g_autoptr (GArray) members = split_member (parts, MUSTER_SCIM_URN_ENTERPRISE);
  gsize before = self->out->len;
  gsize inside;

  if (part != NULL && !has_operation (self, MUSTER_FIELD_ORGANIZATION))
    {
      print_part (self, part);
      return;
    }
  print_name (self, MUSTER_SCIM_URN_ENTERPRISE);
  g_string_append_c (self->out, '{');
  inside = self->out->len;
  self->begun = FALSE;
  print_unchanged (self, members, TRUE);
  print_singles (self, TRUE);
  self->begun = TRUE;
  if (part == NULL && self->out->len == inside)
    g_string_truncate (self->out, before);
  else
    g_string_append_c (self->out, '}');
}

void
muster_scim_put_print (const char              *user,
                       gsize                    length,
                       GPtrArray               *operations,
                       const MusterScimDialect *dialect,
                       GString                 *out)
{
  Writer self = { .operations = operations, .dialect = dialect, .out = out };
  g_autoptr (GArray) parts = muster_scim_json_split (user, length);

  g_string_append_c (out, '{');
  print_schemas (&self, parts);
  print_unchanged (&self, parts, FALSE);
  print_singles (&self, FALSE);
  print_roles (&self, parts);
  print_extension (&self, parts);
  g_string_append_c (out, '}');
}
