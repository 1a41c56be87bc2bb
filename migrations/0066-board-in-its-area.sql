-- An integrated care board plans for the area of its code, and lies in the region of that area where its record names none: files name a
-- board and say no more.
create or replace view organisation_place as
select organisation_area.organisation_id, organisation_area.area_id, organisation_area.valid, organisation_area.source_id
from organisation_area
union all
select organisation_record.organisation_id, area_record.area_id, organisation_record.valid * area_record.valid, organisation_record.source_id
from organisation_record join area_record on area_record.kind = 'region' and area_record.code = organisation_record.region_code
where organisation_record.valid && area_record.valid
union all
select organisation_record.organisation_id, area_record.area_id, organisation_record.valid * area_record.valid, organisation_record.source_id
from organisation_record join area_record on area_record.kind = 'icb' and area_record.code = organisation_record.geography_code
where organisation_record.valid && area_record.valid
union all
select organisation_record.organisation_id, area_record.area_id, organisation_record.valid * area_record.valid, organisation_record.source_id
from organisation_record join area_record on area_record.kind = 'icb' and area_record.code = organisation_record.code
where organisation_record.type_id = 'integrated-care-board' and organisation_record.valid && area_record.valid
union all
select organisation_record.organisation_id, area_link.parent_area_id, organisation_record.valid * area_record.valid * area_link.valid,
       organisation_record.source_id
from organisation_record
join area_record on area_record.kind = 'icb' and area_record.code = organisation_record.code
join area_link on area_link.child_area_id = area_record.area_id and area_link.valid && (organisation_record.valid * area_record.valid)
where organisation_record.type_id = 'integrated-care-board' and organisation_record.region_code = ''
  and organisation_record.valid && area_record.valid;
