import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Channel, DeliveryError } from '../../../../sinks/alerts/channels/channel.ts';
import { change, citation, message, signal } from '../builders.ts';

export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The other end of a channel: keeps what it receives and answers what it is told to. */
export async function startReceiver(answer: (received: Received) => Answer = () => ({})) {
  const received: Received[] = [];
  let answers = answer;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      const one = {
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(one);
      const { status = 200, headers = {}, body = '' } = answers(one);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (next: typeof answer) => {
      answers = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

export const never = new AbortController().signal;

/** How a send failed; throws when it did not. */
export async function failureOf(channel: Channel, one = message()): Promise<DeliveryError> {
  try {
    await channel.send(one, never);
  } catch (error) {
    if (error instanceof DeliveryError) return error;
    throw error;
  }
  throw new Error('the message was taken');
}

/** An announced hike, confirmed by three prices, with everything a message can tell. */
export const hike = signal({
  signal_id: 'hike',
  origin: 'both',
  state: 'confirmed',
  lag_days: 0,
  effective: '2026-04-18',
  headline:
    'Alibaba Cloud raises prices of AI computing 5 to 34 percent from 18 April 2026: confirmed on its price page',
  headline_zh: '阿里云上调 AI 算力价格 5% 至 34%，2026-04-18 起生效：官网价格已变动',
  mentions: 4,
  citations: [citation()],
  changes: [
    change({ product: 'Zhenwu 810E', meter: 'gpu_hour', old_unit_price: '20', new_unit_price: '26.8', pct: 34 }),
    change({ product: 'CPFS', meter: 'storage_gb_month', old_unit_price: '1', new_unit_price: '1.3', pct: 30 }),
  ],
});

/** Words that would be markup somewhere, in every place where words of others appear. */
export const hostile = signal({
  signal_id: 'hostile',
  headline: '<!channel> *bold* [click](https://evil.example) `code` & <b>html</b> # heading',
  headline_zh: null,
  state: 'announced',
  origin: 'announced',
  changes: [change({ product: '**x** <@U123> [a](b)' })],
  citations: [
    citation({
      title: '] ) <at id=all></at> | pipe',
      url: 'https://news.example/a_(b)?q="<x>"|y',
      quote: '> quoted\n# not a heading <!here>',
    }),
  ],
});

/** More than any channel carries in one message. */
export const flood = message({
  message_id: 'flood',
  digest: true,
  more: 7,
  signals: Array.from({ length: 50 }, (_, index) =>
    signal({
      signal_id: `flood-${index}`,
      subject: `provider-${index}`,
      headline: `Provider ${index} raises 60 prices, 5 to 34 percent 阿里云上调价格`,
      citations: [citation({ quote: '涨价'.repeat(300) })],
      changes: Array.from({ length: 60 }, (__, row) =>
        change({ product: `一个名字很长的产品-${index}-${row}`, meter: 'output' }),
      ),
    }),
  ),
});
