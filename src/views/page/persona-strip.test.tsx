import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PageContextProvider } from './page-context.ts';
import { PersonaStrip } from './persona-strip.tsx';

const strip = (text: string, endsHere = false, stoppedBy: string | null = null) =>
  renderToStaticMarkup(
    <PageContextProvider value={{ csrfToken: () => 'token', path: '/', by: '', asAt: null, today: () => '2017-03-01' }}>
      <PersonaStrip
        personId="1"
        name="Kezia Brown"
        task={null}
        endsHere={endsHere}
        stoppedBy={stoppedBy}
        next={{ personId: '2', name: 'Rosa Green', task: { text, href: '/' } }}
      />
    </PageContextProvider>,
  );

it('says why another goes on, of which only the place may go where there is little room', () => {
  expect(strip('Write the roadmap of Isle of Wight')).toContain(
    ' Next: Rosa can write the roadmap<span class="ldr-persona__where"> of Isle of Wight</span>.',
  );
  expect(strip('Answer 1 message')).toContain(' Next: Rosa can answer 1 message.');
  expect(strip('Answer 1 message')).not.toContain('ends here');
  expect(strip('Answer 1 message', true)).toContain(
    'Nothing waits for you. The story of this footprint ends here. Next: Rosa',
  );
  expect(strip('Open “Plan 2016” again', true, '“Plan 2016” is closed')).toContain(
    'Nothing waits for you. The story of this footprint stops here: “Plan 2016” is closed. Next: Rosa can open “Plan 2016” again',
  );
});
