/** Groups and the cloud arm that reports often name in their stead. */
const CLOUD_OF: Readonly<Record<string, string>> = {
  alibaba: 'alibaba-cloud',
  baidu: 'baidu-ai-cloud',
  tencent: 'tencent-cloud',
  bytedance: 'volcano-engine',
  huawei: 'huawei-cloud',
  amazon: 'aws',
  microsoft: 'azure',
  google: 'google-cloud',
  oracle: 'oracle-oci',
  jd: 'jd-cloud',
  naver: 'naver-cloud',
};
/** Carriers sell compute and tokens through their cloud arms; their accounts are the carrier's own. */
const CARRIERS: Readonly<Record<string, string>> = {
  'china-telecom': 'china-telecom-cloud',
  'china-mobile': 'china-mobile-cloud',
  'china-unicom': 'china-unicom-cloud',
};

/** Who sells, runs or is charged for: the carrier's cloud arm; any other slug as it is. */
export const operatorOf = (slug: string): string => CARRIERS[slug] ?? slug;

const GROUP_OF = new Map(
  [...Object.entries(CLOUD_OF), ...Object.entries(CARRIERS)].map(([group, cloud]) => [cloud, group]),
);

/** The cloud arm of a group; any other slug as it is. */
export const cloudOf = (slug: string): string => CLOUD_OF[slug] ?? operatorOf(slug);

/** The group a cloud arm belongs to; any other slug as it is. */
export const groupOf = (slug: string): string => GROUP_OF.get(slug) ?? slug;
