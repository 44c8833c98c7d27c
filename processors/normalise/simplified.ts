/**
 * Traditional characters of price lists, each before its simplified form. Not among them: 間, for 時間 are Japanese hours and no
 * unit in Chinese, and what no rule of a reader is written with.
 */
const PAIRS =
  '價价 費费 計计 時时 單单 輸输 圖图 張张 圓圆 幣币 億亿 萬万 實实 機机 號号 規规 標标 準准 儲储 緩缓 讀读 寫写 處处 調调 請请 頁页 視视 頻频 語语 訊讯 ' +
  '鐘钟 鍾钟 個个 條条 類类 項项 顯显 記记 憶忆 體体 網网 線线 預预 優优 減减 贈赠 餘余 額额 總总 約约 級级 階阶 題题 問问 場场 務务 產产 稱称 種种 ' +
  '數数 區区 國国 東东 灣湾 亞亚 歐欧 韓韩 倫伦 華华 臺台 達达 與与 為为 應应 後后 從从 僅仅 無无 過过 則则 開开 門门 轉转 傳传 練练 訓训 錄录 購购 買买 資资 ' +
  '戶户 隨随 獨独 佔占 專专 屬属 搶抢 競竞 態态 碼码 義义 點点 層层 續续 聯联 繫系 銷销 貴贵 併并 嚮向 於于 來来 發发 現现 業业 動动 內内 設设 詳详 說说 備备 ' +
  '註注 識识 別别 執执 塊块 鏈链 閒闲 錯错 鎊镑 維维 熱热 雲云 連连 週周 節节 創创 積积 筆笔 釐厘 離离 雙双 載载 寬宽 輯辑 詞词 譜谱 騰腾';

const SIMPLE: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map(([from = '', to = '']) => [from, to]));
/** "時間", "月額", "年額" are what Japanese writes. */
const WRITTEN = new RegExp(`時間|[月年]額|[${[...SIMPLE.keys()].join('')}]`, 'g');

/** Words of Taiwan and Hong Kong, simplified, each before what rules call it, of the same length. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['快取', '缓存'],
  ['影片', '视频'],
  ['伺服器', '服务器'],
  ['晶片', '芯片'],
  ['字元', '字符'],
  ['批次', '批量'],
]);
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
