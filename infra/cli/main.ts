import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { UserError } from '../config/errors.ts';
import { COMMANDS } from './commands.ts';
import { compilePatternsAtOnce } from './compile-patterns.ts';

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
    console.error(cause instanceof Error ? cause.message : String(cause));
    // A fault of ours, unlike a mistake of the user, has a stack worth seeing, for those who ask.
    if (!(cause instanceof UserError) && process.env['LOG_LEVEL'] === 'debug') console.error(cause);
    return 1;
  }
}

compilePatternsAtOnce();
process.exitCode = await main();
