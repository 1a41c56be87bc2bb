-- Events of the audit trail of which nobody has been told yet. The trigger adds each in the transaction that appends the event, so that
-- people are told of what was done, and of nothing that was taken back. No foreign key: whatever becomes of the trail, a row here only
-- says where to look.
create table event_to_tell (
  chain text not null,
  sequence bigint not null,
  -- Set into the future when telling of it failed, so that others are not kept waiting.
  not_before timestamptz not null default '-infinity',
  primary key (chain, sequence)
);

create function note_event_to_tell() returns trigger language plpgsql as $$
begin
  insert into event_to_tell (chain, sequence) values (new.chain, new.sequence)
  -- Whoever tampers with the trail may have put an event in the place of another.
  on conflict do nothing;
  return null;
end
$$;

-- Saves are most of the trail, and nobody is told of any.
create trigger event_to_tell after insert on audit_event for each row
  when (new.action not in ('assessment.answer', 'roadmap.save', 'roadmap.remove', 'review.save', 'formation.save'))
  execute function note_event_to_tell();

-- What one person is told. Notices that are due go into one letter.
create table notice (
  notice_id uuid primary key default uuidv7(),
  person_id text not null references person,
  kind text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null,
  due_at timestamptz not null,
  letter_id uuid references letter
);
create index notice_due on notice (due_at) where letter_id is null;
