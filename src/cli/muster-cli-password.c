/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-password.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "muster-cli-error.h"

/* More than any password, less than any mistake. */
#define MAX_BYTES 4096

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_PASSWORD,
                                         format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
fail_with_errno (GError **error, const char *path, int code)
{
  /* Translators: a file, and what the system says. */
  return fail (error,
               _ ("The password file %s cannot be read: %s. Say where it is with "
                  "--password-file."),
               path, g_strerror (code));
}

/* Reads until the end, the end of a line, or one byte past the limit. */
static gssize
read_some (int fd, char *buffer, gsize size)
{
  gsize n_read = 0;

  while (n_read < size && memchr (buffer, '\n', n_read) == NULL)
    {
      gssize n = read (fd, buffer + n_read, size - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      n_read += (gsize) n;
    }
  return (gssize) n_read;
}

/* Leaves the first line alone in @buffer. */
static gboolean
take_first_line (char *buffer, gsize length, const char *path, GError **error)
{
  char *end = memchr (buffer, '\n', length);

  if (end == NULL && length > MAX_BYTES)
    return fail (error,
                 _ ("The password file %s has a first line of more than 4096 bytes: that "
                    "is no password."),
                 path);
  if (end == NULL)
    end = buffer + length;
  if (end > buffer && end[-1] == '\r')
    end--;
  if (memchr (buffer, '\0', (gsize) (end - buffer)) != NULL
      || !g_utf8_validate (buffer, end - buffer, NULL))
    return fail (error,
                 _ ("The password file %s is not text; its first line shall be the "
                    "password."),
                 path);
  if (end == buffer)
    return fail (error,
                 _ ("The password file %s has an empty first line; it shall be the "
                    "password."),
                 path);
  *end = '\0';
  return TRUE;
}

static gboolean
read_line (
  int fd, const char *path, char *buffer, gboolean *open_to_others, GError **error)
{
  struct stat status;
  gssize      n_read;

  if (fstat (fd, &status) != 0)
    return fail_with_errno (error, path, errno);
  if (S_ISDIR (status.st_mode))
    return fail (error, _ ("The password file %s is a folder; name the file in it."),
                 path);
  *open_to_others = S_ISREG (status.st_mode) && (status.st_mode & 0077) != 0;
  n_read = read_some (fd, buffer, MAX_BYTES + 1);
  if (n_read < 0)
    return fail_with_errno (error, path, errno);
  return take_first_line (buffer, (gsize) n_read, path, error);
}

char *
muster_cli_password_read (const char *path, gboolean *open_to_others, GError **error)
{
  int      fd = open (path, O_RDONLY | O_CLOEXEC);
  char    *buffer;
  gboolean is_read;

  if (fd < 0)
    {
      fail_with_errno (error, path, errno);
      return NULL;
    }
  buffer = g_malloc0 (MAX_BYTES + 2);
  is_read = read_line (fd, path, buffer, open_to_others, error);
  close (fd);
  if (is_read)
    return buffer;
  muster_cli_password_free (buffer);
  return NULL;
}

void
muster_cli_password_free (char *password)
{
  if (password == NULL)
    return;
  explicit_bzero (password, MAX_BYTES + 2);
  g_free (password);
}
