import type { AppContext } from './context.ts';
import { freezeWaiting } from './features/assessment/index.ts';
import { deletePersonaSessions } from './features/identity/index.ts';
import { seedDemonstration } from './features/illustration/index.ts';
import { loadShippedFigures } from './features/indicators/index.ts';
import { loadShippedReleases } from './features/official-results/index.ts';
import { loadReference } from './features/reference-facts/index.ts';
import { projectFolder } from './project-folder.ts';
import { namedPackFolder, referenceFolders } from './read-named-pack.ts';

/**
 * Brings reference facts, and in demonstration mode the illustrative data, into the database; does nothing when they are there. In a
 * real database nobody stays signed in as a persona.
 */
export async function seed(context: AppContext): Promise<void> {
  const { database, pack, clock, register } = context;
  const load = await loadReference(database, referenceFolders(context.config), pack, clock(), register);
  context.log.info(load, 'reference facts are up to date');
  const results = await loadShippedReleases(database, projectFolder('reference', 'official-results'), clock());
  context.log.info({ loaded: results }, 'official results are up to date');
  const figures = await loadShippedFigures(database, projectFolder('reference', 'indicators'), clock());
  context.log.info({ loaded: figures }, 'figures of indicators are up to date');
  if (context.config.isDemonstration) {
    await seedDemonstration(context, namedPackFolder(context.config));
  } else {
    await deletePersonaSessions(context.database);
  }
  const frozen = await freezeWaiting(database, context);
  context.log.info({ frozen }, 'what is put to be signed has its documents');
}
