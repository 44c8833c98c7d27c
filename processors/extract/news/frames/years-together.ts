// What says that a sum is of several years together.

/** Over several years. */
export const MULTI_YEAR =
  /(?:next|coming|over (?:the )?|past|within|in) ?(?:the )?(?:next |coming |past )?(?:two|three|four|five|six|seven|eight|ten|\d+)[- ]years?|multi-?year|未来.{0,3}年|[三四五两六七八十]年(?:内|间|里)|\d+ ?年(?:内|间|里|来)|decade|through 20\d\d|by 20\d\d|20\d\d ?[-~至到] ?(?:20)?[2-4]\d(?!\d| ?[万亿])/;

/** 自2024年四季度以来，累计资本开支已达831.6亿元 */
export const SINCE_HAN = /自[^;；]{2,24}以来[^;；\d]{0,20}累计[^,，;；\d]{0,16}$/;

/** 到2030年投入100亿美元, 在2030年前支付: all until then. */
export const BY_YEAR_HAN =
  /(?:到|至|截至)20\d\d ?年(?:底|末)?(?!年)[^,，;；\d]{0,40}$|20\d\d ?年(?:底|末)?(?:之前|以前|前)[^;；\d]{0,30}$/;
