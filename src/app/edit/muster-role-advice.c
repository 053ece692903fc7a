/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-role-advice.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

static gboolean
adds (MusterOperation *operation, MusterField field)
{
  return muster_operation_get_field (operation) == field
         && muster_operation_get_verb (operation) == MUSTER_VERB_ADD;
}

/* How many administrative roles are to be added; 0 where organizations are, too. @role:
 * (out) (nullable): the first. */
static guint
count_alone (MusterEdit *edit, MusterRoleBook *book, MusterReference **role)
{
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (edit));
  guint n_roles = 0;

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterReference *value = muster_operation_get_value (operation);

      if (adds (operation, MUSTER_FIELD_MANAGED_ORGANIZATIONS))
        return 0;
      if (!adds (operation, MUSTER_FIELD_ROLES)
          || !muster_role_book_is_administrative (book, muster_reference_get_id (value)))
        continue;
      if (n_roles++ == 0)
        *role = value;
    }
  return n_roles;
}

/* How many users manage nothing; -1 where that is not known. */
static int
count_unmanaging (MusterEdit *edit)
{
  MusterUserSummary        *summary = muster_edit_get_summary (edit);
  const MusterFieldSummary *field;

  if (summary == NULL || muster_user_summary_get_n_users (summary) == 0)
    return -1;
  field = muster_user_summary_get_field (summary, MUSTER_FIELD_MANAGED_ORGANIZATIONS);
  return field->n_unknown > 0 ? -1 : (int) field->n_empty;
}

static void
advise (MusterBanner *banner, guint n_roles, MusterReference *role, int n_users)
{
  g_autofree char *name
    = muster_display_text_isolate (muster_reference_get_display (role));
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (n_roles == 1)
    /* Translators: the name of a role. */
    title = g_strdup_printf (_ ("%s needs organization management"), name);
  else
    title = g_strdup_printf (
      ngettext ("%'u administrative role needs organization management",
                "%'u administrative roles need organization management", n_roles),
      n_roles);
  if (n_users > 0)
    text = g_strdup_printf (ngettext ("%'d of these users manages no organization yet.",
                                      "%'d of these users manage no organization yet.",
                                      (gulong) n_users),
                            n_users);
  else
    text = g_strdup (_ ("It is necessary for all administrative roles."));
  muster_banner_set_button (banner, _ ("Open Organization Management"), "edit.tab(2)");
  muster_banner_show (banner, "warning", title, text);
}

void
muster_role_advice_update (MusterBanner *banner, MusterEdit *edit, MusterRoleBook *book)
{
  MusterSession   *session = muster_edit_get_session (edit);
  MusterReference *role = NULL;
  guint            n_roles = count_alone (edit, book, &role);
  int              n_users = count_unmanaging (edit);

  if (!muster_session_offers (session, MUSTER_FIELD_ROLES))
    {
      muster_banner_set_button (banner, NULL, NULL);
      muster_banner_show (banner, "info", _ ("Roles are not offered by this platform"),
                          NULL);
    }
  else if (n_roles > 0 && n_users != 0
           && muster_session_offers (session, MUSTER_FIELD_MANAGED_ORGANIZATIONS))
    advise (banner, n_roles, role, n_users);
  else
    muster_banner_hide (banner);
}
