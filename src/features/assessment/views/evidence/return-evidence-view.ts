import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import { megabytesInWords } from '../../../evidence/index.ts';
import { type ProgrammePack, sectionsFor } from '../../../programme/index.ts';
import { givenAnswers, questionsAsked, type SavedAnswer } from '../../../scoring/index.ts';
import type { EvidenceHere } from '../../evidence/evidence-here.ts';
import { listOf } from '../../page-frame.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { evidenceLine } from './evidence-view.ts';
import { placesInWords } from './places-in-words.ts';
import type { ReturnEvidenceView, UnusedLine, UsedLine } from './return-evidence-page.tsx';

interface Asked {
  readonly pack: ProgrammePack;
  readonly saved: readonly SavedAnswer[];
  readonly usedBytes: number;
  readonly roundBytes: number;
}

/** Everything that the page of all evidence prints. */
export function returnEvidenceView(
  assessed: AssessedOrganisation,
  here: EvidenceHere,
  { pack, saved, usedBytes, roundBytes }: Asked,
): ReturnEvidenceView {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const given = givenAnswers(saved);
  const asked = questionsAsked(instrument, careSetting, given);
  const answered = new Set(given.map(({ questionId }) => questionId));
  const hrefs = new Map(
    sectionsFor(instrument, careSetting).flatMap((section) =>
      section.questions.map((question) => [
        question.id,
        paths.questionEvidence(addressKey, round.id, { section: section.id, question: question.id }, setting),
      ]),
    ),
  );
  const usesOf = Map.groupBy(here.uses, ({ evidenceId }) => evidenceId);
  const used = here.items
    .filter(({ evidenceId }) => usesOf.has(evidenceId))
    .map(
      (item): UsedLine => ({
        ...evidenceLine(assessed, item, here, usesOf.get(item.evidenceId)?.[0]?.version ?? null),
        uses: (usesOf.get(item.evidenceId) ?? []).map(({ questionId, pageReference }) => ({
          questionId,
          href: hrefs.get(questionId) ?? listOf(assessed),
          page: pageReference,
          isAnswered: answered.has(questionId),
        })),
      }),
    );
  const unused = here.items
    .filter(({ evidenceId }) => !usesOf.has(evidenceId))
    .map(
      (item): UnusedLine => ({
        ...evidenceLine(assessed, item, here),
        elsewhere: placesInWords(
          pack,
          here.assessments,
          here.everywhere.filter((use) => use.evidenceId === item.evidenceId),
        ).join('. '),
      }),
    );
  const withTag = (text: string) => used.filter(({ tags }) => tags.some((tag) => tag.text === text)).length;
  const rows = [...asked.values()].filter(({ id }) => answered.has(id));
  const restingOn = new Set(here.uses.map(({ questionId }) => questionId));
  const without = rows.filter(({ id }) => !restingOn.has(id));
  return {
    organisation: assessed.heading,
    facts: [
      { key: 'Used here', value: countOf(used.length, 'item') },
      { key: 'To look at', value: toLookAt(withTag) },
      {
        key: 'Answers',
        value: `${rows.length - without.length} of ${countOf(rows.length, 'answer')} rest on evidence`,
      },
      {
        key: 'Room in this round',
        value: `${megabytesInWords(usedBytes)} of ${megabytesInWords(roundBytes)} are taken`,
      },
    ],
    used,
    unused,
    without: without.map(({ id, title, text }) => ({
      label: `${id}. ${title ?? text}`,
      href: hrefs.get(id) ?? listOf(assessed),
    })),
    list: listOf(assessed),
  };
}

function toLookAt(withTag: (text: string) => number): string {
  const counts = [
    [withTag('Expired'), 'expired'],
    [withTag('Expires soon'), 'expiring soon'],
    [withTag('Not in effect yet'), 'not in effect yet'],
    [withTag('Not scanned'), 'not scanned'],
    [withTag('Removed'), 'removed'],
  ] as const;
  const some = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return some.length === 0 ? 'Nothing' : some.join(', ');
}
