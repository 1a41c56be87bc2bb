create table exemplar (
  exemplar_id uuid primary key,
  organisation_id text not null references organisation,
  group_id text not null,
  title text not null,
  reason text not null,
  state text not null check (state in ('candidate', 'nominated', 'designated', 'blueprint-published', 'withdrawn')),
  designated_by text references person,
  designated_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  illustrative boolean not null,
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create unique index exemplar_live on exemplar (organisation_id, group_id) where state <> 'withdrawn';

create table contact_message (
  message_id uuid primary key,
  sender_name text not null,
  sender_email text not null,
  topic text not null,
  message text not null,
  received_at timestamptz not null,
  -- 'stored' where no mail server is configured.
  mail_state text not null check (mail_state in ('stored', 'queued', 'sent', 'failed')),
  mail_failure text not null default '',
  answered_at timestamptz,
  answered_by text references person
);
create index contact_message_received on contact_message (received_at desc, message_id);
