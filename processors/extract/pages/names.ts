/** Names of model families and accelerators: words that tell a product from a description. Of the market, not of any page. */
export const FAMILY =
  /gpt|claude|gemini|gemma|llama|qwen|\bglm|kimi|deepseek|mi[sx]tral|codestral|ministral|pixtral|magistral|devstral|command[- ]|grok|ernie|hunyuan|doubao|minimax|abab|\bstep-|\bphi-|\bnova\b|titan|jamba|flux|stable ?(?:image|diffusion|video)|whisper|sonar|\byi-|baichuan|embed|rerank|sonnet|opus|haiku|nemotron|cogview|cogvideo|imagen|\bveo\b|\bsora\b|dall-?e|\bwan\d|nvidia|\bamd\b|\b[rg]tx\b|tesla|geforce|\b[abhlv]\d{2,3}s?\b|\bgb?[23]00|\bmi\d{3}|\btpu\b|ascend|文心|通义|混元|豆包|智谱|盘古|星火|昇腾/i;

/** "4090", "5070 Ti": what a card is called for short. */
export const CARD_NUMBER = /^\s*[2-5]0[5-9]0(?: ?(?:ti|super|d))?\s*$/i;

/** "Orca-3.5 Pro": a name with a version. */
export const IS_MODEL = /^\s*\p{Lu}[\p{L}-]*[ -]?\d[\w.]*(?: [\p{Lu}\d]\S*)*\s*$/u;

/** Buttons, badges and separators: lines that belong to no price. */
export const NOISE =
  /^(?:get started|start(?: now| building| free)?|sign (?:up|in)|log ?in|learn more|read more|contact(?: us| sales)?|talk to.*|try\b.{0,24}|(?:buy|order|rent|reserve|deploy|subscribe|configure|purchase|check ?out|get|choose|select|upgrade)(?: (?:it|now|here|today|online|(?:this |your )?(?:plan|server|instance)))|(?:buy|order|rent|reserve|deploy|subscribe|configure|purchase|add to (?:cart|basket))|launch.*|view .*|see .*|copy.*|new|popular|beta|preview|recommended|most popular|book .*|request .*|docs|documentation|playground|skip to (?:main )?content|(?:jetzt )?(?:bestellen|kaufen|buchen|konfigurieren)|mehr erfahren|commander|acheter|en savoir plus|comprar|contratar|acquista|ordina(?: ora)?|bestel(?: nu)?|zamów|立即.*|了解.*|联系.*|免费试用|查看.*|购买|开通|试用|推荐|热门|新品|new!|或|or|and|vs\.?|\+|\/|\||[•·✓✔→>-]+)$/i;

/** What plans are called: of the market, not of any page. */
export const PLAN_NAME =
  /^(?:(?:pro|business|enterprise|team) ?\/ ?)?(?:free|go|solo|hobby(?:ist)?|starter|creator|student|studio|startup|basic|lite|essentials?|developer|build|standard|plus|pro|professional|growth|scale|team|teams|business|premium|bronze|silver|gold|platinum|ultimate|max|ultra|individual|personal|unlimited|enterprise|custom|pay[- ]as[- ]you[- ]go|免费版?|基础版|标准版|专业版|高级版|企业版|旗舰版)(?: (?:plan|tier|edition))?$/i;

/** "Pay as you go", "Custom" beside the names of models: columns of their prices. */
export const WAY_TO_PAY = /^(?:pay[- ]as[- ]you[- ]go|custom)$/i;

/** True for what stands over the column of a plan, "Paid" over those of all that are not free too. */
export const headsPlan = (text: string): boolean => PLAN_NAME.test(text) || /^paid(?: plans?| tiers?)?$/i.test(text);

/** Headings that speak of prices and name nothing. */
export const PRICE_WORDS =
  /^(?:pric(?:es?|ing)|costs?|rates?|fees?|price list|(?:产品|服务|模型|接口|api|资源)*(?:价格|定价|计费|费用|资费|收费)(?:说明|详情|标准|方式|规则|总?表|总?览|列表)*|说明|备注|注|注意(?:事项)?|notes?|overview|概述)(?: \w+)?$/i;

/** "Pricing for the features of Orca": over the names, and none. */
export const PRICING_OF = /^(?:pricing|prices|rates) (?:for|of)\b/i;
/** "heron-labs / Orca Draw 2": a house and what it makes. */
export const OF_HOUSE = /^[\w.-]*[a-z][\w.-]* \/ (?=\S*\d|[A-Z]|\S*-)[\w .-]{3,50}$/i;

/** "Tier 1", "层级 1": a step of what the card is about. */
export const STEP = /^(?:tier|level|层级|阶梯|梯度|档位?) ?\d+$/i;
