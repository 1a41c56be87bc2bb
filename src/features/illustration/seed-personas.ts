import type { Database } from '../../platform/database/database.ts';
import { insertGrant, insertPerson } from '../identity/index.ts';
import type { DemonstrationPersona } from './illustration.ts';

/** Brings the demonstration's people in; those already there are left as they are. */
export async function seedPersonas(database: Database, personas: readonly DemonstrationPersona[]): Promise<void> {
  await database.transaction().execute(async (trx) => {
    for (const { grants, ...persona } of personas) {
      await insertPerson(trx, { ...persona, email: `${persona.personId}@example.invalid`, isPersona: true });
      for (const grant of grants) {
        await insertGrant(trx, persona.personId, grant);
      }
    }
  });
}
