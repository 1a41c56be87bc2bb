import { compareNames } from '../../../platform/compare.ts';
import { SelectField, TextField } from '../../../views/forms/fields.tsx';
import type { AreaRef, PlanningWords } from '../../directory/index.ts';

interface PlaceFieldsProps {
  /** What is typed to find one, as a label. */
  readonly nameLabel: string;
  readonly query: { readonly find: string; readonly region: string; readonly area: string };
  readonly all: readonly { readonly regions: readonly AreaRef[]; readonly stps: readonly AreaRef[] }[];
  /** Ids of the regions and planning areas of today; those of others are of what has ended since the deadline. */
  readonly placesNow: ReadonlySet<string>;
  /** What a planning area of the day is called. */
  readonly areaWords: PlanningWords;
}

/** Narrows a list to a name, a region and a planning area. */
export function PlaceFields({ nameLabel, query, all, placesNow, areaWords }: PlaceFieldsProps) {
  return (
    <>
      <TextField name="find" label={nameLabel} hint="Part of it will do" type="search" value={query.find} errors={[]} />
      <Choice
        name="region"
        label="Region"
        every="Every region"
        value={query.region}
        choices={placeChoices(
          all.flatMap(({ regions }) => regions),
          placesNow,
        )}
      />
      <Choice
        name="area"
        label={areaWords.area}
        every={`Every ${areaWords.area}`}
        value={query.area}
        choices={placeChoices(
          all.flatMap(({ stps }) => stps),
          placesNow,
        )}
      />
    </>
  );
}

/** Those of today by name, then those that are no more, called so: a region of 2016 is none beside the regions of today. */
function placeChoices(areas: readonly AreaRef[], now: ReadonlySet<string>): ChoiceProps['choices'] {
  const all = areasIn(areas);
  const isNow = ({ areaId }: AreaRef) => now.has(areaId);
  const choice = ({ code, name }: AreaRef, note: string) => ({ value: code, label: name + note });
  return [
    ...all.filter(isNow).map((area) => choice(area, '')),
    ...all.filter((area) => !isNow(area)).map((area) => choice(area, ' (of an earlier day)')),
  ];
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

interface WaitChoiceProps<Kind extends string> {
  readonly value: Kind | '';
  readonly kinds: readonly Kind[];
  readonly labels: Readonly<Record<Kind, string>>;
}

export function WaitChoice<Kind extends string>({ value, kinds, labels }: WaitChoiceProps<Kind>) {
  return (
    <Choice
      name="wait"
      label="Where it stands"
      every="Wherever it stands"
      value={value}
      choices={kinds.map((kind) => ({ value: kind, label: labels[kind] }))}
    />
  );
}

/** Each once, by name. */
export function areasIn(areas: readonly AreaRef[]): AreaRef[] {
  const each = new Map(areas.map((area) => [area.areaId, area]));
  return [...each.values()].toSorted((a, b) => compareNames(a.name, b.name));
}
