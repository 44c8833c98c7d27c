import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.number() }),
  z.object({ kind: z.literal('asked') }),
]);

export interface Site {
  /** The address of a page: `http://127.0.0.H:port/pricing/N`. */
  page(host: number, number: number): string;
  /** Pages asked for so far. */
  asked(): number;
  stop(): Promise<void>;
}

const PROCESS = fileURLToPath(new URL('site-process.ts', import.meta.url));

export async function openSite(hosts: number): Promise<Site> {
  const child = fork(PROCESS, [String(hosts)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let asked = 0;
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = told.parse(raw);
      if (message.kind === 'ready') resolve(message.port);
      else asked++;
    });
    child.once('exit', (code) => reject(new Error(`the site did not open (exit ${code})`)));
  });
  return {
    page: (host, number) => `http://127.0.0.${host + 1}:${port}/pricing/${number}`,
    asked: () => asked,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
