-- A role for somebody who is invited to check what another organisation signed. Its scope is the organisation that they come from.
alter table role_grant
  drop constraint role_grant_role_check,
  drop constraint role_grant_check1,
  add constraint role_grant_role_check check (role in ('contributor', 'coordinator', 'executive', 'signatory', 'peer', 'editor', 'lead',
    'reviewer', 'analyst', 'programme-manager', 'administrator')),
  add constraint role_grant_check1 check (
    (role in ('contributor', 'coordinator', 'executive', 'signatory', 'peer') and scope_kind = 'organisation')
    or (role in ('editor', 'lead') and scope_kind = 'footprint')
    or (role = 'reviewer' and scope_kind = 'region')
    or (role in ('analyst', 'programme-manager', 'administrator') and scope_kind = 'nation')
  );

-- That somebody of another organisation is invited to check one signed document.
create table peer_invitation (
  invitation_id uuid primary key,
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  person_id text not null references person,
  -- The organisation that they come from.
  peer_organisation_id text not null references organisation,
  -- What they are told with it, which may be nothing.
  message text not null check (char_length(message) <= 2000),
  invited_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  invited_at timestamptz not null,
  foreign key (organisation_id, assessment_id, digest) references assessment_document,
  check (peer_organisation_id <> organisation_id)
);
create index peer_invitation_by_document on peer_invitation (organisation_id, assessment_id, digest);
create index peer_invitation_by_person on peer_invitation (person_id);
create trigger peer_invitation_is_append_only before update or delete on peer_invitation
  for each row execute function refuse_change();

-- What became of it. The latest stands; where there is none it waits for an answer.
create table peer_invitation_step (
  invitation_id uuid not null references peer_invitation,
  number integer not null check (number > 0),
  kind text not null check (kind in ('accept', 'decline', 'withdraw')),
  reason text not null check (char_length(reason) <= 2000),
  taken_by text not null references person,
  on_behalf_of text not null,
  taken_at timestamptz not null,
  primary key (invitation_id, number),
  check (kind = 'accept' or reason ~ '\S')
);
create trigger peer_invitation_step_is_append_only before update or delete on peer_invitation_step
  for each row execute function refuse_change();
