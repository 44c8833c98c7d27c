import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What clouds sell, as price notices call it. */
const WARE =
  '(?:实例|主机|服务器|存储|云盘|硬盘|显卡|gpu|卡|算力|集群|节点|机型|规格|资源包?|api|接口|调用|套餐|订阅|会员|带宽|流量|cdn|ecs|oss|数据库|缓存|快照|镜像|容器|网络|租赁|推理|模型|产品|服务|cvm|cos|ebs|s3|ec2|rds|clb|slb|nat|vpc|eip|[a-z]{1,4}\\d[a-z\\d.]{0,12})';
/** Verbs that notices have for prices alone: what else moves rises, grows or shrinks. */
const MOVED =
  '(?:上浮|下浮|上调|下调|调高|调低|调涨|调降|提价|加价|涨价|降价)了?(?:幅度)?(?:为|约|近|超过?|逾|至多|最多|最高|高达|达)*';
const WARE_MOVED = new RegExp(
  `${WARE}(?:产品|服务|类|系列|资源)?(?:[(（][^()（）]{1,40}[)）])?(?:将|已|均|都|则|也|再|分别|统一|普遍|平均|整体|最高|全线|一律|同步)*${MOVED} ?$`,
);
/** So far before a figure its ware may stand, in UTF-16 units. */
const REACH = 70;

/** "AI算力产品上浮5%至30%", "GN7i实例下调15%": how far the price of a ware moves, in words that need not say price. */
export const wareMoves = ({ text }: Reading, q: Quantity): boolean =>
  /[浮调价]/.test(text) && WARE_MOVED.test(text.slice(Math.max(0, q.start - REACH), q.start));
