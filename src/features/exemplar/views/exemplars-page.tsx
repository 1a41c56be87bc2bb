import { paths } from '../../../paths.ts';
import { countOf } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { type Choice, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { ExemplarCard, type ExemplarCardModel } from './exemplar-card.tsx';

export interface ExemplarsModel {
  readonly search: string;
  readonly group: string;
  readonly careSetting: string;
  readonly groups: readonly Choice[];
  readonly careSettings: readonly Choice[];
  readonly exemplars: readonly ExemplarCardModel[];
  /** True where nothing has been designated at all, whatever is looked for. */
  readonly isEmpty: boolean;
}

/** The public list: what to learn from, found by words, capability group and care setting. */
export function ExemplarsPage({ model }: { model: ExemplarsModel }) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>Exemplars</h1>
          <p>
            An exemplar is an organisation that others can learn from in one capability group. The national team
            designates it and says why. It is a pointer to good work, not a prize or an accreditation.
          </p>
        </div>
      </div>
      {model.isEmpty ? <NoneYet /> : <Found model={model} />}
    </>
  );
}

function NoneYet() {
  return (
    <p className="ldr-empty">
      No exemplar has been designated yet. When one is, it will be listed here with the reason. Until then, the{' '}
      <a href={paths.insights()}>insights</a> show how far organisations have come in each capability group.
    </p>
  );
}

function Found({ model }: { model: ExemplarsModel }) {
  const isFiltered = model.search !== '' || model.group !== '' || model.careSetting !== '';
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-one-third">
        <form method="get" action={paths.exemplars()} aria-label="Search exemplars">
          <TextField
            name="q"
            type="search"
            label="Search"
            hint="A word from the title, the reason or the organisation"
            value={model.search}
          />
          <SelectField
            name="group"
            label="Capability group"
            placeholder="All groups"
            choices={model.groups}
            value={model.group}
          />
          <SelectField
            name="care-setting"
            label="Care setting"
            placeholder="All settings"
            choices={model.careSettings}
            value={model.careSetting}
          />
          <SubmitButton secondary>Show exemplars</SubmitButton>
        </form>
      </div>
      <div className="nhsuk-grid-column-two-thirds">
        <h2 className="nhsuk-heading-m">
          {countOf(model.exemplars.length, 'exemplar')}
          {isFiltered ? ' found' : ', newest first'}
        </h2>
        {isFiltered && (
          <p>
            <a href={paths.exemplars()}>Clear the search</a>
          </p>
        )}
        {model.exemplars.length === 0 ? (
          <p className="ldr-empty">
            Nothing matches all of this. Use fewer or other words, or choose all groups and settings.
          </p>
        ) : (
          <ul className="ldr-exemplars">
            {model.exemplars.map((exemplar) => (
              <li key={exemplar.href}>
                <ExemplarCard exemplar={exemplar} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
