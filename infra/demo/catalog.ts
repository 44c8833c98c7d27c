import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { VENDORS } from './vendors.ts';

const WIRES = ['en', 'zh'];

/** Writes the market's sources, one YAML each, into a folder for CATALOG_DIRS; `cron` says how often each is looked at. Returns how many. */
export function writeDemoCatalog(folder: string, marketUrl: string, cron: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const common = {
    schedule: { cron },
    politeness: { delay_seconds: 0, concurrency: 8 },
    allow_private: true,
  };
  const write = (id: string, source: object) =>
    writeFileSync(join(folder, `${id}.yaml`), stringify({ id, ...source, ...common }));
  for (const vendor of VENDORS) {
    const isApi = vendor.layout === 'json_models' || vendor.layout === 'json_gpus';
    write(`demo-${vendor.id}`, {
      name: `${vendor.name} (simulated)`,
      provider: vendor.id,
      kind: isApi ? 'api' : 'page',
      url: `${marketUrl}/${vendor.id}/pricing`,
      ...(isApi ? { hints: { currency: vendor.currency } } : {}),
    });
  }
  for (const lang of WIRES) {
    write(`demo-wire-${lang}`, {
      name: lang === 'en' ? 'The wire (simulated)' : '云市快讯（模拟）',
      kind: 'feed',
      url: `${marketUrl}/feeds/${lang}.xml`,
      authority: 'press',
      lang,
    });
  }
  return VENDORS.length + WIRES.length;
}
