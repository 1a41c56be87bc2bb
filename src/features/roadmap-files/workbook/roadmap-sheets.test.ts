import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, unpacked } from '../../../platform/files/workbook/testing/unpacked.ts';
import { writeWorkbook } from '../../../platform/files/workbook/write-workbook.ts';
import { freezeDocument, saltedSections } from '../../roadmap/documents/freeze-document.ts';
import { documentDigest, documentTables, publicCopy, type RoadmapDocument } from '../../roadmap/index.ts';
import { content } from '../../roadmap/testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, aMoneyLine, aRisk, pack } from '../../roadmap/testing/northvale.ts';
import type { RoadmapCopy } from '../roadmap-copy.ts';
import { roadmapSheets } from './roadmap-sheets.ts';

function copyOf(document: RoadmapDocument): RoadmapCopy {
  return {
    document,
    template: pack.roadmapTemplate,
    signatures: [],
    digest: documentDigest(document),
    standing: 'Submitted',
    published: null,
    page: 'https://example.org/roadmap',
  };
}

/** The template with every part for the reviewer alone, and so every table too. */
const assured = {
  ...pack,
  roadmapTemplate: {
    ...pack.roadmapTemplate,
    parts: pack.roadmapTemplate.parts.map((part) => ({ ...part, visibility: 'assured' as const })),
  },
};

const withRisk = aContent({ risks: [aRisk()] });

describe('the tables of a document', () => {
  it('have a row for each thing that was written, whatever it is', () => {
    fc.assert(
      fc.property(content, (written) => {
        const tables = documentTables(freezeDocument(aFreezeInput({ content: written })));
        const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows.length ?? 0;
        expect(rowsOf('trajectory')).toBe(pack.capabilityGroups.length);
        expect(rowsOf('universal-capabilities')).toBe(pack.universalCapabilities.length);
        expect(rowsOf('deployments')).toBe(written.deployments.length);
        expect(rowsOf('deployment-money')).toBe(written.deployments.flatMap(({ money }) => money).length);
        expect(rowsOf('information-flows')).toBe(written.flows.flatMap(({ flows }) => flows).length);
        expect(rowsOf('risks')).toBe(written.risks.length);
        for (const { columns, rows } of tables) {
          expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
          expect(rows.every((row) => row.length === columns.length)).toBe(true);
        }
      }),
    );
  });

  it('are none of what is withheld', () => {
    fc.assert(
      fc.property(content, (written) => {
        const input = aFreezeInput({ content: written, pack: assured });
        const salts = Object.fromEntries(
          saltedSections(assured).map((id, index) => [id, `${index + 1}`.padStart(32, '0')]),
        );
        expect(documentTables(publicCopy(freezeDocument({ ...input, salts })))).toEqual([]);
      }),
    );
  });
});

describe('the workbook of a version', () => {
  it('has a sheet for each table, and none of the risks for the public', () => {
    const document = freezeDocument(aFreezeInput({ content: withRisk }));
    const names = (of: RoadmapDocument) => roadmapSheets(copyOf(of)).map(({ name }) => name);
    expect(names(document)).toEqual([
      'About this file',
      'Capability trajectory',
      'Universal capability plans',
      'Capability deployment schedule',
      'Money of each deployment',
      'Benefits of each deployment',
      'Money by year',
      'Information flows',
      'Risk register',
    ]);
    expect(names(publicCopy(document))).toEqual(names(document).filter((name) => name !== 'Risk register'));
    const about = (of: RoadmapDocument) => JSON.stringify(roadmapSheets(copyOf(of))[0]);
    expect(about(document)).toContain('Not for publication');
    expect(about(publicCopy(document))).toContain('For assurance only: Minimising risk and Risk register');
    expect(JSON.stringify(roadmapSheets(copyOf(publicCopy(document))))).not.toContain(aRisk().title);
  });

  it('has amounts as numbers and all else as text, be it like a formula', () => {
    const title = '=HYPERLINK("http://example.org")';
    const deployments = [aDeployment({ title, money: [aMoneyLine({ pounds: 1_234_567 })] })];
    const document = freezeDocument(aFreezeInput({ content: aContent({ deployments }) }));
    const sheets = roadmapSheets(copyOf(document));
    const files = unpacked(writeWorkbook(sheets));
    const xmlOf = (name: string) =>
      files.get(`xl/worksheets/sheet${sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`) ?? '';
    expect(xmlOf('Money of each deployment')).toMatch(/<c r="E2" s="\d+"><v>1234567<\/v><\/c>/);
    expect(xmlOf('Capability trajectory')).toMatch(/<c r="C2" s="\d+"><v>52<\/v><\/c>/);
    expect(cellsOf(xmlOf('Capability deployment schedule')).get('C2')).toBe(title);
    expect([...files.values()].join('')).not.toContain('<f>');
  });
});
