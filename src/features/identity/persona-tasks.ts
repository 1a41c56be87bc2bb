import type { Persona } from './identity-repository.ts';

/** What waits first for each persona that has something to do, by their id. */
export type PersonaTasks = ReadonlyMap<string, { readonly text: string; readonly href: string }>;

/** The personas, and what waits for them; given from above, as this feature knows of no work. */
export type ReadPersonas = () => Promise<{ readonly personas: readonly Persona[]; readonly tasks: PersonaTasks }>;
