import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { downloadShape, verifyDownload } from '../roadmap/index.ts';
import { operations } from './operations.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('demo');
});
afterAll(() => service.close());

const get = (url: string) => service.app.inject(`/api/v1${url}`);

interface Roadmap {
  readonly footprint: { readonly slug: string };
  readonly links: Readonly<Record<string, string>>;
}

describe('published roadmaps', () => {
  it('are listed, one for each footprint, said to be made up, with links that lead somewhere', async () => {
    const list = (await get('/roadmaps')).json();
    const roadmaps: Roadmap[] = list.items;
    expect(roadmaps.map(({ footprint }) => footprint.slug)).toContain('doncaster');
    expect(list).toMatchObject({ total: roadmaps.length, illustrative: true });
    const [first] = roadmaps;
    for (const address of Object.values(first?.links ?? {})) {
      expect((await service.app.inject(address)).statusCode, address).toBe(200);
    }
  });

  it('are given whole, so that anyone can verify them', async () => {
    const download = downloadShape.parse((await get('/roadmaps/doncaster')).json());
    expect(download.illustrative).toBe(true);
    expect(verifyDownload(download)).toMatchObject({ kind: 'verified' });
  });

  it('are not there for a footprint that has published none', async () => {
    const response = await get('/roadmaps/wolverhampton');
    expect(response.statusCode).toBe(404);
    expect(response.json().detail).toContain('has not published');
  });
});

describe.each([
  ['listResults', '/results?limit=3'],
  ['listRoadmaps', '/roadmaps'],
  ['getRoadmap', '/roadmaps/doncaster'],
])('%s', (id, url) => {
  it('really answers in the shape it is described with', async () => {
    const body = (await get(url)).json();
    expect(operations.find((operation) => operation.id === id)?.answer.parse(body)).toEqual(body);
    expect(body.illustrative).toBe(true);
  });
});
