import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Session } from 'chdb';

export type EngineSession = Session;

/** What the engine's own parser says of a text. */
export interface Classification {
  readonly statementCount: number;
  /** 0 read-only, 1 mutating, 3 control (SET, USE, KILL, OUTFILE ...), 4 invalid. */
  readonly queryClass: number;
}

export const READ_ONLY = 0;
export const MUTATING = 1;
export const INVALID = 4;

interface Chdb {
  readonly Session: typeof Session;
  drainPending(): Promise<void>;
}

interface Native {
  DurableClassifyAsync(connection: unknown, sql: string, database: string): Promise<Classification>;
}

/**
 * One chDB engine over one data directory. A session is one connection: settings and errors stick to it, so every
 * request gets a fresh one (0.2 ms). chDB's classifier is not exported, hence the path; the version is pinned.
 */
export interface Engine {
  session(): EngineSession;
  classify(session: EngineSession, sql: string): Promise<Classification>;
  /** Cancels the statements that carry this tag; without one, all. */
  kill(tag?: string): void;
  close(): Promise<void>;
}

/** Settings that make the library answer as a server does, first in every session. */
const SERVER_LIKE = 'SET implicit_select = 0, output_format_json_quote_64bit_integers = 0';

/** `database` is created where absent: every session begins in it. */
export function openEngine(path: string, database: string, connectionArgs: readonly string[]): Engine {
  const require = createRequire(import.meta.url);
  const chdb: Chdb = require('chdb');
  const native: Native = require(join(dirname(require.resolve('chdb')), 'dist/loader.js')).loadNative();
  const open = () => new chdb.Session(path, { connectionArgs: [...connectionArgs] });
  const anchor = open();
  const killer = open();
  closeFileSystem(anchor);
  anchor.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` ENGINE = Atomic`);
  return {
    session() {
      const session = open();
      session.query(`USE \`${database}\``);
      session.query(SERVER_LIKE);
      return session;
    },
    classify: (session, sql) => native.DurableClassifyAsync(session.connection, sql, database),
    kill(tag = '') {
      killer
        .queryAsync(`KILL QUERY WHERE query LIKE '%${tag}%' AND query NOT LIKE 'KILL%' ASYNC`)
        .catch(() => undefined);
    },
    async close() {
      await chdb.drainPending();
      killer.close();
      anchor.close();
      await chdb.drainPending();
    },
  };
}

/**
 * chDB's own `default` database reads any file of the machine as a table (SELECT * FROM `/etc/passwd`), so an ordinary one
 * takes its place; without any, no connection opens. chDB's comes back with every start, so nothing may be kept in it: clients
 * that ask for `default` get the endpoint's own database.
 */
function closeFileSystem(session: EngineSession): void {
  session.query('DROP DATABASE IF EXISTS default');
  session.query('CREATE DATABASE default ENGINE = Atomic');
}
