import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { readDay, searchTerm } from '../../directory/index.ts';
import { findMyArea, searchDirectory } from '../../search/index.ts';
import { FindPage } from './find-page.tsx';
import { SearchPage } from './search-page.tsx';
import { searchPublished } from './search-published.ts';
import { searchView, withoutGuesses } from './search-view.ts';

const ORGANISATIONS_SHOWN = 25;

/** Which footprint a place, postcode, name or code leads to. */
export function findAreaRoute(app: FastifyInstance, context: AppContext): void {
  const { database, pack } = context;
  app.get('/find', forEverybody('as-at', 'q'), async (request, reply) => {
    const day = readDay(request.query, context);
    const term = searchTerm(textOf(postedForm(request.query), 'q'));
    const { answer, elsewhere, meant } = await findMyArea(database, term, day.asAt);
    return sendPage(request, reply, {
      title: term === '' ? 'Find your area' : `Find your area: ${term}`,
      body: <FindPage {...{ day, pack, term, answer, elsewhere, meant }} isAsked={isAsked(request)} />,
    });
  });
}

export function searchRoute(app: FastifyInstance, context: AppContext): void {
  const { database, pack } = context;
  app.get('/search', forEverybody('as-at', 'q'), async (request, reply) => {
    const day = readDay(request.query, context);
    const term = searchTerm(textOf(postedForm(request.query), 'q'));
    const [inDirectory, published] = await Promise.all([
      searchDirectory(database, term, { asAt: day.asAt, limit: ORGANISATIONS_SHOWN }),
      term === '' ? [] : searchPublished({ database }, term, day),
    ]);
    const found = withoutGuesses(inDirectory, published);
    const own = searchView(term, found, { pack, day });
    const result = { ...own, groups: [...own.groups, ...published] };
    return sendPage(request, reply, {
      title: term === '' ? 'Search' : `Search for ${term}`,
      body: (
        <SearchPage
          day={day}
          isAsked={isAsked(request)}
          term={term}
          result={result}
          meant={found.meant}
          isAlike={found.isAlike}
        />
      ),
    });
  });
}

/** Whether the box was sent, empty or not. */
function isAsked({ query }: FastifyRequest): boolean {
  return Object.hasOwn(postedForm(query), 'q');
}
