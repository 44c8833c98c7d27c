import { defineConfig } from 'vitest/config';

/** Fast rules first, then adapters against the real thing, then whole journeys. `npm run test:chaos` is a run of its own. */
const project = (
  name: string,
  groupOrder: number,
  include: string[],
  exclude: string[],
  testTimeout: number,
  globalSetup: string[] = [],
) => ({
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', ...exclude],
    testTimeout,
    hookTimeout: 120_000,
    sequence: { groupOrder },
    globalSetup,
  },
});

/** A real Kafka for the time of the run. */
const KAFKA = ['tests/setup/kafka.ts'];

export default defineConfig({
  test: {
    // chDB crashes under worker threads.
    pool: 'forks',
    // kafkajs sets a negative timer now and then; it does no harm.
    execArgv: ['--disable-warning=TimeoutNegativeWarning'],
    maxWorkers: 2,
    projects: [
      project('unit', 0, ['tests/{ingest,processors,sinks,infra}/**/*.test.ts'], ['**/*.contract.test.ts'], 20_000),
      project('contract', 1, ['tests/{ingest,processors,sinks,infra}/**/*.contract.test.ts'], [], 60_000, KAFKA),
      project('e2e', 2, ['tests/e2e/**/*.test.ts'], [], 180_000, KAFKA),
      project('chaos', 3, ['tests/chaos/**/*.test.ts'], [], 900_000, KAFKA),
    ],
  },
});
