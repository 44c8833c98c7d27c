import type { Command } from 'commander';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';
import { loadConfig } from '../config/load.ts';
import { dropDeadLetter, listDeadLetters, retryDeadLetter, showDeadLetter } from '../log/dead-letters.ts';
import type { EventLog } from '../log/port.ts';
import { createLogger } from '../telemetry/logger.ts';
import { openLog } from './log.ts';

export function addDlq(program: Command): void {
  const dlq = program.command('dlq').description('Records that could not be processed');
  dlq
    .command('list')
    .description('What is there, oldest first')
    .option('--stage <name>', 'only what this stage could not process')
    .option('--topic <name>', 'only records of this topic')
    .option('--all', 'also what was retried or dropped')
    .action((options: { stage?: string; topic?: string; all?: boolean }) =>
      withLog(async (log) => {
        const letters = await listDeadLetters(log, options);
        for (const { dead_letter_id, failed_at, stage, topic, partition, offset, status, error } of letters) {
          const where = `${topic}/${partition}@${offset}`;
          process.stdout.write(
            `${dead_letter_id.slice(0, 12)}  ${failed_at}  ${status}  ${stage}  ${where}  ${error.split('\n')[0]}\n`,
          );
        }
        if (letters.length === 0) console.error('No dead letters.');
      }),
    );
  dlq
    .command('show')
    .description('One letter, with the record it is about')
    .argument('<id>', 'as listed, or the beginning of it')
    .action((id: string) =>
      withLog(async (log) => {
        const { raw, ...letter } = await found(showDeadLetter(log, id));
        process.stdout.write(`${JSON.stringify(letter, null, 2)}\n${Buffer.from(raw, 'base64').toString('utf8')}\n`);
      }),
    );
  dlq
    .command('retry')
    .description('Put records back onto their topic')
    .argument('<id...>', 'as listed')
    .action((ids: string[]) => each(ids, retryDeadLetter, 'goes back to'));
  dlq
    .command('drop')
    .description('Give records up')
    .argument('<id...>', 'as listed')
    .action((ids: string[]) => each(ids, dropDeadLetter, 'is given up, from'));
}

type Settle = typeof retryDeadLetter;

function each(ids: readonly string[], settle: Settle, what: string): Promise<void> {
  return withLog(async (log) => {
    for (const id of ids) {
      const letter = await found(settle(log, id));
      process.stdout.write(`${letter.dead_letter_id.slice(0, 12)} ${what} ${letter.topic}/${letter.partition}\n`);
    }
  });
}

async function found<T>(letter: Promise<T>): Promise<T> {
  return letter.catch((cause) => {
    throw new UserError(cause instanceof Error ? cause.message : String(cause));
  });
}

async function withLog(work: (log: EventLog) => Promise<void>): Promise<void> {
  const { config }: { config: Config } = loadConfig(process.env);
  const log = await openLog(config, createLogger({ ...config, logLevel: 'error' }));
  try {
    await work(log);
  } finally {
    await log.close();
  }
}
