/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-patch.h"
#include "muster-work.h"

G_BEGIN_DECLS

/* The limits of RFC 7644 §3.7.3 that discovery tells. */
#define MUSTER_BULK_MAX_OPERATIONS 1000
#define MUSTER_BULK_MAX_PAYLOAD (4 * 1024 * 1024)

/**
 * MusterBulkMethod:
 *
 * What an operation of a Bulk request does.
 */
typedef enum
{
  MUSTER_BULK_POST,
  MUSTER_BULK_PUT,
  MUSTER_BULK_PATCH,
  MUSTER_BULK_DELETE,
} MusterBulkMethod;

typedef enum
{
  MUSTER_BULK_WAITING,
  MUSTER_BULK_RUNNING,
  MUSTER_BULK_DONE,
  MUSTER_BULK_FAILED,
} MusterBulkState;

typedef struct
{
  JsonObject      *given; /* (not owned): of the request */
  MusterBulkMethod method;
  const char      *method_name; /* (not owned) (nullable): as given, where it is none */
  const char      *path;        /* (not owned) */
  const char      *bulk_id;     /* (not owned) (nullable) */
  const char      *version;     /* (not owned) (nullable) */
  GError          *malformed;   /* (owned) (nullable): why it cannot be carried out */
  MusterBulkState  state;
  char            *id;       /* (owned) (nullable): of the resource */
  char            *location; /* (owned) (nullable) */
  char            *etag;     /* (owned) (nullable) */
  guint            status;
  GError          *error; /* (owned) (nullable) */
} MusterBulkOperation;

/**
 * MusterBulk:
 *
 * A Bulk request while it is carried out (RFC 7644 §3.7).
 */
typedef struct
{
  MusterWork *work;           /* (not owned) */
  JsonNode   *message;        /* (owned) */
  GArray     *operations;     /* (owned): MusterBulkOperation, in order */
  GHashTable *by_bulk_id;     /* (owned): text → operation */
  gint64      fail_on_errors; /* 0: never stops */
  gint64      n_errors;

  MusterPatch *patch;      /* (owned) (nullable): the last one that was read */
  JsonNode    *patch_data; /* (not owned) (nullable): what it was read from */

  gboolean apart;     /* each operation has a savepoint of its own */
  gint64   n_changes; /* of rows, when the present operation began */
  gboolean spoilt;    /* one failed in the middle, with no savepoint to go back to */
} MusterBulk;

MusterBulk *muster_bulk_read (MusterWork *work, GBytes *body, GError **error);
void        muster_bulk_free (MusterBulk *self);

/* Carries the operations out, so that one which fails leaves nothing behind. %FALSE where
 * the store failed, so that none of them holds; or where they are @spoilt, so that they
 * must be undone and run @apart. */
gboolean muster_bulk_run (MusterBulk *self, GError **error);

/* Puts ids in the place of the bulkIds that the operation's data refers to, carrying out
 * the operations that make them first. */
gboolean muster_bulk_resolve (MusterBulk          *self,
                              MusterBulkOperation *operation,
                              char               **path,
                              GError             **error);

/* Carries one operation out, if it was not yet; %FALSE where the store failed. */
gboolean muster_bulk_run_operation (MusterBulk          *self,
                                    MusterBulkOperation *operation,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBulk, muster_bulk_free)

G_END_DECLS
