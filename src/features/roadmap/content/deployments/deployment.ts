import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import { lastDayOf, periodShape } from '../../../../platform/forms/typed-period.ts';
import type { SavedKind } from '../saved-kind.ts';
import { list, text } from '../shapes.ts';
import { deploymentStatuses } from './deployment-status.ts';
import { moneyShape } from './money.ts';
import { fieldsOfOlder, fromOlderDeployment, olderDocumentDeployment } from './older-deployment.ts';

export const deploymentsTitle = 'Capability deployment schedule';

const benefit = z.strictObject({
  what: text,
  /** How it will be measured. */
  measure: text,
  /** The figure before. */
  baseline: text,
});

/** Something put to use in named organisations by a certain time. */
export type Deployment = z.infer<typeof deployment>;

const deployment = z.strictObject({
  id: text,
  groupId: text,
  title: text,
  /** Empty means the whole footprint. */
  organisationIds: list(text),
  status: z.enum(deploymentStatuses),
  starts: periodShape.nullable(),
  /** By the end of which it is live; null only in what was written before times were asked for, under a year of another name. */
  goesLive: periodShape.nullable(),
  owner: text,
  supplier: text,
  system: text,
  money: moneyShape,
  /** Universal capabilities it helps to deliver. */
  supports: list(text),
  /** National roles of digital that it serves, by the pack. */
  roles: list(text),
  /** What in the Sustainability and Transformation Plan rests on it. */
  stpPriorities: text,
  /** Deployments of the same roadmap that must be live first. */
  dependsOn: list(text),
  /** What it needs from other footprints, or from nobody’s schedule. */
  dependsElsewhere: text,
  benefits: list(benefit),
});

export const deploymentSaves: SavedKind<Deployment> = {
  subject: 'deployment',
  stored: { version: 2, schema: deployment, fromOlder: fromOlderDeployment },
};

/** As a document has it: organisations by code. */
export type DocumentDeployment = z.infer<typeof documentDeployment>;

const documentDeployment = deployment.omit({ organisationIds: true }).extend({
  organisationCodes: list(text),
  /** National roles in words, so that a document can be read without the pack. */
  roles: list(text),
});

export const deploymentsReader = {
  kind: 'deployments',
  shape: z.strictObject({ deployments: list(z.union([documentDeployment, olderDocumentDeployment])) }),
};

type InDocument = z.infer<typeof deploymentsReader.shape>['deployments'][number];

/** A deployment of a document, whenever that was frozen. */
export function inWordsOfNow(row: InDocument): DocumentDeployment {
  if (!('yearId' in row)) {
    return row;
  }
  const { organisationCodes, ...older } = row;
  return { organisationCodes, ...fieldsOfOlder(older) };
}

/** Rows as they are listed: in order of time, then of their titles. */
export function inOrder<Row extends Pick<Deployment, 'goesLive' | 'title' | 'id'>>(rows: readonly Row[]): Row[] {
  const placeOf = ({ goesLive, title, id }: Row) =>
    `${goesLive === null ? '9999' : lastDayOf(goesLive)}\n${title}\n${id}`;
  return rows.toSorted(by(placeOf));
}

export function organisationsInWords(names: readonly string[]): string {
  return names.length === 0 ? 'The whole footprint' : names.join('; ');
}
