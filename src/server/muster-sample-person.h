/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSamplePerson:
 *
 * One made-up person: what stands in a user's columns, and the rest as a SCIM document.
 */
typedef struct
{
  char       *user_name;    /* (owned) */
  char       *given_name;   /* (owned) */
  char       *family_name;  /* (owned) */
  char       *display_name; /* (owned) */
  char       *email;        /* (owned) */
  char       *doc;          /* (owned): JSON */
  const char *time_zone;    /* (nullable) */
} MusterSamplePerson;

/* @number makes the user name one of its kind. */
void muster_sample_person_draw (MusterSamplePerson *self, GRand *random, guint number);
void muster_sample_person_clear (MusterSamplePerson *self);

G_END_DECLS
