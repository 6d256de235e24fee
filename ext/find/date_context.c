/* What the text around a date tells: the sentence, whether it looks back or ahead, names that hold date words, the text's language, the
** order of day and month. May use base and text. Looks at most WINDOW bytes to either side, but for the two questions about the
** whole text, which are asked once. */
#include "find/date_int.h"
#include "find/small_word.h"
#include "lex_date_cues.h"
#include "text/lang.h"

#define WINDOW 160

size_t gz_date_sentence_start(gz_view t, size_t pos)
{
  size_t low = pos > WINDOW ? pos - WINDOW : 0, p = pos;
  while (p > low) {
    unsigned char c = (unsigned char)t.p[p - 1];
    if (c == '\n' || ((c == '.' || c == '!' || c == '?') && (p >= t.n || t.p[p] == ' '))) break;
    if (p >= 3 && (memcmp(t.p + p - 3, "\xE3\x80\x82", 3) == 0 || memcmp(t.p + p - 3, "\xEF\xBC\x9B", 3) == 0)) break;
    p--;
  }
  while (p < pos && ((unsigned char)t.p[p] & 0xC0) == 0x80) p++;
  return p;
}

/* Is there a full stop at p? */
static bool stops_at(gz_view t, size_t p)
{
  unsigned char c = (unsigned char)t.p[p];
  if (c == '\n') return true;
  if (c == '.' || c == '!' || c == '?') return p + 1 >= t.n || t.p[p + 1] == ' ';
  return c >= 0xE3 && p + 3 <= t.n && (memcmp(t.p + p, "\xE3\x80\x82", 3) == 0 || memcmp(t.p + p, "\xEF\xBC\x9B", 3) == 0);
}

/* -1 or +1 when a cue stands at p, a word's first byte; *end: behind the word or cue. 0: none. */
static int cue_at(gz_view t, size_t p, size_t limit, size_t *end)
{
  gz_view v = gz_view_of(t.p, limit);
  gz_hit h;
  unsigned char c = (unsigned char)t.p[p];
  size_t next = p + 1;
  bool ascii = (c | 32u) - 'a' < 26u, may = c >= 0xC3;
  if (ascii) {
    const uint64_t *first = lex_date_cues.trie.first;
    unsigned two = gz_trie_pair(c | 32u, next < limit ? (unsigned char)t.p[next] | 32u : 0);
    while (next < limit && ((unsigned char)t.p[next] | 32u) - 'a' < 26u) next++;
    may = first[two >> 6] >> (two & 63) & 1u;
  } else while (next < limit && ((unsigned char)t.p[next] & 0xC0) == 0x80) next++;
  *end = next;
  if (may && gz_trie_longest(&lex_date_cues.trie, v, p, &h) && gz_word_boundary(t, h.end) && (ascii || c >= 0xE3 || gz_word_boundary(t, p))) {
    unsigned kind = lex_date_cues_rows[h.value].kind;
    if (h.end > next) *end = h.end;
    if (kind != LEX_DATE_CUES_KIND_NAME) return kind == LEX_DATE_CUES_KIND_FUTURE ? 1 : -1;
  }
  return ascii && next - p >= 5 && t.p[next - 2] == 'e' && t.p[next - 1] == 'd' ? -1 : 0;      /* a past tense in -ed */
}

/* Does a clause of its own begin behind a date, "on Wednesday it would"? Then its verb tells less. */
static bool clause_begins(gz_view t, size_t end)
{
  size_t behind;
  return end < t.n && t.p[end] == ' ' && gz_small_word_at(t, end + 1, GZ_SMALL(CLAUSE_OPENS), &behind) && behind < t.n && t.p[behind] == ' ';
}

/* The nearest cue of the sentence decides. */
int gz_date_tense(gz_view t, size_t start, size_t end)
{
  size_t best = WINDOW, e;
  int tense = 0, found;
  bool comma = false;
  size_t high = end + WINDOW < t.n ? end + WINDOW : t.n;
  while (high > end && high < t.n && ((unsigned char)t.p[high] & 0xC0) == 0x80) high--;
  for (size_t p = end; p < high && !stops_at(t, p); p = e)
    if ((found = cue_at(t, p, high, &e)) != 0) { best = p - end + (clause_begins(t, end) ? 24 : 0); tense = found; break; }
  for (size_t p = start; p > 0 && start - p < (best < 72 ? 96 : best + 24);) {
    size_t last = p--;
    while (p > 0 && ((unsigned char)t.p[p] & 0xC0) == 0x80 && last - p < 4) p--;
    if (stops_at(t, p)) break;
    if (((unsigned char)t.p[p] | 32u) - 'a' < 26u) while (p > 0 && ((unsigned char)t.p[p - 1] | 32u) - 'a' < 26u && start - p < best + 48) p--;
    if (p + 3 <= start && memcmp(t.p + p, "\xEF\xBC\x8C", 3) == 0) comma = true;
    if ((found = cue_at(t, p, start, &e)) != 0 && e <= start && (start - e <= best || (found > 0 && !comma && (unsigned char)t.p[p] >= 0xE3))) { tense = found; break; }      /* 预计…完成: what leads governs */
  }
  return tense;
}

/* Does a name hold this date word: USA Today, 今日头条? */
bool gz_date_in_name(gz_view t, size_t start, size_t end)
{
  gz_hit h;
  size_t p = start;
  for (int k = 0; k < 2; k++) {
    if (gz_trie_longest(&lex_date_cues.trie, t, p, &h) && h.end >= end && lex_date_cues_rows[h.value].kind == LEX_DATE_CUES_KIND_NAME) return true;
    while (p > 0 && t.p[p - 1] == ' ') p--;
    if (p == start) return false;
    while (p > 0 && ((unsigned char)t.p[p - 1] | 32u) - 'a' < 26u) p--;
  }
  return false;
}

const char *gz_date_lang(gz_date_iter *it)
{
  return gz_lang_of(&it->lang, it->text)->tag;
}

/* The order of day and month where both could be: by region, by an all-number date elsewhere in the text that has only one
** reading, by the text's language. */
bool gz_date_day_first(gz_date_iter *it)
{
  if (it->day_first) return it->day_first > 0;
  uint32_t value;
  it->day_first = -1;
  if (it->region[0]) {
    bool found = false;
    if (gz_trie_exact(&lex_date_words.trie, gz_view_cstr(it->region), &value))
      for (const lex_date_words_row *r = &lex_date_words_rows[value];; r++) { found |= r->kind == LEX_DATE_WORDS_KIND_MONTH_FIRST; if (!r->more) break; }
    it->day_first = found ? -1 : 1;
    return !found;
  }
  gz_view t = it->text;
  for (size_t p = 0; p + 8 < t.n;) {
    const char *slash = memchr(t.p + p, '/', t.n - p);
    if (!slash) break;
    size_t at = (size_t)(slash - t.p), q = at;
    while (q > p && at - q < 2 && t.p[q - 1] >= '0' && t.p[q - 1] <= '9') q--;
    gz_date_num a, b, c;
    p = at + 1;
    if (q == at || (q > 0 && (t.p[q - 1] == '/' || (t.p[q - 1] >= '0' && t.p[q - 1] <= '9')))) continue;
    if (gz_date_number(it, q, &a) && gz_date_number(it, p, &b) && !b.han && b.digits <= 2 && gz_date_char(t, b.end) == '/' && gz_date_number(it, b.end + 1, &c) && c.digits == 4 && a.value && b.value && a.value < 32 && b.value < 32) {
      if (a.value > 12 && b.value <= 12) { it->day_first = 1; return true; }
      if (b.value > 12 && a.value <= 12) return false;
    }
  }
  const char *lang = gz_date_lang(it);
  if (strncmp(lang, "en", 2) && strncmp(lang, "zh", 2) && strncmp(lang, "ja", 2) && strncmp(lang, "ko", 2) && strcmp(lang, "und")) it->day_first = 1;
  return it->day_first > 0;
}
