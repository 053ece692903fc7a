/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-record.h"
#include "muster-schema-user.h"

G_BEGIN_DECLS

/**
 * MusterUserRecord:
 *
 * A user as the store has it: rows of other tables by number, the rest as text.
 */
typedef struct
{
  MusterRecord base;
  char        *user_name; /* (owned) */
  gboolean     active;
  char        *time_zone;             /* (owned) (nullable) */
  gint64       company;               /* row; 0: none */
  gint64       account_executive;     /* row; 0: none */
  gint64       organization;          /* row; 0: none */
  guint        flagged;               /* bits of MusterProfileField */
  char        *doc;                   /* (owned): JSON of the other attributes */
  JsonObject  *doc_object;            /* (owned) (nullable): the same, once needed */
  GArray      *roles;                 /* (owned) (nullable): rows, in order */
  GArray      *managed_organizations; /* (owned) (nullable): rows, in order */
  char        *new_password;          /* (owned) (nullable): in clear, to be set */
} MusterUserRecord;

MusterUserRecord *muster_user_record_new (const MusterWork *work);
MusterUserRecord *muster_user_record_copy (const MusterUserRecord *self);
void              muster_user_record_free (MusterUserRecord *self);

/* The user of that id with roles, and with managed organizations if @attributes have
 * them. Outside the caller's scope there is no such user: %NULL with _NOT_FOUND. */
MusterUserRecord *muster_user_record_load (const MusterWork *work,
                                           const char       *id,
                                           MusterAttributes  attributes,
                                           GError          **error);

/* The same by row, whatever the scope: for what is the caller's own. */
MusterUserRecord *
muster_user_record_load_row (const MusterWork *work, gint64 row, GError **error);

/* The columns that muster_user_record_read_row() expects, of table user. */
#define MUSTER_USER_RECORD_COLUMNS                                                       \
  MUSTER_RECORD_COLUMNS ("user")                                                         \
  ", user.user_name, user.active, user.time_zone, user.company, "                        \
  "user.account_executive, user.organization, user.flagged, user.doc"

MusterUserRecord *muster_user_record_read_row (sqlite3_stmt *statement);

/* Reads the rows of the links that @attributes have. */
gboolean muster_user_record_load_links (MusterUserRecord *self,
                                        const MusterWork *work,
                                        MusterAttributes  attributes,
                                        GError          **error);

/* Returns: (transfer none): the doc as an object, not to be changed. */
JsonObject *muster_user_record_get_doc (MusterUserRecord *self, GError **error);

/* Says that the doc's text is damaged; always %FALSE. */
gboolean muster_user_record_fail_doc (const MusterUserRecord *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUserRecord, muster_user_record_free)

G_END_DECLS
