/* The scan for places where a date may start: stops at every word that the lexicon has for a start, however it is written and wherever in a
** block of bytes it lies, and at every number with a word of dates behind it; and the dates of a text are the same behind any filler. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/date_sets.h"
#include "gen/trie_keys.c"
#include <stdlib.h>

static size_t met;

/* Does the scan of the text stop at pos? */
static bool stops(gz_view t, size_t pos)
{
  gz_date_iter it;
  gz_anchor none = {0, 0, 0, false};
  size_t next = 0;
  gz_date_begin(&it, t, none, gz_view_of("", 0));
  for (size_t p = 0; p < t.n;) {
    bool number = false;
    p = gz_date_stop(&it, p, t.n, &next, &number);
    if (p >= pos) return p == pos;
    if (next <= p) return false;
    p = next;
  }
  return false;
}

/* Kinds of words of one character, or at all, that begin no date as they stand: the sets leave them out. */
static bool left_out(const lex_date_words_row *r, uint32_t first, bool single)
{
  if (!(GZ_DATE_STARTS >> r->kind & 1u) || gz_is_digit(first)) return true;
  if (r->kind == LEX_DATE_WORDS_KIND_NUMBER || (r->kind == LEX_DATE_WORDS_KIND_HAN && r->value == 0)) return true;      /* asks what follows; zero */
  if (!gz_single_unit(first)) return r->kind == LEX_DATE_WORDS_KIND_NARRATIVE;
  if (r->kind == LEX_DATE_WORDS_KIND_EDGE && !(r->flags & GZ_DF(BEFORE))) return true;
  return single && (r->kind == LEX_DATE_WORDS_KIND_SEASON || r->kind == LEX_DATE_WORDS_KIND_REL) && r->flags & GZ_DF(WEAK);
}

/* A key in another script or case: each character as the last one that folds to it. */
static uint16_t variant[0x10000];
static size_t rewrite(const char *key, size_t n, char *out)
{
  size_t w = 0;
  for (size_t i = 0; i < n;) {
    uint32_t c = gz_utf8_next(key, n, &i);
    w += gz_utf8_put(c >= 0x80 && c < 0x10000 && variant[c] ? variant[c] : c, out + w);
  }
  return w;
}

static void one_key(void *arg, const char *key, uint32_t n, uint32_t value)
{
  static const char *const before[] = {"", "in ", "x. ", "\xE5\x9C\xA8", "\xEF\xBC\x8C", "(", "caf\xC3\xA9 "}, *const behind[] = {" 2023 was a year", "3\xE6\x9C\x88 it was", "\xE6\x9C\x88\xE4\xB8\xAD"};
  (void)arg;
  size_t e = 0;
  uint32_t first = gz_utf8_next(key, n, &e);
  bool wanted = false;
  for (const lex_date_words_row *r = &lex_date_words_rows[value];; r++) { wanted |= !left_out(r, first, e == n); if (!r->more) break; }
  if (!wanted) return;
  for (int written = 0; written < 2; written++)
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
      for (size_t f = 0; f < sizeof behind / sizeof *behind; f++) {
        char z[512];
        size_t at = 0;
        for (unsigned pad = (unsigned)(value + b) % 37; pad > 0; pad--) z[at++] = pad % 5 ? 'q' : ' ';
        z[at++] = ' ';
        memcpy(z + at, before[b], strlen(before[b]));
        at += strlen(before[b]);
        size_t end = at;
        if (written) end += rewrite(key, n, z + end);
        else { memcpy(z + end, key, n); end += n; }
        strcpy(z + end, behind[f]);
        gz_view t = gz_view_cstr(z);
        gz_date_iter it;
        gz_anchor none = {0, 0, 0, false};
        gz_date_begin(&it, t, none, gz_view_of("", 0));
        const struct gz_date_memo *m = gz_date_words_at(&it, at);
        bool here = false;
        for (uint32_t k = 0; k < m->n; k++) here |= m->hits[k].value == value;
        if (!here) continue;                               /* the word goes on with what is put behind it */
        met++;
        CHECK(stops(t, at), "%.*s in %s", (int)n, key, z);
      }
}

/* All dates, as a number; places from `from`. */
static uint64_t found(const char *z, size_t from, unsigned *count)
{
  gz_date_iter it;
  gz_date d;
  gz_anchor anchor = {2024, 6, 17, true};
  uint64_t h = 0;
  *count = 0;
  gz_date_begin(&it, gz_view_cstr(z), anchor, gz_view_of("", 0));
  for (; gz_date_next(&it, &d); ++*count) h = (h ^ (d.span.start - from) ^ (uint64_t)(d.span.end - from) << 16 ^ (uint64_t)(uint32_t)d.first << 32 ^ (uint64_t)(uint32_t)d.last << 8) * 0x9E3779B97F4A7C15u;
  return h;
}

int main(void)
{
  for (uint32_t cp = GZ_CJK_FROM; cp < GZ_CJK_TO; cp++) { uint32_t f = gz_fold(cp); if (f != cp && f < 0x10000) variant[f] = (uint16_t)cp; }
  gz_trie_keys(&lex_date_words.trie, one_key, NULL);
  CHECK(met > 10000, "%zu", met);
  static const char *const texts[] = {"It closed on 25 September 2023, and in Q2 2024.", "two years ago, a month ago, early 2023", "on Friday at 9:30 p.m., May 6\xE2\x80\x93" "8, 2024", "9/25/2023 or 2023-09-25T08:00Z", "seit M\xC3\xA4rz 2021, am 3. M\xC3\xA4rz, \xC3\xBC" "bermorgen",
    "2023年9月25日、去年3月,上周五", "二〇二三年九月,三个月前,第二季度", "民國112年9月,昨（16）日", "令和6年6月17日、先週", "지난해 9월, 3년 전, 2023년 9월 25일 서울", "２０２３年９月", "le 1er janvier 2024, \xC3\xA9t\xC3\xA9 2022", "12\xE6\x9C\x88", "3.5 percent, 99.99 a share, 2019", "99个国家,三十属于,一起"};
  static const char *const fillers[] = {"; ", "ox ", "w7 ", "\xE6\xB8\xAF ", "\xE4\xB8\x80\xE4\xB8\xAA ", "n\xC3\xA9 ", "\xF0\x9F\x98\x80 ", "\x80 "};
  unsigned all = 0;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (size_t f = 0; f < sizeof fillers / sizeof *fillers; f++) {
      char z[1024];
      uint64_t first = 0;
      unsigned count = 0, first_count = 0;
      for (unsigned k = 1; k < 40; k++) {
        size_t n = 0;
        for (unsigned j = 0; j < k; j++) { memcpy(z + n, fillers[f], strlen(fillers[f])); n += strlen(fillers[f]); }
        strcpy(z + n, texts[i]);
        uint64_t h = found(z, n, &count);
        if (k == 1) { first = h; first_count = count; }
        else CHECK(h == first && count == first_count, "%s behind %u of '%s': %u dates, not %u", texts[i], k, fillers[f], count, first_count);
      }
      all += count;
    }
  CHECK(all > 150, "%u", all);
  return unit_end("date_scan");
}
