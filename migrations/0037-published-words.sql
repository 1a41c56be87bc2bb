-- The words of a text, each once, for a search by beginnings of words. Longer ones than the database can keep are left out.
create function word_vector(text) returns tsvector language sql immutable strict parallel safe
  return array_to_tsvector(array(
    select word from unnest(string_to_array(search_words($1), ' ')) as word
    where word <> '' and octet_length(word) <= 2046));

-- The sections of a public file with all texts in them. What was left out of the file is not there.
create function published_texts(download text) returns table (place integer, section_id text, title text, body text)
language sql immutable strict parallel safe as $$
  select section.ordinality::integer, section.value ->> 'id', section.value ->> 'title', coalesce(content.text, '')
  from jsonb_array_elements(download::jsonb -> 'document' -> 'sections') with ordinality as section
  cross join lateral (
    select string_agg(value #>> '{}', ' ') as text
    from jsonb_path_query(section.value -> 'content', 'strict $.** ? (@.type() == "string")') as value
  ) as content
$$;

-- What a search looks through: taken from the file when it is published, which is never edited, so that no search reads files.
create table published_section (
  publication_id uuid not null references publication,
  place integer not null,
  -- Where it stands on the page of the roadmap.
  section_id text not null,
  title text not null,
  body text not null,
  words tsvector not null generated always as (word_vector(title || ' ' || body)) stored,
  primary key (publication_id, place)
);
create index published_section_words on published_section using gin (words);
create trigger public_change after insert or update or delete or truncate on published_section
  for each statement execute function note_public_change();

insert into published_section (publication_id, place, section_id, title, body)
select publication.publication_id, section.place, section.section_id, section.title, section.body
from publication cross join lateral published_texts(publication.download) as section;
