/** Entry of the child process that holds the engine. Speaks with embedded.ts over IPC (messages.ts). */

import { openEngine } from './engine.ts';
import { httpInterface } from './http/server.ts';
import { type ChildMessage, parentMessage, type StartMessage } from './messages.ts';

/** An ordinary exit while the engine works may hang or crash; a killed engine loses nothing it acknowledged. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}

function start({ dataDir, port, ...options }: StartMessage): void {
  const engine = openEngine(dataDir, options.database, [`--max_server_memory_usage=${options.memoryBytes}`]);
  const { server, close } = httpInterface(engine, { dataDir, ...options });
  server.once('error', (error: NodeJS.ErrnoException) => {
    tell({ kind: 'refused', reason: error.code === 'EADDRINUSE' ? 'busy' : 'error', detail: error.message });
  });
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') tell({ kind: 'listening', port: address.port });
  });
  process.on('message', (raw) => {
    const message = parentMessage.parse(raw);
    if (message.kind === 'ping') tell({ kind: 'pong' });
    if (message.kind === 'stop') {
      setTimeout(end, message.withinMs).unref();
      close()
        .then(() => engine.close())
        .then(end, end);
    }
  });
}

process.on('disconnect', end);
process.on('SIGINT', () => {
  // Ctrl-C reaches the whole group: the parent decides when its store goes.
});
process.once('message', (raw) => {
  const message = parentMessage.parse(raw);
  if (message.kind !== 'start') return;
  try {
    start(message);
  } catch (error) {
    tell({ kind: 'refused', reason: 'error', detail: error instanceof Error ? error.message : String(error) });
  }
});
