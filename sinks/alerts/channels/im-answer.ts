import { z } from 'zod';
import { DeliveryError } from './channel.ts';

const answer = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  StatusCode: z.number().optional(),
  msg: z.string().optional(),
});

/**
 * Chat services answer 200 and say in the body whether they took the message.
 * @param busy codes that mean "too fast" or "busy": trying later helps
 */
export function expectTaken(service: string, body: string, busy: ReadonlySet<number>): void {
  const parsed = answer.safeParse(safeJson(body));
  if (!parsed.success) throw new DeliveryError(`${service} gave an answer that is not its own`, { isTransient: true });
  const { errcode, code, StatusCode, errmsg, msg } = parsed.data;
  const status = errcode ?? code ?? StatusCode;
  if (status === 0) return;
  const isBusy = status !== undefined && busy.has(status);
  throw new DeliveryError(
    `${service} refused the message: ${status ?? 'no code'} ${(errmsg ?? msg ?? '').slice(0, 200)}`.trimEnd(),
    {
      isTransient: isBusy || status === undefined,
      retryAfterMs: isBusy ? 60_000 : null,
    },
  );
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
