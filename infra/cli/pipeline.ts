import { readFileSync } from 'node:fs';
import { runFetch } from '../../ingest/fetch/role.ts';
import { runSchedule } from '../../ingest/schedule/role.ts';
import manifest from '../../package.json' with { type: 'json' };
import { runDetect } from '../../processors/detect/role.ts';
import { runExtract } from '../../processors/extract/role.ts';
import { runMerge } from '../../processors/merge/role.ts';
import { runSecondReader } from '../../processors/second-reader/role.ts';
import { runClickHouseSink } from '../../sinks/clickhouse/role.ts';
import { runWeb } from '../../sinks/web/run.ts';
import { UserError } from '../config/errors.ts';
import type { Stage } from '../log/stage.ts';
import type { HealthCheck } from '../telemetry/health.ts';
import { startAlerts } from './alerts.ts';
import type { Parts } from './parts.ts';
import { ROLES, type Role } from './roles.ts';

/** A running role, whatever it is made of. */
interface Running {
  readonly role: Role;
  readonly stage: Stage | null;
  readonly lastTick: () => number;
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

export interface Pipeline {
  readonly live: HealthCheck[];
  readonly ready: HealthCheck[];
  /** Where the dashboard is, where this process serves it. */
  readonly webUrl: string | null;
  /** Rejects when a role has died and will not come back by itself. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** A loop that has not turned for this long is stuck. Slow batches turn it by heartbeats ... */
const STALLED_MS = 60_000;
/** ... but not for ever: no batch takes this long. */
const STUCK_MS = 15 * 60_000;
/** Who falls this far behind is sent nothing new. */
const READY_LAG = 100_000;

/** Starts roles, consumers before producers; stops them producers first, so that what is under way drains. */
export async function startPipeline(parts: Parts, roles: readonly Role[]): Promise<Pipeline> {
  const running: Running[] = [];
  let webUrl: string | null = null;
  const stop = async () => {
    for (const part of running.toReversed()) await part.stop();
  };
  try {
    for (const role of ROLES.filter((name) => roles.includes(name))) {
      const started = await START[role](parts);
      running.push({ role, ...started });
      if (started.stage !== null) parts.metrics.watch(started.stage);
      if (started.url !== undefined) webUrl = started.url;
      parts.logger.debug({ role }, 'role started');
    }
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    webUrl,
    live: running.map(liveCheck),
    ready: running.map(readyCheck),
    failed: Promise.race(running.map(({ failed }) => failed)),
    stop,
  };
}

type Started = Omit<Running, 'role'> & { readonly url?: string };

const ofStage = (stage: Stage): Started => ({
  stage,
  lastTick: () => stage.status.lastTick,
  failed: stage.failed,
  stop: () => stage.stop(),
});

const START: Readonly<Record<Role, (parts: Parts) => Promise<Started>>> = {
  schedule: async ({ log, catalog, logger, metrics: { observer } }) => {
    const onError = (cause: unknown) =>
      logger.error({ err: cause }, 'schedule could not append its jobs, and tries again');
    const stage = await runSchedule({ log, catalog, observer, onError });
    return { ...ofStage(stage), lastTick: () => Math.min(stage.lastTick(), stage.status.lastTick) };
  },
  fetch: async ({ log, catalog, config, logger, metrics }) =>
    ofStage(
      await runFetch({
        log,
        catalog,
        version: manifest.version,
        contact: config.userAgentContact,
        chromiumPath: config.chromiumPath,
        concurrency: config.fetchConcurrency,
        observer: metrics.observer,
        onAttempt: (attempt) => {
          metrics.fetched(attempt);
          const { source_id: source, url, outcome, status, error } = attempt;
          if (error !== null && outcome !== 'skipped') logger.warn({ source, url, outcome, status }, error);
          else logger.debug({ source, url, outcome, status }, 'fetched');
        },
      }),
    ),
  extract: async (parts) => {
    const { log, config, metrics } = parts;
    const stage = await runExtract({ ...parts, observer: metrics.observer });
    if (config.readerUrl === undefined) return ofStage(stage);
    if (config.readerModel === undefined)
      throw new UserError('READER_URL needs READER_MODEL: the name of the model to ask.');
    const endpoint = { url: config.readerUrl, model: config.readerModel, key: config.readerKey };
    const second = await runSecondReader({ log, endpoint, observer: metrics.observer });
    metrics.watch(second);
    return {
      ...ofStage(stage),
      failed: Promise.race([stage.failed, second.failed]),
      stop: async () => {
        await second.stop();
        await stage.stop();
      },
    };
  },
  detect: async (parts) => ofStage(await runDetect({ ...parts, observer: parts.metrics.observer })),
  merge: async (parts) => ofStage(await runMerge({ ...parts, observer: parts.metrics.observer })),
  clickhouse: async ({ log, store, metrics: { observer } }) =>
    ofStage(await runClickHouseSink({ log, client: (await store()).client, observer })),
  alerts: async (parts) => ofStage(await startAlerts(parts)),
  web: async ({ log, store, config, catalog, logger }) => {
    const web = await runWeb({
      log,
      client: (await store()).reader,
      hosts: config.webHosts,
      ...(config.webPublicUrl === undefined ? {} : { publicUrl: config.webPublicUrl }),
      host: config.webHost,
      port: config.webPort,
      logger,
      tokens: [
        ...(config.webReadToken === undefined
          ? []
          : [{ name: 'read', token: config.webReadToken, scope: 'read' as const }]),
        ...(config.webAdminToken === undefined
          ? []
          : [{ name: 'admin', token: config.webAdminToken, scope: 'admin' as const }]),
      ],
      ...(config.webTlsCertFile === undefined || config.webTlsKeyFile === undefined
        ? {}
        : {
            tls: { cert: readFileSync(config.webTlsCertFile, 'utf8'), key: readFileSync(config.webTlsKeyFile, 'utf8') },
          }),
      catalog: [...catalog.sources.values()].map(({ id, name, provider, kind, urls, schedule }) => ({
        id,
        name,
        provider: provider ?? null,
        kind,
        url: urls[0] ?? '',
        urls,
        schedule: schedule.cron,
        timezone: schedule.timezone,
      })),
    });
    return { stage: null, lastTick: web.lastTick, failed: web.failed, stop: () => web.stop(), url: web.url };
  },
};

function liveCheck({ role, stage, lastTick }: Running): HealthCheck {
  return {
    name: role,
    check: () => {
      const age = Date.now() - lastTick();
      if (stage?.status.state === 'failed') return { ok: false, detail: `died: ${stage.status.lastError}` };
      const busy = stage?.status.busySince ?? null;
      if (stage?.status.state === 'running' && busy !== null && Date.now() - busy > STUCK_MS) {
        return { ok: false, detail: `one batch has taken ${Math.round((Date.now() - busy) / 1000)} s` };
      }
      return { ok: age < STALLED_MS, detail: `last turn ${Math.round(age / 1000)} s ago` };
    },
  };
}

function readyCheck({ role, stage }: Running): HealthCheck {
  let behind = 0;
  const refresh = async () => {
    const lags = (await stage?.lag()) ?? [];
    behind = lags.reduce((sum, { lag }) => sum + lag, 0);
  };
  return {
    name: role,
    check: () => {
      void refresh().catch(() => undefined);
      const { state = 'running', waitingFor = null, breaker = null } = stage?.status ?? {};
      const reason = waitingFor ?? breaker?.reason;
      const trouble = state === 'running' ? '' : `${state}${reason ? `: ${reason}` : ''}; `;
      return { ok: state === 'running' && behind < READY_LAG, detail: `${trouble}${behind} records behind` };
    },
  };
}
