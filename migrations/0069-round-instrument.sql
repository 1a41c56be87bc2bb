-- Which version of a questionnaire a round asks: that of the first answer that was given in it, for everybody who answers after that.
create table round_instrument (
  round_id text primary key,
  instrument_id text not null,
  version text not null,
  asked_since timestamptz not null
);
create trigger round_instrument_is_append_only before update or delete on round_instrument
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on round_instrument
  for each statement execute function note_public_change();

insert into round_instrument (round_id, instrument_id, version, asked_since)
select distinct on (round_id) round_id, instrument_id, instrument_version, created_at
from assessment order by round_id, created_at;

-- Versions are read on public pages, and another process may keep one.
create trigger public_change after insert or update or delete or truncate on kept_instrument
  for each statement execute function note_public_change();
