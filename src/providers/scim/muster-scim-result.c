/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-result.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-operation.h"
#include "muster-platform-error.h"
#include "muster-scim-profile.h"

static MusterWriteState
judge (guint status)
{
  if (status >= 200 && status < 300)
    return MUSTER_WRITE_TAKEN;
  if (status == 412)
    return MUSTER_WRITE_CONFLICT;
  if (status == 429 || status == 503)
    return MUSTER_WRITE_NOT_READ;
  if (status == 501 || (status >= 400 && status < 500 && status != 408))
    return MUSTER_WRITE_REJECTED;
  return MUSTER_WRITE_UNSURE;
}

static gboolean
has_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

/* (nullable): SCIM's errors have no member for it, but their sentences mostly name the
 * attribute. Looked for are those that the write is about. */
static const char *
find_field (const char *detail, const MusterWrite *write)
{
  for (guint i = 0; detail != NULL && i < write->operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (write->operations, i);
      const char      *path
        = muster_scim_field_get_path (muster_operation_get_field (operation));
      const char *colon = strrchr (path, ':');
      const char *name = colon != NULL ? colon + 1 : path;

      if (has_word (detail, name))
        return name;
    }
  return NULL;
}

MusterWriteResult *
muster_scim_result_new (guint                  status,
                        const MusterScimFault *fault,
                        const char            *version,
                        const MusterWrite     *write)
{
  MusterWriteState state = judge (status);
  g_autofree char *message = NULL;

  if (state == MUSTER_WRITE_TAKEN)
    return muster_write_result_new (state, NULL, NULL, version);
  if (fault->detail != NULL)
    message = g_strdup_printf ("%s.", fault->detail);
  else if (status != 0)
    /* Translators: the number of an HTTP status. */
    message
      = g_strdup_printf (_ ("The platform answered %u without saying why."), status);
  else
    message = g_strdup (_ ("The platform's answer has no status for this user."));
  return muster_write_result_new (state, message, find_field (fault->detail, write),
                                  NULL);
}

MusterWriteResult *
muster_scim_result_new_for_error (const GError *error, const MusterWrite *write)
{
  MusterScimFault fault
    = { .detail = (char *) muster_platform_error_get_server_sentence (error) };
  guint            status = muster_platform_error_get_status (error);
  MusterWriteState state = judge (status);

  if (status == 401 || (state != MUSTER_WRITE_CONFLICT && state != MUSTER_WRITE_REJECTED))
    return NULL;
  return muster_scim_result_new (status, &fault, NULL, write);
}
