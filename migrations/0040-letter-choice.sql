-- When somebody wants the letters about their work. Whoever has not chosen gets each at once.
create table letter_choice (
  person_id text primary key references person,
  -- Of what asks them to act: it cannot be turned off.
  asking text not null check (asking in ('at-once', 'daily')),
  -- Of what only informs.
  telling text not null check (telling in ('at-once', 'daily', 'never')),
  chosen_at timestamptz not null
);
