-- The areas that one organisation lies in on a day, as the view `organisation_place` has it. For a statement about one organisation: the
-- view has five sources, and planning them took the database ten times as long as reading them; what is in a function like this is
-- planned once by each connection, whatever the organisation and the day.
create function places_of_organisation(of_organisation text, on_day date) returns table (area_id text)
language plpgsql stable rows 3 set plan_cache_mode = force_generic_plan as $$
begin
  return query select distinct place.area_id from organisation_place as place
    where place.organisation_id = of_organisation and place.valid @> on_day;
end
$$;
