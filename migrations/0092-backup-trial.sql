-- Every backup of this database that was tried by restoring it into an empty one, and what came of it.
create table backup_trial (
  backup_trial_id uuid primary key default uuidv7(),
  -- Of the whole file, by which its making is on record.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- When it was restored and compared, or given up.
  tried_at timestamptz not null,
  -- What went wrong; empty where nothing did.
  problem text not null
);
create index backup_trial_last on backup_trial (tried_at);
create trigger backup_trial_is_append_only before update or delete on backup_trial for each row execute function refuse_change();
