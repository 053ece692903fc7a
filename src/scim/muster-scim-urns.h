/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

/* RFC 7643 §8.7, RFC 7644 §3, and the extension that muster-platform publishes. */
#define MUSTER_SCIM_URN_USER "urn:ietf:params:scim:schemas:core:2.0:User"
#define MUSTER_SCIM_URN_ENTERPRISE                                                       \
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
#define MUSTER_SCIM_URN_PROFILE "urn:muster:scim:schemas:extension:profile:1.0:User"
#define MUSTER_SCIM_URN_ROLE "urn:muster:scim:schemas:core:1.0:Role"
#define MUSTER_SCIM_URN_ORGANIZATION "urn:muster:scim:schemas:core:1.0:Organization"
#define MUSTER_SCIM_URN_COMPANY "urn:muster:scim:schemas:core:1.0:Company"
#define MUSTER_SCIM_URN_SERVICE_PROVIDER_CONFIG                                          \
  "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"
#define MUSTER_SCIM_URN_RESOURCE_TYPE "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
#define MUSTER_SCIM_URN_SCHEMA "urn:ietf:params:scim:schemas:core:2.0:Schema"

#define MUSTER_SCIM_URN_LIST_RESPONSE "urn:ietf:params:scim:api:messages:2.0:ListResponse"
#define MUSTER_SCIM_URN_SEARCH_REQUEST                                                   \
  "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
#define MUSTER_SCIM_URN_PATCH_OP "urn:ietf:params:scim:api:messages:2.0:PatchOp"
#define MUSTER_SCIM_URN_BULK_REQUEST "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
#define MUSTER_SCIM_URN_BULK_RESPONSE "urn:ietf:params:scim:api:messages:2.0:BulkResponse"
#define MUSTER_SCIM_URN_ERROR "urn:ietf:params:scim:api:messages:2.0:Error"

#define MUSTER_SCIM_MEDIA_TYPE "application/scim+json"
