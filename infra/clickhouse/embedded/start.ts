import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, StartRefused, startChild } from './child-process.ts';
import { READER_LIMITS, type ReaderLimits } from './limits.ts';
import type { StartMessage } from './messages.ts';

export const EMBEDDED_PORT = 8123;
export const PIPELINE_USER = 'tokentape';

export interface EmbeddedOptions {
  /** Holds the engine's files; one process at a time may. Created where absent. */
  readonly dataDir: string;
  /** Default 8123, ClickHouse's own. 0 picks a free port. */
  readonly port?: number;
  /** Where readers land who name no database. */
  readonly database?: string;
  /** Ceiling for the whole engine. Default: half of the machine, or of the container. */
  readonly memoryBytes?: number;
  readonly readerLimits?: Partial<ReaderLimits>;
  readonly onEvent?: (event: EmbeddedEvent) => void;
}

export type EmbeddedEvent =
  | { readonly kind: 'crashed'; readonly pid: number | undefined }
  | { readonly kind: 'restarted'; readonly pid: number | undefined; readonly attempts: number }
  | { readonly kind: 'restart_failed'; readonly error: string };

/** An embedded ClickHouse that answers HTTP on loopback until it is stopped; a crashed engine is started again. */
export interface EmbeddedClickHouse {
  readonly url: string;
  readonly port: number;
  /** The pipeline's read-write user. Everyone else is `default`, without password, and reads. */
  readonly user: string;
  readonly password: string;
  pid(): number | undefined;
  stop(): Promise<void>;
}

const STOP_MS = 4_000;
const LET_GO_MS = 4_000;
/** An engine that ran for this long was well. */
const STEADY_MS = 30_000;

/** Rejects with one sentence that says what is in the way and how to mend it. */
export async function startEmbeddedClickHouse(options: EmbeddedOptions): Promise<EmbeddedClickHouse> {
  const dataDir = resolve(options.dataDir);
  const port = options.port ?? EMBEDDED_PORT;
  const memoryBytes = Math.floor(options.memoryBytes ?? availableMemory() / 2);
  const message: StartMessage = {
    kind: 'start',
    dataDir: join(dataDir, 'engine'),
    port,
    database: options.database ?? 'tokentape',
    pipeline: { user: PIPELINE_USER, password: randomBytes(24).toString('base64url') },
    memoryBytes,
    limits: {
      ...READER_LIMITS,
      memoryBytes: Math.min(READER_LIMITS.memoryBytes, Math.floor(memoryBytes / 2)),
      ...options.readerLimits,
    },
  };
  mkdirSync(message.dataDir, { recursive: true, mode: 0o700 });
  const first = await startPatiently(message).catch((error) => {
    throw explained(error, dataDir, port);
  });
  const supervisor = supervise(first, { ...message, port: first.port }, options.onEvent ?? (() => undefined));
  return {
    url: `http://127.0.0.1:${first.port}`,
    port: first.port,
    user: message.pipeline.user,
    password: message.pipeline.password,
    ...supervisor,
  };
}

/** After a kill -9 the engine of the process before needs a moment to notice and to let go of directory and port. */
async function startPatiently(message: StartMessage): Promise<Child> {
  for (const end = Date.now() + LET_GO_MS; ; await sleep(100)) {
    try {
      return await startChild(message);
    } catch (error) {
      const isHeld = error instanceof StartRefused && (error.reason === 'locked' || error.reason === 'busy');
      if (!isHeld || Date.now() > end) throw error;
    }
  }
}

/** Starts the engine again, on the same port, whenever it goes without having been asked to. */
function supervise(first: Child, start: StartMessage, onEvent: (event: EmbeddedEvent) => void) {
  let child: Child | null = first;
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  async function keepAlive(): Promise<void> {
    for (let failures = 0; child !== null; ) {
      const since = Date.now();
      await child.gone;
      if (stopping.signal.aborted) return;
      onEvent({ kind: 'crashed', pid: child.pid });
      // One crash is mended at once; an engine that dies again and again is not restarted in a tight loop.
      failures = Date.now() - since > STEADY_MS ? 0 : failures + 1;
      if (failures > 3) await pause(Math.min(200 * 2 ** failures, 10_000));
      child = await revive();
    }
  }
  async function revive(): Promise<Child | null> {
    for (let attempts = 1; !stopping.signal.aborted; attempts += 1) {
      try {
        const next = await startChild(start);
        onEvent({ kind: 'restarted', pid: next.pid, attempts });
        return next;
      } catch (error) {
        onEvent({ kind: 'restart_failed', error: error instanceof Error ? error.message : String(error) });
        await pause(Math.min(200 * 2 ** attempts, 10_000));
      }
    }
    return null;
  }
  const kept = keepAlive();
  return {
    pid: () => child?.pid,
    async stop() {
      stopping.abort();
      await child?.stop(STOP_MS);
      await kept;
      // A child that was being revived while the stop came in.
      await child?.stop(STOP_MS);
    },
  };
}

/** What this process may use: a container's limit is lower than the machine's memory. */
function availableMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

function explained(error: unknown, dataDir: string, port: number): Error {
  if (!(error instanceof StartRefused)) return error instanceof Error ? error : new Error(String(error));
  const text = {
    busy: `Port ${port} on 127.0.0.1 is already in use: stop what listens there, or set CLICKHOUSE_EMBEDDED_PORT to another port (0 picks a free one).`,
    locked: `Another process already holds the embedded ClickHouse in ${dataDir}: stop it, or set TOKENTAPE_DATA_DIR to another directory.`,
    missing: `The embedded ClickHouse (npm package chdb) is not available on this machine (${process.platform}-${process.arch}): set CLICKHOUSE_URL to a ClickHouse server, or run npm ci without --omit=optional on Linux (glibc) or macOS.`,
    error: `The embedded ClickHouse in ${dataDir} did not start: ${error.message}`,
  }[error.reason];
  return new Error(text, { cause: error });
}
