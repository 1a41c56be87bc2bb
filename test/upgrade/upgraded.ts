import { runLdr } from '../../src/cli/run-ldr.ts';
import { recordingTerminal } from '../../src/cli/testing/recording-terminal.ts';
import { composeService, type Service } from '../../src/compose.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { filledEarlierDatabase } from '../database/earlier-database.ts';
import { type TestDatabase, testSecret } from '../database/test-service.ts';

export interface Upgraded extends Service {
  readonly store: TestDatabase;
  readonly ldr: (...command: string[]) => Promise<{ readonly exitCode: number; readonly printed: string }>;
  /** What the first start said, before somebody had told it what the database is for. */
  readonly refusal: string;
}

/** A database of version 0.2.0, started by this version as whoever runs it would. */
export async function upgrade(): Promise<Upgraded> {
  const store = await filledEarlierDatabase();
  const environment = {
    DATABASE_URL: store.url,
    DATABASE_OWNER_URL: store.ownerUrl,
    SESSION_SECRET: testSecret,
    DEMO: '1',
    LOG_LEVEL: 'silent',
  };
  const ldr = async (...command: string[]) => {
    const terminal = recordingTerminal({ environment });
    const exitCode = await runLdr(command, terminal);
    return { exitCode, printed: terminal.printed() };
  };
  const start = () => composeService(parseConfig(environment), createLogger('silent'));
  const refusal = await start().then(
    () => '',
    (error: unknown) => String(error),
  );
  await ldr('mode', 'keep', 'demonstration');
  return { ...(await start()), store, ldr, refusal };
}
