import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Engine, MUTATING } from '../engine.ts';
import { ClickHouseFailure, multipleStatements, readOnly } from '../errors.ts';
import { openGate } from '../gate/gate.ts';
import { isSystemDatabase } from '../gate/tables.ts';
import { type ReaderLimits, readerSettings, turnstile } from '../limits.ts';
import { prepare } from '../prepare.ts';
import { type Run, runInsert, runStatement } from '../run.ts';
import { keepSessions, type Lease } from '../sessions.ts';
import { answer } from './answer.ts';
import { authenticate, type Credentials } from './auth.ts';
import { readQuery, readStatement } from './body.ts';
import { type HttpRequest, readRequest } from './request.ts';

export interface HandlerOptions {
  readonly dataDir: string;
  readonly pipeline: Credentials;
  /** Where readers land who name no database, and the home of the parameterised views they may call. */
  readonly database: string;
  readonly limits: ReaderLimits;
}

interface Handler {
  /** Answers one request; never rejects. */
  handle(incoming: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): void;
}

export function requestHandler(engine: Engine, options: HandlerOptions): Handler {
  const spool = join(options.dataDir, 'spool');
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  const sessions = keepSessions(engine);
  const gate = openGate(engine, options.database);
  const readersTurn = turnstile(options.limits.concurrency);

  /** The read-only user: a fresh connection each time, the gate, limits, a bounded number at once. */
  async function asReader(request: HttpRequest, incoming: IncomingMessage, work: Work): Promise<void> {
    const sql = await readQuery(incoming, request.query);
    const { database } = request;
    if (database !== null && isSystemDatabase(database))
      throw new ClickHouseFailure(497, 'ACCESS_DENIED', 'Name system tables in full');
    const settings = readerSettings(request.settings, options.limits);
    await readersTurn(async () => {
      const session = engine.session();
      await work({ session, release: () => session.close() }, async (run) => {
        prepare(session, database, settings, request.params);
        const readonly = await gate.check(session, sql, request.params);
        session.query(`SET readonly = ${readonly}`);
        await runStatement(sql, run);
      });
    });
  }

  /** The pipeline's user: everything the engine can, one statement at a time. */
  async function asPipeline(request: HttpRequest, incoming: IncomingMessage, work: Work, file: string): Promise<void> {
    const statement = await readStatement(incoming, request.query, file);
    const { method, sessionId, sessionTimeoutMs, settings } = request;
    await work(sessions.lease(sessionId, sessionTimeoutMs, [...settings.keys()]), async (run) => {
      prepare(run.session, request.database, settings, request.params);
      if (statement.kind === 'insert') {
        await runInsert(statement.head, file, statement.bytes, run);
        return;
      }
      const { statementCount, queryClass } = await engine.classify(run.session, statement.sql);
      if (statementCount > 1) throw multipleStatements();
      if (method === 'GET' && queryClass === MUTATING) throw readOnly();
      await runStatement(statement.sql, run);
    });
  }

  return {
    async handle(incoming, response) {
      const request = readRequest(incoming);
      const tag = randomUUID().replaceAll('-', '');
      const out = answer(request, response, tag);
      const file = join(spool, tag);
      const work: Work = async (lease, statement) => {
        const cancel = () => engine.kill(tag);
        response.once('close', cancel);
        try {
          // Whoever left while waiting for a turn gets nothing started.
          if (response.destroyed) return;
          const { defaultFormat, protocolVersion, waitEndOfQuery: whole } = request;
          await statement({ session: lease.session, answer: out, tag, defaultFormat, protocolVersion, whole });
        } finally {
          response.off('close', cancel);
          lease.release();
        }
      };
      try {
        const access = authenticate(incoming, options.pipeline);
        if (request.query === '' && request.method !== 'POST') greet(request, response);
        else if (access === 'reader') await asReader(request, incoming, work);
        else await asPipeline(request, incoming, work, file);
      } catch (error) {
        out.fail(error);
      } finally {
        rmSync(file, { force: true });
      }
    },
    close: () => sessions.close(),
  };
}

/** Runs a statement on a leased connection, cancels it when the client goes, and gives the connection back. */
type Work = (lease: Lease, statement: (run: Run) => Promise<void>) => Promise<void>;

function greet(request: HttpRequest, response: ServerResponse): void {
  if (request.path !== '/') throw new ClickHouseFailure(36, 'BAD_ARGUMENTS', `There is no handle ${request.path}`);
  response.end('Ok.\n');
}
