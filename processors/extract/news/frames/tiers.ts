/** "above that the price rises to ...": the next tier, not a later day. */
export const TIER =
  /\b(?:above|below|beyond|past|over|up to|超过|以上)(?: that| this|[ \d][\w,.]*)?,? ?(?:the |it |价格?|则)?(?:price |rate )?(?:rises?|goes up|increases?|doubles?|drops?|falls?|climbs?|升|涨|为)?(?: to|至|到)? ?\$?$/;

/** "rising to $4 and $18 beyond that", "$4 for longer prompts": what the next tier costs, told behind it. */
export const TIER_BEHIND =
  /^(?:[^,;.]|\.\d){0,40}?\b(?:(?:beyond|above|past|over) (?:(?:that|this|the) (?:limit|mark|threshold|size|length)|that|this|it)|for (?:anything |the )?(?:longer|larger|bigger) (?:prompts?|contexts?|inputs?|requests?|ones)|for (?:prompts?|contexts?|inputs?|requests?) (?:over|above|beyond|longer than|larger than|of more than)|(?:above|over|beyond|past) (?:the )?\d[\d,.]* ?(?:k|m|thousand|million)?(?: tokens)?)\b/;

/** 单次请求的上下文超过20万token，输入输出价格翻倍: what the next tier costs, the same as ever. */
export const LONGER_CONTEXT =
  /(?:长上下文|长文本|长输入)(?:\([^()]*\))?[^,，。;；]{0,14}$|超过? ?\d+k(?: tokens?)?[之以]?[后时][^,，。;；]{0,16}$|(?:上下文|输入|提示词?|请求|窗口)(?:长度)?[^,，。;；]{0,8}(?:超过|超出|大于|高于|突破|逾)[^,，。;；]{0,10}?\d[^,，。;；]{0,14}[,，]?[^,，。;；]{0,24}(?:[,，][^,，。;；]{0,24})?$/;

/** 闲时…，忙时为2.4元: the same meter at another time of the day. */
export const OTHER_HOURS =
  /^[^,，。;；]{0,10}[,，、;；] ?(?:而|但)?(?:在|其余|其他)?(?:忙时|闲时|非?高峰|平峰|低峰|低谷|谷时|峰时|平时|错峰|夜间|白天|日间|时段|预留|包年|竞价|长约|年付)[^,，。;；\d]{0,10}$/;
