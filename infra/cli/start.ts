import type { Command } from 'commander';
import { UserError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import { isRole, ROLES, type Role } from './roles.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('Run every role in this process; Ctrl-C ends it')
    .action(() => serve(ROLES));
  program
    .command('run')
    .description('Run some roles in this process, any number of processes each')
    .argument('<role...>', ROLES.join(', '))
    .action((names: string[]) => {
      const unknown = names.filter((name) => !isRole(name));
      if (unknown.length > 0) throw new UserError(`No role ${unknown.join(', ')}. Roles: ${ROLES.join(', ')}.`);
      return serve(names.filter(isRole));
    });
}

async function serve(roles: readonly Role[]): Promise<void> {
  const { config } = loadConfig(process.env);
  // Loaded here, so that the small commands start without the whole house.
  const { runUntilStopped } = await import('./serve.ts');
  await runUntilStopped(config, roles);
}
