import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realRound } from '../assessment/testing/real-instrument.ts';
import type { Addressee, HeldGrant, Role } from '../identity/index.ts';
import type { LetterKind, ProgrammeLetters } from '../programme/index.ts';
import { letterKinds } from '../programme/letter-kinds.ts';
import { assessmentNotices } from './assessment-notices.ts';
import { composeLetter } from './compose-letter.ts';
import { formationNotices } from './formation-notices.ts';
import { happeningOf } from './happening.ts';
import { instrumentNotices } from './instrument-notices.ts';
import type { NoticeDraft } from './notice-draft.ts';
import { noticesOf } from './notices-of.ts';
import { roadmapNotices } from './roadmap-notices.ts';
import { resultsDayNotices, roundNotices } from './round-notices.ts';
import { sharingNotices } from './sharing-notices.ts';
import { draftsOfAssignments } from './testing/assignment-drafts.ts';
import { draftsOfNotes } from './testing/note-drafts.ts';
import { draftsOfPolls } from './testing/poll-drafts.ts';
import { draftsOfQueries } from './testing/query-drafts.ts';

const round = await realRound();
const kinds = Object.keys(letterKinds) as LetterKind[];
const letters = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    { subject: kind, text: letterKinds[kind].places.map((place) => `${place}={${place}}`).join(' ') },
  ]),
) as ProgrammeLetters;

const person = (personId: string, isPersona = false): [string, Addressee] => [
  personId,
  { personId, name: personId, email: `${personId}@example.nhs.uk`, isPersona },
];
const people = new Map([person('ann'), person('ben'), person('cat'), person('persona', true)]);

const ccg = (organisationId: string) => ({ organisationId, code: organisationId, name: organisationId });

/** Everything that people are told of an action, at places `o1`, `o2`, `f1` and `r1`. */
function draftsOf(action: string, detail: Record<string, unknown> = {}): NoticeDraft[] {
  const done = { chain: 'x:1', action, personId: 'ann', onBehalfOf: '', at: new Date(0), detail };
  const happening = happeningOf(done, 'Ann');
  const deadline = 'soon';
  return [
    ...assessmentNotices(happening, {
      regionIds: ['r1'],
      organisationId: 'o1',
      addressKey: 'O1',
      setting: null,
      signing: ['executive'],
      name: 'One',
      roundId: 'round',
      roundLabel: 'Round',
      deadline,
    }),
    ...roadmapNotices(happening, {
      footprintId: 'f1',
      slug: 'f',
      name: 'F',
      regionIds: ['r1'],
      number: 2,
      deadline,
      members: [ccg('o1'), ccg('o2')],
      completedBy: 'o2',
    }),
    ...formationNotices(happening, {
      slug: 'f',
      name: 'F',
      footprintIds: ['f1'],
      leadIds: [],
      regionIds: ['r1'],
      waitingFor: [ccg('o2')],
      ccgIds: ['o1', 'o2'],
    }),
    ...sharingNotices(happening, {
      proposer: { organisationId: 'o1', addressKey: 'O1', name: 'One' },
      asked: { organisationId: 'o2', addressKey: 'O2', name: 'Two' },
      roundId: 'round',
      roundLabel: 'Round',
    }),
    ...instrumentNotices(happening, { id: 'i', title: 'I', isWaiting: true }),
  ];
}

const audiencesOf = (drafts: readonly NoticeDraft[]) =>
  drafts.map(({ kind, to }) => [kind, ...to.flatMap(({ roles, scopeIds }) => [...roles, ...scopeIds])].join(' '));

describe('who is told of a step', () => {
  it('is led to a page that they can open: an editor publishes nothing', () => {
    const [cleared] = draftsOf('review.decide', { outcome: 'cleared' });
    expect(cleared?.href).toBe('/workspace/roadmaps/f');
  });

  it.each([
    ['assessment.request-authorisation', {}, ['asked-to-authorise executive o1']],
    ['assessment.return', { reason: 'No' }, ['assessment-returned coordinator o1']],
    ['assessment.reopen', { reason: 'No' }, ['assessment-reopened coordinator o1 executive o1']],
    ['assessment.correct', { reason: 'No' }, ['correction-opened coordinator o1 executive o1']],
    ['assessment.withdraw-correction', { reason: 'No' }, ['correction-withdrawn coordinator o1 executive o1']],
    ['assessment.authorise', {}, ['assessment-submitted coordinator o1 executive o1']],
    ['assessment.validate', {}, ['return-validated coordinator o1 executive o1']],
    ['assessment.take-back-validation', {}, ['validation-taken-back coordinator o1 executive o1']],
    ['assessment.check-answers', {}, []],
    ['assessment.challenge-finding', { question: 'A' }, ['moderation-challenged reviewer r1 programme-manager ']],
    ['assessment.answer-challenge', { question: 'A' }, ['challenge-answered coordinator o1 executive o1']],
    ['assessment.invite-peer', { person: 'p1', organisation: 'o9' }, ['asked-to-moderate peer o9']],
    ['assessment.invite-peer', { person: 'p1', organisation: 'o9', isTold: true }, []],
    ['assessment.accept-invitation', { inviter: 'p2' }, ['peer-answered reviewer r1 programme-manager ']],
    ['assessment.decline-invitation', { inviter: 'p2' }, ['peer-answered reviewer r1 programme-manager ']],
    ['assessment.withdraw-invitation', { person: 'p1', organisation: 'o9' }, ['peer-withdrawn peer o9']],
    ['assessment.finish-moderation', {}, ['moderation-finished coordinator o1 executive o1']],
    ['roadmap.freeze', {}, ['asked-to-endorse executive o1', 'asked-to-endorse executive o2']],
    [
      'roadmap.return-to-draft',
      { reason: 'No', lapsed: ['o2'] },
      ['roadmap-returned lead editor f1', 'endorsement-lapsed executive o2'],
    ],
    [
      'roadmap.endorse',
      { organisation: 'o1', decision: 'decline', conditions: 'No money' },
      ['endorsement-declined lead editor f1'],
    ],
    ['roadmap.endorse', { organisation: 'o1', decision: 'endorse', conditions: '' }, []],
    ['roadmap.endorse', { organisation: 'o2', decision: 'endorse', conditions: '' }, ['all-endorsed lead f1']],
    ['roadmap.submit', {}, ['asked-to-review reviewer r1', 'roadmap-submitted lead editor f1']],
    ['review.decide', { outcome: 'cleared' }, ['roadmap-cleared lead editor f1']],
    ['review.decide', { outcome: 'changes-requested' }, ['changes-requested lead editor f1']],
    ['review.take-back-clearance', { reason: 'No' }, ['clearance-taken-back lead editor f1']],
    ['roadmap.publish', {}, ['roadmap-published lead editor f1 executive o1 o2 reviewer r1']],
    ['formation.put', {}, ['asked-to-endorse-form executive o2']],
    [
      'formation.send-back',
      { reason: 'No', lapsed: ['o1'] },
      ['form-returned lead editor f1 executive', 'form-endorsement-lapsed executive o1'],
    ],
    ['formation.complete', {}, ['asked-to-decide-on-form reviewer r1']],
    ['formation.accept', {}, ['form-accepted lead editor f1 executive executive o1 o2']],
    ['instrument.propose', {}, ['asked-to-activate programme-manager administrator ']],
    ['instrument.lapse', { reason: 'No' }, ['activation-lapsed programme-manager ']],
    ['instrument.activate', {}, []],
    ['sharing.propose', {}, ['asked-to-answer-together coordinator executive signatory o2']],
    ['sharing.agree', {}, ['answering-together coordinator o1', 'answering-together coordinator o2']],
    [
      'sharing.end',
      { reason: 'No' },
      ['answering-together-ended coordinator o1', 'answering-together-ended coordinator o2'],
    ],
    ['assessment.answer', {}, []],
    ['roadmap.endorse', {}, []],
    ['anything.else', { reason: 1, lapsed: 'x' }, []],
  ])('%s %j', (action, detail, expected) => {
    expect(audiencesOf(draftsOf(action, detail))).toEqual(expected);
  });

  it('of a poll is whoever opened it, once it is closed', () => {
    expect(draftsOfPolls(round, 'close').map(({ kind, to }) => [kind, to[0]?.scopeIds, to[0]?.personIds])).toEqual([
      ['poll-closed', ['o1'], ['ann']],
    ]);
    for (const kind of ['open', 'remind', 'withdraw'] as const) {
      expect(draftsOfPolls(round, kind)).toEqual([]);
    }
  });

  it('puts something into every place that the words of its letter may name', () => {
    const actions: [string, Record<string, unknown>][] = [
      ['assessment.request-authorisation', {}],
      ['assessment.return', { reason: 'No' }],
      ['assessment.reopen', { reason: 'No' }],
      ['assessment.challenge-finding', { question: 'A' }],
      ['assessment.invite-peer', { person: 'p1', organisation: 'o9' }],
      ['assessment.decline-invitation', { inviter: 'p2' }],
      ['assessment.withdraw-invitation', { person: 'p1', organisation: 'o9' }],
      ['assessment.answer-challenge', { question: 'A' }],
      ['assessment.correct', { reason: 'No' }],
      ['assessment.withdraw-correction', { reason: 'No' }],
      ['assessment.authorise', {}],
      ['sharing.propose', {}],
      ['sharing.agree', {}],
      ['sharing.end', { reason: 'No' }],
      ['roadmap.freeze', {}],
      ['roadmap.return-to-draft', { reason: 'No', lapsed: ['o1'] }],
      ['roadmap.endorse', { organisation: 'o1', decision: 'decline', conditions: 'No money' }],
      ['roadmap.endorse', { organisation: 'o2', decision: 'endorse' }],
      ['assessment.validate', {}],
      ['assessment.take-back-validation', {}],
      ['assessment.finish-moderation', {}],
      ['roadmap.submit', {}],
      ['review.decide', { outcome: 'cleared' }],
      ['review.decide', { outcome: 'changes-requested' }],
      ['review.take-back-clearance', { reason: 'No' }],
      ['roadmap.publish', {}],
      ['formation.put', {}],
      ['formation.take-back', { reason: 'No', lapsed: ['o1'] }],
      ['formation.complete', {}],
      ['formation.accept', {}],
      ['instrument.propose', { instrumentVersion: '2', digest: 'a' }],
      ['instrument.lapse', { instrumentVersion: '2', reason: 'No' }],
    ];
    const place = { name: 'One', roundLabel: 'Round', deadline: 'soon', href: '/x', to: [] };
    const ofRounds = (['round-opened', 'deadline-extended', 'round-closed'] as const).flatMap((kind) =>
      roundNotices({ kind, by: 'Ann', reason: 'No' }, [place]),
    );
    const ofActions = actions.flatMap(([action, detail]) => draftsOf(action, detail));
    const ofResults = resultsDayNotices({ by: 'Ann', reason: 'No', when: 'soon' }, [place]);
    const drafts = [
      ...ofActions,
      ...ofRounds,
      ...ofResults,
      ...draftsOfAssignments(round),
      ...draftsOfNotes(round),
      ...draftsOfQueries(round),
      ...draftsOfPolls(round, 'close'),
    ];
    const seen = new Set(drafts.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual(['deadline-near', 'deadline-passed', 'several-at-once']);
    for (const { kind, known } of drafts) {
      const wanted: readonly string[] = letterKinds[kind].places;
      expect([kind, ...wanted.filter((place) => place !== 'link' && !Object.hasOwn(known, place))]).toEqual([kind]);
    }
  });
});

const grant = fc.record({
  personId: fc.constantFrom('ann', 'ben', 'cat', 'persona', 'gone'),
  role: fc.constantFrom<Role>('executive', 'lead', 'editor', 'coordinator'),
  scopeKind: fc.constantFrom('organisation' as const, 'footprint' as const),
  scopeId: fc.constantFrom('o1', 'o2', 'f1'),
});
const draft = fc.record({
  kind: fc.constantFrom<LetterKind>('asked-to-endorse', 'roadmap-published'),
  to: fc.array(
    fc.record({
      roles: fc.subarray<Role>(['executive', 'lead', 'editor']),
      scopeKind: fc.constantFrom('organisation' as const, 'footprint' as const),
      scopeIds: fc.subarray(['o1', 'o2', 'f1']),
    }),
  ),
  href: fc.constantFrom('/a', '/b'),
  known: fc.constant({}),
});

describe('notices', () => {
  const noticesFrom = (drafts: readonly NoticeDraft[], grants: readonly Omit<HeldGrant, 'personName'>[]) =>
    noticesOf(drafts, 'ann', {
      grants: grants.map((each) => ({ ...each, personName: each.personId })),
      people,
      letters,
      publicUrl: 'https://roadmaps.example',
    });

  it('go once to each person who holds a role that is asked for, and to nobody else', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 4 }), fc.array(grant, { maxLength: 8 }), (drafts, grants) => {
        const notices = noticesFrom(drafts, grants);
        const keys = notices.map(({ personId, kind, body }) => `${personId} ${kind} ${body}`);
        expect(new Set(keys).size).toBe(keys.length);
        const reached = new Set(notices.map(({ personId }) => personId));
        const due = grants.filter((held) =>
          drafts.some(({ to }) =>
            to.some(
              (each) =>
                each.roles.includes(held.role) &&
                each.scopeKind === held.scopeKind &&
                each.scopeIds.includes(held.scopeId),
            ),
          ),
        );
        const expected = new Set(due.map(({ personId }) => personId).filter((id) => id === 'ben' || id === 'cat'));
        expect(reached).toEqual(expected);
      }),
    );
  });

  it('lead to the page where the step is taken', () => {
    const to = [{ roles: ['executive' as const], scopeKind: 'organisation' as const, scopeIds: ['o1'] }];
    const held = { personId: 'ben', role: 'executive' as const, scopeKind: 'organisation' as const, scopeId: 'o1' };
    const [notice] = noticesFrom([{ kind: 'roadmap-published', to, href: '/a', known: { footprint: 'F' } }], [held]);
    expect(notice).toMatchObject({ personId: 'ben', subject: 'roadmap-published' });
    expect(notice?.body).toBe('footprint=F version={version} by={by} link=https://roadmaps.example/a');
  });

  it('are one letter where there are several', () => {
    const to = { name: 'Ben', email: 'ben@example.nhs.uk' };
    const things = [
      { subject: 'First', body: 'One' },
      { subject: 'Second', body: 'Two' },
    ];
    const words = { letters, chooseAt: 'https://x/y' };
    const end = 'Choose when you get e-mails about your work: https://x/y\n\n';
    expect(composeLetter(to, things.slice(0, 1), words)).toMatchObject({
      subject: 'First',
      text: `Dear Ben,\n\nOne\n\n${end}`,
    });
    const both = composeLetter(to, things, words);
    expect(both.subject).toBe('several-at-once');
    expect(both.text).toBe(`Dear Ben,\n\ncount=2\n\n1. First\n\nOne\n\n2. Second\n\nTwo\n\n${end}`);
  });
});
