-- Where the clock of a demonstration stood when it was started for the first time: from then on it runs as fast as the real one.
create table demonstration_clock (
  -- One row at most; none in a real database, nor in a demonstration whose programme names no day.
  is_only boolean primary key default true check (is_only),
  stands_at timestamptz not null,
  started_at timestamptz not null
);
create trigger demonstration_clock_is_append_only before update or delete on demonstration_clock
  for each row execute function refuse_change();
