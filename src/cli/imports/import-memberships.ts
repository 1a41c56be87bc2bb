import type { Command } from '../command.ts';
import { importPlaces, placeOptions, placeRules } from './import-places.ts';

const help = `Usage: ldr import memberships <file.csv> --dated <YYYY-MM-DD> [options]

Brings members of footprints into the directory: who, in which role, from when and until when. The header is
footprint_code,organisation_code,role,listed_as,valid_from,valid_to,standing,note

${placeOptions}

${placeRules}

Example: ldr import memberships members.csv --dated 2016-10-31 --dry-run`;

export const importMembershipsCommand: Command = {
  help,
  run: (args, terminal) => importPlaces(args, ['memberships'], terminal),
};
