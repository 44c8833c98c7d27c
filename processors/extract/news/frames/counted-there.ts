import { isActor } from '../entities.ts';
import type { Reading } from '../reading.ts';

/** "中国大模型在OpenRouter上的调用量": where the tokens are counted, not whose they are. */
export const isPlace = (reading: Reading, start: number): boolean =>
  // 登顶OpenRouter周榜, OpenRouter周调用量第二名: whose ranking it is.
  RANKED_THERE.test(reading.text.slice(start, start + 28)) ||
  // 某模型输入0.7元，OpenRouter单日调用1800亿: of the model told before.
  (USED_THERE.test(reading.text.slice(start, start + 20)) &&
    reading.entities.some((e) => e.kind === 'product' && e.end <= start)) ||
  isUsedThrough(reading, start) ||
  (/(?:\bon|\bvia|\bthrough|在|于|上线|登陆|登上|接入|入驻) ?$/.test(
    reading.text.slice(Math.max(0, start - 9), start),
  ) &&
    (ROUTED.test(reading.text.slice(start, start + 12)) ||
      // DeepSeek-V3.2在硅基流动平台上的日均调用量: of the model that was named first.
      (/^[^,，。;；]{2,8}(?:平台|社区)上?的/.test(reading.text.slice(start, start + 16)) &&
        reading.entities.some((e) => e.kind === 'product' && e.end <= start && start - e.end < 14))));
const RANKED_THERE =
  /^(?:openrouter|vercel|poe)(?:[^,，。;；]{0,12}(?:榜|第[一二三四五六七八九十\d]+[名位]?|排名|冠军)|(?:['’]s)? (?:[\w-]+ )?(?:rankings?|leaderboards?|charts?|league table)\b)/;
const USED_THERE =
  /^(?:openrouter|vercel|poe) ?(?:平台)?上?的?(?:单[日周月]|首[日周月]|日均|周|月)[^,，。;；]{0,4}(?:调用|消耗|用量|使用|token)/;
const ROUTED = /^(?:openrouter|vercel|poe)/;

/** Meta每周通过Azure消耗, 小米每天在火山方舟上消耗: of who uses it, named first in the clause. */
const isUsedThrough = ({ text, entities }: Reading, start: number): boolean => {
  const lead = /[^,，。;；]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const behind = text.slice(start, start + 24);
  if (!(THROUGH.test(lead) && USES.test(behind)) && !(/在 ?$/.test(lead) && USES_THERE.test(behind))) return false;
  return entities.some(
    (e) => isActor(e) && e.start >= start - lead.length && e.end < start && !THROUGH.test(text.slice(0, e.start)),
  );
};
const THROUGH = /(?:通过|经由?|借助|借道)[^,，。;；\d]{0,8}$/;
const USES = /^[^,，。;；\d]{2,16}?(?:消耗|调用|用掉|吃掉|烧掉|跑掉)/;
const USES_THERE = /^[^,，。;；\d]{2,12}?上(?:就|共|日均|每[天日])?(?:消耗|用掉|吃掉|烧掉|跑掉)/;
