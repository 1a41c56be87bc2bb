-- Holds an assessment until the transaction ends and reads answers as they stand then, at the cost of one question: a volatile function
-- sees what was committed while it waited, which the statement that calls it would not.
create function hold_assessment(of_organisation text, of_round text, of_setting text, of_questions text[])
  returns table (organisation_id text, assessment_id uuid, care_setting text, state text, illustrative boolean,
                 answered_apart text[], answers jsonb) language plpgsql volatile as $$
declare
  held assessment;
begin
  select assessment.* into held from assessment
  where assessment.organisation_id = of_organisation and assessment.round_id = of_round
    and assessment.care_setting = of_setting
  for no key update;
  if found then
    return query select held.organisation_id, held.assessment_id, held.care_setting, held.state, held.illustrative,
      held.answered_apart, coalesce((
        select jsonb_agg(to_jsonb(answer)) from answer
        where answer.organisation_id = held.organisation_id and answer.assessment_id = held.assessment_id
          and answer.question_id = any(of_questions)), '[]');
  end if;
end $$;
