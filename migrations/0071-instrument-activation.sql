-- That a version of a questionnaire may be asked: proposed by one person and confirmed by another, for one very text. What was there at
-- the first start was activated by that, and nobody's doing.
create table instrument_activation (
  instrument_activation_id uuid primary key,
  instrument_id text not null,
  version text not null,
  -- Of what is asked and how it scores: with another text it counts for nothing.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('proposed', 'active', 'withdrawn', 'lapsed')),
  proposed_by text references person,
  proposed_at timestamptz not null,
  settled_by text references person,
  settled_at timestamptz,
  reason text not null default '',
  check ((state = 'proposed') = (settled_at is null)),
  check (state <> 'active' or (proposed_by is null) = (settled_by is null)),
  check (state <> 'active' or proposed_by is distinct from settled_by or proposed_by is null),
  check ((state in ('withdrawn', 'lapsed')) = (reason <> ''))
);
create unique index instrument_activation_open on instrument_activation (instrument_id, version) where state = 'proposed';
create unique index instrument_activation_once on instrument_activation (instrument_id, version, digest) where state = 'active';

create function refuse_change_of_settled_activation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'proposed' then
    raise exception 'an activation that is settled is never changed';
  end if;
  return new;
end $$;
create trigger instrument_activation_stays before update or delete on instrument_activation
  for each row execute function refuse_change_of_settled_activation();
create trigger public_change after insert or update or delete or truncate on instrument_activation
  for each statement execute function note_public_change();
