import { literal } from '../sql/lex.ts';
import type { Engine, EngineSession } from './engine.ts';
import { ClickHouseFailure } from './errors.ts';

/** A connection for one request. `release` gives it back, or closes it. */
export interface Lease {
  readonly session: EngineSession;
  release(): void;
}

interface Kept {
  readonly session: EngineSession;
  busy: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** ClickHouse sessions (`session_id`): temporary tables and SETs that outlive a request, for the pipeline's user. */
export interface Sessions {
  lease(id: string | null, timeoutMs: number, overridden: readonly string[]): Lease;
  close(): void;
}

export function keepSessions(engine: Engine): Sessions {
  const kept = new Map<string, Kept>();
  const drop = (id: string, entry: Kept) => {
    kept.delete(id);
    entry.session.close();
  };
  return {
    lease(id, timeoutMs, overridden) {
      if (id === null) {
        const session = engine.session();
        return { session, release: () => session.close() };
      }
      const entry: Kept = kept.get(id) ?? { session: engine.session(), busy: false, timer: undefined };
      if (entry.busy) {
        throw new ClickHouseFailure(373, 'SESSION_IS_LOCKED', `Session ${id} is locked by a concurrent client`);
      }
      clearTimeout(entry.timer);
      entry.busy = true;
      kept.set(id, entry);
      const before = changedSettings(entry.session, overridden);
      return {
        session: entry.session,
        release() {
          try {
            restore(entry.session, overridden, before);
            entry.busy = false;
            entry.timer = setTimeout(drop, timeoutMs, id, entry).unref();
          } catch {
            // Restoring may fail where the last statement left the connection unusable: a new one is better than wrong rows.
            drop(id, entry);
          }
        },
      };
    },
    close() {
      for (const [id, entry] of kept) {
        clearTimeout(entry.timer);
        drop(id, entry);
      }
    },
  };
}

/** A request's own settings end with it: what the session had SET before comes back. */
function changedSettings(session: EngineSession, names: readonly string[]): Map<string, string> {
  if (names.length === 0) return new Map();
  const list = names.map(literal).join(', ');
  const rows = session.query(
    `SELECT name, value FROM system.settings WHERE changed AND name IN (${list})`,
    'JSONCompactEachRow',
  );
  return new Map(
    rows
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [name, value]: string[] = JSON.parse(line);
        return [name ?? '', value ?? ''];
      }),
  );
}

function restore(session: EngineSession, names: readonly string[], before: ReadonlyMap<string, string>): void {
  // After an error a connection may still hold the failed statement's rows and hand them to the next one.
  session.query('SELECT 1');
  for (const name of names) {
    const value = before.get(name);
    session.query(`SET ${name} = ${value === undefined ? 'DEFAULT' : literal(value)}`);
  }
}
