import { SelectField } from '../../../../views/forms/fields.tsx';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { documentDifferences } from '../document-differences.ts';
import { figuresChanged } from '../figures-changed.ts';
import { Differences } from './differences.tsx';

interface DifferencesPageProps {
  readonly before: RoadmapDocument;
  readonly after: RoadmapDocument;
  /** Numbers of the versions that the newer one can be held against, newest first. */
  readonly others: readonly number[];
  /** Of the page, with no version chosen. */
  readonly address: string;
}

/** What a version says differently from another one. */
export function DifferencesPage({ before, after, others, address }: DifferencesPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{after.footprint.name}</span>
        What version {after.version} says differently from version {before.version}
      </h1>
      {others.length > 1 && (
        <form method="get" action={address} className="ldr-filters" noValidate>
          <SelectField
            name="since"
            label="Hold it against"
            value={`${before.version}`}
            choices={others.map((number) => ({ value: `${number}`, label: `Version ${number}` }))}
          />
          <button className="nhsuk-button nhsuk-button--small" type="submit">
            Compare
          </button>
        </form>
      )}
      <Differences differences={documentDifferences(before, after)} figures={figuresChanged(before, after)} />
    </>
  );
}
