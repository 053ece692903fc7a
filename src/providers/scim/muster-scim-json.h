/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MusterScimPlace:
 *
 * Where in an answer we are, for errors: a chain on the stack, printed only when needed.
 */
typedef struct _MusterScimPlace MusterScimPlace;

struct _MusterScimPlace
{
  const MusterScimPlace *parent; /* (nullable): NULL: in the root */
  const char            *member; /* (nullable): NULL: an element of an array */
  guint                  index;  /* of the element */
};

/* Each reads a member that may be missing or null (which RFC 7643 §2.5 holds equal), and
 * then gives NULL, or leaves the value as it was. Another type than asked for is
 * %MUSTER_PLATFORM_ERROR_BAD_REPLY with the path of the member.
 * What is given belongs to @object. */
gboolean muster_scim_json_get_string (JsonObject            *object,
                                      const char            *member,
                                      const MusterScimPlace *place,
                                      const char           **value,
                                      GError               **error);
gboolean muster_scim_json_get_boolean (JsonObject            *object,
                                       const char            *member,
                                       const MusterScimPlace *place,
                                       gboolean              *value,
                                       GError               **error);
gboolean muster_scim_json_get_int (JsonObject            *object,
                                   const char            *member,
                                   const MusterScimPlace *place,
                                   gint64                *value,
                                   GError               **error);
gboolean muster_scim_json_get_object (JsonObject            *object,
                                      const char            *member,
                                      const MusterScimPlace *place,
                                      JsonObject           **value,
                                      GError               **error);
gboolean muster_scim_json_get_array (JsonObject            *object,
                                     const char            *member,
                                     const MusterScimPlace *place,
                                     JsonArray            **value,
                                     GError               **error);

/* @place is the element's. A null is no object. */
gboolean muster_scim_json_get_element (JsonArray             *array,
                                       const MusterScimPlace *place,
                                       JsonObject           **value,
                                       GError               **error);

/* Always FALSE: says what is wrong with what stands at @place. @problem has %s for it,
 * and is translated here. */
gboolean
muster_scim_json_fail (const MusterScimPlace *place, const char *problem, GError **error);

/* Whether the array @member has the string @text in it; FALSE for every other type. */
gboolean
muster_scim_json_lists (JsonObject *object, const char *member, const char *text);

G_END_DECLS
