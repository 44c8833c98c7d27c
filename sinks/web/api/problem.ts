import { ClickHouseError } from '@clickhouse/client';
import { z } from 'zod';

/** RFC 9457. `detail` says what to do about it. */
export const problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Thrown anywhere in a request; becomes problem+json for programs and an error page for people. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: Omit<z.input<typeof problem>, 'type'>, headers: Readonly<Record<string, string>> = {}) {
    super(body.detail);
    this.problem = problem.parse(body);
    this.headers = headers;
  }
}

export const notFound = (detail: string): HttpProblem => new HttpProblem({ status: 404, title: 'Not found', detail });

/** Codes of ClickHouse that mean "asked for too much" rather than "something is broken". */
const TOO_MUCH = new Set(['159', '158', '241', '307', '396', '394']);

const storeProblem = (error: ClickHouseError): HttpProblem =>
  TOO_MUCH.has(error.code)
    ? new HttpProblem({
        status: 503,
        title: 'The query took too much',
        detail: 'Narrow the request with since, until, provider or limit, and try again.',
      })
    : new HttpProblem({
        status: 500,
        title: 'The store refused the query',
        detail: `ClickHouse answered with error ${error.code}; the server's log has the whole of it.`,
      });

const CONNECTION = /ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|socket hang up|Timeout error/i;

/** What a failed request says to its caller. Nothing of the error's inside leaks. */
export const toProblem = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ClickHouseError) return storeProblem(error);
  const text = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (CONNECTION.test(`${code} ${text}`))
    return new HttpProblem(
      {
        status: 503,
        title: 'The store cannot be reached',
        detail: 'ClickHouse does not answer; check that it runs and that CLICKHOUSE_URL names it, then try again.',
      },
      { 'Retry-After': '5' },
    );
  return new HttpProblem({
    status: 500,
    title: 'Something broke here',
    detail: "The request could not be answered; the server's log says why.",
  });
};
