import { z } from 'zod';
import { periodShape } from '../../../../platform/forms/typed-period.ts';
import { list, text } from '../shapes.ts';
import { deploymentStatuses } from './deployment-status.ts';
import { fundingStates, type MoneyLine } from './money.ts';

/*
 * A deployment as it was until it had times, money by year, benefits and dependencies: in saves of the first shape, and in documents
 * that were frozen by then and never change.
 */

const olderFields = {
  id: text,
  groupId: text,
  title: text,
  /** The financial year in which it is live. */
  yearId: text,
  status: z.enum(deploymentStatuses),
  owner: text,
  supplier: text,
  /** Capital and revenue together. */
  costPounds: z.number().min(0).nullable(),
  fundingSource: text,
  fundingState: z.enum(fundingStates).nullable(),
  supports: list(text),
};

const olderDeployment = z.strictObject({ ...olderFields, organisationIds: list(text) });

/** The same in a document. */
export const olderDocumentDeployment = z.strictObject({ ...olderFields, organisationCodes: list(text) });

type OlderFields = Omit<z.infer<typeof olderDeployment>, 'organisationIds'>;

/** A save of the first shape in the words of this one. */
export function fromOlderDeployment(content: unknown): unknown {
  const { organisationIds, ...row } = olderDeployment.parse(content);
  return { organisationIds, ...fieldsOfOlder(row) };
}

/** What such a deployment says, with nothing for what nobody asked by then. */
export function fieldsOfOlder({ yearId, costPounds, fundingSource, fundingState, ...row }: OlderFields) {
  const year = financialYear(yearId);
  return {
    ...row,
    starts: null,
    goesLive: year,
    system: '',
    money: moneyOf({ year, pounds: costPounds, source: fundingSource, state: fundingState }),
    stpPriorities: '',
    roles: [],
    dependsOn: [],
    dependsElsewhere: '',
    benefits: [],
  };
}

/** The cost counted as of the year in which it was to be live: no other was asked for. */
function moneyOf(line: Omit<MoneyLine, 'nature'>): MoneyLine[] {
  const isStated = line.pounds !== null || line.source !== '' || line.state !== null;
  return isStated ? [{ ...line, nature: null }] : [];
}

/** `2017-18`, as packs call their years, as a period; null for a name that is no financial year. */
function financialYear(yearId: string): string | null {
  const parsed = periodShape.safeParse(yearId.replace('-', '/'));
  return parsed.success && /^\d{4}\/\d{2}$/.test(parsed.data) ? parsed.data : null;
}
