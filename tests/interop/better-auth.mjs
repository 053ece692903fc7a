// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Muster authors
//
// usage: node better-auth.mjs PORT TOKEN
// The SCIM provider of better-auth, with its users in memory.

import http from "http";
import { scim } from "@better-auth/scim";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { getAuthTables } from "better-auth/db";
import { toNodeHandler } from "better-auth/node";

const [port, token] = process.argv.slice(2);
const options = {
  baseURL: `http://127.0.0.1:${port}`,
  secret: "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
  telemetry: { enabled: false },
  plugins: [scim({
    connections: [{ id: "interop", credentials: [{ type: "bearer", id: "key", token }] }],
  })],
};
const tables = {};

for (const table of Object.values(getAuthTables(options)))
  tables[table.modelName] = [];
const handle = toNodeHandler(betterAuth({ ...options, database: memoryAdapter(tables) }));
http.createServer((request, response) => handle(request, response))
  .listen(Number(port), "127.0.0.1");
