-- Letters of the service to people, in the order they were written. Each is sent by a job that knows its id.
create table letter (
  letter_id uuid primary key default uuidv7(),
  recipient text not null check (length(recipient) between 3 and 254),
  subject text not null,
  -- Where the text has a link that opens an account, `{link}` stands in its place: it is kept until the letter is sent, and no longer.
  body text not null,
  link text,
  state text not null check (state in ('queued', 'sent', 'failed')),
  failure text not null default '',
  written_at timestamptz not null,
  settled_at timestamptz,
  check ((state = 'queued') = (settled_at is null)),
  check (state = 'queued' or link is null)
);
create index letter_recipient on letter (recipient);
