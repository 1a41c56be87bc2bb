-- The second factor of a person: a code from an app on their phone. Kept by better-auth, which encrypts the secret and the codes.
alter table person add column two_factor_enabled boolean not null default false;

create table two_factor (
  id text primary key,
  person_id text not null unique references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- False until the first code was typed.
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

alter table security_event drop constraint security_event_kind_check;
alter table security_event add constraint security_event_kind_check check (kind in (
  'signed-in', 'signed-out', 'sign-in-failed', 'limit-reached', 'refused', 'account-changed'
));
