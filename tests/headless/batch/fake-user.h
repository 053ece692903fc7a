/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user.h"
#include "muster-write.h"

G_BEGIN_DECLS

/**
 * FakeFault:
 * @FAKE_FAULT_LIES: says yes and does nothing
 * @FAKE_FAULT_PARTLY: says yes and does all but the roles
 * @FAKE_FAULT_REJECTS: says no
 * @FAKE_FAULT_NOT_READ: looks at nothing
 * @FAKE_FAULT_UNSURE_DONE: does it and does not say so
 * @FAKE_FAULT_UNSURE_UNDONE: does not do it and does not say so
 * @FAKE_FAULT_EDITED_ELSEWHERE: somebody changes the company just before
 * @FAKE_FAULT_EDITED_SAME: somebody changes the time zone just before
 * @FAKE_FAULT_GONE: somebody removes the user just before
 *
 * What goes wrong when a user is written.
 */
typedef enum
{
  FAKE_FAULT_NONE,
  FAKE_FAULT_LIES,
  FAKE_FAULT_PARTLY,
  FAKE_FAULT_REJECTS,
  FAKE_FAULT_NOT_READ,
  FAKE_FAULT_UNSURE_DONE,
  FAKE_FAULT_UNSURE_UNDONE,
  FAKE_FAULT_EDITED_ELSEWHERE,
  FAKE_FAULT_EDITED_SAME,
  FAKE_FAULT_GONE,
} FakeFault;

/* What the one who edits at the same time sets. */
#define FAKE_OTHER_COMPANY "c-other"
#define FAKE_OTHER_TIME_ZONE "Pacific/Auckland"

/* A user as the fake platform keeps it; tests read and set everything. */
typedef struct
{
  char           *id;        /* (owned) */
  char           *user_name; /* (owned) */
  char           *email;     /* (owned) (nullable) */
  guint           revision;
  MusterValueSet *values[MUSTER_N_FIELDS]; /* (owned) */
  gboolean        gone;
  FakeFault       fault;
  guint           n_faults; /* how often the fault comes yet */
  guint           n_writes; /* how often it was asked to change */
  guint           n_under_way;
} FakeUser;

/* Of company none, organization o1, time zone Asia/Tokyo, role r-basic, active. */
FakeUser *fake_user_new (const char *id, const char *user_name);
void      fake_user_free (FakeUser *self);

/* @ids: separated by spaces. */
void     fake_user_set (FakeUser *self, MusterField field, const char *ids);
gboolean fake_user_has (FakeUser *self, MusterField field, const char *ids);

void fake_user_set_fault (FakeUser *self, FakeFault fault, guint n_faults);

/* (transfer full): as the platform hands it out. */
MusterUser *fake_user_read (FakeUser *self, MusterFields fields, gboolean has_versions);

/* (transfer full): what the platform answers. */
MusterWriteResult *
fake_user_write (FakeUser *self, const MusterWrite *write, gboolean has_versions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeUser, fake_user_free)

G_END_DECLS
