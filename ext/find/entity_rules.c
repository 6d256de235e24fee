/* The rules that refuse a match by what stands in and around it. Each is one function that answers one question; all look
** only a few characters to either side, so the cost of a candidate is constant.
** Steps of the decision order: 1 boundary, 2 not-in / not-left / not-right, 4 case. (3, crossing words: entity_veto.c.) */
#include "find/entity_work.h"
#include "lex_ko_particles.h"

static uint32_t before(gz_view t, size_t pos) { return pos == 0 ? 0 : gz_utf8_prev(t.p, t.n, &pos); }
static uint32_t behind(gz_view t, size_t pos) { return pos >= t.n ? 0 : gz_utf8_next(t.p, t.n, &pos); }

static bool is_katakana(uint32_t cp) { return gz_script_of(cp) == GZ_SCRIPT_KANA || cp == 0x30FC; }
static bool is_latin_like(uint32_t cp) { return gz_is_alnum(cp) && !gz_is_unspaced(cp) && !gz_is_hangul(cp) && cp != 0x30FC; }

/* The rest of a Hangul word may be particles (은, 는, 에서, 측은), nothing else. */
static bool only_particles(gz_view t, size_t pos)
{
  for (int parts = 0; parts < 4; parts++) {
    if (!gz_is_hangul(behind(t, pos))) return true;
    gz_hit hit;
    if (!gz_trie_longest(&lex_ko_particles.trie, t, pos, &hit)) return false;
    pos = hit.end;
  }
  return !gz_is_hangul(behind(t, pos));
}

static inline unsigned char byte_at(gz_view t, size_t pos) { return pos < t.n ? (unsigned char)t.p[pos] : 0; }

/* May a name start / end here? Latin words, Katakana runs and Hangul words are taken whole. Most often a byte on either side tells. */
static bool may_start(gz_view t, size_t pos)
{
  unsigned char first = byte_at(t, pos), last = pos ? (unsigned char)t.p[pos - 1] : 0;
  if (first < 0x80 && last < 0x80) return !gz_ascii_word(first) || !gz_ascii_word(last);
  if (pos + 4 <= t.n && gz_plain_han_at(t, pos)) return true;
  uint32_t b = before(t, pos), f = behind(t, pos);
  if (is_katakana(f)) return !is_katakana(b);
  if (gz_is_hangul(f)) return !gz_is_hangul(b);
  if (is_latin_like(f)) return !is_latin_like(b);
  return true;
}

static bool may_end(gz_view t, size_t pos)
{
  unsigned char first = byte_at(t, pos), last = pos ? (unsigned char)t.p[pos - 1] : 0;
  if (first < 0x80 && last < 0x80) return !gz_ascii_word(first) || !gz_ascii_word(last);
  if (pos >= 3 && pos + 1 <= t.n && gz_plain_han_at(t, pos - 3)) return true;
  uint32_t b = behind(t, pos), l = before(t, pos);
  if (is_katakana(l)) return !is_katakana(b);
  if (gz_is_hangul(l)) return only_particles(t, pos);
  if (is_latin_like(l)) return !is_latin_like(b);
  return true;
}

/* An empty line between two words of a match: they belong to different paragraphs. */
static bool one_paragraph(gz_view t, gz_span s)
{
  int newlines = 0;
  if (!memchr(t.p + s.start, '\n', s.end - s.start)) return true;
  for (size_t i = s.start; i < s.end; i++) {
    if (t.p[i] == '\n' && ++newlines == 2) return false;
    if (t.p[i] != '\n' && t.p[i] != ' ' && t.p[i] != '\r' && t.p[i] != '\t') newlines = 0;
  }
  return true;
}

/* Han, or punctuation of U+3000..U+303F, of three bytes at p. */
static bool is_wide(const char *p)
{
  unsigned char lead = (unsigned char)p[0], next = (unsigned char)p[1];
  return ((lead >= 0xE4 && lead <= 0xE9) || (lead == 0xE3 && next == 0x80)) && ((next ^ 0x80u) | ((unsigned char)p[2] ^ 0x80u)) < 0x40;
}

/* A match that begins and ends with an ASCII letter, beside a space, the end of a line or Han, or a comma or full stop before a space: none of
** the rules that look at the place alone refuses it, but for a paragraph that ends within it. */
bool gz_rule_plain_place(gz_view t, gz_span s)
{
  unsigned char first = (unsigned char)t.p[s.start], last = (unsigned char)t.p[s.end - 1];
  if ((first | 32u) - 'a' >= 26u || (last | 32u) - 'a' >= 26u) return false;
  if (s.start && t.p[s.start - 1] != ' ' && t.p[s.start - 1] != '\n' && !(s.start > 2 && is_wide(t.p + s.start - 3))) return false;
  size_t i = s.end;
  if (i + 3 < t.n && is_wide(t.p + i)) return one_paragraph(t, s);
  if (i + 1 < t.n && (t.p[i] == ',' || t.p[i] == '.')) i++;
  return (i == t.n || t.p[i] == ' ' || t.p[i] == '\n') && one_paragraph(t, s);
}

bool gz_rule_boundary(gz_view text, gz_span s) { return may_start(text, s.start) && may_end(text, s.end) && one_paragraph(text, s); }

static bool small_or_digit(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/* openai.com, user@amazon.de, /r/apple, @amazon_news: parts of an address name nothing. */
bool gz_rule_address(gz_view t, gz_span s)
{
  unsigned char first = (unsigned char)t.p[s.start], last = (unsigned char)t.p[s.end - 1];
  if (first < 0x80) {
    unsigned char b = s.start ? (unsigned char)t.p[s.start - 1] : ' ';
    unsigned char bb = s.start > 1 ? (unsigned char)t.p[s.start - 2] : ' ';
    if (b == '_' || b == '@' || b == '=' || b == '%') return false;
    if (b == '/' && (bb == '/' || bb == ':' || small_or_digit(bb) || bb == ' ')) return false;
    if (b == '.' && small_or_digit(bb)) return false;
    if (b == '-' && small_or_digit(first) && small_or_digit(bb)) return false;
  }
  if (last < 0x80) {
    unsigned char a = s.end < t.n ? (unsigned char)t.p[s.end] : ' ';
    unsigned char aa = s.end + 1 < t.n ? (unsigned char)t.p[s.end + 1] : ' ';
    if (a == '_' || a == '@' || a == '=') return false;
    if (a == '.' && small_or_digit(aa)) return false;
    if (a == '/' && small_or_digit(aa) && small_or_digit(first)) return false;
  }
  return true;
}

/* US$4, NT$300: a currency. GPT-4 in GPT-4.5, iPhone 1 in iPhone 1,000: another number. */
bool gz_rule_number(gz_view t, gz_span s)
{
  if (s.end - s.start >= 3 && s.end < t.n && gz_plain_han_at(t, s.end - 3)) return true;
  uint32_t last = before(t, s.end);
  if (!is_latin_like(last)) return true;
  uint32_t next = behind(t, s.end);
  if (next == '-' && s.end - s.start <= 2 && gz_is_digit(behind(t, s.end + 1))) return false;      /* EA-18G */
  if (gz_class_of(next) == GZ_CURRENCY && s.end - s.start <= 4) return false;
  if (!gz_is_digit(last)) return true;
  if (next == '%') return false;
  if (next != '.' && next != ',') return true;
  return !gz_is_digit(behind(t, s.end + 1));
}

bool gz_folded_at(gz_view text, size_t pos, gz_view folded)
{
  size_t k = 0;
  while (k < folded.n) {
    if (pos >= text.n) return false;
    if (gz_fold(gz_utf8_next(text.p, text.n, &pos)) != gz_utf8_next(folded.p, folded.n, &k)) return false;
  }
  return true;
}

bool gz_folded_before(gz_view text, size_t pos, gz_view folded)
{
  size_t k = folded.n;
  while (k > 0) {
    if (pos == 0) return false;
    if (gz_fold(gz_utf8_prev(text.p, text.n, &pos)) != gz_utf8_prev(folded.p, folded.n, &k)) return false;
  }
  return true;
}

/* Takes the next of the `|`-separated strings. */
static bool next_of(const char **list, gz_view *out)
{
  if (!**list) return false;
  const char *bar = strchr(*list, '|');
  *out = gz_view_of(*list, bar ? (size_t)(bar - *list) : strlen(*list));
  *list += out->n + (bar != NULL);
  return true;
}

static size_t skip_spaces(gz_view t, size_t pos)
{
  while (pos < t.n && (t.p[pos] == ' ' || t.p[pos] == '\n')) pos++;
  return pos;
}

static size_t spaces_before(gz_view t, size_t pos)
{
  while (pos > 0 && (t.p[pos - 1] == ' ' || t.p[pos - 1] == '\n')) pos--;
  return pos;
}

static bool not_right(gz_view t, gz_span s, const char *list)
{
  char first[4];                         /* the character that stands there, as a string would begin with it */
  size_t pos = skip_spaces(t, s.end);
  if (pos >= t.n) return true;
  size_t n = gz_utf8_put(gz_fold(behind(t, pos)), first);
  while (*list) {
    const char *v = list;
    size_t k = 0;
    while (k < n && v[k] == first[k]) k++;
    while (*list && *list != '|') list++;
    if (k == n && gz_folded_at(t, pos, gz_view_of(v, (size_t)(list - v)))) return false;
    list += *list == '|';
  }
  return true;
}

static bool not_left(gz_view t, gz_span s, const char *list)
{
  if (!*list) return true;
  char last[4];
  size_t pos = spaces_before(t, s.start), n = pos > 0 ? gz_utf8_put(gz_fold(before(t, pos)), last) : 0;
  if (!n) return true;
  for (gz_view v; next_of(&list, &v);) {
    if (v.n < n || v.p[v.n - 1] != last[n - 1]) continue;
    if (!gz_folded_before(t, pos, v)) continue;
    if (!gz_ascii_word((unsigned char)v.p[0])) return false;
    /* a Latin word: whole, so that `the` does not speak against `Bathe Ford` */
    size_t from = pos >= v.n ? pos - v.n : 0;
    if (may_start(t, from)) return false;
  }
  return true;
}

/* A longer string that holds the alias and stands here around it. */
static bool not_in(gz_view t, gz_span s, const char *list)
{
  char key[256];
  size_t n = 0, pos = s.start;
  if (!*list) return true;
  while (pos < s.end && n + 4 < sizeof key) n += gz_utf8_put(gz_fold(gz_utf8_next(t.p, t.n, &pos)), key + n);
  for (gz_view v; next_of(&list, &v);) {
    for (size_t k = 0; k + n <= v.n; k++) {
      if (memcmp(v.p + k, key, n)) continue;
      if (gz_folded_before(t, s.start, gz_view_of(v.p, k)) && gz_folded_at(t, s.end, gz_view_of(v.p + k + n, v.n - k - n))) return false;
    }
  }
  return true;
}

/* gz_near_bit of the characters before and behind a match, spaces passed over or not: only guards that begin with them can tell. */
static uint64_t bits_before(gz_view t, size_t pos)
{
  size_t left = pos, further = spaces_before(t, pos);
  if (!pos) return 0;
  uint64_t bits = gz_near_bit(gz_fold(gz_utf8_prev(t.p, t.n, &left)));
  return further && further < pos ? bits | gz_near_bit(gz_fold(gz_utf8_prev(t.p, t.n, &further))) : bits;
}

static uint64_t bits_behind(gz_view t, size_t pos)
{
  size_t right = pos, further = skip_spaces(t, pos);
  if (pos >= t.n) return 0;
  uint64_t bits = gz_near_bit(gz_fold(gz_utf8_next(t.p, t.n, &right)));
  return further < t.n && further > pos ? bits | gz_near_bit(gz_fold(gz_utf8_next(t.p, t.n, &further))) : bits;
}

bool gz_rule_guards(gz_view text, gz_span s, const gz_alias *a)
{
  bool left = a->before && (bits_before(text, s.start) & a->before), right = a->behind && (bits_behind(text, s.end) & a->behind);
  if (!left && !right) return true;
  return (!left || not_left(text, s, a->left)) && (!right || not_right(text, s, a->right)) && not_in(text, s, a->in);
}

/* Letters of the match compared with the alias as written. Spaces may differ, width may differ, case may not. */
static bool same_case(gz_view t, gz_span s, const char *alias)
{
  size_t i = s.start, k = 0, n = strlen(alias);
  while (i < s.end && k < n) {
    uint32_t a = gz_utf8_next(t.p, t.n, &i), b = gz_utf8_next(alias, n, &k);
    if (gz_fold(a) == ' ') {
      while (i < s.end && gz_fold((unsigned char)t.p[i]) == ' ') i++;
      continue;
    }
    if (a >= 0xFF21 && a <= 0xFF5A) a -= 0xFEE0;
    if (gz_is_han(a) || gz_is_han(b)) continue;
    if (a != b && gz_is_letter(a) && gz_is_letter(b)) return false;
  }
  return true;
}

typedef struct letters { size_t latin, upper; } letters;

static letters count_letters(gz_view t, gz_span s)
{
  letters l = {0, 0};
  for (size_t i = s.start; i < s.end;) {
    uint32_t cp = gz_utf8_next(t.p, t.n, &i);
    if (cp >= 0xFF21 && cp <= 0xFF5A) cp -= 0xFEE0;
    if (gz_script_of(cp) != GZ_SCRIPT_LATN) continue;
    l.latin++;
    l.upper += gz_fold(cp) != cp;
  }
  return l;
}

/* Nothing but Han: no case. */
static bool all_han(gz_view t, gz_span s)
{
  for (size_t i = s.start; i < s.end; i += 3) if (!gz_plain_han_at(t, i)) return false;
  return true;
}

bool gz_rule_case(gz_view text, gz_span s, const gz_alias *a)
{
  if ((unsigned char)text.p[s.start] >= 0xE4 && all_han(text, s)) return true;
  if (a->rule != GZ_CASE_UPPER && strncmp(a->text, text.p + s.start, s.end - s.start) == 0 && !a->text[s.end - s.start]) return true;
  letters l = count_letters(text, s);
  if (l.latin == 0) return true;
  if (a->rule == GZ_CASE_UPPER) return l.upper == l.latin;
  if (same_case(text, s, a->text)) return true;
  if (a->rule == GZ_CASE_ANY) return l.latin > 3;                        /* short ones keep their own case */
  return a->class == GZ_CLASS_SURE && l.latin > 4 && l.upper == l.latin; /* a headline in capitals */
}
