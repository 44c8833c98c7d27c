import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { openChannel } from '../../sinks/alerts/channels/open.ts';
import { type AlertsConfig, AlertsConfigError, parseAlerts } from '../../sinks/alerts/config.ts';
import { runAlerts } from '../../sinks/alerts/role.ts';
import { testRules } from '../../sinks/alerts/try-rules.ts';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';
import { loadConfig } from '../config/load.ts';
import { type Signal, signal } from '../contracts/signal.ts';
import type { Stage } from '../log/stage.ts';
import { createLogger } from '../telemetry/logger.ts';
import type { Parts } from './parts.ts';
import { openReader } from './store.ts';

/** The alerts role with the rules and channels of ALERTS_FILE; without one it has nothing to tell. */
export function startAlerts({ config, log, logger, metrics }: Parts): Promise<Stage> {
  const { rules, channels } = readAlerts(config);
  if (rules.length === 0) logger.info('no alert rules: ALERTS_FILE names a file of them (docs/alerts.md)');
  const opened = channels.map((settings) => openChannel(settings, process.stdout));
  return runAlerts({ log, logger, rules, channels: opened, observer: metrics.observer });
}

export function addAlerts(program: Command): void {
  const alerts = program.command('alerts').description('Rules and channels of ALERTS_FILE');
  alerts
    .command('check')
    .description('Read the file and say what is wrong with it, by line')
    .action(() => {
      const { rules, channels } = readAlerts(loadConfig(process.env).config);
      process.stdout.write(`${rules.length} rules, ${channels.length} channels\n`);
    });
  alerts
    .command('test')
    .description('What the rules would have told about the signals of the past; sends nothing')
    .option('--since <date>', 'first day looked at, such as 2026-04-01', '1970-01-01')
    .action(async ({ since }: { since: string }) => {
      if (Number.isNaN(Date.parse(since))) throw new UserError(`--since ${since} is no date: write it as 2026-04-01.`);
      const { config } = loadConfig(process.env);
      const { rules } = readAlerts(config);
      const trials = testRules(rules, await signalsSince(config, new Date(since)));
      for (const { at, rule, channels, outcome, headline } of trials) {
        process.stdout.write(`${at}  ${outcome.padEnd(6)}  ${rule} → ${channels.join(', ')}  ${headline}\n`);
      }
      console.error(`${trials.length} alerts`);
    });
}

function readAlerts(config: Config): AlertsConfig {
  const path = config.alertsFile;
  if (path === undefined) return { rules: [], channels: [] };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(
      `ALERTS_FILE names ${path}, which cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
    );
  }
  try {
    return parseAlerts(text, path, { env: process.env, readFile: (file) => readFileSync(file, 'utf8') });
  } catch (cause) {
    throw cause instanceof AlertsConfigError ? new UserError(cause.message) : cause;
  }
}

async function signalsSince(config: Config, since: Date): Promise<Signal[]> {
  const store = await openReader(config, createLogger({ ...config, logLevel: 'warn' }));
  try {
    const result = await store.client.query({
      query: 'SELECT * FROM signals FINAL WHERE updated_at >= {since:DateTime64(3)} ORDER BY updated_at, revision',
      query_params: { since },
      format: 'JSONEachRow',
    });
    return (await result.json()).map((row) => signal.parse(row));
  } finally {
    await store.close();
  }
}
