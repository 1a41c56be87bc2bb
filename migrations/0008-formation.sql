-- How a footprint comes about and changes: its form (who takes part, who answers for it), endorsed by its CCGs and by the
-- region. What is accepted becomes memberships in the directory; the form itself stays as it was endorsed.

insert into source (source_id, title, publisher, url, licence, dated_on, note, illustrative) values
  ('formation', 'Footprint form endorsed by its CCGs and region', 'This service', null,
   'Open Government Licence v3.0', null, 'Entered on this service; the form and its endorsements are kept with it', false),
  ('formation-illustrative', 'Illustrative footprint form', 'This service', null,
   'Open Government Licence v3.0', null, 'Made up to show how the service works', true);

create table formation (
  formation_id uuid primary key,
  -- The footprint in the directory; null until the region has endorsed the first form.
  footprint_id text unique references area,
  -- Where its pages are: the footprint's own once there is one.
  slug text not null unique,
  illustrative boolean not null,
  created_at timestamptz not null,
  created_by text references person
);

-- The first form of a footprint, and every request to change it after that.
create table footprint_form (
  form_id uuid primary key,
  formation_id uuid not null references formation,
  round_id text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('writing', 'with-ccgs', 'with-region', 'accepted', 'withdrawn')),
  -- What the form began with: the form before it, or what the directory said. Null for a footprint that is new.
  base jsonb,
  -- Of the document that is endorsed; null while it is written.
  digest text,
  illustrative boolean not null,
  created_at timestamptz not null,
  created_by text references person,
  accepted_at timestamptz,
  unique (formation_id, number),
  check ((state = 'accepted') = (accepted_at is not null)),
  check (state not in ('with-ccgs', 'with-region', 'accepted') or digest is not null),
  check (state <> 'writing' or digest is null)
);
-- One form at a time is in hand.
create unique index footprint_form_open on footprint_form (formation_id) where state in ('writing', 'with-ccgs', 'with-region');

-- Every save of a page of a form, exactly as it was said; the highest revision is what the form says now.
create table footprint_form_history (
  form_id uuid not null references footprint_form,
  page text not null check (page in ('area', 'organisations', 'people')),
  revision integer not null check (revision > 0),
  content jsonb not null,
  saved_by text references person,
  saved_at timestamptz not null,
  primary key (form_id, page, revision)
);
create trigger footprint_form_history_is_append_only before update or delete on footprint_form_history
  for each row execute function refuse_change();

-- The document that was put to the CCGs (canonical JSON, RFC 8785), under the digest that stands for it.
create table footprint_form_document (
  form_id uuid not null references footprint_form,
  digest text not null,
  document jsonb not null,
  frozen_at timestamptz not null,
  frozen_by text references person,
  primary key (form_id, digest)
);
create trigger footprint_form_document_is_append_only before update or delete on footprint_form_document
  for each row execute function refuse_change();
alter table footprint_form add foreign key (form_id, digest) references footprint_form_document (form_id, digest);

-- A decision of a CCG about one exact document. A later one of the same CCG is a further row.
create table footprint_form_endorsement (
  endorsement_id uuid primary key,
  form_id uuid not null,
  digest text not null,
  organisation_id text not null references organisation,
  person_id text references person,
  person_name text not null,
  person_role text not null,
  decision text not null check (decision in ('endorse', 'decline')),
  reason text not null default '',
  decided_at timestamptz not null,
  illustrative boolean not null,
  check (decision = 'endorse' or reason <> ''),
  foreign key (form_id, digest) references footprint_form_document (form_id, digest)
);
create index footprint_form_endorsement_form on footprint_form_endorsement (form_id, decided_at);
create trigger footprint_form_endorsement_is_append_only before update or delete on footprint_form_endorsement
  for each row execute function refuse_change();

-- What was done to a form, in order: where it stands and why endorsements lapsed can be read from here.
create table footprint_form_step (
  footprint_form_step_id bigint generated always as identity primary key,
  form_id uuid not null references footprint_form,
  action text not null check (action in ('begin', 'put', 'complete', 'take-back', 'send-back', 'accept', 'withdraw')),
  digest text,
  reason text not null default '',
  person_id text references person,
  person_name text not null,
  on_behalf_of text not null,
  at timestamptz not null,
  check (action not in ('take-back', 'send-back', 'withdraw') or reason <> '')
);
create index footprint_form_step_form on footprint_form_step (form_id);
create trigger footprint_form_step_is_append_only before update or delete on footprint_form_step
  for each row execute function refuse_change();
