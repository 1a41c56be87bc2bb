import { paths } from '../../../../paths.ts';
import { compareNames } from '../../../../platform/compare.ts';
import { countOf } from '../../../../views/format.ts';
import { standingStep } from '../../../assignments/index.ts';
import type { Colleague } from '../../../people/index.ts';
import { type Owed, owedByPeople, type WorkStanding, type WorkThing } from '../../assigning/whose-work.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import {
  answeredInWords,
  dueInWords,
  peopleInWords,
  type StandingWords,
  saveInWords,
  standingWords,
  thingInWords,
} from './work-words.ts';

interface Link {
  readonly href: string;
  readonly text: string;
}

export interface WorkRow {
  readonly id: string;
  readonly thing: Link;
  readonly who: readonly string[];
  readonly due: string;
  readonly answered: string;
  readonly lastSave: string;
  readonly standing: StandingWords;
  /** More about where it stands, such as where it is answered. */
  readonly note: string | null;
  /** Null for who may not change it. */
  readonly action: Link | null;
}

export interface BoardGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly WorkRow[];
  readonly links: readonly Link[];
}

export interface BoardView {
  readonly organisation: string;
  readonly round: string;
  /** How all of it stands, in a sentence each. */
  readonly summary: readonly string[];
  readonly groups: readonly BoardGroup[];
  readonly by: 'section' | 'person';
  readonly show: 'all' | 'overdue';
  readonly views: readonly (Link & { readonly isHere: boolean })[];
  readonly shown: readonly (Link & { readonly isHere: boolean })[];
  readonly file: string;
  readonly list: string;
  /** What somebody may do who assigns; null for who may not, and while nothing can be assigned. */
  readonly steps: { readonly assign: string; readonly remind: string | null } | null;
}

export interface BoardFacts {
  readonly assessed: AssessedOrganisation;
  readonly things: readonly WorkThing[];
  readonly colleagues: readonly Colleague[];
  readonly day: string;
  readonly mayAssign: boolean;
  readonly by: 'section' | 'person';
  readonly show: 'all' | 'overdue';
}

/** Everything the board of who owes what prints. */
export function boardView(facts: BoardFacts): BoardView {
  const { assessed, things, day, mayAssign, by, show } = facts;
  const { organisation, addressKey, round } = assessed;
  const owed = owedByPeople(things, day);
  const isOverdue = owed.some(({ standing }) => standing === 'overdue');
  const here = (query: { by?: string; show?: string }) => paths.assignments(addressKey, round.id, query);
  const kept = { by: by === 'person' ? 'person' : '', show: show === 'overdue' ? 'overdue' : '' };
  return {
    organisation: organisation.name,
    round: round.label,
    summary: summaryOf(things, owed),
    groups: by === 'section' ? bySection(facts, owed) : byPerson(facts, owed),
    by,
    show,
    views: [
      { href: here({ ...kept, by: '' }), text: 'By section', isHere: by === 'section' },
      { href: here({ ...kept, by: 'person' }), text: 'By person', isHere: by === 'person' },
    ],
    shown: [
      { href: here({ ...kept, show: '' }), text: 'Everything', isHere: show === 'all' },
      { href: here({ ...kept, show: 'overdue' }), text: 'Overdue only', isHere: show === 'overdue' },
    ],
    file: paths.assignmentsFile(addressKey, round.id),
    list: paths.assessment(addressKey, round.id),
    steps: mayAssign
      ? {
          assign: paths.assignSections(addressKey, round.id),
          remind: isOverdue ? paths.remindOfAssignments(addressKey, round.id) : null,
        }
      : null,
  };
}

function summaryOf(things: readonly WorkThing[], owed: readonly Owed[]): string[] {
  const sections = things.filter(({ questionId, standing }) => questionId === null && standing !== 'elsewhere');
  const assigned = sections.filter(({ responsible, helpers }) => responsible !== null || helpers.length > 0);
  const count = (...wanted: readonly WorkStanding[]) =>
    things.filter(({ standing }) => wanted.includes(standing)).length;
  const overdue = new Set(owed.filter(({ standing }) => standing === 'overdue').map(({ thing }) => thing)).size;
  const nobody = count('nobody');
  return [
    `${assigned.length} of ${countOf(sections.length, 'section')} ${assigned.length === 1 ? 'is' : 'are'} assigned; ${count('done', 'changed-since')} done, ${overdue} overdue.`,
    ...(nobody === 0
      ? []
      : [
          `${nobody} that ${nobody === 1 ? 'was' : 'were'} assigned ${nobody === 1 ? 'has' : 'have'} nobody to answer for ${nobody === 1 ? 'it' : 'them'} now.`,
        ]),
  ];
}

function bySection(facts: BoardFacts, owed: readonly Owed[]): BoardGroup[] {
  const { things, show } = facts;
  const overdue = new Set(owed.filter(({ standing }) => standing === 'overdue').map(({ thing }) => thing));
  const shown = things.filter((thing) => show === 'all' || overdue.has(thing));
  const groups = Map.groupBy(shown, ({ part, section }) => `${part.careSetting} ${section.themeId}`);
  return [...groups].map(([key, own]) => {
    const [first] = own;
    const label = first?.part.label ?? null;
    return {
      id: key.replaceAll(' ', '-'),
      title: [...(label === null ? [] : [label]), first?.section.themeTitle ?? ''].join(': '),
      rows: own.map((thing) => rowOf(facts, thing, thing.standing, dueOfThing(facts, thing))),
      links: [],
    };
  });
}

function byPerson(facts: BoardFacts, owed: readonly Owed[]): BoardGroup[] {
  const { things, colleagues, show, assessed, mayAssign } = facts;
  const { addressKey, round } = assessed;
  const orphans = things.filter(({ standing }) => standing === 'nobody');
  const nobody: BoardGroup = {
    id: 'nobody',
    title: 'Nobody',
    rows: orphans.map((thing) => rowOf(facts, thing, thing.standing, dueOfThing(facts, thing))),
    links: [],
  };
  const shown = owed.filter(({ standing }) => show === 'all' || standing === 'overdue');
  const people = colleagues
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map(({ personId, name, isInvited }): BoardGroup => {
      const own = shown.filter(({ assignment }) => assignment.person.personId === personId);
      const isWaitedFor = own.some(({ standing }) => standing === 'to-do' || standing === 'overdue');
      return {
        id: personId,
        title: isInvited ? `${name}, invited and not here yet` : name,
        rows: own.map(({ thing, assignment, standing }) =>
          rowOf(facts, thing, standing, dueInWords(standingStep(assignment).dueOn, assessed.dueOn)),
        ),
        links: mayAssign
          ? [
              {
                href: paths.changeAssignments(addressKey, round.id, { person: personId }),
                text: `Change what ${name} has`,
              },
              ...(isWaitedFor
                ? [{ href: paths.remindOfAssignments(addressKey, round.id, personId), text: `Remind ${name}` }]
                : []),
            ]
          : [],
      };
    });
  return [...(show === 'all' ? [nobody] : []), ...people].filter(({ rows }) => rows.length > 0);
}

function dueOfThing({ assessed }: BoardFacts, { responsible, helpers, left }: WorkThing): string {
  const first = responsible ?? helpers[0] ?? left[0];
  return first === undefined ? 'Not set' : dueInWords(standingStep(first).dueOn, assessed.dueOn);
}

function rowOf(facts: BoardFacts, thing: WorkThing, standing: WorkStanding, due: string): WorkRow {
  const { part, section } = thing;
  const { addressKey, round } = facts.assessed;
  return {
    id: [part.careSetting, section.id, thing.questionId ?? ''].join(' '),
    thing: {
      href: paths.assessmentSection(addressKey, round.id, section.id, part.setting),
      text:
        facts.by === 'person' && part.label !== null ? `${part.label}: ${thingInWords(thing)}` : thingInWords(thing),
    },
    who: peopleInWords(thing, invitedOf(facts)),
    due,
    answered: answeredInWords(thing),
    lastSave: saveInWords(thing.lastSave),
    standing: standingWords(standing),
    note: section.elsewhere,
    action: facts.mayAssign ? actionOf(facts, thing) : null,
  };
}

function invitedOf({ colleagues }: BoardFacts): ReadonlySet<string> {
  return new Set(colleagues.filter(({ isInvited }) => isInvited).map(({ personId }) => personId));
}

function actionOf({ assessed: { addressKey, round } }: BoardFacts, thing: WorkThing): Link | null {
  const { part, section, standing } = thing;
  const query = { setting: part.careSetting, section: section.id };
  if (standing === 'elsewhere' || standing === 'sent') {
    return null;
  }
  return standing === 'unassigned' || standing === 'not-asked'
    ? { href: paths.assignSections(addressKey, round.id, query), text: 'Assign' }
    : { href: paths.changeAssignments(addressKey, round.id, query), text: 'Change' };
}
