import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';

const MAKES =
  /ship(?:s|ped|ping|ments?)?\b|deliver|produc|sell|sold|output|出货|量产|交付|产能|产量|销|(?:将|已|有望|会)(?:获得|拿下|斩获|拿到)/;

/** "Google TPUs", "Amazon's Trainium 2": the maker only names the chips. */
export const namesChips = (reading: Pick<Reading, 'text' | 'entities'>, entity: Entity): boolean =>
  entity.kind === 'organisation' &&
  !EARNS.test(reading.text.slice(entity.end, entity.end + 40)) &&
  // "100,000 H100 Nvidia chips": behind the name of a chip, its maker.
  (reading.entities.some((e) => e.kind === 'chip' && e.end === entity.start - 1 && reading.text[e.end] === ' ') ||
    /^(?:'s|的)? ?(?:v?cpus?\b|v?cores?\b|epyc\b|ryzen\b|xeon\b|threadripper\b|gpus?|tpus?|chips?|processors?|accelerators?|cards?|systems|racks|cabinets|芯片|加速卡|显卡|硬件|gpu|tpu|[\d一二三四五六七八九十百千万]+卡)/.test(
      reading.text.slice(entity.end, entity.end + 16),
    ) ||
    KINDS_HAN.test(reading.text.slice(entity.end, entity.end + 16)) ||
    reading.entities.some(
      (e) =>
        e.kind === 'chip' &&
        e.start >= entity.end &&
        /^(?:'s|的|与[\u4e00-\u9fff]+)? ?$/.test(reading.text.slice(entity.end, e.start)),
    )) &&
  !MAKES.test(reading.text);

/** "Google's TPU business", "Amazon's Trainium sales": what a house earns with its chips is its own. */
const EARNS = /^['’]s (?:[\w-]+ ){1,2}(?:business|unit|arm|division|sales|revenues?|orders?|backlog)\b/;

/** 英伟达高端 AI 芯片, of which no price or revenue of the maker's is told. */
const KINDS_HAN =
  /^的? ?(?:ai|人工智能|[高中低]端|先进|最新|数据中心|旗舰|训练|推理)(?:ai|的| )*(?:芯片|加速卡|显卡|硬件|gpu)(?! ?(?:的?(?:报价|价格|售价|单价)|[涨降]价|收入|营收|业务|销售|部门|市场|需求|业绩))/;

/** They rent nothing out: "NVIDIA L4 at $0.67 an hour" is somebody else's offer. */
export const PURE_MAKERS = new Set([
  'nvidia',
  'amd',
  'intel',
  'cambricon',
  'moore-threads',
  'hygon',
  'biren',
  'metax',
  'enflame',
  'kunlunxin',
  't-head',
]);

/** "NVIDIA L4 at $0.67 an hour": a maker that only says whose chips they are. */
export const makesOnly = (reading: Pick<Reading, 'text' | 'entities'>, entity: Entity): boolean =>
  PURE_MAKERS.has(entity.slug) && namesChips(reading, entity);

/** Whoever makes chips for AI, some beside a business of their own with them. */
export const CHIP_MAKERS = new Set([
  'nvidia',
  'amd',
  'intel',
  'broadcom',
  'huawei',
  'cambricon',
  'hygon',
  'metax',
  'moore-threads',
  'biren',
  'kunlunxin',
  'enflame',
  'iluvatar',
  'cerebras',
  'tsmc',
  'samsung',
  'sk-hynix',
  'micron',
]);
