import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What clouds sell, as price notices call it. */
const WARE =
  '(?:实例|主机|服务器|存储|云盘|硬盘|显卡|gpu|卡|算力|集群|节点|机型|规格|资源包?|api|接口|调用|套餐|订阅|会员|带宽|流量|cdn|ecs|oss|数据库|缓存|快照|镜像|容器|网络|租赁|推理|模型|产品|服务|cvm|cos|ebs|s3|ec2|rds|clb|slb|nat|vpc|eip|[a-z]{1,4}\\d[a-z\\d.]{0,12})';
/** Verbs that notices have for prices alone: what else moves rises, grows or shrinks. */
const MOVED =
  '(?:上浮|下浮|上调|下调|调高|调低|调涨|调降|提价|加价|涨价|降价|(?<=租赁(?:产品|服务)?(?:全线|统一|普遍|平均|整体)?)提高)了?(?:幅度)?(?:为|约|近|超过?|逾|至多|最多|最高|高达|达)*';
const WARE_MOVED = new RegExp(
  `${WARE}(?:产品|服务|类|系列|资源)?(?: ?[a-z][a-z\\d.-]{1,14})?(?:[(（][^()（）]{1,40}[)）])?(?:将|已|均|都|则|也|亦|再|此前|此番|随后|宣布|官宣|分别|统一|普遍|平均|整体|最高|全线|一律|同步|一并)*${MOVED} ?$`,
);
/** What rises or falls with prices only where the words above speak of prices. */
const SOLD =
  '(?:实例|主机|服务器|存储|云盘|硬盘|显卡|gpu|卡|机型|规格|资源包?|带宽|流量|cdn|快照|数据库|裸金属|产品|服务|租赁|节点)';
const ROSE =
  '(?:上涨|下跌|上升|下降|回落|回升|走高|走低|涨价?|跌|升|降价?|贵|便宜)了?(?:大?约|近|超过?|逾|至多|最多|最高|高达|达)*';
/** 上季度, 去年同期, 年初: what a price was before. */
const BEFORE_NOW =
  '(?:上一?个?[周月季]度?|去年(?:同期|底|末)?|上年(?:同期)?|前一[年季月]度?|[年月季]初|此前|之前|原来|20\\d\\d年|[一二三四]季度|\\d{1,2}月)';
const SOLD_MOVED = new RegExp(
  `${SOLD}(?:[(（][^()（）]{1,40}[)）])?(?:[:：] ?(?:单价|价格|报价|租金|目录价)?|平均|普遍|整体|单价)(?:[月季年]?度?环比|同比|[较比]${BEFORE_NOW})?(?:平均|小幅|大幅|再|又|约)*${ROSE} ?$`,
);
/** 按某家的实例价格指数，三季度同比上涨12.4% */
const INDEX_MOVED = new RegExp(
  `(?:价格?|租金|报价)指数(?:显示|看|计|测算|算)?[,，]?[^,，。;；\\d]{0,6}(?:20\\d\\d年)?[^,，。;；\\d%]{0,6}${ROSE} ?$`,
);
const ALL_ROSE = new RegExp(`${ROSE} ?$`);
const ONE_OF_ALL = /^[^。;；]{0,6}[,，;；] ?(?:其中|例如|比如|譬如|以[^,，。;；]{2,16}为例)/;
/** 比之前快3倍、便宜22% */
const CHEAPER_NOW =
  /[比较](?:之前|以前|此前|先前|原[来先])[^,，。;；]{0,16}[、,，和且]?(?:也|还|又)?便宜了?(?:约|近)? ?$/;
/** So far before a figure its ware may stand, in UTF-16 units. */
const REACH = 70;

/**
 * "AI算力产品上浮5%至30%", "GN7i实例下调15%": how far the price of a ware moves, in words that need not say price; 通用型实例：环比涨8% where
 * the words above do.
 */
export function wareMoves({ text, quantities }: Reading, q: Quantity, spokenOf: () => boolean): boolean {
  const lead = text.slice(Math.max(0, q.start - REACH), q.start);
  // 容量块涨约15%，其中p5e由每小时34.61美元变为39.80美元: the price of one says what the move of all is of.
  const ofAll = ALL_ROSE.test(lead) && ONE_OF_ALL.test(text.slice(q.end, q.end + 20));
  return (
    (ofAll && quantities.some((o) => o.unit === 'money' && !o.large && o.start > q.end)) ||
    (CHEAPER_NOW.test(lead) && text.includes('便宜')) ||
    (/[浮调价]|租赁/.test(text) && WARE_MOVED.test(lead)) ||
    INDEX_MOVED.test(lead) ||
    (SOLD_MOVED.test(lead) && spokenOf())
  );
}
