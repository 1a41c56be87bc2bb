import { type Logger, pino } from 'pino';
import { build as prettyStream } from 'pino-pretty';

export type { Logger };

/**
 * Structured logs on standard output: one JSON object a line, or coloured text where a person watches from a terminal.
 * What could identify a session is left out.
 */
export function createLogger(level: string): Logger {
  const options = {
    level,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return process.stdout.isTTY
    ? pino(options, prettyStream({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }))
    : pino({ ...options, formatters: { level: (label) => ({ level: label }) } });
}
