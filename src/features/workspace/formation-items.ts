import { paths } from '../../paths.ts';
import { type Actor, can } from '../identity/index.ts';
import type { FormationFact, WorkItem } from './work-item.ts';

/** What the form of a footprint asks of a person: to write it, to endorse it for a commissioner, to decide for the region. */
export function formationItems(actor: Actor, fact: FormationFact): WorkItem[] {
  const what = fact.isFirst ? 'footprint form' : 'request for change';
  switch (fact.state) {
    case 'writing':
      return mayEdit(actor, fact) ? [item(fact, `Complete the ${what} of ${fact.name}`, 'Being written', true)] : [];
    case 'with-ccgs':
      return [...endorsing(actor, fact, what), ...watching(actor, fact, what, 'With the commissioners, to endorse')];
    case 'with-region':
      return can(actor, 'formation.decide', fact.deciders)
        ? [
            {
              ...item(fact, `Decide on the ${what} of ${fact.name}`, 'Every commissioner asked has endorsed it', true),
              href: paths.decideFootprintForm(fact.slug),
              part: { place: fact.slug, step: 'decide-form' },
            },
          ]
        : watching(actor, fact, what, 'With the region, to decide');
    case null:
      return holdsPlace(actor, fact)
        ? [item(fact, `Footprint form: ${fact.name}`, 'Nobody has started the form yet', false)]
        : [];
    case 'accepted':
    case 'withdrawn':
      return [];
  }
}

function mayEdit(actor: Actor, { editors }: FormationFact): boolean {
  return can(actor, 'formation.edit', editors);
}

/** As `mayEdit`, for those whose own footprint it is: the programme manager has every one of them. */
function holdsPlace(actor: Actor, fact: FormationFact): boolean {
  return mayEdit(actor, fact) && !can(actor, 'formation.edit');
}

function endorsing(actor: Actor, { slug, name, waitingFor }: FormationFact, what: string): WorkItem[] {
  return waitingFor
    .filter(({ organisationId }) => can(actor, 'formation.endorse', { organisationIds: [organisationId] }))
    .map((ccg) => ({
      id: `endorse-form-${slug}-${ccg.code}`,
      text: `Endorse the ${what} of ${name} for ${ccg.name}`,
      href: paths.endorseFootprintForm(slug, ccg.code),
      hint: 'Waiting for your decision',
      dueOn: null,
      waits: true,
      part: { place: slug, step: 'endorse-form' },
      heldBy: null,
    }));
}

function watching(actor: Actor, fact: FormationFact, what: string, hint: string): WorkItem[] {
  const text = `${what[0]?.toUpperCase()}${what.slice(1)}: ${fact.name}`;
  return mayEdit(actor, fact) ? [item(fact, text, hint, false)] : [];
}

function item({ slug }: FormationFact, text: string, hint: string, waits: boolean): WorkItem {
  const part = { place: slug, step: 'write-form' } as const;
  return { id: `form-${slug}`, text, href: paths.formation(slug), hint, dueOn: null, waits, part, heldBy: null };
}
