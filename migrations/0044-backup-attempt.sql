-- Every backup that was made or tried, so that it can be said when the last good one was made and checked.
create table backup_attempt (
  backup_attempt_id uuid primary key default uuidv7(),
  -- Made by the service itself, as often as its configuration says, or by the command.
  origin text not null check (origin in ('schedule', 'command')),
  begun_at timestamptz not null,
  -- When it was read back whole, or given up.
  ended_at timestamptz not null check (ended_at >= begun_at),
  -- The name of the file, without its folder: the same folder may have another name on another machine.
  file text not null,
  -- Of the whole file; null where there is no good one.
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  -- What went wrong; empty where nothing did.
  problem text not null,
  check ((digest is null) = (problem <> ''))
);
create index backup_attempt_good on backup_attempt (ended_at) where digest is not null;
create trigger backup_attempt_is_append_only before update or delete on backup_attempt for each row execute function refuse_change();
