-- A role for those who sign assessments and nothing else, such as a chief information officer and whom they name.
alter table role_grant
  drop constraint role_grant_role_check,
  drop constraint role_grant_check1,
  add constraint role_grant_role_check check (role in ('contributor', 'coordinator', 'executive', 'signatory', 'editor', 'lead',
    'reviewer', 'analyst', 'programme-manager', 'administrator')),
  add constraint role_grant_check1 check (
    (role in ('contributor', 'coordinator', 'executive', 'signatory') and scope_kind = 'organisation')
    or (role in ('editor', 'lead') and scope_kind = 'footprint')
    or (role = 'reviewer' and scope_kind = 'region')
    or (role in ('analyst', 'programme-manager', 'administrator') and scope_kind = 'nation')
  );

-- The day on which a board approved an assessment, where its instrument asks for it.
alter table assessment add column board_approved_on date;
