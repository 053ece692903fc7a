/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-edit.h"
#include "muster-organization-node.h"

G_BEGIN_DECLS

/**
 * MusterOrganizationWish:
 * @MUSTER_ORGANIZATION_WISH_NONE: stays as it is
 * @MUSTER_ORGANIZATION_WISH_ADD: the picked users shall manage it
 * @MUSTER_ORGANIZATION_WISH_INCLUDED: they shall manage something above it
 * @MUSTER_ORGANIZATION_WISH_REMOVE: they shall not manage it
 */
typedef enum
{
  MUSTER_ORGANIZATION_WISH_NONE,
  MUSTER_ORGANIZATION_WISH_ADD,
  MUSTER_ORGANIZATION_WISH_INCLUDED,
  MUSTER_ORGANIZATION_WISH_REMOVE,
} MusterOrganizationWish;

/* What @edit does about @node. @above: (out) (optional) (transfer none): what includes
 * it, where something does. */
MusterOrganizationWish muster_organization_wish_get (MusterEdit              *edit,
                                                     MusterOrganizationNode  *node,
                                                     MusterOrganizationNode **above);

/* How many of the picked users manage it now; 0 while that is not known. */
guint
muster_organization_wish_count_users (MusterEdit *edit, MusterOrganizationNode *node);

/* (transfer full): what a screen reader says of the row, but for its name: "37 of these
 * users manage it, will be added". May be "". */
char *muster_organization_wish_describe (MusterEdit *edit, MusterOrganizationNode *node);

/* (transfer full): "1 to add, 1 to remove"; "" where there is neither. */
char *muster_organization_wish_sum_up (MusterEdit *edit);

G_END_DECLS
