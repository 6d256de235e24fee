/* What the text around a date tells: the sentence, whether it looks back or ahead, names that hold date words, the text's language, the
** order of day and month. May use base and text. Looks at most WINDOW bytes to either side, but for the two questions about the
** whole text, which are asked once. */
#include "find/date_int.h"
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

static size_t sentence_end(gz_view t, size_t pos)
{
  size_t high = pos + WINDOW < t.n ? pos + WINDOW : t.n, p = pos;
  for (; p < high; p++) {
    unsigned char c = (unsigned char)t.p[p];
    if (c == '\n' || ((c == '.' || c == '!' || c == '?') && (p + 1 >= t.n || t.p[p + 1] == ' '))) break;
    if (p + 3 <= t.n && (memcmp(t.p + p, "\xE3\x80\x82", 3) == 0 || memcmp(t.p + p, "\xEF\xBC\x9B", 3) == 0)) break;
  }
  return p;
}

int gz_date_tense(gz_view t, size_t start, size_t end)
{
  size_t from = gz_date_sentence_start(t, start), to = sentence_end(t, end), best = SIZE_MAX;
  int tense = 0;
  gz_view v = gz_view_of(t.p, to);
  const uint64_t *first = lex_date_cues.trie.first;
  for (size_t p = from; p < to;) {
    unsigned char c = (unsigned char)t.p[p];
    size_t next = p + 1, word_end = 0;
    gz_hit h;
    bool ascii = (c | 32u) - 'a' < 26u, may = c >= 0xC3;
    if (p >= start && p < end) { p = end; continue; }
    if (ascii) {
      unsigned two = gz_trie_pair(c | 32u, next < to ? (unsigned char)t.p[next] | 32u : 0);
      while (next < to && ((unsigned char)t.p[next] | 32u) - 'a' < 26u) next++;
      word_end = next;
      may = first[two >> 6] >> (two & 63) & 1u;
    }
    else while (next < to && ((unsigned char)t.p[next] & 0xC0) == 0x80) next++;
    if (may && gz_trie_longest(&lex_date_cues.trie, v, p, &h) && gz_word_boundary(t, h.end) && (ascii || c >= 0xE3 || gz_word_boundary(t, p))) {
      size_t far = p >= start ? p - end : h.end < start ? start - h.end : 0;
      unsigned kind = lex_date_cues_rows[h.value].kind;
      if (far < best && kind != LEX_DATE_CUES_KIND_NAME) { best = far; tense = kind == LEX_DATE_CUES_KIND_FUTURE ? 1 : -1; }
      if (h.end > next) next = h.end;
    } else if (ascii && word_end - p >= 5 && t.p[word_end - 2] == 'e' && t.p[word_end - 1] == 'd') {        /* a past tense in -ed */
      size_t far = p >= start ? p - end : word_end <= start ? start - word_end : 0;
      if (far < best) { best = far; tense = -1; }
    }
    p = next;
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
  if (!it->lang[0]) {
    gz_lang_result r;
    gz_lang_detect(it->text.p, it->text.n < 65536 ? it->text.n : gz_utf8_valid(it->text.p, 65536), &r);
    memcpy(it->lang, r.tag, sizeof it->lang);
    it->lang[sizeof it->lang - 1] = 0;
    if (!it->lang[0]) memcpy(it->lang, "und", 4);
  }
  return it->lang;
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
