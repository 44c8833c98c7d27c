import { remembered } from './remembered.ts';

/** Where a price holds: cloud region codes, the names providers give them, cities, countries and markets. */
const NAMES = [
  String.raw`(?:us|eu|ap|ca|sa|me|af|cn|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d`,
  String.raw`(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)\d?`,
  // "EU-W2", "fr-par-1", "westeurope2".
  String.raw`(?:us|eu|ap|ca|sa|me|af|cn|uk|jp)-(?:[nsewc]|[ns][ew])-?\d`,
  String.raw`(?:fr|nl|pl|de|uk|gb|us|ca|au|sg|jp|es|se|fi|ch)-[a-z]{3}(?:-?\d)?`,
  String.raw`(?:(?:north|south|east|west){1,2}|central|(?:north|south|west)central)(?:us|europe|asia|india)\d?`,
  String.raw`cn-[a-z]+(?:-\d)?|ap-[a-z]+(?:-\d)?`,
  String.raw`(?:us|eu|europe|asia pacific|canada|south america|middle east|africa|aws govcloud)\s*\([^)]{2,30}\)`,
  String.raw`(?:US|EU|UK|Europe|Canada|Asia|Asia Pacific|South America|Middle East)\s+(?:East|West|Central|North|South|Northeast|Southeast)(?:\s*\([^)]{2,30}\))?`,
  String.raw`(?:N\.|Northern|S\.|Southern)?\s*(?:Virginia|California)|Ohio|Oregon|Iowa|Texas|Dallas|Chicago|Las Vegas|New York|Los Angeles|Atlanta|Miami|Seattle|Silicon Valley|Montreal|Toronto|Frankfurt|Ireland|Dublin|London|Paris|Stockholm|Milan|Zurich|Spain|Madrid|Warsaw|Amsterdam|Helsinki|Mumbai|Hyderabad|Delhi|Bangalore|Tokyo|Osaka|Seoul|Singapore|Sydney|Melbourne|Jakarta|Hong Kong|Taipei|Bangkok|Kuala Lumpur|Dubai|Tel Aviv|Cape Town|São Paulo|Sao Paulo`,
  'Beijing|Shanghai|Hangzhou|Shenzhen|Guangzhou|Ningxia|Chengdu|Nanjing|Zhangjiakou|Ulanqab',
  'United States|North America|Europe|European Union|United Kingdom|Germany|France|Finland|Norway|Sweden|Iceland|Canada|India|Japan|South Korea|Korea|Australia|Brazil|Asia Pacific|Mainland China|Chinese mainland|China|International|Global|Worldwide|Rest of world',
  '(?:(?:North|South|Latin|Central) )?Americas?|LATAM|(?:(?:South(?:[ -]?East)?|East|Central|North[ -]?East|Western|Rest of) )?Asia|APAC|EMEA|Oceania|Middle East|(?:(?:North|South|East|West|Sub-Saharan) )?Africa|(?:Western|Eastern|Central|Northern|Southern) Europe|Nordics|Rest of (?:the )?world',
  'New Zealand|Mexico|Argentina|Chile|Colombia|Peru|Israel|T[uü]rk(?:ey|iye)|Saudi Arabia|United Arab Emirates|UAE|Qatar|Egypt|Nigeria|Kenya|Indonesia|Vietnam|Thailand|Malaysia|Philippines|Taiwan|Pakistan|Kazakhstan|Poland|Italy|Netherlands|Switzerland|Austria|Belgium|Denmark|Portugal|Czechia|Romania|Hungary|Greece|Estonia|Lithuania|Latvia|Russia|Ukraine',
  'Deutschland|Frankreich|Großbritannien|Schweiz|Österreich|(?:Nord|Süd)amerika|Asien(?:-Pazifik)?|Allemagne|Royaume-Uni|Europa|Asie(?:-Pacifique)?|Am[ée]ri(?:que|ca) (?:du|del) (?:Nord|Sud|Norte|Sur)|Amérique|Estados Unidos|États-Unis|España|Brasil|Россия|Москва|Санкт-Петербург|Европа|Азия|США|Казахстан',
  '日本|東京|大阪|米国|北米|欧州|ヨーロッパ|アジア(?:太平洋)?|韓国|서울|부산|한국|국내|일본|미국|북미|유럽|아시아|싱가포르|도쿄',
  '中国内地|中国大陆|中国香港|中国|大陆|国内|海外|国际站?|全球|美国|德国|英国|法国|日本|韩国|印度|新加坡|马来西亚|印尼|泰国|菲律宾|澳大利亚|阿联酋|巴西|欧洲|亚太|北美|弗吉尼亚|硅谷|法兰克福|伦敦|东京|首尔|雅加达|吉隆坡|曼谷|迪拜|香港',
  '北京|上海|杭州|深圳|广州|成都|南京|青岛|张家口|呼和浩特|乌兰察布|河源|武汉|重庆|贵阳|宁夏|中卫|内蒙古|华北\\d?|华东\\d?|华南\\d?|西南\\d?|西北\\d?|华中\\d?',
  '(?:浙江|江苏|广东|福建|山东|河北|河南|湖北|湖南|四川|贵州|云南|陕西|山西|甘肃|辽宁|安徽|江西|海南|广西|新疆|天津|苏州|庆阳|台湾)\\d?',
];
const REGION = new RegExp(`(?<![a-z])(?:${NAMES.map((source) => `(?:${source})`).join('|')})(?![a-z])`, 'gi');
/** Words around places, the country or state behind a town ("Dallas, TX") among them. */
const NOISE =
  /,\s*[a-z]{2}$|\b(?:and|or|region|regions|zone|aws|azure|gcp|google cloud|only|all|other|data ?zone|the|in|sites?)\b|地域|地区|区域|节点|站点?|部署|范围|[\s,;:、，；：()（）·/|&.-]|[一二三四五]/gi;

/** True where a whole text is one or more places. */
export const isRegionOnly = remembered((text: string): boolean => {
  const rest = text.replaceAll(REGION, '');
  return rest !== text && rest.replaceAll(NOISE, '').length <= 1;
});

/** The first place a heading or tab label names together with the word region; null where it is about something else. */
export const findRegion = remembered((text: string): string | null => {
  const named = /(?:region|location|地域|区域|地区)\s*[:：]\s*([^\n,;，；]{2,40})/i.exec(text)?.[1];
  if (named !== undefined) return named.trim();
  return regionIn(text);
});

/** The places that all of a text is, as it writes them; a remark behind them is none: "华南 (the next data centre)". */
export const regionIn = (text: string, written = text): string | null =>
  isRegionOnly(text)
    ? bareRegion(written)
    : REMARK.test(text) && isRegionOnly(text.replace(REMARK, ''))
      ? bareRegion(written.replace(REMARK, ''))
      : null;
const REMARK = /\s*[(（][^()（）]{2,40}[)）]\s*$/;

/** A region without the word that announces it: "Region: US East" is "US East". */
export const bareRegion = (text: string): string =>
  text.replace(/^\s*(?:regions?|locations?|地域|区域|地区)\s*[:：]\s*/i, '').trim();
