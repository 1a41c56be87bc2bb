import { composeService, type Service } from './compose.ts';
import { ConfigError, parseConfig } from './platform/config.ts';
import { createLogger } from './platform/logging.ts';

/** Starts the service and keeps it up until it is told to stop. A wrong setting ends it at once with the setting's name. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLogger(config.logLevel);
  const service = await composeService(config, log);
  stopOnSignals(service);
  const address = await service.app.listen({ host: config.host, port: config.port });
  process.stdout.write(`\n  ${config.serviceName} is ready: ${config.publicUrl ?? address}\n  Stop it with Ctrl-C.\n\n`);
}

/** First signal: finish requests under way, close the database, end. A second one ends at once. */
function stopOnSignals(service: Service): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) {
      process.exit(1);
    }
    stopping = true;
    await service.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || (error instanceof Error && error.name.endsWith('Error') && 'isExplained' in error);
  process.stderr.write(`${expected && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
