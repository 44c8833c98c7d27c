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
};
const GROUP_OF = new Map(Object.entries(CLOUD_OF).map(([group, cloud]) => [cloud, group]));

/** The cloud arm of a group; any other slug as it is. */
export const cloudOf = (slug: string): string => CLOUD_OF[slug] ?? slug;

/** The group a cloud arm belongs to; any other slug as it is. */
export const groupOf = (slug: string): string => GROUP_OF.get(slug) ?? slug;
