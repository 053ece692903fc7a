/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "fake-user.h"

#include "muster-operation.h"

FakeUser *
fake_user_new (const char *id, const char *user_name)
{
  FakeUser *self = g_new0 (FakeUser, 1);

  self->id = g_strdup (id);
  self->user_name = g_strdup (user_name);
  self->email = g_strdup_printf ("%s@example.org", user_name);
  self->revision = 1;
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    self->values[i] = muster_value_set_ref (muster_value_set_get_empty ());
  fake_user_set (self, MUSTER_FIELD_ORGANIZATION, "o1");
  fake_user_set (self, MUSTER_FIELD_TIME_ZONE, "Asia/Tokyo");
  fake_user_set (self, MUSTER_FIELD_ROLES, "r-basic");
  fake_user_set (self, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_TRUE);
  return self;
}

void
fake_user_free (FakeUser *self)
{
  g_free (self->id);
  g_free (self->user_name);
  g_free (self->email);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    muster_value_set_unref (self->values[i]);
  g_free (self);
}

static MusterValueSet *
parse_set (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) values
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (values, muster_reference_new (words[i], NULL));
  return muster_value_set_new ((MusterReference *const *) values->pdata, values->len);
}

static gboolean
replace_values (FakeUser *self, MusterField field, MusterValueSet *values)
{
  gboolean is_new = !muster_value_set_equal (self->values[field], values);

  muster_value_set_unref (self->values[field]);
  self->values[field] = values;
  return is_new;
}

void
fake_user_set (FakeUser *self, MusterField field, const char *ids)
{
  if (replace_values (self, field, parse_set (ids)))
    self->revision++;
}

gboolean
fake_user_has (FakeUser *self, MusterField field, const char *ids)
{
  g_autoptr (MusterValueSet) values = parse_set (ids);

  return muster_value_set_equal (self->values[field], values);
}

void
fake_user_set_fault (FakeUser *self, FakeFault fault, guint n_faults)
{
  self->fault = fault;
  self->n_faults = n_faults;
}

static char *
print_version (FakeUser *self)
{
  return g_strdup_printf ("W/\"%u\"", self->revision);
}

MusterUser *
fake_user_read (FakeUser *self, MusterFields fields, gboolean has_versions)
{
  MusterUser      *user = muster_user_new (self->id, self->user_name);
  g_autofree char *version = has_versions ? print_version (self) : NULL;

  muster_user_set_email (user, self->email);
  muster_user_set_version (user, version);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    if (fields & MUSTER_FIELDS_OF (i))
      muster_user_set_values (user, i, self->values[i]);
  return user;
}

static void
apply (FakeUser *self, GPtrArray *operations, MusterFields fields)
{
  gboolean is_new = FALSE;

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterField      field = muster_operation_get_field (operation);

      if ((fields & MUSTER_FIELDS_OF (field)) == 0)
        continue;
      is_new |= replace_values (self, field,
                                muster_operation_apply (operation, self->values[field]));
    }
  if (is_new)
    self->revision++;
}

static MusterWriteResult *
apply_checked (FakeUser *self, const MusterWrite *write, gboolean has_versions)
{
  g_autofree char *before = print_version (self);
  g_autofree char *after = NULL;

  if (has_versions && write->version != NULL && !g_str_equal (write->version, before))
    return muster_write_result_new (MUSTER_WRITE_CONFLICT, "The user has moved on.", NULL,
                                    NULL);
  apply (self, write->operations, MUSTER_FIELDS_ALL);
  after = has_versions ? print_version (self) : NULL;
  return muster_write_result_new (MUSTER_WRITE_TAKEN, NULL, NULL, after);
}

static FakeFault
take_fault (FakeUser *self)
{
  if (self->n_faults == 0)
    return FAKE_FAULT_NONE;
  if (self->n_faults != G_MAXUINT)
    self->n_faults--;
  return self->fault;
}

/* What others do at the same time. */
static void
interfere (FakeUser *self, FakeFault fault)
{
  if (fault == FAKE_FAULT_EDITED_ELSEWHERE)
    fake_user_set (self, MUSTER_FIELD_COMPANY, FAKE_OTHER_COMPANY);
  if (fault == FAKE_FAULT_EDITED_SAME)
    fake_user_set (self, MUSTER_FIELD_TIME_ZONE, FAKE_OTHER_TIME_ZONE);
  if (fault == FAKE_FAULT_GONE)
    self->gone = TRUE;
}

static MusterWriteResult *
answer (MusterWriteState state, const char *message, const char *field)
{
  return muster_write_result_new (state, message, field, NULL);
}

MusterWriteResult *
fake_user_write (FakeUser *self, const MusterWrite *write, gboolean has_versions)
{
  FakeFault fault = take_fault (self);

  self->n_writes++;
  interfere (self, fault);
  if (self->gone)
    return answer (MUSTER_WRITE_REJECTED, "There is no such user.", NULL);
  switch (fault)
    {
    case FAKE_FAULT_LIES:
      return answer (MUSTER_WRITE_TAKEN, NULL, NULL);
    case FAKE_FAULT_PARTLY:
      apply (self, write->operations,
             MUSTER_FIELDS_ALL & ~MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES));
      return answer (MUSTER_WRITE_TAKEN, NULL, NULL);
    case FAKE_FAULT_REJECTS:
      return answer (MUSTER_WRITE_REJECTED, "You may not edit this user.", "roles");
    case FAKE_FAULT_NOT_READ:
      return answer (MUSTER_WRITE_NOT_READ, "Not now.", NULL);
    case FAKE_FAULT_UNSURE_DONE:
      apply (self, write->operations, MUSTER_FIELDS_ALL);
      return answer (MUSTER_WRITE_UNSURE, "Something failed.", NULL);
    case FAKE_FAULT_UNSURE_UNDONE:
      return answer (MUSTER_WRITE_UNSURE, "Something failed.", NULL);
    default:
      return apply_checked (self, write, has_versions);
    }
}
