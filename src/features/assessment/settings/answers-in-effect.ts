import {
  type Instrument,
  questionsFor,
  sectionsAnsweredOnce,
  sectionsOf,
  wholeOrganisation,
} from '../../programme/index.ts';
import type { AssessmentKey } from '../../scoring/index.ts';

/** Another organisation of the group, which gives the answers to some sections of a round. */
export interface GroupAnswers {
  readonly giver: { readonly organisationId: string; readonly name: string };
  /** The sections that both agreed on. */
  readonly sectionIds: readonly string[];
  /** Where its answers lie that hold for the whole organisation; null while there are none. */
  readonly once: AssessmentKey | null;
  /** The same by care setting, of those that it answers for. */
  readonly bySetting: ReadonlyMap<string, AssessmentKey | null>;
}

/** The answers of an organisation that are given once for its care settings. */
export interface AnsweredOnce {
  /** Where they lie; null while there are none. */
  readonly key: AssessmentKey | null;
  /** Sections that the organisation answers by itself, though others of its group answer together. */
  readonly apart: readonly string[];
}

/** An assessment that is being answered, and what may be taken into it. */
export interface AssessmentAsked {
  readonly instrument: Instrument;
  /** The reserved one for what is answered once. */
  readonly careSetting: string;
  /** Sections that it answers by itself, though others answer them for it. */
  readonly apart: readonly string[];
  /** What is answered once for several care settings, of which this is one; null where it is the only one, and for what is answered once itself. */
  readonly once: AnsweredOnce | null;
  /** Null where the organisation takes nothing from another. */
  readonly group: GroupAnswers | null;
}

/** Sections that an assessment takes from another one, so that they are not answered in it. */
export interface Takes {
  readonly sectionIds: readonly string[];
  /** Where the answers lie; null while there are none. */
  readonly from: AssessmentKey | null;
  /** The organisation that gives them; null where it is the own one, which answers once for all of its care settings. */
  readonly giver: GroupAnswers['giver'] | null;
}

/**
 * What an assessment takes while it is answered. What is answered once in an organisation is taken from what the giver answers for the whole of
 * its own; of the other sections a care setting takes those of the same setting, where the giver answers for it.
 */
export function takesOf({ instrument, careSetting, apart, once, group }: AssessmentAsked): Takes[] {
  const onceIds = sectionsAnsweredOnce(instrument).map(({ id }) => id);
  const open = (ids: readonly string[], but: readonly string[]) => ids.filter((id) => !but.includes(id));
  const shared = open(group?.sectionIds ?? [], apart);
  const onceShared = shared.filter((id) => onceIds.includes(id) && !(once?.apart ?? []).includes(id));
  const fromSetting = group?.bySetting.get(careSetting);
  const settingShared = fromSetting === undefined ? [] : open(shared, onceIds);
  const ownOnce = once === null ? [] : open(onceIds, [...apart, ...onceShared]);
  const giver = group?.giver ?? null;
  const takes: readonly Takes[] = [
    { sectionIds: ownOnce, from: once?.key ?? null, giver: null },
    { sectionIds: onceShared, from: group?.once ?? null, giver },
    { sectionIds: settingShared, from: fromSetting ?? null, giver },
  ];
  return takes.filter(({ sectionIds }) => sectionIds.length > 0);
}

/** Ids of the questions that are put to an assessment in sections that it takes. */
export function questionsTaken(
  { instrument, careSetting }: Pick<AssessmentAsked, 'instrument' | 'careSetting'>,
  { sectionIds }: Pick<Takes, 'sectionIds'>,
): string[] {
  const sections = sectionsOf(instrument).filter(({ id }) => sectionIds.includes(id));
  const questions = sections.flatMap((section) => section.questions);
  if (careSetting === wholeOrganisation) {
    return questions.map(({ id }) => id);
  }
  const put = new Set(questionsFor(instrument, careSetting).map(({ id }) => id));
  return questions.filter(({ id }) => put.has(id)).map(({ id }) => id);
}

/** The answers that count for an assessment while it is answered: its own, and in the sections that it takes those that lie elsewhere. */
export function answersInEffect<Given extends { readonly questionId: string }>(
  asked: Pick<AssessmentAsked, 'instrument' | 'careSetting'>,
  takes: readonly Takes[],
  { own, given }: { readonly own: readonly Given[]; readonly given: (from: AssessmentKey | null) => readonly Given[] },
): Given[] {
  const taken = takes.map(({ sectionIds, from }) => ({
    questions: new Set(questionsTaken(asked, { sectionIds })),
    from,
  }));
  return [
    ...own.filter(({ questionId }) => !taken.some(({ questions }) => questions.has(questionId))),
    ...taken.flatMap(({ questions, from }) => given(from).filter(({ questionId }) => questions.has(questionId))),
  ];
}
