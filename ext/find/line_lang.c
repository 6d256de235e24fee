/* Is the line around a place English? Its words without a capital are looked up among the everyday words of English; a line of few such
** words leans to what the lines before were. Where all lines were English, most of the next ones are taken for it without a look.
** What it may use: the floor's word lists. A line is looked at once, AROUND bytes to either side at most. */
#include "find/line_lang.h"
#include "find/latin_token.h"
#include "text/ascii_block.h"

#define AROUND 120
#define PASS 7                   /* where all lines were English, one in so many more is looked at */

/* The line around pos, no farther than AROUND to either side. */
static gz_span line_around(gz_view t, uint32_t pos)
{
  const char *from = t.p + (pos > AROUND ? pos - AROUND : 0), *at = t.p + pos, *newline;
  while (from < at && (newline = memchr(from, '\n', (size_t)(at - from))) != NULL) from = newline + 1;
  size_t most = t.n - pos < AROUND ? t.n - pos : AROUND;
  newline = memchr(at, '\n', most);
  return (gz_span){(uint32_t)(from - t.p), (uint32_t)((newline ? newline : at + most) - t.p)};
}

/* What the bytes of a stretch are, a bit each: what words are made of, what a small word begins with, and behind what it may begin. */
#define MASKS ((2 * AROUND + 63) / 64)
typedef struct masks { uint64_t inner[MASKS + 1], first[MASKS + 1], gap[MASKS + 1]; } masks;

static inline bool is_gap(unsigned c) { return c == ' ' || c == '(' || c == '"'; }

static void few_masks(const unsigned char *p, unsigned n, unsigned *inner, unsigned *first, unsigned *gap)
{
  for (unsigned i = 0; i < n; i++) {
    unsigned c = p[i];
    *inner |= (unsigned)((c | 32u) - 'a' < 26u || c >= 0x80) << i;
    *first |= (unsigned)(c - 'a' < 26u || c - 0xC3u < 7) << i;
    *gap |= (unsigned)is_gap(c) << i;
  }
}

static inline void block_masks(const unsigned char *p, unsigned *inner, unsigned *first, unsigned *gap)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#define BELOW(x, from, n) _mm_cmplt_epi8(_mm_add_epi8(x, _mm_set1_epi8((char)(0x80 - (from)))), _mm_set1_epi8((n) - 0x80))
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
  *inner = (unsigned)_mm_movemask_epi8(_mm_or_si128(x, BELOW(_mm_or_si128(x, _mm_set1_epi8(32)), 'a', 26)));
  *first = (unsigned)_mm_movemask_epi8(_mm_or_si128(BELOW(x, 'a', 26), BELOW(x, 0xC3, 7)));
  *gap = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(x, _mm_set1_epi8('('))), _mm_cmpeq_epi8(x, _mm_set1_epi8('"'))));
#undef BELOW
#else
  few_masks(p, GZ_BLOCK, inner, first, gap);
#endif
}

static void masks_of(gz_view t, gz_span s, masks *m)
{
  memset(m, 0, sizeof *m);
  for (uint32_t i = s.start; i < s.end; i += GZ_BLOCK) {
    unsigned inner = 0, first = 0, gap = 0, at = i - s.start, left = s.end - i;
    if (left < GZ_BLOCK) few_masks((const unsigned char *)t.p + i, left, &inner, &first, &gap);
    else block_masks((const unsigned char *)t.p + i, &inner, &first, &gap);
    m->inner[at / 64] |= (uint64_t)inner << at % 64;
    m->first[at / 64] |= (uint64_t)first << at % 64;
    m->gap[at / 64] |= (uint64_t)gap << at % 64;
  }
}

/* The words of a stretch that begin small, behind a space, bracket or quotation mark. */
static unsigned small_words(gz_view t, gz_span s, gz_span *word)
{
  masks m;
  unsigned n = 0;
  masks_of(t, s, &m);
  uint64_t before = s.start == 0 || is_gap((unsigned char)t.p[s.start - 1]);
  for (unsigned k = 0; k < MASKS; k++) {
    uint64_t starts = m.first[k] & (m.gap[k] << 1 | before);
    before = m.gap[k] >> 63;
    for (; starts; starts &= starts - 1) {
      unsigned from = gz_low64(starts), to = k;
      uint64_t other = ~m.inner[k] >> from << from;
      while (!other && to < MASKS) other = ~m.inner[++to];
      word[n].start = s.start + 64 * k + from;
      word[n++].end = s.start + 64 * to + (other ? gz_low64(other) : 0);
    }
  }
  return n;
}

static bool is_english(gz_view t, gz_span word)
{
  gz_view v = gz_view_slice(t, word);
  return gz_skip_ascii(t, word.start, word.end) == word.end && gz_latin_word(v) & GZ_LATIN_COMMON;
}

/* Are the small words of the line around pos mostly none of English? Words are looked up until it is clear. */
bool gz_line_foreign(gz_line_lang *l, gz_view t, uint32_t pos)
{
  if (pos >= l->judged.start && pos < l->judged.end) return l->foreign;
  gz_span word[AROUND + 1];
  l->judged = line_around(t, pos);
  if (l->home > 2 && !l->abroad && l->passed++ % PASS) { l->foreign = false; return false; }
  unsigned words = small_words(t, l->judged, word), english = 0;
  bool few = words < 6;
  for (unsigned i = 0; i < words && (few || (english * 100 < words * 45 && (english + words - i) * 100 >= words * 45)); i++) english += is_english(t, word[i]);
  l->foreign = few ? (words >= 4 && english * 3 < words) || (english * 2 < words + 1 && l->abroad > l->home) : english * 100 < words * 45;
  if (!few) { l->abroad += l->foreign; l->home += !l->foreign; }
  return l->foreign;
}
