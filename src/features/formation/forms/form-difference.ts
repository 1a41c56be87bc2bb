import { planningWordsOf } from '../../directory/index.ts';
import { capacityLabels, type FormContent, type FormOrganisation, type FormPerson, offices } from '../formation.ts';

/** One thing that a form says differently from what was so before. */
export interface FormChange {
  readonly label: string;
  /** Empty where there was nothing. */
  readonly before: string;
  /** Empty where there is nothing any more. */
  readonly after: string;
}

/** What changes, in the order of the form. The day and the reason are about the change, and no part of it. */
export function formDifference(before: FormContent, after: FormContent): FormChange[] {
  return [
    ...organisationChanges(before.organisations, after.organisations),
    ...textChanges(statements(before), statements(after)),
  ];
}

/** Whether organisations join, leave or change what they are. */
export function membershipChanges(before: FormContent, after: FormContent): boolean {
  return organisationChanges(before.organisations, after.organisations).length > 0;
}

function organisationChanges(before: readonly FormOrganisation[], after: readonly FormOrganisation[]): FormChange[] {
  const find = (list: readonly FormOrganisation[], id: string) =>
    list.find(({ organisationId }) => organisationId === id)?.capacity ?? null;
  const all = [...new Map([...before, ...after].map((one) => [one.organisationId, one])).values()];
  const inWords = (list: readonly FormOrganisation[], id: string) => {
    const capacity = find(list, id);
    return capacity === null ? '' : capacityLabels[capacity];
  };
  return all
    .map(({ organisationId, name, code }) => ({
      label: `${name} (${code})`,
      before: inWords(before, organisationId),
      after: inWords(after, organisationId),
    }))
    .filter(differs);
}

type Statement = readonly [label: string, text: string];

/** Everything a form says but its organisations, each as one line of text. */
export function statements({ area, people }: FormContent): Statement[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join('; ');
  return [
    ['Name', area.name],
    ['Regions', names(area.regions)],
    ['Planning areas', area.stps.map((one) => `${one.name} (${planningWordsOf([one]).area})`).join('; ')],
    ['Part of the footprint', area.parent?.name ?? ''],
    ...offices.flatMap(({ id, label }): Statement[] => [
      [label, personInWords(people[id])],
      [`${label}: e-mail`, people[id].email],
    ]),
    ['Governance group', people.group],
    ['Reports to', people.reportsTo],
    ['Contact', people.contact],
    ['Health and wellbeing boards', people.boards.join('; ')],
  ];
}

/** `Name, office, organisation`; what is not known is left out. */
export function personInWords({ name, role, organisation }: FormPerson): string {
  return [name, role, organisation?.name ?? ''].filter((text) => text !== '').join(', ');
}

function textChanges(before: readonly Statement[], after: readonly Statement[]): FormChange[] {
  const earlier = new Map(before);
  return after.map(([label, text]) => ({ label, before: earlier.get(label) ?? '', after: text })).filter(differs);
}

function differs({ before, after }: FormChange): boolean {
  return before !== after;
}
