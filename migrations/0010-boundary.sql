-- What maps are drawn from: boundaries and hexagon layouts, a set a file, each for the time in which it holds.
create table boundary_set (
  boundary_set_id uuid primary key,
  form text not null check (form in ('boundaries', 'hexagons')),
  -- The kind of area, or the type of organisation.
  kind text not null,
  dated_on date not null,
  valid daterange not null check (not isempty(valid)),
  source_id text not null references source,
  file_name text not null,
  -- SHA-256 of the file and of how it was read: the same again changes nothing.
  digest text not null,
  loaded_at timestamptz not null,
  -- Of boundaries: all of them as one quantised TopoJSON topology with shared borders, whose object `areas` bears the codes
  -- as ids; corners whose triangle is smaller than the weight, in square degrees, were left out.
  topology jsonb,
  simplification_weight double precision check (simplification_weight >= 0),
  point_count integer check (point_count > 0),
  -- Of hexagons: in rows with a corner at the top, or in columns with a side at the top.
  orientation text check (orientation in ('pointed', 'flat')),
  check ((form = 'boundaries') = (topology is not null)),
  check ((form = 'boundaries') = (simplification_weight is not null)),
  check ((form = 'boundaries') = (point_count is not null)),
  check ((form = 'hexagons') = (orientation is not null)),
  exclude using gist (form with =, kind with =, valid with &&)
);

-- Whose boundary or hexagon it is: an area's or an organisation's.
create table boundary (
  boundary_set_id uuid not null references boundary_set on delete cascade,
  code text not null,
  name text not null,
  -- Place in the file, from 1.
  source_row integer not null check (source_row > 0),
  area_id text references area,
  organisation_id text references organisation,
  -- SHA-256 of the shape as it was in the file, or of the place of the hexagon.
  digest text not null,
  hex_column integer,
  hex_row integer,
  primary key (boundary_set_id, code),
  check (num_nonnulls(area_id, organisation_id) = 1),
  check ((hex_column is null) = (hex_row is null)),
  unique (boundary_set_id, hex_column, hex_row)
);
create index boundary_area on boundary (area_id);
create index boundary_organisation on boundary (organisation_id);
