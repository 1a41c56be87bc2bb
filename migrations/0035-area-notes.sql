-- What is said of what came before or after an area where the sources allow no event: it is shown with its standing, and nothing
-- follows from it.
create table area_note (
  area_id text not null references area,
  position integer not null,
  statement text not null check (statement <> ''),
  -- A year, a month or a day; empty where none is given.
  dated_on text not null default '',
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  primary key (area_id, position)
);
create trigger public_change after insert or update or delete or truncate on area_note
  for each statement execute function note_public_change();
