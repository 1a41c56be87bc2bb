import { z } from 'zod';
import {
  type AreaRef,
  type OrganisationRef,
  type SourceRef,
  shownStandings,
  standingMeaning,
  standingOf,
} from '../../directory/index.ts';
import type { Standing } from '../../programme/index.ts';

/* Shapes that answers about different things have in common, and how they are filled. */

export const standingAnswer = z
  .enum(shownStandings)
  .describe(
    `How far it can be trusted. ${shownStandings.map((standing) => `\`${standing}\`: ${standingMeaning(standing)}.`).join(' ')}`,
  );

export const sourceAnswer = z
  .object({
    id: z.string().nullable().describe('Short name of the source; null where it is this service.'),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
  })
  .describe('Who says so.');

/** What every item says of itself. */
export const provenance = {
  standing: standingAnswer,
  source: sourceAnswer,
  illustrative: z.boolean().describe('True when it was made up to show the service.'),
};

export const areaRefAnswer = z
  .object({ kind: z.string(), code: z.string(), name: z.string(), slug: z.string().describe('Its name in addresses.') })
  .describe('An area, in short.');

/** Programs read it by this name, which stays though the areas of later days are others. */
export const planningAreasAnswer = z
  .array(areaRefAnswer)
  .describe(
    'The planning areas of the day that it lies in, more than one where it spans them: STPs until 30 June 2022, and from 1 July 2022 the areas of integrated care boards, whose `kind` is `icb`. In CSV their codes are in `stp_codes`.',
  );

/** Whether a source calls an open organisation something other than active. */
export const calledStatusAnswer = z
  .enum(['', 'active', 'dormant', 'proposed'])
  .describe('What a source calls the organisation while it is open; empty where none says.');

export const organisationRefAnswer = z
  .object({
    code: z.string().describe('The ODS code, or a code beginning `LDR-` where there is none.'),
    name: z.string(),
    type: z.string().describe('Id of its type in the programme.'),
  })
  .describe('An organisation, in short.');

export const labelledAnswer = z.object({ id: z.string(), label: z.string() }).describe('An id and what it stands for.');

/** Half-open: from the first day up to, but not including, the second. */
export const validTime = {
  validFrom: z.iso.date().nullable().describe('First day it held; null where that is not recorded.'),
  validTo: z.iso.date().nullable().describe('First day it no longer held; null where no end is recorded.'),
};

export type SourceAnswer = z.infer<typeof sourceAnswer>;
export type AreaRefAnswer = z.infer<typeof areaRefAnswer>;
export type OrganisationRefAnswer = z.infer<typeof organisationRefAnswer>;
export type LabelledAnswer = z.infer<typeof labelledAnswer>;

export function toSource({ sourceId, title, publisher, url }: SourceRef): SourceAnswer {
  return { id: sourceId, title, publisher, url };
}

export function toAreaRef({ kind, code, name, slug }: AreaRef): AreaRefAnswer {
  return { kind, code, name, slug };
}

export function toOrganisationRef({ code, name, typeId }: OrganisationRef): OrganisationRefAnswer {
  return { code, name, type: typeId };
}

/** The label of an id of the programme; the id itself where today's programme no longer has it. */
export function toLabelled(id: string, known: readonly LabelledAnswer[]): LabelledAnswer {
  return { id, label: known.find((item) => item.id === id)?.label ?? id };
}

/** Provenance of a fact of the directory. */
export function factProvenance({ standing, source }: { readonly standing: Standing; readonly source: SourceRef }) {
  return { standing: standingOf(standing, source), source: toSource(source), illustrative: source.illustrative };
}

/** Provenance of what an organisation or footprint says itself through this service, or of what only looks so. */
export function ownProvenance(
  made: { readonly illustrative: boolean; readonly title: string; readonly publisher: string },
  serviceName: string,
) {
  const { illustrative, title, publisher } = made;
  return illustrative
    ? {
        standing: 'illustrative' as const,
        source: { id: null, title: 'Made up to show the service', publisher: serviceName, url: null },
        illustrative,
      }
    : { standing: 'stated' as const, source: { id: null, title, publisher, url: null }, illustrative };
}

const fromWeakest = ['inferred', 'stated', 'official'] as const satisfies readonly Standing[];

/** A whole is no better than the weakest of its parts; of no parts nothing is claimed. */
export function weakestStanding(parts: readonly Standing[]): Standing {
  return fromWeakest.find((standing) => parts.includes(standing)) ?? 'inferred';
}
