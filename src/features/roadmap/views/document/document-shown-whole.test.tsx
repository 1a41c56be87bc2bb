import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber, formatPeriod } from '../../../../views/format.ts';
import { lettersOf, visibleText } from '../../../../views/testing/visible-text.ts';
import { membershipRoleLabels } from '../../../directory/index.ts';
import type { RoadmapTemplate } from '../../../programme/index.ts';
import { statusLabels } from '../../content/deployments/deployment-status.ts';
import { fundingLabels, fundingStates, natureLabels } from '../../content/deployments/money.ts';
import { degreeLabels, riskStateLabels } from '../../content/risks/risk.ts';
import { solutionLabels } from '../../content/universal-plans/universal-plan.ts';
import { freezeDocument } from '../../documents/freeze-document.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { content, storedText } from '../../testing/arbitraries.ts';
import { flowTerms } from '../../testing/flow-terms.ts';
import { aContent, aFreezeInput, aPlan, members, pack } from '../../testing/northvale.ts';
import { RoadmapDocumentView } from './roadmap-document-view.tsx';

function shown(document: RoadmapDocument, template: Pick<RoadmapTemplate, 'parts'> = pack.roadmapTemplate): string {
  return visibleText(
    renderToStaticMarkup(<RoadmapDocumentView document={document} template={template} signatures={null} />),
  );
}

/** Fields that name another thing of the document, or stand for its bytes: what they name is on the page. */
const references = new Set([
  'id',
  'schema',
  'kind',
  'visibility',
  'digest',
  'salt',
  'partId',
  'groupId',
  'dependsOn',
  'capabilityId',
  'quarterId',
]);
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: statusLabels,
  fundingState: fundingLabels,
  nature: inOneLine(natureLabels),
  solution: solutionLabels,
  role: membershipRoleLabels,
  likelihood: degreeLabels,
  impact: degreeLabels,
  state: { ...riskStateLabels, ...inOneLine(fundingLabels) },
};

/** A line of money is one sentence. */
function inOneLine(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([id, label]) => [id, label.toLowerCase()]));
}

/** Every value somebody wrote or the service set down, as it is to be read. `terms` only name what other fields hold. */
function facts(value: unknown, key = ''): string[] {
  if (references.has(key) || key === 'terms' || key === 'included' || value === null || typeof value === 'boolean') {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => facts(item, key));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, held]) => facts(held, name));
  }
  return [inWords(key, value as string | number)];
}

function inWords(key: string, value: string | number): string {
  const label = labels[key]?.[value];
  const { ways, kinds, standards, parties } = flowTerms;
  const { targetYears, planQuarters } = pack.roadmapTemplate;
  const term = [...targetYears, ...planQuarters, ...ways, ...kinds, ...standards, ...parties].find(
    ({ id }) => id === value,
  );
  const member = ['missing', 'organisationCodes', 'organisation'].includes(key)
    ? members.find(({ code }) => code === value)
    : undefined;
  return label ?? term?.label ?? member?.name ?? printed(key, value);
}

function printed(key: string, value: string | number): string {
  switch (key) {
    case 'pounds':
    case 'costPounds':
      return formatNumber(Number(value));
    case 'frozenAt':
      return formatDate(new Date(value));
    case 'by':
    case 'starts':
    case 'goesLive':
      return formatPeriod(`${value}`);
    default:
      return `${value}`;
  }
}

/** Those that are not on the page letter by letter. */
function hidden(document: RoadmapDocument, page: string): string[] {
  const onPage = lettersOf(page);
  return facts(document).filter((fact) => !onPage.includes(lettersOf(fact)));
}

describe('a frozen document is shown whole', () => {
  it('whatever was written', () => {
    fc.assert(
      fc.property(content, (written) => {
        const document = freezeDocument(aFreezeInput({ content: written }));
        expect(hidden(document, shown(document))).toEqual([]);
      }),
    );
  });

  it('what was written of a local solution, whichever service was chosen in the end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'national', 'local'),
        fc.string({ unit: fc.constantFrom(...'abc '), minLength: 5 }),
        (solution, words) => {
          const localSolution = `Locally: ${words}`.trim();
          const universalPlans = [aPlan({ solution, localSolution })];
          const document = freezeDocument(aFreezeInput({ content: aContent({ universalPlans }) }));
          expect(shown(document)).toContain(localSolution);
        },
      ),
    );
  });

  it('with its members, where the template has no part for them', () => {
    const document = freezeDocument(aFreezeInput());
    const page = shown(document, { parts: [] });
    expect(hidden(document, page)).toEqual([]);
    for (const { name } of members) {
      expect(page).toContain(name);
    }
  });

  it('with deployments that were frozen when each had one cost and one year, named or not', () => {
    const older = fc.record({
      id: fc.constant('deployment-1'),
      groupId: fc.constant('medicines'),
      title: storedText,
      organisationCodes: fc.subarray(['XN1', 'XN2']),
      yearId: fc.constantFrom('2017-18', 'first', 'of no name'),
      status: fc.constantFrom('planned', 'live'),
      owner: storedText,
      supplier: storedText,
      costPounds: fc.option(fc.nat()),
      fundingSource: storedText,
      fundingState: fc.constantFrom(null, ...fundingStates),
      supports: fc.subarray(['A', 'I']),
    });
    const frozen = freezeDocument(aFreezeInput());
    const deploymentYears = [{ id: 'first', label: 'The first year' }];
    fc.assert(
      fc.property(older, (deployment) => {
        const sections = frozen.sections.map((section) =>
          section.kind === 'deployments' ? { ...section, content: { deployments: [deployment] } } : section,
        );
        const document = { ...frozen, terms: { ...frozen.terms, deploymentYears }, sections };
        const { yearId } = deployment;
        const page = shown(document);
        expect(hidden({ ...document, terms: frozen.terms }, page).filter((fact) => fact !== yearId)).toEqual([]);
        expect(page).toContain(yearId === 'first' ? 'The first year' : yearId.replace('-', '/'));
      }),
    );
  });

  it('names what it is: programme, round, footprint and plans, with their codes', () => {
    fc.assert(
      fc.property(storedText, (name) => {
        const footprint = {
          code: 'NV77',
          name: `Vale ${name}`,
          region: 'North',
          stps: [{ code: 'S88', name: 'Vale STP' }],
        };
        const page = shown(freezeDocument(aFreezeInput({ footprint })));
        for (const text of ['Test programme', 'Roadmap 2016', 'NV77', 'S88']) {
          expect(page).toContain(text);
        }
        expect(lettersOf(page)).toContain(lettersOf(footprint.name));
      }),
    );
  });
});
