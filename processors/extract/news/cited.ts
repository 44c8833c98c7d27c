import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';

const SPEECH_AFTER =
  /^'s (?:[\w-]+ ){0,2}(?:site|website|page|list|blog|documentation|changelog|console|notice) (?:shows?|says?|lists?|reads?|states?|confirms?)\b|^(?:'s)?,? (?:said|says|say|told|reported|reports|disclosed|announced|estimates?|expects?|forecasts?|predicts?|notes?|adds?|reckons?|puts?|counts?|believes?|calculates?)\b|^ ?(?:上周|本周|平台|最新|方面|官方|公司|管理层|(?:相关)?负责人|发言人)?(?:的?(?:统计|数据(?!中心)|报告|口径|测算|最新)|称|表示|预计|预测|认为|发布|指出|透露|说|如是说|这样说|在[^,，。;；]{1,10}[中里上](?:称|表示|说|写道|透露|指出|宣布))/;
const ACCORDING =
  /(?:according to|data from|figures from|per|citing|cited by|(?:estimates?|figures?|forecasts?|data|reports?|research) (?:from|by)|据|根据|按照|按|数据来自)(?: the| a)?(?: latest)?(?: data from| report from| research (?:firm|from))? ?$/;

/** "according to Omdia": named only as the one who says it. */
export const isCited = ({ text }: Reading, { start }: Entity): boolean =>
  ACCORDING.test(text.slice(Math.max(0, start - 40), start));

/** Whoever says or counts it, cited or speaking. */
export const isSource = (reading: Reading, entity: Entity): boolean =>
  isCited(reading, entity) ||
  entity.kind === 'reporter' ||
  SPEECH_AFTER.test(reading.text.slice(entity.end, entity.end + 24));
