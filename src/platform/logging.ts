import { type DestinationStream, type Logger, pino } from 'pino';
import { build as prettyStream } from 'pino-pretty';
import { errorFacts, requestFacts } from './log-facts.ts';

export type { Logger };

/**
 * Structured logs on standard output, or where `destination` takes them: one JSON object a line, or coloured text where a person
 * watches from a terminal. What could identify a session is left out, and so is what was typed.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
    serializers: { err: errorFacts, error: errorFacts, req: requestFacts },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  const forPrograms = { ...options, formatters: { level: (label: string) => ({ level: label }) } };
  if (destination !== undefined) {
    return pino(forPrograms, destination);
  }
  return process.stdout.isTTY
    ? pino(options, prettyStream({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }))
    : pino(forPrograms);
}
