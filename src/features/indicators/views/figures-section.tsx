import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import type { FigureLine, FigureView } from '../figure-views.ts';

interface FiguresSectionProps {
  readonly name: string;
  readonly views: readonly FigureView[];
}

/** What official bodies publish about an organisation, apart from what it answers here; nothing where there is none. */
export function FiguresSection({ name, views }: FiguresSectionProps) {
  return views.length === 0 ? null : (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures published elsewhere</h2>
      <p>
        Official bodies published these about {name}. They were not answered here, and no score is worked out from them.
      </p>
      {views.map((view) => (
        <Indicator key={view.id} name={name} view={view} />
      ))}
    </section>
  );
}

function Indicator({ name, view }: { readonly name: string; readonly view: FigureView }) {
  const { title, says, doesNotSay, isDeclared, source, figures } = view;
  const [latest, ...earlier] = figures;
  return (
    <>
      <h3>{title}</h3>
      <p>
        <strong>{latest.value}</strong>, {latest.period}
        {asidesOf(latest)}.
      </p>
      <p>
        {says} {isDeclared && `It is what ${name} declared itself. `}
        It does not say: {lowered(doesNotSay)}
      </p>
      {earlier.length > 0 && (
        <Details summary={`Earlier figures: ${title.toLowerCase()}`}>
          <DataTable
            caption={`${title}: earlier figures`}
            columns={[
              { heading: 'Period', cell: ({ period }) => period, isRowHeading: true },
              { heading: 'Figure', cell: (line) => `${line.value}${asidesOf(line)}` },
            ]}
            rows={earlier}
            rowKey={({ period }) => period}
          />
        </Details>
      )}
      <p className="nhsuk-body-s">
        Source: {source.publisher}, {source.title}.
      </p>
    </>
  );
}

function asidesOf({ counted, note }: FigureLine): string {
  const asides = [counted, note].filter((each) => each !== '');
  return asides.length === 0 ? '' : ` (${asides.join('; ')})`;
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
