import { createServer, type Server } from 'node:http';
import type { Engine } from '../engine.ts';
import { type HandlerOptions, requestHandler } from './handle.ts';

/** Statements that run when the endpoint is closed may take this long to end by themselves. */
const GRACE_MS = 1_000;

/** The ClickHouse HTTP interface over one engine. */
export function httpInterface(engine: Engine, options: HandlerOptions): { server: Server; close(): Promise<void> } {
  const { handle, close } = requestHandler(engine, options);
  const running = new Set<Promise<void>>();
  const limits = { maxHeaderSize: 1 << 20, keepAliveTimeout: 30_000, requestTimeout: 0 };
  const server = createServer(limits, (incoming, response) => {
    const path = (incoming.url ?? '/').replace(/\?.*/s, '');
    if (path.endsWith('/ping') || path === '/replicas_status') {
      response.end('Ok.\n');
      return;
    }
    const work = handle(incoming, response);
    running.add(work);
    work.finally(() => running.delete(work));
  });
  return {
    server,
    async close() {
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => engine.kill(), GRACE_MS);
      await Promise.allSettled(running);
      clearTimeout(late);
      server.closeAllConnections();
      close();
    },
  };
}
