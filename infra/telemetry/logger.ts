import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config/fields.ts';

export type { Logger };

/** One logger a process, on stderr: stdout belongs to results. Secrets are never log fields; URLs lose their credentials. */
export function createLogger(config: Pick<Config, 'logLevel' | 'logFormat'>): Logger {
  const isPretty = config.logFormat === 'pretty' || (config.logFormat === 'auto' && process.stderr.isTTY);
  const options = {
    level: config.logLevel,
    base: null,
    redact: ['*.password', '*.token', '*.secret', '*.authorization', 'headers.*'],
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return isPretty
    ? pino(options, pretty({ destination: 2, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', singleLine: true }))
    : pino(options, pino.destination(2));
}
