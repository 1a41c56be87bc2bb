-- Keeping the periods of one organisation apart is most of the work of bringing in a large file: a GiST index finds its place for a
-- text slowly, and the more slowly the more texts there are. For a number it is quick, so a hash of the text goes first. What
-- is kept apart is as before, since equal texts have equal hashes.
alter table organisation_record
  drop constraint organisation_record_code_valid_excl,
  add constraint organisation_record_one_at_a_time
    exclude using gist (hashtextextended(code, 0) with =, code with =, valid with &&);

alter table organisation_relation
  drop constraint organisation_relation_organisation_id_valid_excl,
  drop constraint organisation_relation_organisation_id_kind_related_code_va_excl,
  add constraint organisation_relation_one_commissioner
    exclude using gist (hashtextextended(organisation_id, 0) with =, organisation_id with =, valid with &&)
    where (kind = 'commissioned-by'),
  add constraint organisation_relation_one_at_a_time
    exclude using gist (hashtextextended(organisation_id, 0) with =, organisation_id with =, kind with =, related_code with =,
      valid with &&) where (kind <> 'commissioned-by');

-- Files that a person has sent are checked and brought in by a job of their own, one at a time: what is said of a file here is what
-- the pages show while it waits and while it is worked on (docs/states.md).
alter table import_upload
  drop constraint import_upload_state_check,
  drop constraint import_upload_check,
  drop constraint import_upload_check1,
  -- Nothing is found before the check has come to its end.
  alter column finding drop not null,
  alter column differences drop not null,
  -- Since when it has waited for the work: files are taken in this order.
  add column queued_at timestamptz,
  -- One turn of the work. Whoever took the file up last may write what came of it; a turn that was overtaken may not.
  add column worked_by uuid,
  -- How often the work was cut short, by a process that ended for instance, since a person last asked for it.
  add column broken_off smallint not null default 0,
  add column rows_read integer not null default 0,
  add column bytes_read integer not null default 0,
  -- Why it is in its state, where the state does not say it.
  add column reason text not null default ''
    check (reason in ('', 'found-other', 'stopped', 'faulty', 'known', 'error', 'broken-off')),
  -- The first faults of a file that is not as it should be, and how many there are.
  add column faults jsonb,
  add column decided_on_behalf_of text;

-- A finding without a digest is never the same as another: what waits to be decided on is checked once more when it is confirmed.
update import_upload set queued_at = uploaded_at, finding = finding || '{"digest": ""}';

alter table import_upload
  alter column queued_at set not null,
  add constraint import_upload_state check (state in
    ('received', 'checking', 'waiting', 'confirmed', 'importing', 'imported', 'refused', 'failed', 'withdrawn')),
  add constraint import_upload_content check ((state in ('imported', 'refused', 'withdrawn')) = (content is null)),
  add constraint import_upload_found check
    (state not in ('waiting', 'confirmed', 'importing', 'imported') or (finding is not null and differences is not null)),
  add constraint import_upload_decided check
    ((state in ('confirmed', 'importing', 'imported', 'withdrawn')) = (decided_at is not null)),
  add constraint import_upload_worked check ((state in ('checking', 'importing')) = (worked_by is not null));
create index import_upload_in_work on import_upload (queued_at)
  where state in ('received', 'checking', 'confirmed', 'importing');
