/* The language of a text, for finders that only need to know which one it is. Windows at regular distances are looked at. First their
** bytes are counted by the kind of their script: letters of the Latin one, Han and kana, others. Where one kind has most of the weight, or the
** larger part of the whole text where the windows show two halves,
** windows of that kind are judged in full until some surely say the same language: one for English, when most windows also have a small
** English word, and none when nearly all have; three for others. Where the kinds are mixed, the windows say different languages, or few
** are sure, the text is judged as article_lang judges it. Uses floors base and text. */
#include "find/text_lang.h"
#include "text/ascii_block.h"

enum { WHOLE = 1000,        /* bytes: a shorter text is read in full */
       WINDOW = 128, WINDOWS = 16, STEP = 7,
       AGREE = 3, TRIES = 4,
       MAIN = 55, MORE = 52, PURE = 80 };   /* percent of the weight: of a text, of a window that is judged */
static const double SURE = 0.97;

enum kind { LATIN, HAN, OTHER, KINDS };

/* Letters by kind of script, weighed by what a letter says. */
static void count(const unsigned char *s, size_t n, uint32_t *weight)
{
  size_t i = 0;
  for (; i + GZ_BLOCK <= n; i += GZ_BLOCK) {
    gz_block b = gz_block_at(s + i, ' ', ' ');
    if (!b.high) { weight[LATIN] += gz_block_count(b.letters); continue; }
    unsigned han = gz_block_between(s + i, 0xE3, 0xE9);
    weight[LATIN] += gz_block_count(b.letters | gz_block_between(s + i, 0xC3, 0xC9));
    weight[HAN] += 4 * gz_block_count(han);
    for (unsigned rest = gz_block_between(s + i, 0xCA, 0xFF) & ~han; rest; rest &= rest - 1) {
      unsigned char c = s[i + gz_lowest(rest)];
      if (c != 0xE2 && c != 0xEF) weight[OTHER] += c >= 0xEA ? 4 : 2;
    }
  }
}

/* The k-th window of a text, from one character or word to another. */
static gz_view window(gz_view t, size_t k)
{
  size_t p = (t.n - WINDOW) / (WINDOWS - 1) * (k * STEP % WINDOWS), e = p + WINDOW;
  if (p) while (p + WINDOW / 2 < e && (unsigned char)t.p[p] > ' ' && (unsigned char)t.p[p] < 0xE3) p++;
  while (p < e && ((unsigned char)t.p[p] & 0xC0) == 0x80) p++;
  while (e < t.n && e > p && ((unsigned char)t.p[e] & 0xC0) == 0x80) e--;
  if (e < t.n && (unsigned char)t.p[e] < 0x80) while (e > p + WINDOW / 2 && (unsigned char)t.p[e] > ' ') e--;
  return gz_view_of(t.p + p, e - p);
}

static bool mostly(const uint32_t *weight, unsigned kind, unsigned percent)
{
  uint32_t all = 0;
  for (unsigned k = 0; k < KINDS; k++) all += weight[k];
  return all && (uint64_t)weight[kind] * 100 >= (uint64_t)all * percent;
}

/* The small words of English in a window: 1 for one, 2 where "the" is among them, which hardly another language has. */
static unsigned english_words(gz_view w)
{
  unsigned found = 0;
  for (size_t i = 0; i + 4 < w.n && found < 2; i++) {
    if (w.p[i] != ' ') continue;
    const char *s = w.p + i + 1;
    if (memcmp(s, "the ", 4) == 0) found = 2;
    else if (memcmp(s, "of ", 3) == 0 || memcmp(s, "and ", 4) == 0 || memcmp(s, "to ", 3) == 0) found = 1;
  }
  return found;
}

enum { NOT_ENGLISH, MAYBE_ENGLISH, SURELY_ENGLISH };

/* Of the windows of Latin letters, are most in English? One in four may be a list or a table. Where nearly all are, and half have the surest
** word, no window has to be judged. */
static unsigned english(gz_view t, uint32_t (*weight)[KINDS])
{
  unsigned with = 0, sure = 0, all = 0;
  for (unsigned k = 0; k < WINDOWS; k++) {
    if (!mostly(weight[k], LATIN, PURE)) continue;
    unsigned found = english_words(window(t, k));
    all++;
    with += found > 0;
    sure += found > 1;
  }
  return all >= WINDOWS / 2 && 8 * with >= 7 * all && 2 * sure >= all ? SURELY_ENGLISH : 4 * with >= 3 * all ? MAYBE_ENGLISH : NOT_ENGLISH;
}

static bool quick(gz_view text, gz_lang_result *out)
{
  uint32_t all[KINDS] = {0, 0, 0}, one[WINDOWS][KINDS];
  unsigned kind = LATIN, agreed = 0, tries = 0;
  memset(one, 0, sizeof one);
  for (unsigned k = 0; k < WINDOWS; k++) {
    gz_view w = window(text, k);
    count((const unsigned char *)w.p, w.n, one[k]);
    for (unsigned i = 0; i < KINDS; i++) all[i] += one[k][i];
  }
  for (unsigned i = 1; i < KINDS; i++) if (all[i] > all[kind]) kind = i;
  if (!mostly(all, kind, MAIN)) {                          /* two halves: which is the larger one? */
    memset(all, 0, sizeof all);
    count((const unsigned char *)text.p, text.n, all);
    kind = LATIN;
    for (unsigned i = 1; i < KINDS; i++) if (all[i] > all[kind]) kind = i;
    if (!mostly(all, kind, MORE)) return false;
  }
  unsigned is_english = kind == LATIN ? english(text, one) : NOT_ENGLISH;
  if (is_english == SURELY_ENGLISH) {
    *out = (gz_lang_result){"en", 1, 1};
    return true;
  }
  for (unsigned k = 0; k < WINDOWS && tries < TRIES; k++) {
    gz_lang_result r;
    if (!mostly(one[k], kind, PURE)) continue;
    gz_view w = window(text, k);
    gz_lang_line(w.p, w.n, &r);
    tries++;
    if (r.confidence < SURE) continue;
    if (agreed && strcmp(r.tag, out->tag) != 0) return false;
    *out = r;
    if (strcmp(r.tag, "en") == 0) return is_english != NOT_ENGLISH;
    if (++agreed == AGREE) return true;
  }
  return false;
}

void gz_text_lang(gz_view text, gz_lang_result *out)
{
  if (text.n <= WHOLE || !quick(text, out)) gz_lang_detect(text.p, text.n, out);
}
