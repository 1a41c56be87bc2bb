import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { type Choice, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { AsAtLine, type Day, recordedByPastDay } from '../../directory/index.ts';
import { ExemplarCard, type ExemplarCardModel } from './exemplar-card.tsx';

export interface ExemplarsModel {
  readonly search: string;
  readonly group: string;
  readonly careSetting: string;
  readonly groups: readonly Choice[];
  readonly careSettings: readonly Choice[];
  readonly exemplars: readonly ExemplarCardModel[];
  /** True where nothing had been designated by the day, whatever is looked for. */
  readonly isEmpty: boolean;
}

interface ExemplarsPageProps {
  readonly day: Day;
  readonly model: ExemplarsModel;
}

/** The public list: what to learn from, found by words, capability group and care setting. */
export function ExemplarsPage({ day, model }: ExemplarsPageProps) {
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
      {model.isEmpty ? <NoneYet day={day} /> : <Found day={day} model={model} />}
      <AsAtLine
        day={day}
        path={paths.exemplars()}
        keep={{ q: model.search, group: model.group, 'care-setting': model.careSetting }}
      />
    </>
  );
}

function NoneYet({ day }: { readonly day: Day }) {
  const pastDay = recordedByPastDay(day);
  return pastDay !== null ? (
    <p className="ldr-empty">No exemplar had been designated by {formatDate(pastDay)}.</p>
  ) : (
    <p className="ldr-empty">
      No exemplar has been designated yet. When one is, it will be listed here with the reason. Until then, the{' '}
      <a href={paths.insights()}>insights</a> show how far organisations have come in each capability group.
    </p>
  );
}

function Found({ day, model }: ExemplarsPageProps) {
  const isFiltered = model.search !== '' || model.group !== '' || model.careSetting !== '';
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-one-third">
        <form method="get" action={paths.exemplars()} aria-label="Search exemplars">
          {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
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
            <a href={day.link(paths.exemplars())}>Clear the search</a>
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
