import {
  findRound,
  type Instrument,
  instrumentOfRound,
  type PackFault,
  type PackPath,
  type ProgrammePack,
  scaleOf,
  sectionsOf,
} from '../programme/index.ts';
import type { AnswersIllustration, FormsIllustration, Illustration } from './illustration.ts';
import type { IllustrationFile, LocatedIllustration } from './parse-illustration.ts';

/** Who and what there is in the facts of the programme, by code; a role is held at `kind:code`. */
export interface KnownPlaces {
  readonly organisations: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
}

/** Something that a file names, where it names it. */
interface Named {
  readonly path: PackPath;
  readonly id: string;
  readonly noun: string;
  readonly isThere: boolean;
}

/** What is made up and fits neither the pack nor its facts, so that a demonstration could not begin with it or would leave it out. */
export function checkIllustration(
  { illustration, faultAt }: LocatedIllustration,
  pack: ProgrammePack,
  known: KnownPlaces,
): PackFault[] {
  const named: Readonly<Record<IllustrationFile, readonly Named[]>> = {
    'people.yaml': namedByPeople(illustration.people, known),
    'answers.yaml': illustration.answers === null ? [] : namedByAnswers(illustration.answers, pack, known),
    'footprint-forms.yaml': illustration.forms === null ? [] : namedByForms(illustration.forms, known),
    'roadmap.yaml': illustration.roadmap === null ? [] : namedByRoadmap(illustration.roadmap, pack, known),
  };
  return (Object.entries(named) as [IllustrationFile, readonly Named[]][]).flatMap(([file, all]) =>
    all
      .filter(({ isThere }) => !isThere)
      .map(({ path, id, noun }) =>
        faultAt(file, path, id === '' ? `it names no ${noun}` : `there is no ${noun} ${id}`),
      ),
  );
}

function organisation(path: PackPath, code: string, { organisations }: KnownPlaces): Named {
  return { path, id: code, noun: 'organisation', isThere: organisations.has(code) };
}

/** A role of the national team is held for no place. */
function namedByPeople(people: Illustration['people'], known: KnownPlaces): Named[] {
  return people.flatMap(({ grants }, person) =>
    grants
      .filter(({ scopeKind }) => scopeKind !== 'nation')
      .map(({ scopeKind, scopeId }, role): Named => {
        const path = ['people', person, 'roles', role, 'of'];
        return scopeKind === 'organisation'
          ? organisation(path, scopeId, known)
          : { path, id: scopeId.slice(scopeKind.length + 1), noun: scopeKind, isThere: known.areas.has(scopeId) };
      }),
  );
}

function namedByAnswers(
  { rounds, evidence, moderations, peers, polls }: AnswersIllustration,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  return [
    ...rounds.flatMap((round, index) => namedByRound(round, ['rounds', index], pack, known)),
    ...evidence.flatMap((item, index) => namedByEvidence(item, ['evidence', index], pack, known)),
    ...moderations.flatMap((item, index) => namedByModeration(item, ['moderations', index], pack, known)),
    ...peers.flatMap(({ of, from }, index) => [
      organisation(['peers', index, 'of'], of, known),
      organisation(['peers', index, 'from'], from, known),
    ]),
    ...polls.flatMap((item, index) => namedByPoll(item, ['polls', index], pack, known)),
  ];
}

/** What a round of assessment asks; null where there is no such round. */
function askedIn(pack: ProgrammePack, roundId: string): Instrument | null {
  return findRound(pack, roundId)?.kind === 'assessment' ? instrumentOfRound(pack, roundId) : null;
}

function noRound(at: PackPath, roundId: string): Named[] {
  return [{ path: [...at, 'round'], id: roundId, noun: 'round of assessment', isThere: false }];
}

function namedByEvidence(
  { round: roundId, of, uses }: AnswersIllustration['evidence'][number],
  at: PackPath,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  const instrument = askedIn(pack, roundId);
  if (instrument === null) {
    return noRound(at, roundId);
  }
  const sections = new Map(sectionsOf(instrument).map((section) => [section.id, section]));
  return [
    organisation([...at, 'of'], of, known),
    ...uses.map(({ section, question }, index): Named => {
      const isThere = sections.get(section)?.questions.some(({ id }) => id === question) ?? false;
      return { path: [...at, 'uses', index, 'question'], id: question, noun: `question of “${section}”`, isThere };
    }),
  ];
}

function namedByModeration(
  { round: roundId, of, finds }: AnswersIllustration['moderations'][number],
  at: PackPath,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  const instrument = askedIn(pack, roundId);
  if (instrument === null) {
    return noRound(at, roundId);
  }
  const questions = new Map(
    sectionsOf(instrument).flatMap((section) => section.questions.map((each) => [each.id, each])),
  );
  return [
    organisation([...at, 'of'], of, known),
    ...finds.flatMap(({ question: id, answer }, index): Named[] => {
      const path = [...at, 'finds', index];
      const question = questions.get(id);
      const options = question === undefined ? [] : scaleOf(instrument, question).options;
      return [
        { path: [...path, 'question'], id, noun: 'question', isThere: question !== undefined },
        ...(answer === undefined || question === undefined
          ? []
          : [
              {
                path: [...path, 'answer'],
                id: answer,
                noun: `answer to ${id}`,
                isThere: options.some((each) => each.id === answer),
              },
            ]),
      ];
    }),
  ];
}

function namedByPoll(
  { round: roundId, of, questions }: AnswersIllustration['polls'][number],
  at: PackPath,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  const instrument = askedIn(pack, roundId);
  if (instrument === null) {
    return noRound(at, roundId);
  }
  const { questions: ids } = partsOf(instrument);
  return [
    organisation([...at, 'of'], of, known),
    ...questions.map((id, index): Named => {
      return { path: [...at, 'questions', index], id, noun: 'question', isThere: ids.has(id) };
    }),
  ];
}

function namedByRound(
  { round: roundId, profile, underWay }: AnswersIllustration['rounds'][number],
  at: PackPath,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  const instrument = askedIn(pack, roundId);
  if (instrument === null) {
    return noRound(at, roundId);
  }
  const parts = partsOf(instrument);
  const settings = new Set(pack.careSettings.map(({ id }) => id));
  const among = (noun: string, ids: ReadonlySet<string>, record: Readonly<Record<string, unknown>>, path: PackPath) =>
    Object.keys(record).map((id): Named => ({ path: [...at, ...path, id], id, noun, isThere: ids.has(id) }));
  return [
    ...Object.keys(underWay?.placed ?? {}).map((code) =>
      organisation([...at, 'underWay', 'placed', code], code, known),
    ),
    ...among('theme', parts.themes, profile.themes, ['profile', 'themes']),
    ...among('section', parts.sections, profile.sections, ['profile', 'sections']),
    ...among('question', parts.questions, profile.questions, ['profile', 'questions']),
    ...among('care setting', settings, profile.careSettings, ['profile', 'careSettings']),
    ...Object.entries(profile.careSettings).flatMap(([setting, sections]) =>
      among('section', parts.sections, sections, ['profile', 'careSettings', setting]),
    ),
    ...among('care setting', settings, profile.notApplicable, ['profile', 'notApplicable']),
  ];
}

function partsOf(instrument: Instrument) {
  const sections = sectionsOf(instrument);
  return {
    themes: new Set(instrument.themes.map(({ id }) => id)),
    sections: new Set(sections.map(({ id }) => id)),
    questions: new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id))),
  };
}

function namedByForms({ proposals, changed }: FormsIllustration, known: KnownPlaces): Named[] {
  const members = (all: Readonly<Record<string, unknown>>, path: PackPath) =>
    Object.keys(all).map((code) => organisation([...path, code], code, known));
  return [
    ...proposals.flatMap(({ lead, members: all, endorsedBy }, index) => [
      organisation(['proposals', index, 'lead'], lead, known),
      ...members(all, ['proposals', index, 'members']),
      ...endorsedBy.map((code, at) => organisation(['proposals', index, 'endorsedBy', at], code, known)),
    ]),
    organisation(['changed', 'commissioner'], changed.commissioner, known),
    ...members(changed.joining, ['changed', 'joining']),
  ];
}

function namedByRoadmap(
  { waves, exemplars }: NonNullable<Illustration['roadmap']>,
  pack: ProgrammePack,
  known: KnownPlaces,
): Named[] {
  const groups = new Set(pack.capabilityGroups.map(({ id }) => id));
  return [
    ...waves.flatMap(({ reached }, wave) =>
      Object.keys(reached).map(
        (code): Named => ({
          path: ['waves', wave, 'reached', code],
          id: code,
          noun: 'footprint',
          isThere: known.areas.has(`footprint:${code}`),
        }),
      ),
    ),
    ...exemplars.flatMap(({ group, organisation: code }, index) => [
      organisation(['exemplars', index, 'organisation'], code, known),
      { path: ['exemplars', index, 'group'], id: group, noun: 'capability group', isThere: groups.has(group) },
    ]),
  ];
}
