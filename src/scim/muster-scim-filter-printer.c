/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-filter.h"

void
muster_scim_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (out, '\\');
      if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
print_value (const MusterScimValue *value, GString *out)
{
  switch (value->type)
    {
    case MUSTER_SCIM_VALUE_NULL:
      g_string_append (out, "null");
      break;
    case MUSTER_SCIM_VALUE_BOOLEAN:
      g_string_append (out, value->boolean ? "true" : "false");
      break;
    case MUSTER_SCIM_VALUE_NUMBER:
      g_string_append (out, value->string);
      break;
    case MUSTER_SCIM_VALUE_STRING:
    default:
      muster_scim_append_string (out, value->string);
    }
}

static void print_node (const MusterScimFilter *self, GString *out);

static gboolean
needs_parentheses (const MusterScimFilter *part, MusterScimFilterType within)
{
  if (within == MUSTER_SCIM_FILTER_AND)
    return part->type == MUSTER_SCIM_FILTER_AND || part->type == MUSTER_SCIM_FILTER_OR;
  return part->type == MUSTER_SCIM_FILTER_OR;
}

static void
print_in_parentheses (const MusterScimFilter *part, GString *out)
{
  g_string_append_c (out, '(');
  print_node (part, out);
  g_string_append_c (out, ')');
}

static void
print_run (const MusterScimFilter *self, const char *word, GString *out)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MusterScimFilter *part = g_ptr_array_index (self->parts, i);

      if (i > 0)
        g_string_append (out, word);
      if (needs_parentheses (part, self->type))
        print_in_parentheses (part, out);
      else
        print_node (part, out);
    }
}

static void
print_node (const MusterScimFilter *self, GString *out)
{
  switch (self->type)
    {
    case MUSTER_SCIM_FILTER_AND:
      print_run (self, " and ", out);
      break;
    case MUSTER_SCIM_FILTER_OR:
      print_run (self, " or ", out);
      break;
    case MUSTER_SCIM_FILTER_NOT:
      g_string_append (out, "not ");
      print_in_parentheses (g_ptr_array_index (self->parts, 0), out);
      break;
    case MUSTER_SCIM_FILTER_PRESENT:
      muster_scim_path_print (self->path, out);
      g_string_append (out, " pr");
      break;
    case MUSTER_SCIM_FILTER_VALUE_PATH:
      muster_scim_path_print (self->path, out);
      g_string_append_c (out, '[');
      print_node (g_ptr_array_index (self->parts, 0), out);
      g_string_append_c (out, ']');
      break;
    case MUSTER_SCIM_FILTER_COMPARE:
    default:
      muster_scim_path_print (self->path, out);
      g_string_append_printf (out, " %s ", muster_scim_operator_get_name (self->op));
      print_value (&self->value, out);
    }
}

char *
muster_scim_filter_print (const MusterScimFilter *self)
{
  GString *out = g_string_new (NULL);

  print_node (self, out);
  return g_string_free (out, FALSE);
}
