/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-wish.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

static gboolean
is_wished (MusterEdit *edit, MusterOrganizationNode *node, MusterVerb verb)
{
  MusterOperation *wish = muster_edit_find_wish (edit, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
                                                 muster_organization_node_get_id (node));

  return wish != NULL && muster_operation_get_verb (wish) == verb;
}

static MusterOrganizationNode *
find_added_above (MusterEdit *edit, MusterOrganizationNode *node)
{
  do
    node = muster_organization_node_get_parent (node);
  while (node != NULL && !is_wished (edit, node, MUSTER_VERB_ADD));
  return node;
}

/* An organization of its own wish says that rather than what is wished above it. */
MusterOrganizationWish
muster_organization_wish_get (MusterEdit              *edit,
                              MusterOrganizationNode  *node,
                              MusterOrganizationNode **above)
{
  MusterOrganizationNode *added = find_added_above (edit, node);

  if (above != NULL)
    *above = added;
  if (is_wished (edit, node, MUSTER_VERB_REMOVE))
    return MUSTER_ORGANIZATION_WISH_REMOVE;
  if (is_wished (edit, node, MUSTER_VERB_ADD))
    return MUSTER_ORGANIZATION_WISH_ADD;
  return added != NULL ? MUSTER_ORGANIZATION_WISH_INCLUDED
                       : MUSTER_ORGANIZATION_WISH_NONE;
}

guint
muster_organization_wish_count_users (MusterEdit *edit, MusterOrganizationNode *node)
{
  MusterUserSummary *summary = muster_edit_get_summary (edit);

  if (summary == NULL)
    return 0;
  return muster_user_summary_count (summary, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
                                    muster_organization_node_get_id (node));
}

static char *
describe_wish (MusterEdit *edit, MusterOrganizationNode *node)
{
  MusterOrganizationNode *above;
  g_autofree char        *name = NULL;

  switch (muster_organization_wish_get (edit, node, &above))
    {
    case MUSTER_ORGANIZATION_WISH_ADD:
      return g_strdup (_ ("will be added"));
    case MUSTER_ORGANIZATION_WISH_REMOVE:
      return g_strdup (_ ("will be removed"));
    case MUSTER_ORGANIZATION_WISH_INCLUDED:
      name = muster_display_text_isolate (muster_organization_node_get_name (above));
      /* Translators: the name of an organization. */
      return g_strdup_printf (_ ("included with %s"), name);
    case MUSTER_ORGANIZATION_WISH_NONE:
    default:
      return NULL;
    }
}

char *
muster_organization_wish_describe (MusterEdit *edit, MusterOrganizationNode *node)
{
  guint            n_users = muster_organization_wish_count_users (edit, node);
  g_autofree char *wish = describe_wish (edit, node);
  g_autofree char *now
    = g_strdup_printf (ngettext ("%'u of these users manages it",
                                 "%'u of these users manage it", n_users),
                       n_users);

  if (n_users == 0)
    return wish != NULL ? g_steal_pointer (&wish) : g_strdup ("");
  if (wish == NULL)
    return g_steal_pointer (&now);
  /* Translators: who manages an organization now, and what will become of it. */
  return g_strdup_printf (_ ("%s, %s"), now, wish);
}

static guint
count_wishes (MusterEdit *edit, MusterVerb verb)
{
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (edit));
  guint n_wishes = 0;

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      n_wishes
        += muster_operation_get_field (operation) == MUSTER_FIELD_MANAGED_ORGANIZATIONS
           && muster_operation_get_verb (operation) == verb;
    }
  return n_wishes;
}

char *
muster_organization_wish_sum_up (MusterEdit *edit)
{
  guint n_added = count_wishes (edit, MUSTER_VERB_ADD);
  guint n_removed = count_wishes (edit, MUSTER_VERB_REMOVE);

  if (n_added > 0 && n_removed > 0)
    return g_strdup_printf (_ ("%'u to add, %'u to remove"), n_added, n_removed);
  if (n_added > 0)
    return g_strdup_printf (ngettext ("%'u to add", "%'u to add", n_added), n_added);
  if (n_removed > 0)
    return g_strdup_printf (ngettext ("%'u to remove", "%'u to remove", n_removed),
                            n_removed);
  return g_strdup ("");
}
