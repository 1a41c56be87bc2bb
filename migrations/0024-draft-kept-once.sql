-- What a draft says was kept twice: every save of it in the history, and the latest of each again in a table of its kind. The history
-- alone is kept from now on. It says with each content in which version of its shape it was written; so far there has been one.
alter table roadmap_history add column shape_version integer not null default 1 check (shape_version > 0);
alter table roadmap_history alter column shape_version drop default;

-- The order of rows and years was never part of what a draft says.
create function in_any_order(value jsonb) returns jsonb language sql immutable as $$
  select case jsonb_typeof(value)
    when 'array' then (
      select coalesce(jsonb_agg(in_any_order(item.value) order by in_any_order(item.value)), '[]')
      from jsonb_array_elements(value) as item)
    when 'object' then (
      select coalesce(jsonb_object_agg(item.key, in_any_order(item.value)), '{}') from jsonb_each(value) as item)
    else value
  end
$$;

-- Both were always written together. Where somebody changed a table by hand all the same, what it says was what people read, and
-- becomes a further save.
with latest as (
  select distinct on (roadmap_history.version_id, roadmap_history.subject)
         roadmap_history.version_id, roadmap_history.subject, roadmap_history.revision, roadmap_history.content
  from roadmap_history
  order by roadmap_history.version_id, roadmap_history.subject, roadmap_history.revision desc
), held as (
  select roadmap_part.version_id, 'part:' || roadmap_part.part_id as subject,
    jsonb_build_object('partId', roadmap_part.part_id, 'body', roadmap_part.body, 'localHeading', roadmap_part.local_heading) as content
  from roadmap_part
  union all
  select trajectory_rationale.version_id, 'trajectory',
    jsonb_agg(jsonb_build_object('groupId', trajectory_rationale.group_id, 'rationale', trajectory_rationale.rationale,
      'targets', targets.content) order by trajectory_rationale.group_id)
  from trajectory_rationale
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('yearId', trajectory_target.year_id, 'target', trajectory_target.target,
      'fallReason', trajectory_target.fall_reason) order by trajectory_target.year_id), '[]') as content
    from trajectory_target
    where trajectory_target.version_id = trajectory_rationale.version_id
      and trajectory_target.group_id = trajectory_rationale.group_id
  ) as targets
  group by trajectory_rationale.version_id
  union all
  select universal_plan.version_id, 'universal-plan:' || universal_plan.capability_id,
    jsonb_build_object('capabilityId', universal_plan.capability_id, 'baseline', universal_plan.baseline,
      'ambitions', (
        select coalesce(jsonb_agg(jsonb_build_object('yearId', year.key, 'text', year.value) order by year.key), '[]')
        from jsonb_each(universal_plan.ambitions) as year),
      'solution', universal_plan.solution, 'localSolution', universal_plan.local_solution,
      'activities', (
        select coalesce(jsonb_agg(jsonb_build_object('quarterId', quarter.key, 'text', quarter.value) order by quarter.key), '[]')
        from jsonb_each(universal_plan.activities) as quarter),
      'evidence', universal_plan.evidence)
  from universal_plan
  union all
  select deployment.version_id, 'deployment:' || deployment.deployment_id,
    jsonb_build_object('id', deployment.deployment_id, 'groupId', deployment.group_id, 'title', deployment.title,
      'organisationIds', deployment.organisation_ids, 'yearId', deployment.year_id, 'status', deployment.status,
      'owner', deployment.owner, 'supplier', deployment.supplier, 'costPounds', deployment.cost_pounds,
      'fundingSource', deployment.funding_source, 'fundingState', deployment.funding_state, 'supports', deployment.supports)
  from deployment
), spoken as (
  select held.version_id, held.subject, held.content from held
  union all
  -- A row that was taken out of its table by hand was read by nobody any more.
  select latest.version_id, latest.subject, 'null'::jsonb from latest
  where latest.subject like 'deployment:%'
    and not exists (select from held where held.version_id = latest.version_id and held.subject = latest.subject)
)
insert into roadmap_history (version_id, subject, revision, content, saved_by, saved_at, shape_version)
select spoken.version_id, spoken.subject, coalesce(latest.revision, 0) + 1, spoken.content, null, now(), 1
from spoken
left join latest on latest.version_id = spoken.version_id and latest.subject = spoken.subject
where latest.content is null or in_any_order(latest.content) <> in_any_order(spoken.content);

drop function in_any_order(jsonb);
drop table roadmap_part, trajectory_target, trajectory_rationale, universal_plan, deployment;
