-- A text as its plain words, as before and with what searchWords in search-words.ts does besides: accents go, and the long form of "CCG" becomes short.
create or replace function search_words(text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(regexp_replace(replace(regexp_replace(
    normalize(lower($1), nfd), U&'[\0300-\036f''\2019]', '', 'g'), '&', ' and '), '[^a-z0-9]+', ' ', 'g'),
    '\mclinical commissioning groups?\M', 'ccg', 'g'));

-- Search: one row for each name that an organisation or area has or had. Derived from the records, and made anew for whoever
-- changes (search-entries-repository.ts).
create table search_entry (
  search_entry_id bigint generated always as identity primary key,
  organisation_id text references organisation,
  area_id text references area,
  code text not null,
  name text not null,
  -- What it is called in plain words, for exact names and whole phrases.
  name_words text not null,
  -- Name, code, town and postcodes as plain words: all that a search may ask for.
  document tsvector not null,
  -- The days on which it was called so.
  valid datemultirange not null,
  -- Areas before organisations of the programme before practices, among equally good matches.
  rank smallint not null,
  check (num_nonnulls(organisation_id, area_id) = 1)
);
create index search_entry_document on search_entry using gin (document);
-- Areas and the organisations of the programme are few, and are looked for apart from thousands of practices.
create index search_entry_of_few on search_entry using gin (document) where rank < 2;
create index search_entry_code on search_entry (lower(code));
create index search_entry_name on search_entry (name_words text_pattern_ops);
create index search_entry_organisation on search_entry (organisation_id);
create index search_entry_area on search_entry (area_id);

-- Every word without a digit that any entry holds, with the lowest rank of those, to find what a mistyped word was meant to be.
-- Words are never removed: one that leads nowhere costs nothing.
create table search_word (
  word text primary key,
  rank smallint not null
);
create index search_word_trigrams on search_word using gin (word gin_trgm_ops);

-- Finding an area by a postcode, whole or in part, and by a town.
create index organisation_record_postcode on organisation_record (postcode text_pattern_ops);
create index organisation_record_town on organisation_record (search_words(town) text_pattern_ops);
