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

/* The words of a stretch that begin small, behind a space, bracket or quotation mark. */
static unsigned small_words(gz_view t, gz_span s, gz_span *word)
{
  unsigned n = 0;
  for (uint32_t i = s.start; i < s.end;) {
    unsigned char c = (unsigned char)t.p[i];
    uint32_t k = i + 1;
    if ((c - (unsigned)'a' < 26u || (c >= 0xC3 && c <= 0xC9)) && (i == 0 || t.p[i - 1] == ' ' || t.p[i - 1] == '(' || t.p[i - 1] == '"')) {
      while (k < s.end && (((unsigned char)t.p[k] | 32u) - 'a' < 26u || (unsigned char)t.p[k] >= 0x80)) k++;
      word[n].start = i;
      word[n++].end = k;
    } else while (k < s.end && t.p[k - 1] != ' ' && t.p[k - 1] != '(' && t.p[k - 1] != '"') k++;      /* only behind these one may begin */
    i = k;
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
