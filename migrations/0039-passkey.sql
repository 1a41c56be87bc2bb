-- What a person signs in with instead of a password: a key that never leaves their device or security key. Kept by better-auth.
create table passkey (
  id text primary key,
  person_id text not null references person on delete cascade,
  -- As its owner tells it from others.
  name text not null,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text not null,
  -- Which make of device or program holds it, as far as that says so.
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_person on passkey (person_id);

-- A passkey is two factors at once, but only for who signed in with it: a password alone opens an account with passkeys too.
alter table session add column by_passkey boolean not null default false;
