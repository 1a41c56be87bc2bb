-- A draft that was left behind for another round, and taken up again once that round was closed: it is the newest from then on.
alter table roadmap add column taken_up_at timestamptz;
