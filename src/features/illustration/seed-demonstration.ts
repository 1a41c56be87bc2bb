import type { AppContext } from '../../context.ts';
import { readIllustration } from './read-illustration.ts';
import { seedModerations } from './returns/seed-moderations.ts';
import { seedPeers } from './returns/seed-peers.ts';
import { seedPolls } from './returns/seed-polls.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedAssignments } from './seed-assignments.ts';
import { seedEvidence } from './seed-evidence.ts';
import { seedExemplars } from './seed-exemplars.ts';
import { seedExtension } from './seed-extension.ts';
import { seedFormations } from './seed-formations.ts';
import { seedNotes } from './seed-notes.ts';
import { seedPersonas } from './seed-personas.ts';
import { seedQueries } from './seed-queries.ts';
import { seedRoadmaps } from './seed-roadmaps.ts';

/**
 * Brings in the demonstration's people, answers and plans, each once: what is there already, a visitor's work included, stays.
 * All of them are made up in the programme's own folder; of what it makes up nothing, the demonstration begins with nothing.
 */
export async function seedDemonstration(context: AppContext, programmeFolder: string): Promise<void> {
  const { people, answers, forms, roadmap } = await readIllustration(programmeFolder);
  await seedPersonas(context.database, people);
  if (forms !== null) {
    await seedFormations(context, forms);
  }
  if (answers !== null) {
    await seedAssessments(context, answers);
    await seedAssignments(context, answers, people);
    await seedEvidence(context, answers, people);
    await seedNotes(context, answers, people);
    await seedQueries(context, answers, people);
    await seedModerations(context, answers, people);
    await seedPeers(context, answers, people);
    await seedPolls(context, answers, people);
  }
  if (roadmap !== null) {
    await seedExtension(context, roadmap, people);
    await seedRoadmaps(context, roadmap);
    await seedExemplars(context, roadmap);
  }
}
