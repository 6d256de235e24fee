/* The short ways of the money finder (the glance that turns numbers down, the direct reading of the commonest shapes) give the same rows as
** the general reader alone: sums of all shapes in all contexts (signs, hedges, ranges, changes, restatements, rates, brackets, names, minor
** units, other numbers around), every pair of parts once and then random texts of several. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/money_iter.h"

static const char *const before[] = {
  "", " ", "(", "[", "-", "－", "+", "x", "x ", "\n", "\n\n", "about ", "约", "近", "至少", "超过", "不到", "up to ", "more than ", "at least ", "nearly ", "between ", "from ", "rose from ", "rose to ", "increased by ",
  "minus ", "负", "亏损", "a net loss of ", "(about ", "（约合", "annual revenue of ", "年营收约为", "每月", "monthly rent of ", "per share ", "US ", "HK", "C", "Canadian ", "us ", "第", "2023年", "在2024年5月12日", "raised ",
  "投资", "融资", "增至", "从", "从5亿", "至", "$5 and ", "$3 ", "€2–", "5 to ", "10-", "a ", "half a ", "one or ", "two ", "三", "数", "十余", "好几", "上", "百分之", "Euro ", "EUR ", "Fr. ", "RMB ", "人民币", "港币", "新台幣", "共", "#", "No. ",
  "1/", "1.", "v", "GPT-", "is ", "is (", "value: (", "Gewinn von ", "rund ", "bis zu ", "zwischen ", "▲", "…", "“", "「", "，", "。", "、", ": ", "~", "～", "—", "– ", "of ", "\t", "|", "%", "€", "£", "$", "$ ", "¥", "￥", "＄", "R$ ", "20", "$20 "};
static const char *const number[] = {
  "5", "40", "0", "007", "2023", "1,234", "1.234", "12,345,678", "1.5", "1.50", "9.99", "0.05", "12,5", "1 234", "1.234.567,89", "12,34,567", "½", "2½", "３０", "三", "三十", "三百", "两千", "一万五千", "40亿", "2.5万", "3万亿", "1.2億", "千万",
  "百", "八九千", "数十亿", "十多", "1亿2000万", "三点五", "三分之一", "五千余", "5 million", "5 billion", "1.5bn", "20m", "3 Milliarden", "2,5 Millionen", "1.2 Mio.", "10k", "5-million", "300 000", "two million", "twenty", "a million", "1/2", "5 1/2", "1e5", "192.168.1.2", "10:30", "99999999999999999999"};
static const char *const unit[] = {
  "", " dollars", " dollar", " Dollar", " Euro", " euros", "€", " €", "元", "美元", "亿美元", "億美元", "万元", "萬美元", "人民币", "元人民币", "億元新台幣", "港元", "日圓", "円", "원", "块", "角", "分", "毛", "百分点", "个百分点", "个", "个亿", "名员工", "年", "月4日", "万用户", "萬那杜瓦圖", "百慕達元", "万亿参数", "万左右",
  " USD", " CAD", "USD", " US", " cents", "¢", "p", " pence", "%", " percent", " people", " pounds", " pound", "-pound", " won", " yuan", " Swiss francs", " Schweizer Franken", " million", " B", " K", "-bn", " billion dollars", "bn", "m", "k", "th", "G", ",-", ".–", " Rs", " crore rupees", " kr", "$", " $", " US-Dollar", "多元", "余美元", "之", "倍"};
static const char *const after[] = {
  "", " ", ".", ". ", ",", ", ", ")", "]", "\n", "\nand", "\n\n", "-", " - ", "–", " to ", "到", "至", " and ", "和", " or ", "或", " a year", " per share", "/year", "/股", "每年", "每股", " annually", " each", " or more", "以上", "左右", "起", "起诉", "之间", "以内", " in 2023", " 2023", " 43", " and 20 cents", "五角", "5角", "零五",
  " (about $5 million)", "（约合292亿元人民币）", " (€3bn)", ", or about £20m", "到200亿元", " to $20 million", "-20 million dollars", "-$20", "–€3bn", "~50亿美元", " from $1 million", "投资", "的", "用于", "融资", "研究员", "用户", "收购", " in cash", " worth of", " bill", "-a-year", "/", ":", "：", "，", "。", "、", "”", "」", "！", " million", " billion", "亿", "万", "k", "%", " %", "$", " $", " $5", " USD", "元", "美元", " dollars", "x", "é", "。5", "…", "½", "´", "'s", "’s", "　", "\xE4", "\xFF"};

static char said[20000], expected[20000];

static void rows(gz_view t, bool general, char *out, size_t most)
{
  gz_money_iter it;
  gz_money m;
  size_t n = 0;
  out[0] = 0;
  gz_money_begin(&it, t, gz_view_of("", 0));
  it.general = general;
  while (gz_money_next(&it, &m) && n + 300 < most)
    n += (size_t)snprintf(out + n, most - n, "%u-%u %d%llue%d %d%llue%d %d%d%d %s %u %u %s %d; ", (unsigned)m.span.start, (unsigned)m.span.end, m.low.neg, (unsigned long long)m.low.m, m.low.e, m.high.neg, (unsigned long long)m.high.m, m.high.e, m.has_low, m.has_high, m.point,
                          m.currency, m.basis, m.hedge, m.per ? m.per : "-", (int)m.restates);
}

static size_t found;
static void try(const char *z, size_t n)
{
  gz_view t = gz_view_of(z, n);
  rows(t, false, said, sizeof said);
  rows(t, true, expected, sizeof expected);
  if (expected[0]) found++;
  CHECK(strcmp(said, expected) == 0, "[%.*s]\n  short:   %s\n  general: %s", (int)n, z, said, expected);
}

static uint64_t seed = 11;
#define RARE 4
#define BEHIND ""
#include "combine.inc"

int main(void)
{
  try_combinations();
  static const char *const breaks[] = {"5:20\n\n千万美元", "港元:20\n千万 Dollar", ":20 \n million dollars"};          /* a number ends with its line */
  EACH(i, breaks) try(breaks[i], strlen(breaks[i]));
  CHECK(found > 20000, "%zu", found);
  return unit_end("money_paths");
}
