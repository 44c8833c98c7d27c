import { readdirSync, readFileSync } from 'node:fs';
import { readNews } from '../../../processors/extract/news/read-news.ts';
import { makeDocument } from '../../support/document.ts';
import { type Bench, sideBySide, timed } from '../harness.ts';
import { recogniseAll } from '../support/recognizers.ts';

const FIXTURES = new URL('../../processors/extract/news/fixtures/', import.meta.url);
const ROUNDS = 4;
/** How often we read everything in a turn: once takes a tenth of a second, while the engine still compiles what we run. */
const PASSES = 10;
/** How many stories of a language are read: the reader beside ours takes a tenth of a second for each. */
const STORIES = 200;

interface Story {
  readonly text: string;
  readonly published: string;
  /** The amounts a reader of the story must find, as the fixture states them. */
  readonly amounts: readonly number[];
}

/**
 * News, document by document: ours reads claims (who did what to which price from when), recognizers-text reads the numbers,
 * currencies, percentages and dates such claims are made of.
 */
export async function benchNews(bench: Bench): Promise<void> {
  for (const lang of ['en', 'zh'] as const) {
    const stories = readStories(lang);
    await compare(bench, `news ${lang}, every sentence a signal`, lang, stories);
    await compare(
      bench,
      `news ${lang}, as an article runs`,
      lang,
      stories.map((story) => inArticle(story, lang)),
    );
  }
}

/** Stories of the tests: `=== title`, `published: day`, text, `---`, what it states. */
function readStories(lang: 'en' | 'zh'): Story[] {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith(`-${lang}.txt`));
  return files.flatMap((name) =>
    readFileSync(new URL(name, FIXTURES), 'utf8')
      .split(/^=== .*$/m)
      .flatMap((part) => {
        const [story = '', stated = ''] = part.split(/^---$/m);
        const published = /^published: (\S+)$/m.exec(story)?.[1] ?? '2026-04-02';
        const text = story.replace(/^\w+: .*$/gm, '').trim();
        const amounts = [...stated.matchAll(/ (\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))? /g)]
          .flatMap(([, min, max]) => [min, max])
          .filter((amount) => amount !== undefined)
          .map(Number);
        return text === '' ? [] : [{ text, published, amounts }];
      }),
  );
}

/** What stands around a signal in an article: sentences about nothing we look for. */
const AROUND = {
  en: 'The conference hall filled early, and the queue for coffee ran past the registration desks. Several speakers thanked the organisers and the volunteers who had kept the stage running all week. Developers compared notes on tooling, on documentation and on the habits of large teams. A panel on safety drew the longest line of questions, few of which were answered in full. Outside, the weather had turned, and the shuttle buses back to the station were late again. Analysts expect more detail when the company meets its partners, though nobody would say what that detail might be. The editor of a trade magazine said that the mood was calmer than last season. Customers in health care and logistics described how they test new releases before they let staff use them.',
  zh: '会场很早就坐满了人，签到处外排起了长队。几位嘉宾先后上台致谢，感谢组织者和志愿者一周以来的辛勤工作。开发者们交流了各自使用工具、编写文档和管理团队的经验。关于安全的圆桌讨论吸引了最多的提问，但多数问题没有得到完整的回答。会场外天气转凉，返回车站的班车又一次晚点。分析人士期待公司在合作伙伴大会上公布更多细节，不过没有人愿意透露具体内容。一位行业杂志主编表示，今年的气氛比上一季更为平和。来自医疗和物流行业的客户介绍了他们在正式使用新版本之前如何进行测试。',
} as const;

const inArticle = (story: Story, lang: 'en' | 'zh'): Story => ({
  ...story,
  text: `${AROUND[lang]}\n\n${story.text}\n\n${AROUND[lang]}`,
});

async function compare(bench: Bench, name: string, lang: 'en' | 'zh', all: readonly Story[]): Promise<void> {
  const stories = spread(all, Math.min(all.length, bench.size(STORIES)));
  const documents = stories.map(({ text, published }, index) =>
    makeDocument({
      body: text,
      kind: 'article',
      format: 'text',
      lang,
      source_id: `story-${index}`,
      published_at: `${published}T00:00:00.000Z`,
    }),
  );
  const megabytes = documents.reduce((sum, { size_bytes }) => sum + size_bytes, 0) / 1e6;
  const found = new Map<'ours' | 'recognizers', number>();
  const readAll = (): void => {
    const read = documents.map((document) =>
      readNews(document).flatMap(({ value_min, value_max, old_value, growth_pct }) =>
        [value_min, value_max, old_value, growth_pct].filter((value) => value !== null).map(Number),
      ),
    );
    found.set('ours', recall(stories, read));
  };
  const ms = await sideBySide(ROUNDS, {
    ours: async () => {
      const took = await timed(() => {
        for (let pass = 0; pass < PASSES; pass++) readAll();
      });
      return took / PASSES;
    },
    recognizers: () =>
      timed(() => {
        found.set(
          'recognizers',
          recall(
            stories,
            stories.map((story) => recogniseAll(story.text, story.published, lang)),
          ),
        );
      }),
  });
  bench.figure(`${name}: documents`, (documents.length / ms.ours) * 1000, 'documents/s', {
    'recognizers-text-suite (goal: 10 x)': (documents.length / ms.recognizers) * 1000,
  });
  bench.figure(`${name}: bytes (goal: 5 MB/s)`, (megabytes / ms.ours) * 1000, 'MB/s', {
    'recognizers-text-suite': (megabytes / ms.recognizers) * 1000,
  });
  bench.figure(`${name}: amounts found of those stated`, (found.get('ours') ?? 0) * 100, '%', {
    'recognizers-text-suite': (found.get('recognizers') ?? 0) * 100,
  });
}

/** So many of a list, at even distances. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, i) => Math.floor((i * count) / all.length) !== Math.floor(((i - 1) * count) / all.length));

function recall(stories: readonly Story[], read: readonly (readonly number[])[]): number {
  let stated = 0;
  let seen = 0;
  for (const [index, { amounts }] of stories.entries()) {
    for (const amount of amounts) {
      stated++;
      if (read[index]?.some((value) => Math.abs(value - amount) <= Math.abs(amount) * 1e-9) === true) seen++;
    }
  }
  return stated === 0 ? 1 : seen / stated;
}
