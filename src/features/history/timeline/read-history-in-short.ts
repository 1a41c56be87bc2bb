import type { Connection } from '../../../platform/database/database.ts';
import { dayAfter } from '../../../platform/days.ts';
import type { OrganisationRef } from '../../directory/index.ts';
import { type Lineage, lineageOf } from '../lineage/lineage.ts';
import { listLineageLinks } from '../lineage/lineage-repository.ts';
import { type Named, otherNames } from './names.ts';
import type { LineageLink } from './past.ts';
import { listAreaNames, listOrganisationNames } from './timeline-repository.ts';

/** What answers about one organisation or area tell of its history beside its state on the day. */
export interface HistoryInShort {
  /** Latest first, each with the first day on which it no longer held; `isBy`: it may have gone before. */
  readonly formerNames: readonly { readonly name: string; readonly validTo: string; readonly isBy: boolean }[];
  readonly lineage: Lineage;
}

export async function organisationHistoryInShort(
  connection: Connection,
  { organisationId, code }: OrganisationRef,
  day: string,
): Promise<HistoryInShort> {
  const [names, links] = await Promise.all([
    listOrganisationNames(connection, organisationId),
    listLineageLinks(connection, 'organisation', code),
  ]);
  return inShort(code, names, links, day);
}

export async function areaHistoryInShort(connection: Connection, areaId: string, day: string): Promise<HistoryInShort> {
  const [names, links] = await Promise.all([
    listAreaNames(connection, areaId),
    listLineageLinks(connection, 'area', areaId),
  ]);
  return inShort(areaId, names, links, day);
}

function inShort(id: string, names: readonly Named[], links: readonly LineageLink[], day: string): HistoryInShort {
  const { former } = otherNames(names, day);
  return {
    formerNames: former.map(({ name, until, isBy }) => ({ name, validTo: dayAfter(until), isBy })),
    lineage: lineageOf(id, links),
  };
}
