import { z } from 'zod';
import { Unavailable } from '../../infra/log/errors.ts';
import { CLAIMS_JSON_SCHEMA, type ClaimAnswer, claims, INSTRUCTIONS } from './claims.ts';

export interface Endpoint {
  /** Base address of an OpenAI-compatible API, such as http://127.0.0.1:11434/v1. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

/** Longer texts are cut: what a model forgets in the middle of a book it cannot be blamed for. */
const MOST_CHARACTERS = 24_000;
const TIMEOUT_MS = 120_000;

const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]).rest(z.unknown()),
});

/**
 * Asks the endpoint for the claims of a text, by JSON schema.
 * @throws Unavailable where asking again later may help (network, 429, 5xx), Error where the answer is none.
 */
export async function askEndpoint(
  { url, model, key }: Endpoint,
  text: string,
  signal: AbortSignal,
): Promise<ClaimAnswer[]> {
  const address = `${url.replace(/\/$/, '')}/chat/completions`;
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model,
      temperature: 0,
      messages: [
        { role: 'system', content: INSTRUCTIONS },
        { role: 'user', content: text.slice(0, MOST_CHARACTERS) },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'announcements', strict: true, schema: CLAIMS_JSON_SCHEMA },
      },
    }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((cause) => {
    throw new Unavailable(`The second reader at ${address} does not answer: is READER_URL right, and the server up?`, {
      cause,
    });
  });
  if (response.status === 429 || response.status >= 500) {
    throw new Unavailable(`The second reader at ${address} answers ${response.status}.`);
  }
  if (!response.ok) {
    throw new Error(
      `The second reader at ${address} answers ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  }
  const answer = completion.parse(await response.json());
  return claims.parse(JSON.parse(answer.choices[0].message.content)).announcements;
}
