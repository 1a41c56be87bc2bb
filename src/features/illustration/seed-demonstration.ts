import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppContext } from '../../context.ts';
import { listAssessmentStates } from '../assessment/index.ts';
import { assessmentRounds } from '../programme/index.ts';
import { parseRoadmapIllustration } from './illustrative-roadmap.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedExemplars } from './seed-exemplars.ts';
import { seedFormations } from './seed-formations.ts';
import { seedPersonas } from './seed-personas.ts';
import { seedRoadmaps } from './seed-roadmaps.ts';

/**
 * Brings in the demonstration's people, answers and plans, each once: what is there already, a visitor's work included, stays.
 * The words of the invented plans lie in the programme's own folder.
 */
export async function seedDemonstration(context: AppContext, programmeFolder: string): Promise<void> {
  await seedPersonas(context.database);
  await seedFormations(context);
  const round = assessmentRounds(context.pack)[0];
  if (round !== undefined && (await listAssessmentStates(context.database, round.id)).size === 0) {
    await seedAssessments(context, round);
    context.log.info('illustrative answers are loaded');
  }
  const text = await readFile(path.join(programmeFolder, 'illustration', 'roadmap.yaml'), 'utf8');
  const illustration = parseRoadmapIllustration(text);
  await seedRoadmaps(context, illustration);
  await seedExemplars(context, illustration);
}
