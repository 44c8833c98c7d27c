import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openChannel } from '../../../sinks/alerts/channels/open.ts';
import { parseAlerts } from '../../../sinks/alerts/config.ts';
import { message, signal } from './builders.ts';
import { never, startReceiver } from './channels/receiver.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const secrets = {
  env: {
    SLACK_WEBHOOK_URL: 'https://a.example',
    TRADING_WEBHOOK_SECRET: secret,
    FEISHU_URL: 'https://a.example',
    FEISHU_SECRET: 's',
    DINGTALK_URL: 'https://a.example',
    DINGTALK_SECRET: 's',
    WECOM_URL: 'https://a.example',
    TEAMS_URL: 'https://a.example',
    SMTP_PASSWORD: 'p',
  },
  readFile: () => '',
};

let page = '';
let folder = '';
beforeAll(async () => {
  page = await readFile(join(ROOT, 'docs/alerts.md'), 'utf8');
  // Inside the project, so that the snippets find its packages.
  folder = await mkdtemp(join(ROOT, 'node_modules/.docs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

describe('docs/alerts.md', () => {
  it('shows files that are read without complaint', () => {
    const [first, second] = blocks('yaml').map((text) => parseAlerts(text, 'docs/alerts.md', secrets));
    expect(first?.rules.map(({ name }) => name)).toEqual(['big-hikes', 'late-announcements', 'sources']);
    expect(second?.channels.map(({ type }) => type)).toEqual([
      'feishu',
      'dingtalk',
      'wecom',
      'teams',
      'email',
      'stdout',
    ]);
  });

  it('shows how to verify a webhook, and that works', async () => {
    vi.stubEnv('TRADING_WEBHOOK_SECRET', secret);
    const receiver = await startReceiver();
    try {
      const [hook] = parseAlerts(
        `channels: [{ name: t, type: webhook, url: "${receiver.url}", secret: "${secret}", allow_private: true }]`,
        'x',
        secrets,
      ).channels;
      if (hook === undefined) throw new Error('no channel');
      await openChannel(hook, process.stdout).send(message({ signals: [signal()] }), never);
    } finally {
      await receiver.close();
      vi.unstubAllEnvs();
    }
    const [received] = receiver.received;
    const body = received?.body ?? '';
    const headers = Object.fromEntries(
      Object.entries(received?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    vi.stubEnv('TRADING_WEBHOOK_SECRET', secret);
    const [withLibrary, without] = await Promise.all(blocks('js').map((text, index) => load(`${index}.mjs`, text)));
    const receive = z
      .object({ receive: z.function({ input: [z.string(), z.record(z.string(), z.string())], output: z.unknown() }) })
      .parse(withLibrary).receive;
    const isGenuine = z
      .object({
        isGenuine: z.function({
          input: [z.string(), z.record(z.string(), z.string()), z.string()],
          output: z.boolean(),
        }),
      })
      .parse(without).isGenuine;
    expect(receive(body, headers)).toMatchObject({ rule: 'prices', signals: [{ signal_id: 'signal-1' }] });
    expect(() => receive(`${body} `, headers)).toThrow();
    expect(isGenuine(body, headers, secret)).toBe(true);
    expect(isGenuine(`${body} `, headers, secret)).toBe(false);
    expect(isGenuine(body, { ...headers, 'webhook-timestamp': '1' }, secret)).toBe(false);
    vi.unstubAllEnvs();
  });
});

async function load(name: string, text: string): Promise<unknown> {
  const path = join(folder, name);
  await writeFile(path, text);
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}
