import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Engine } from '../engine.ts';
import { ClickHouseFailure } from '../errors.ts';
import { openGate, readOnly } from '../gate/gate.ts';
import { isSystemDatabase } from '../gate/tables.ts';
import { type ReaderLimits, readerSettings, turnstile } from '../limits.ts';
import { prepare } from '../prepare.ts';
import { type Run, runInsert, runStatement } from '../run.ts';
import { keepSessions, type Lease } from '../sessions.ts';
import { firstKeyword } from '../statement.ts';
import { answer } from './answer.ts';
import { authenticate, type Credentials } from './auth.ts';
import { readStatement, type Statement } from './body.ts';
import { type HttpRequest, readRequest } from './request.ts';

/** Statements that run when the endpoint is closed may take this long to end by themselves. */
const GRACE_MS = 1_000;

export interface ServerOptions {
  readonly dataDir: string;
  readonly pipeline: Credentials;
  /** Where readers land who name no database, and the home of the parameterised views they may call. */
  readonly database: string;
  readonly limits: ReaderLimits;
}

/** The ClickHouse HTTP interface over one engine. */
export function httpInterface(engine: Engine, options: ServerOptions): { server: Server; close(): Promise<void> } {
  const spool = join(options.dataDir, 'spool');
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  const sessions = keepSessions(engine);
  const gate = openGate(engine, options.database);
  const readersTurn = turnstile(options.limits.concurrency);
  const running = new Set<Promise<void>>();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = readRequest(incoming);
    const tag = randomUUID().replaceAll('-', '');
    const out = answer(request, response, tag);
    const file = join(spool, tag);
    try {
      const access = authenticate(incoming, options.pipeline);
      if (request.query === '' && request.method !== 'POST') {
        if (request.path !== '/')
          throw new ClickHouseFailure(36, 'BAD_ARGUMENTS', `There is no handle ${request.path}`);
        response.end('Ok.\n');
        return;
      }
      if (access === 'reader' && firstKeyword(request.query) === 'INSERT') throw readOnly();
      const statement = await readStatement(incoming, request.query, file);
      if (access === 'reader') await readersTurn(() => asReader(request, statement));
      else await asPipeline(request, statement);
    } catch (error) {
      out.fail(error);
    } finally {
      rmSync(file, { force: true });
    }

    async function asReader(request: HttpRequest, statement: Statement): Promise<void> {
      const database =
        request.database === null || request.database === 'default' ? options.database : request.database;
      if (isSystemDatabase(database)) throw new ClickHouseFailure(497, 'ACCESS_DENIED', 'Name system tables in full');
      if (statement.kind === 'insert') throw readOnly();
      const sql = withoutSemicolon(statement.sql);
      const session = engine.session();
      await withSession({ session, release: () => session.close() }, request, async (run) => {
        prepare(session, database, readerSettings(request.settings, options.limits), request.params);
        const readonly = await gate.check(session, sql, request.params);
        session.query(`SET readonly = ${readonly}`);
        await runStatement(sql, run);
      });
    }

    async function asPipeline(request: HttpRequest, statement: Statement): Promise<void> {
      const lease = sessions.lease(request.sessionId, request.sessionTimeoutMs, [...request.settings.keys()]);
      await withSession(lease, request, async (run) => {
        prepare(lease.session, request.database, request.settings, request.params);
        if (statement.kind === 'insert') {
          await runInsert(statement.head, file, statement.bytes, run);
          return;
        }
        const sql = withoutSemicolon(statement.sql);
        const { statementCount } = await engine.classify(lease.session, sql);
        if (statementCount > 1) {
          throw new ClickHouseFailure(62, 'SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed)');
        }
        if (request.method === 'GET') lease.session.query('SET readonly = 2');
        await runStatement(sql, run);
      });
    }

    async function withSession(lease: Lease, request: HttpRequest, work: (run: Run) => Promise<void>): Promise<void> {
      const cancel = () => engine.kill(tag);
      response.once('close', cancel);
      try {
        const { defaultFormat, protocolVersion, waitEndOfQuery: whole } = request;
        await work({ session: lease.session, answer: out, tag, defaultFormat, protocolVersion, whole });
      } finally {
        response.off('close', cancel);
        lease.release();
      }
    }
  }

  const server = createServer(
    { maxHeaderSize: 1 << 20, keepAliveTimeout: 30_000, requestTimeout: 0 },
    (incoming, response) => {
      const path = (incoming.url ?? '/').replace(/\?.*/s, '');
      if (path.endsWith('/ping') || path === '/replicas_status') {
        response.end('Ok.\n');
        return;
      }
      const work = handle(incoming, response);
      running.add(work);
      work.finally(() => running.delete(work));
    },
  );
  return {
    server,
    async close() {
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => engine.kill(), GRACE_MS);
      await Promise.allSettled(running);
      clearTimeout(late);
      server.closeAllConnections();
      sessions.close();
    },
  };
}

const withoutSemicolon = (sql: string): string => sql.trim().replace(/;\s*$/, '');
