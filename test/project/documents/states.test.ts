import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { allAssessmentStates } from '../../../src/features/assessment/assessment.ts';
import { assessmentTransitions } from '../../../src/features/assessment/assessment-state.ts';
import { sharingStates, sharingTransitions } from '../../../src/features/assessment/group/sharing.ts';
import { assignmentStates, assignmentTransitions } from '../../../src/features/assignments/assignment.ts';
import {
  uploadStateLabels,
  uploadStates,
  uploadTransitions,
} from '../../../src/features/directory-import/uploads/upload-state.ts';
import { exemplarStates, exemplarTransitions } from '../../../src/features/exemplar/exemplar.ts';
import { footprintStages, publicStages } from '../../../src/features/footprint-stage/footprint-stage.ts';
import { formationStateLabels, formationStates } from '../../../src/features/formation/formation-state.ts';
import { formStates, formTransitions } from '../../../src/features/formation/forms/form-state.ts';
import { activationStates, activationTransitions } from '../../../src/features/instruments/activation/activation.ts';
import { moderationTransitions } from '../../../src/features/moderation/moderation-state.ts';
import { peerStates, peerTransitions } from '../../../src/features/moderation/peers/invitation.ts';
import { pollStates, pollTransitions } from '../../../src/features/polls/poll-state.ts';
import { areSameMembers, compareMembers } from '../../../src/features/register/index.ts';
import { moderationStates } from '../../../src/features/return-documents/moderation/moderation-standing.ts';
import {
  effectOfMembers,
  versionStates,
  versionTransitions,
} from '../../../src/features/roadmap/versions/version-state.ts';
import { roundStates, roundTransitions } from '../../../src/features/rounds/round-rules.ts';
import { proposalStates, proposalTransitions } from '../../../src/features/succession/proposal-state.ts';
import { queryStates, queryTransitions } from '../../../src/features/threads/query.ts';
import { threadStates, threadTransitions } from '../../../src/features/threads/thread.ts';
import { returnReviewStates, returnReviewTransitions } from '../../../src/features/validation/review-state.ts';
import type { Transition } from '../../../src/platform/transition-table.ts';
import { projectFolder } from '../../../src/project-folder.ts';
import type { NamedMember } from '../../../src/register-keeping.ts';

let chapters: Map<string, string>;

beforeAll(async () => {
  const text = await readFile(projectFolder('docs', 'states.md'), 'utf8');
  chapters = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((chapter) => [chapter.split('\n')[0] ?? '', chapter]),
  );
});

/** The cells of a chapter's table, without its head. */
function rowsOf(chapter: string): string[][] {
  const lines = (chapters.get(chapter) ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The states in the line that shows the usual way. */
function usualWay(chapter: string): string[] {
  const line = (chapters.get(chapter) ?? '').split('\n').find((text) => text.includes(' → ')) ?? '';
  return namesIn(line);
}

function namesIn(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? '');
}

/** A row that requires nothing need not say so. */
function withRequirements(row: Transition<string, string, string>) {
  return { requires: [], ...row };
}

const oneName = (cell: string | undefined) => namesIn(cell)[0];

describe('docs/states.md says what the code does', () => {
  test('round', () => {
    const written = rowsOf('Round').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(roundTransitions.map(withRequirements));
    expect(usualWay('Round')).toEqual(roundStates);
  });

  test('activation of a questionnaire', () => {
    const written = rowsOf('Activation of a questionnaire').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(activationTransitions.map(withRequirements));
    expect(usualWay('Activation of a questionnaire')).toEqual(activationStates);
  });

  test('assessment', () => {
    const written = rowsOf('Assessment').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(assessmentTransitions.map(withRequirements));
    expect(usualWay('Assessment')).toEqual(allAssessmentStates);
  });

  test('answering together', () => {
    const written = rowsOf('Answering together').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(sharingTransitions.map(withRequirements));
    expect(usualWay('Answering together')).toEqual(sharingStates);
  });

  test('assignment', () => {
    const written = rowsOf('Assignment').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(assignmentTransitions.map(withRequirements));
    expect(usualWay('Assignment')).toEqual(assignmentStates);
  });

  test('thread', () => {
    const written = rowsOf('Thread').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(threadTransitions.map(withRequirements));
    expect(usualWay('Thread')).toEqual(threadStates);
  });

  test.each<[string, readonly string[], readonly Transition<string, string, string>[]]>([
    ['Poll', pollStates, pollTransitions],
    ['Query', queryStates, queryTransitions],
    ['Signed return', returnReviewStates, returnReviewTransitions],
    ['Moderation', moderationStates, moderationTransitions],
    ['Peer invitation', peerStates, peerTransitions],
  ])('%s', (chapter, states, table) => {
    const written = rowsOf(chapter).map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(table.map(withRequirements));
    expect(usualWay(chapter)).toEqual(states);
  });

  test('roadmap version', () => {
    const written = rowsOf('Roadmap version').map(([action, from, to, requires, lapse]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
      lapsesEndorsements: lapse === 'yes',
    }));
    expect(written).toEqual(versionTransitions.map(withRequirements));
    expect(usualWay('Roadmap version')).toEqual(versionStates);
  });

  test('roadmap version when members change', () => {
    const member = (changes: Partial<NamedMember> = {}): NamedMember => {
      return { organisationId: 'one', code: '1', name: 'One', role: 'core', ...changes };
    };
    const other = member({ organisationId: 'two', code: '2' });
    const changes: readonly (readonly [before: NamedMember[], after: NamedMember[]])[] = [
      [[member()], [member(), other]],
      [[member(), other], [member()]],
      [[member()], [member({ role: 'lead' })]],
      [[member(), other], [member({ organisationId: 'three', code: '3' })]],
      [[member()], [member({ code: '9' })]],
    ];
    const written = rowsOf('Roadmap version when members change').map(([state, ...effects]) => [
      oneName(state),
      ...effects.map(oneName),
    ]);
    const effects = (state: (typeof versionStates)[number]) =>
      changes.map(([before, after]) =>
        areSameMembers(compareMembers(before, after)) ? 'nothing' : effectOfMembers(state),
      );
    expect(written).toEqual(versionStates.map((state) => [state, ...effects(state)]));
  });

  test('footprint', () => {
    const written = rowsOf('Footprint').map(([stage, label, shown]) => [oneName(stage), label, shown]);
    const labelOf = (shownAs: string) => publicStages.find(({ id }) => id === shownAs)?.label;
    expect(written).toEqual(
      footprintStages.toReversed().map(({ id, label, shownAs }) => [`${id}`, label, labelOf(shownAs)]),
    );
  });

  test('footprint formation', () => {
    const written = rowsOf('Footprint formation').map(([state, label]) => [oneName(state), label]);
    expect(written).toEqual(formationStates.map((state) => [state, formationStateLabels[state]]));
    expect(usualWay('Footprint formation')).toEqual(formationStates);
  });

  test('footprint form', () => {
    const written = rowsOf('Footprint form').map(([action, from, to, requires, lapse]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
      lapsesEndorsements: lapse === 'yes',
    }));
    expect(written).toEqual(formTransitions.map(withRequirements));
    expect(usualWay('Footprint form')).toEqual(formStates);
  });

  test('directory file', () => {
    const written = rowsOf('Directory file').map(([action, from, to, by]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      by: by === 'a person' ? 'person' : by,
    }));
    expect(written).toEqual(uploadTransitions.map((row) => ({ ...row, by: row.by === 'work' ? 'the work' : row.by })));
    expect(usualWay('Directory file')).toEqual(uploadStates);
    for (const state of uploadStates) {
      expect(chapters.get('Directory file')).toContain(`\`${state}\` (${uploadStateLabels[state]})`);
    }
  });

  test('proposal of a change', () => {
    const written = rowsOf('Proposal of a change').map(([action, from, to, requires]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
      requires: namesIn(requires),
    }));
    expect(written).toEqual(proposalTransitions.map(withRequirements));
    expect(usualWay('Proposal of a change')).toEqual(proposalStates);
  });

  test('exemplar', () => {
    const rows = rowsOf('Exemplar').map(([action, from, to]) => ({
      action: oneName(action),
      from: namesIn(from),
      to: oneName(to),
    }));
    expect(rows).toEqual(exemplarTransitions);
    expect(usualWay('Exemplar')).toEqual(exemplarStates);
  });

  test.each<[string, readonly string[], readonly Transition<string, string, string>[]]>([
    ['round', roundStates, roundTransitions],
    ['activation of a questionnaire', activationStates, activationTransitions],
    ['assessment', allAssessmentStates, assessmentTransitions],
    ['answering together', sharingStates, sharingTransitions],
    ['assignment', assignmentStates, assignmentTransitions],
    ['thread', threadStates, threadTransitions],
    ['query', queryStates, queryTransitions],
    ['moderation', moderationStates, moderationTransitions],
    ['peer invitation', peerStates, peerTransitions],
    ['signed return', returnReviewStates, returnReviewTransitions],
    ['roadmap version', versionStates, versionTransitions],
    ['footprint form', formStates, formTransitions],
    ['directory file', uploadStates, uploadTransitions],
    ['proposal of a change', proposalStates, proposalTransitions],
    ['exemplar', exemplarStates, exemplarTransitions],
  ])(
    'the table of the %s says one thing for each action and state, and reaches every state',
    (_name, states, table) => {
      const pairs = table.flatMap(({ action, from }) => from.map((state) => `${action} ${state}`));
      expect(pairs).toEqual([...new Set(pairs)]);
      const reached = new Set(states.slice(0, 1));
      for (const _ of states) {
        for (const { to } of table.filter(({ from }) => from.some((state) => reached.has(state)))) {
          reached.add(to);
        }
      }
      expect([...reached].toSorted()).toEqual(states.toSorted());
    },
  );
});
