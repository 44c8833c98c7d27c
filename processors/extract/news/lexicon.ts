import { Alternatives, type Found } from './alternatives.ts';
import { alternativesOf } from './pattern-source.ts';
import { hasHan } from './text.ts';

/** What a word says about the figures near it. */
export type CueKind =
  | 'revenue'
  | 'operating_profit'
  | 'net_income'
  | 'capex'
  | 'investment'
  | 'spend'
  | 'commerce'
  | 'market'
  | 'price'
  | 'excluded'
  | 'usage'
  | 'not_usage'
  | 'deploy';

/** The kinds that say what a sum of money is. */
export const SUM_CUES: readonly CueKind[] = [
  'revenue',
  'operating_profit',
  'net_income',
  'capex',
  'investment',
  'spend',
  'commerce',
  'market',
];

export interface Cue {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

/** General vocabulary of the trade, English and Chinese (simplified, lower case). One group a kind; first match wins. */
const SOURCES: Readonly<Record<CueKind, string>> = {
  excluded:
    '现金及现金等价物|并购(?=交易|规模|总?额|金额|活动)|交易规模|减记|短期投资|银行结余|现金储备|(?:total |net )?assets\\b(?! under)|market (?:cap(?:itali[sz]ation)?|(?<!\\b(?:worldwide|global|overall) market )value|share)|valuations?(?<!\\bmarket(?:\\x27s)? (?:\\w+ ){0,5}valuations?)|valued at(?<!(?:market(?: size| value)?,? (?:was |is |has been |were )?|(?:deal|contract|agreement|order|lease|pact)s?(?: (?:with|for|from) [\\w .&-]{2,40})?,? )valued at)(?!(?:[^;.]|\\.\\d){0,60}, the (?:[\\w&/-]+ ){1,8}market\\b)|valuing (?=.{0,30}\\bat )|secondary (?:sales?|offerings?|market|shares?)|(?:share|stock)(?!holders?\\b)(?: price|s)?(?! (?:of|with))|stock price|shares|funding|fundraising|series [a-h]\\b|\\bipo\\b|equity(?! (?:share)?holders?\\b)|stake|(?:has |have |had )?raised (?=(?:about |over |nearly |more than |another |a further )?(?:us)?[$€£¥\\d])|(?:raise|round|funding round|last round|valuation)(?=: ?(?:us)?[$€£¥])|raising (?=(?:about |over |up to |nearly )?(?:us)?[$€£¥\\d])|round\\b(?! of\\b)(?<=(?:\\b(?:clos|complet|finali[sz]|announc|secur|land|finish|rais|wrapp)(?:e[sd]?|ing|s|ed)?(?: up| on)?|\\b(?:after|from)|[\\x27’]s) (?:(?:an?|the|its|their|his|that|new|latest|giant|record|fresh|recent|whopping|massive) )*[$€£¥][\\d.]+ ?(?:[mbt]n?|million|billion|trillion)?\\+?(?:-dollar)? (?:[\\w-]+ ){0,2}round)|\\bfin(?:e|ed|es)\\b|penalt(?:y|ies)|lawsuit|settlement|to settle\\b|budget deficits?\\b|budget request|payment volume|(?:of|in) (?:card )?payments\\b|in transactions\\b|class action|damages|lobby\\w*|venture (?:money|funding|capital)\\b|(?:debt|bond|note|share|stock)s? (?:sales?|offerings?|issu(?:ance|es?))\\b|prizes?\\b|prize (?:pool|money)|ransom|a package (?:of|worth)\\b|pay(?:s|ing)? (?:the )?(?:authors|publishers|artists|writers|musicians|victims|plaintiffs|shareholders)\\b|salar(?:y|ies)|pay (?:deals?|packages?|awards?)|(?:compensation|pay|remuneration|severance) packages?|with a package worth|sav(?:e|es|ed|ing|ings)\\b|acquir(?:e|ed|es|ing)|borrow(?:s|ed|ing)?\\b|acquisition|bought|buyout|takeover|price target|dividend|buybacks?|repurchas\\w+|bail|inventor(?:y|ies)|cash (?:and|on hand|pile|reserves?|position|balance|stood|totall?ed|amounted)|tickets?|net worth|donat\\w+|grants?|per share|operating (?:expenses?|costs?)|total costs?(?! and expenses)|\\bopex\\b|\\bgdp\\b|(?:营业|推理|训练|运营|算力|电力|研发|基础设施)成本|总成本|估值|市值|股价|融资(?!租赁)|募资|募集|定增|增发|配股|可转债|罚款|赔偿|和解|红包|大奖|奖池|奖金|请客|薪|收购|并购|对价|(?:支付|[付发分派])给(?=[^,，。;；]{0,4}(?:创始|员工|股东|投资[方人者]|团队|管理层|高管|老股))|偿还|归还|还(?:银行)?(?:贷款|借款|债)|补充(?:流动|营运)资金|补流|目标价|股份|持股|股权|每股|入股|回购|分红|代币|锁仓|亏损面|节省|省下|存货|库存|现金(?!流)|捐|预算金额|中标(?!总?(?:金额|价)|报价)|合同负债|商誉|应收账款|应付账款|总资产|净资产|资产总额|注册资本|保费|票房|总预算|注册资金|补贴|补助|奖励|资助|算力券|保证金|投标',
  market:
    'tam(?<![a-z(（]tam)(?![a-z])|market(?:place)? size|markets?\\b|(?:segment|sector|category)(?= (?:as a whole )?at (?:about |around |some |nearly |over )?[$€£¥])(?<=\\b(?:puts?|has|had|sees?|saw|values?|valued|pegs?|pegged|estimates?) (?:the|this|that) (?:whole |entire )?(?:segment|sector|category))|end[- ]users?|(?:worldwide|global|enterprise|customer|overall) (?!in )(?:\\w+ ){0,3}(?:spending|expenditure)|(?:services?|infrastructure|cloud|software|ai|gpu) (?:spending|expenditure|outlays)(?! (?:guidance|plans?\\b|budgets?|outlook))|spending on (?:[\\w-]+ ){0,4}(?:services|servers|cloud|software|infrastructure|chips|semiconductors|accelerators|systems|data cent(?:er|re)s)|industry(?! (?:analysts?|insiders?|sources?|observers?|watchers?|experts?|leaders?|veterans?|executives?|peers?|standards?|body|group|association))|ecosystem|buyers|市场规模|(?<!政企|个人|家庭|被)市场(?!预期|份额|竞争|占有|份|地位|传闻|消息|人士|普遍|观点|认为|担心|担忧|关注|猜测|盛传|传出|流传|参与者|视为|视作|看作|称为)|(?<!市场|行业|产业)(?:总|整体)盘子|产业规模|行业规模|产业|(?<!中等|基金|成立|设立|订单|合同|投资|融资|资产|采购|产能|营收|收入|集群|用户|参数|部署|交易|算力|智算|装机|出货|支出|开支)规模|赛道|终端用户|整体支出|支出规模',
  capex:
    'capex|(?:(?:ai|cloud|data cent(?:er|re)|infrastructure|full-year|annual|yearly|capital) )+spending (?:guidance|plans?\\b|budgets?|outlook)|capital (?:budget|plan|program(?:me)?|outlay plan)s?\\b|spending (?:plan|budget|guidance|outlook)s?\\b(?= (?:for (?:[\\w-]+ ){1,3})?(?:up |now )?(?:to|of|is|was|rises|stands|from) )|(?:spending|outlays?) on (?:(?:capital|new|its|property and) )*(?:equipment|property|data cent(?:er|re)s)\\b|(?<=\\b(?:on|in) )(?:property|fixed assets)(?:,? (?:plant,? )?(?:and )?equipment)\\b|purchases? of (?:property|fixed assets)(?:,? (?:plant,? )?(?:and )?equipment)?(?:,? and (?:intangible|other|similar)(?: long-term)? assets)?|capital (?:expenditures?|spending|expenses?|outlays?|investments?|projects?|goods)|购建固定资产[^,，。;；\\d]{0,24}现金|资本性?(?:开支|支出)|资本投入|资本开销|固定资产投资(?!增速|同比|完成)',
  net_income:
    'net (?:income|profits?|earnings|loss(?:es)?)|lost\\b(?!.{0,40} from operations)|earn(?:s|ed)? (?=(?:about |around |some |nearly |over |more than |just |only )*(?:us)?[$€£¥]\\d[\\d.,]* ?(?:m|b|tr)(?:illion|n)?(?:[.,;)]|$| (?:after|before|last|this|for the|against|and|while|but|up|down|in the|a year (?:ago|before|earlier)|between)\\b)(?![^.;]{0,24}\\b(?:from|revenues?|sales)\\b))|los(?:e|es|ing) (?=(?:about |around |some |up to |nearly |over |more than |another |roughly )*(?:us)?[$€£¥]\\d[\\d.,]* ?(?:m|b|tr)?(?:illion|n)?\\b)|earnings(?! (?:call|report|release|per))|净利润?|归母(?!净|权益|所有)|[税盈]?后?纯益|纯利|净亏损?|净损(?!失)|净收益|净赚|应占(?:盈利|利润)|(?<!经营|营业)溢利|(?<!经营|营业|运营|营运|经调整|ebitda ?)亏损|亏(?:了|掉|去)(?=\\D{0,3}\\d)|(?:亏|赚)(?= ?(?:大?约|近|超过?|逾|至少|高?达|了)*[$¥]?\\d[\\d.,]* ?[万亿])|赚(?:了|到|得)(?=\\D{0,3}\\d)',
  operating_profit:
    '(?:income|profits?|loss(?:es)?) from operations|op(?:erating|s?\\.?) (?:profits?|income|earnings|loss(?:es)?)|\\bloss(?:es)?\\b|\\blost\\b|adjusted ebita?\\b|ebita?\\b|(?<!(?:for|non)-)profits?(?!ab)|(?:营业|经营|运营|经调整)?(?<!ebitda ?)利润(?!率)|(?:经营|营业|营运)(?:溢利|利益)|盈利(?!能力|性)|(?<=经营|营业|运营|营运|经调整)亏损',
  revenue:
    'revenues?(?! backlog)|revs?\\b(?=\\.?:? ?(?:of |was |~|≈|\\*)*[$€£¥])|(?:quarter|year|half) (?:should|will|would|is (?:expected|set|seen) to) bring(?: in)?\\b|(?:running|run|runs) at an annuali[sz]ed\\b|(?:took|takes?|taking|brought|bring(?:s|ing)?|raked|raking|pulled) in\\b|(?:bring(?:s|ing)?|brought)(?= (?:it |them |(?:about |around |nearly |over |more than |some )*)(?:us)?[$€£¥][\\d.,]+ ?[a-z]* (?:annually|(?:a|per|each|every) (?:year|quarter|month))\\b)|generat(?:e[sd]?|ing) (?=(?:about |around |nearly |over |more than |some )?(?:us)?[$€£¥][\\d.,]+ ?[a-z]* (?:annually|(?:a|per|each|every) (?:year|quarter|month)))|turn(?:s|ed|ing)? over|grossed|s(?:old|ells?|elling|hips?|hipped|hipping) (?=(?:about |around |nearly |over |more than |some )?(?:us)?[$€£¥][\\d.,]+ ?(?:million|billion|mn|bn|m|b) (?:worth )?of (?!(?:[\\w-]+ ){0,2}(?:shares?|stocks?|bonds?|notes|debt|equity|assets|securities|stakes?)\\b))|s(?:old|ells?|elling|hips?|hipped|hipping) (?=(?:about |around |nearly |over |more than |some )?[\\d.,]+ ?(?:million|billion|trillion) (?:yuan|euros|won|yen|rupees|pounds|francs|kron[ae]r?|dollars) (?:worth )?of (?!(?:[\\w-]+ ){0,2}(?:shares?|stocks?|bonds?|notes|debt|equity|assets|securities|stakes?)\\b))|sold(?<=\\b(?:business|division|segment|unit|arm|group|cloud) sold)(?= (?:about |some |nearly |over |more than )?(?:us)?[$€£¥][\\d.,]+ ?[a-z]*(?:[.,;]| (?:in (?:the|its|fiscal|q\\d)|last|during|over)\\b))|ma(?:de|kes?|king) (?=(?:about |around |nearly |over |more than |some )?[\\d.,]+ ?(?:million|billion) (?:yuan|euros|won|yen|rupees|pounds|francs) (?:from|last|during|a (?:year|quarter|month)|over the|in (?:the|its|fiscal|20\\d\\d|q\\d)))|ma(?:de|kes?|king) (?=(?:about |around |nearly |over |more than |some )?(?:us)?[$€£¥][\\d.,]+ ?[a-z]* (?:from|last|during|a (?:year|quarter|month)|over the|in (?:the|its|fiscal|20\\d\\d|q\\d)))|earn(?:s|ed|ing)? (?=[^,;]{0,40}\\d[\\d.,]* ?[a-z]* ?[a-z]* from\\b)|(?:booked|posted|recorded|registered|logged|reported|turned in|delivered|notched)(?<=\\b(?:business|division|segment|unit|arm) (?:\\w+|turned in))(?= (?:about |around |nearly |roughly |over |more than )?[$€£¥])|(?:booked|posted|recorded|logged|turned in|billed|invoiced) (?=(?:about |around |nearly |roughly |over |more than |some )?(?:us)?[$€£¥][\\d.]+ ?[a-z]*(?:[.,;\\)]| (?:in (?:sales|revenue|the|its|\\d)|for|last|over|during)\\b|$))|sales\\b(?! (?:team|force|tax|rep|channel|people|pitch|call|cycle|growth))|turnover|(?:pace|rate|clip) of (?=(?:about |around |roughly |nearly |some |more than |over )?(?:us)?[$€£¥][\\d.]+ ?[a-z]* (?:a|per) year)|(?<!compound )(?:annuali[sz]ed|annual) (?:rate|pace)\\b(?! (?:of|from|between) [^$€£¥]{0,20}\\d[\\d.]* ?(?:%|per))|run[- ]rates?(?<!(?:capex|spending) run[- ]rates?)|\\barr\\b|top line|(?:营业?总?收入|进账|入账|营收|收入|(?<=[\u4e00-\u9fff])[季月]收(?![入益购到盘费录割取藏])|(?<!投资|理财|资产|其他|汇兑|净|增量|总|亏|的)收益(?=(?:大?约|近|超过?|逾|达|为|录得)*[$¥]?\\d))(?!积压|储备)|销售额|(?:已售|售出|卖出|卖了)(?= ?(?:了|大?约|近|超过?|逾|共)*[$¥]?\\d[\\d.,]* ?[万亿](?!美?元?的?(?:股|债|持仓)))|(?<!亏损|利润|净利|开支|支出|投入)年化|运行率|流水',
  commerce:
    '(?:purchase|lease|supply) (?:commitments?|obligations?)|total (?:costs and )?expenses?\\b|(?:promis(?:e[sd]|ing)|pledg(?:e[sd]|ing)|owes|owed)(?= (?!(?:to|that|its|the|an?|at|about|up|over|more|for|it|them|us|of|only|some|another|nearly)\\b)(?:[\\w.&-]+ ){1,2}(?:about |around |some |up to |another |nearly |over |more than |as much as )*(?:us)?[$€£¥][\\d.,]+ ?(?:[bm]n?|(?:m|b|tr)illion)\\b(?! (?:in|of) (?:annual |yearly |extra |quarterly )?(?:revenues?|sales|profits?|income)))|(?:operating )?(?:costs|expenses)(?= (?:and expenses )?(?:(?:with|at|for) (?:[\\w.-]+ ){1,3}?)?(?:surged|rose|climbed|grew|jumped|increased|soared|swelled|ballooned|doubled|tripled|fell|dropped|declined|came|amounted|ran|mounted|were|was|reached|hit|totall?ed|of)(?: [\\w.%+-]+){0,4}?(?: to| at)? (?:about |around |some |nearly |over |more than )*(?:us)?[$€£¥][\\d.,]+ ?(?:b|m|tr)(?:n|illion)?\\b)|signed (?:but|and) (?:un\\w+|not yet \\w+) (?:work|business|orders)|(?:(?:business|work) )?(?:signed|contracted|sold) but not (?:yet )?(?:delivered|billed|recogni[sz]ed|booked|worked off)|(?:contracted|signed) (?:work|business)\\b(?= (?:of |worth |between |on |to |at |in |[,.:;]))|(?:contracted|signed) (?:work|business) not yet (?:delivered|billed|recogni[sz]ed|booked|worked off)|(?:be|been|being|gets?) paid\\b|worth of\\b|(?:buy|purchase|rent|lease)(?= (?:a further |an additional |another |about |up to |some |an incremental |at least |more than |over )*(?:us)?[$€£¥][\\d.,]+ ?[a-z]* (?:worth )?of )|worth (?<!\\b(?:was|is|be|were|are|been|market|now|already|and|still|company|companies|firm|firms|start-?up|start-?ups|group|business|house|houses|chipmaker|giant|lab) worth )(?=(?:about |up to |some |an estimated |more than |over |nearly )?(?:us)?[$€£¥\\d])|of (?<=(?:m|b|tr)illion of )(?:(?:ai|cloud|computing|compute|gpu|data cent(?:er|re)|azure|aws|oci|tpu|nvidia|rented|new|extra|additional|inference|training|server) ){0,3}(?:capacity|compute|computing)\\b|costs(?<=[,;:] (?:total |operating )?costs)(?= (?:of )?(?:about |around |nearly |over )*(?:us)?[$€£¥][\\d.,]+ ?(?:b|m|tr)(?:n|illion)?\\b)|book of business|gross profits?|(?:adjusted )?ebitda\\w*|毛利(?!率|润率)|backlog|\\border book|\\bleas(?:e|es|ed|ing)\\b|remaining performance obligations?|\\brpo\\b|cash flows?|\\bfcf\\b|bookings|orders?(?! of magnitude)|contracts?|deals?\\b|pacts?\\b|tie-?ups?\\b|accords?\\b|(?:joint )?ventures?\\b|partnerships?|agreements?|(?:expansion|extension|renewal)(?= with\\b)|debt|bonds?|loans?|积压|现金流|订单|大单|合同(?:总)?(?:收入|价值)|合同|合约(?!价|市场|交易)|租赁(?:承诺|义务|合同|协议|交易)|租约(?!价|期)|协议|在手|合作|交易(?<=(?:达成|敲定|签下|签署|签订)[^,，。;；]{0,24}元[^,，。;；购]{0,14}交易)|交易(?<=(?:算力|云计算|云服务|租赁|采购|供货|供应|基础设施|服务器|芯片)交易)|履约义务|债券|贷款|采购|支付(?=[^,，。;；\\d]{0,8}\\d[\\d.,]* ?[万亿千百]*(?:[美欧日港英]?[元镑])(?!的?[^,，。;；\\d]{0,6}(?:罚|赔|和解|税|股息|分红|薪|工资|利息|版税|违约|分手)))|下单(?=(?:了|约|近|超过?|逾|至少|价值|大?约|总计|共)*[$¥]?\\d[\\d.,]* ?[万亿千]*[美欧日港]?元)|中标(?:总?(?:金额|价)|报价)格?|(?<=中标[^,，。;；]{0,24}[,，] ?)(?:合同|中标)?(?:总)?金额|(?:该单|项目总|合同总)价格?(?!值)|(?<=(?:订购|采购|购[买入置]|签[订署约])[^。;；]{0,50}[,，] ?)总(?:价款?|金额)(?!值)|交易总?(?:价值|金额)|租金(?:合计|总额|总计|共计|总收入)|签约(?=(?:大?约|近|超过?|逾|总额|金额|了)*\\d[\\d.]* ?[万亿]+[美欧日港]?元)|(?:购买|购入|买下?|租下?)(?=(?:大?约|近|超过?|逾|至少|价值|了)*\\d[\\d.,]* ?[万亿千]*[美欧日港]?元的?[^,，。;；\\d]{0,8}(?:算力|云|芯片|gpu|服务器|容量))|(?:算力|采购|支出|租赁|购买|供货|供应|产能|云服务)承诺(?=(?:金额|总额|合计|累计|大?约|近|超过?|达|为)*[$¥]?\\d)',
  investment:
    'invest(?:s|ed|ing|ments?)?\\b|year(?<=-year) (?:plan|program(?:me)?|pledge|push)\\b|plans?\\b(?= (?:to build|for building|to roll out) (?:[\\w-]+ ){0,4}(?:infrastructure|data ?cent(?:er|re)s?|comput(?:e|ing)|campus(?:es)?|capacity|cloud)\\b)|plan(?:s|ned)?\\b(?= (?:about |around |some |up to |another |nearly |over |more than )*(?:us)?[$€£¥][\\d.,]+ ?[a-z]* (?:by 20\\d\\d\\b|for (?!(?:revenue|sales|capital|capex|20\\d\\d|fiscal|the (?:year|quarter))\\b)))|commit(?:s|ted|ting|ments?)?\\b|(?:given|gave|hand(?:ed|s|ing))(?= (?!(?:to|that|its|the|an?|at|about|up|over|more|for|it|them|us|of|only|some|another|nearly)\\b)(?:[\\w.&-]+ ){1,2}(?:about |around |some |up to |another |nearly |over |more than |as much as )*(?:us)?[$€£¥][\\d.,]+ ?(?:[bm]n?|(?:m|b|tr)illion)\\b(?! (?:in|of) (?:annual |yearly |extra |quarterly )?(?:revenues?|sales|profits?|income)))|announc(?:es|ed|ing)(?= (?:about |around |some |another |a further |up to |over |more than |at least )*(?:us)?[$€£¥][\\d.,]+ ?(?:[bm]n?|(?:m|b|tr)illion) (?:for|in|towards?) (?:[\\w-]+ ){0,4}?(?:ai|cloud|data|comput(?:e|ing)|infrastructure|capacity|chips|gpus|campus(?:es)?|india|europe)\\b)|pour(?:s|ed|ing)?\\b|pledg(?:e|es|ed|ing)\\b|promis(?:e[sd]|ing)(?= (?:about |around |some |another |a further |up to |over |more than |at least )*(?:(?:us)?[$€£¥]|[\\d.,]+ (?:m|b|tr)illion\\b))|earmark\\w*|(?:sink(?:s|ing)?|sunk|funnel(?:s|l?ed|l?ing)?|channel(?:s|l?ed|l?ing)|plunk\\w*|pump(?:s|ed|ing)?)(?= (?:about |another |a further |some |over |more than |up to )*[$€£¥\\d])|plough\\w*|plow\\w*|set(?:s|ting)? aside\\b|put(?:ting|s)?(?! (?:[a-z]+ ){1,3}at )(?= (?:[a-z]+ ){0,3}(?:(?:us)?[$€£¥]|(?:rmb|cny|eur|gbp|jpy|krw|inr|sek|nok) ?)[\\d.,]+ ?[a-z]* (?:in(?:to)?|towards?|behind)\\b)|put(?:ting|s)?(?= [\\d.,]+ (?:million|billion|trillion) (?:us )?[a-z]+ (?:in(?:to)?|towards?|behind) (?:[\\w-]+ ){0,4}(?:data|cloud|ai|chips?|infrastructure|sites?|campus|compute|computing|servers?|capacity|plants?|gpus?)\\b)|put(?:ting|s)? (?:in|up|into|about|over|close to|some|another|at least|more than|nearly|as much)\\b|投资(?!者|方|界|人士?(?!工)|机构|银行|评级|组合|建议|研究)|投入|斥资|耗资|豪掷|砸下?|拨款|出资|投向|注资|(?<![招竞中开])投(?=(?:下|出|进|约|近|超过?|最多)*\\d)|(?<=[向给][^,，。;；\\d]{1,16})投了(?=约?\\d)|(?:追加|加码|追投)(?=(?:投资|投入|了|约|近|逾|超过?|最多|至多)*\\d[\\d.,]* ?[万亿千百]*[美欧日港英]?[元镑](?!的?[^,，。;；\\d]{0,12}(?:订单|合同|合约|采购|协议|额度|贷款|融资|预算|债)))|[内度]投(?=(?:约|近|超过?)?\\d)|投下(?=(?:约|近|超过?)?\\d)',
  spend:
    'spen(?:d|ds|t|ding)\\b|went on(?= (?:[\\w-]+ ){0,2}(?:cloud|infrastructure|ai|gpus?|chips|servers|compute)\\b)|flow(?:s|ed|ing)? into\\b|part(?:s|ed|ing)? with\\b|outlays?|(?:lay(?:ing)?|laid) out|expenditures?|paid|pay(?:s|ing)?\\b|支出|开支|花费|花(?!旗|园|生|样)',
  deploy:
    'deploy(?:s|ed|ing|ment|ments)?|deliver(?:s|ed|ing|ies|y)?|ship(?:s|ped|ping|ments?)?\\b|order(?:s|ed|ing)?|install(?:s|ed|ing)?|hous(?:e|es|ed|ing)\\b|hold(?:s|ing)?\\b|run(?:s|ning)? (?:\\w+ )?on|operat(?:e|es|ed|ing)\\b|build(?:s|ing)?\\b|built|host(?:s|ed|ing)?\\b|equip\\w*|fitted|cluster\\w*|supercomputer|data ?cent(?:er|re)s?|campus|capacity|reach(?:es|ed|ing)? (?:\\w+ )?customers|bring(?:s|ing)? online|online|(?:go(?:es|ing)?|went|gone) live\\b|switch(?:ed|es|ing) on\\b|energi[sz]ed\\b|procur\\w+|purchas\\w+|buy(?:s|ing)?\\b|fleet|suppl(?:y|ies|ied)|produc(?:e|es|ed|tion|ing)|output|power(?:s|ed)?\\b|draw|secur(?:e|ed|es|ing)|leas(?:e|es|ed|ing)\\b|access to|racked|racking|sold|sell(?:s|ing)?\\b|gives?|gave|add(?:s|ed|ing)?\\b|target|部署|交付|出货|采购|订购|订单|下单|集群|上线|投产|落地|建成|建设|规划|产能|量产|拥有|运行|点亮|装机|规模|供应|安装|购买|采买|买[走下入进]|购[入进置]|采用|囤[积了下有]|拿下|手握|坐拥|生产|租用|数据中心|智算中心|园区|卡集群|投运|扩容|扩产|搭建|铺设|接入|签约|新签|新增|净增|用上|搭载|配备|堆了?|上架|目标|产量|全年口径|销量|保有|纳管|运营[着了]|管理?着|跑着(?=\\D{0,4}\\d)|调度着?(?=\\D{0,4}\\d)|在途|在线|在网|投用|启用|并网|容纳|放[得能]?下|装得?下|塞[下进]',
  not_usage:
    '\\bcaps?\\b|queue[sd]?\\b|allow(?:s|ed|ance)?\\b|context|window|max(?:imum)? (?:output|input|tokens|length)|output limit|train(?:ed|ing|s)?\\b|pre-?train\\w*|corpus|corpora|data ?sets?|fine-?tun\\w+|quotas?\\b|ceilings?\\b|rate limits?|limits?\\b|free (?:tier|credit|tokens|quota)|free of charge|allowance|\\btpm\\b|\\brpm\\b|per (?:request|task|user|query|prompt|document|session|conversation|call|image|page|answer|card|message)|bonus|giv(?:es|ing) away|includ(?:es|ed)\\b|prompt|contract length|burn rate|crypto|airdrop|circulat\\w+|\\bmint\\w*|coin|holders?|上下文|窗口|最大输出|训练|语料|数据集|额度|限额|赠送|赠|(?<![(（])免费(?![)）])|套餐|包含|内含|含有|限流|单次|每次|每张|礼包|体验|试用|一次任务|单个任务|币|质押|流通|发行|资源包|权益|起送|输入长度|输出长度|支持最?长|长度',
  usage:
    'process(?:es|ed|ing)?\\b|handl(?:e|es|ed|ing)\\b|consum(?:e|es|ed|ing|ption)\\b|call(?:s|ed)?(?: volumes?)?\\b|throughput|usage|us(?:e|es|ed|ing)\\b|traffic|generat(?:e|es|ed|ing)\\b|serv(?:e|es|ed|ing)\\b(?! from (?:the )?cache)|tak(?:e|es|ing)\\b|took|volumes?|rout(?:e|es|ed|ing)\\b|burn(?:s|ed|ing|t)?\\b|churn\\w*|crunch\\w*|push(?:es|ed|ing)? (?=(?:[a-z]+ ){0,3}[\\d.]+ ?[a-z]* ?(?:[a-z]+ )?tokens)|work(?:s|ed|ing)? through|produc(?:e|es|ed|ing)\\b|pump\\w*|throughput|demand(?<!\\bon[ -]demand)|daily|weekly|monthly|a (?:day|week|month)|per (?:day|week|month)|each (?:day|week|month)|every (?:day|week|month)|(?:in|over) (?:a|one|the) (?:single )?(?:day|week|month|quarter|year)|调用量?|处理|消耗|用量|使用量?|用掉|吞吐|日均|日耗|每天|每日|周均|月均|单日|单周|单月|一周|每周|每月|吃掉|跑掉|烧掉|消费|生成|流量|贡献',
  price:
    'pric(?:e[sd]?|ing|ey)\\b|costs?\\b|fees?\\b|rates?\\b(?<!(?:growth|compound|compounded|interest|exchange|annual) rates?)|tariffs?|charg(?:e|es|ed|ing)\\b|asks? for\\b|bill(?:s|ed|ing)?\\b|plans?\\b(?! (?:about |around |some |up to |another |nearly |over |more than )*(?:[$€£¥]|[\\d.,]+ (?:m|b|tr)illion\\b)| (?:the (?:largest|biggest|most|least|smallest)|capital|capex|total)\\b)|tiers?\\b|subscriptions?|surcharge|discount\\w*|list(?:s|ed)? (?:at|for)|sells? (?:at|for)|rent(?:s|al|als|ed|ing)?\\b(?! (?:(?:market|business|industry|segment|sector)\\b|(?:about |around |some |up to |another |nearly |over |more than )*(?:us)?[$€£¥][\\d.,]+ ?(?:[bm]n?|(?:m|b|tr)illion)\\b))|cheaper|(?<![评代性股标])价(?!值)格?|定价|收费|费用|资费|月费|年费|月租|时租|租金|套餐|售价|单价|计费|报价|刊例|费率|租赁(?!行业|市场|产业|赛道|这[块门])|会员|订阅|档位|降价|涨价|提价|折',
};

const KINDS = [
  'excluded',
  'market',
  'capex',
  'net_income',
  'operating_profit',
  'revenue',
  'commerce',
  'investment',
  'spend',
  'deploy',
  'not_usage',
  'usage',
  'price',
] as const satisfies readonly CueKind[];
/** What stands for any sign of money in the sources above, and all it stands for: NT$, RMB. */
const DOLLAR = '(?:us)?[$€£¥]';
const MONEY = '(?:(?:us|nt|hk|[acs])?[$€£¥]|(?:rmb|cny) ?)';
/** English words begin at a word boundary; Chinese ones anywhere. Apart, so that one of each may stand at a place. */
const cuesOf = (han: boolean): Alternatives<CueKind> =>
  new Alternatives(
    KINDS.flatMap((kind) =>
      alternativesOf(SOURCES[kind])
        .filter((part) => hasHan(part) === han)
        .map((part): [CueKind, string] => [kind, han ? part : `(?<![a-z0-9])${part.replaceAll(DOLLAR, MONEY)}`]),
    ),
  );
const LATIN_CUES = cuesOf(false);
const HAN_CUES = cuesOf(true);

const toCue = ({ key, start, end }: Found<CueKind>): Cue => ({ kind: key, start, end });

/** All cues of one sentence of folded text, in order. */
export function findCues(sentence: string): Cue[] {
  const cues = LATIN_CUES.all(sentence).map(toCue);
  if (!hasHan(sentence)) return cues;
  return [...cues, ...HAN_CUES.all(sentence).map(toCue)].sort((a, b) => a.start - b.start);
}

/** Rates that are no prices: of errors, of growth. */
export const OTHER_RATES =
  /\b(?:hallucination|error|failure|refusal|success|pass|win|churn|retention|conversion|adoption|acceptance|detection|attack|compression|growth|compound|interest|exchange|tax|utili[sz]ation|hit|token|run|frame|click) rates?\b/;
/** A price goes up or down: verbs and nouns that carry the direction themselves. */
export const PRICE_UP =
  /\b(?:(?:add(?:s|ed|ing)?|(?:impos|introduc|charg|institut)(?:e[sd]?|ing)|lev(?:y|ies|ied|ying)|slap(?:s|ped|ping)?) (?:an? )?(?:[\w.%-]+ ){0,4}(?:fee|surcharge|premium|mark-?up)|rais(?:e[sd]?|ing)|hik(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|up(?!\s*to\b)|rose|ris(?:e[ns]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|higher|more expensive|dearer|pricier|costlier|mark(?:s|ed)? up|lift(?:s|ed|ing)?|bump(?:s|ed|ing)?(?: up)?|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|(?:will )?cost (?:\S+ )?more(?! than (?:about |around |an? |some )?[$€£¥\d])|put(?:s|ting)? up|surcharge|uplift|mark-?ups?|escalator|steeper|swell(?:s|ed|ing)?|swollen|tack(?:s|ed|ing)?(?= .{0,16}\bonto?\b)|went up|go(?:es|ing)? up|upward|(?:crept|creep(?:s|ing)?|edg(?:e[ds]?|ing)|inch(?:ed|es|ing)?|tick(?:ed|s|ing)?|drift(?:ed|s|ing)?|nudg(?:e[ds]?|ing)|mov(?:e[ds]?|ing)) (?:back )?(?:up|higher)|(?:bounced|recovered|rebounded)(?= (?:back )?(?:up )?(?:to|by)))\b|涨|[年季月周]增|上调|贵(?=了|出| ?[约近]?[\d一二两三四五六七八九]| ?$)|高(?=了(?!解))|提了?价|加了(?:价|(?= ?[\d约近至]| ?$))|提高|调涨|上浮|调高(?!达)|调升|调增|抬[高升到至了]|提[到至](?=[\d每]|$)|提了(?=[\d约近]|$)|拉升|(?<=[价格费金])提升|加价|翻倍|翻番|走高|攀升|上升|上扬|高出/;
export const PRICE_DOWN =
  /\b(?:cut(?:s|ting)?|slash(?:e[sd]|ing)?|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing|tions?)|drop(?:s|ped|ping)?|decreas(?:e[sd]?|ing)|fall(?:s|en|ing)?|fell|declin(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|slid(?:e[sd]?|ing)?|trim(?:s|med|ming)?|par(?:e[sd]|ing)|whittl(?:e[sd]?|ing)|halv(?:e[sd]?|ing)|cheaper|discount(?:s|ed|ing)?|% off|percent off|per cent off|down(?! payment)|tumbl(?:e[sd]?|ing)|shav(?:e[sd]?|ing)|knock(?:s|ed|ing)?|slip(?:s|ped|ping)?|sank|sink(?:s|ing)?|shed(?:s|ding)?|los(?:es?|t|ing)(?= (?:about |nearly |almost |roughly |over |a |an |one|two|\d|$))|eas(?:e[sd]|ing)|collaps(?:e[sd]?|ing)|price war|less expensive|now free|waiv(?:e[sd]?|ing)|scrap(?:s|ped|ping)|tak(?:es|ing|en)? .{0,12} off|took .{0,12} off|crater(?:s|ed|ing)?)\b|降|[年季月周]减|(?<![如以])下调|减价|调低|调降|下降|下跌|下滑|回落|打折|[折]|压[到至低]|打到|探至|跌破|优惠|立减|减免|跌|砍|骤减|腰斩|减半|半价|缩减|便宜|退回|回调|滑[落到至]|[掉砸杀][到至]/;
/** The thing that moves must be a price. */
export const PRICE_NOUN =
  /\b(?:pric(?:e[sd]?|ing)|costs?|fees?|rates?|tariffs?|charges?|bills?|list price|rentals?|rents?|cheaper|expensive|dearer|pricier|discounts?|surcharges?|subscriptions?)\b|价|费|租金|收费|计费|折|资费|成本/;
/** Nothing moves: said, denied, rumoured of no one, or only imagined. */
export const NEGATED =
  /\b(?:no (?:plans?|intention|change|price|increase|hike|cut)|not (?:raise|raising|increase|hike|cut|change|lower|plan\w*|going to|be (?:raised|changed|increased|cut))|(?:doesn't|does not|won't|will not|didn't|did not|never|hasn't|has not|haven't|have not|isn't|aren't|wasn't|weren't|no longer) (?:\w+ ){0,2}(?:becom\w+|rais\w+|increas\w+|hik\w+|cut\w*|chang\w+|lower\w*|reduc\w+|mov\w+|plan\w*|go(?:ing)? up)|den(?:y|ies|ied)|unchanged|remains? the same|hold(?:s|ing)? steady|without (?:raising|changing)|rul(?:e[sd]?|ing) out|instead of (?:raising|cutting))\b|不会?(?:上调|涨价|提价|降价|下调|调整|变)|没有(?:涨价|提价|降价|上调|下调|调整|计划)|不涨价?|未(?:上调|涨价|调整|提价|降价)|否认|维持不变|保持不变|价格不变|不变|暂无|无意|无(?:降|涨|调)价/;
/** A rumour, told only to be denied. */
export const DENIED =
  /不实|不属实|网传|误传|假消息|谣言|辟谣|(?<!(?:尽管|虽然?)[^,，。;；]{0,14})传言|\brumou?rs?\b|\b(?:post|tweet|thread|account|leaker|screenshot) (?:on \w+ |going around )?(?:claim|alleg)(?:s|es|ed|ing)\b|\buntrue\b|\bfalse reports?\b/;
export const HYPOTHETICAL =
  /(?:^|[\s,("])(?:if(?! you (?:(?:can|could) (?:live|get|find|bear|stand|wait|put)|(?:only |just )+(?:read|want|need|have|remember)|(?:are|were) (?:in a hurry|wondering|new here))\b)|suppose|imagine|assuming|assume|were to|would have|could have|hypothetical\w*|illustrative|(?:take|consider) an (?:\w+ )?example|say you|let's say|for example|for instance|e\.g\.|whether|unless|should .{3,40} (?:raise|cut))\b|^say (?:an?|the|your|that|\d[\d,]*)\b|^(?:[-*•] )?let (?!us\b|me\b)(?:[a-z]+ ){1,3}(?:slip|slide|fall|drop|rise|climb|go|double|halve)\b|如果|假如|假设|假定|倘若|要是|当(?:价格|单价|成本)[^,，。;；]{0,8}[降涨跌升][^,，。;；]{0,8}[,，]|比如|例如|举例|举个例子|若.{0,16}(?:涨|降|调|加[价收])|是否|愿意[把将降涨]/;
