/** A site of pricing pages on loopback, in a process of its own: argv is how many hosts it has (127.0.0.1, 127.0.0.2 ...). */
import { createServer, type RequestListener } from 'node:http';
import { pricingPage } from './pages.ts';

const hosts = Number(process.argv[2] ?? 1);
const BODIES = Array.from({ length: 40 }, (_, source) => pricingPage(source, 0));

/** Page n of the site differs from every other by its last line. Everything else about it is what its number says. */
const answer: RequestListener = (request, response) => {
  const path = request.url ?? '/';
  const page = Number(/^\/pricing\/(\d+)/.exec(path)?.[1] ?? Number.NaN);
  if (path === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
  } else if (Number.isNaN(page)) {
    response.writeHead(404).end();
  } else {
    process.send?.({ kind: 'asked' });
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`${BODIES[page % BODIES.length]}\n<!-- ${path} -->`);
  }
};

let port = 0;
for (let host = 1; host <= hosts; host++) {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, `127.0.0.${host}`, resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
}
process.once('disconnect', () => process.exit());
process.send?.({ kind: 'ready', port });
