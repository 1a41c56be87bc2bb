-- Accounts and sessions are kept by better-auth; the names of its columns are its own, mapped in the identity feature.
create table person (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  job_title text not null default '',
  is_persona boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id text primary key,
  person_id text not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (person_id);

create table credential (
  id text primary key,
  person_id text not null references person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_person on credential (person_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

-- A grant is ended, never deleted: who could do what, and when, stays answerable.
create table role_grant (
  role_grant_id uuid primary key default uuidv7(),
  person_id text not null references person,
  role text not null check (role in ('contributor', 'coordinator', 'executive', 'editor', 'lead', 'reviewer', 'analyst', 'programme-manager', 'administrator')),
  scope_kind text not null check (scope_kind in ('organisation', 'footprint', 'region', 'nation')),
  -- Organisation id or area id; empty for the nation.
  scope_id text not null,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((scope_kind = 'nation') = (scope_id = '')),
  check (
    (role in ('contributor', 'coordinator', 'executive') and scope_kind = 'organisation')
    or (role in ('editor', 'lead') and scope_kind = 'footprint')
    or (role = 'reviewer' and scope_kind = 'region')
    or (role in ('analyst', 'programme-manager', 'administrator') and scope_kind = 'nation')
  )
);
create unique index role_grant_live on role_grant (person_id, role, scope_kind, scope_id) where ended_at is null;

-- Append-only and hash-chained by subject: each event carries the hash of the one before it in the same chain.
create table audit_chain (
  chain text primary key,
  sequence bigint not null,
  hash text not null
);

create table audit_event (
  chain text not null,
  sequence bigint not null,
  at timestamptz not null,
  person_id text,
  on_behalf_of text not null,
  action text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (chain, sequence)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_event_is_append_only before update or delete on audit_event for each row execute function refuse_change();
