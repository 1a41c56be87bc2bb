/* The program of the thread that unpacks the packaged browser; `unpackBrowser` starts it. */
import chromium from '@sparticuz/chromium';
import { serveWorker } from '../../worker/serve-worker.ts';

async function* unpack(): AsyncIterable<string> {
  yield await chromium.executablePath();
}

await serveWorker(unpack);
