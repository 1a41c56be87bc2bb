import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../../documents/freeze-document.ts';
import { sectionsOfKind } from '../../documents/frozen-document.ts';
import { checkFreeze } from '../../freezing/check-freeze.ts';
import { content, hostileForm } from '../../testing/arbitraries.ts';
import { flowTerms } from '../../testing/flow-terms.ts';
import { aContent, aFlow, aFreezeInput, aSentFlows, baselines, members, pack } from '../../testing/northvale.ts';
import { UnknownContentError } from '../content-kind.ts';
import { type NamedParty, namedParties, type SentFlows, sentFlowsTitle } from './flow.ts';
import { flowsReader } from './flows-section.ts';
import { illustrateFlows } from './illustrate-flows.ts';
import { flowsKind } from './index.ts';
import { flowField, notKnown, parseFlowsForm, typedFlows } from './parse-flows-form.ts';

const receivers: readonly NamedParty[] = namedParties(members, flowTerms).filter(({ key }) => key !== 'practices');
const parse = (form: Record<string, unknown>) => parseFlowsForm(form, receivers, flowTerms);
const row = (key: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${field}-${key}`, value]));

describe('the form of what one sender sends', () => {
  it('is read back as what was stored, whatever that is', () => {
    fc.assert(
      fc.property(content, ({ flows: [sent = aSentFlows()] }) => {
        const others = namedParties(members, flowTerms).filter(({ party }) => party !== sent.from);
        const kept = sent.flows.map((flow) => ({ ...flow, note: '' }));
        const form = { ...typedFlows({ flows: kept }), revision: '3' };
        const outcome = parseFlowsForm(form, others, flowTerms);
        expect(outcome).toMatchObject({ kind: 'ok', value: { revision: 3 } });
        const read = outcome.kind === 'ok' ? outcome.value.flows : [];
        expect(read.toSorted(byReceiver)).toEqual(kept.toSorted(byReceiver));
      }),
    );
  });

  it('fills the rows that are left empty from the first row, and no other', () => {
    const outcome = parse({
      ...row('rows-left-empty', { now: 'paper', planned: 'message', by: 'Q4 2017/18', standard: 'fhir' }),
      ...row('org-3', { now: notKnown, note: 'Being asked' }),
      revision: '0',
    });
    const filled = { wayNow: 'paper', standardId: 'fhir', planned: { wayId: 'message', by: '2017/18 Q4' }, note: '' };
    expect(outcome.kind === 'ok' && outcome.value.flows).toEqual(
      receivers.map(({ party, key }) =>
        key === 'org-3'
          ? { to: party, wayNow: null, standardId: null, planned: null, note: 'Being asked' }
          : { to: party, ...filled },
      ),
    );
  });

  it('refuses a first row that there is no empty row for, so that nothing typed is lost', () => {
    const full = Object.assign({}, ...receivers.map(({ key }) => row(key, { now: 'paper' })));
    const outcome = parse({ ...full, ...row('rows-left-empty', { now: 'message', note: 'By post' }), revision: '0' });
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual(['now-rows-left-empty']);
  });

  it('shows again what was filled in for an organisation that left meanwhile', () => {
    const outcome = parse({
      ...row('org-1', { now: 'paper' }),
      ...row('org-9', { now: 'paper', note: 'Ask' }),
      revision: '0',
    });
    expect(outcome).toMatchObject({ kind: 'errors', errors: [{ field: 'now-org-9' }], typed: { 'note-org-9': 'Ask' } });
    expect(parse({ ...row('org-9', { now: '', note: '' }), revision: '0' })).toMatchObject({
      kind: 'ok',
      value: { flows: [] },
    });
  });

  it('says for each receiver what is missing or wrong, and keeps what was typed', () => {
    const form = {
      ...row('org-1', { planned: 'message' }),
      ...row('org-2', { now: 'paper', by: 'soon' }),
      ...row('org-3', { now: 'paper', by: 'March 2018' }),
      ...row('org-4', { now: 'pigeon' }),
      ...row('org-5', { note: 'Ask' }),
      revision: '0',
    };
    const outcome = parse(form);
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field).sort()).toEqual([
      'by-org-1',
      'by-org-2',
      'now-org-1',
      'now-org-4',
      'now-org-5',
      'planned-org-3',
    ]);
    expect(outcome.typed).toMatchObject(form);
  });

  it('never throws', () => {
    const fields = receivers.flatMap(({ key }) => [flowField('now', key), flowField('by', key)]);
    fc.assert(fc.property(hostileForm([...fields, 'by-rows-left-empty']), (form) => void parse(form)));
  });
});

const byReceiver = (a: SentFlows['flows'][number], b: SentFlows['flows'][number]) =>
  JSON.stringify(a.to).localeCompare(JSON.stringify(b.to));

describe('the check of the flows', () => {
  const codes = (...flows: SentFlows[]) => {
    const { blockers, warnings } = checkFreeze({ pack, content: aContent({ flows }), members, baselines });
    return [...blockers, ...warnings]
      .filter(({ code }) => code.startsWith('flow'))
      .map(({ code, subject }) => [code, subject]);
  };
  const discharges = aSentFlows({ kindId: 'discharges', from: { organisation: 'org-2' } });

  it('asks for flows, and for each kind that a universal capability cannot be had without', () => {
    expect(codes()).toEqual([['flows-none', '']]);
    expect(codes(aSentFlows({ flows: [] }))).toEqual([['flows-none', '']]);
    expect(codes(aSentFlows())).toEqual([['flow-kind-none', 'discharges']]);
    expect(codes(aSentFlows(), discharges)).toEqual([]);
  });

  it('stops at an organisation that is no longer a member, be it sender or receiver', () => {
    const stranger = { organisation: 'org-9' };
    expect(codes(discharges, aSentFlows({ from: stranger }))).toEqual([['flow-stranger', 'referrals:org-9']]);
    const toStranger = aSentFlows({ flows: [aFlow(), aFlow({ to: stranger })] });
    expect(codes(discharges, toStranger)).toEqual([['flow-stranger', 'referrals:practices']]);
    const isMember = (id: string) => id !== 'org-9';
    expect(flowsKind.amongMembers?.([toStranger, aSentFlows({ from: stranger })], isMember)).toEqual([aSentFlows()]);
  });

  it('asks about a plan that is less useful than what there is', () => {
    const worse = aFlow({ wayNow: 'document', planned: { wayId: 'paper', by: '2017/18' } });
    expect(codes(discharges, aSentFlows({ flows: [worse] }))).toEqual([['flow-falls-back', 'referrals:practices']]);
    const unknown = aFlow({ wayNow: null, planned: { wayId: 'paper', by: '2017/18' } });
    expect(codes(discharges, aSentFlows({ flows: [unknown] }))).toEqual([]);
  });

  it('asks for none where no part of the programme does', () => {
    const parts = pack.roadmapTemplate.parts.map((part) => ({ ...part, tables: [] }));
    const unasked = { ...pack, roadmapTemplate: { ...pack.roadmapTemplate, parts } };
    const { warnings } = checkFreeze({ pack: unasked, content: aContent({ flows: [] }), members, baselines });
    expect(warnings.map(({ code }) => code)).not.toContain('flows-none');
  });
});

describe('flows in the frozen document', () => {
  const section = (...flows: SentFlows[]) =>
    sectionsOfKind(freezeDocument(aFreezeInput({ content: aContent({ flows }) })), flowsReader)[0];

  it('name organisations by code, and bring the words of what they name, and of nothing else', () => {
    expect(section(aSentFlows())?.content).toEqual({
      ways: [
        { id: 'message', label: 'Structured message', digital: true, structured: true },
        { id: 'paper', label: 'Paper', digital: false, structured: false },
      ],
      kinds: [{ id: 'referrals', label: 'Referrals' }],
      standards: [{ id: 'fhir', label: 'HL7 FHIR' }],
      parties: [{ id: 'practices', label: 'General practices' }],
      flows: [{ kindId: 'referrals', from: { party: 'practices' }, ...aFlow({ to: { organisation: 'XN3' } }) }],
    });
  });

  it('are no section where there are none, so that other documents keep their bytes', () => {
    expect(section()).toBeUndefined();
    expect(section(aSentFlows({ flows: [] }))).toBeUndefined();
  });

  it('are refused under words that the programme does not have', () => {
    for (const strange of [
      aSentFlows({ kindId: 'gossip' }),
      aSentFlows({ from: { party: 'neighbours' } }),
      aSentFlows({ flows: [aFlow({ wayNow: 'pigeon' })] }),
      aSentFlows({ flows: [aFlow({ standardId: 'morse' })] }),
    ]) {
      expect(() => section(strange)).toThrow(UnknownContentError);
    }
  });
});

it('calls what a sender sends by its kind and sender', () => {
  const title = (id: string) => sentFlowsTitle(id, { pack, members });
  expect(title('referrals:org-2')).toBe('Referrals from Northvale Acute');
  expect(title('referrals:practices')).toBe('Referrals from General practices');
  expect(title('referrals:org-9')).toBe('Referrals from An organisation that is no longer a member');
});

describe('invented flows', () => {
  const typed = [
    { organisationId: 'org-1', typeId: 'commissioner' },
    { organisationId: 'org-2', typeId: 'acute' },
    { organisationId: 'org-3', typeId: 'community' },
  ];

  it('go from all of a type to all of another, each once, what comes first first', () => {
    const flows = illustrateFlows(
      [
        {
          kind: 'discharges',
          from: [{ type: 'acute' }],
          to: [{ party: 'practices' }],
          now: 'message',
          standard: 'itk',
        },
        {
          kind: 'discharges',
          from: [{ type: 'acute' }, { type: 'community' }],
          to: [{ party: 'practices' }, { type: 'acute' }],
          now: 'paper',
        },
      ],
      { members: typed },
    );
    const bare = { standardId: null, planned: null, note: '' };
    expect(flows).toEqual([
      {
        kindId: 'discharges',
        from: { organisation: 'org-2' },
        flows: [{ ...bare, to: { party: 'practices' }, wayNow: 'message', standardId: 'itk' }],
      },
      {
        kindId: 'discharges',
        from: { organisation: 'org-3' },
        flows: [
          { ...bare, to: { party: 'practices' }, wayNow: 'paper' },
          { ...bare, to: { organisation: 'org-2' }, wayNow: 'paper' },
        ],
      },
    ]);
  });
});
