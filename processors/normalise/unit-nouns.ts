import type { NounKind } from './units.ts';

/** What units are made of, in the languages of price lists. Longest first within a kind; a noun in Latin letters ends at a letter boundary. */
export const NOUNS: readonly [NounKind, string][] = [
  [
    'token',
    '(?:tokens?|toks?)(?![a-z])|(?<=\\/\\s?m)t(?![a-z])|令牌|词元|トークン|токен(?:ов|ам?|ы)?|토큰|رمز|رموز|توكن|tokena(?![a-zà-ɏ])|tokenów|โทเคน|โทเค็น|токенів',
  ],
  ['megapixel', '(?:megapixels?|mpx?)(?![a-z])|百万像素'],
  [
    'character',
    '(?:characters?|chars?|zeichen|caract[eè]res?|carácter(?:es)?|caratter[ei]|tekens|znak(?:ów|i)?|karakter(?:er)?)(?![a-zà-ɏ])|字符|汉字|文字|字(?!节|段|数)|символ(?:ов|а|ы)?|знак(?:ов|а)|글자|자(?![\uac00-\ud7a3])|حرف|حروف|ký tự|อักขระ|tecken(?![a-zà-ɏ])|tegn(?![a-zà-ɏ])|символів',
  ],
  ['word', '(?:words?|mots?|palabras?|palavras?|parole|wörter|słów)(?![a-zà-ɏ])|слов(?:а|о)?(?![а-я])|단어|単語'],
  [
    'gb',
    '(?:gb|gib|gio|gigabytes?|gibibytes?|gbs)(?![a-z])|(?<=(?:/|\\bpar) ?)go(?![a-z])|go(?= ?/ ?mois)|G(?=[/·*]?月)|г(?:и?б)(?:айт[а-я]*)?(?![а-я])|جيجابايت|غيغابايت|ג״ב',
  ],
  [
    'tb',
    '(?:tb|tib|tio|terabytes?|tebibytes?)(?![a-z])|(?<=(?:/|\\bpar) ?)to(?![a-z])|т(?:и?б)(?:айт[а-я]*)?(?![а-я])|تيرابايت',
  ],
  ['pb', '(?:pb|pib|petabytes?|pebibytes?)(?![a-z])'],
  ['mb', '(?:mb|mib|megabytes?|mebibytes?)(?![a-z])'],
  ['vcpu', '(?:vcpus?|ocpus?|cpu[ -]cores?|cpus?|cores?|ecpus?|[dar]?cus?|[dr]pus?|dbus?|compute units?)(?![a-z])|核'],
  ['gpu', '(?:gpus?|accelerators?|gpu cards?|chips?|cards?|tpus?)(?![a-z])|(?:gpu)?卡|加速卡|芯片'],
  [
    'instance',
    '(?:instances?|nodes?|vms?|servers?|machines?|replicas?|deployments?|endpoints?|clusters?|droplets?|hosts?|model units?|units?|ptus?|containers?|pods?|instanz(?:en)?|instancias?|instâncias?|istanz[ae])(?![a-zà-ɏ])|台|实例|节点|インスタンス|サーバー?|ノード|인스턴스|서버|노드|算力单元|模型单元',
  ],
  [
    'seat',
    '(?:users?|seats?|members?|developers?|people|persons?|(?:be)?nutzer|utilisateurs?|usu[aá]rios?|utent[ei]|gebruikers?)(?![a-zà-ɏ])|ユーザー|사용자|пользовател[а-я]+|人|用户|席位?|并发(?:数|路)?|路|مستخدم|kullanıcı(?![a-zà-ɏ])|người dùng|pengguna(?![a-zà-ɏ])|ผู้ใช้|användare(?![a-zà-ɏ])|bruker(?![a-zà-ɏ])|uživatel(?![a-zà-ɏ])|користувача?',
  ],
  [
    'image',
    '(?:images?|pictures?|photos?|imgs?|frames?|bild(?:er)?|im[aá]gen(?:es)?|imagens?|imagem|immagin[ei]|afbeelding(?:en)?|obraz(?:ów|y|ek)?)(?![a-zà-ɏ])|张(?:图片?)?|幅|枚|图片|图像|(?<=[每/] ?)图(?!形|片)|画像|изображени[еяй]|картин(?:ок|к[аи])|이미지|장(?![\uac00-\ud7a3])|صورة|صور|görsel(?![a-zà-ɏ])|görüntü(?![a-zà-ɏ])|hình ảnh|ảnh|gambar(?![a-zà-ɏ])|รูปภาพ|ภาพ|bilde(?![a-zà-ɏ])|obrázek(?![a-zà-ɏ])|зображення|תמונה',
  ],
  ['video', '(?:videos?|clips?)(?![a-z])|个?视频|条|部'],
  [
    'second',
    '(?:seconds?|secondes?|sekunden?|segundos?|second[oi]|sekund[aęy]?|secs?|s)(?![a-zà-ɏ])|秒钟?|секунд[аыу]?|초|ثانية|ثواني|saniye(?![a-zà-ɏ])|giây|detik(?![a-zà-ɏ])|วินาที|sekunti(?![a-zà-ɏ])|שנייה|שניות',
  ],
  [
    'minute',
    '(?:minutes?|minuten?|mins?|minutos?|minut[oi]|minut[aęy]?|minuut)(?![a-zà-ɏ])|分钟|分(?=あたり|当たり|につき|ごと)|(?<=[/／] ?)分(?![一-龥])|минут[аыу]?|분|دقيقة|دقائق|dakika(?![a-zà-ɏ])|phút|menit(?![a-zà-ɏ])|นาที|minuutti(?![a-zà-ɏ])|minute[rn](?![a-zà-ɏ])|minutt(?:er)?(?![a-zà-ɏ])|דקה|דקות|хвилин[аиу]?',
  ],
  [
    'hour',
    '(?:hours?|hrs?|h|hourly|stündlich|stdl|heures?|stunden?|std|horas?|or[ae]|uur|godzin[aęy]?|godz\\.?|hodin[auy]?|timm[ea]r?|jam|saat|giờ)(?![a-zà-ɏ])|час(?:ов|а)?|시간|小时|時間|钟头|[时時](?![长長间間段代])|ساعة|ساعات|ชั่วโมง|ชม\\.?|tim(?![a-zà-ɏ])|(?<=kr\\.? ?/ ?)time|tunti(?![a-zà-ɏ])|óra(?![a-zà-ɏ])|oră|ώρα|годин[аиу]?|שעה|שעות|घंटा|घंटे',
  ],
  [
    'day',
    '(?:days?|tage?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?)(?![a-zà-ɏ])|天|日额|日(?!志)|сутки|день|일(?!반)|يوم|أيام|gün(?![a-zà-ɏ])|ngày|hari(?![a-zà-ɏ])|วัน|dygn(?![a-zà-ɏ])|døgn(?![a-zà-ɏ])|יום',
  ],
  ['week', '(?:weeks?|wk|wochen?|semaines?|semanas?|settiman[ae])(?![a-zà-ɏ])|周'],
  [
    'month',
    '(?:months?|mos?|mth|monthly|monatlich|monatl|mtl|maandelijks|monate?|mois|mes|mês|mes[ei]|maand(?:en)?|miesiąca?)(?![a-zà-ɏ])|месяц|мес.?|월|[个ヶか]?月|[カヵ]月|شهر|أشهر|ay(?![a-zà-ɏ])|tháng|bulan(?![a-zà-ɏ])|bln(?![a-zà-ɏ])|เดือน|månad(?:er)?(?![a-zà-ɏ])|mån(?![a-zà-ɏ])|måned(?:er)?(?![a-zà-ɏ])|md\\.|kuukausi(?![a-zà-ɏ])|kk(?![a-zà-ɏ])|měsíc(?![a-zà-ɏ])|hónap(?![a-zà-ɏ])|hó(?![a-zà-ɏ])|lună|μήνα[ς]?|місяц[ьія]?|חודש|महीना',
  ],
  [
    'year',
    '(?:years?|yrs?|annum|yearly|jährlich|jährl|jahre?|année|an|año|ano|anno|jaar)(?![a-zà-ɏ])|年|год|년|سنة|عام|yıl(?![a-zà-ɏ])|năm|tahun(?![a-zà-ɏ])|ปี|år(?![a-zà-ɏ])|vuosi(?![a-zà-ɏ])|rok(?![a-zà-ɏ])|év(?![a-zà-ɏ])|рік|שנה',
  ],
  [
    'page',
    '(?:pages?|seiten?|p[áa]ginas?|pagin[ae]|stron[ay]?)(?![a-zà-ɏ])|页|ページ|페이지|страниц[аыу]?|صفحة|sayfa(?![a-zà-ɏ])|trang|halaman(?![a-zà-ɏ])|หน้า|sid(?:a|or)(?![a-zà-ɏ])|strana(?![a-zà-ɏ])',
  ],
  [
    'request',
    '(?:requests?|reqs?|calls?|queries|query|search(?:es)?(?: units?)?|uses?|invocations?|transactions?|operations?|ops|prompts?|lookups?|runs?|executions?|tasks?|commands?|(?:partition |data )?accesses|(?<!cached?[ -])(?:writes?|reads?)(?! +[a-z]|-))(?![a-z])|次(?!生成)(?:调用|请求|搜索|数)?|笔|リクエスト|回(?!源|复|答|调)|(?:anfragen?|aufrufe?|requêtes?|appels?|solicitud(?:es)?|peticion(?:es)?|consultas?|llamadas?|chamadas?|requisiç(?:ão|ões)|solicitaç(?:ão|ões)|richiest[ae]|chiamat[ae]|verzoek(?:en)?|zapyta(?:nie|ń)|wywoła(?:nie|ń))(?![a-zà-ɏ])|запрос(?:ов|а)?|вызов(?:ов|а)?|요청|호출|쿼리|건(?!설|강)|회(?![\uac00-\ud7a3])|طلب|طلبات|istek(?![a-zà-ɏ])|sorgu(?![a-zà-ɏ])|yêu cầu|permintaan(?![a-zà-ɏ])|คำขอ|förfrågan(?![a-zà-ɏ])|anrop(?![a-zà-ɏ])|forespørsel(?![a-zà-ɏ])|dotaz(?![a-zà-ɏ])',
  ],
];

/** Stems of nouns of other languages than English, as they follow "par", "pro", "за". */
const OTHER_NOUNS = [
  'godz|miesi|dzień|minut|sekund|obraz|zapyta|wywoła|stron|znak',
  'mese|giorno|ora\\b|anno\\b|minuto|secondo|immagin|pagin|richiest|chiamat|caratter|utent|istanz',
  'stunde|std\\b|monat|jahr|tag\\b|woche|bild|anfrage|aufruf|seite|zeichen|nutzer|benutzer|instanz',
  'heure|h\\b|mois|jour|semaine|an\\b|année|seconde|image|requête|appel|page|caractère|mot|utilisateur|instance',
  'hora|mes\\b|mês|d[ií]a\\b|semana|año|ano\\b|segundo|imagen|imagem|imágen|página|solicitud|petici|consulta|llamada|chamada|requisi|solicita|car[aá]cter|palabra|palavra|usu[aá]rio|inst[aâ]ncia',
  'hodin|měsíc|rok\\b|minut',
  'giờ|tháng|năm|ngày|phút',
  'maand|uur|dag\\b|jaar|minuut|afbeelding|verzoek|gebruiker|teken',
  'token|[tg]i?b\\b|[tg]i?o\\b|gpu|vcpu',
].join('|');
const CYRILLIC =
  'час|месяц|мес\\.|сутки|день|год|минут|секунд|токен|символ|знак|слов|изображен|картин|страниц|запрос|вызов|[гт]и?б|пользоват|gpu';
const COUNTED =
  '(?:(?:gpu|\\d[\\d.,]*|mio|mln|mille?|tausend|million(?:en|s|er)?|milh(?:ão|ões)|mill(?:ón|ones)|milion(?:[ei]|ów)?|miljoen|d[ei]|тыс|млн|миллион[а-я]*|тысяч[а-я]*)[\\s.-]*)*';

/** "par", "pro", "por", "за" before what is counted: "per" in other languages. "Pro images" and "Pro 3" of English are of Pro. */
export const OF_EACH = `\\b(?:(?!pro\\s+(?:image|page|token)s?\\b)(?:par|pro|je|por|al|za|cada|chaque|ogni|theo)\\b(?=\\s+${COUNTED}(?:${OTHER_NOUNS}))|(?:par|pro|je|por|za)\\b(?=\\s+(?:1\\s|\\d{3}|\\d{1,3}[., ]\\d{3})))|(?<![а-яё])(?:за|в|на)(?=\\s+(?:\\d|${COUNTED}(?:${CYRILLIC})))`;
