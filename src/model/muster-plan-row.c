/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-plan-row.h"

struct _MusterPlanRow
{
  GObject parent_instance;

  MusterUser   *user;       /* (owned) */
  GPtrArray    *operations; /* (owned): of MusterOperation */
  MusterGuards  guards;
  MusterOutcome outcome;
  char         *message;       /* (owned) (nullable) */
  char         *message_field; /* (owned) (nullable) */
  gint64        decided_at;    /* microseconds since 1970; 0: not yet */
};

enum
{
  PROP_0,
  PROP_OUTCOME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterPlanRow, muster_plan_row, G_TYPE_OBJECT)

static void
muster_plan_row_finalize (GObject *object)
{
  MusterPlanRow *self = MUSTER_PLAN_ROW (object);

  g_object_unref (self->user);
  g_ptr_array_unref (self->operations);
  g_free (self->message);
  g_free (self->message_field);
  G_OBJECT_CLASS (muster_plan_row_parent_class)->finalize (object);
}

static void
muster_plan_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_OUTCOME)
    g_value_set_uint (value, MUSTER_PLAN_ROW (object)->outcome);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_plan_row_class_init (MusterPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = muster_plan_row_finalize;
  object_class->get_property = muster_plan_row_get_property;
  props[PROP_OUTCOME] = g_param_spec_uint ("outcome", NULL, NULL, 0,
                                           MUSTER_N_OUTCOMES - 1, MUSTER_OUTCOME_PENDING,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_plan_row_init (MusterPlanRow *self)
{
}

MusterPlanRow *
muster_plan_row_new (MusterUser *user, GPtrArray *operations)
{
  g_return_val_if_fail (user != NULL, NULL);
  g_return_val_if_fail (operations != NULL, NULL);

  MusterPlanRow *self = g_object_new (MUSTER_TYPE_PLAN_ROW, NULL);

  self->user = g_object_ref (user);
  self->operations = g_ptr_array_ref (operations);
  self->outcome
    = operations->len == 0 ? MUSTER_OUTCOME_ALREADY_SO : MUSTER_OUTCOME_PENDING;
  return self;
}

MusterUser *
muster_plan_row_get_user (MusterPlanRow *self)
{
  return self->user;
}

GPtrArray *
muster_plan_row_get_operations (MusterPlanRow *self)
{
  return self->operations;
}

MusterFields
muster_plan_row_get_fields (MusterPlanRow *self)
{
  MusterFields fields = 0;

  for (guint i = 0; i < self->operations->len; i++)
    fields |= MUSTER_FIELDS_OF (
      muster_operation_get_field (g_ptr_array_index (self->operations, i)));
  return fields;
}

MusterValueSet *
muster_plan_row_get_before (MusterPlanRow *self, MusterField field)
{
  MusterValueSet *before = muster_user_get_values (self->user, field);

  return before != NULL ? before : muster_value_set_get_empty ();
}

MusterValueSet *
muster_plan_row_dup_after (MusterPlanRow *self, MusterField field)
{
  MusterValueSet *after = muster_value_set_ref (muster_plan_row_get_before (self, field));

  for (guint i = 0; i < self->operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (self->operations, i);
      MusterValueSet  *applied;

      if (muster_operation_get_field (operation) != field)
        continue;
      applied = muster_operation_apply (operation, after);
      muster_value_set_unref (after);
      after = applied;
    }
  return after;
}

MusterGuards
muster_plan_row_get_guards (MusterPlanRow *self)
{
  return self->guards;
}

void
muster_plan_row_set_guards (MusterPlanRow *self, MusterGuards guards)
{
  self->guards = guards;
}

MusterOutcome
muster_plan_row_get_outcome (MusterPlanRow *self)
{
  return self->outcome;
}

const char *
muster_plan_row_get_message (MusterPlanRow *self)
{
  return self->message;
}

const char *
muster_plan_row_get_message_field (MusterPlanRow *self)
{
  return self->message_field;
}

void
muster_plan_row_decide (MusterPlanRow *self,
                        MusterOutcome  outcome,
                        const char    *message,
                        const char    *message_field)
{
  char    *old_message = self->message;
  char    *old_field = self->message_field;
  gboolean is_new = self->outcome != outcome || g_strcmp0 (old_message, message) != 0;

  self->outcome = outcome;
  self->message = g_strdup (message);
  self->message_field = g_strdup (message_field);
  g_free (old_message);
  g_free (old_field);
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
}

gint64
muster_plan_row_get_decided_at (MusterPlanRow *self)
{
  return self->decided_at;
}

void
muster_plan_row_set_decided_at (MusterPlanRow *self, gint64 decided_at)
{
  self->decided_at = decided_at;
}
