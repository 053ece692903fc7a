/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "muster-batch-error.h"

struct _MusterJournalLocks
{
  char       *journal_path; /* (owned) */
  GHashTable *files;        /* (owned): batch (owned) → descriptor */
};

MusterJournalLocks *
muster_journal_locks_new (const char *journal_path)
{
  MusterJournalLocks *self = g_new0 (MusterJournalLocks, 1);

  self->journal_path = g_strdup (journal_path);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
muster_journal_locks_free (MusterJournalLocks *self)
{
  GHashTableIter iter;
  gpointer       file;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    close (GPOINTER_TO_INT (file));
  g_hash_table_unref (self->files);
  g_free (self->journal_path);
  g_free (self);
}

static char *
build_path (MusterJournalLocks *self, const char *batch)
{
  return g_strdup_printf ("%s.%s.lock", self->journal_path, batch);
}

static gboolean
lock (int file, int how)
{
  int result;

  do
    result = flock (file, how | LOCK_NB);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

/* Who ends a batch removes the file: a lock on what has no name any more is worth
 * nothing. */
static gboolean
is_still_named (int file, const char *path)
{
  struct stat by_file;
  struct stat by_path;

  return fstat (file, &by_file) == 0 && stat (path, &by_path) == 0
         && by_file.st_dev == by_path.st_dev && by_file.st_ino == by_path.st_ino;
}

static gboolean
fail (const char *path, const char *batch, int code, GError **error)
{
  if (code == EWOULDBLOCK)
    g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_LOCKED,
                 /* Translators: the identifier of a batch. */
                 _ ("Another Muster works on the batch %s now: wait until it is done."),
                 batch);
  else
    g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL,
                 /* Translators: a file, and what the system says. */
                 _ ("The lock %s cannot be made: %s. Nothing is sent without it."), path,
                 g_strerror (code));
  return FALSE;
}

gboolean
muster_journal_locks_take (MusterJournalLocks *self, const char *batch, GError **error)
{
  g_autofree char *path = build_path (self, batch);

  for (;;)
    {
      int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      int code = errno;

      if (file < 0)
        return fail (path, batch, code, error);
      if (!lock (file, LOCK_EX))
        {
          code = errno;
          close (file);
          return fail (path, batch, code, error);
        }
      if (is_still_named (file, path))
        {
          g_hash_table_replace (self->files, g_strdup (batch), GINT_TO_POINTER (file));
          return TRUE;
        }
      close (file);
    }
}

void
muster_journal_locks_release (MusterJournalLocks *self, const char *batch)
{
  g_autofree char *path = NULL;
  gpointer         file;

  if (!g_hash_table_lookup_extended (self->files, batch, NULL, &file))
    return;
  path = build_path (self, batch);
  g_unlink (path);
  close (GPOINTER_TO_INT (file));
  g_hash_table_remove (self->files, batch);
}

gboolean
muster_journal_locks_is_held (MusterJournalLocks *self, const char *batch)
{
  g_autofree char *path = NULL;
  gboolean         held;
  int              file;

  if (g_hash_table_contains (self->files, batch))
    return TRUE;
  path = build_path (self, batch);
  file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0)
    return FALSE;
  held = !lock (file, LOCK_SH);
  close (file);
  return held;
}
