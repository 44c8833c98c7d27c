/** Branches that are none of the trade, however often AI is spoken of around them. */
const OTHERS =
  /\b(?:(?:video |mobile |console )?games?|gaming|films?|movies?|music|streaming|creators?|drugs?|pharma\w*|weight-loss|pets?|foods?|coffee|tea|beauty|cosmetics|fashion|luxury|toys?|sports?|betting|tourism|travel|hotels?|housing|real estate|cars?|ev|electric vehicles?|batter(?:y|ies)|smartphones?|wearables?|glasses|toothbrush\w*|advertising|e-commerce|retail|grocer(?:y|ies)|wine|spirits|art) (?:industry|market|sector|economy|business)\b|\b(?:shoppers|consumers|households|moviegoers|gamers|tourists) (?:spent|spend|will spend|bought)\b|(?:游戏|预制菜|宠物|咖啡|茶饮|白酒|啤酒|餐饮|医美|美妆|化妆品|保健品|电影|短剧|音乐|图书|旅游|酒店|家电|家居|房地产|二手车|新能源汽车|手机|可穿戴|眼镜|玩具|潮玩|体育|彩票|服装|奢侈品|快递|外卖|生鲜|银发|冰雪|低空|演出)(?:消费|零售)?(?:市场|产业|行业|经济|赛道)/;
/** What makes one of the trade of them all the same: "the cloud gaming market", AI玩具. */
const OURS = /\b(?:ai|cloud)[ -]|ai|云|算力|模型/;

/** True where the clause before and around a sum names the market of another branch. */
export const isOtherMarket = (text: string, start: number, end: number): boolean => {
  const said = OTHERS.exec(text.slice(start, end));
  return (
    said !== null &&
    !OURS.test(text.slice(Math.max(start, start + said.index - 10), start + said.index + said[0].length))
  );
};
