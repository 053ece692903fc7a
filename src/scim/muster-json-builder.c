/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-builder.h"

#include <errno.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  GString    *string; /* (owned): the one read last */
  guint       depth;
  guint       repeats;   /* the depth where nodes are used again; 0: none */
  const char *last_text; /* (nullable): of the object built there last */
  gsize       last_length;
  JsonNode   *last_node; /* (not owned): its node */
} Builder;

static void
skip_spaces (Builder *self)
{
  while (
    self->at < self->end
    && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

/* Steps over @mark if it is next, spaces aside. */
static gboolean
take (Builder *self, char mark)
{
  skip_spaces (self);
  if (*self->at != mark)
    return FALSE;
  self->at++;
  return TRUE;
}

static gunichar
read_unit (Builder *self)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (*self->at++);
  return unit;
}

/* The two halves of a pair always come together: the text was checked. */
static void
read_unicode_escape (Builder *self)
{
  gunichar unit = read_unit (self);

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      self->at += strlen ("\\u");
      unit = 0x10000 + ((unit - 0xd800) << 10) + (read_unit (self) - 0xdc00);
    }
  g_string_append_unichar (self->string, unit);
}

static void
read_escape (Builder *self)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  char              letter = *self->at++;
  const char       *known = strchr (letters, letter);

  if (letter == 'u')
    read_unicode_escape (self);
  else
    g_string_append_c (self->string, known != NULL ? meanings[known - letters] : letter);
}

/* (transfer none): valid until the next string is read. */
static const char *
read_string (Builder *self)
{
  g_string_truncate (self->string, 0);
  self->at++;
  while (*self->at != '"')
    {
      const char *start = self->at;

      while (*self->at != '"' && *self->at != '\\')
        self->at++;
      g_string_append_len (self->string, start, self->at - start);
      if (*self->at == '\\')
        {
          self->at++;
          read_escape (self);
        }
    }
  self->at++;
  return self->string->str;
}

static JsonNode *
build_number (Builder *self)
{
  const char *start = self->at;
  gboolean    is_whole = TRUE;
  gint64      number;

  for (; self->at < self->end && strchr ("+-.0123456789eE", *self->at) != NULL;
       self->at++)
    is_whole &= strchr (".eE", *self->at) == NULL;
  g_string_truncate (self->string, 0);
  g_string_append_len (self->string, start, self->at - start);
  errno = 0;
  number = g_ascii_strtoll (self->string->str, NULL, 10);
  if (is_whole && errno == 0)
    return json_node_init_int (json_node_alloc (), number);
  return json_node_init_double (json_node_alloc (),
                                g_ascii_strtod (self->string->str, NULL));
}

static JsonNode *build_value (Builder *self);

static JsonNode *
build_object (Builder *self)
{
  JsonNode   *node = json_node_alloc ();
  JsonObject *object = json_object_new ();

  json_node_init_object (node, object);
  json_object_unref (object);
  self->at++;
  self->depth++;
  while (!take (self, '}'))
    {
      g_autofree char *name = NULL;

      take (self, ',');
      skip_spaces (self);
      name = g_strdup (read_string (self));
      take (self, ':');
      json_object_set_member (object, name, build_value (self));
    }
  self->depth--;
  return node;
}

/* An object's text ends with its own brace, so what begins with the same text is the same
 * object. */
static JsonNode *
build_or_repeat (Builder *self)
{
  const char *text = self->at;

  if (self->last_text != NULL && (gsize) (self->end - text) >= self->last_length
      && memcmp (text, self->last_text, self->last_length) == 0)
    {
      self->at += self->last_length;
      return json_node_ref (self->last_node);
    }
  self->last_node = build_object (self);
  self->last_text = text;
  self->last_length = (gsize) (self->at - text);
  return self->last_node;
}

static JsonNode *
build_array (Builder *self)
{
  JsonNode  *node = json_node_alloc ();
  JsonArray *array = json_array_new ();

  json_node_init_array (node, array);
  json_array_unref (array);
  self->at++;
  self->depth++;
  while (!take (self, ']'))
    {
      take (self, ',');
      json_array_add_element (array, build_value (self));
    }
  self->depth--;
  return node;
}

static JsonNode *
build_value (Builder *self)
{
  skip_spaces (self);
  switch (*self->at)
    {
    case '{':
      return self->repeats > 0 && self->depth == self->repeats ? build_or_repeat (self)
                                                               : build_object (self);
    case '[':
      return build_array (self);
    case '"':
      return json_node_init_string (json_node_alloc (), read_string (self));
    case 't':
      self->at += strlen ("true");
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case 'f':
      self->at += strlen ("false");
      return json_node_init_boolean (json_node_alloc (), FALSE);
    case 'n':
      self->at += strlen ("null");
      return json_node_init_null (json_node_alloc ());
    default:
      return build_number (self);
    }
}

JsonNode *
muster_json_build (const char *text, gsize length, guint repeats)
{
  Builder   builder = { .at = text, .end = text + length, .repeats = repeats };
  JsonNode *root;

  builder.string = g_string_sized_new (256);
  root = build_value (&builder);
  g_string_free (builder.string, TRUE);
  return root;
}
