/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-summary.h"

struct _MusterUserSummary
{
  gatomicrefcount    ref_count;
  guint              n_users;
  MusterFieldSummary fields[MUSTER_N_FIELDS];
  guint              n_blank[MUSTER_N_PROFILE_FIELDS];
};

G_DEFINE_BOXED_TYPE (MusterUserSummary,
                     muster_user_summary,
                     muster_user_summary_ref,
                     muster_user_summary_unref)

/* What is counted of one field while users are gone through. */
typedef struct
{
  MusterFieldSummary *summary;   /* (not owned) */
  GHashTable         *positions; /* (owned): identifier (not owned) → position + 1 */
} FieldCount;

static void
clear_value_count (gpointer data)
{
  MusterValueCount *count = data;

  muster_reference_unref (count->value);
}

static void
count_value (FieldCount *field, MusterReference *value)
{
  GArray     *values = field->summary->values;
  const char *id = muster_reference_get_id (value);
  guint       position = GPOINTER_TO_UINT (g_hash_table_lookup (field->positions, id));
  MusterValueCount count = { NULL, 1 };

  if (position > 0)
    {
      g_array_index (values, MusterValueCount, position - 1).n_users++;
      return;
    }
  count.value = muster_reference_ref (value);
  g_array_append_val (values, count);
  g_hash_table_insert (field->positions, (gpointer) id, GUINT_TO_POINTER (values->len));
}

static void
count_values (FieldCount *field, MusterValueSet *values)
{
  if (values == NULL)
    field->summary->n_unknown++;
  else if (muster_value_set_get_n_values (values) == 0)
    field->summary->n_empty++;
  else
    for (guint i = 0; i < muster_value_set_get_n_values (values); i++)
      count_value (field, muster_value_set_get_value (values, i));
}

static gint
compare_counts (gconstpointer a, gconstpointer b)
{
  const MusterValueCount *count_a = a;
  const MusterValueCount *count_b = b;

  if (count_a->n_users != count_b->n_users)
    return count_a->n_users > count_b->n_users ? -1 : 1;
  return g_utf8_collate (muster_reference_get_display (count_a->value),
                         muster_reference_get_display (count_b->value));
}

static void
count_field (MusterFieldSummary *summary, GPtrArray *users, MusterField field)
{
  FieldCount count = { summary, NULL };

  summary->values = g_array_new (FALSE, FALSE, sizeof (MusterValueCount));
  g_array_set_clear_func (summary->values, clear_value_count);
  count.positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < users->len; i++)
    count_values (&count, muster_user_get_values (g_ptr_array_index (users, i), field));
  g_array_sort (summary->values, compare_counts);
  g_hash_table_unref (count.positions);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static guint
count_blank (GPtrArray *users, MusterProfileField field)
{
  guint n_blank = 0;

  for (guint i = 0; i < users->len; i++)
    if (is_blank (muster_user_get_profile_text (g_ptr_array_index (users, i), field)))
      n_blank++;
  return n_blank;
}

MusterUserSummary *
muster_user_summary_new (GPtrArray *users)
{
  MusterUserSummary *self = g_new0 (MusterUserSummary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_users = users->len;
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    count_field (&self->fields[field], users, field);
  for (MusterProfileField field = 0; field < MUSTER_N_PROFILE_FIELDS; field++)
    self->n_blank[field] = count_blank (users, field);
  return self;
}

MusterUserSummary *
muster_user_summary_ref (MusterUserSummary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_user_summary_unref (MusterUserSummary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    g_array_unref (self->fields[field].values);
  g_free (self);
}

guint
muster_user_summary_get_n_users (const MusterUserSummary *self)
{
  return self->n_users;
}

const MusterFieldSummary *
muster_user_summary_get_field (const MusterUserSummary *self, MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, NULL);

  return &self->fields[field];
}

guint
muster_user_summary_count (const MusterUserSummary *self,
                           MusterField              field,
                           const char              *id)
{
  GArray *values = muster_user_summary_get_field (self, field)->values;

  for (guint i = 0; i < values->len; i++)
    {
      MusterValueCount *count = &g_array_index (values, MusterValueCount, i);

      if (g_str_equal (muster_reference_get_id (count->value), id))
        return count->n_users;
    }
  return 0;
}

guint
muster_user_summary_get_n_blank (const MusterUserSummary *self, MusterProfileField field)
{
  g_return_val_if_fail (field < MUSTER_N_PROFILE_FIELDS, 0);

  return self->n_blank[field];
}
