/** What Chinese says of a price that moves, beside the words of `price-move`; sources of patterns. */

/** 都降过价; from now on for nothing: 即刻起全免, 现在起免费. */
export const DOWN_HAN =
  '降[过了]价|(?:即日起|即刻起|现在起|今起|今日起|从此|此后|往后|今后|以后)[^,，。;；]{0,12}(?:全免|免费(?!额度|体验|试用|赠|[公内]测))';

/** 价格下周要涨, H20同样在涨: of what nothing but its price is told. */
export const UP_HAN =
  '(?:价格|定价|费用|收费|租金|售价|资费|报价|单价|月费)[^,，。;；降跌]{0,10}(?:[要会将]|即将|[又再]度?)涨(?![跌停薪])|(?:同样|也|都|仍|还|一直)在涨(?![薪粉停价])|(?:租金|价格|报价|租价)[^,，。;；降跌]{0,6}(?:走高|攀升|飙升|看涨|水涨船高|上扬|飞涨|猛涨)';
