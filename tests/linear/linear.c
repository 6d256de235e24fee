/* Cost is linear in the text: every finder alone, and one analysis of everything, on texts made to hurt, at one size and at four times
** that. What is counted is work, not time: the library is built with a call at every basic block (-fsanitize-coverage=trace-pc), so that
** the figures are the same on every run; what libc does is counted by its bytes (count.h). Four times the text may cost at most FACTOR times as much; a quadratic finder costs
** sixteen times. With `stops` as the first argument: what stops.c looks at. Usage: linear [stops] [KB [PATTERN]] */
#include "../unit/unit.h"
#include "../unit/libc_alloc.inc"
#include "find/analysis.h"
#include "find/money_iter.h"
#include "find/numeral.h"
#include "text/sentence.h"
#include "patterns.h"
#include <stdlib.h>

#define FACTOR 8.0

uint64_t linear_work;
void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) { linear_work++; }

/* --- texts */
const pattern patterns[] = {
  {"one line again and again", "", "Halden Metals raised $12.5 million from Orvo Capital on June 3, 2024, its chief executive Mara Lindqvist said.\n", ""},
  {"one Chinese line again and again", "", "6月3日，海澜智驾宣布完成2.5亿元A轮融资，由云栖资本领投，首席执行官林一舟表示：“市场很大。”\n", ""},
  {"no full stop", "", "and then the harbour company bought three ships for $4 million in March while ", ""},
  {"no full stop, Chinese", "", "港湾公司于三月以四百万美元收购了三艘船而", ""},
  {"sums in one sentence", "The sums were ", "$5 million, ", "in all."},
  {"sums and verbs in one sentence", "Acme ", "raised $5 million, ", "in all."},
  {"sums in one sentence, Chinese", "金额为", "3亿元、", "。"},
  {"names in one sentence", "Among them were ", "Microsoft, Nokia and Toyota, ", "."},
  {"people in one sentence", "Among them were ", "Mara Lindqvist, Otto Brandt, ", "."},
  {"names in one sentence, Chinese", "其中有", "微软、诺基亚、丰田和林一舟、", "。"},
  {"dates in one sentence", "It met on ", "June 3, 2024, on Monday, last week, ", "."},
  {"percentages in one sentence", "Shares of ", "5%, 10 to 20 kg, more than ", "."},
  {"quotes", "", "\"Yes,\" he said. ", ""},
  {"quotes, Chinese", "", "他说：“是”。", ""},
  {"opening quotation marks", "", "\"", ""},
  {"opening Chinese marks", "", "“", ""},
  {"closing Chinese marks", "", "」", ""},
  {"straight quotes and words", "", "a \"b ", ""},
  {"digits", "", "7", ""},
  {"digits and commas", "", "1,000,", ""},
  {"digits and dots", "", "1.", ""},
  {"digits and dashes", "", "1-", ""},
  {"digits and slashes", "", "1/2/", ""},
  {"spaced digits", "", "1 000 ", ""},
  {"Han numerals", "", "一百二十万", ""},
  {"number words", "", "two hundred and ", ""},
  {"number words without spaces", "", "zweihundert", ""},
  {"magnitudes", "", "million ", ""},
  {"dollar signs", "", "$", ""},
  {"currencies", "", "US$ EUR ", ""},
  {"hedges", "", "about more than up to ", "$5 million"},
  {"opening brackets", "", "(", ""},
  {"nested brackets", "", "((( a ))) (", ""},
  {"closing brackets", "", "a)", ""},
  {"commas", "", ", ", ""},
  {"spaces", "5", " ", "million dollars"},
  {"line ends", "5", "\n", "million dollars"},
  {"one letter", "", "a", ""},
  {"one capital", "", "A", ""},
  {"capitals and dots", "", "A.", ""},
  {"capitalised words", "", "Aval Beron ", ""},
  {"hyphens", "", "a-", ""},
  {"apostrophes", "", "A's ", ""},
  {"one Han character", "", "林", ""},
  {"middle dots", "", "安德·", ""},
  {"kana", "", "アカサ", ""},
  {"Hangul", "", "김민", ""},
  {"continuation bytes", "", "\x80\x80\xE4", ""},
  {"dashes", "", "\xE2\x80\x94", ""},
  {"cue words", "", "invested in acquired by stake in ", ""},
  {"cue words, Chinese", "", "投资收购股权融资", ""},
  {"years", "", "2023年", ""},
  {"months", "", "March ", ""},
  {"relative days", "", "last Monday next week ", ""},
  {NULL, NULL, NULL, NULL},
};

size_t make(const pattern *p, size_t size, char *z)
{
  size_t n = strlen(p->head), k = strlen(p->piece), e = strlen(p->tail);
  memcpy(z, p->head, n);
  while (n + k + e <= size) { memcpy(z + n, p->piece, k); n += k; }
  memcpy(z + n, p->tail, e);
  return n + e;
}

/* --- finders */
static void numerals(gz_view t) { gz_numeral_iter it; gz_numeral m; gz_numeral_begin(&it, t, NULL); while (gz_numeral_next(&it, &m)) { } }
static void money(gz_view t) { gz_money_iter it; gz_money m; gz_money_begin(&it, t, gz_view_of("", 0)); while (gz_money_next(&it, &m)) { } }
static void quantities(gz_view t) { gz_quantity_iter it; gz_quantity m; gz_quantity_begin(&it, t); while (gz_quantity_next(&it, &m)) { } }
static void dates(gz_view t) { gz_date_iter it; gz_date m; gz_anchor a = {2024, 6, 13, true}; gz_date_begin(&it, t, a, gz_view_of("", 0)); while (gz_date_next(&it, &m)) { } }
static void sentences(gz_view t) { gz_sentence_iter it; gz_span s; gz_sentence_begin(&it, t); while (gz_sentence_next(&it, &s)) { } }
static gz_analysis *analysis;
static void entities(gz_view t) { (void)t; gz_need_entities(analysis); }
static void quotes(gz_view t) { (void)t; gz_need_quotes(analysis); }
static void deals(gz_view t) { (void)t; gz_need_deals(analysis); }
static const struct { const char *name; void (*run)(gz_view t); } finders[] = {
  {"sentences", sentences}, {"numerals", numerals}, {"money", money}, {"quantities", quantities}, {"dates", dates}, {"entities", entities}, {"quotes", quotes}, {"figures and deals", deals}};
#define FINDERS (sizeof finders / sizeof *finders)

/* The work of each finder; those of the analysis without what the ones before have made. */
static bool measure(gz_view t, uint64_t *cost)
{
  analysis = gz_analysis_new(t, gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL);
  if (!analysis) return false;
  for (size_t k = 0; k < FINDERS; k++) {
    if (finders[k].run == deals) { gz_need_money(analysis); gz_need_quantities(analysis); gz_need_dates(analysis); }
    linear_work = 0;
    finders[k].run(t);
    cost[k] = linear_work;
  }
  gz_analysis_free(analysis);
  return true;
}

int main(int argc, char **argv)
{
  if (argc > 1 && strcmp(argv[1], "stops") == 0) return stops((argc > 2 ? (size_t)atoi(argv[2]) : 160) * 1000, argc > 3 ? argv[3] : NULL);
  size_t size = (argc > 1 ? (size_t)atoi(argv[1]) : 12) * 1000;
  char *small = malloc(size + 64), *large = malloc(4 * size + 64);
  if (!small || !large) return 2;
  for (size_t i = 0; patterns[i].name; i++) {
    uint64_t a[FINDERS], b[FINDERS];
    if (argc > 2 && strcmp(argv[2], patterns[i].name)) continue;
    size_t n = make(&patterns[i], size, small), m = make(&patterns[i], 4 * size, large);
    if (!measure(gz_view_of(small, n), a) || !measure(gz_view_of(large, m), b)) { CHECK(false, "out of memory"); continue; }
    for (size_t k = 0; k < FINDERS; k++) {
      double floor = 4.0 * (double)n;                      /* a finder that hardly looks may have a start of its own */
      double x = (double)a[k] < floor ? floor : (double)a[k];
      CHECK((double)b[k] <= FACTOR * x, "%s: %s: %.1f steps a byte at %zu bytes, %.1f at %zu", finders[k].name, patterns[i].name, (double)a[k] / (double)n, n, (double)b[k] / (double)m, m);
    }
    if (argc > 2) for (size_t k = 0; k < FINDERS; k++) printf("%-20s %10.1f %10.1f steps a byte\n", finders[k].name, (double)a[k] / (double)n, (double)b[k] / (double)m);
  }
  CHECK(linear_work > 0, "the library counts nothing");
  free(small);
  free(large);
  return unit_end("linear");
}
