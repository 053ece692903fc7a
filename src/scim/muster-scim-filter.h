/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-path.h"

G_BEGIN_DECLS

/**
 * MusterScimFilterType:
 *
 * Nodes of a filter's syntax tree (RFC 7644 §3.4.2.2). A run of `and`, or of `or`, is one
 * node with all its parts, so that a thousand or-ed terms are as deep as two.
 */
typedef enum
{
  MUSTER_SCIM_FILTER_AND,
  MUSTER_SCIM_FILTER_OR,
  MUSTER_SCIM_FILTER_NOT,
  MUSTER_SCIM_FILTER_PRESENT,    /* title pr */
  MUSTER_SCIM_FILTER_COMPARE,    /* title eq "Boss" */
  MUSTER_SCIM_FILTER_VALUE_PATH, /* emails[type eq "work"] */
} MusterScimFilterType;

typedef enum
{
  MUSTER_SCIM_OPERATOR_EQ,
  MUSTER_SCIM_OPERATOR_NE,
  MUSTER_SCIM_OPERATOR_CO,
  MUSTER_SCIM_OPERATOR_SW,
  MUSTER_SCIM_OPERATOR_EW,
  MUSTER_SCIM_OPERATOR_GT,
  MUSTER_SCIM_OPERATOR_GE,
  MUSTER_SCIM_OPERATOR_LT,
  MUSTER_SCIM_OPERATOR_LE,
} MusterScimOperator;

typedef enum
{
  MUSTER_SCIM_VALUE_NULL,
  MUSTER_SCIM_VALUE_BOOLEAN,
  MUSTER_SCIM_VALUE_NUMBER,
  MUSTER_SCIM_VALUE_STRING,
} MusterScimValueType;

/* The comparison value of RFC 7644 §3.4.2.2, which is JSON's. */
typedef struct
{
  MusterScimValueType type;
  gboolean            boolean;
  double              number;
  char               *string; /* (owned) (nullable): the string; a number as written */
} MusterScimValue;

typedef struct _MusterScimFilter MusterScimFilter;

struct _MusterScimFilter
{
  MusterScimFilterType type;
  GPtrArray           *parts; /* (owned) (nullable): AND, OR: two or more; NOT,
                                 VALUE_PATH: one */
  MusterScimPath    *path;    /* (owned) (nullable): PRESENT, COMPARE, VALUE_PATH */
  MusterScimOperator op;      /* COMPARE */
  MusterScimValue    value;   /* COMPARE */
};

/* The limits of a filter from outside. */
#define MUSTER_SCIM_FILTER_MAX_DEPTH 32
#define MUSTER_SCIM_FILTER_MAX_TERMS 4096

/* Operators and attribute names in any case. The error says at which character. */
MusterScimFilter *muster_scim_filter_parse (const char *text, GError **error);

/* Builders for the side that asks; each takes over what it is given. */
MusterScimFilter *muster_scim_filter_new_compare (const char        *path,
                                                  MusterScimOperator op,
                                                  const char        *text);
MusterScimFilter *
muster_scim_filter_new_compare_boolean (const char *path, gboolean value);
MusterScimFilter *muster_scim_filter_new_present (const char *path);
MusterScimFilter *muster_scim_filter_new_not (MusterScimFilter *part);
MusterScimFilter *muster_scim_filter_new_all (GPtrArray *parts);
MusterScimFilter *muster_scim_filter_new_any (GPtrArray *parts);

void muster_scim_filter_free (MusterScimFilter *self);

/* Text that parses to the same tree. */
char *muster_scim_filter_print (const MusterScimFilter *self);

/* Puts @text down as a JSON string, quotes included. */
void muster_scim_append_string (GString *out, const char *text);

const char *muster_scim_operator_get_name (MusterScimOperator op);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScimFilter, muster_scim_filter_free)

G_END_DECLS
