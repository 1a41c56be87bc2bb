-- What a person has typed into a form and not saved or sent yet, kept while they type. It is shown to nobody else, and is gone once it
-- has been sent or discarded: only then is anything said, and audited.
create table private_draft (
  person_id text not null references person,
  form text not null check (form ~ '^[a-z-]+:.+$'),
  fields jsonb not null,
  revision integer not null check (revision > 0),
  kept_at timestamptz not null,
  primary key (person_id, form)
);
