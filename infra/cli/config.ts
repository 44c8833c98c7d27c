import type { Command } from 'commander';
import { loadConfig } from '../config/load.ts';
import { configReference, settings } from '../config/reference.ts';

export function addConfig(program: Command): void {
  program
    .command('config')
    .description('Show every setting in force and where it came from')
    .option('--reference', 'print docs/configuration.md instead')
    .action((options: { reference?: boolean }) => {
      process.stdout.write(options.reference ? configReference() : inForce());
    });
}

function inForce(): string {
  const { config, origins } = loadConfig(process.env);
  const values = new Map<string, unknown>(Object.entries(config));
  return settings()
    .map(({ name, field }) => {
      const value = values.get(name);
      const shown = value === undefined ? '(unset)' : field.secret && value !== '' ? '(set)' : JSON.stringify(value);
      return `${field.env} = ${shown}  # ${origins.get(name) ?? 'default'}\n`;
    })
    .join('');
}
