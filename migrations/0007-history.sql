-- History. What an organisation or area *is* (its key, which everything else points at) parts from what was true of it and
-- when: its records. A record holds for its range; the ranges of one organisation or area never overlap, and a gap between
-- them is time in which it did not exist.

-- A source is made up when what it says only shows how the service works.
alter table source add column illustrative boolean not null default false;

create table organisation_record (
  organisation_record_id bigint generated always as identity primary key,
  organisation_id text not null,
  code text not null,
  name text not null,
  type_id text not null,
  type_standing standing not null,
  -- Empty where no source says, and for a record that ends with the organisation.
  status text not null default '' check (status in ('', 'active', 'dormant', 'proposed')),
  address text not null default '',
  town text not null default '',
  postcode text not null default '',
  phone text not null default '',
  -- Codes as the source gives them; whether such an area is recorded is another matter (see organisation_place).
  region_code text not null default '',
  geography_code text not null default '',
  valid daterange not null check (not isempty(valid)),
  -- The days of all sources that say exactly this, in order: most sources give a state of affairs on their day, not the day
  -- on which it began.
  seen date[] not null check (cardinality(seen) > 0),
  seen_from date not null generated always as (seen[1]) stored,
  seen_to date not null generated always as (seen[cardinality(seen)]) stored,
  source_id text not null references source,
  -- The record of the file it was read from, counted from 1; null where the source is no file.
  source_row integer check (source_row > 0),
  standing standing not null,
  note text not null default '',
  -- Who says that it ended, where that was entered on this service; such an end outlives a new load of shipped facts.
  ended_source_id text references source,
  -- An organisation keeps its code, so this keeps the periods of an organisation apart as well.
  exclude using gist (code with =, valid with &&)
);

insert into organisation_record
  (organisation_id, code, name, type_id, type_standing, town, postcode, valid, seen, source_id, standing, note)
select organisation.organisation_id, organisation.code, organisation.name, organisation.type_id, organisation.type_standing,
       organisation.town, organisation.postcode, organisation.valid, array[date '2016-06-30'], organisation.source_id,
       organisation.standing, organisation.note
from organisation;

alter table organisation add column shipped boolean not null default false;
update organisation set shipped = source.shipped from source where source.source_id = organisation.source_id;
drop index organisation_search;
alter table organisation drop column name, drop column type_id, drop column type_standing, drop column town,
  drop column postcode, drop column valid, drop column source_id, drop column standing, drop column note;
alter table organisation add unique (organisation_id, code);
alter table organisation_record add foreign key (organisation_id, code) references organisation (organisation_id, code);
create index organisation_record_organisation on organisation_record (organisation_id);
-- Lists of all organisations are in the order of their names.
create index organisation_record_name on organisation_record (name, organisation_id);
create index organisation_code on organisation (code);

create table area_record (
  area_record_id bigint generated always as identity primary key,
  area_id text not null,
  kind text not null,
  code text not null,
  name text not null,
  slug text not null,
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  source_row integer check (source_row > 0),
  standing standing not null,
  note text not null default '',
  -- Who says that it ended, where that is another than who says that it was; such a row outlives a new load of shipped facts.
  ended_source_id text references source,
  exclude using gist (area_id with =, valid with &&),
  exclude using gist (kind with =, code with =, valid with &&),
  exclude using gist (kind with =, slug with =, valid with &&)
);

insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing, note)
select area.area_id, area.kind, area.code, area.name, area.slug, area.valid, area.source_id, area.standing, area.note from area;

alter table area add column shipped boolean not null default false;
update area set shipped = source.shipped from source where source.source_id = area.source_id;
alter table area drop column kind, drop column code, drop column name, drop column slug, drop column valid,
  drop column source_id, drop column standing, drop column note;
alter table area_record add foreign key (area_id) references area;

alter table area_link add column ended_source_id text references source;
alter table organisation_area add column ended_source_id text references source;
alter table membership add column ended_source_id text references source;

-- What an organisation or area was called last, for what points at it without a day of its own.
create function organisation_latest(text) returns setof organisation_record language sql stable as $$
  select * from organisation_record where organisation_record.organisation_id = $1
  order by lower(organisation_record.valid) desc nulls last limit 1
$$;
create function area_latest(text) returns setof area_record language sql stable as $$
  select * from area_record where area_record.area_id = $1 order by lower(area_record.valid) desc nulls last limit 1
$$;

-- How organisations hang together, by code: the other end may lie outside the directory.
create table organisation_relation (
  organisation_relation_id bigint generated always as identity primary key,
  organisation_id text not null references organisation,
  kind text not null check (kind in ('commissioned-by', 'subdivision-of', 'located-in', 'operated-by', 'directed-by', 'partner-of')),
  related_code text not null,
  valid daterange not null check (not isempty(valid)),
  -- The day of the newest source that says so.
  seen_on date not null,
  source_id text not null references source,
  source_row integer check (source_row > 0),
  standing standing not null,
  -- An organisation is commissioned by one at a time; it may have several of the other relations, one of each with the same.
  exclude using gist (organisation_id with =, valid with &&) where (kind = 'commissioned-by'),
  exclude using gist (organisation_id with =, kind with =, related_code with =, valid with &&) where (kind <> 'commissioned-by')
);
create index organisation_relation_related on organisation_relation (related_code);
create index organisation_relation_organisation on organisation_relation (organisation_id);

-- Succession is an event. Organisations are named by code, because many that went before are in no directory; areas by id.
create table succession_event (
  succession_event_id uuid primary key default uuidv7(),
  subject text not null check (subject in ('organisation', 'area')),
  kind text not null check (kind in ('merge', 'split', 'transfer', 'rename', 'boundary-change', 'closure', 'undo')),
  -- The first day of what comes after.
  effective_on date not null,
  reason text not null default '',
  source_id text not null references source,
  source_row integer check (source_row > 0),
  standing standing not null,
  recorded_at timestamptz not null,
  -- The event that this one takes back; nothing is ever deleted.
  undoes uuid unique references succession_event,
  check ((kind = 'undo') = (undoes is not null))
);
create index succession_event_day on succession_event (effective_on);

create table succession_link (
  succession_link_id bigint generated always as identity primary key,
  succession_event_id uuid not null references succession_event,
  predecessor_id text not null,
  -- Null when nothing came after.
  successor_id text,
  unique nulls not distinct (succession_event_id, predecessor_id, successor_id)
);
create index succession_link_predecessor on succession_link (predecessor_id);
create index succession_link_successor on succession_link (successor_id);
create trigger succession_event_is_append_only before update or delete on succession_event for each row execute function refuse_change();
create trigger succession_link_is_append_only before update or delete on succession_link for each row execute function refuse_change();

-- The links that hold: events taken back, and those that take back, are left out.
create view succession_in_force as
select succession_event.succession_event_id, succession_event.subject, succession_event.kind, succession_event.effective_on,
       succession_event.reason, succession_event.source_id, succession_event.standing,
       succession_link.predecessor_id, succession_link.successor_id
from succession_event join succession_link on succession_link.succession_event_id = succession_event.succession_event_id
where succession_event.kind <> 'undo'
  and not exists (select from succession_event as undo where undo.undoes = succession_event.succession_event_id);

-- Which file was brought in, when, by whom, and what it changed.
create table directory_import (
  directory_import_id uuid primary key,
  source_id text not null references source,
  layout text not null,
  file_name text not null,
  -- SHA-256 of the bytes: the same file again, of the same day, changes nothing.
  digest text not null,
  -- The day whose state of affairs the file gives.
  dated_on date not null,
  row_count integer not null check (row_count >= 0),
  -- Number of differences by kind.
  counts jsonb not null,
  imported_at timestamptz not null,
  imported_by text references person,
  unique (digest, layout, dated_on)
);

-- The regions and health geographies of organisations: those recorded one by one, and those the codes of a record name.
create view organisation_place as
select organisation_area.organisation_id, organisation_area.area_id, organisation_area.valid, organisation_area.source_id
from organisation_area
union all
select organisation_record.organisation_id, area_record.area_id, organisation_record.valid * area_record.valid, organisation_record.source_id
from organisation_record join area_record on area_record.kind = 'region' and area_record.code = organisation_record.region_code
where organisation_record.valid && area_record.valid
union all
select organisation_record.organisation_id, area_record.area_id, organisation_record.valid * area_record.valid, organisation_record.source_id
from organisation_record join area_record on area_record.kind = 'icb' and area_record.code = organisation_record.geography_code
where organisation_record.valid && area_record.valid;
