/* Which dollar, yuan, peso, krone: the region argument first, then the words and the script of the text, then the default of the
** word itself. The beginning of the text is looked through once for its scripts, and once, where that does not settle it, for how often
** words point to each region. */
#include "find/currency.h"
#include "find/heads.h"
#include "find/lexmatch.h"
#include "find/money_scan.h"
#include "find/money_sets.h"
#include "find/numeral.h"
#include "lex_countries.h"

#define SAMPLE 4096
#define SHORT 40            /* bytes: below, the language is believed only when it is certain */

static const char regions[24][4] = {"US", "CA", "AU", "NZ", "HK", "TW", "SG", "CN", "JP", "GB", "EG", "MX", "AR", "CL", "CO", "SE", "NO", "DK", "CZ", "IN", "CH", "SA", "KW", "RS"};
enum { US, CA, AU, NZ, HK, TW, SG, CN, JP, GB };

static void count_region(gz_currency_context *x, const char *region)
{
  for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
    if (regions[i][0] == region[0] && regions[i][1] == region[1] && x->hits[i] < 255) x->hits[i]++;      /* all of two letters */
}

/* A country word at pos counts for its region; returns its end, or 0. */
static size_t country(gz_currency_context *x, gz_view t, size_t pos)
{
  gz_hit h;
  if (!gz_trie_longest(&lex_countries.trie, t, pos, &h) || !gz_lex_boundary(t, h.end)) return 0;
  /* us and hk in small letters are words or parts of signs */
  if (h.end - pos > 2 || (t.p[pos] < 'a' || t.p[pos] > 'z')) count_region(x, lex_countries_str(lex_countries_rows[h.value].region));
  return h.end;
}

static gz_view sampled_text(const gz_currency_context *x) { return gz_view_of(x->text.p, x->text.n < SAMPLE ? x->text.n : SAMPLE); }

/* Behind what is below U+3000 from i on. */
static size_t pass_low(gz_view t, size_t i)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (;;) {
    i = gz_skip_ascii(t, i, t.n);
    if (i >= t.n || s[i] >= 0xE3) return i;
    while (i < t.n && s[i] >= 0x80 && s[i] < 0xE3) i++;
  }
}

/* Does a character of U+5000..9FFF stand here, as most of what a Chinese text consists of? Four bytes can be read. */
static inline bool plain_han(const char *p)
{
  uint32_t x = gz_utf8_four(p);
  return (x & 0xFF) - 0xE5u <= 4 && (x & 0xC0C000u) == 0x808000u;
}

/* Passes over such characters: to the first Traditional one or, where one has been seen, to any other character. */
static const char *pass_han(const char *p, const char *end, bool *trad)
{
  end -= 3;
  if (!*trad)
    for (; p < end && plain_han(p); p += 3) {
      uint32_t x = gz_utf8_four(p), c = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
      if (gz_fold(c) != c) { *trad = true; break; }
    }
  if (*trad) while (p < end && plain_han(p)) p += 3;
  return p;
}

/* Which scripts the text has; Traditional Han. */
static void sample_script(gz_currency_context *x)
{
  gz_view t = sampled_text(x);
  bool trad = false, han = false;
  if (x->sampled) return;
  x->sampled = true;
  for (size_t i = 0; i < t.n;) {
    if ((unsigned char)t.p[i] < 0xE3 && (i = pass_low(t, i)) >= t.n) break;
    size_t from = i;
    i = (size_t)(pass_han(t.p + i, t.p + t.n, &trad) - t.p);
    if (i != from) { han = true; continue; }
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c < 0x3040) continue;
    if (gz_is_han(c)) { han = true; trad = trad || gz_fold(c) != c; }
    else if (gz_is_kana(c)) x->kana = true;
    else if (gz_is_hangul(c)) x->hangul = true;
  }
  x->han = han;
  x->traditional = trad && !x->kana;
}

/* Do c and what follows at `next` open a country word? */
static bool pair_opens(gz_view t, uint32_t c, size_t next)
{
  uint32_t first = gz_fold(c), second = next < t.n ? gz_fold(gz_utf8_next(t.p, t.n, &next)) : 0;
  return gz_country4_in(gz_country_pair(first, second)) || gz_country4_in(gz_country_pair(first, 0));
}

/* The first character behind i that is not of U+5000..9FFF, or that may open a country word. */
static size_t next_han(gz_view t, size_t i)
{
  const char *p = t.p + i, *end = t.p + t.n - 3;
  for (; p < end && plain_han(p); p += 3) {
    uint32_t x = gz_utf8_four(p), c = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
    if (gz_country4_in(c) && pair_opens(t, c, (size_t)(p - t.p) + 3)) break;
  }
  return (size_t)(p - t.p);
}

/* The next place at or behind pos where a country word could start by its first letters, or t.n. */
static size_t next_country(gz_view t, size_t pos, const unsigned char *heads)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (size_t i = pos; i < t.n;) {
    if (s[i] < 0x80) {
      bool block = t.n - i >= GZ_BLOCK;
      gz_block b = block ? gz_block_at(s + i, '$', '$') : (gz_block){gz_ascii_letter(s[i]), 0, 0, 0};
      unsigned size = b.high ? gz_lowest(b.high) : block ? GZ_BLOCK : 1, starts = b.letters & ~(b.letters << 1) & ((1u << size) - 1) & (heads ? gz_heads_at(heads, i) : ~0u);
      for (; starts; starts &= starts - 1) {
        size_t at = i + gz_lowest(starts);
        if ((heads || gz_country4_in(gz_money_first_letters(s, t.n, at))) && !gz_inside_word(t, at)) return at;
      }
      i += size;
      continue;
    }
    if (t.n > 3) i = next_han(t, i);
    if (i >= t.n || s[i] < 0x80) continue;
    size_t at = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (gz_country4_in(c) && (c < GZ_COUNTRY_PAIRS || pair_opens(t, c, i)) && (gz_is_unspaced(c) || !gz_inside_word(t, at))) return at;
  }
  return t.n;
}

/* Does the text say US$? */
static bool marks_dollars(gz_currency_context *x)
{
  gz_view t = sampled_text(x);
  const char *at = t.p, *end = t.p + t.n;
  if (x->marked) return x->us_sign;
  x->marked = true;
  while (at < end && !x->us_sign && (at = memchr(at, '$', (size_t)(end - at))) != NULL) { x->us_sign = at - t.p >= 2 && (at[-1] | 32) == 's' && (at[-2] | 32) == 'u'; at++; }
  return x->us_sign;
}

/* How often country words point to each region; to_us: counts no farther than to the first that points to the US. */
static void sample_regions(gz_currency_context *x, bool to_us)
{
  gz_view t = sampled_text(x);
  while (x->counted < t.n && !(to_us && x->hits[US])) {
    size_t at = next_country(t, x->counted, x->heads), end = at < t.n ? country(x, t, at) : t.n;
    if (end) at = end;
    else gz_utf8_next(t.p, t.n, &at);
    x->counted = (uint32_t)at;
  }
}

const char *gz_currency_text_lang(gz_currency_context *x)
{
  const gz_lang_result *r = gz_lang_of(&x->lang, x->text);
  return x->text.n >= SHORT || r->confidence >= 0.9 ? r->tag : "und";
}

static void set(char code[4], uint8_t *basis, const char *value, uint8_t how)
{
  memcpy(code, value, 4);
  *basis = how;
}

/* The region of this family to which the text points most; -1 for none or a tie. */
static int leader(gz_currency_context *x, uint32_t family)
{
  sample_regions(x, false);
  int best = -1;
  bool tie = false;
  for (int i = 0; i < 24; i++) {
    if (!x->hits[i] || !(gz_currency_families(gz_currency_of_region(regions[i])) & family)) continue;
    if (best < 0 || x->hits[i] > x->hits[best]) { best = i; tie = false; }
    else if (x->hits[i] == x->hits[best]) tie = true;
  }
  return tie ? -1 : best;
}

static bool by_yuan(gz_currency_context *x, char code[4], uint8_t *basis)
{
  if (x->kana || x->hangul) { set(code, basis, "CNY", GZ_BASIS_CONTEXT); return true; }
  if (!x->traditional) return false;
  int best = leader(x, LEX_CURRENCIES_FAMILY_YUAN);
  set(code, basis, best == CN ? "CNY" : best == HK ? "HKD" : "TWD", GZ_BASIS_CONTEXT);
  return true;
}

/* A bare $ is another dollar when the text is at home there: it marks US$ apart, or names the place again and again and not the US. */
static bool by_dollar(gz_currency_context *x, char code[4], uint8_t *basis)
{
  sample_regions(x, true);
  if (x->hits[US] && !marks_dollars(x)) return false;
  int best = leader(x, LEX_CURRENCIES_FAMILY_DOLLAR);
  if (best <= US) return false;
  bool home = best <= NZ && x->hits[best] >= 3 && !x->hits[US];
  if (!home && !(marks_dollars(x) && x->hits[best] >= 2)) return false;
  set(code, basis, gz_currency_of_region(regions[best]), GZ_BASIS_CONTEXT);
  return true;
}

/* Words that several languages share have one reading per language. */
static bool by_language(gz_currency_context *x, const gz_currency *c, char code[4], uint8_t *basis)
{
  static const struct { uint32_t family; char lang[4]; char code[4]; } t[] = {
    {LEX_CURRENCIES_FAMILY_KRONE, "da", "DKK"}, {LEX_CURRENCIES_FAMILY_KRONE, "nb", "NOK"}, {LEX_CURRENCIES_FAMILY_KRONE, "no", "NOK"},
    {LEX_CURRENCIES_FAMILY_KRONE, "sv", "SEK"}, {LEX_CURRENCIES_FAMILY_KRONE, "is", "ISK"}, {LEX_CURRENCIES_FAMILY_KRONE, "cs", "CZK"},
    {LEX_CURRENCIES_FAMILY_CENT, "de", "EUR"}, {LEX_CURRENCIES_FAMILY_CENT, "fr", "EUR"}, {LEX_CURRENCIES_FAMILY_CENT, "it", "EUR"},
    {LEX_CURRENCIES_FAMILY_CENT, "nl", "EUR"}, {LEX_CURRENCIES_FAMILY_CENT, "fi", "EUR"}, {LEX_CURRENCIES_FAMILY_CENT, "pt", "BRL"},
    {LEX_CURRENCIES_FAMILY_CENT, "ga", "EUR"}, {LEX_CURRENCIES_FAMILY_PESO, "fil", "PHP"}, {LEX_CURRENCIES_FAMILY_DINAR, "sr", "RSD"},
    {LEX_CURRENCIES_FAMILY_DINAR, "mk", "MKD"}, {LEX_CURRENCIES_FAMILY_RUPEE, "ne", "NPR"}, {LEX_CURRENCIES_FAMILY_RUPEE, "si", "LKR"},
    {LEX_CURRENCIES_FAMILY_RUPEE, "ur", "PKR"},
  };
  if (!(c->family & (LEX_CURRENCIES_FAMILY_KRONE | LEX_CURRENCIES_FAMILY_CENT | LEX_CURRENCIES_FAMILY_PESO | LEX_CURRENCIES_FAMILY_DINAR | LEX_CURRENCIES_FAMILY_RUPEE))) return false;
  bool shaky = (c->flags & LEX_CURRENCIES_FLAGS_SHAKY) != 0, cent = (c->family & LEX_CURRENCIES_FAMILY_CENT) != 0;
  if (!c->code[0] || (!cent && !shaky)) return false;      /* kronor says which */
  const char *lang = c->lang ? gz_numeral_lang_tag(c->lang) : gz_currency_text_lang(x);
  if (strcmp(lang, "da") == 0 && x->text.n < SHORT) lang = "no";      /* their numbers are one: Danish needs a text to show */
  size_t n = strcspn(lang, "-");
  for (size_t i = 0; i < sizeof t / sizeof *t; i++)
    if ((t[i].family & c->family) && strlen(t[i].lang) == n && memcmp(t[i].lang, lang, n) == 0 && (!cent || shaky == (t[i].code[0] == 'B'))) { set(code, basis, t[i].code, GZ_BASIS_CONTEXT); return true; }
  return false;
}

static void settle(gz_currency_context *x, const gz_currency *c, char code[4], uint8_t *basis)
{
  static const uint8_t of_kind[] = {GZ_BASIS_NAME, GZ_BASIS_SYMBOL, GZ_BASIS_CODE, GZ_BASIS_NAME};
  set(code, basis, c->code, c->code[0] ? of_kind[c->kind] : GZ_BASIS_NONE);
  if (!c->family) return;
  if (x->region[0]) {
    const char *own = gz_currency_of_region(x->region);
    if (gz_currency_families(own) & c->family) { set(code, basis, own, GZ_BASIS_CONTEXT); return; }
  }
  if (c->family & (LEX_CURRENCIES_FAMILY_YUAN | LEX_CURRENCIES_FAMILY_YEN)) sample_script(x);
  if ((c->family & LEX_CURRENCIES_FAMILY_YUAN) && by_yuan(x, code, basis)) return;
  if (c->family & LEX_CURRENCIES_FAMILY_YEN) {
    if (x->kana) { set(code, basis, "JPY", GZ_BASIS_CONTEXT); return; }
    if (x->han) { set(code, basis, "CNY", GZ_BASIS_CONTEXT); return; }
    int best = leader(x, c->family);
    if (best >= 0) { set(code, basis, regions[best][0] == 'C' ? "CNY" : "JPY", GZ_BASIS_CONTEXT); return; }
  } else if (c->family & LEX_CURRENCIES_FAMILY_DOLLAR) {
    if (by_dollar(x, code, basis)) return;
  } else if (!(c->family & (LEX_CURRENCIES_FAMILY_YUAN | LEX_CURRENCIES_FAMILY_CENT))) {
    int best = leader(x, c->family);
    const char *own = best >= 0 ? gz_currency_of_region(regions[best]) : "";
    if (*own && strcmp(own, c->code) != 0 && x->hits[best] >= 2) { set(code, basis, own, GZ_BASIS_CONTEXT); return; }
  }
  if (by_language(x, c, code, basis)) return;
  if (c->flags & LEX_CURRENCIES_FLAGS_SHAKY) *basis = GZ_BASIS_DEFAULT;
}

/* Texts use the same word again and again: the last answer is kept. */
void gz_currency_settle(gz_currency_context *x, const gz_currency *c, char code[4], uint8_t *basis)
{
  gz_currency_answer *last = &x->last[c->kind & 1];
  if (last->basis && last->family == c->family && last->kind == c->kind && last->flags == c->flags && last->lang == c->lang && memcmp(last->from, c->code, 4) == 0) {
    set(code, basis, last->to, last->basis);
    return;
  }
  settle(x, c, code, basis);
  last->family = c->family;
  last->kind = c->kind;
  last->flags = c->flags;
  last->lang = c->lang;
  last->basis = *basis;
  memcpy(last->from, c->code, 4);
  memcpy(last->to, code, 4);
}
