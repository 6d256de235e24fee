/* MB/s of every finder on a text in memory: bench FILE [MAX_MB [JOB [RUNS]]]. Each job runs several times, in a process of its own; the
** median of the processor time is printed with the spread, as a share of memcpy on the same bytes, and what memory it took beyond the
** text itself. JOB is a part of a job's name, or `none` for the start of the program alone (to be taken off by who counts instructions). Jobs that own large results (analysis) run on pieces of an article's size;
** a layer of an analysis "alone" is timed without the layers that it builds on. */
#include "../unit/libc_alloc.inc"
#include "base/buf.h"
#include "find/analysis.h"
#include "find/money_iter.h"
#include "find/numeral.h"
#include "io/decode.h"
#include "page/article.h"
#include "text/lang.h"
#include "text/repair.h"
#include "text/search_fold.h"
#include "text/segment.h"
#include "text/sentence.h"
#include "text/simhash.h"
#include "text/utf8.h"
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS 5
#define PIECE 6000

static volatile uint64_t sink;
static char *copy_to;

static double now(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return (double)t.tv_sec + (double)t.tv_nsec * 1e-9; }
static int by_value(const void *a, const void *b) { double x = *(const double *)a, y = *(const double *)b; return x < y ? -1 : x > y; }

static uint64_t job_memcpy(gz_view t) { memcpy(copy_to, t.p, t.n); return (uint64_t)copy_to[t.n / 2]; }
static uint64_t job_utf8(gz_view t) { return gz_utf8_sound(t.p, t.n); }
static uint64_t job_fold(gz_view t) { gz_buf b = GZ_BUF_INIT; gz_search_fold(t, &b); uint64_t n = b.n; gz_buf_free(&b); return n; }
static uint64_t job_sentences(gz_view t) { gz_sentence_iter it; gz_span s; uint64_t n = 0; gz_sentence_begin(&it, t); while (gz_sentence_next(&it, &s)) n++; return n; }
static int count_token(void *arg, const gz_token *t) { (void)t; ++*(uint64_t *)arg; return 0; }
static uint64_t job_segment(gz_view t) { uint64_t n = 0; gz_segment(t, false, count_token, &n); return n; }
static uint64_t job_simhash(gz_view t) { return gz_simhash(t); }
static uint64_t job_numerals(gz_view t) { gz_numeral_iter it; gz_numeral m; uint64_t n = 0; gz_numeral_begin(&it, t, NULL); while (gz_numeral_next(&it, &m)) n++; return n; }
static uint64_t job_money(gz_view t) { gz_money_iter it; gz_money m; uint64_t n = 0; gz_money_begin(&it, t, gz_view_of("", 0)); while (gz_money_next(&it, &m)) n++; return n; }
static uint64_t job_quantities(gz_view t) { gz_quantity_iter it; gz_quantity m; uint64_t n = 0; gz_quantity_begin(&it, t); while (gz_quantity_next(&it, &m)) n++; return n; }
static uint64_t job_dates(gz_view t) { gz_date_iter it; gz_date d; gz_anchor a = {2024, 6, 13, true}; uint64_t n = 0; gz_date_begin(&it, t, a, gz_view_of("", 0)); while (gz_date_next(&it, &d)) n++; return n; }
static uint64_t job_repairs(gz_view t) { gz_arena ar = {NULL}; gz_repair *l = NULL; size_t n = 0; gz_repairs(t, &ar, &l, &n); gz_free(l); gz_arena_free(&ar); return n; }

/* Article-sized pieces, cut at paragraph ends. */
static uint64_t pieces(gz_view t, uint64_t (*one)(gz_view))
{
  uint64_t n = 0;
  size_t at = 0;
  while (at < t.n) {
    size_t end = at + PIECE;
    if (end >= t.n) end = t.n;
    else { const char *nl = memchr(t.p + end, '\n', t.n - end); end = nl ? (size_t)(nl - t.p) + 1 : t.n; }
    n += one(gz_view_of(t.p + at, end - at));
    at = end;
  }
  return n;
}

static uint64_t one_lang(gz_view t) { gz_lang_result r; gz_lang_detect(t.p, t.n, &r); return (uint64_t)r.tag[0]; }
static uint64_t one_shares(gz_view t) { gz_lang_result r[8]; return (uint64_t)gz_lang_shares(t.p, t.n, r, 8); }
static uint64_t one_entities(gz_view t) { gz_arena ar = {NULL}; gz_entity *l = NULL; size_t n = 0; gz_entities(t, NULL, NULL, &ar, &l, &n); gz_free(l); gz_arena_free(&ar); return n; }
static uint64_t one_listed(gz_view t)
{
  gz_ent_options o;
  gz_arena ar = {NULL};
  gz_entity *l = NULL;
  size_t n = 0;
  memset(&o, 0, sizeof o);
  o.listed_only = true;
  gz_entities(t, NULL, &o, &ar, &l, &n);
  gz_free(l);
  gz_arena_free(&ar);
  return n;
}
static uint64_t one_blocks(gz_view t) { gz_arena ar = {NULL}; gz_block *l = NULL; size_t n = 0; gz_blocks(t, &ar, &l, &n); gz_free(l); gz_arena_free(&ar); return n; }
static uint64_t one_page(gz_view t)
{
  gz_decoded d = {0};
  uint64_t n = gz_decode(t, NULL, &d) == GZ_OK ? one_blocks(d.text) : 0;
  gz_buf_free(&d.own);
  return n;
}
static uint64_t one_article(gz_view t) { gz_arena ar = {NULL}; gz_article x; gz_article_parse(t, &ar, &x); uint64_t n = x.body_n; gz_arena_free(&ar); return n; }
static uint64_t one_analysis(gz_view t)
{
  gz_analysis *a = gz_analysis_new(t, gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL);
  if (!a) return 0;
  gz_need_money(a); gz_need_quantities(a); gz_need_dates(a); gz_need_entities(a); gz_need_quotes(a); gz_need_figures(a); gz_need_deals(a);
  uint64_t n = a->money_count + a->entity_count + a->deal_count;
  gz_analysis_free(a);
  return n;
}
static uint64_t one_quotes(gz_view t)
{
  gz_analysis *a = gz_analysis_new(t, gz_view_of("", 0), gz_view_of("", 0), NULL);
  if (!a) return 0;
  gz_need_quotes(a);
  uint64_t n = a->quote_count;
  gz_analysis_free(a);
  return n;
}
/* Of a layer alone: the time spent in it, without what it builds on. */
static double alone;
static uint64_t one_quotes_alone(gz_view t)
{
  gz_analysis *a = gz_analysis_new(t, gz_view_of("", 0), gz_view_of("", 0), NULL);
  if (!a) return 0;
  gz_need_sentences(a); gz_need_entities(a);
  double from = now();
  gz_need_quotes(a);
  alone += now() - from;
  uint64_t n = a->quote_count;
  gz_analysis_free(a);
  return n;
}
static uint64_t one_deals_alone(gz_view t)
{
  gz_analysis *a = gz_analysis_new(t, gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL);
  if (!a) return 0;
  gz_need_sentences(a); gz_need_lang(a); gz_need_entities(a); gz_need_money(a); gz_need_quantities(a); gz_need_dates(a);
  double from = now();
  gz_need_deals(a);
  alone += now() - from;
  uint64_t n = a->deal_count + a->figure_count;
  gz_analysis_free(a);
  return n;
}
static uint64_t job_quotes_alone(gz_view t) { return pieces(t, one_quotes_alone); }
static uint64_t job_deals_alone(gz_view t) { return pieces(t, one_deals_alone); }
static uint64_t job_lang(gz_view t) { return pieces(t, one_lang); }
static uint64_t job_shares(gz_view t) { return pieces(t, one_shares); }
static uint64_t job_entities(gz_view t) { return pieces(t, one_entities); }
static uint64_t job_listed(gz_view t) { return pieces(t, one_listed); }
static uint64_t job_blocks(gz_view t) { return pieces(t, one_blocks); }
static uint64_t job_page(gz_view t) { return pieces(t, one_page); }
static uint64_t job_article(gz_view t) { return pieces(t, one_article); }
static uint64_t job_quotes(gz_view t) { return pieces(t, one_quotes); }
static uint64_t job_analysis(gz_view t) { return pieces(t, one_analysis); }

static const struct { const char *name; uint64_t (*run)(gz_view); } jobs[] = {
  {"memcpy", job_memcpy}, {"utf-8 validation", job_utf8}, {"fold_text", job_fold}, {"segmentation (tokenizer)", job_segment}, {"simhash", job_simhash},
  {"sentences", job_sentences}, {"article_lang, per article", job_lang}, {"languages, every byte", job_shares}, {"repairs", job_repairs}, {"blocks", job_blocks},
  {"decode, repair, blocks", job_page}, {"parse_article", job_article}, {"numerals", job_numerals}, {"money", job_money}, {"quantities", job_quantities}, {"dates", job_dates},
  {"entities, listed names only", job_listed}, {"entities, with discovery", job_entities}, {"quotes (with entities)", job_quotes}, {"quotes, alone", job_quotes_alone},
  {"figures and deals, alone", job_deals_alone}, {"one analysis of everything", job_analysis},
};

typedef struct result { double seconds, spread, peak_mb; uint64_t found; } result;

static long peak_kb(void) { struct rusage u; getrusage(RUSAGE_SELF, &u); return u.ru_maxrss; }

static void measure(uint64_t (*run)(gz_view), gz_view t, int most, result *r)
{
  double s[RUNS], spent = 0;
  int runs = 0;
  long before = peak_kb();
  while (runs < most && runs < RUNS && (runs < 3 || spent < 3)) {
    double a = now();
    alone = 0;
    r->found = run(t);
    s[runs] = now() - a;
    spent += s[runs];
    if (alone > 0) s[runs] = alone;
    runs++;
    sink += r->found;
  }
  qsort(s, (size_t)runs, sizeof *s, by_value);
  r->seconds = s[runs / 2];
  r->spread = (s[runs - 1] - s[0]) / s[runs / 2];
  r->peak_mb = (double)(peak_kb() - before) / 1024;
}

/* In a child, so that the memory of one job is not hidden behind that of the one before. */
static void measure_apart(uint64_t (*run)(gz_view), gz_view t, int most, result *r)
{
  int ends[2];
  if (pipe(ends) != 0) return;
  pid_t child = fork();
  if (child == 0) {
    memset(copy_to, 2, t.n + 1);                         /* pages of its own */
    measure(run, t, most, r);
    _exit(write(ends[1], r, sizeof *r) == (ssize_t)sizeof *r ? 0 : 1);
  }
  close(ends[1]);
  if (child < 0 || read(ends[0], r, sizeof *r) != (ssize_t)sizeof *r) r->seconds = 0;
  close(ends[0]);
  if (child > 0) waitpid(child, NULL, 0);
}

int main(int argc, char **argv)
{
  if (argc < 2) { fprintf(stderr, "usage: bench FILE [MAX_MB [JOB [RUNS]]]\n"); return 2; }
  FILE *f = fopen(argv[1], "rb");
  if (!f) { fprintf(stderr, "bench: cannot read %s\n", argv[1]); return 1; }
  fseek(f, 0, SEEK_END);
  size_t n = (size_t)ftell(f);
  rewind(f);
  char *text = malloc(n + 1);
  copy_to = malloc(n + 1);
  if (!text || !copy_to || fread(text, 1, n, f) != n) return 1;
  fclose(f);
  if (argc > 2 && atof(argv[2]) > 0 && n > (size_t)(atof(argv[2]) * 1e6)) { n = (size_t)(atof(argv[2]) * 1e6); while (n > 0 && !gz_utf8_is_start(text, n + 1, n)) n--; }
  gz_view t = gz_view_of(text, n);
  memset(copy_to, 1, n + 1);                           /* its pages are there before anything is measured */
  int most = argc > 4 ? atoi(argv[4]) : RUNS;
  double yardstick = 0;
  if (most == RUNS) printf("%-28s %10s %9s %9s %9s  %s\n", "job", "MB/s", "spread", "of memcpy", "peak MB", "found");
  for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
    if (argc > 3 && !strstr(jobs[j].name, argv[3]) && (j > 0 || most != RUNS)) continue;
    result r = {0, 0, 0, 0};
    measure_apart(jobs[j].run, t, most, &r);
    if (r.seconds <= 0) { printf("%-28s failed\n", jobs[j].name); continue; }
    double mbs = (double)n / 1e6 / r.seconds;
    if (j == 0) yardstick = mbs;
    printf("%-28s %10.1f %8.0f%% %8.2f%% %9.1f  %llu\n", jobs[j].name, mbs, 100 * r.spread, yardstick > 0 ? 100 * mbs / yardstick : 0, r.peak_mb, (unsigned long long)r.found);
    fflush(stdout);
  }
  free(text);
  free(copy_to);
  return 0;
}
