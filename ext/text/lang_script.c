/* Cuts a text into words of one script and counts letters by script.
** Used by text/lang.c and by the training script, so that both see the same words. Uses the property and fold tables only.
** One pass: each character is a letter, a mark (belongs to the letter before), an apostrophe (belongs to the word when a
** letter follows) or an end. What is no language is dropped: addresses (`://`, `@`, `www.`, `name.tld`), entities
** (`&nbsp;`), words that touch a digit, and #tags and @names. Latin letters inside a Cyrillic word that look like Cyrillic ones
** were meant as those. */
#include "text/lang_int.h"
#include "text/utf8.h"

/* Letters of these scripts are counted but not looked at one by one: one language owns them, or lang_han.c reads them. */
static inline bool scored(unsigned script) { return gz_lm_script_group[script] != 0; }

static size_t skip_token(const char *s, size_t n, size_t p)
{
  while (p < n && (unsigned char)s[p] > ' ') p++;
  return p;
}

static inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool ascii_alnum(char c) { return ascii_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/* The character at p ends a word: does it make the word part of an address? Then the place behind the address, else 0. */
static size_t address_end(const char *s, size_t n, size_t p, const gz_lang_token *k)
{
  char c = s[p];
  if (c == ':' && p + 2 < n && s[p + 1] == '/' && s[p + 2] == '/') return skip_token(s, n, p);
  if (c == '@' && p + 1 < n && ascii_alnum(s[p + 1])) return skip_token(s, n, p);
  if (c == '.' && p + 1 < n && ascii_lower(s[p + 1]) && k->n > 1 && k->at[k->n] < 128) return skip_token(s, n, p);
  if ((c == '_' || c == '/' || c == '=') && p + 1 < n && ascii_lower(s[p + 1]) && (c == '_' || c == '=')) return skip_token(s, n, p);
  return 0;
}

/* The Cyrillic letter that looks like this Latin one, in lower case or as a capital; 0 = none. */
static uint32_t cyrillic_twin(uint32_t latin)
{
  static const uint16_t twin[26] = {
    ['a' - 'a'] = 0x430, ['b' - 'a'] = 0x432, ['c' - 'a'] = 0x441, ['e' - 'a'] = 0x435, ['h' - 'a'] = 0x43D, ['i' - 'a'] = 0x456,
    ['j' - 'a'] = 0x458, ['k' - 'a'] = 0x43A, ['m' - 'a'] = 0x43C, ['o' - 'a'] = 0x43E, ['p' - 'a'] = 0x440, ['s' - 'a'] = 0x455,
    ['t' - 'a'] = 0x442, ['x' - 'a'] = 0x445, ['y' - 'a'] = 0x443};
  return latin - 'a' < 26u ? twin[latin - 'a'] : 0;
}

/* Makes a word that began with Latin letters Cyrillic, where all of them have twins. */
static bool turn_cyrillic(gz_lang_token *k, gz_lang_tally *t)
{
  if (k->script != GZ_SCRIPT_LATN) return false;
  for (int i = 1; i <= k->n; i++) if (!cyrillic_twin(k->at[i])) return false;
  for (int i = 1; i <= k->n; i++) k->at[i] = cyrillic_twin(k->at[i]);
  t->letters[GZ_SCRIPT_LATN] -= (uint32_t)k->n;
  t->letters[GZ_SCRIPT_CYRL] += (uint32_t)k->n;
  k->script = GZ_SCRIPT_CYRL;
  return true;
}

/* The word was none: its letters do not count. */
static void drop(gz_lang_token *k, gz_lang_tally *t)
{
  uint32_t *letters = &t->letters[k->script];
  *letters -= (uint32_t)k->n < *letters ? (uint32_t)k->n : *letters;
  k->n = 0;
}

bool gz_lang_next(gz_lang_reader *r, gz_lang_tally *t)
{
  const char *s = r->text;
  size_t n = r->n, p = r->pos;
  gz_lang_token *k = &r->tok;
  k->n = 0;
  k->script = 0;
  bool spoilt = false;        /* touches a digit, or is a #tag */
  while (p < n) {
    size_t q = p;
    unsigned char b = (unsigned char)s[p];
    if ((b | 32u) - 'a' < 26u) {      /* the quick way for plain letters */
      if (k->n && k->script != GZ_SCRIPT_LATN) {
        uint32_t twin = k->script == GZ_SCRIPT_CYRL ? cyrillic_twin(b | 32u) : 0;
        if (!twin) break;
        r->twins = true;
        t->letters[GZ_SCRIPT_CYRL]++;
        if (k->n < GZ_LANG_WORD) k->at[++k->n] = twin;
        p++;
        continue;
      }
      size_t from = p;
      uint32_t *put = k->at + k->n, *last = k->at + GZ_LANG_WORD;
      do {
        if (put < last) *++put = b | 32u;
        b = ++p < n ? (unsigned char)s[p] : 0;
      } while ((b | 32u) - 'a' < 26u);
      k->n = (int)(put - k->at);
      k->script = GZ_SCRIPT_LATN;
      t->letters[GZ_SCRIPT_LATN] += (uint32_t)(p - from);
      continue;
    }
    if (b <= ' ') {      /* and for the blank behind them */
      if (k->n && !spoilt) break;
      drop(k, t);
      spoilt = false;
      p++;
      continue;
    }
    uint32_t c = gz_utf8_next(s, n, &q);
    unsigned prop = gz_prop(c), cls = prop & 15u, script = prop >> 4;
    if (cls == GZ_LETTER && c != 0x2BB && c != 0x2BC) {
      if (!scored(script)) {
        if (k->n) break;
        if (script == GZ_SCRIPT_HANI || script == GZ_SCRIPT_HIRA || script == GZ_SCRIPT_KANA) gz_lang_han(t, c, script);
        t->letters[script]++;
        p = q;
        continue;
      }
      if (k->n && script != k->script) {
        if (script != GZ_SCRIPT_CYRL || !turn_cyrillic(k, t)) break;
        r->twins = true;
      }
      k->script = script;
      t->letters[script]++;
      if (k->n < GZ_LANG_WORD) k->at[++k->n] = script == GZ_SCRIPT_HANI ? c : gz_fold(c);
      p = q;
      continue;
    }
    if (cls == GZ_MARK) {
      if (k->n) { if (k->n < GZ_LANG_WORD) k->at[++k->n] = c; }
      else t->letters[script]++;
      p = q;
      continue;
    }
    if (c == '\'' || c == 0x2019 || c == 0x2BB || c == 0x2BC || c == 0x2018) {
      size_t after = q;
      if (k->n && q < n && k->script == GZ_SCRIPT_LATN && gz_script_of(gz_utf8_next(s, n, &after)) == GZ_SCRIPT_LATN) {
        if (k->n < GZ_LANG_WORD) k->at[++k->n] = '\'';
        p = q;
        continue;
      }
    }
    else if (cls == GZ_DIGIT && k->script != GZ_SCRIPT_ETHI) {
      spoilt = true;
      p = q;
      continue;
    }
    if (k->n) {
      size_t end = c < 128 ? address_end(s, n, p, k) : 0;
      if (end) { drop(k, t); spoilt = false; p = end; continue; }
      if (!spoilt) break;
      drop(k, t);
    }
    spoilt = false;
    if (c == '&') {
      size_t e = q;
      while (e < n && e - q < 8 && ascii_alnum(s[e])) e++;
      if (e < n && e > q && s[e] == ';') { p = e + 1; continue; }
    }
    if ((c == '#' || c == '@') && q < n && ascii_alnum(s[q])) { p = skip_token(s, n, q); continue; }
    p = q;
  }
  if (spoilt) drop(k, t);
  if (r->twins && k->n) turn_cyrillic(k, t);
  r->pos = p;
  return k->n > 0;
}

/* What a byte is to plain words: a letter, an end, an apostrophe, or a sign that a closer look is needed. */
enum { LETTER, APOSTROPHE, END, LOOK };
#define FOUR(x) x, x, x, x
static const uint8_t plain[256] = {
  FOUR(END), FOUR(END), FOUR(END), FOUR(END), FOUR(END), FOUR(END), FOUR(END), FOUR(END),
  END, END, END, LOOK, END, END, LOOK, APOSTROPHE, FOUR(END), END, END, LOOK, END,                      /* # & ' . */
  FOUR(LOOK), FOUR(LOOK), LOOK, LOOK, LOOK, END, END, LOOK, END, END,                                    /* digits : = */
  LOOK, LETTER, LETTER, LETTER, FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), LETTER, LETTER, LETTER, END, END, END, END, LOOK,
  END, LETTER, LETTER, LETTER, FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), FOUR(LETTER), LETTER, LETTER, LETTER, END, FOUR(END),
#define SIXTEEN(x) FOUR(x), FOUR(x), FOUR(x), FOUR(x)
  SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK), SIXTEEN(LOOK)};

void gz_lang_count_rest(gz_lang_reader *r, gz_lang_tally *t)
{
  const char *s = r->text;
  do {
    if (r->twins) continue;      /* words may change their script: all are cut */
    size_t p = r->pos, word = p;
    uint32_t letters = 0, here = 0;
    for (; p < r->n; p++) {
      unsigned what = plain[(unsigned char)s[p]];
      if (what == LETTER) { here++; continue; }
      if (what == APOSTROPHE) continue;
      if (what == LOOK && (s[p] != '.' || (p + 1 < r->n && ascii_lower(s[p + 1])))) break;
      letters += here;
      here = 0;
      word = p + 1;
    }
    if (p >= r->n) { letters += here; word = p; }
    t->letters[GZ_SCRIPT_LATN] += letters;
    r->pos = word;
  } while (r->pos < r->n && gz_lang_next(r, t));
}
