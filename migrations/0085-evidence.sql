-- What an organisation shows for its answers: files and links, which belong to it and not to a round. Nothing is overwritten: a change is
-- another version, and what is removed leaves its record.
create table evidence (
  organisation_id text not null references organisation,
  evidence_id uuid not null,
  illustrative boolean not null,
  added_by text references person,
  added_at timestamptz not null,
  primary key (organisation_id, evidence_id)
);

-- The bytes of a file once for an organisation, however often it is sent; by their SHA-256.
create table evidence_file (
  organisation_id text not null references organisation,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  byte_count integer not null check (byte_count > 0),
  primary key (organisation_id, digest)
);

-- They in pieces, so that no one has to hold a whole file; gone where it was removed.
create table evidence_piece (
  organisation_id text not null,
  digest text not null,
  number integer not null check (number >= 0),
  -- In which round it was added, for the limit of what an organisation may add in one.
  round_id text not null,
  bytes bytea not null check (octet_length(bytes) > 0),
  primary key (organisation_id, digest, number),
  foreign key (organisation_id, digest) references evidence_file
);
-- Pictures and documents are packed already.
alter table evidence_piece alter column bytes set storage external;
create index evidence_piece_round on evidence_piece (organisation_id, round_id) include (digest);

create table evidence_version (
  organisation_id text not null,
  evidence_id uuid not null,
  version integer not null check (version > 0),
  title text not null check (char_length(title) between 1 and 200),
  -- The first and the last day on which it says something; null for no end.
  effective_on date,
  expires_on date,
  url text check (url ~ '^https?://'),
  digest text,
  file_name text,
  made_by text references person,
  made_at timestamptz not null,
  primary key (organisation_id, evidence_id, version),
  foreign key (organisation_id, evidence_id) references evidence,
  foreign key (organisation_id, digest) references evidence_file,
  check (expires_on >= effective_on),
  check ((url is null) <> (digest is null)),
  check ((digest is null) = (file_name is null))
);
create index evidence_version_digest on evidence_version (organisation_id, digest) where digest is not null;
create index evidence_version_url on evidence_version (organisation_id, url) where url is not null;

-- Each time that a file was looked at for harmful programs, or could not be.
create table evidence_scan (
  organisation_id text not null,
  digest text not null,
  number integer not null check (number > 0),
  outcome text not null check (outcome in ('clean', 'infected', 'not-scanned')),
  detail text not null,
  scanned_at timestamptz not null,
  primary key (organisation_id, digest, number),
  foreign key (organisation_id, digest) references evidence_file
);

create table evidence_removal (
  organisation_id text not null,
  evidence_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  removed_by text not null references person,
  removed_at timestamptz not null,
  primary key (organisation_id, evidence_id),
  foreign key (organisation_id, evidence_id) references evidence
);

-- Which answer rests on what, as it stands; every change is in the history.
create table evidence_use (
  organisation_id text not null,
  assessment_id uuid not null,
  question_id text not null,
  evidence_id uuid not null,
  page_reference text not null check (char_length(page_reference) <= 100),
  is_used boolean not null,
  revision integer not null check (revision > 0),
  used_by text references person,
  used_at timestamptz not null,
  primary key (organisation_id, assessment_id, question_id, evidence_id),
  foreign key (organisation_id, assessment_id) references assessment,
  foreign key (organisation_id, evidence_id) references evidence
);
create index evidence_use_of on evidence_use (organisation_id, evidence_id);

create table evidence_use_history (
  organisation_id text not null,
  assessment_id uuid not null,
  question_id text not null,
  evidence_id uuid not null,
  page_reference text not null,
  is_used boolean not null,
  revision integer not null,
  used_by text references person,
  used_at timestamptz not null,
  primary key (organisation_id, assessment_id, question_id, evidence_id, revision),
  foreign key (organisation_id, assessment_id) references assessment,
  foreign key (organisation_id, evidence_id) references evidence
);

-- What the answers of a return rested on when it was signed, in which version, and whether that counted on the day.
create table signed_evidence (
  organisation_id text not null,
  assessment_id uuid not null,
  signed_at timestamptz not null,
  question_id text not null,
  evidence_id uuid not null,
  version integer not null,
  page_reference text not null,
  is_live boolean not null,
  primary key (organisation_id, assessment_id, signed_at, question_id, evidence_id),
  foreign key (organisation_id, assessment_id) references assessment,
  foreign key (organisation_id, evidence_id, version) references evidence_version
);
create index signed_evidence_of on signed_evidence (organisation_id, evidence_id);

-- Before evidence could be kept, an answer with a note was called evidenced. What was signed so stays so.
create table noted_answer (
  organisation_id text not null,
  assessment_id uuid not null,
  question_id text not null,
  primary key (organisation_id, assessment_id, question_id),
  foreign key (organisation_id, assessment_id) references assessment
);
insert into noted_answer (organisation_id, assessment_id, question_id)
select answer.organisation_id, answer.assessment_id, answer.question_id
from answer
join assessment on assessment.organisation_id = answer.organisation_id
  and assessment.assessment_id = answer.assessment_id
where assessment.submitted_at is not null and answer.comment ~ '\S'
  and (answer.option_id is not null or answer.elements_met is not null);

create trigger evidence_is_append_only before update or delete on evidence
  for each row execute function refuse_change();
create trigger evidence_file_is_append_only before update or delete on evidence_file
  for each row execute function refuse_change();
create trigger evidence_version_is_append_only before update or delete on evidence_version
  for each row execute function refuse_change();
create trigger evidence_scan_is_append_only before update or delete on evidence_scan
  for each row execute function refuse_change();
create trigger evidence_removal_is_append_only before update or delete on evidence_removal
  for each row execute function refuse_change();
create trigger evidence_use_history_is_append_only before update or delete on evidence_use_history
  for each row execute function refuse_change();
create trigger signed_evidence_is_append_only before update or delete on signed_evidence
  for each row execute function refuse_change();
create trigger noted_answer_is_append_only before update or delete on noted_answer
  for each row execute function refuse_change();
