import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import { UserError } from '../config/errors.ts';

export interface HealthCheck {
  readonly name: string;
  /** Cheap and synchronous: looks at what the running parts last reported. */
  check(): { readonly ok: boolean; readonly detail: string };
}

export interface HealthServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * /healthz: does every loop still turn (else: restart me)? /readyz: is the work being kept up with (else: send me nothing)?
 * /metrics: Prometheus text.
 */
export async function startHealthServer(options: {
  readonly host: string;
  readonly port: number;
  readonly live: readonly HealthCheck[];
  readonly ready: readonly HealthCheck[];
  readonly registry: Registry;
}): Promise<HealthServer> {
  const report = (checks: readonly HealthCheck[]) => {
    const results = checks.map(({ name, check }) => ({ name, ...check() }));
    return { ok: results.every((result) => result.ok), checks: results };
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/metrics') {
      void options.registry.metrics().then((text) => {
        response.writeHead(200, { 'content-type': options.registry.contentType }).end(text);
      });
      return;
    }
    if (path !== '/healthz' && path !== '/readyz') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Known here: /healthz, /readyz, /metrics\n');
      return;
    }
    const body = report(path === '/healthz' ? options.live : options.ready);
    response
      .writeHead(body.ok ? 200 : 503, { 'content-type': 'application/json' })
      .end(`${JSON.stringify(body, null, 2)}\n`);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      failed(
        cause.code === 'EADDRINUSE'
          ? new UserError(`Port ${options.port} is in use: set HEALTH_PORT to another one, or to 0 for a free one.`)
          : cause,
      ),
    );
    server.listen(options.port, options.host, done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
