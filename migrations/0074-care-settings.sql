-- Where each care setting of an organisation is assessed by itself: that somebody said that it answers for one, or does not, other than
-- follows from its type. Of each setting the latest stands.
create table care_setting_choice (
  organisation_id text not null references organisation,
  care_setting text not null,
  number integer not null check (number > 0),
  answers boolean not null,
  reason text not null check (reason <> ''),
  chosen_by text not null references person,
  chosen_at timestamptz not null,
  primary key (organisation_id, care_setting, number)
);
create trigger care_setting_choice_is_append_only before update or delete on care_setting_choice
  for each row execute function refuse_change();

-- Sections that others answer once for the whole organisation and this setting by itself.
alter table assessment add column answered_apart text[] not null default '{}',
  -- What is answered once for all settings is signed with each of them, and never by itself.
  add check (care_setting <> 'whole-organisation' or state in ('not-started', 'in-progress'));

-- Whom coverage counts rests on it.
create trigger public_change after insert or update or delete or truncate on care_setting_choice
  for each statement execute function note_public_change();
