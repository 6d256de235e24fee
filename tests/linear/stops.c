/* Work can be stopped everywhere: between two questions whether to stop (base/watch.h) the work must not grow with the text. Each job is done on a
** text and on one four times as long, its work counted as linear.c counts it; the longest stretch between two questions may be longer on
** the longer text by no more than SLACK steps a byte that was added. Of any text of lines and sentences it is hardly longer, so an interrupt is
** heard as soon in 100 MB as in these (tests/fault/interrupt.c shows that with a clock); SLACK is for copying, and for a few short passes over a single word
** or line of megabytes. A stage that never asks takes 10 to 300 steps a byte. And a job that is stopped at its second question ends within that.
** Every eighth pattern, or the one named, or `all`. */
#include "../unit/unit.h"
#include "base/watch.h"
#include "find/analysis.h"
#include "find/text_lang.h"
#include "io/decode.h"
#include "io/records.h"
#include "io/sha256.h"
#include "page/article.h"
#include "patterns.h"
#include "text/query.h"
#include "text/repair.h"
#include "text/search_fold.h"
#include "text/sentence.h"
#include "text/shingle.h"
#include "text/simhash.h"
#include <stdlib.h>

#define SLACK 3.0
#define SLACK_ODD 6.0                /* of texts of one or two characters again and again */

static uint64_t last_asked, longest;
static unsigned questions, stop_at;

static void note(void)
{
  uint64_t gap = linear_work - last_asked;
  if (gap > longest) longest = gap;
  last_asked = linear_work;
}
static bool ask(void *arg) { (void)arg; note(); return ++questions >= stop_at; }

static gz_analysis *analysis(gz_view t) { return gz_analysis_new(t, gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL); }
#define LAYER(name) static void name(gz_view t) { gz_analysis *a = analysis(t); if (a) gz_need_##name(a); gz_analysis_free(a); }
LAYER(sentences) LAYER(money) LAYER(quantities) LAYER(dates) LAYER(entities) LAYER(quotes) LAYER(deals) LAYER(shingles)
static void entity_of(gz_view t) { gz_entity e; bool found; gz_entity_of(t, NULL, &e, &found); }
static void lang(gz_view t) { gz_lang_result r; gz_text_lang(t, &r); }
static void simhash(gz_view t) { gz_simhash(t); }
static void settled(gz_view t) { gz_shingles s; if (gz_shingles_of(t, &s) == GZ_OK) { gz_shingles_settle(&s); free(s.hashes); } }
static void fold(gz_view t) { gz_buf b = GZ_BUF_INIT; gz_search_fold(t, &b); gz_buf_free(&b); }
static void query(gz_view t) { gz_buf b = GZ_BUF_INIT; gz_query_build(t, NULL, &b); gz_buf_free(&b); }
static void article(gz_view t) { gz_arena a = {NULL}; gz_article x; gz_article_parse(t, &a, &x); gz_arena_free(&a); }
static void sha256(gz_view t) { char hex[65]; gz_sha256_hex(t, hex); }
static void repairs(gz_view t)
{
  gz_arena a = {NULL};
  gz_repair *list = NULL;
  size_t n;
  if (gz_repairs(t, &a, &list, &n) == GZ_OK) free(list);
  gz_arena_free(&a);
}
static void blocks(gz_view t)
{
  gz_arena a = {NULL};
  gz_block *list = NULL;
  size_t n;
  gz_blocks(t, &a, &list, &n);
  free(list);
  gz_arena_free(&a);
}
static void decode_as(gz_view t, const char *charset) { gz_decoded d; gz_decode(t, charset, &d); gz_buf_free(&d.own); }
static void decode(gz_view t) { decode_as(t, NULL); }
static void decode_gb(gz_view t) { decode_as(t, "GB18030"); }
static void decode_utf16(gz_view t) { decode_as(t, "UTF-16LE"); }
static void decode_big5(gz_view t) { decode_as(t, "Big5"); }
/* A record with the text as its text, as its title, and as what has no use; then the text as it stands. */
static void json(gz_view t)
{
  static const char *const heads[] = {"{\"text\":", "{\"text\":1,\"title\":", "{\"text\":\"\",\"unknown\":", ""};
  for (int k = 0; k < 4; k++) {
    gz_arena a = {NULL};
    gz_buf line = GZ_BUF_INIT, text = GZ_BUF_INIT;
    gz_given given;
    bool nomem = false;
    memset(&given, 0, sizeof given);
    gz_buf_puts(&line, heads[k]);
    if (k < 3) { gz_watch *w = gz_watch_set(NULL); gz_buf_put_json(&line, t); gz_buf_putc(&line, '}'); gz_watch_set(w); last_asked = linear_work; }
    else gz_buf_put(&line, t.p, t.n);
    gz_json_record(gz_view_of(line.p, line.n), &a, &text, &given, &nomem);
    gz_buf_free(&line);
    gz_buf_free(&text);
    gz_arena_free(&a);
  }
}
#define SORTED 8000000                  /* shingles sorts at most 2^18 hashes at a time */
static const struct job { const char *name; void (*run)(gz_view t); uint64_t bound; } jobs[] = {
  {"sentences", sentences, 0}, {"money", money, 0}, {"quantities", quantities, 0}, {"dates", dates, 0}, {"entities", entities, 0}, {"quotes", quotes, 0},
  {"deals", deals, 0}, {"shingles", shingles, SORTED}, {"entity_of", entity_of, 0}, {"lang", lang, 0}, {"simhash", simhash, 0}, {"shingles, settled", settled, SORTED}, {"fold", fold, 0}, {"query", query, 0},
  {"repairs", repairs, 0}, {"blocks", blocks, 0}, {"article", article, 0}, {"sha256", sha256, 0}, {"decode", decode, 0}, {"decode GB18030", decode_gb, 0}, {"decode UTF-16", decode_utf16, 0},
  {"decode Big5", decode_big5, 0}, {"json", json, 0},
};

static uint64_t gap_of(size_t job, gz_view t, unsigned stop)
{
  gz_watch w = {ask, NULL, false};
  questions = 0;
  stop_at = stop;
  longest = 0;
  last_asked = linear_work;
  gz_watch_set(&w);
  jobs[job].run(t);
  gz_watch_set(NULL);
  note();
  return longest;
}

int stops(size_t size, const char *one)
{
  char *small = malloc(size + 64), *large = malloc(4 * size + 64);
  for (size_t i = 0; small && large && patterns[i].name; i++) {
    if (one ? strcmp(one, "all") && strcmp(one, patterns[i].name) : i % 8 != 0) continue;
    size_t n = make(&patterns[i], size, small), m = make(&patterns[i], 4 * size, large);
    for (size_t k = 0; k < sizeof jobs / sizeof *jobs; k++) {
      uint64_t a = gap_of(k, gz_view_of(small, n), (unsigned)-1), b = gap_of(k, gz_view_of(large, m), (unsigned)-1), c = gap_of(k, gz_view_of(large, m), 2);
      double allowed = (double)a + (strlen(patterns[i].piece) < 12 ? SLACK_ODD : SLACK) * (double)(m - n);
      if (jobs[k].bound && allowed < (double)jobs[k].bound) allowed = (double)jobs[k].bound;
      if (one && strcmp(one, "all")) printf("%-20s %10.0f %10.0f %10.0f steps between two questions\n", jobs[k].name, (double)a, (double)b, (double)c);
      CHECK((double)b <= allowed, "%s cannot be stopped for %.0f steps in %zu bytes of %s, %.0f in %zu", jobs[k].name, (double)a, n, patterns[i].name, (double)b, m);
      CHECK((double)c <= allowed, "%s goes on for %.0f steps when stopped in %zu bytes of %s", jobs[k].name, (double)c, m, patterns[i].name);
    }
  }
  CHECK(small && large, "out of memory");
  free(small);
  free(large);
  return unit_end("stops");
}
