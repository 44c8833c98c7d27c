import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface TestServer {
  readonly url: string;
  /** Every request that came, in order: "GET /path". */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}

/** A real HTTP server on loopback for one test. Paths without a handler answer 404, robots.txt included. */
export async function serve(
  handlers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>,
): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const handler = handlers[path] ?? handlers[path.split('?')[0] ?? ''];
    if (handler !== undefined) handler(request, response);
    else response.writeHead(404).end('no such page');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

/** A handler that answers 200 with this body. */
export const page =
  (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' }) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, headers).end(body);
  };
