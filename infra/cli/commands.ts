import type { Command } from 'commander';
import { addConfig } from './config.ts';
import { addExtract } from './extract.ts';

/** Every command, in the order --help lists them. */
export const COMMANDS: readonly ((program: Command) => void)[] = [addExtract, addConfig];
