/** What Chinese says of a price that moves, beside the words of `price-move`; sources of patterns. */

/** 都降过价; from now on for nothing: 即刻起全免, 现在起免费. */
export const DOWN_HAN =
  '降[过了]价|(?:即日起|即刻起|现在起|今起|今日起|从此|此后|往后|今后|以后)[^,，。;；]{0,12}(?:全免|免费(?!额度|体验|试用|赠|[公内]测))';
