// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Muster authors
//
// usage: node scimmy.mjs PORT TOKEN
// A SCIM provider made of scimmy and scimmy-routers, with its users in memory.

import { randomUUID } from "crypto";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const [port, token] = process.argv.slice(2);
const users = new Map();

function fail(status, type, detail) {
  throw new SCIMMY.Types.Error(status, type, detail);
}

function read(resource) {
  if (resource.id)
    return users.get(resource.id) ?? fail(404, null, `There is no user ${resource.id}`);
  const all = [...users.values()];
  return resource.filter ? resource.filter.match(all) : all;
}

function write(resource, data) {
  if (resource.id && !users.has(resource.id))
    fail(404, null, `There is no user ${resource.id}`);
  const id = resource.id ?? randomUUID();
  for (const [other, user] of users)
    if (other !== id && user.userName === data.userName)
      fail(409, "uniqueness", "The user name is taken");
  const now = new Date();
  const created = users.get(id)?.meta.created ?? now;
  const user = { ...JSON.parse(JSON.stringify(data)), id, meta: { created, lastModified: now } };
  users.set(id, user);
  return user;
}

SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .extend(SCIMMY.Schemas.EnterpriseUser, false)
  .ingress(write)
  .egress(read)
  .degress((resource) => users.delete(resource.id));

const app = express();
app.use("/scim/v2", new SCIMMYRouters({
  type: "bearer",
  handler: (request) => {
    if (request.header("Authorization") !== `Bearer ${token}`)
      throw new Error("The token is wrong");
    return "interop";
  },
}));
app.listen(Number(port), "127.0.0.1");
