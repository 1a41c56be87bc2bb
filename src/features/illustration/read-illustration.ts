import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { answersShape, formsShape, type Illustration, peopleShape, roadmapShape } from './illustration.ts';

/** What a programme's own folder makes up for its demonstration. */
export async function readIllustration(programmeFolder: string): Promise<Illustration> {
  const read = async <T>(name: string, shape: z.ZodType<T>): Promise<T | null> => {
    const file = path.join(programmeFolder, 'illustration', name);
    return existsSync(file) ? shape.parse(parse(await readFile(file, 'utf8'))) : null;
  };
  const people = await read('people.yaml', peopleShape);
  return {
    people: people?.people ?? [],
    answers: await read('answers.yaml', answersShape),
    forms: await read('footprint-forms.yaml', formsShape),
    roadmap: await read('roadmap.yaml', roadmapShape),
  };
}
