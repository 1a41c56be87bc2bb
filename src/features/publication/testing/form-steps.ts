import { returnForm } from '../../formation/forms/move-form.ts';
import { acceptForm, endorseForm, type FormationCase, findCase, openForm, putForm } from '../../formation/index.ts';
import { fillForm, formAt } from '../../formation/testing/proposed.ts';
import { type ActedWorld, membersOf, type Outcome, type Steps } from './acted-world.ts';

const SLUG = 'wolverhampton';

/** Takes part by request, or does not. */
const BY_REQUEST = 'RYA';

/** Requests to change the form of the footprint: who takes part, from today on. */
export function formSteps(world: ActedWorld): Steps {
  const { context } = world;
  const onForm = async (step: (page: Awaited<ReturnType<typeof formAt>>['page']) => Promise<Outcome>) =>
    (await theCase(world)).form === null ? null : step((await formAt(context, SLUG)).page);
  const returns = (action: 'take-back' | 'withdraw') => () =>
    onForm((page) => returnForm(context, { ...page, action, reason: 'Not now' }, world.by()));
  return {
    'asks for a change': () => askForChange(world),
    'is asked for by its CCG': () =>
      onForm((page) => {
        const decision = { organisationId: world.place.ccgId, decision: 'endorse', reason: '' } as const;
        return endorseForm(context, { ...page, ...decision }, world.by());
      }),
    'has its change accepted': () => onForm((page) => acceptForm(context, page, world.by())),
    'takes its change back': returns('take-back'),
    'gives its change up': returns('withdraw'),
  };
}

async function askForChange(world: ActedWorld): Promise<Outcome> {
  const { context } = world;
  const { life } = await theCase(world);
  if (life === null) {
    throw new Error('The footprint has gone');
  }
  await openForm(context, life, world.by());
  const { form, page } = await formAt(context, SLUG);
  if (form.state === 'writing') {
    const isIn = (await membersOf(world)).some(({ code }) => code === BY_REQUEST);
    const change = { startsOn: world.today(), reason: 'Who takes part' };
    await fillForm(context, SLUG, { [BY_REQUEST]: isIn ? null : 'associate' }, change);
  }
  return putForm(context, page, world.by());
}

export async function theCase({ context }: Pick<ActedWorld, 'context'>): Promise<FormationCase> {
  const found = await findCase(context.database, SLUG, context.pack.positionOn);
  if (found === null) {
    throw new Error('The reference facts have no Wolverhampton');
  }
  return found;
}
