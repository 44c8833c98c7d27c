import type { Article } from './analysis.ts';
import { coordinated } from './coordinated.ts';
import { isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';
import { hasHan } from './text.ts';

const GROUP =
  /\b(?:these|those|the|all|both) (?<en>two|three|four|five|[2-5])(?: \w+){0,2} (?:providers?|companies|firms|vendors|clouds|platforms|groups|giants|hyperscalers|labs|players|rivals|houses|operators|spenders|builders)\b|\bthe (?<bare>two|three|four|five|six)(?= (?:will|would|now|plan|expect|are (?:to|set|expected|on)|have|had|together|between them|combined|spen[dt]|pour|lay|invest|put|paid|pay|intend|mean to|could|should|may|might)\b)|\b(?<both>both (?:providers|companies|firms|vendors|platforms|clouds))\b|(?:这|上述|以上|前述)?(?<zh>[两二三四五])(?:家(?!族)|大(?=公司|厂商|企业|云|平台|巨头))(?:公司|厂商|企业|云厂商|平台|巨头|云)?/;
const GROUP_SIZES: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
};

/** Where a group is spoken of ("the four companies", "the four will"), in English; null where none is. */
export const groupNamed = (text: string): { index: number; words: string } | null => {
  const match = hasHan(text) ? null : GROUP.exec(text);
  return match && { index: match.index, words: match[0] };
};

/** "these three cloud providers", "the two vendors", 两家公司: the last list of that many names above; null where none is meant. */
export function groupMeant(article: Article, reading: Reading): Subject | null {
  const groups = GROUP.exec(reading.text)?.groups;
  if (!groups) return null;
  const at = reading.text.search(GROUP);
  const size = groups['both']
    ? 2
    : (GROUP_SIZES[groups['en'] ?? groups['bare'] ?? groups['zh'] ?? ''] ?? Number(groups['en']));
  // 甲收入130亿元，乙正在追赶：两家公司分别…
  const here = new Map(reading.entities.filter((e) => isActor(e) && e.end <= at).map((e) => [e.slug, e]));
  if (here.size === size && hasHan(reading.text))
    return {
      slugs: [...here.keys()],
      names: [...here.values()].map((e) => reading.original.slice(e.start, e.end)),
      how: 'sentence',
    };
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 8; i--) {
    const entities = article.entitiesOf(i).filter(isActor);
    for (const entity of entities) {
      const group = coordinated({ text: article.reading(i).text, entities }, entity);
      const slugs = [...new Set(group.map((e) => e.slug))];
      if (slugs.length === size)
        return { slugs, names: group.map((e) => article.reading(i).original.slice(e.start, e.end)), how: 'carried' };
    }
  }
  return null;
}
