/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-fault.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-platform-error.h"

typedef struct
{
  const char       *title; /* for gettext */
  MusterSignInField field;
  gboolean          may_retry;
} Remedy;

static const Remedy remedies[] = {
  [MUSTER_PLATFORM_ERROR_SIGN_IN] = { N_ ("The user name or the password is wrong"),
                                      MUSTER_SIGN_IN_FIELD_PASSWORD, FALSE },
  [MUSTER_PLATFORM_ERROR_PERMISSION]
  = { N_ ("This account is not let in"), MUSTER_SIGN_IN_FIELD_USER_NAME, FALSE },
  [MUSTER_PLATFORM_ERROR_NOT_FOUND]
  = { N_ ("Nothing is there to sign in to"), MUSTER_SIGN_IN_FIELD_ADDRESS, FALSE },
  [MUSTER_PLATFORM_ERROR_CONFLICT]
  = { N_ ("The server does not let anybody in now"), MUSTER_SIGN_IN_FIELD_NONE, TRUE },
  [MUSTER_PLATFORM_ERROR_THROTTLED]
  = { N_ ("The server asks to wait a little"), MUSTER_SIGN_IN_FIELD_NONE, TRUE },
  [MUSTER_PLATFORM_ERROR_BAD_REQUEST] = { N_ ("The server refuses to sign this account "
                                              "in"),
                                          MUSTER_SIGN_IN_FIELD_USER_NAME, FALSE },
  [MUSTER_PLATFORM_ERROR_TOO_LARGE] = { N_ ("The server refuses to sign this account in"),
                                        MUSTER_SIGN_IN_FIELD_PASSWORD, FALSE },
  [MUSTER_PLATFORM_ERROR_SERVER]
  = { N_ ("The server failed"), MUSTER_SIGN_IN_FIELD_NONE, TRUE },
  [MUSTER_PLATFORM_ERROR_BAD_REPLY]
  = { N_ ("The server’s answer makes no sense"), MUSTER_SIGN_IN_FIELD_ADDRESS, TRUE },
  [MUSTER_PLATFORM_ERROR_UNREACHABLE]
  = { N_ ("There is no connection to the server"), MUSTER_SIGN_IN_FIELD_ADDRESS, TRUE },
  [MUSTER_PLATFORM_ERROR_LOST]
  = { N_ ("The server did not answer to the end"), MUSTER_SIGN_IN_FIELD_NONE, TRUE },
  [MUSTER_PLATFORM_ERROR_NOT_OFFERED] = { N_ ("This server does not offer what Muster "
                                              "needs"),
                                          MUSTER_SIGN_IN_FIELD_ADDRESS, FALSE },
  [MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM]
  = { N_ ("This address cannot be signed in to"), MUSTER_SIGN_IN_FIELD_ADDRESS, FALSE },
};

static const Remedy other
  = { N_ ("Signing in did not work"), MUSTER_SIGN_IN_FIELD_NONE, TRUE };

static const Remedy *
find_remedy (const GError *error)
{
  if (error->domain == MUSTER_PLATFORM_ERROR && error->code >= 0
      && (gsize) error->code < G_N_ELEMENTS (remedies))
    return &remedies[error->code];
  return &other;
}

MusterSignInFault *
muster_sign_in_fault_new (const GError *error)
{
  MusterSignInFault *self = g_new0 (MusterSignInFault, 1);
  const Remedy      *remedy = find_remedy (error);

  self->title = _ (remedy->title);
  self->text = muster_display_text_clean (error->message);
  self->field = remedy->field;
  self->may_retry = remedy->may_retry;
  return self;
}

MusterSignInFault *
muster_sign_in_fault_new_missing (MusterSignInField field)
{
  MusterSignInFault *self = g_new0 (MusterSignInFault, 1);

  self->field = field;
  if (field == MUSTER_SIGN_IN_FIELD_ADDRESS)
    {
      self->title = _ ("The server’s address is missing");
      self->text = g_strdup (_ ("Write where the server is, like https://example.org."));
    }
  else
    {
      self->title = _ ("The password is missing");
      self->text = g_strdup (_ ("Write the password of this account, or a token."));
    }
  return self;
}

void
muster_sign_in_fault_free (MusterSignInFault *self)
{
  g_free (self->text);
  g_free (self);
}
