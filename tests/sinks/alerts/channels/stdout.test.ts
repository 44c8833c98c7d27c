import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openStdout, stdoutSettings } from '../../../../sinks/alerts/channels/stdout.ts';
import { message } from '../builders.ts';
import { hike, never } from './receiver.ts';

async function printed(fields: object): Promise<string> {
  const out = new PassThrough();
  await openStdout(stdoutSettings.parse({ name: 'out', type: 'stdout', ...fields }), out).send(
    message({ signals: [hike] }),
    never,
  );
  return String(out.read());
}

describe('standard output', () => {
  it('is for people', async () => {
    expect(await printed({})).toBe(
      `${[
        hike.headline,
        'State: confirmed on the price page',
        'Effective: 2026-04-18',
        'Moved on the announced date',
        'Reported by 4 documents',
        '  - Zhenwu 810E GPU: ¥20 → ¥26.8 per GPU hour (+34%)',
        '  - CPFS storage: ¥1 → ¥1.3 per GB-month (+30%)',
        '  "Alibaba Cloud will raise prices by 5% to 34% from April 18."',
        'https://news.example/a',
      ].join('\n')}\n\n`,
    );
  });

  it('or for programs, one line a message', async () => {
    const text = await printed({ format: 'json' });
    expect(text.trimEnd()).not.toContain('\n');
    expect(JSON.parse(text)).toMatchObject({ data: { message_id: 'message-1' } });
  });
});
