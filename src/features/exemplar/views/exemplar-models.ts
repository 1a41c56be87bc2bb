import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { Choice } from '../../../views/forms/fields.tsx';
import type { Day } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { type Exemplar, exemplarStateLabels, isLive } from '../exemplar.ts';
import type { ExemplarCardModel } from './exemplar-card.tsx';
import type { ManagedExemplar } from './manage-exemplars-page.tsx';

/** Characters of a reason shown in a list. */
const openingLength = 220;

export function groupChoices(pack: ProgrammePack): Choice[] {
  return pack.capabilityGroups.map(({ id, label }) => ({ value: id, label }));
}

/** Care settings that any type of organisation belongs to. */
export function careSettingChoices(pack: ProgrammePack): Choice[] {
  return pack.careSettings.map(({ id, label }) => ({ value: id, label }));
}

/** The label of a group, or its bare id where the pack no longer has it. */
export function groupLabel(pack: ProgrammePack, groupId: string): string {
  return pack.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId;
}

export function cardOf(pack: ProgrammePack, exemplar: Exemplar, day: Day): ExemplarCardModel {
  return {
    href: day.link(paths.exemplar(exemplar.exemplarId)),
    title: exemplar.title,
    organisationName: exemplar.organisationName,
    organisationStatus: exemplar.organisationStatus,
    groupLabel: groupLabel(pack, exemplar.groupId),
    designatedOn: formatDate(exemplar.designatedAt),
    opening: openingOf(exemplar.reason, openingLength),
  };
}

export function managedOf(pack: ProgrammePack, exemplar: Exemplar): ManagedExemplar {
  return {
    exemplarId: exemplar.exemplarId,
    title: exemplar.title,
    organisationName: exemplar.organisationName,
    groupLabel: groupLabel(pack, exemplar.groupId),
    stateLabel: exemplarStateLabels[exemplar.state],
    isLive: isLive(exemplar.state),
    designatedOn: formatDate(exemplar.designatedAt),
  };
}

/** The beginning of a text, cut between words and marked as cut. */
export function openingOf(text: string, length: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= length) {
    return plain;
  }
  const space = plain.lastIndexOf(' ', length);
  return `${plain.slice(0, space > 0 ? space : length)} …`;
}
