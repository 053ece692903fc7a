/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-fault.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-http-error.h"
#include "muster-json-guard.h"
#include "muster-platform-error.h"
#include "muster-scim-json.h"

#define MAX_DETAIL 600
#define MAX_BODY (64 * 1024)

void
muster_scim_fault_clear (MusterScimFault *self)
{
  g_clear_pointer (&self->scim_type, g_free);
  g_clear_pointer (&self->detail, g_free);
}

/* (transfer full) (nullable) */
static char *
take_text (JsonObject *object, const char *member)
{
  const char *text;
  char       *cut;

  if (!muster_scim_json_get_string (object, member, NULL, &text, NULL) || text == NULL
      || *text == '\0')
    return NULL;
  cut = g_utf8_strlen (text, -1) > MAX_DETAIL ? g_utf8_substring (text, 0, MAX_DETAIL)
                                              : g_strdup (text);
  /* The end of a sentence is for whoever puts it into another. */
  if (g_str_has_suffix (cut, "."))
    cut[strlen (cut) - 1] = '\0';
  return cut;
}

void
muster_scim_fault_read (MusterScimFault *self, JsonObject *object)
{
  muster_scim_fault_clear (self);
  self->scim_type = take_text (object, "scimType");
  self->detail = take_text (object, "detail");
}

static void
read_body (MusterScimFault *self, const GError *error)
{
  GBytes     *body = muster_http_error_get_body (error);
  const char *type = muster_http_error_get_content_type (error);
  g_autoptr (JsonNode) root = NULL;

  if (body == NULL || g_bytes_get_size (body) > MAX_BODY || type == NULL
      || !g_str_has_suffix (type, "json"))
    return;
  root = muster_json_parse (body, NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    muster_scim_fault_read (self, json_node_get_object (root));
}

/* What the codes of the HTTP layer are here, and how the sentence begins, with the host
 * in it. */
static const struct
{
  MusterPlatformError code;
  const char         *sentence; /* (nullable): NULL: the error has its own */
} remedies[] = {
  [MUSTER_HTTP_ERROR_SIGN_IN]
  = { MUSTER_PLATFORM_ERROR_SIGN_IN, N_ ("%s does not let this account in") },
  [MUSTER_HTTP_ERROR_PERMISSION]
  = { MUSTER_PLATFORM_ERROR_PERMISSION, N_ ("%s does not allow that to this account") },
  [MUSTER_HTTP_ERROR_NOT_FOUND]
  = { MUSTER_PLATFORM_ERROR_NOT_FOUND, N_ ("%s does not have what was asked for") },
  [MUSTER_HTTP_ERROR_CONFLICT]
  = { MUSTER_PLATFORM_ERROR_CONFLICT, N_ ("Somebody changed it meanwhile at %s") },
  [MUSTER_HTTP_ERROR_THROTTLED]
  = { MUSTER_PLATFORM_ERROR_THROTTLED, N_ ("%s is busy and asks to try again later") },
  [MUSTER_HTTP_ERROR_BAD_REQUEST]
  = { MUSTER_PLATFORM_ERROR_BAD_REQUEST, N_ ("%s refuses the request") },
  [MUSTER_HTTP_ERROR_TOO_LARGE]
  = { MUSTER_PLATFORM_ERROR_TOO_LARGE, N_ ("The request is too large for %s") },
  [MUSTER_HTTP_ERROR_SERVER]
  = { MUSTER_PLATFORM_ERROR_SERVER, N_ ("%s failed while answering") },
  [MUSTER_HTTP_ERROR_BAD_REPLY] = { MUSTER_PLATFORM_ERROR_BAD_REPLY, NULL },
  [MUSTER_HTTP_ERROR_UNREACHABLE] = { MUSTER_PLATFORM_ERROR_UNREACHABLE, NULL },
  [MUSTER_HTTP_ERROR_LOST] = { MUSTER_PLATFORM_ERROR_LOST, NULL },
  [MUSTER_HTTP_ERROR_BAD_ADDRESS] = { MUSTER_PLATFORM_ERROR_UNREACHABLE, NULL },
};

static char *
compose (const char            *beginning,
         const char            *host,
         const MusterScimFault *fault,
         const GError          *error)
{
  g_autoptr (GString) clause = NULL;

  if (beginning == NULL)
    return g_strdup (error->message);
  clause = g_string_new (_ (beginning));
  g_string_replace (clause, "%s", host, 1);
  if (fault->detail == NULL)
    /* Translators: a sentence without its full stop, and the number of an HTTP status. */
    return g_strdup_printf (_ ("%s (%u)."), clause->str,
                            muster_http_error_get_status (error));
  /* Translators: a sentence without its full stop, and the platform's own words. */
  return g_strdup_printf (_ ("%s: %s."), clause->str, fault->detail);
}

GError *
muster_scim_fault_translate (const GError *error, const char *host)
{
  g_auto (MusterScimFault) fault = { NULL };
  g_autofree char *sentence = NULL;
  GError          *translated;

  if (error->domain != MUSTER_HTTP_ERROR)
    return g_error_copy (error);
  read_body (&fault, error);
  sentence = compose (remedies[error->code].sentence, host, &fault, error);
  translated = muster_platform_error_new (remedies[error->code].code,
                                          muster_http_error_get_status (error),
                                          fault.scim_type, fault.detail, sentence);
  muster_platform_error_set_retry_at (translated, muster_http_error_get_retry_at (error));
  return translated;
}
