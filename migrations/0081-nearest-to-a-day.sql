-- An organisation or area as it was on a day; where it is not there then, as it was next after, or else as it was last: what begins
-- later is called by its first name and not by one that it takes later still.
create or replace function organisation_on(text, date) returns setof organisation_record language sql stable as $$
  select * from organisation_record where organisation_record.organisation_id = $1
  order by coalesce(upper(organisation_record.valid) <= $2, false),
    case when upper(organisation_record.valid) <= $2 then upper(organisation_record.valid) end desc nulls last,
    lower(organisation_record.valid) nulls first limit 1
$$;
create or replace function area_on(text, date) returns setof area_record language sql stable as $$
  select * from area_record where area_record.area_id = $1
  order by coalesce(upper(area_record.valid) <= $2, false),
    case when upper(area_record.valid) <= $2 then upper(area_record.valid) end desc nulls last,
    lower(area_record.valid) nulls first limit 1
$$;
