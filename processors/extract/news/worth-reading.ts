import { Alternatives } from './alternatives.ts';

/** A sentence without any of these can state no signal. */
const WORTH_READING = new Alternatives([
  [
    'worth',
    '\\d|illion|cents\\b|dollars?\\b|yuan\\b|euros?\\b|rupees\\b|\\baway\\b|thousand|hundred|dozen|percent|per cent|fold\\b|half|third|fifth|sixth|eighth|tenth|doubl|tripl|halv|pric|cheaper|dearer|expensive|for nothing|to zero|pays? (?:more|less)|premium|discount|charge|fees?\\b|tariff|rents?\\b|rentals?\\b|rates\\b|\\bmark(?:s|ed|ing)? (?:\\w+ ){0,4}(?:up|down)\\b|theirs\\b|free|gawatt|follow|did the same|[价费折涨降倍惠]|[要收]钱|分文不|[千百万]亿|[一二两三四五六七八九十](?:成|[千万]卡|吉瓦)|分之',
  ],
]);

export const worthReading = (text: string): boolean => WORTH_READING.test(text);
