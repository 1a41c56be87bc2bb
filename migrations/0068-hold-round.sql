-- Holds a round until the transaction ends and says how it stands then, at the cost of one question: a volatile function sees what was
-- committed while it waited, which the statement that calls it would not. Steps are only ever added, so their number tells whether there
-- are new ones.
create function hold_round(held text, is_shared boolean)
  returns table (is_withdrawn boolean, steps integer) language plpgsql volatile as $$
begin
  if is_shared then
    perform pg_advisory_xact_lock_shared(hashtextextended('round:' || held, 0));
  else
    perform pg_advisory_xact_lock(hashtextextended('round:' || held, 0));
  end if;
  return query select
    exists (select from withdrawn_round where round_id = held),
    (select count(*)::integer from round_step where round_id = held);
end $$;
