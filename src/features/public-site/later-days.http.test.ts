import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});

afterAll(() => service?.close());

/** Public pages of a day on which the programme is over and its CCGs are gone. */
const day = '2026-11-28';

async function read(path: string) {
  const { body, statusCode } = await service.app.inject({ method: 'GET', url: path });
  const page = new PageReader(body);
  return { status: statusCode, text: page.text, page };
}

describe('the count of footprints', () => {
  it('is set against the count of the programme only while that ran', async () => {
    expect((await read('/?as-at=2017-12-31')).text).toContain('36 of 73 footprints documented');
    expect((await read(`/?as-at=${day}`)).text).toContain('36 footprints recorded');
  });

  it('says on the list, too, that the programme is over', async () => {
    const { text } = await read(`/footprints?as-at=${day}`);
    expect(text).toContain('36 footprints are recorded here on this day. The programme that counted them ended on');
    expect(text).not.toContain('of 73 footprints');
  });
});
