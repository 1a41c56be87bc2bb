import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { projectFolder } from '../../../project-folder.ts';

/** A file cut from a published one; `fixtures/README.md` says from which. */
export function fixturePath(name: string): string {
  return projectFolder('src', 'features', 'directory', 'fixtures', name);
}

export function fixtureText(name: string): string {
  return readFileSync(fixturePath(name), 'utf8');
}

/** Rows of a file without a header, as the registry publishes them. */
export function fixtureCells(name: string): string[][] {
  return parse(fixtureText(name), { bom: true });
}

/** Rows of a file with a header. */
export function fixtureRows(name: string): Record<string, string>[] {
  return parse<Record<string, string>>(fixtureText(name), { bom: true, columns: true });
}
