import type { AppContext } from './context.ts';
import { seedPersonas } from './features/illustration/index.ts';

/** Brings reference facts, and in demonstration mode the illustrative data, into the database; does nothing when they are there. */
export async function seed(context: AppContext): Promise<void> {
  if (context.config.isDemonstration) {
    await seedPersonas(context.database);
  }
}
