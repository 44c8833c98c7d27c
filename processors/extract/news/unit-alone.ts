/** 租赁价格（单位：万元/月/台）, 月租（万元）, 出货（万颗）: a unit that figures below are counted in, and no sum of its own. */
export const isUnitAlone = (sentence: string, start: number, end: number): boolean =>
  LED.test(sentence.slice(Math.max(0, start - 8), start)) && OF_MONEY.test(sentence.slice(end, end + 8));
const LED = /(?:[(（]|单位 ?[:：为]?) ?$/;
const OF_MONEY = /^(?:(?:人民币|[美欧港日]?元(?:人民币)?) ?(?:[)）/,，;；。(（]|$)|[颗张片块枚卡台](?=[)）,，;；]))/;
