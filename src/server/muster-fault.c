/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-fault.h"

#include <string.h>

typedef enum
{
  KIND_LATENCY,
  KIND_DROP_BEFORE,
  KIND_DROP_AFTER,
  KIND_ERROR,
  KIND_ERROR_AFTER,
} Kind;

static const struct
{
  const char *name;
  gboolean    has_number;
  guint       least;
  guint       most;
} kinds[] = {
  [KIND_LATENCY] = { "latency", TRUE, 0, 60000 },
  [KIND_DROP_BEFORE] = { "drop-before", FALSE, 0, 0 },
  [KIND_DROP_AFTER] = { "drop-after", FALSE, 0, 0 },
  [KIND_ERROR] = { "error", TRUE, 400, 599 },
  [KIND_ERROR_AFTER] = { "error-after", TRUE, 400, 599 },
};

typedef struct
{
  Kind  kind;
  guint number;
  guint every;
} Rule;

struct _MusterFaults
{
  GArray *rules; /* (owned): of Rule */
  guint   n_requests;
};

MusterFaults *
muster_faults_new (void)
{
  MusterFaults *self = g_new0 (MusterFaults, 1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  return self;
}

void
muster_faults_free (MusterFaults *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rules);
  g_free (self);
}

static gboolean
parse_number (const char *text, guint least, guint most, guint *number)
{
  guint64 parsed;
  char   *end;

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;
  parsed = g_ascii_strtoull (text, &end, 10);
  if (*end != '\0' && strcmp (end, "ms") != 0)
    return FALSE;
  *number = (guint) parsed;
  return parsed >= least && parsed <= most;
}

static gboolean
parse_rule (const char *text, Rule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_auto (GStrv) sides = g_strsplit (parts[0] != NULL ? parts[0] : "", "=", 2);

  rule->every = 1;
  if (parts[0] == NULL || sides[0] == NULL)
    return FALSE;
  if (parts[1] != NULL
      && (!g_str_has_prefix (parts[1], "every=")
          || !parse_number (parts[1] + strlen ("every="), 1, G_MAXINT, &rule->every)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (sides[0], kinds[i].name) != 0)
        continue;
      rule->kind = i;
      if (!kinds[i].has_number)
        return sides[1] == NULL;
      return parse_number (sides[1], kinds[i].least, kinds[i].most, &rule->number);
    }
  return FALSE;
}

gboolean
muster_faults_add (MusterFaults *self, const char *text, GError **error)
{
  Rule rule = { 0 };

  if (!parse_rule (text, &rule))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "“%s” is no fault: use %s.", text, MUSTER_FAULTS_HELP);
      return FALSE;
    }
  g_array_append_val (self->rules, rule);
  return TRUE;
}

static void
apply (const Rule *rule, MusterFault *fault)
{
  switch (rule->kind)
    {
    case KIND_LATENCY:
      fault->latency_ms = rule->number;
      break;
    case KIND_DROP_BEFORE:
      fault->drop_before = TRUE;
      break;
    case KIND_DROP_AFTER:
      fault->drop_after = TRUE;
      break;
    case KIND_ERROR:
      fault->error = rule->number;
      break;
    case KIND_ERROR_AFTER:
    default:
      fault->error_after = rule->number;
    }
}

void
muster_faults_draw (MusterFaults *self, gboolean counts, MusterFault *fault)
{
  *fault = (MusterFault){ 0 };
  if (counts)
    self->n_requests++;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (rule->kind == KIND_LATENCY || (counts && self->n_requests % rule->every == 0))
        apply (rule, fault);
    }
}
