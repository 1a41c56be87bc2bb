-- Attempts to sign in that failed of late, counted for all processes together: by account, by network, by browser known to it.
create table sign_in_failure (
  -- Kind and digest of what is counted; the address that was typed is not kept here.
  bucket text primary key,
  failures integer not null check (failures >= 0),
  last_failed_at timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_failed_at);

-- What an administrator looks through when something seems wrong. Unlike audit events these are of no lasting worth, and are removed
-- after a time: they hold network addresses.
create table security_event (
  event_id uuid primary key default uuidv7(),
  at timestamptz not null,
  kind text not null check (kind in ('signed-in', 'signed-out', 'sign-in-failed', 'limit-reached', 'refused')),
  person_id text references person on delete set null,
  -- The e-mail address that was tried; empty where there was none, or where what was typed is none.
  account text not null check (length(account) <= 254),
  network_address text not null check (length(network_address) <= 64),
  -- Method and route, without what stood in it.
  place text not null check (length(place) <= 200)
);
create index security_event_at on security_event (at);
create index session_expires on session (expires_at);
