import { describe, expect, it } from 'vitest';
import { findUnit, unitAfter } from '../../../processors/normalise/unit-phrase.ts';
import type { Unit } from '../../../processors/normalise/units.ts';

/** The unit behind the amount that a text begins with. */
const behind = (text: string): Unit | undefined =>
  unitAfter(text, /^[$¥€]?\d[\d.]*\s*元?/.exec(text)?.[0].length ?? 0)?.unit;

describe('one telling word before a known unit', () => {
  it.each([
    ['$0.3 per logical GiB per month', 'gb_month', 'logical gib month'],
    ['$0.3 per logical GiB', 'gb', 'logical gib'],
    ['$1 per fork request', 'request', 'fork request'],
    ['$5 per custom image', 'image', 'custom image'],
  ])('%s', (text, dimension, noun) => {
    expect(behind(text)).toMatchObject({ dimension, count: 1, noun });
  });

  it.each(['$9 per credit card', '$9 per custom model'])('%s is of no unit that is known', (text) => {
    expect(behind(text)).toMatchObject({ dimension: 'other' });
  });

  it('takes no word that joins two', () => {
    expect(behind('$9 per and request')).toBeUndefined();
  });
});

describe('units of compute, by any of their names', () => {
  it.each([
    ['$0.3 / ACU-hour', 'acu hour'],
    ['$0.2 / DPU-hour', 'dpu hour'],
    ['$0.5 per dcu hour', 'dcu hour'],
    ['$0.4 / DBU-hour', 'dbu hour'],
    ['$0.1 per compute unit hour', 'compute unit hour'],
    ['$0.3 per CPU core', 'cpu core'],
  ])('%s', (text, noun) => {
    expect(behind(text)).toMatchObject({ dimension: 'other', count: 1, noun });
  });

  it.each(['$0.2 / cup', '$0.2 per due'])('%s is another word', (text) => {
    expect(behind(text)).toMatchObject({ dimension: 'other', noun: text.split(/ (?:\/|per) /)[1] });
  });
});

describe('by the month and the year, whatever is rented', () => {
  it.each([
    ['$60 / core / year', 'year'],
    ['$7 per vCPU per year', 'year'],
    ['$6 / core / month', 'month'],
    ['$4 / Mbps-month', 'month'],
  ])('%s', (text, dimension) => {
    expect(behind(text)).toMatchObject({ dimension, count: 1 });
  });

  it('a core by the hour is neither', () => {
    expect(behind('$0.1 per core hour')).toMatchObject({ dimension: 'other', noun: 'core hour' });
  });
});

it('counts commands as requests', () => {
  expect(behind('$1 per 100K commands')).toMatchObject({ dimension: 'request', count: 100_000 });
});

it('takes 图 behind 每 for a picture, and 图形 for none', () => {
  expect(findUnit('每图')?.unit).toMatchObject({ dimension: 'image', count: 1 });
  expect(findUnit('每图形')).toBeNull();
});

it('takes 日额 for a day, and no part of 日志', () => {
  expect(behind('3 元/日额')).toMatchObject({ dimension: 'day', noun: '日额' });
  expect(behind('3 元/日志')).toMatchObject({ dimension: 'other', noun: '日志' });
});

it('takes no money for a unit of money', () => {
  expect(behind('6 元/元')).toBeUndefined();
  expect(findUnit('单价/美元')).toBeNull();
  expect(behind('6 元/位')).toMatchObject({ dimension: 'other', noun: '位' });
});

it('reads ways of tokens in German units', () => {
  expect(behind('$3 per 1M Ausgabe tokens')).toMatchObject({ dimension: 'token', count: 1_000_000 });
  expect(behind('$3 per 1K Eingabe tokens')).toMatchObject({ dimension: 'token', count: 1000 });
});

it('reads the hour that a label ends with', () => {
  expect(findUnit('Loon Speech an hour')).toMatchObject({ unit: { dimension: 'hour' } });
  expect(findUnit('an hour of free speech')).toBeNull();
});

describe('what is written and read', () => {
  it.each([
    ['$0.3 per write', 'request'],
    ['$0.3 / read', 'request'],
    ['$0.3 per read request', 'request'],
    ['$0.3 p/h', 'hour'],
    ['$0.3 p/hr', 'hour'],
    ['$0.3 an hour', 'hour'],
    ['$3 per 1M read tokens', 'token'],
    ['$3 per 1M cache read tokens', 'token'],
    ['$3 per 1M cache write input tokens', 'token'],
  ])('%s', (text, dimension) => {
    expect(behind(text)).toMatchObject({ dimension });
  });

  it('takes no writes to a cache for requests', () => {
    expect(behind('$3 per 1M cache writes')?.dimension).not.toBe('request');
  });
});

describe('a picture in one character', () => {
  it.each(['0.2元/图', '0.2元/ 图', '0.2元每图'])('%s', (text) => {
    expect(behind(text)).toMatchObject({ dimension: 'image' });
  });
});

describe('what is stored, by the month', () => {
  it.each([
    ['$0.02 per GB storage per month', 'gb_month'],
    ['$0.02 per GB of data / month', 'gb_month'],
    ['$0.02 per GB of storage capacity per month', 'gb_month'],
    ['$0.02 per GB of data', 'gb'],
  ])('%s', (text, dimension) => {
    expect(behind(text)).toMatchObject({ dimension, count: 1 });
  });
});

describe('time of what is made or heard', () => {
  it.each([
    ['$0.02 per recorded minute', 'minute'],
    ['$0.05 per rendered second', 'second'],
    ['$0.4 per transcription hour', 'hour'],
  ])('%s', (text, dimension) => {
    expect(behind(text)).toMatchObject({ dimension, count: 1 });
  });
});

describe('so many hundred thousand', () => {
  it.each([
    ['(per 200K)', 200_000],
    ['(per 250K)', 250_000],
    ['(per 500K)', 500_000],
  ])('%s', (text, count) => {
    expect(findUnit(text)?.unit).toMatchObject({ count });
  });

  it('is no count where nobody counts so', () => {
    expect(findUnit('(per 270K)')).toBeNull();
  });
});
