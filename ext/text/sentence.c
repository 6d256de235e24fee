/* Sentences by rules, with words from ext/data/abbreviations.tsv. The scan runs over bytes that cannot end anything and stops at stops and
** newlines. At a stop it looks at the word before and the word behind, a bounded way, so that it stays linear:
**   。！？ end a sentence, together with the stops and closing quotes behind them, unless the clause goes on (“…！”他说).
**   . ! ? end one if white space follows (or Han on both sides) and what follows does not begin with a small letter;
**   a full stop does not after a title (Dr.), an initial (J. Smith), a number of a list or a German ordinal (6. Mai), and after other
**   abbreviations (Inc., U.S.) only before a word that begins sentences.
** A newline ends a sentence, except in the middle of a clause: behind a comma or an article, or before a small letter. */
#include "text/sentence.h"
#include "base/watch.h"
#include "lex_abbreviations.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

#define WORD_MAX 32u

/* May a sentence end with what starts here with a rare byte? Says yes too often, never no wrongly. */
static inline bool may_end(const unsigned char *s, size_t n)
{
  if (s[0] < 0x80 || n < 3) return true;
  switch (s[0]) {
  case 0xE3: return s[2] == 0x82;
  case 0xEF: return s[1] == 0xBC ? s[2] == 0x81 || s[2] == 0x9F || s[2] == 0x8E : s[1] == 0xBD && s[2] == 0xA1;
  case 0xE2: return s[1] == 0x80 ? s[2] == 0xBC : s[1] == 0x81;
  default: return s[0] >= 0xD6 && s[0] < 0xE2;
  }
}

void gz_sentence_begin(gz_sentence_iter *it, gz_view text) { it->text = text; it->pos = 0; }

#define KIND(x) (1u << LEX_ABBREVIATIONS_KIND_##x)

/* All kinds of a word. */
static unsigned kinds_of(gz_view word)
{
  uint32_t hit;
  unsigned kinds = 0;
  if (word.n == 0 || !gz_trie_exact(&lex_abbreviations.trie, word, &hit)) return 0;
  for (;; hit++) {
    kinds |= 1u << lex_abbreviations_rows[hit].kind;
    if (!lex_abbreviations_rows[hit].more) return kinds;
  }
}

static bool is_cjk_stop(uint32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61 || c == 0x203C || (c >= 0x2047 && c <= 0x2049); }
static bool is_other_stop(uint32_t c) { return c == 0x0964 || c == 0x0965 || c == 0x061F || c == 0x06D4 || c == 0x0589 || c == 0x1362 || c == 0x17D4 || c == 0x104B || c == 0xFF0E; }
static bool is_closing(uint32_t c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 || c == 0x3011 || c == 0xBB || c == 0x300B || c == 0x3009 || c == 0xFF02 || c == 0x201C;
}
static bool is_quote(uint32_t c) { return c == '"' || c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xBB || c == '\''; }
static bool is_opening(uint32_t c) { return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0x300C || c == 0x300E || c == 0xFF08 || c == 0xAB || c == 0x201E || c == 0x201A || c == 0x2039; }
static bool is_small(uint32_t c)
{
  if (c < 0x80) return c >= 'a' && c <= 'z';
  unsigned s = gz_script_of(c);
  return (s == GZ_SCRIPT_LATN || s == GZ_SCRIPT_CYRL || s == GZ_SCRIPT_GREK) && gz_is_letter(c) && gz_fold(c) == c;
}

/* The word that ends at pos: letters, digits, and full stops, hyphens, apostrophes inside it. */
static gz_view word_before(gz_view t, size_t from, size_t pos)
{
  size_t i = pos;
  while (i > from && pos - i < WORD_MAX) {
    if (((unsigned char)t.p[i - 1] | 32u) - 'a' < 26u) { i--; continue; }
    if (t.p[i - 1] == ' ') break;
    size_t k = i;
    uint32_t c = gz_utf8_prev(t.p, t.n, &k);
    if (!gz_is_alnum(c) && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != '/' && c != '&') break;
    if (gz_is_unspaced(c)) break;
    i = k;
  }
  return gz_view_of(t.p + i, pos - i);
}

static gz_view word_behind(gz_view t, size_t pos)
{
  size_t i = pos;
  while (i < t.n && i - pos < WORD_MAX) {
    if (((unsigned char)t.p[i] | 32u) - 'a' < 26u) { i++; continue; }
    size_t k = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (!gz_is_letter(c)) break;
    i = k;
  }
  return gz_view_of(t.p + pos, i - pos);
}

/* Behind spaces (no newline) and opening marks: where the next word begins. */
static size_t next_word(gz_view t, size_t i)
{
  if (i + 1 < t.n && t.p[i] == ' ' && ((unsigned char)t.p[i + 1] | 32u) - 'a' < 26u) return i + 1;
  for (int turns = 0; i < t.n && turns < 16; turns++) {
    size_t k = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (!(gz_is_space(c) && c != '\n') && !is_opening(c) && c != '*' && c != '_') break;
    i = k;
  }
  return i;
}

/* Only a number or letter of a list, so far: `1.`, `a.`, `(2)`. */
static bool list_mark(gz_view t, size_t start, size_t pos)
{
  if (pos - start > 4) return false;
  size_t digits = 0, letters = 0;
  for (size_t i = start; i < pos; i++) {
    if (t.p[i] >= '0' && t.p[i] <= '9') digits++;
    else if ((t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z') letters++;
    else if (t.p[i] != '(' && t.p[i] != '\\') return false;
  }
  return (digits > 0 && digits <= 3 && letters == 0) || (letters == 1 && digits == 0);
}

/* iPhone, eBay: a small letter and then a capital */
static bool brand(gz_view t, size_t i) { return i + 1 < t.n && t.p[i] >= 'a' && t.p[i] <= 'z' && t.p[i + 1] >= 'A' && t.p[i + 1] <= 'Z'; }

static bool all_digits(gz_view w)
{
  for (size_t i = 0; i < w.n; i++) if (w.p[i] < '0' || w.p[i] > '9') return false;
  return w.n > 0;
}

/* Does the full stop at pos (end: behind it and its closing marks; n: the next word) end the sentence? White space or the text's end follows. */
static bool full_stop_ends(gz_view t, size_t start, size_t pos, size_t end, size_t n)
{
  gz_view before = word_before(t, start, pos);
  if (n >= t.n || t.p[n] == '\n') return true;
  uint32_t c = gz_utf8_next(t.p, t.n, &(size_t){n});
  if (list_mark(t, start, pos)) return false;
  if (is_small(c) && !brand(t, n)) return false;
  unsigned kinds = kinds_of(before);
  if (end > pos + 1 && !(kinds & KIND(TITLE))) return true;      /* closing marks stand behind it */
  bool dotted = memchr(before.p, '.', before.n), single = before.n <= 4, digits = before.n <= 2 && all_digits(before);
  if (!kinds && !dotted && !single) return true;
  gz_view behind = word_behind(t, n);
  unsigned next = kinds_of(behind);
  bool starter = next & KIND(STARTER);
  if (kinds & KIND(TITLE)) return before.n >= 2 && is_small(gz_utf8_next(before.p, before.n, &(size_t){0})) && !dotted && starter && before.n > 3;
  if (gz_view_is(before, "No") || gz_view_is(before, "no") || gz_view_is(before, "Nos")) return !gz_is_digit(c);
  if (kinds & KIND(MAYBE)) return starter;
  if (digits && next & KIND(MONTH)) return false;
  size_t first = 0, letters = 0;
  uint32_t initial = before.n ? gz_utf8_next(before.p, before.n, &first) : 0;
  if (single && first == before.n && gz_is_letter(initial)) return starter && behind.n > 1;                  /* an initial */
  if (!dotted) return true;
  for (size_t i = 0; i < before.n;) letters += gz_is_letter(gz_utf8_next(before.p, before.n, &i));
  return !(letters >= 2 && before.n <= letters * 2) || starter;                                               /* U.S., J.K. */
}

/* Does the stop at pos (of width w) end the sentence? *end: behind the stops and closing marks that belong to it. */
static bool stop_ends(gz_view t, size_t start, size_t pos, uint32_t c, size_t w, size_t *end)
{
  size_t i = pos + w;
  bool wide = is_cjk_stop(c), only_stop = c == '.', quote = false;
  while (i < t.n) {                                        /* ?!, ..., 。」 */
    size_t k = i;
    uint32_t d = gz_utf8_next(t.p, t.n, &k);
    if (is_cjk_stop(d) || d == '!' || d == '?' || (d == '.' && c == '.') || d == 0x2026) { if (d != '.') only_stop = false; wide |= is_cjk_stop(d); }
    else if (is_closing(d) && !(d == 0x201C && wide) && !((d == '"' || d == '\'') && k < t.n && gz_is_letter(gz_utf8_next(t.p, t.n, &(size_t){k})) && !wide)) quote |= is_quote(d);
    else if ((d == ' ' || d == 0xA0 || d == 0x202F) && !wide && k + 1 < t.n && memcmp(t.p + k, "\xC2\xBB", 2) == 0) { quote = true; k += 2; }      /* « Oui ! » */
    else break;
    i = k;
  }
  *end = i;
  if (i >= t.n) return true;
  uint32_t next = gz_utf8_next(t.p, t.n, &(size_t){i});
  if (next == '\n' || next == '\r') return true;
  if (wide) {
    if (next == ',' || next == 0xFF0C || next == 0x3001 || next == 0xFF1B) return false;
    if (quote) {
      gz_hit hits[8];
      size_t n = gz_trie_prefixes(&lex_abbreviations.trie, t, next_word(t, i), hits, 8);
      for (size_t k = 0; k < n; k++)
        for (uint32_t row = hits[k].value;; row++) {
          if (lex_abbreviations_rows[row].kind == LEX_ABBREVIATIONS_KIND_TAG) return false;
          if (!lex_abbreviations_rows[row].more) break;
        }
    }
    return true;
  }
  if (is_other_stop(c)) return true;
  bool space = gz_is_space(next) || next == 0x3000;
  if (!space) {
    if (next == 0x2014 || next == 0x2013 || next == '-' || next == ',') return false;
    size_t b = pos;
    uint32_t before = pos > start ? gz_utf8_prev(t.p, t.n, &b) : ' ';
    if (c != '.' || (gz_is_han(before) && !gz_is_alnum(next) )) return gz_is_unspaced(next) && gz_is_unspaced(before);
    return gz_is_han(before) && gz_is_unspaced(next);      /* a full stop of ASCII between Han */
  }
  size_t n = next_word(t, i);
  uint32_t follows = n < t.n ? gz_utf8_next(t.p, t.n, &(size_t){n}) : '\n';
  if (is_small(follows) && !brand(t, n)) return false;
  if (follows == 0x2014 || follows == 0x2013 || follows == ',') return false;
  if (only_stop && c == '.') {
    if (i - pos >= 3 && t.p[pos + 1] == '.') return true;  /* an ellipsis before a capital */
    return full_stop_ends(t, start, pos, i, n);
  }
  if (c == '!' && !quote && kinds_of(word_before(t, start, pos)) & KIND(BANG)) return false;
  return true;
}

/* Does the newline at pos stand inside a clause? last: the last character before it that is no white space. */
static bool line_goes_on(gz_view t, size_t start, size_t last_end, size_t pos)
{
  size_t i = pos + 1;
  while (i < t.n && (t.p[i] == ' ' || t.p[i] == '\t' || t.p[i] == '\r')) i++;
  if (i >= t.n || t.p[i] == '\n' || last_end <= start) return false;      /* an empty line: a paragraph ends */
  uint32_t next = gz_utf8_next(t.p, t.n, &(size_t){i});
  size_t k = last_end;
  uint32_t last = gz_utf8_prev(t.p, t.n, &k);
  if (next == '#' || next == '*' || next == '>' || next == '|' || next == 0x2022) return false;
  if (last == ',' || last == 0xFF0C || last == 0x3001) return true;
  if (is_small(next) && (gz_is_alnum(last) || last == '-' || last == ')' || last == 0x2019 || last == '%')) return last_end - start >= 16;
  if (is_small(last) && last_end - start >= 16) {
    return kinds_of(word_before(t, start, last_end)) & KIND(OPEN);
  }
  return false;
}

bool gz_sentence_next(gz_sentence_iter *it, gz_span *out)
{
  gz_view t = it->text;
  size_t i = it->pos, ask = i + GZ_WATCH_STRIDE;
  while (i < t.n) {
    size_t k = i;
    if (gz_watch_at(i, &ask)) { it->pos = t.n; return false; }
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (!gz_is_space(c) && c != 0x3000) break;
    i = k;
  }
  if (i >= t.n) { it->pos = t.n; return false; }
  size_t start = i, end, due = i + GZ_WATCH_STRIDE;
  while (i < t.n) {
    if (gz_watch_at(i, &due)) { it->pos = t.n; return false; }
    size_t stop = due < t.n ? due : t.n;
    i = gz_next_rare(t, i, stop, '\n', '.', '!', '?', may_end);
    if (i == stop) continue;
    size_t k = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (c == '\n') {
      size_t e = i;
      while (e > start && (t.p[e - 1] == ' ' || t.p[e - 1] == '\t' || t.p[e - 1] == '\r')) e--;
      if (!line_goes_on(t, start, e, i)) { end = i; i = k; goto done; }
    } else if (c == '.' || c == '!' || c == '?' || is_cjk_stop(c) || is_other_stop(c)) {
      size_t behind;
      if (stop_ends(t, start, i, c, k - i, &behind)) { end = i = behind; goto done; }
      k = behind;
    }
    i = k;
  }
  end = t.n;
done:
  it->pos = i;
  while (end > start) {
    size_t k = end;
    uint32_t c = gz_utf8_prev(t.p, t.n, &k);
    if (!gz_is_space(c) && c != 0x3000) break;
    end = k;
  }
  out->start = (uint32_t)start;
  out->end = (uint32_t)end;
  return true;
}
