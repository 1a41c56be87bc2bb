-- Who is where, since when, and who says so. Valid time is half-open: [from, to).
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- A text as its plain words, so that "King's" is found by "kings" and "Guy's & St. Thomas'" by "guys and st thomas".
-- What people type goes through the same steps in src/features/directory/search-words.ts.
create function search_words(text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(replace(regexp_replace(lower($1), '[''’]', '', 'g'), '&', ' and '), '[^a-z0-9]+', ' ', 'g'));

create domain standing as text check (value in ('official', 'stated', 'inferred'));

create table source (
  source_id text primary key,
  title text not null,
  publisher text not null,
  url text,
  licence text not null,
  -- A year, a month or a day: documents often say no more.
  dated_on text check (dated_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  note text not null default '',
  -- True for the sources of the shipped reference facts. Rows that cite one belong to those facts and are replaced with
  -- them; rows entered on this service cite a source of their own and stay.
  shipped boolean not null default false
);

create table organisation (
  organisation_id text primary key,
  -- The ODS code, or a code beginning LDR- where the Organisation Data Service has none.
  code text not null,
  name text not null,
  type_id text not null,
  type_standing standing not null,
  town text not null default '',
  postcode text not null default '',
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  exclude using gist (code with =, valid with &&)
);
create index organisation_search on organisation
  using gin (search_words(name || ' ' || code || ' ' || town || ' ' || postcode) gin_trgm_ops);

create table area (
  area_id text primary key,
  kind text not null,
  code text not null,
  name text not null,
  slug text not null,
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  exclude using gist (kind with =, code with =, valid with &&),
  exclude using gist (kind with =, slug with =, valid with &&)
);

create table area_link (
  area_link_id bigint generated always as identity primary key,
  child_area_id text not null references area,
  parent_area_id text not null references area,
  relation text not null check (relation in ('within', 'spans')),
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  check (child_area_id <> parent_area_id),
  exclude using gist (child_area_id with =, parent_area_id with =, valid with &&)
);
-- The exclusion constraints keep periods apart; looking up by one end is for these.
create index area_link_child on area_link (child_area_id);
create index area_link_parent on area_link (parent_area_id);

-- The region and STP of an organisation; its place in a footprint is a membership.
create table organisation_area (
  organisation_area_id bigint generated always as identity primary key,
  organisation_id text not null references organisation,
  area_id text not null references area,
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  exclude using gist (organisation_id with =, area_id with =, valid with &&)
);
create index organisation_area_organisation on organisation_area (organisation_id);
create index organisation_area_area on organisation_area (area_id);

create table membership (
  membership_id bigint generated always as identity primary key,
  area_id text not null references area,
  organisation_id text not null references organisation,
  role text not null check (role in ('lead', 'core', 'associate', 'support')),
  listed_as text not null default '',
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  exclude using gist (area_id with =, organisation_id with =, role with =, valid with &&)
);
create index membership_area on membership (area_id);
create index membership_organisation on membership (organisation_id);

create table organisation_measure (
  organisation_id text not null references organisation,
  measure text not null,
  measured_on date not null,
  value numeric not null check (value >= 0),
  source_id text not null references source,
  standing standing not null,
  note text not null default '',
  primary key (organisation_id, measure, measured_on)
);

-- Where an area sits on the hexagon map.
create table area_hexagon (
  area_id text primary key references area,
  hex_column integer not null,
  hex_row integer not null,
  source_id text not null references source,
  unique (hex_column, hex_row)
);

-- Which version of the shipped reference facts is loaded, so that an unchanged one is not loaded again.
create table reference_load (
  digest text primary key,
  loaded_at timestamptz not null
);
