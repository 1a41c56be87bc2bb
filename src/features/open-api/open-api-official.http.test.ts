import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { officialResultExample } from './examples/official-examples.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const get = (query: string) => service.app.inject(`/api/v1/official-results?as-at=2026-11-28&${query}`);

describe('official results', () => {
  it('are given as they were published, with who published them', async () => {
    const { items, total } = (await get('code=rnz')).json();
    expect(total).toBe(2);
    const [earlier, later] = items;
    expect(earlier.year).toBe(2024);
    expect(earlier.scores[0]).toEqual({ measure: 'Well led', score: null, published: null });
    expect(later).toEqual({ ...officialResultExample, scores: expect.arrayContaining(officialResultExample.scores) });
    expect(later.scores.at(-1)).toEqual({
      measure: 'Overall on comparable domains',
      score: 2.095238,
      published: '2.095238',
    });
  });

  it('lead to the board that they are of, an organisation of the register', async () => {
    const [first] = (await get('code=QOX')).json().items;
    expect(first.links).toEqual({ organisation: '/api/v1/organisations/QOX', area: null });
  });

  it('are walked page by page, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { items, next, total } = (await get(`limit=200&cursor=${cursor}`)).json();
      expect(total).toBe(654);
      seen.push(
        ...items.map(
          ({ code, name, careSetting, year }: typeof officialResultExample) => `${code ?? name} ${careSetting} ${year}`,
        ),
      );
      cursor = next ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(654);
    expect(new Set(seen).size).toBe(654);
  });

  it('are filtered in the words of the publication, and refuse others', async () => {
    const ambulance = (await get('careSetting=Ambulance&year=2025&series=dma-2024-2025')).json();
    expect(ambulance.total).toBe(11);
    const refused = await get('careSetting=Dental&year=1999&series=other');
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'series',
      'careSetting',
      'year',
    ]);
  });

  it('make a table with the digits of the publication', async () => {
    const { body } = await get('code=RNZ&year=2025&format=csv');
    const rows = parse(body, { columns: true, bom: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows).toHaveLength(8);
    expect(rows[3]).toMatchObject({ measure: 'Support workforce', score: '2', standing: 'official', version: '2' });
  });

  it('are none on a day before their publication', async () => {
    expect((await service.app.inject('/api/v1/official-results?as-at=2026-03-29')).json().total).toBe(0);
    expect((await service.app.inject('/api/v1/official-results')).json().total).toBe(0);
  });
});
