import { paths } from '../../../paths.ts';
import { compareNames } from '../../../platform/compare.ts';
import { SelectField, TextField } from '../../../views/forms/fields.tsx';
import type { AreaRef, PlanningWords } from '../../directory/index.ts';
import { assessmentRounds, type ProgrammePack } from '../../programme/index.ts';
import { type CoverageRow, waitLabels, waits } from '../coverage.ts';
import type { CoverageQuery } from '../coverage-query.ts';

interface CoverageFilterFormProps {
  readonly pack: ProgrammePack;
  readonly query: CoverageQuery;
  /** The round that is shown. */
  readonly roundId: string;
  readonly all: readonly CoverageRow[];
  /** What a planning area of the day is called. */
  readonly areaWords: PlanningWords;
}

/** Narrows the list to a region, a footprint, a care setting, and to what is waited for. */
export function CoverageFilterForm({ pack, query, roundId, all, areaWords }: CoverageFilterFormProps) {
  const rounds = assessmentRounds(pack).toReversed();
  const isFiltered = [query.find, query.region, query.area, query.footprint, query.careSetting, query.wait].some(
    (value) => value !== '',
  );
  const everywhere = query.round === '' ? {} : { round: query.round };
  const settings = new Set(all.map(({ careSetting }) => careSetting));
  return (
    <search aria-label="Providers">
      <form method="get" action={paths.coverage()} className="ldr-filters" noValidate>
        <div className="ldr-filters__choices">
          <TextField
            name="find"
            label="Name or code"
            hint="Part of it will do"
            type="search"
            value={query.find}
            errors={[]}
          />
          {rounds.length > 1 && (
            <SelectField
              name="round"
              label="Round"
              value={roundId}
              choices={rounds.map(({ id, label }) => ({ value: id, label }))}
              errors={[]}
            />
          )}
          <Choice
            name="region"
            label="Region"
            every="Every region"
            value={query.region}
            choices={areasIn(all.flatMap(({ regions }) => regions)).map(({ code, name }) => ({
              value: code,
              label: name,
            }))}
          />
          <AreaChoice value={query.area} areas={all.flatMap(({ stps }) => stps)} areaWords={areaWords} />
          <Choice
            name="footprint"
            label="Footprint"
            every="Every footprint"
            value={query.footprint}
            choices={areasIn(all.flatMap(({ footprints }) => footprints)).map(({ slug, name }) => ({
              value: slug,
              label: name,
            }))}
          />
          <Choice
            name="care-setting"
            label="Care setting"
            every="Every care setting"
            value={query.careSetting}
            choices={pack.careSettings
              .filter(({ id }) => settings.has(id))
              .map(({ id, label }) => ({ value: id, label }))}
          />
          <Choice
            name="wait"
            label="Where it stands"
            every="Wherever it stands"
            value={query.wait}
            choices={waits.map((value) => ({ value, label: waitLabels[value] }))}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show providers
        </button>
        {isFiltered && (
          <a className="ldr-filters__clear" href={paths.coverage(everywhere)}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** For none chosen. */
  readonly every: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One of several, or all. */
export function Choice({ name, label, every, value, choices }: ChoiceProps) {
  return <SelectField name={name} label={label} placeholder={every} value={value} choices={choices} errors={[]} />;
}

interface AreaChoiceProps {
  readonly value: string;
  readonly areas: readonly AreaRef[];
  readonly areaWords: PlanningWords;
}

/** One of the planning areas of the day, or all. */
export function AreaChoice({ value, areas, areaWords }: AreaChoiceProps) {
  return (
    <Choice
      name="area"
      label={areaWords.area}
      every={`Every ${areaWords.area}`}
      value={value}
      choices={areasIn(areas).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** Each once, by name. */
export function areasIn(areas: readonly AreaRef[]): AreaRef[] {
  const each = new Map(areas.map((area) => [area.areaId, area]));
  return [...each.values()].toSorted((a, b) => compareNames(a.name, b.name));
}
