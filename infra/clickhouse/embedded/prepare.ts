import { literal } from '../sql/lex.ts';
import type { EngineSession } from './engine.ts';
import { ClickHouseFailure } from './errors.ts';

/** Applies what came with a request to its connection: database, settings, parameters. */
export function prepare(
  session: EngineSession,
  database: string | null,
  settings: ReadonlyMap<string, string>,
  params: ReadonlyMap<string, string>,
): void {
  if (database !== null) session.query(`USE \`${database.replace(/[\\`]/g, '\\$&')}\``);
  const sets: string[] = [];
  for (const [name, value] of settings) {
    if (!/^\w+$/.test(name)) throw new ClickHouseFailure(115, 'UNKNOWN_SETTING', `Unknown setting '${name}'`);
    sets.push(`${name} = ${literal(value)}`);
  }
  for (const [name, value] of params) {
    if (!/^\w+$/.test(name)) throw new ClickHouseFailure(36, 'BAD_ARGUMENTS', `Bad name of a query parameter: ${name}`);
    sets.push(`param_${name} = ${literal(value)}`);
  }
  if (sets.length > 0) session.query(`SET ${sets.join(', ')}`);
}
