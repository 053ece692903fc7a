/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-schema-check.h"

#include <string.h>

#include "muster-permission.h"
#include "muster-profile-field.h"
#include "muster-zone-check.h"

#define QUOTE_LENGTH 80

/* ISO 3166-1 alpha-2. */
static const char countries[]
  = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI "
    "BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN "
    "CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK "
    "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
    "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
    "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
    "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
    "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW ";

char *
muster_schema_quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTE_LENGTH)
    return g_strdup_printf ("“%s”", text);

  start = g_utf8_substring (text, 0, QUOTE_LENGTH);
  return g_strdup_printf ("“%s…”", start);
}

static gboolean
refuse (GError **error, const char *text, const char *reason)
{
  g_autofree char *quoted = muster_schema_quote (text);

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE, "%s %s",
               quoted, reason);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_schema_check_not_blank (const char *text, GError **error)
{
  if (is_blank (text))
    return refuse (error, text, "is blank: give a text, or leave the attribute out.");
  return TRUE;
}

/* HTTP Basic ends the user name at the first colon, so nobody could sign in with one. */
gboolean
muster_schema_check_user_name (const char *text, GError **error)
{
  if (is_blank (text))
    return refuse (error, text, "is blank: every user needs a user name.");
  if (strchr (text, ':') != NULL)
    return refuse (error, text, "has a colon, which a user name cannot have.");
  if (g_unichar_isspace (g_utf8_get_char (text))
      || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    return refuse (error, text, "begins or ends with a space.");
  return TRUE;
}

gboolean
muster_schema_check_email (const char *text, GError **error)
{
  const char *at = strrchr (text, '@');

  if (at == NULL || at == text || at[1] == '\0' || strpbrk (text, " \t") != NULL)
    return refuse (error, text,
                   "is not an e-mail address: write it as name@example.org.");
  return TRUE;
}

gboolean
muster_schema_check_phone (const char *text, GError **error)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isdigit (g_utf8_get_char (c)))
        return TRUE;
    }
  return refuse (error, text, "is not a phone number: it has no digit.");
}

static gboolean
is_country (const char *text)
{
  const char *found;

  if (strlen (text) != 2 || text[0] == ' ' || text[1] == ' ')
    return FALSE;

  found = countries;
  while ((found = strstr (found, text)) != NULL)
    {
      if ((found - countries) % 3 == 0)
        return TRUE;
      found++;
    }
  return FALSE;
}

gboolean
muster_schema_check_country (const char *text, GError **error)
{
  g_autofree char *upper = NULL;
  g_autofree char *reason = NULL;

  if (is_country (text))
    return TRUE;

  upper = g_ascii_strup (text, -1);
  if (!is_country (upper))
    return refuse (error, text,
                   "is not a country: write its two letters of ISO 3166-1, such as DE.");

  reason = g_strdup_printf ("is not a country: write %s.", upper);
  return refuse (error, text, reason);
}

gboolean
muster_schema_check_time_zone (const char *text, GError **error)
{
  const char      *suggestion;
  g_autofree char *reason = NULL;

  if (muster_zone_check_exists (text, &suggestion))
    return TRUE;
  if (suggestion == NULL)
    return refuse (error, text,
                   "is not a time zone of the IANA database: write a name such as "
                   "Europe/Paris.");

  reason = g_strdup_printf ("is not a time zone: write %s.", suggestion);
  return refuse (error, text, reason);
}

gboolean
muster_schema_check_flagged_field (const char *text, GError **error)
{
  MusterProfileField field;

  if (muster_profile_field_from_name (text, &field))
    return TRUE;
  return refuse (error, text, "is not a field that can be flagged.");
}

gboolean
muster_schema_check_permission (const char *text, GError **error)
{
  MusterPermission permission;

  if (muster_permission_from_name (text, &permission))
    return TRUE;
  return refuse (error, text, "is not a permission of this platform.");
}
