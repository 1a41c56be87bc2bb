import { z } from 'zod';
import { paths } from '../../../paths.ts';
import { tableOf } from '../../../platform/csv-table.ts';
import type { Area, Footprint } from '../../directory/index.ts';
import { codesOf, provenanceCsv } from './csv-columns.ts';
import {
  areaRefAnswer,
  factProvenance,
  planningAreasAnswer,
  provenance,
  toAreaRef,
  validTime,
} from './shared-answers.ts';

const links = z.object({
  self: z.string().describe('This API on it alone.'),
  page: z.string().describe('The page people read.'),
});

export const areaAnswer = z
  .object({ ...areaRefAnswer.shape, note: z.string(), ...validTime, ...provenance, links })
  .describe('A region, STP, footprint or other area.');

export type AreaAnswer = z.infer<typeof areaAnswer>;

/** An area as answered; a footprint leads to the page it has as a footprint. */
export function toArea(area: Area): AreaAnswer {
  return {
    ...areaFacts(area),
    links: {
      self: paths.apiItem('areas', area.kind, area.code),
      page: area.kind === 'footprint' ? paths.footprint(area.slug) : paths.area(area.kind, area.code),
    },
  };
}

export const footprintAnswer = z
  .object({
    ...areaRefAnswer.shape,
    stps: planningAreasAnswer,
    regions: z.array(areaRefAnswer),
    note: z.string(),
    ...validTime,
    ...provenance,
    links: links.extend({
      members: z.string().describe('This API on its memberships.'),
      roadmap: z.string().describe('This API on its published roadmap, if there is one.'),
    }),
  })
  .describe('Organisations that write one roadmap together.');

export type FootprintAnswer = z.infer<typeof footprintAnswer>;

export function toFootprint(footprint: Footprint): FootprintAnswer {
  const { slug, stps, regions } = footprint;
  return {
    ...areaFacts(footprint),
    stps: stps.map(toAreaRef),
    regions: regions.map(toAreaRef),
    links: {
      self: paths.apiItem('footprints', slug),
      page: paths.footprint(slug),
      members: paths.apiMembershipsOf(slug),
      roadmap: paths.apiItem('roadmaps', slug),
    },
  };
}

function areaFacts(area: Area) {
  const { note, validFrom, validTo } = area;
  return { ...toAreaRef(area), note, validFrom, validTo, ...factProvenance(area) };
}

export const footprintTable = tableOf<FootprintAnswer>([
  ['slug', ({ slug }) => slug],
  ['kind', ({ kind }) => kind],
  ['code', ({ code }) => code],
  ['name', ({ name }) => name],
  ['stp_codes', ({ stps }) => codesOf(stps)],
  ['region_codes', ({ regions }) => codesOf(regions)],
  ['valid_from', ({ validFrom }) => validFrom],
  ['valid_to', ({ validTo }) => validTo],
  ['note', ({ note }) => note],
  ...provenanceCsv,
]);
