-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Muster authors

-- Times are microseconds since 1970 in UTC. A column named …_key holds the text folded
-- for comparing by muster_fold(): SCIM compares without case where caseExact is false. It
-- is NULL where there is no such text, so that what has none sorts behind the rest.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value
) WITHOUT ROWID;

CREATE TABLE company (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_id TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX company_name ON company (name_key);

CREATE TABLE organization (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_id TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  parent INTEGER REFERENCES organization (row),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX organization_name ON organization (name_key);
CREATE INDEX organization_parent ON organization (parent);

CREATE TABLE role (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_id TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  administrative INTEGER NOT NULL DEFAULT 0,
  permissions INTEGER NOT NULL DEFAULT 0, -- bits of MusterPermission
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
);

-- What rights, scope, search and sorting need stands in columns; every other attribute
-- of the user stands in doc, a SCIM resource without these.
CREATE TABLE user (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_id TEXT,
  user_name TEXT NOT NULL,
  user_name_key TEXT NOT NULL UNIQUE,
  display_name_key TEXT,
  family_name_key TEXT,
  given_name_key TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  time_zone TEXT COLLATE NOCASE,
  company INTEGER REFERENCES company (row),
  account_executive INTEGER REFERENCES user (row) ON DELETE SET NULL,
  organization INTEGER REFERENCES organization (row),
  flagged INTEGER NOT NULL DEFAULT 0, -- bits of MusterProfileField
  password TEXT,                      -- crypt(5)
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  doc TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX user_external_id ON user (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX user_family_name ON user (family_name_key);
CREATE INDEX user_given_name ON user (given_name_key);
CREATE INDEX user_display_name ON user (display_name_key);
CREATE INDEX user_time_zone ON user (time_zone);
CREATE INDEX user_company ON user (company);
CREATE INDEX user_account_executive ON user (account_executive);
CREATE INDEX user_organization ON user (organization);
CREATE INDEX user_created ON user (created);
CREATE INDEX user_flagged ON user (flagged) WHERE flagged <> 0;

CREATE TABLE user_email (
  user INTEGER NOT NULL REFERENCES user (row) ON DELETE CASCADE,
  value_key TEXT NOT NULL,
  PRIMARY KEY (user, value_key)
) WITHOUT ROWID;
CREATE INDEX user_email_value ON user_email (value_key, user);

CREATE TABLE user_role (
  user INTEGER NOT NULL REFERENCES user (row) ON DELETE CASCADE,
  role INTEGER NOT NULL REFERENCES role (row),
  PRIMARY KEY (user, role)
) WITHOUT ROWID;
CREATE INDEX user_role_role ON user_role (role, user);

CREATE TABLE user_managed_organization (
  user INTEGER NOT NULL REFERENCES user (row) ON DELETE CASCADE,
  organization INTEGER NOT NULL REFERENCES organization (row),
  PRIMARY KEY (user, organization)
) WITHOUT ROWID;
CREATE INDEX user_managed_organization_organization
  ON user_managed_organization (organization, user);

-- Names and addresses of each user, folded and one on a line, by their trigrams: what
-- "contains" looks through. Its rowid is the user's row.
CREATE VIRTUAL TABLE user_text USING fts5 (
  user_name, family_name, given_name, display_name, email,
  tokenize = "trigram case_sensitive 1"
);

CREATE TABLE session (
  token BLOB PRIMARY KEY, -- SHA-256 of the token
  user INTEGER NOT NULL REFERENCES user (row) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_user ON session (user);
CREATE INDEX session_expires ON session (expires);

CREATE TABLE audit (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,   -- id
  request TEXT NOT NULL, -- id, one for all operations of a Bulk
  resource_type TEXT NOT NULL,
  resource TEXT NOT NULL, -- id
  field TEXT NOT NULL,   -- attribute path
  before TEXT,           -- JSON
  after TEXT             -- JSON
);
CREATE INDEX audit_resource ON audit (resource, row);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit is only added to');
END;

-- What cursors are sealed with.
INSERT INTO setting (name, value) VALUES ('cursor-key', randomblob (32));
