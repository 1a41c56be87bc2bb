import { randomUUID } from 'node:crypto';

/** Makes a new identifier; passed in where a pure function or a test needs to know it. */
export type IdSource = () => string;

export const newId: IdSource = () => randomUUID();
