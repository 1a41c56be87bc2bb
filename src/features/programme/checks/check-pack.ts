import type { PackProblem } from '../pack-fault.ts';
import { wholeOrganisation } from '../settings/care-settings.ts';
import type { SoundPack } from '../sound-pack.ts';
import { checkConsistencyRules } from './check-consistency-rules.ts';
import { duplicateIds, unknownReference } from './check-ids.ts';
import { checkIndicators } from './check-indicators.ts';
import { checkInformationFlows } from './check-information-flows.ts';
import { checkInstruments } from './check-instruments.ts';
import { checkStaffSurveys } from './check-staff-surveys.ts';

/** The kinds of content that a part of the roadmap may ask for by name; null where whoever reads the pack knows of none and asks nothing. */
export type PartTables = readonly string[] | null;

/** What the pieces of a pack say about one another, and the names in them, where that does not hold. */
export function checkPack(pack: SoundPack, partTables: PartTables): PackProblem[] {
  return [
    ...checkListIds(pack),
    ...checkOrganisationTypes(pack),
    ...checkCareSettings(pack),
    ...checkRounds(pack),
    ...checkCapabilities(pack),
    ...checkInstruments(pack),
    ...checkConsistencyRules(pack),
    ...checkIndicators(pack),
    ...checkStaffSurveys(pack),
    ...checkInformationFlows(pack),
    ...checkTemplate(pack),
    ...checkPartTables(pack, partTables),
    ...checkReview(pack),
  ];
}

function checkListIds(pack: SoundPack): PackProblem[] {
  const lists = [
    pack.commitments,
    pack.areaKinds,
    pack.organisationTypes,
    pack.careSettings,
    pack.rounds,
    pack.capabilityGroups,
    pack.universalCapabilities,
    pack.digitalRoles,
    pack.instruments,
    pack.consistencyRules,
    pack.indicators,
    pack.staffSurveys,
    pack.reviewRatings,
    pack.reviewCriteria,
  ];
  return lists.flatMap((list) => duplicateIds(list.items.map(({ value, path }) => ({ id: value.id, path }))));
}

function checkOrganisationTypes(pack: SoundPack): PackProblem[] {
  return pack.organisationTypes.items.flatMap(({ value: type, path }) => {
    if (type.assessed && type.careSetting === null) {
      return [{ path, message: `"${type.id}" is assessed, so it needs a careSetting` }];
    }
    if (!type.assessed && (type.careSetting !== null || type.furtherCareSettings.length > 0)) {
      const said = type.careSetting === null ? 'furtherCareSettings' : 'careSetting';
      return [{ path: [...path, said], message: `"${type.id}" is not assessed, so it has no ${said}` }];
    }
    const further = type.furtherCareSettings.flatMap((setting, index) => {
      const place = [...path, 'furtherCareSettings', index];
      return [
        ...unknownReference(setting, pack.careSettings.ids, 'care setting', place),
        ...when(
          setting === type.careSetting || type.furtherCareSettings.indexOf(setting) !== index,
          place,
          `the care setting "${setting}" is listed twice`,
        ),
      ];
    });
    return [
      ...unknownReference(type.careSetting, pack.careSettings.ids, 'care setting', [...path, 'careSetting']),
      ...further,
    ];
  });
}

/** One id is kept for what an organisation answers once for all of its settings; what official results say must mean one of them. */
function checkCareSettings(pack: SoundPack): PackProblem[] {
  const named = pack.careSettings.items.flatMap(({ value, path }) =>
    value.officialNames.map((name, index) => ({ name, path: [...path, 'officialNames', index] })),
  );
  return [
    ...pack.careSettings.items.flatMap(({ value: { id }, path }) =>
      when(id === wholeOrganisation, [...path, 'id'], `"${wholeOrganisation}" is no care setting`),
    ),
    ...named.flatMap(({ name, path }, index) =>
      when(named.findIndex((other) => other.name === name) < index, path, `the official name "${name}" is used twice`),
    ),
  ];
}

function checkRounds(pack: SoundPack): PackProblem[] {
  const assessments = new Map(
    pack.rounds.items.filter(({ value }) => value.kind === 'assessment').map(({ value }) => [value.id, value]),
  );
  return pack.rounds.items.flatMap(({ value: round, path }): PackProblem[] => {
    const needed = round.kind === 'assessment' ? 'instrument' : 'baselineRound';
    const barred = round.kind === 'assessment' ? 'baselineRound' : 'instrument';
    const baselineDueOn = assessments.get(round.baselineRound ?? '')?.dueOn ?? '';
    return [
      ...when(round.opensOn > round.dueOn, [...path, 'dueOn'], `the round is due before it opens (${round.opensOn})`),
      ...when(
        baselineDueOn > round.dueOn,
        [...path, 'dueOn'],
        `the round is due before its baseline (${baselineDueOn})`,
      ),
      ...when(round[needed] === null, path, `a round of kind ${round.kind} needs "${needed}"`),
      ...when(round[barred] !== null, [...path, barred], `a round of kind ${round.kind} has no "${barred}"`),
      ...unknownReference(round.instrument, pack.instruments.ids, 'instrument', [...path, 'instrument']),
      ...when(
        pack.rounds.allSound && round.baselineRound !== null && !assessments.has(round.baselineRound),
        [...path, 'baselineRound'],
        `no assessment round "${round.baselineRound}"`,
      ),
    ];
  });
}

function checkCapabilities(pack: SoundPack): PackProblem[] {
  const scored = new Set(
    pack.themes.items.flatMap(({ value }) => [value, ...value.sections].map(({ id }) => `${value.instrument} ${id}`)),
  );
  // An instrument without its themes is a fault of its own; that its sections are missing too need not be said.
  const written = new Set(pack.themes.items.map(({ value }) => `${value.instrument} ${value.id}`));
  const instruments = pack.themes.allSound
    ? pack.instruments.items.filter(({ value }) => value.themes.every((id) => written.has(`${value.id} ${id}`)))
    : [];
  const groups = pack.capabilityGroups.items.flatMap(({ value: group, path }) =>
    instruments.flatMap(({ value: instrument }) =>
      when(
        !scored.has(`${instrument.id} ${group.section}`),
        [...path, 'section'],
        `the instrument "${instrument.id}" has no section or theme "${group.section}"`,
      ),
    ),
  );
  const universal = pack.universalCapabilities.items.flatMap(({ value, path }) =>
    unknownReference(value.group, pack.capabilityGroups.ids, 'capability group', [...path, 'group']),
  );
  return [...groups, ...universal];
}

function checkTemplate(pack: SoundPack): PackProblem[] {
  if (pack.roadmapTemplate === undefined) {
    return [];
  }
  const { value: template, path } = pack.roadmapTemplate;
  const lists = ['parts', 'targetYears', 'ambitionYears', 'planQuarters', 'deploymentYears'] as const;
  const ids = lists.flatMap((list) =>
    duplicateIds(template[list].map(({ id }, index) => ({ id, path: [...path, list, index] }))),
  );
  const disordered = (['targetYears', 'ambitionYears', 'deploymentYears'] as const).flatMap((list) =>
    template[list].flatMap((year, index) =>
      when(
        year.endsOn <= (template[list][index - 1]?.endsOn ?? ''),
        [...path, list, index],
        `"${year.id}" does not end later than the year before it`,
      ),
    ),
  );
  const numbers = template.parts.flatMap((part, index) =>
    when(
      part.number <= (template.parts[index - 1]?.number ?? -1),
      [...path, 'parts', index, 'number'],
      `part ${part.number} does not follow the part before it`,
    ),
  );
  return [...ids, ...disordered, ...numbers];
}

function checkPartTables({ roadmapTemplate }: SoundPack, known: PartTables): PackProblem[] {
  if (roadmapTemplate === undefined || known === null) {
    return [];
  }
  const { value: template, path } = roadmapTemplate;
  return template.parts.flatMap(({ tables }, part) =>
    tables.flatMap((name, index) =>
      when(
        !known.includes(name),
        [...path, 'parts', part, 'tables', index],
        `"tables": "${name}" is no kind of content that a part may ask for: ${known.join(', ')}`,
      ),
    ),
  );
}

function checkReview(pack: SoundPack): PackProblem[] {
  const ratings = pack.reviewRatings;
  const lenient = !ratings.allSound || ratings.items.some(({ value }) => !value.blocksClearance);
  const rubrics = pack.reviewCriteria.items.flatMap(({ value: criterion, path }) => [
    ...Object.keys(criterion.rubric).flatMap((rating) =>
      unknownReference(rating, ratings.ids, 'rating', [...path, 'rubric', rating]),
    ),
    ...[...ratings.ids].flatMap((rating) =>
      when(!(rating in criterion.rubric), [...path, 'rubric'], `the rubric does not say what "${rating}" means`),
    ),
  ]);
  return [
    ...when(!lenient, ['reviewRatings'], 'every rating blocks clearance, so nothing could be cleared'),
    ...rubrics,
  ];
}

function when(isWrong: boolean, path: PackProblem['path'], message: string): PackProblem[] {
  return isWrong ? [{ path, message }] : [];
}
