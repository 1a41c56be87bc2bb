import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dayAfter, dayBefore } from '../../platform/days.ts';
import { programmeFolder, projectFolder } from '../../project-folder.ts';
import { fixtureCells } from '../directory/testing/fixture-files.ts';
import { planSuccession } from './planning/plan-succession.ts';
import { asPublished, restated } from './planning/restate.ts';
import type { ProposedEvent } from './proposed-event.ts';
import { applyPlan, historyOf, organisation, placesOn, type SmallWorld, situationOf } from './testing/small-world.ts';

type Row = Readonly<Record<string, string>>;

const read = (file: string): Row[] => parse(readFileSync(file), { columns: true, bom: true });
const recorded = (file: string) => read(projectFolder('reference', file));
const ofProgramme = (file: string) => read(path.join(programmeFolder, 'reference', file));

/** Active GP practices by the code of their CCG, of those that were kept of the registry's file of February 2016. */
function practiceCounts(): Map<string, number> {
  const rows = fixtureCells('ods/2016-02/epraccur.csv');
  const counts = new Map<string, number>();
  for (const row of rows.filter((one) => one[12] === 'A' && one[25] === '4')) {
    counts.set(row[14] ?? '', (counts.get(row[14] ?? '') ?? 0) + 1);
  }
  return counts;
}

const start = '2016-10-01';
const isOnStart = (row: Row) => (row.valid_from ?? '') < start && (row.valid_to === '' || (row.valid_to ?? '') > start);

/** The footprints that the project has on record, their members and the figures of these. */
function recordedWorld(): SmallWorld {
  const patients = new Map(recorded('measures.csv').map((row) => [row.organisation_code, Number(row.value)]));
  const practices = practiceCounts();
  const areas = ofProgramme('areas.csv').filter(isOnStart);
  const memberships = ofProgramme('memberships.csv').filter(isOnStart);
  const members = new Set(memberships.map((row) => row.organisation_code));
  const organisations = recorded('organisations.csv').filter((row) => members.has(row.code) && isOnStart(row));
  return {
    areas: areas.map((row) => ({
      areaId: `footprint:${row.code}`,
      code: row.code ?? '',
      name: row.name ?? '',
      slug: row.slug ?? '',
      from: row.valid_from ?? '',
      to: null,
    })),
    places: memberships.map((row) => ({
      areaId: `footprint:${row.footprint_code}`,
      organisationId: row.organisation_code ?? '',
      role: row.role === 'lead' || row.role === 'associate' || row.role === 'support' ? row.role : 'core',
      from: row.valid_from ?? '',
      to: null,
    })),
    organisations: organisations.map((row) => ({
      organisation: organisation(row.code ?? '', {
        name: row.name ?? '',
        typeId: row.type ?? '',
        isCommissioner: row.type === 'ccg',
        isTrust: (row.type ?? '').endsWith('-trust'),
        patients: patients.get(row.code) ?? null,
        practices: practices.get(row.code ?? '') ?? 0,
      }),
      from: row.valid_from ?? '',
      to: null,
    })),
    applied: [],
    successions: [],
  };
}

// The programme went from 73 footprints to 65 in the autumn of 2016, and which ones merged is documented for none of them. So
// eight mergers of recorded neighbours in the list stand in for them: the figures are real, the mergers are made up.
const mergers = 8;

test('eight mergers of the recorded footprints lose no patient, practice, CCG or trust', () => {
  const world = recordedWorld();
  const before = asPublished(historyOf(world), dayBefore(start));
  expect(before.footprints.length).toBeGreaterThan(2 * mergers);
  expect(before.nation.patients).toBeGreaterThan(10_000_000);
  expect(before.nation.practices).toBeGreaterThan(10);
  const members = placesOn(world, dayBefore(start));
  // Of some footprints no member is on record.
  const isKnown = ({ areaId }: { areaId: string }) => world.places.some((place) => place.areaId === areaId);
  const names = world.areas.filter(isKnown).map(({ slug }) => slug);

  let day = start;
  for (let number = 0; number < mergers; number += 1) {
    const predecessors = names.slice(2 * number, 2 * number + 2);
    const successor = { name: `Merged ${number}`, code: `m${number}`, slug: `merged-${number}` };
    const event: ProposedEvent = {
      kind: 'merge',
      predecessors,
      successor,
      effectiveOn: day,
      reason: 'To see what happens',
    };
    const { plan, check } = planSuccession(event, situationOf(world, event));
    expect(check.blockers).toEqual([]);
    expect(plan.after.together).toEqual(plan.before.together);
    applyPlan(world, `event-${number}`, plan);
    day = dayAfter(day);
  }

  const history = historyOf(world);
  const after = asPublished(history, day);
  expect(after.footprints).toHaveLength(before.footprints.length - mergers);
  expect(after.nation).toEqual(before.nation);
  expect(asPublished(history, dayBefore(start))).toEqual(before);
  expect(placesOn(world, dayBefore(start))).toEqual(members);
  // Restated, the old figures stand under the new footprints, and are theirs of today as nobody else has come or gone.
  const then = restated(history, dayBefore(start), day);
  expect(then.nation).toEqual(before.nation);
  expect(then.footprints).toEqual(after.footprints);
});
