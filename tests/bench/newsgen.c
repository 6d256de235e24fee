/* Writes invented news-like text, English and Chinese mixed, with a realistic density of sums, names and dates: newsgen BYTES [en|zh|mix].
** Fixed seed, own word lists: the same bytes on every machine. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 20240613;
static uint32_t rnd(uint32_t n) { seed = seed * 6364136223846793005ull + 1442695040888963407ull; return (uint32_t)(seed >> 33) % n; }
#define PICK(list) list[rnd(sizeof list / sizeof *list)]

static const char *const en_org[] = {"Amazon", "Microsoft", "Google", "Nvidia", "the harbour authority", "Tidemark Corp.", "Lumora Inc.", "Apple", "the central bank", "Portside Capital", "OpenAI", "Anthropic"};
static const char *const en_name[] = {"Ana Lowell", "Marcus Oyelaran", "Elena Brandt", "Satya Nadella", "Priya Nair", "Tim Cook", "Jonas Keller"};
static const char *const en_verb[] = {"reviewed", "postponed", "expanded", "described", "opened", "abandoned", "prepared", "measured"};
static const char *const en_noun[] = {"plan", "warehouse", "service", "committee", "network", "budget", "model", "contract", "station", "programme", "harbour", "market"};
static const char *const en_adj[] = {"quiet", "regional", "early", "costly", "careful", "new", "long", "second", "public", "steady"};
static const char *const en_sum[] = {"$4 billion", "about $27 million", "up to $1.2bn a year", "US$300 million", "€2.5 billion", "£20m", "between $10 million and $20 million"};
static const char *const en_date[] = {"on Monday", "in September 2023", "last year", "on 12 May 2024", "in the second quarter", "by 2026"};
static const char *const zh_org[] = {"亚马逊", "微软", "谷歌", "英伟达", "潮标科技有限公司", "光诺集团", "苹果公司", "央行", "港湾资本", "阿里巴巴", "腾讯"};
static const char *const zh_name[] = {"林一舟", "周棠", "马斯克", "库克", "李渡", "安迪·贾西"};
static const char *const zh_verb[] = {"表示", "推迟了", "扩大了", "介绍了", "开放了", "放弃了", "准备了", "评估了"};
static const char *const zh_noun[] = {"计划", "仓库", "服务", "委员会", "网络", "预算", "模型", "车站", "项目", "港口", "市场", "技术"};
static const char *const zh_adj[] = {"新的", "区域性的", "早期的", "昂贵的", "公共的", "稳定的", "第二个", "长期的"};
static const char *const zh_sum[] = {"40亿美元", "约27亿元人民币", "数十亿美元", "1.5万亿元", "三百亿元", "200-300亿美元", "港币5000万元"};
static const char *const zh_date[] = {"周一", "2023年9月", "去年", "2024年5月12日", "今年第二季度", "10月4日"};

static void english(FILE *f)
{
  switch (rnd(6)) {
    case 0: fprintf(f, "%s %s its %s %s %s, and the %s %s followed. ", PICK(en_org), PICK(en_verb), PICK(en_adj), PICK(en_noun), PICK(en_date), PICK(en_adj), PICK(en_noun)); break;
    case 1: fprintf(f, "%s said it would spend %s on a %s %s that nobody %s before. ", PICK(en_org), PICK(en_sum), PICK(en_adj), PICK(en_noun), PICK(en_verb)); break;
    case 2: fprintf(f, "\"The %s is more %s than the %s,\" said %s, who %s the %s. ", PICK(en_noun), PICK(en_adj), PICK(en_noun), PICK(en_name), PICK(en_verb), PICK(en_noun)); break;
    case 3: fprintf(f, "A %s %s of the %s stood near the %s while people waited for the %s. ", PICK(en_adj), PICK(en_noun), PICK(en_noun), PICK(en_noun), PICK(en_noun)); break;
    case 4: fprintf(f, "Revenue grew %u.%u%% to %s %s. ", rnd(40), rnd(10), PICK(en_sum), PICK(en_date)); break;
    default: fprintf(f, "In the %s part of the %s, the %s and the %s were %s for a %s reason. ", PICK(en_adj), PICK(en_noun), PICK(en_noun), PICK(en_noun), PICK(en_verb), PICK(en_adj)); break;
  }
}

static void chinese(FILE *f)
{
  switch (rnd(6)) {
    case 0: fprintf(f, "%s%s%s%s,%s的%s也随之出现。", PICK(zh_org), PICK(zh_date), PICK(zh_verb), PICK(zh_noun), PICK(zh_adj), PICK(zh_noun)); break;
    case 1: fprintf(f, "%s表示,将投入%s用于%s%s,这在业内并不多见。", PICK(zh_org), PICK(zh_sum), PICK(zh_adj), PICK(zh_noun)); break;
    case 2: fprintf(f, "“%s比%s更重要,”%s说,他%s%s。", PICK(zh_noun), PICK(zh_noun), PICK(zh_name), PICK(zh_verb), PICK(zh_noun)); break;
    case 3: fprintf(f, "在%s%s附近,人们等待着%s%s的到来,而%s依旧安静。", PICK(zh_adj), PICK(zh_noun), PICK(zh_adj), PICK(zh_noun), PICK(zh_noun)); break;
    case 4: fprintf(f, "%s营收同比增长%u.%u%%,达到%s。", PICK(zh_date), rnd(40), rnd(10), PICK(zh_sum)); break;
    default: fprintf(f, "由于%s的%s发生变化,%s和%s都受到了%s影响。", PICK(zh_adj), PICK(zh_noun), PICK(zh_noun), PICK(zh_noun), PICK(zh_adj)); break;
  }
}

int main(int argc, char **argv)
{
  long long want = argc > 1 ? atoll(argv[1]) : 1 << 20;
  const char *lang = argc > 2 ? argv[2] : "mix";
  while ((long long)ftell(stdout) < want || (long long)ftell(stdout) < 0) {
    int zh = lang[0] == 'z' || (lang[0] == 'm' && rnd(2));
    for (unsigned p = 2 + rnd(4); p-- > 0;) {
      for (unsigned s = 2 + rnd(4); s-- > 0;) { if (zh) chinese(stdout); else english(stdout); }
      fputs("\n\n", stdout);
    }
    if ((long long)ftell(stdout) < 0) { fprintf(stderr, "newsgen: write to a file\n"); return 1; }
  }
  return 0;
}
