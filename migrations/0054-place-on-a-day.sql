-- An organisation or area as it was on a day, so that it is called what it was called then; as it was last where it is not there then.
create function organisation_on(text, date) returns setof organisation_record language sql stable as $$
  select * from organisation_record where organisation_record.organisation_id = $1
  order by organisation_record.valid @> $2 desc, lower(organisation_record.valid) desc nulls last limit 1
$$;
create function area_on(text, date) returns setof area_record language sql stable as $$
  select * from area_record where area_record.area_id = $1
  order by area_record.valid @> $2 desc, lower(area_record.valid) desc nulls last limit 1
$$;
