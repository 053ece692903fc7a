/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-server-error.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_SCHEMA_STRING,
  MUSTER_SCHEMA_BOOLEAN,
  MUSTER_SCHEMA_DATE_TIME,
  MUSTER_SCHEMA_REFERENCE,
  MUSTER_SCHEMA_BINARY,
  MUSTER_SCHEMA_COMPLEX,
} MusterSchemaType;

typedef enum
{
  MUSTER_SCHEMA_READ_WRITE,
  MUSTER_SCHEMA_READ_ONLY,
  MUSTER_SCHEMA_IMMUTABLE,
  MUSTER_SCHEMA_WRITE_ONLY,
} MusterSchemaMutability;

typedef enum
{
  MUSTER_SCHEMA_RETURNED_DEFAULT,
  MUSTER_SCHEMA_RETURNED_ALWAYS,
  MUSTER_SCHEMA_RETURNED_NEVER,
  MUSTER_SCHEMA_RETURNED_REQUEST,
} MusterSchemaReturned;

typedef enum
{
  MUSTER_SCHEMA_UNIQUENESS_NONE,
  MUSTER_SCHEMA_UNIQUENESS_SERVER,
} MusterSchemaUniqueness;

/* Checks a single value's text beyond its type and length; the sentence that it sets
 * says what is wrong with it, and the caller adds which attribute. */
typedef gboolean (*MusterSchemaCheck) (const char *text, GError **error);

typedef struct _MusterSchemaAttribute MusterSchemaAttribute;

/**
 * MusterSchemaAttribute:
 *
 * An attribute's characteristics (RFC 7643 §7), with what this server checks. Tables of
 * them end with one without a name.
 */
struct _MusterSchemaAttribute
{
  const char                  *name;
  const char                  *description;
  guint                        key; /* position in MusterAttributes; not of subs */
  MusterSchemaType             type;
  gboolean                     multi_valued;
  gboolean                     required;
  gboolean                     case_exact;
  MusterSchemaMutability       mutability;
  MusterSchemaReturned         returned;
  MusterSchemaUniqueness       uniqueness;
  const char *const           *canonical_values; /* (nullable) */
  const char *const           *reference_types;  /* (nullable) */
  const MusterSchemaAttribute *sub_attributes;   /* (nullable): of a complex one */
  MusterSchemaCheck            check;            /* (nullable) */
  guint                        max_length;       /* characters; 0: the general limit */
  gboolean                     many_lines;       /* line feeds are text here */
};

/* A set of top-level attributes of one resource type, a bit for each key. */
typedef guint64 MusterAttributes;

#define MUSTER_ATTRIBUTE(key) (G_GUINT64_CONSTANT (1) << (key))
#define MUSTER_ATTRIBUTES_ALL G_MAXUINT64
#define MUSTER_ATTRIBUTES_MAX 64

/* Keys that every resource type has; its own begin behind them, those of its extension
 * at a place that tells them. */
enum
{
  MUSTER_ATTRIBUTE_SCHEMAS,
  MUSTER_ATTRIBUTE_ID,
  MUSTER_ATTRIBUTE_EXTERNAL_ID,
  MUSTER_ATTRIBUTE_META,
  MUSTER_ATTRIBUTE_FIRST_OWN,
  MUSTER_ATTRIBUTE_FIRST_OF_EXTENSION = 40,
};

/**
 * MusterSchema:
 *
 * A resource type with its schema, and the one that extends it.
 */
typedef struct
{
  const char                  *name;
  const char                  *description;
  const char                  *endpoint; /* "/Users" */
  const char                  *urn;
  const MusterSchemaAttribute *attributes;            /* without the common ones */
  const char                  *extension_urn;         /* (nullable) */
  const char                  *extension_name;        /* (nullable) */
  const char                  *extension_description; /* (nullable) */
  const MusterSchemaAttribute *extension_attributes;  /* (nullable) */
} MusterSchema;

extern const MusterSchema muster_schema_user;
extern const MusterSchema muster_schema_role;
extern const MusterSchema muster_schema_organization;
extern const MusterSchema muster_schema_company;

/* All of them, behind the last one %NULL. */
extern const MusterSchema *const muster_schemas[];

/* What every resource type has: schemas, id, externalId, meta. */
extern const MusterSchemaAttribute muster_schema_common[];

/* Looks up a name in any case. Without @urn the extension's names are found too, where
 * the core has no such name. */
const MusterSchemaAttribute *
muster_schema_find (const MusterSchema *self, const char *urn, const char *name);
const MusterSchemaAttribute *muster_schema_find_key (const MusterSchema *self, guint key);
const MusterSchemaAttribute       *
muster_schema_find_sub (const MusterSchemaAttribute *attribute, const char *name);
guint muster_schema_get_sub_position (const MusterSchemaAttribute *attribute,
                                      const MusterSchemaAttribute *sub);

gboolean muster_schema_is_of_extension (const MusterSchemaAttribute *attribute);

/* The path of an attribute as messages and the audit name it: an extension's with its
 * URN. Returns: (transfer full). */
char *muster_schema_dup_path (const MusterSchema          *self,
                              const MusterSchemaAttribute *attribute,
                              const MusterSchemaAttribute *sub);

G_END_DECLS
