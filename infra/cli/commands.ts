import type { Command } from 'commander';
import { addAlerts } from './alerts.ts';
import { addBackfill } from './backfill.ts';
import { addConfig } from './config.ts';
import { addDemo } from './demo.ts';
import { addDlq } from './dlq.ts';
import { addDoctor } from './doctor.ts';
import { addExplain } from './explain.ts';
import { addExtract } from './extract.ts';
import { addFetch } from './fetch.ts';
import { addReprocess } from './reprocess.ts';
import { addSources } from './sources.ts';
import { addSql } from './sql.ts';
import { addStart } from './start.ts';

/** Every command, in the order --help lists them. */
export const COMMANDS: readonly ((program: Command) => void)[] = [
  addStart,
  addDemo,
  addFetch,
  addSources,
  addSql,
  addExplain,
  addExtract,
  addBackfill,
  addReprocess,
  addAlerts,
  addDlq,
  addConfig,
  addDoctor,
];
