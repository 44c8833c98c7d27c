import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { UserError } from '../config/errors.ts';
import { COMMANDS } from './commands.ts';

/** 0 done, 1 failed (a sentence on stderr), 2 the call's words are off. */
async function main(): Promise<number> {
  const program = new Command('tokentape')
    .description(
      'The ticker tape of the token economy: AI-cloud prices and announcements as a replayable, sourced time series.',
    )
    .version(manifest.version)
    .showHelpAfterError('(tokentape --help lists the commands)')
    .exitOverride();
  for (const add of COMMANDS) add(program);
  try {
    await program.parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    if (cause instanceof UserError) {
      console.error(cause.message);
      return 1;
    }
    throw cause;
  }
}

process.exitCode = await main();
