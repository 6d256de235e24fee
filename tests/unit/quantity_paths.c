/* The quantity finder with its glance at numbers gives the same rows as without: numbers in all dresses with all that may stand beside them
** (units, percent words, counted nouns, bounds, links, dates, ordinals, signs), pairs once and then random texts of several, in three
** languages. The scan for numerals finds the same with the machine's vector instructions and without. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/cpu.h"
#include "find/numeral_int.h"
#include "find/quantity.h"

static const char *const before[] = {
  "", " ", "(", "[", "-", "－", "~", "～", "+", "x", "\n", "$", "€", "¥", "#", "about ", "approx. ", "ca. ", "约", "至少", "超过", "不到", "up to ", "more than ", "at least ", "less than ", "fewer than ", "under ", "over ", "between ", "entre ", "zwischen ", "from ", "von ", "to ", "and ", "or ", "bis zu ", "mindestens ", "über ",
  "minus ", "负", "零下", "第", "第 ", "百分之", "三分之", "percent of ", "% ", "yüzde ", "in ", "March ", "On ", "since ", "2023年", "5月", "每", "比", "从", "从3", "至", "到", "3-", "3 - ", "3–", "20 to ", "1/", "1.", "v", "GPT-", "is ", "equal to ", "the ", "a ", "un ", "half ", "two ", "数", "十余", "好几",
  "“", "「", "，", "。", "、", ": ", "：", "; ", ", ", ". ", "—", "– ", "\t", "|", "%", "No. ", "grew ", "rose from ", "erreichte ", "bei ", "de ", "的", "有", "共", "是", "用户", "мы ", "와 ", "の", "é"};
static const char *const number[] = {
  "5", "40", "0", "007", "2023", "1,234", "1.234", "12,345,678", "1.5", "2,5", "1 234", "½", "2½", "３０", "三", "二", "十", "三十", "三百", "两千", "一万五千", "40亿", "2.5万", "千万", "百", "八九千", "数十亿", "十多", "三点五", "三分之一", "一", "5 million", "5 billion", "1.5bn", "20m", "3k", "3 Milliarden", "2,5 Millionen", "5-million",
  "two", "twenty", "second", "third", "half", "a quarter", "three quarters", "zwei", "zwölf", "one", "1/2", "5 1/2", "1e5", "2^3", "192.168.1.2", "10:30", "一个半", "兩", "廿", "삼십", "tens of thousands", "3rd", "5G"};
static const char *const unit[] = {
  "", "%", " %", " percent", "-percent", " percentage points", "％", "个百分点", "個百分點", "成", "折", "割", " Prozent", " Prozentpunkte", " por ciento", "km", " km", " kilometres", "公里", "kg", "m", " m", "mm", "-foot", "\"", "'", " in", " in.", "°C", "年", "年间", "年間", "年底", "月", "月底", "月份", "月4日", "个月", "日", "日間", "日本", "号", "天", "小时", "分钟", " hours", " hour", " years", " an hour", " a day", " of them",
  " people", " young people", " very young people", " long-term plans", " new, people", " employees", " Mitarbeiter", " neue Mitarbeiter", " users", "名员工", "个", "个国家", "家公司", "万用户", "人", "個人", "用户", "季度", "部", "次", " dollars", " Euro", "元", "亿美元", " million", " million users", " times", "倍", "/100", " of", " de", " tons", "吨", " acres", " May", " May 2024", "th", " companies in"};
static const char *const after[] = {
  "", " ", ".", ". ", ",", ", ", ")", "]", "\n", "\nand", "-", " - ", "–", "—", "～", " to ", "到", "至", " bis ", " and ", "和", " or ", "或", " y ", " a year", " or more", " or less", ", or so", ", or more", " and above", "以上", "以下", "以内", "左右", "多", "余", "起", "之间", " 이상", "명", "%", "％", " %", "个", "年", "月", "的", "用于", "大", " in 2023", " 43", " 5 people", "5", "-20", "-20 percent", "到5%",
  " to 5%", "或更多", "分之三", "又三分之一", " over twenty", "の", "と", "(kg)", " (about 5)", "/", ":", "：", "，", "。", "、", "”", "」", "!", "?", "；", "'s", "’s", "é", "x", "e5", "^2", "½", "　", "\xE4", "\xFF", "…", "并且", "但", " but less than 60", "且不到60", " more than 3"};
static const char *const langs[] = {"en", "zh", "de", NULL};

static char said[20000], expected[20000];
static size_t found, scanned;

static void rows(gz_view t, const char *lang, bool general, char *out, size_t most)
{
  gz_quantity_iter it;
  gz_quantity q;
  size_t n = 0;
  out[0] = 0;
  gz_quantity_begin_lang(&it, t, lang);
  it.general = general;
  while (gz_quantity_next(&it, &q) && n + 300 < most)
    n += (size_t)snprintf(out + n, most - n, "%u-%u %d%llue%d %d%llue%d %d%d%d %s %u; ", (unsigned)q.span.start, (unsigned)q.span.end, q.low.neg, (unsigned long long)q.low.m, q.low.e, q.high.neg, (unsigned long long)q.high.m, q.high.e, q.has_low, q.has_high, q.point, q.unit, q.hedge);
}

static void try(const char *z, size_t n)
{
  gz_view t = gz_view_of(z, n);
  for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
    rows(t, langs[i], false, said, sizeof said);
    rows(t, langs[i], true, expected, sizeof expected);
    if (expected[0]) found++;
    CHECK(strcmp(said, expected) == 0, "%s [%.*s]\n  glance:  %s\n  general: %s", langs[i] ? langs[i] : "-", (int)n, z, said, expected);
  }
  for (size_t pos = 0; pos < t.n; pos++) {
    size_t at[2] = {0, 0};
    bool any[2];
    any[0] = gz_num_scan(t, pos, &at[0], ~(uint64_t)0, NULL);
    gz_cpu_only(0);
    any[1] = gz_num_scan(t, pos, &at[1], ~(uint64_t)0, NULL);
    gz_cpu_only(~0u);
    scanned += any[0];
    CHECK(any[0] == any[1] && at[0] == at[1], "[%.*s] from %zu: %d at %zu, %d at %zu", (int)n, z, pos, any[0], at[0], any[1], at[1]);
    if (!any[0]) break;
    pos = at[0];
  }
}

static uint64_t seed = 23;
#define RARE 8
#define BEHIND " x"
#include "combine.inc"

int main(void)
{
  try_combinations();
  CHECK(found > 20000 && scanned > 100000, "%zu quantities, %zu places", found, scanned);
  return unit_end("quantity_paths");
}
