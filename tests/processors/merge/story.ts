import { announce, move } from './builders.ts';

/** Noon UTC of a day, epoch milliseconds. */
export const noon = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);

const rise = { subject: 'alibaba-cloud', direction: 'increase', unit: 'percent', effective: '2026-04-18' } as const;

/** One hike, told by four documents in two languages, each in its own words. */
export const reports = [
  announce({
    ...rise,
    source_id: 'wire-en',
    published_at: '2026-03-18T03:00:00.000Z',
    object: 'AI computing power, storage and other products',
    value_max: '34',
    quote: 'Alibaba Cloud will charge up to 34% more for AI computing power, storage and other products.',
  }),
  announce({
    ...rise,
    source_id: 'wire-en',
    published_at: '2026-03-18T03:00:00.000Z',
    object: 'T-Head Zhenwu 810E',
    value_min: '5',
    value_max: '34',
    quote: 'Cards such as the T-Head Zhenwu 810E go up by 5% to 34%.',
  }),
  announce({
    ...rise,
    source_id: 'wire-en',
    published_at: '2026-03-18T03:00:00.000Z',
    object: 'CPFS',
    value_min: '30',
    value_max: '30',
    quote: 'File storage CPFS becomes 30% dearer.',
  }),
  announce({
    ...rise,
    source_id: 'daily-zh',
    lang: 'zh',
    published_at: '2026-03-18T06:30:00.000Z',
    subject: 'alibaba',
    object: '平头哥真武810E等算力卡',
    value_min: '5',
    value_max: '34',
    quote: '平头哥真武810E等算力卡4月18日起涨价5%至34%。',
  }),
  announce({
    ...rise,
    source_id: 'blog-en',
    published_at: '2026-03-21T10:00:00.000Z',
    object: null,
    effective: null,
    value_min: '5',
    value_max: '34',
    quote: 'Customers of Alibaba Cloud face bills 5–34 percent higher.',
  }),
  announce({
    ...rise,
    source_id: 'portal-zh',
    lang: 'zh',
    published_at: '2026-03-25T01:00:00.000Z',
    object: 'AI算力、存储等产品',
    effective: '2026-04',
    value_max: '34',
    quote: '阿里云将于4月上调AI算力、存储等产品价格，最高34%。',
  }),
];

/** The price page on the day. */
export const repriced = [
  move({ product: 'Zhenwu 810E', before: '20', after: '26.8', at: '2026-04-18T02:00:00.000Z' }),
  move({ product: 'GPU gn8v', before: '40', after: '42', at: '2026-04-18T02:00:00.000Z' }),
  move({ product: 'CPFS', meter: 'storage_gb_month', before: '1', after: '1.3', at: '2026-04-18T02:00:00.000Z' }),
];
