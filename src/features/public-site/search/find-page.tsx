import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import {
  type AreaRef,
  AsAtLine,
  areaHref,
  type Day,
  planningKindOn,
  planningWords,
  typeOf,
} from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { FootprintFound, MeantFootprint, Surroundings } from '../../search/index.ts';
import { SinceBoards } from '../facts/since-boards.tsx';
import { reasonsInWords } from './find-words.ts';
import { NothingTyped, SearchBox } from './search-box.tsx';

interface FindPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  /** Whether the box was sent, empty or not. */
  readonly isAsked: boolean;
  readonly term: string;
  readonly answer: MeantFootprint;
  /** Other planning areas whose names have the words. */
  readonly elsewhere: readonly AreaRef[];
  /** The words that were looked for, where nothing matches those that were typed; null when that was not needed. */
  readonly meant: string | null;
}

/** One box, and the footprint it leads to. */
export function FindPage({ day, pack, isAsked, term, answer, elsewhere, meant }: FindPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Find your area</h1>
        <SearchBox
          action={paths.findArea()}
          label="Where are you, or which organisation is it about?"
          hint="A town, a postcode, the name of a hospital, practice or council, or a code"
          term={term}
          day={day}
        />
        {isAsked && term === '' && <NothingTyped />}
        {term !== '' && (
          <>
            <div role="status">
              {meant !== null && (
                <p>
                  Nothing matches <strong>{term}</strong>. Did you mean <strong>{meant}</strong>? This is the answer for
                  that.
                </p>
              )}
              <Answer answer={answer} term={meant ?? term} day={day} pack={pack} />
              <Elsewhere areas={elsewhere} day={day} />
            </div>
            <p>
              <a href={day.link(paths.search(meant ?? term))}>Everything that matches “{meant ?? term}”</a>
            </p>
          </>
        )}
        <AsAtLine day={day} path={paths.findArea()} keep={{ q: term }} />
      </div>
    </div>
  );
}

function Elsewhere({ areas, day }: { readonly areas: readonly AreaRef[]; readonly day: Day }) {
  if (areas.length === 0) {
    return null;
  }
  const { area, areas: several } = planningWords(day.asAt);
  return (
    <>
      <p>
        It may also be elsewhere: {areas.length === 1 ? `another ${area} has` : `${areas.length} other ${several} have`}{' '}
        such a name.
      </p>
      <ul className="ldr-lines">
        {areas.map((one) => (
          <li key={one.areaId}>
            <a href={day.link(areaHref(one))}>{one.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface AnswerProps {
  readonly answer: MeantFootprint;
  readonly term: string;
  readonly day: Day;
  readonly pack: ProgrammePack;
}

function Answer({ answer, term, day, pack }: AnswerProps) {
  switch (answer.kind) {
    case 'one':
      return (
        <>
          <h2>
            {answer.isLikelyOnly ? 'Your footprint is likely ' : 'Your footprint is '}
            <FootprintLink found={answer.found} day={day} />
          </h2>
          {reasonsInWords(answer.found, term).map((reason) => (
            <p key={reason}>{reason}.</p>
          ))}
        </>
      );
    case 'several':
      return (
        <>
          <h2>It may be one of {countOf(answer.found.length, 'footprint')}</h2>
          <ul className="ldr-lines">
            {answer.found.map((found) => (
              <li key={found.footprint.areaId}>
                <FootprintLink found={found} day={day} />
                <span className="ldr-line-note">{reasonsInWords(found, term).join('. ')}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case 'unrecorded':
      return <Unrecorded {...answer} day={day} pack={pack} term={term} />;
    case 'common':
      return (
        <>
          <h2>Organisations in many places match “{term}”</h2>
          <p>Add the town, or type a postcode or the code of the organisation.</p>
        </>
      );
    case 'unknown':
      return (
        <>
          <h2>Nothing leads from “{term}” to an area</h2>
          <p>
            Places are known by the addresses of the organisations here, so a town without one is not found by its name.
            Try your postcode, the nearest larger town, your hospital or your council, or look through{' '}
            <a href={day.link(paths.footprints())}>all footprints</a>.
          </p>
        </>
      );
  }
}

function Unrecorded({ stps, commissioners, day, pack, term }: Surroundings & Omit<AnswerProps, 'answer'>) {
  return (
    <>
      <h2>The footprint there is not recorded{planningKindOn(day.asAt) === 'icb' && ` on ${formatDate(day.asAt)}`}</h2>
      <SinceBoards day={day} factsOn={pack.factsOn} before={{ href: paths.findArea(term), text: 'the footprint' }} />
      <p>
        {planningKindOn(day.asAt) === 'stp' && 'No source we know says which organisations there plan together. '}
        This is what we know of the place:
      </p>
      <ul className="ldr-lines">
        {stps.map((area) => (
          <li key={area.areaId}>
            <a href={day.link(areaHref(area))}>{area.name}</a>
            <span className="ldr-line-note">Area with {planningWords(day.asAt).hasWithArticle}</span>
          </li>
        ))}
        {commissioners.map(({ code, name, typeId }) => (
          <li key={code}>
            <a href={day.link(paths.organisation(code))}>{name}</a>
            <span className="ldr-line-note">{typeOf(pack, typeId).label}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FootprintLink({ found, day }: { readonly found: FootprintFound; readonly day: Day }) {
  return <a href={day.link(paths.footprint(found.footprint.slug))}>{found.footprint.name}</a>;
}
