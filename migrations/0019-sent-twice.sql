-- What is sent twice is kept once: a second press of the button, a request sent again, two at the same moment.

-- Of proposals that one person made twice of the same event, and of files sent twice, the first stays.
update succession_proposal as proposal
set state = 'withdrawn', settled_at = now(), reason = 'Proposed twice: the same proposal was there already'
where proposal.state = 'proposed' and exists (
  select from succession_proposal as earlier
  where earlier.state = 'proposed' and earlier.proposed_by = proposal.proposed_by and earlier.event = proposal.event
    and (earlier.proposed_at, earlier.succession_proposal_id) < (proposal.proposed_at, proposal.succession_proposal_id));
create unique index succession_proposal_once on succession_proposal (proposed_by, md5(event::text)) where state = 'proposed';

-- Empty once the file is decided on and its content with it.
alter table import_upload add column digest text generated always as (encode(sha256(content), 'hex')) stored;
update import_upload as upload
set state = 'withdrawn', content = null, decided_at = now()
where upload.state = 'waiting' and exists (
  select from import_upload as earlier
  where earlier.state = 'waiting' and earlier.uploaded_by = upload.uploaded_by and earlier.digest = upload.digest
    and earlier.layout = upload.layout and earlier.dated_on = upload.dated_on
    and (earlier.uploaded_at, earlier.import_upload_id) < (upload.uploaded_at, upload.import_upload_id));
create unique index import_upload_once on import_upload (uploaded_by, digest, layout, dated_on) where content is not null;
