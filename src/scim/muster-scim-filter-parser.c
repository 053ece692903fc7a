/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-filter-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXPECTED_OPERATOR N_ ("eq, ne, co, sw, ew, gt, ge, lt, le or pr")
#define EXPECTED_VALUE N_ ("a text in quotation marks, a number, true, false or null")

typedef struct
{
  MusterScimScanner *scanner; /* (not owned) */
  guint              depth;
  guint              n_terms;
  gboolean           in_value_path;
} Parser;

static MusterScimFilter *parse_any (Parser *self, GError **error);

static gboolean
fail (Parser *self, GError **error, const char *problem)
{
  g_set_error (error, MUSTER_SCIM_ERROR, (int) self->scanner->code,
               /* Translators: “The filter”, and what is wrong with it. */
               _ ("%s cannot be used: %s."), _ (self->scanner->what), _ (problem));
  return FALSE;
}

static gboolean
enter (Parser *self, GError **error)
{
  if (++self->depth <= MUSTER_SCIM_FILTER_MAX_DEPTH)
    return TRUE;
  return fail (self, error, N_ ("it is nested too deeply, use fewer parentheses"));
}

static gboolean
count_term (Parser *self, GError **error)
{
  if (++self->n_terms <= MUSTER_SCIM_FILTER_MAX_TERMS)
    return TRUE;
  return fail (self, error, N_ ("it has too many terms, ask for fewer at a time"));
}

static gboolean
parse_value (Parser *self, MusterScimValue *value, GError **error)
{
  MusterScimScanner *scanner = self->scanner;

  if (muster_scim_scanner_take_word (scanner, "null"))
    {
      value->type = MUSTER_SCIM_VALUE_NULL;
      return TRUE;
    }
  value->type = MUSTER_SCIM_VALUE_BOOLEAN;
  value->boolean = muster_scim_scanner_take_word (scanner, "true");
  if (value->boolean || muster_scim_scanner_take_word (scanner, "false"))
    return TRUE;
  if (*scanner->at == '"')
    {
      value->type = MUSTER_SCIM_VALUE_STRING;
      value->string = muster_scim_scanner_take_string (scanner, error);
      return value->string != NULL;
    }
  value->type = MUSTER_SCIM_VALUE_NUMBER;
  value->string = muster_scim_scanner_take_number (scanner);
  if (value->string == NULL)
    return muster_scim_scanner_expect (scanner, EXPECTED_VALUE, error);
  value->number = g_ascii_strtod (value->string, NULL);
  return TRUE;
}

static gboolean
parse_operator (Parser *self, MusterScimOperator *op, GError **error)
{
  for (guint i = 0; i <= MUSTER_SCIM_OPERATOR_LE; i++)
    if (muster_scim_scanner_take_word (self->scanner, muster_scim_operator_get_name (i)))
      {
        *op = i;
        return TRUE;
      }
  return muster_scim_scanner_expect (self->scanner, EXPECTED_OPERATOR, error);
}

static gboolean
parse_comparison (Parser *self, MusterScimFilter *node, GError **error)
{
  muster_scim_scanner_skip_spaces (self->scanner);
  if (muster_scim_scanner_take_word (self->scanner, "pr"))
    {
      node->type = MUSTER_SCIM_FILTER_PRESENT;
      return TRUE;
    }
  node->type = MUSTER_SCIM_FILTER_COMPARE;
  if (!parse_operator (self, &node->op, error))
    return FALSE;
  muster_scim_scanner_skip_spaces (self->scanner);
  return parse_value (self, &node->value, error);
}

static gboolean
parse_value_path (Parser *self, MusterScimFilter *node, GError **error)
{
  MusterScimFilter *inner;

  if (self->in_value_path)
    return muster_scim_scanner_expect (self->scanner, N_ ("no brackets within brackets"),
                                       error);
  self->scanner->at++;
  self->in_value_path = TRUE;
  inner = parse_any (self, error);
  self->in_value_path = FALSE;
  if (inner == NULL)
    return FALSE;
  node->type = MUSTER_SCIM_FILTER_VALUE_PATH;
  node->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_scim_filter_free);
  g_ptr_array_add (node->parts, inner);
  if (!muster_scim_scanner_take (self->scanner, ']'))
    return muster_scim_scanner_expect (self->scanner, N_ ("and, or or a closing ]"),
                                       error);
  return TRUE;
}

/* The error of a path that is none, with the place in the whole text. */
static gboolean
parse_term_path (Parser *self, MusterScimFilter *node, GError **error)
{
  const char      *start = self->scanner->at;
  g_autofree char *text = muster_scim_scanner_take_path (self->scanner);

  if (text != NULL)
    node->path = muster_scim_path_parse (text, NULL);
  if (node->path != NULL)
    return TRUE;
  self->scanner->at = start;
  return muster_scim_scanner_expect (self->scanner, N_ ("the name of an attribute"),
                                     error);
}

static MusterScimFilter *
parse_term (Parser *self, GError **error)
{
  g_autoptr (MusterScimFilter) node = g_new0 (MusterScimFilter, 1);
  gboolean parsed;

  if (!count_term (self, error) || !parse_term_path (self, node, error))
    return NULL;
  parsed = *self->scanner->at == '[' ? parse_value_path (self, node, error)
                                     : parse_comparison (self, node, error);
  return parsed ? g_steal_pointer (&node) : NULL;
}

static MusterScimFilter *
parse_in_parentheses (Parser *self, GError **error)
{
  g_autoptr (MusterScimFilter) inner = NULL;

  if (!muster_scim_scanner_take (self->scanner, '('))
    {
      muster_scim_scanner_expect (self->scanner, N_ ("an opening parenthesis after not"),
                                  error);
      return NULL;
    }
  inner = parse_any (self, error);
  if (inner == NULL)
    return NULL;
  if (!muster_scim_scanner_take (self->scanner, ')'))
    {
      muster_scim_scanner_expect (self->scanner, N_ ("and, or or a closing parenthesis"),
                                  error);
      return NULL;
    }
  return g_steal_pointer (&inner);
}

/* `not` is an attribute's name too, unless a parenthesis follows. */
static gboolean
take_not (Parser *self)
{
  const char *start = self->scanner->at;

  if (!muster_scim_scanner_take_word (self->scanner, "not"))
    return FALSE;
  muster_scim_scanner_skip_spaces (self->scanner);
  if (*self->scanner->at == '(')
    return TRUE;
  self->scanner->at = start;
  return FALSE;
}

static MusterScimFilter *
parse_unit (Parser *self, GError **error)
{
  MusterScimFilter *inner;

  muster_scim_scanner_skip_spaces (self->scanner);
  if (take_not (self))
    {
      inner = parse_in_parentheses (self, error);
      return inner != NULL ? muster_scim_filter_new_not (inner) : NULL;
    }
  if (*self->scanner->at == '(')
    return parse_in_parentheses (self, error);
  return parse_term (self, error);
}

typedef MusterScimFilter *(*ParseFunc) (Parser *self, GError **error);

/* Parts with @word between them; one part alone stands for itself. */
static GPtrArray *
parse_run (Parser *self, const char *word, ParseFunc parse_part, GError **error)
{
  g_autoptr (GPtrArray) parts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_scim_filter_free);

  do
    {
      MusterScimFilter *part = parse_part (self, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
      muster_scim_scanner_skip_spaces (self->scanner);
    }
  while (muster_scim_scanner_take_word (self->scanner, word));
  return g_steal_pointer (&parts);
}

static MusterScimFilter *
parse_all (Parser *self, GError **error)
{
  GPtrArray *parts = parse_run (self, "and", parse_unit, error);

  return parts != NULL ? muster_scim_filter_new_all (parts) : NULL;
}

static MusterScimFilter *
parse_any (Parser *self, GError **error)
{
  GPtrArray *parts;

  if (!enter (self, error))
    return NULL;
  parts = parse_run (self, "or", parse_all, error);
  self->depth--;
  return parts != NULL ? muster_scim_filter_new_any (parts) : NULL;
}

MusterScimFilter *
muster_scim_filter_parse_inner (MusterScimScanner *scanner, GError **error)
{
  Parser parser = { .scanner = scanner, .in_value_path = TRUE };

  return parse_any (&parser, error);
}

MusterScimFilter *
muster_scim_filter_parse (const char *text, GError **error)
{
  MusterScimScanner scanner;
  Parser            parser = { .scanner = &scanner };
  g_autoptr (MusterScimFilter) filter = NULL;

  if (!muster_scim_scanner_begin (&scanner, text, N_ ("The filter"),
                                  MUSTER_SCIM_ERROR_INVALID_FILTER, error))
    return NULL;
  filter = parse_any (&parser, error);
  if (filter == NULL)
    return NULL;
  if (!muster_scim_scanner_is_at_end (&scanner))
    {
      muster_scim_scanner_expect (&scanner, N_ ("and, or or the end"), error);
      return NULL;
    }
  return g_steal_pointer (&filter);
}
