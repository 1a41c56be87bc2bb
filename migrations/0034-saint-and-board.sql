-- A name is found under "Saint" and "St", "Integrated Care Board" and "ICB" alike (src/features/directory/search-words.ts).
create or replace function search_words(text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(replace(regexp_replace(
    normalize(lower($1), nfd), U&'[\0300-\036f''\2019]', '', 'g'), '&', ' and '), '[^a-z0-9]+', ' ', 'g'),
    '\mclinical commissioning groups?\M', 'ccg', 'g'),
    '\mintegrated care boards?\M', 'icb', 'g'),
    '\msaint\M', 'st', 'g'));

reindex index organisation_record_town;

-- Entries made before: their words as the function has them now, and the short word beside the long one in what is searched.
update search_entry
set name_words = search_words(search_entry.name),
    document = search_entry.document || array_to_tsvector(array(
      select word from unnest(array['st', 'icb']) as word
      where (word = 'st' and search_entry.document @@ 'saint'::tsquery)
         or (word = 'icb' and search_entry.document @@ 'integrated & care & board'::tsquery)))
where search_entry.document @@ 'saint | (integrated & care & board)'::tsquery;
