import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../access/guard.ts';
import { readParams } from '../api/params.ts';
import { translator } from '../i18n/translate.ts';
import { signalRow } from '../pages/signal-row.ts';
import type { Parts } from '../parts.ts';
import { languageOf } from '../request-view.ts';
import { streamParams } from './params.ts';
import { streamSignals } from './stream.ts';

const tapeParams = streamParams.extend({ lang: z.string().optional() });

/** The stream for programs (records) and the one for the tape (the same rows the page is made of). */
export const streamRoutes = (app: Hono<AppEnv>, parts: Parts): void => {
  app.get('/api/v1/stream', (c) =>
    streamSignals(c, parts, readParams(streamParams, c.req.url), (signal) => JSON.stringify(signal)),
  );
  app.get('/tape/stream', (c) => {
    const { lang: _lang, last_event_id: _last, ...filter } = readParams(tapeParams, c.req.url);
    const t = translator(languageOf(c));
    return streamSignals(c, parts, filter, (signal) =>
      JSON.stringify({
        id: signal.signal_id,
        revision: signal.revision,
        at: signal.first_seen_at,
        retracted: signal.retracted,
        html: signalRow(signal, t).toString(),
      }),
    );
  });
};
