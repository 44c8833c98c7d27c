import { z } from 'zod';
import { fetchJob } from '../../../infra/contracts/fetch.ts';
import { FEED_TYPES, feedParams } from '../feeds/params.ts';
import { streamParams } from '../live/params.ts';
import type { Listing } from './listing.ts';
import { LISTINGS } from './listings.ts';
import { problem } from './problem.ts';
import { SINGLES, type Single } from './singles.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' });
  return rest;
};

const named = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const content = (type: string, schema: Json): Json => ({ content: { [type]: { schema } } });

/** Query parameters as OpenAPI writes them. Series keys may hold commas, so their lists repeat the parameter. */
const queryParameters = (params: z.ZodObject): Json[] =>
  Object.entries(params.shape).flatMap(([name, field]) => {
    if (!(field instanceof z.ZodType)) return [];
    const { description, verbatim, ...schema } = schemaOf(field);
    return [
      {
        name,
        in: 'query',
        required: !field.safeParse(undefined).success,
        ...(description === undefined ? {} : { description }),
        schema,
        ...(schema['type'] === 'array' ? { style: 'form', explode: verbatim === true } : {}),
      },
    ];
  });

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const failures = (...statuses: readonly number[]): Json =>
  Object.fromEntries(
    [400, 401, 429, 503, ...statuses].map((status) => [
      status,
      { description: FAILURE[status] ?? 'Failed', ...content('application/problem+json', named('Problem')) },
    ]),
  );
const FAILURE: Readonly<Record<number, string>> = {
  400: 'A parameter is not understood; `errors` names it',
  401: 'A token is needed',
  403: 'The token lacks the scope',
  404: 'There is no such thing',
  429: 'Asked too often; see Retry-After',
  503: 'The store cannot be reached, or the query took too much',
};

const listingPath = (listing: Listing): Json => ({
  get: {
    operationId: listing.id,
    summary: listing.summary,
    parameters: queryParameters(listing.params),
    responses: {
      200: {
        description: 'A page of rows, or a file',
        headers: {
          ETag: { schema: { type: 'string' } },
          Link: { schema: { type: 'string' }, description: 'rel="next"' },
        },
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data', 'next'],
              properties: {
                data: { type: 'array', items: named(listing.rowName) },
                next: { type: ['string', 'null'], description: 'Pass as `cursor`; null on the last page' },
              },
            },
          },
          'text/csv': { schema: { type: 'string' } },
          'application/vnd.apache.parquet': {},
          'application/vnd.apache.arrow.stream': {},
        },
      },
      ...failures(),
    },
  },
});

const singlePath = (single: Single): Json => ({
  get: {
    operationId: single.id,
    summary: single.summary,
    parameters: [...pathParameters(single.path), ...queryParameters(single.params)],
    responses: {
      200: { description: 'OK', ...content('application/json', named(single.resultName)) },
      ...failures(404),
    },
  },
});

const streamPath: Json = {
  get: {
    operationId: 'stream',
    summary: 'Signals as they happen (server-sent events named `signal`), resumed by Last-Event-ID',
    parameters: queryParameters(streamParams),
    responses: {
      200: {
        description: '`reset` instead of `signal`: too much was missed, load /signals anew',
        ...content('text/event-stream', { type: 'string' }),
      },
      ...failures(),
    },
  },
};

const feedPath = (extension: string, type: string): Json => ({
  servers: [{ url: '/' }],
  get: {
    operationId: `feed-${extension}`,
    summary: 'Signals as a feed; a corrected signal keeps its id',
    parameters: queryParameters(feedParams),
    responses: { 200: { description: 'OK', ...content(type, { type: 'string' }) }, ...failures() },
  },
});

const fetchPath: Json = {
  post: {
    operationId: 'fetch-source',
    summary: 'Ask for a source outside its schedule (scope admin)',
    parameters: pathParameters('{id}'),
    responses: {
      202: {
        description: 'Queued',
        ...content('application/json', {
          type: 'object',
          required: ['data'],
          properties: { data: { type: 'array', items: named('FetchJob') } },
        }),
      },
      ...failures(403, 404),
    },
  },
};

/** The OpenAPI 3.1 document, made from the schemas that check the requests and the rows. */
export const openApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'tokentape',
    version: '1',
    description: 'Prices, token volumes and announcements of AI clouds. Times are UTC, money is a decimal string.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{}, { token: [] }],
  paths: Object.fromEntries([
    ...LISTINGS.map((listing) => [listing.path, listingPath(listing)]),
    ...SINGLES.map((single) => [single.path, singlePath(single)]),
    ['/stream', streamPath],
    ['/sources/{id}/fetch', fetchPath],
    ...Object.entries(FEED_TYPES).map(([extension, type]) => [
      `/feeds/signals.${extension}`,
      feedPath(extension, type),
    ]),
  ]),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Not needed on loopback' } },
    schemas: Object.fromEntries([
      ...LISTINGS.map(({ rowName, row }) => [rowName, schemaOf(row)]),
      ...SINGLES.map(({ resultName, result }) => [resultName, schemaOf(result)]),
      ['FetchJob', schemaOf(fetchJob)],
      ['Problem', schemaOf(problem)],
    ]),
  },
});
