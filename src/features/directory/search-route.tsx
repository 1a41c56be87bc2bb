import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { postedForm, textOf } from '../../platform/forms.ts';
import { sendPage } from '../../views/send-page.tsx';
import { listSimilarNames, searchAreas } from './area-repository.ts';
import { readDay } from './as-at.ts';
import type { DirectoryReads } from './directory-reads.ts';
import { listOrganisations } from './directory-repository.ts';
import { searchTerm } from './search-words.ts';
import { SearchPage } from './views/search-page.tsx';
import { searchResult } from './views/search-view.ts';

const ORGANISATIONS_SHOWN = 25;

export function searchRoute(app: FastifyInstance, { database, pack }: AppContext, reads: DirectoryReads): void {
  app.get('/search', async (request, reply) => {
    const day = readDay(request.query, pack);
    const term = searchTerm(textOf(postedForm(request.query), 'q'));
    const filter = { asAt: day.asAt, search: term, typeIds: [], regionCode: '', limit: ORGANISATIONS_SHOWN, offset: 0 };
    const [areas, organisations, elsewhere] =
      term === ''
        ? [[], [], []]
        : await Promise.all([
            searchAreas(database, term, day.asAt),
            listOrganisations(database, filter),
            reads.searchElsewhere(term),
          ]);
    const own = searchResult(term, areas, organisations, { pack, day });
    const result = { ...own, groups: [...own.groups, ...elsewhere.filter((group) => group.hits.length > 0)] };
    const isUnmatched = term !== '' && result.exact.length === 0 && result.groups.length === 0;
    return sendPage(request, reply, {
      title: term === '' ? 'Search' : `Search for ${term}`,
      body: (
        <SearchPage
          day={day}
          term={term}
          result={result}
          organisationTotal={organisations[0]?.total ?? 0}
          organisationsShown={organisations.length}
          similar={isUnmatched ? await listSimilarNames(database, term, day.asAt) : []}
        />
      ),
    });
  });
}
