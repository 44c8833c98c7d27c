import type { Entity } from './entities.ts';

/** 受惠甲GB300出货, 搭上甲的顺风车: whose success moves the one spoken of. */
const LIFTED_BY = /(?:受惠|受益|得益|获益|沾光|搭上了?|拜|托)于? ?$/;
/** 甲、乙和丙的订单将推动…: what moves the figure of another. */
const DRIVES =
  /^ ?(?:[、和与及] ?[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff .]{0,14}?){0,4}(?:等[^,，。;；\d的]{0,6})?的?(?:新|大|强劲|旺盛|持续)*(?:订单|需求|拉货|备货|采购|放量|合同|大单)(?:放量|增加|增长|强劲|旺盛)?(?:将|会|继续|也|正|已|共同|大幅|进一步|有望|预计)*(?:推动|带动|推升|推高|拉动|支撑|驱动|撑起|助推|提振)/;
/** 甲为公司第一大客户，贡献收入16亿: what it is to the one spoken of. */
const IS_CLIENT =
  /^ ?(?:[、和与及] ?[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff .]{0,14}?)?(?:则|均|都|分别)?(?:为|是|系|仍是|仍为|依然是|依旧是|成为|一直是)(?:了)?(?:上市公司|本公司|该公司|公司|集团|其|它|我们|我司)?的?(?:目前|当前|现阶段|报告期内)?的?(?:第[一二三四五]大|最大的?|前[两三五]大|主要|核心|重要|头号|唯一的?)(?:单一)?(?:客户|租户|采购方|买家|股东|供应商)/;
/** 甲、乙均为公司客户; 甲一家贡献了72%的收入 */
const IS_ONE =
  /^ ?(?:[、和与及] ?[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff .]{0,14}?)?(?:均|都|也|亦|同样)?(?:为|是|系)(?:公司|其|本公司|我们|该公司)的?(?:重要|主要|核心)?(?:客户|租户|股东|供应商)|^ ?(?:一家|单一客户|这一客户)?(?:就)?贡献了?(?:公司|其|上市公司)?(?:总|全部)?(?:收入|营收|销售额)?的?(?:约|近|超过?|逾)? ?\d[\d.]*%/;
/** 客户甲的专案, 最大租户甲: what it is to another, told before its name. */
const CALLED_CLIENT = /(?:^|[,，。;；、其的]|公司)(?:第[一二三]大|最大|主要|核心|大|终端|下游)?(?:客户|租户|买家) ?$/;
/** 甲控股投资的乙: whose the next house is. */
const INVESTED_IN =
  /^ ?(?:控股|集团|系|等)?(?:重仓|曾经?|战略)?(?:投资|持股|参股|入股|控股|领投|孵化|押注|支持)的 ?(?=[a-z\u4e00-\u9fff])(?!项目|公司|企业|股权|金额|总额|规模|数据中心|算力|资金|钱)/;
/** The house that another is said to have put money into: 甲投资的乙. */
export const isInvesteeHan = (text: string, { start }: Pick<Entity, 'start'>): boolean =>
  /[a-z\u4e00-\u9fff](?:投资|持股|参股|入股|控股|领投|孵化)的 ?$/.test(text.slice(Math.max(0, start - 6), start));
/** 小米生态收入8亿: what others of a group pay. */
const CIRCLE =
  /^ ?(?:[及和与][^,，。;；\d]{1,6})?(?:生态链?|系客户|生态圈|体系内)(?:的|客户|企业|公司|业务|相关)*(?:贡献)?(?:的)?(?:收入|营收)/;
/** 原有380亿美元的甲合同: with whom another has it. */
const OF_SUM = /[万亿][美欧日港]?[元镑] ?的? ?$/;
const CONTRACT = /^ ?(?:的)?(?:云|算力|云服务|采购|租赁)?(?:合同|协议|合约|订单|大单|租约)/;

/** 新增甲、乙订单合计330亿: who ordered from the one spoken of. */
const NEW_ORDERS =
  /(?:新增|新签|新获|斩获|拿下|签下|手握)(?:了|来自)?(?:[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff .]{0,14}[、和与及] ?){0,3}$/;
const ORDERS =
  /^ ?(?:[、和与及] ?[a-z\u4e00-\u9fff][a-z\d\u4e00-\u9fff .]{0,14}?){0,3}(?:等)?的?(?:新|大)?(?:订单|大单|合同|合约|租约)/;

/** A word of any of these, asked once ahead of them all. */
const MAY_BUY =
  /客户|租户|买家|股东|供应商|贡献|订单|需求|拉货|备货|采购|放量|合同|大单|[投领]投?资?的|持股|参股|入股|控股|领投|孵化|押注|支持的|生态|体系内|被|[受得获]|沾光|搭上|拜|托|协议|合约|租约/;

/** Whoever buys from the one spoken of, or moves its business: named beside it, whose the figures are. */
export const isClientHan = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean => {
  if (!MAY_BUY.test(text.slice(Math.max(0, start - 12), end + 60))) return false;
  const behind = text.slice(end, end + 60);
  return (
    IS_CLIENT.test(behind) ||
    IS_ONE.test(behind) ||
    INVESTED_IN.test(behind) ||
    CALLED_CLIENT.test(text.slice(Math.max(0, start - 12), start)) ||
    DRIVES.test(behind) ||
    CIRCLE.test(behind) ||
    (ORDERS.test(behind) && NEW_ORDERS.test(text.slice(Math.max(0, start - 40), start))) ||
    (PASSIVE.test(text.slice(Math.max(0, start - 3), start)) && OF_ANOTHER.test(behind)) ||
    LIFTED_BY.test(text.slice(Math.max(0, start - 6), start)) ||
    (CONTRACT.test(behind) && OF_SUM.test(text.slice(Math.max(0, start - 6), start)))
  );
};

/** 被甲“钦点”的乙: who does something to the one that is explained. */
const PASSIVE = /被 ?["“]?$/;
const OF_ANOTHER = /^[^,，。;；\d]{1,14}的/;

const JUDGED = /^ ?(?:集团|公司)?的?(?:判断|看法|预测|评级|预期|观点|推荐|预估|盈利预测)/;
/** 维持对甲的判断，料云收入…: whom an analyst goes on to speak of. */
export const isJudgedHan = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  /对 ?$/.test(text.slice(Math.max(0, start - 2), start)) && JUDGED.test(text.slice(end, end + 12));

const BACKED = /获得?了? ?$/;
const BACKS = /^ ?(?:等[^,，。;；]{0,8})?(?:领投|跟投|投资|注资|入股|战投|战略投资|支持|背书|加持)/;
/** 甲获乙领投17亿，并在瑞典投资…: who backs another, in a clause before that of a figure. */
export const isBackerBefore = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>, figure: number): boolean =>
  BACKED.test(text.slice(Math.max(0, start - 4), start)) &&
  BACKS.test(text.slice(end, end + 20)) &&
  /[,，;；]/.test(text.slice(end, figure));
