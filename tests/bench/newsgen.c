/* Writes invented news-like text for the bench: newsgen BYTES [en|hans|hant|de|mix] [news|dense]. Fixed seed, own word lists: the same
** bytes on every machine. `zh` is another name of hans; mix is English and Simplified Chinese, paragraph by paragraph.
**
** The texture `news` has the density that five real articles (53 KB, English and both Chinese scripts) were measured to have: a sum of
** money every 900 bytes, a date every 700, a name every 70, a percentage or count every 900, a quotation every 3,000. It is kept by
** account: after each sentence the kind that is most in arrears is written, with some chance mixed in. `dense` is another texture for
** comparison, with a sum every 250 bytes and a name every 170, where the work at each find counts more than the way between finds.
** What was written is told on stderr, a line of densities.
**
** A sentence is a template: %O company or institution, %P person, %V verb, %N noun, %A adjective, %S sum, %D date, %C count or percentage,
** # a digit. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EVERY_SUM 900
#define EVERY_DATE 700
#define EVERY_COUNT 900
#define EVERY_QUOTE 3000
#define EVERY_NAME 70

typedef const char *const *list;
#define L (const char *const[])

typedef struct tongue {
  const char *gap;              /* between sentences */
  list org, person, verb, noun, adj, sum, date, count;
  list names, plain;            /* sentences with two names and more; with none */
  list with_sum, with_date, with_count, quote, dense;
} tongue;

static const tongue english = {
  " ",
  L{"Amazon", "Microsoft", "Google", "Nvidia", "the harbour authority", "Tidemark Corp.", "Lumora Inc.", "Apple", "the central bank", "Portside Capital", "OpenAI", "Anthropic",
    "Tesla", "Intel", "Meta", "Netflix", "Samsung", "Oracle", "IBM", "Boeing", "Toyota", "Sony", "Alibaba", "Tencent", "Goldman Sachs", "JPMorgan", "the European Commission", "Siemens", NULL},
  L{"Ana Lowell", "Marcus Oyelaran", "Elena Brandt", "Satya Nadella", "Priya Nair", "Tim Cook", "Jonas Keller", "Andy Jassy", "Elon Musk", "Sam Altman", "Jensen Huang", NULL},
  L{"reviewed", "postponed", "expanded", "described", "opened", "abandoned", "prepared", "measured", "defended", "announced", "rewrote", "tested", "questioned", "delayed", "built", "sold", "moved", "welcomed", NULL},
  L{"plan", "warehouse", "service", "committee", "network", "budget", "model", "contract", "station", "programme", "harbour", "market", "investor", "customer", "regulator", "algorithm",
    "laboratory", "factory", "supplier", "archive", "conference", "engineer", "platform", "question", "strategy", "window", "schedule", "agreement", "report", "village", NULL},
  L{"quiet", "regional", "early", "costly", "careful", "new", "long", "second", "public", "steady", "technical", "remarkable", "unfinished", "independent", "ordinary", "international", "small", "older", NULL},
  L{"$# billion", "about $## million", "up to $#.#bn a year", "US$#00 million", "€#.# billion", "£##m", "between $1# million and $2# million", "$#,###", "$##.## a share", "more than ## million dollars",
    "$#.# billion", "$### million", "$#.## trillion", "nearly €### million", NULL},
  L{"on Monday", "in September 202#", "last year", "on 1# May 2024", "in the second quarter", "by 202#", "on March #, 2023", "this week", "in late October", NULL},
  L{"##.#%", "# percent", "##,### employees", "### customers", "## countries", "#.# percentage points", NULL},
  L{"%O and %O %V the %A %N together with %O.", "%P, who left %O for %O, %V the %N.", "%O told %O that %P %V a %A %N.", "%P of %O and %P of %O %V the same %N.", "%O, %O and %O have a %A %N in common.", NULL},
  L{"A %A %N of the %N stood near the %N while people waited for the %N.", "In the %A part of the %N, the %N and the %N were %V for a %A reason.",
    "Nobody who %V the %N would call it %A, least of all the %N.", "It is a %A %N, and the %N behind it has changed little since.", NULL},
  L{"%O said it would spend %S on a %A %N that nobody %V before.", "%O %V %O for %S.", "The %N cost %S, according to %P.", "%O raised %S from %O.", NULL},
  L{"%O %V its %A %N %D, and the %A %N followed.", "%D, %P %V the %N.", "The %N that %O %V %D is %A.", NULL},
  L{"%O said its %N grew %C.", "The %N of %O reached %C.", "Some %C of it went to %O.", NULL},
  L{"\"The %N is more %A than the %N,\" said %P, who %V the %N.", "\"We %V the %N because it was %A,\" %P told %O.", NULL},
  L{"%O %V its %A %N %D, and the %A %N followed.", "%O said it would spend %S on a %A %N that nobody %V before.", "\"The %N is more %A than the %N,\" said %P, who %V the %N.",
    "A %A %N of the %N stood near the %N while people waited for the %N.", "Revenue grew %C to %S %D.", "In the %A part of the %N, the %N and the %N were %V for a %A reason.", NULL},
};

static const tongue simplified = {
  "",
  L{"亚马逊", "微软", "谷歌", "英伟达", "潮标科技有限公司", "光诺集团", "苹果公司", "央行", "港湾资本", "阿里巴巴", "腾讯", "华为", "百度", "京东", "特斯拉", "英特尔", "三星", "中国银行", "宁德时代", "比亚迪", "小米", "字节跳动", NULL},
  L{"林一舟", "周棠", "马斯克", "库克", "李渡", "安迪·贾西", "黄仁勋", "马云", "雷军", "奥特曼", NULL},
  L{"推迟了", "扩大了", "介绍了", "开放了", "放弃了", "准备了", "评估了", "公布了", "重写了", "测试了", "质疑了", "建设了", "出售了", "欢迎了", NULL},
  L{"计划", "仓库", "服务", "委员会", "网络", "预算", "模型", "车站", "项目", "港口", "市场", "技术", "客户", "监管机构", "算法", "实验室", "工厂", "供应商", "工程师", "平台", "问题", "战略", "报告", "协议", "村庄", NULL},
  L{"新的", "区域性的", "早期的", "昂贵的", "公共的", "稳定的", "第二个", "长期的", "技术性的", "独立的", "普通的", "国际化的", "较小的", NULL},
  L{"##亿美元", "约##亿元人民币", "数十亿美元", "1.#万亿元", "三百亿元", "2##-3##亿美元", "港币##00万元", "#.##亿元", "####万元", "超过#00亿元", "##.##元", "#亿欧元", NULL},
  L{"周一", "202#年#月", "去年", "2024年#月1#日", "今年第二季度", "#月1#日", "本周", "202#年底", NULL},
  L{"##.#%", "百分之三十", "####名员工", "##个国家", "#.#个百分点", "##万用户", NULL},
  L{"%O和%O与%O一起%V%A%N。", "从%O转到%O的%P%V这个%N。", "%O告诉%O,%P%V%A%N。", "%O、%O和%O都有%A%N。", "%O的%P与%O的%P%V同一个%N。", NULL},
  L{"在%A%N附近,人们等待着%A%N的到来,而%N依旧安静。", "由于%A%N发生变化,%N和%N都受到了%A影响。", "没有人会说这样的%N是%A,至少%N不会。", "这是%A%N,背后的%N并没有改变多少。", NULL},
  L{"%O表示,将投入%S用于%A%N,这在业内并不多见。", "%O以%S收购了%O的%N。", "%P说,这个%N耗资%S。", "%O向%O投资%S。", NULL},
  L{"%O%D%V%N,%A%N也随之出现。", "%D,%P%V%N。", "%O在%D%V的%N是%A。", NULL},
  L{"%O的%N增长了%C。", "%O的%N达到%C。", "其中%C属于%O。", NULL},
  L{"“%N比%N更重要,”%P说,他%V%N。", "%P对%O表示:“我们%V%N,因为它是%A。”", NULL},
  L{"%O%D%V%N,%A%N也随之出现。", "%O表示,将投入%S用于%A%N,这在业内并不多见。", "“%N比%N更重要,”%P说,他%V%N。", "在%A%N附近,人们等待着%A%N的到来,而%N依旧安静。",
    "%D营收同比增长%C,达到%S。", "由于%A%N发生变化,%N和%N都受到了%A影响。", NULL},
};

static const tongue traditional = {
  "",
  L{"亞馬遜", "微軟", "谷歌", "輝達", "潮標科技股份有限公司", "光諾集團", "蘋果公司", "央行", "港灣資本", "台積電", "鴻海", "聯發科", "阿里巴巴", "騰訊", "華為", "特斯拉", "英特爾", "三星", "滙豐銀行", "國泰金控", NULL},
  L{"林一舟", "周棠", "馬斯克", "庫克", "李渡", "安迪·賈西", "黃仁勳", "馬雲", "郭台銘", "魏哲家", NULL},
  L{"推遲了", "擴大了", "介紹了", "開放了", "放棄了", "準備了", "評估了", "公布了", "重寫了", "測試了", "質疑了", "興建了", "出售了", "歡迎了", NULL},
  L{"計畫", "倉庫", "服務", "委員會", "網路", "預算", "模型", "車站", "專案", "港口", "市場", "技術", "客戶", "監管機構", "演算法", "實驗室", "工廠", "供應商", "工程師", "平台", "問題", "策略", "報告", "協議", "村莊", NULL},
  L{"新的", "區域性的", "早期的", "昂貴的", "公共的", "穩定的", "第二個", "長期的", "技術性的", "獨立的", "普通的", "國際化的", "較小的", NULL},
  L{"##億美元", "約##億元新台幣", "數十億美元", "1.#兆元", "三百億元", "2##-3##億美元", "港幣##00萬元", "新台幣#.##億元", "####萬元", "超過#00億元", "##.##元", "#億歐元", "#,###萬美元", NULL},
  L{"週一", "202#年#月", "去年", "2024年#月1#日", "今年第二季", "#月1#日", "本週", "202#年底", NULL},
  L{"##.#%", "百分之三十", "####名員工", "##個國家", "#.#個百分點", "##萬用戶", NULL},
  L{"%O和%O與%O一起%V%A%N。", "從%O轉到%O的%P%V這個%N。", "%O告訴%O,%P%V%A%N。", "%O、%O和%O都有%A%N。", "%O的%P與%O的%P%V同一個%N。", NULL},
  L{"在%A%N附近,人們等待著%A%N的到來,而%N依舊安靜。", "由於%A%N發生變化,%N和%N都受到了%A影響。", "沒有人會說這樣的%N是%A,至少%N不會。", "這是%A%N,背後的%N並沒有改變多少。", NULL},
  L{"%O表示,將投入%S用於%A%N,這在業內並不多見。", "%O以%S收購了%O的%N。", "%P說,這個%N耗資%S。", "%O向%O投資%S。", NULL},
  L{"%O%D%V%N,%A%N也隨之出現。", "%D,%P%V%N。", "%O在%D%V的%N是%A。", NULL},
  L{"%O的%N成長了%C。", "%O的%N達到%C。", "其中%C屬於%O。", NULL},
  L{"「%N比%N更重要,」%P說,他%V%N。", "%P對%O表示:「我們%V%N,因為它是%A。」", NULL},
  L{"%O%D%V%N,%A%N也隨之出現。", "%O表示,將投入%S用於%A%N,這在業內並不多見。", "「%N比%N更重要,」%P說,他%V%N。", "在%A%N附近,人們等待著%A%N的到來,而%N依舊安靜。",
    "%D營收年增%C,達到%S。", "由於%A%N發生變化,%N和%N都受到了%A影響。", NULL},
};

static const tongue german = {
  " ",
  L{"Amazon", "Microsoft", "Google", "Nvidia", "die Hafenbehörde", "Tidemark GmbH", "Lumora AG", "Apple", "die Zentralbank", "Uferkapital", "OpenAI", "Siemens", "Volkswagen", "die Deutsche Bank", "SAP", "BASF", "BMW",
    "Bosch", "Allianz", "Tesla", "Intel", "Samsung", "die Europäische Kommission", NULL},
  L{"Anna Loewe", "Markus Oldenhof", "Elena Brandt", "Satya Nadella", "Jonas Keller", "Tim Cook", "Elon Musk", "Christian Klein", "Oliver Blume", NULL},
  L{"prüfte", "verschob", "erweiterte", "beschrieb", "eröffnete", "verwarf", "plante", "verteidigte", "verkaufte", "begrüßte", "testete", "verlegte", "kritisierte", NULL},
  L{"Vertrag", "Speicher", "Dienst", "Ausschuss", "Haushalt", "Bahnhof", "Hafen", "Markt", "Anleger", "Kunde", "Aufseher", "Versuch", "Zulieferer", "Bericht", "Zeitplan", "Fahrplan", "Werkstoff", "Betriebsrat",
    "Standort", "Ingenieur", "Wettbewerb", "Rückgang", NULL},
  L{"ruhige", "regionale", "frühe", "teure", "sorgfältige", "neue", "lange", "zweite", "öffentliche", "stetige", "technische", "bemerkenswerte", "unabhängige", "gewöhnliche", "kleinere", NULL},
  L{"#,# Milliarden Euro", "rund ## Millionen Dollar", "#00 Millionen Euro", "bis zu #,# Mrd. Euro im Jahr", "## Mio. Euro", "zwischen 1# und 2# Millionen Euro", "#.### Euro", "##,## €", "mehr als ## Milliarden US-Dollar",
    "### Millionen Schweizer Franken", "knapp #,# Milliarden Euro", "€##.###", "zwei Milliarden Euro", NULL},
  L{"am Montag", "im September 202#", "im vergangenen Jahr", "am 1#. Mai 2024", "im zweiten Quartal", "bis 202#", "am #. März 2023", "in dieser Woche", "Ende Oktober", NULL},
  L{"##,# Prozent", "# Prozent", "##.### Mitarbeiter", "### Kunden", "## Länder", "#,# Prozentpunkte", NULL},
  L{"%O und %O haben mit %O den %An %N gemein.", "%P, früher bei %O und jetzt bei %O, %V den %N.", "%O sagte %O, dass %P den %An %N %V.", "%P von %O und %P von %O sahen den %N.", NULL},
  L{"Der %A %N stand neben dem %N, während alle auf den %N warteten.", "Zwischen dem %N und dem %N lag der %A Grund.", "Kaum jemand hätte den %N so genannt, am wenigsten der %N.",
    "Es ist der %A %N, und der %N dahinter hat sich seitdem kaum verändert.", NULL},
  L{"%O will %S für den %An %N ausgeben, den bisher niemand %V.", "%O kauft %O für %S.", "Der %N kostete nach Angaben von %P %S.", "%O hat %S von %O erhalten.", NULL},
  L{"%O %V %D den %An %N, und der %N folgte.", "%D %V %P den %N.", "Der %N, den %O %D %V, ist fertig.", NULL},
  L{"Der %N von %O wuchs um %C.", "Bei %O waren es %C.", "Davon gingen %C an %O.", NULL},
  L{"„Der %N ist wichtiger als der %N“, sagte %P, der den %N %V.", "„Wir haben den %N gesehen“, sagte %P gegenüber %O.", NULL},
  L{"%O %V %D den %An %N, und der %N folgte.", "%O will %S für den %An %N ausgeben, den bisher niemand %V.", "„Der %N ist wichtiger als der %N“, sagte %P, der den %N %V.",
    "Der %A %N stand neben dem %N, während alle auf den %N warteten.", "Der Umsatz stieg %D um %C auf %S.", "Zwischen dem %N und dem %N lag der %A Grund.", NULL},
};

static uint64_t seed = 20240613;
static uint32_t rnd(uint32_t n) { seed = seed * 6364136223846793005ull + 1442695040888963407ull; return (uint32_t)(seed >> 33) % n; }
static const char *pick(list l) { uint32_t n = 0; while (l[n]) n++; return l[rnd(n)]; }

static struct { long long bytes, sums, dates, names, counts, quotes; } wrote;

static int opens;               /* a sentence begins: its first letter is a capital */

static void put(const char *s, size_t n)
{
  wrote.bytes += (long long)n;
  if (opens && *s >= 'a' && *s <= 'z') { putchar(*s - 32); s++; n--; }
  opens = 0;
  fwrite(s, 1, n, stdout);
}

static void write_out(const tongue *t, const char *s)
{
  for (; *s; s++) {
    if (*s == '#') { char d = (char)('1' + rnd(9)); put(&d, 1); continue; }
    if (*s != '%' || !s[1] || !strchr("OPVNASDC", s[1])) { put(s, 1); continue; }
    switch (*++s) {
      case 'O': wrote.names++; write_out(t, pick(t->org)); break;
      case 'P': wrote.names++; write_out(t, pick(t->person)); break;
      case 'V': write_out(t, pick(t->verb)); break;
      case 'N': write_out(t, pick(t->noun)); break;
      case 'A': write_out(t, pick(t->adj)); break;
      case 'S': wrote.sums++; write_out(t, pick(t->sum)); break;
      case 'D': wrote.dates++; write_out(t, pick(t->date)); break;
      default: wrote.counts++; write_out(t, pick(t->count)); break;
    }
  }
}

/* By how much this kind is behind its density, with a chance of two finds either way. */
static double arrears(long long have, int every) { return (double)wrote.bytes / every - (double)have + (rnd(401) - 200.0) / 100.0; }

static void sentence(const tongue *t)
{
  struct { double due; list from; } kinds[] = {
    {arrears(wrote.sums, EVERY_SUM), t->with_sum}, {arrears(wrote.dates, EVERY_DATE), t->with_date}, {arrears(wrote.counts, EVERY_COUNT), t->with_count}, {arrears(wrote.quotes, EVERY_QUOTE), t->quote}};
  list from = arrears(wrote.names, EVERY_NAME) > 0 ? t->names : t->plain;
  double most = 1;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) if (kinds[i].due > most) { most = kinds[i].due; from = kinds[i].from; }
  wrote.quotes += from == t->quote;
  opens = 1;
  write_out(t, pick(from));
  put(t->gap, strlen(t->gap));
}

int main(int argc, char **argv)
{
  long long want = argc > 1 ? atoll(argv[1]) : 1 << 20;
  const char *lang = argc > 2 ? argv[2] : "mix", *texture = argc > 3 ? argv[3] : "news";
  int dense = strcmp(texture, "dense") == 0, mixed = strcmp(lang, "mix") == 0;
  const tongue *t = strcmp(lang, "hant") == 0 ? &traditional : strcmp(lang, "de") == 0 ? &german : strcmp(lang, "hans") == 0 || strcmp(lang, "zh") == 0 ? &simplified : mixed || strcmp(lang, "en") == 0 ? &english : NULL;
  if (!t || (!dense && strcmp(texture, "news") != 0)) { fprintf(stderr, "usage: newsgen BYTES [en|hans|hant|de|mix] [news|dense]\n"); return 2; }
  while (wrote.bytes < want) {
    if (mixed) t = rnd(2) ? &english : &simplified;
    for (unsigned p = 2 + rnd(4); p-- > 0;) {
      for (unsigned s = 2 + rnd(4); s-- > 0;) {
        if (!dense) { sentence(t); continue; }
        uint32_t k = rnd(6);
        wrote.quotes += k == 2;
        opens = 1;
        write_out(t, t->dense[k]);
        put(t->gap, strlen(t->gap));
      }
      put("\n\n", 2);
    }
  }
#define PER(n) (wrote.n ? wrote.bytes / wrote.n : 0)
  fprintf(stderr, "%s, %s: one sum every %lld bytes, one date every %lld, one name every %lld, one percentage or count every %lld, one quotation every %lld\n", lang, texture, PER(sums), PER(dates), PER(names), PER(counts), PER(quotes));
  return ferror(stdout) != 0;
}
