import { Converter } from 'opencc-js/t2cn';

/**
 * Traditional characters of price lists. Not among them: 間, for 時間 are Japanese hours and no unit in Chinese, and what no rule
 * of a reader is written with: Japanese lists are read in their own characters.
 */
const TRADITIONAL =
  '價費計時單輸圖張圓幣億萬實機號規標準儲緩讀寫處調請頁視頻語訊鐘鍾個條類項顯記憶體網線預優減贈餘額總約級階題問場務產稱種數區國東灣亞歐韓倫華臺達與為應' +
  '後從僅無過則開門轉傳練訓錄購買資戶隨獨佔專屬搶競態碼義點層續聯繫銷貴併嚮於來發現業動內設詳說備註識別執塊鏈閒錯鎊維熱雲連週節創積筆釐離雙載寬輯詞譜騰';

const simplify = Converter({ from: 't', to: 'cn' });
const SIMPLE: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((char) => [char, simplify(char)]));
/** "時間", "月額", "年額" are what Japanese writes. */
const WRITTEN = new RegExp(`時間|[月年]額|[${[...SIMPLE.keys()].join('')}]`, 'g');

/** Words of Taiwan and Hong Kong in simplified characters, each with its mainland equal of the same length. */
export const MAINLAND_WORDS: Readonly<Record<string, string>> = {
  人工智慧: '人工智能',
  资料中心: '数据中心',
  伺服器: '服务器',
  晶片: '芯片',
  软体: '软件',
  硬体: '硬件',
  网路: '网络',
  影片: '视频',
  专案: '项目',
  智慧云: '智能云',
  智慧算力: '智能算力',
  呼叫量: '调用量',
  呼叫次: '调用次',
};
/** And those that only price lists write so: elsewhere a 批次 is a lot. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...MAINLAND_WORDS, 快取: '缓存', 字元: '字符', 批次: '批量' }),
);
const ISLAND = new RegExp([...WORDS.keys()].join('|'), 'g');

/** A text of price lists in Taiwan or Hong Kong as mainland rules read it: "每小時定價" is "每小时定价". As long as it was. */
export const simplified = (text: string): string =>
  text
    .replaceAll(WRITTEN, (written) => SIMPLE.get(written) ?? written)
    .replaceAll(ISLAND, (word) => WORDS.get(word) ?? word);

/** A part of a folded text as its source writes it: names and ranges keep their script. */
export function asWritten(part: string, source: string): string {
  if (source.includes(part)) return part;
  const at = simplified(source).indexOf(part);
  return at < 0 ? part : source.slice(at, at + part.length);
}
