import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import { ROLES } from './roles.ts';
import { isRunning } from './store.ts';

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('expected a whole number.');
  return value;
};

interface DemoOptions {
  readonly seed: number;
  readonly step: number;
  readonly every: number;
  readonly marketPort: number;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Run the real pipeline on a simulated market whose prices move while you watch; needs no network')
    .option('--seed <number>', 'another seed is another market', whole, 1)
    .option('--step <seconds>', 'how long a step of the market lasts', whole, 5)
    .option('--every <seconds>', 'how often each page is looked at', whole, 2)
    .option('--market-port <port>', 'where the market serves its pages; 0 takes a free port', whole, 0)
    .action(async (options: DemoOptions) => {
      const [{ writeDemoCatalog }, { startMarket }, { runUntilStopped }] = await Promise.all([
        import('../demo/catalog.ts'),
        import('../demo/server.ts'),
        import('./serve.ts'),
      ]);
      const given = loadConfig(process.env).config;
      const dataDir = join(given.dataDir, 'demo');
      if (await isRunning({ ...given, dataDir })) {
        throw new UserError(`A demo already runs in ${dataDir}: end it, or set TOKENTAPE_DATA_DIR to another folder.`);
      }
      // Each market begins at its first step, and so does its tape.
      rmSync(dataDir, { recursive: true, force: true });
      const market = await startMarket({ port: options.marketPort, seed: options.seed, stepMs: options.step * 1000 });
      const catalog = join(dataDir, 'sources');
      const sources = writeDemoCatalog(catalog, market.url, `*/${options.every} * * * * *`);
      const config = { ...given, dataDir, catalogBuiltin: false, catalogDirs: [catalog] };
      try {
        await runUntilStopped(config, ROLES, ({ webUrl }) => {
          process.stdout.write(
            `A simulated market of ${sources} sources is open at ${market.url}.\n` +
              `Watch it:      ${webUrl}\n` +
              `Ask it:        TOKENTAPE_DATA_DIR=${dataDir} npm run -s tokentape -- sql "SELECT observed_at, product, meter, pct FROM current_price_changes ORDER BY observed_at DESC LIMIT 20"\n` +
              'End it:        Ctrl-C\n',
          );
        });
      } finally {
        await market.stop();
      }
    });
}
