import type { Reading } from './reading.ts';

const COMPANY = /(?:^|[,，;；:：] ?|[年日月季度] ?|[而但] ?)([\u4e00-\u9fff]{2,8})(?:公司|集团)(?=[^,，。;；:：]*$)/;
/** Says of what kind a company is, or which of those spoken of. */
const KIND =
  /[该这那本我其各每某]|[两三四五六七八九十几数多]家|[母子分总]$|一家|科技|互联网|网络|软件|硬件|芯片|半导体|模型|智能|算力|数据|云|初创|创业|上市|咨询|研究|调研|独角兽|头部|巨头|大型|国内|海外|美国|中国|日本|韩国|能源|电力|通信|电信|电商|商业|生活|数字|国际|文娱|娱乐|广告|营销|物流|社交|搜索|零售|汽车|金融|证券|投资|基金|保险|传媒|游戏|控股$|搭建|建设|投入|支出|客户|企业|认为|预[计测期]|显示|指出|透露|表示|披露|相信|看好|意味|使得|带动|推动|支撑|确保|估计|测算|由于|其中|此外|目前|[今去前明当同全单上季]年?$|同期|季度|报告|旗下|因此|同时|随着|以及|另外/;

/** 去年，某某公司资本开支达720亿: a company that the gazetteer lacks is named before a figure; it is nobody's who was spoken of. */
export const namesCompany = ({ text, entities }: Reading, clauseStart: number, before: number): boolean => {
  const match = COMPANY.exec(text.slice(clauseStart, before));
  return (
    match?.[1] !== undefined &&
    !KIND.test(match[1]) &&
    !entities.some((e) => e.start >= clauseStart && e.end <= before && e.kind !== 'chip')
  );
};
