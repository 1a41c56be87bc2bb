import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { Benchmark, Distribution } from '../../scoring/index.ts';

interface Summary {
  readonly n: number;
  readonly five: readonly [number, number, number, number, number] | null;
  readonly mean: number | null;
}

const five = sql`percentile_cont(array[0, 0.25, 0.5, 0.75, 1]::double precision[]) within group (order by score.score)`;

const submittedScores = sql`assessment
    join assessment_score score on score.organisation_id = assessment.organisation_id
      and score.assessment_id = assessment.assessment_id`;

/** What is corrected stands as it was until the corrected one is signed. */
const isSubmitted = sql`assessment.submitted_at is not null`;

/**
 * The spread of submitted scores, reckoned by the database because a page needs the summary and not the scores. Its
 * `percentile_cont` is the method of `summarise`, so the two give the same quartiles.
 */
export async function listBenchmarks(
  connection: Connection,
  roundId: string,
  careSetting: string,
): Promise<Benchmark[]> {
  const ofSetting = sql`filter (where assessment.care_setting = ${careSetting})`;
  const result = await sql<{ level: Benchmark['level']; key: string; national: Summary; setting: Summary }>`
    select score.level, score.key,
           jsonb_build_object('n', count(score.score), 'five', ${five}, 'mean', avg(score.score)) as national,
           jsonb_build_object('n', count(score.score) ${ofSetting}, 'five', ${five} ${ofSetting},
             'mean', avg(score.score) ${ofSetting}) as setting
    from ${submittedScores}
    where assessment.round_id = ${roundId} and ${isSubmitted}
    group by score.level, score.key`.execute(connection);
  return result.rows.map(({ level, key, national, setting }) => ({
    level,
    key,
    national: distributionOf(national),
    careSetting: distributionOf(setting),
  }));
}

/** How the scores of one care setting spread, by section; a section in which nobody has a score is left out. */
export type SectionSpreads = ReadonlyMap<string, Distribution>;

/** Of what `listBenchmarks` gives the sections in one care setting alone, at a fraction of its cost. */
export async function listSectionSpreads(
  connection: Connection,
  roundId: string,
  careSetting: string,
): Promise<SectionSpreads> {
  const result = await sql<{ sectionId: string; setting: Summary }>`
    select score.key as "sectionId",
           jsonb_build_object('n', count(score.score), 'five', ${five}, 'mean', avg(score.score)) as setting
    from ${submittedScores}
    where assessment.round_id = ${roundId} and assessment.care_setting = ${careSetting} and ${isSubmitted}
      and score.level = 'section'
    group by score.key`.execute(connection);
  return new Map(
    result.rows.flatMap(({ sectionId, setting }) => {
      const spread = distributionOf(setting);
      return spread === null ? [] : [[sectionId, spread] as const];
    }),
  );
}

function distributionOf({ n, five, mean }: Summary): Distribution | null {
  if (five === null || mean === null) {
    return null;
  }
  const [min, q1, median, q3, max] = five;
  return { n, min, q1, median, q3, max, mean };
}
