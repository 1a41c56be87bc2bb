import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assignment, isInForce, standingStep } from '../../assignments/assignment.ts';
import { nextStep } from '../../assignments/next-step.ts';
import { planAssigning } from '../../assignments/plan-assigning.ts';
import type { PartAtWork, QuestionAtWork } from './part-at-work.ts';
import { owedByPeople, type WorkThing, whoseWork } from './whose-work.ts';

const DAY = '2016-01-10';
const at = (day: number) => new Date(Date.UTC(2016, 0, day, 12));

function question(id: string, savedOn: number | null = null): QuestionAtWork {
  return {
    id,
    text: id,
    isAwaited: true,
    isAnswered: savedOn !== null,
    hasLevels: false,
    saved: savedOn === null ? null : { personName: 'Ada', at: at(savedOn) },
  };
}

function part(
  sections: Readonly<Record<string, readonly QuestionAtWork[]>>,
  changed: Partial<PartAtWork> = {},
): PartAtWork {
  return {
    careSetting: 'acute',
    setting: null,
    label: null,
    isAnswering: true,
    sections: Object.entries(sections).map(([id, questions]) => ({
      id,
      title: id,
      themeId: 't',
      themeTitle: 'T',
      answeredBy: '',
      elsewhere: null,
      questions,
    })),
    ...changed,
  };
}

let ids = 0;

function assigned(
  personId: string,
  sectionId: string,
  changed: { questionId?: string; dueOn?: string; isResponsible?: boolean } = {},
): Assignment {
  const { questionId = null, dueOn = DAY, isResponsible = true } = changed;
  ids += 1;
  return {
    organisationId: 'RL4',
    assignmentId: `a${ids}`,
    roundId: 'r',
    careSetting: 'acute',
    sectionId,
    questionId,
    person: { personId, name: personId, mayAnswer: true },
    steps: [
      {
        number: 1,
        kind: 'assign',
        state: 'open',
        isResponsible,
        dueOn,
        message: '',
        by: { personId: 'c', personName: 'Cora' },
        at: at(1),
      },
    ],
  };
}

function then(assignment: Assignment, kind: 'finish' | 'end', day: number): Assignment {
  const { organisationId: _, assignmentId: __, ...step } = nextStep(assignment, kind, {});
  const [first, ...more] = assignment.steps;
  return { ...assignment, steps: [first, ...more, { ...step, by: { personId: 'x', personName: 'X' }, at: at(day) }] };
}

const everybody = new Set(['ada', 'ben', 'cyd']);
const standings = (things: readonly WorkThing[]) => things.map(({ standing }) => standing);

describe('who owes what on a day', () => {
  it('is overdue from the day after, unless all is answered or somebody says that they are done', () => {
    const parts = [part({ one: [question('1')], two: [question('2', 3)] })];
    const given = [assigned('ada', 'one'), assigned('ben', 'two')];
    expect(standings(whoseWork(parts, given, everybody, DAY))).toEqual(['to-do', 'answered']);
    expect(standings(whoseWork(parts, given, everybody, '2016-01-11'))).toEqual(['overdue', 'answered']);
    const done = given.map((each) => then(each, 'finish', 4));
    expect(standings(whoseWork(parts, done, everybody, '2016-01-11'))).toEqual(['done', 'done']);
  });

  it('shows that something was changed since it was done', () => {
    const done = then(assigned('ada', 'one'), 'finish', 4);
    const on = (day: number) => standings(whoseWork([part({ one: [question('1', day)] })], [done], everybody, DAY));
    expect([on(4), on(5)]).toEqual([['done'], ['changed-since']]);
  });

  it('leaves what was one’s who has no role any more to nobody, and gives it back with the role', () => {
    const parts = [part({ one: [question('1')] })];
    const given = [assigned('ada', 'one'), assigned('ben', 'one', { isResponsible: false })];
    const [left] = whoseWork(parts, given, new Set(['ben']), DAY);
    expect(left).toMatchObject({ standing: 'nobody', responsible: null });
    expect(left?.helpers.map(({ person }) => person.name)).toEqual(['ben']);
    expect(left?.left.map(({ person }) => person.name)).toEqual(['ada']);
    expect(standings(whoseWork(parts, given, everybody, DAY))).toEqual(['to-do']);
  });

  it('asks nothing of anybody that is answered elsewhere, was sent to be signed, or is not asked', () => {
    const given = [assigned('ada', 'one')];
    const one = part({ one: [question('1')] });
    const elsewhere = { ...one, sections: one.sections.map((section) => ({ ...section, elsewhere: 'Taken from X' })) };
    const things = [elsewhere, { ...one, isAnswering: false }, part({ one: [] })].map((each) =>
      whoseWork([each], given, everybody, '2016-02-01'),
    );
    expect(things.map(standings)).toEqual([['elsewhere'], ['sent'], ['not-asked']]);
    expect(things.flatMap((each) => owedByPeople(each, '2016-02-01').map(({ standing }) => standing))).toEqual([
      'elsewhere',
      'sent',
      'not-asked',
    ]);
  });

  const people = fc.constantFrom<string>('ada', 'ben', 'cyd', 'dan');
  const given = fc.array(
    fc.record({
      personId: people,
      sectionId: fc.constantFrom('one', 'two'),
      questionId: fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined }),
      isResponsible: fc.boolean(),
      isEnded: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const parts = [part({ one: [question('1'), question('2', 3)], two: [question('3'), question('4')] })];

  /** As the service would have stored them, one after the other. */
  function stored(wanted: Parameters<typeof given.map>[0] extends (value: infer Given) => unknown ? Given : never) {
    return wanted.reduce<Assignment[]>((existing, { personId, sectionId, questionId, isResponsible, isEnded }) => {
      const thing = { careSetting: 'acute', sectionId, questionId: questionId ?? null };
      const plan = planAssigning(existing, { personId, things: [thing], isResponsible });
      const back = existing.map((each) => (plan.steppedBack.includes(each) ? steppedBack(each) : each));
      const fresh = plan.fresh.map(() =>
        assigned(personId, sectionId, { isResponsible, ...(questionId === undefined ? {} : { questionId }) }),
      );
      return [...back, ...fresh.map((each) => (isEnded ? then(each, 'end', 2) : each))];
    }, []);
  }

  function steppedBack(assignment: Assignment): Assignment {
    const { organisationId: _, assignmentId: __, ...step } = nextStep(assignment, 'change', { isResponsible: false });
    const [first, ...more] = assignment.steps;
    return { ...assignment, steps: [first, ...more, { ...step, by: first.by, at: first.at }] };
  }

  it('has each question in one thing, one at most who answers for a thing, and everybody who still can in it', () => {
    fc.assert(
      fc.property(given, fc.uniqueArray(people), (wanted, holding) => {
        const existing = stored(wanted);
        const holders = new Set(holding);
        const things = whoseWork(parts, existing, holders, DAY);
        expect(things.flatMap(({ questions }) => questions.map(({ id }) => id)).toSorted()).toEqual([
          '1',
          '2',
          '3',
          '4',
        ]);
        const owed = owedByPeople(things, DAY);
        for (const { assignment } of owed) {
          expect(isInForce(assignment) && holders.has(assignment.person.personId)).toBe(true);
        }
        for (const { responsible, helpers, left, standing } of things) {
          const answering = [...(responsible === null ? [] : [responsible]), ...helpers].filter(
            (each) => standingStep(each).isResponsible,
          );
          expect(answering.length).toBeLessThanOrEqual(1);
          expect(standing === 'unassigned').toBe(responsible === null && helpers.length === 0 && left.length === 0);
          expect(standing === 'nobody').toBe(responsible === null && helpers.length + left.length > 0);
        }
        const isAsked = ({ sectionId, questionId }: Assignment) =>
          questionId === null || (sectionId === 'one') === ['1', '2'].includes(questionId);
        const here = existing.filter((each) => isInForce(each) && isAsked(each) && holders.has(each.person.personId));
        expect(owed.length).toBe(here.length);
      }),
    );
  });

  it('changes of people take nothing from anybody else', () => {
    fc.assert(
      fc.property(given, people, (wanted, leaver) => {
        const existing = stored(wanted);
        const all = new Set(['ada', 'ben', 'cyd', 'dan']);
        const rest = new Set([...all].filter((each) => each !== leaver));
        const idsOf = (holders: ReadonlySet<string>) =>
          owedByPeople(whoseWork(parts, existing, holders, DAY), DAY)
            .filter(({ assignment }) => assignment.person.personId !== leaver)
            .map(({ assignment, standing }) => [assignment.assignmentId, standing]);
        expect(idsOf(rest)).toEqual(idsOf(all));
      }),
    );
  });
});
