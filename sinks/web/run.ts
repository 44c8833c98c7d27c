import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { UserError } from '../../infra/config/errors.ts';
import { isLoopback } from './access/hosts.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { startHub } from './live/hub.ts';
import type { WebOptions } from './options.ts';
import { createStore } from './store/store.ts';

const MIN_TOKEN_LENGTH = 16;

const checkAccess = (host: string, options: WebOptions): void => {
  const tokens = options.tokens ?? [];
  if (!isLoopback(host) && tokens.length === 0)
    throw new UserError(
      `The web server would be open to everyone on ${host}: set WEB_READ_TOKEN or WEB_ADMIN_TOKEN, or WEB_HOST to 127.0.0.1.`,
    );
  const short = tokens.find(({ token }) => token.length < MIN_TOKEN_LENGTH);
  if (short)
    throw new UserError(
      `The access token "${short.name}" is shorter than ${MIN_TOKEN_LENGTH} characters: use a longer random one.`,
    );
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(
              `Port ${port} on ${host} is taken: stop what uses it, or set WEB_PORT to another (0 takes a free one).`,
            )
          : error.code === 'EACCES'
            ? new UserError(`Port ${port} needs more rights than this process has: set WEB_PORT to one above 1023.`)
            : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const GRACE_MS = 2000;

/** Running requests end, connections kept alive are closed as they fall idle, and after a grace all others too. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });

export interface RunningWeb {
  readonly url: string;
  /** Ends the live streams and running requests, then the consumer. */
  stop(): Promise<void>;
  /** Epoch milliseconds of the last turn of the live stream's consumer. */
  lastTick(): number;
  /** Rejects when the live stream has died and will not come back by itself. */
  readonly failed: Promise<never>;
}

/**
 * Starts API, live stream, feeds and dashboard.
 * @throws UserError when the port is taken, or when it would be open to others without a token.
 */
export const runWeb = async (options: WebOptions): Promise<RunningWeb> => {
  const host = options.host ?? '127.0.0.1';
  checkAccess(host, options);
  const store = createStore(options.client);
  const hub = await startHub(options.log, options.logger);
  const answer = getRequestListener(createApp({ options, store, hub, assets: loadAssets() }).fetch);
  const server = options.tls ? createTlsServer({ ...options.tls }, answer) : createServer(answer);
  try {
    const port = await listen(server, host, options.port ?? 8080);
    const shown = host.includes(':') ? `[${host}]` : host;
    return {
      url: `${options.tls ? 'https' : 'http'}://${shown}:${port}`,
      lastTick: () => hub.lastTick(),
      failed: hub.failed,
      async stop() {
        hub.closeStreams();
        await close(server);
        await hub.stop();
      },
    };
  } catch (error) {
    await hub.stop();
    throw error;
  }
};
