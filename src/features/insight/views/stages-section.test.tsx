import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { StagesSection } from './stages-section.tsx';

it.each([
  [0, 'None of the 36 footprints on record have published a roadmap'],
  [1, '1 of the 36 footprints on record has published a roadmap'],
])('says in a sentence that %i have published', (published, sentence) => {
  const stages = [
    { id: 'none', label: 'None', count: 36 - published },
    { id: 'published', label: 'Published', count: published },
  ];
  expect(renderToStaticMarkup(<StagesSection stages={stages} />).replaceAll('<!-- -->', '')).toContain(sentence);
});
