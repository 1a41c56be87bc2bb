-- Each instrument as the service was started with it. One that answers were given to stays as it is: they are read with it for ever.
create table kept_instrument (
  instrument_id text not null,
  version text not null,
  -- As written in the pack, with its themes.
  content jsonb not null,
  -- SHA-256 of what is asked in it and how it scores.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (instrument_id, version)
);

create function refuse_change_of_used_instrument() returns trigger language plpgsql as $$
begin
  if exists (select from assessment
             where assessment.instrument_id = old.instrument_id and assessment.instrument_version = old.version) then
    raise exception 'answers were given to version % of %: it is never changed', old.version, old.instrument_id;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger kept_instrument_stays before update or delete on kept_instrument
  for each row execute function refuse_change_of_used_instrument();
