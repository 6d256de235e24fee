/* Build-time: the word sets of the money finder (find/word_set.h) from the compiled lexicons, so that most words and numbers of a text are
** turned down by one bit. Usage: moneysets OUT.c */
#include "find/money_scan.h"
#include "find/word_set.h"
#include "lex_countries.h"
#include "lex_currencies.h"
#include "lex_currency_cldr.h"
#include "lex_han_numerals.h"
#include "lex_hedges.h"
#include "lex_money_words.h"
#include "lex_number_langs.h"
#include "lex_number_signs.h"
#include "lex_number_words.h"
#include "lex_per.h"
#include "nibbles.h"

enum { ANCHOR, ANCHOR_UPPER, STEM, AFTER, BEFORE, HEDGE_BEFORE, HEDGE_AFTER, PER_BEFORE, PER_AFTER, PER_LOOSE, COUNTRY, WORD_BEFORE, LINK, NUMBER, SIGN, LOOSE, ADJECTIVE, HEDGE_MULTI, NUMBER3, PERIOD, HEDGE_INNER, PER_INNER, BEFORE_INNER, WORD_INNER, SETS };
static const char *const names[SETS] = {"anchor", "anchor_upper", "stem", "after", "before", "hedge_before", "hedge_after", "per_before", "per_after", "per_loose", "country", "word_before", "link", "number", "sign", "loose", "adjective", "hedge_multi", "number3", "period", "hedge_inner", "per_inner", "before_inner", "word_inner"};
static gz_wide_set sets[SETS];
static bool is_wide(int set) { return set == AFTER || set == NUMBER || set == NUMBER3 || set == ADJECTIVE; }

static void put(int set, uint32_t h) { h >>= 32 - (is_wide(set) ? GZ_WIDE_BITS : GZ_SET_BITS); sets[set].bits[h >> 5] |= 1u << (h & 31); }

static void last(int set, const char *key)
{
  gz_view v = gz_view_cstr(key);
  size_t end, start = gz_word_start(v, 0, v.n);
  put(set, gz_hash_word(v, start, &end).all);
}

/* Every word of a key: a walk back from its end stops at a word that no key has. */
static void inner(int set, const char *key)
{
  gz_view v = gz_view_cstr(key);
  for (size_t i = 0, end; i < v.n; i = end) put(set, gz_hash_word(v, i, &end).all);
}

static void number3(const char *key)
{
  size_t end;
  put(NUMBER3, gz_hash_word(gz_view_cstr(key), 0, &end).three);
}

/* The first four letters of words that start with an ASCII letter: of currency words and periods, and of every word of a number. */
static uint32_t word4[GZ_MONEY_WORD4_BITS / 32], upper4[GZ_MONEY_WORD4_BITS / 32], number4[GZ_MONEY_WORD4_BITS / 32], after4[GZ_MONEY_WORD4_BITS / 32];
static void prefix4(uint32_t *bits, const char *key, size_t at)
{
  char z[64] = "";
  size_t n = 0;
  for (size_t i = at, k = strlen(key); i < k && n < 8;) n += gz_utf8_put(gz_fold(gz_utf8_next(key, k, &i)), z + n);
  uint32_t packed = gz_money_first_letters((const unsigned char *)z, n, 0);
  if (!packed) return;
  uint32_t h = gz_money_hash4(packed);
  bits[h >> 5] |= 1u << (h & 31);
}

/* How a country word may start (find/money_scan.h). */
static uint32_t country4[GZ_COUNTRY4_BITS / 32];
static void country_bit(uint32_t of) { uint32_t h = gz_country4_hash(of); country4[h >> 5] |= 1u << (h & 31); }
static void country(const char *key)
{
  char z[64] = "";
  size_t n = 0, i = 0, k = strlen(key);
  uint32_t first = gz_fold(gz_utf8_next(key, k, &i)), second = i < k ? gz_fold(gz_utf8_next(key, k, &(size_t){i})) : 0;
  for (i = 0; i < k && n < 8;) n += gz_utf8_put(gz_fold(gz_utf8_next(key, k, &i)), z + n);
  if (gz_ascii_letter((unsigned char)z[0])) country_bit(gz_money_first_letters((const unsigned char *)z, n, 0));
  if (first >= GZ_COUNTRY_PAIRS) country_bit(gz_country_pair(first, second));
  for (uint32_t cp = 0x80; cp < 0x110000; cp++) if (gz_fold(cp) == first) country_bit(cp);
}

/* etthundratusen: a word of three letters to which others may be joined stands for all fourth letters. */
static void joined_words(const char *key)
{
  char z[8];
  if (strlen(key) != 3) return;
  memcpy(z, key, 4);
  for (z[3] = 'a'; z[3] <= 'z'; z[3]++) { z[4] = 0; prefix4(number4, z, 0); }
}

static bool joins(const lex_number_words_row *r)
{
  if (r->flags & LEX_NUMBER_WORDS_FLAGS_GLUE) return true;
  for (uint32_t i = 0; i < lex_number_langs.row_count; i++)
    if (lex_number_langs_rows[i].id == r->lang) return lex_number_langs_rows[i].flags & (LEX_NUMBER_LANGS_FLAGS_COMPOUND | LEX_NUMBER_LANGS_FLAGS_SUFFIX);
  return false;
}

static void number_words(const char *key)
{
  gz_view v = gz_view_cstr(key);
  for (size_t i = 0, end; i < v.n; i = end) { gz_hash_word(v, i, &end); prefix4(number4, key, i); }
}

/* Bits per CJK character: may a number in Han start here; may it be followed by this. */
#define CJK_WORDS ((CJK_TO - CJK_FROM) / 32)
static uint32_t han_start[CJK_WORDS], han_next[CJK_WORDS], han_part[CJK_WORDS], han_loose[CJK_WORDS], han_after[CJK_WORDS], han_quiet[CJK_WORDS], han_opens[CJK_WORDS], stop[CJK_WORDS];

static void cjk(uint32_t *bits, const char *key)
{
  size_t i = 0;
  uint32_t c = gz_fold(gz_utf8_next(key, strlen(key), &i));
  for (uint32_t cp = CJK_FROM; cp < CJK_TO; cp++) if (gz_fold(cp) == c) bits[(cp - CJK_FROM) / 32] |= 1u << (cp & 31);
}

static uint32_t after_pair[GZ_COUNTRY4_BITS / 32];
static void after_bits(const char *key)
{
  size_t i = 0, k = strlen(key);
  uint32_t a = gz_fold(gz_utf8_next(key, k, &i)), b = i < k ? gz_fold(gz_utf8_next(key, k, &i)) : 0, h = gz_country4_hash(gz_country_pair(a, b));
  if (a >= CJK_FROM) after_pair[h >> 5] |= 1u << (h & 31);
}

static void first(int set, const char *key)
{
  size_t end;
  put(set, gz_hash_word(gz_view_cstr(key), 0, &end).all);
  if (set == AFTER) { cjk(han_after, key); after_bits(key); prefix4(after4, key, 0); }
}

/* Kana with which a currency word starts. */
static void kana_stop(const char *key)
{
  if (gz_is_kana(gz_fold(gz_utf8_next(key, strlen(key), &(size_t){0})))) cjk(stop, key);
}

static bool stops(uint32_t cp) { return stop[(cp - CJK_FROM) / 32] >> (cp & 31) & 1u; }

static void stem(const char *key)
{
  size_t end;
  put(STEM, gz_hash_word(gz_view_cstr(key), 0, &end).three);
  prefix4(word4, key, 0);
  prefix4(after4, key, 0);
  kana_stop(key);
}

/* One word, or one of an unspaced script: a place to start from for numbers in words. */
static void anchor(int set, const char *key)
{
  gz_view v = gz_view_cstr(key);
  size_t end;
  gz_word_hash h = gz_hash_word(v, 0, &end);
  if (end == v.n || (unsigned char)key[0] >= 0x80 || strchr("-'.", key[end])) { put(set, h.all); prefix4(set == ANCHOR_UPPER ? upper4 : word4, key, 0); kana_stop(key); }
}

static void write_bits(FILE *f, const char *name, const uint32_t *bits, unsigned words)
{
  fprintf(f, "const uint32_t %s[] = {", name);
  for (unsigned i = 0; i < words; i++) fprintf(f, "%s0x%xu,", i % 12 ? "" : "\n", (unsigned)bits[i]);
  fprintf(f, "\n};\n");
}

int main(int argc, char **argv)
{
  if (argc != 2) { fprintf(stderr, "usage: moneysets OUT.c\n"); return 2; }
  for (uint32_t i = 0; i < lex_currencies.row_count; i++) {
    const lex_currencies_row *r = &lex_currencies_rows[i];
    const char *key = lex_currencies_str(r->form);
    if (r->place & LEX_CURRENCIES_PLACE_BEFORE) { last(BEFORE, key); inner(BEFORE_INNER, key); }
    if (r->place & LEX_CURRENCIES_PLACE_AFTER) { first(AFTER, key); anchor(r->flags & LEX_CURRENCIES_FLAGS_CASED ? ANCHOR_UPPER : ANCHOR, key); cjk(han_next, key); }
    if (r->flags & LEX_CURRENCIES_FLAGS_STEM) stem(key);
    if (strchr(key, ' ')) first(ADJECTIVE, key);
  }
  for (uint32_t i = 0; i < lex_currency_cldr.row_count; i++) {
    const char *key = lex_currency_cldr_str(lex_currency_cldr_rows[i].name);
    size_t end, n = strlen(key);
    if (gz_is_han(gz_utf8_next(key, n, &(size_t){0}))) cjk(han_next, key);
    first(AFTER, key);
    gz_word_hash h = gz_hash_word(gz_view_cstr(key), 0, &end);
    if (end == n) { put(ANCHOR, h.all); prefix4(word4, key, 0); kana_stop(key); }
    else put(ADJECTIVE, h.all);
    if (gz_script_of(gz_utf8_next(key, n, &(size_t){0})) == GZ_SCRIPT_GEOR) stem(key);
  }
  for (uint32_t i = 0; i < lex_countries.row_count; i++) {
    first(AFTER, lex_countries_str(lex_countries_rows[i].word));
    first(COUNTRY, lex_countries_str(lex_countries_rows[i].word));
    country(lex_countries_str(lex_countries_rows[i].word));
    last(ADJECTIVE, lex_countries_str(lex_countries_rows[i].word));
  }
  for (uint32_t i = 0; i < lex_number_words.row_count; i++) {
    unsigned role = lex_number_words_rows[i].role;
    number3(lex_number_words_str(lex_number_words_rows[i].word));
    number_words(lex_number_words_str(lex_number_words_rows[i].word));
    if (joins(&lex_number_words_rows[i])) joined_words(lex_number_words_str(lex_number_words_rows[i].word));
    last(ADJECTIVE, lex_number_words_str(lex_number_words_rows[i].word));
    first(NUMBER, lex_number_words_str(lex_number_words_rows[i].word));
    if (role == LEX_NUMBER_WORDS_ROLE_MAG || role == LEX_NUMBER_WORDS_ROLE_GROUP || role == LEX_NUMBER_WORDS_ROLE_PLUS) first(AFTER, lex_number_words_str(lex_number_words_rows[i].word));
  }
  for (uint32_t i = 0; i < lex_hedges.row_count; i++) {
    const lex_hedges_row *r = &lex_hedges_rows[i];
    const char *key = lex_hedges_str(r->word);
    size_t kn = strlen(key);
    if (r->place == LEX_HEDGES_PLACE_BEFORE) {
      last(HEDGE_BEFORE, key);
      inner(HEDGE_INNER, key);
      if (gz_word_start(gz_view_of(key, kn), 0, kn) > 0) last(HEDGE_MULTI, key);
    }
    else first(HEDGE_AFTER, lex_hedges_str(r->word));
  }
  for (uint32_t i = 0; i < lex_per.row_count; i++) {
    const lex_per_row *r = &lex_per_rows[i];
    if (r->place == LEX_PER_PLACE_LOOSE) cjk(han_loose, lex_per_str(r->word));
    if (r->place == LEX_PER_PLACE_BEFORE) {
      last(PER_BEFORE, lex_per_str(r->word));
      inner(PER_INNER, lex_per_str(r->word));
    }
    else first(r->place == LEX_PER_PLACE_AFTER ? PER_AFTER : PER_LOOSE, lex_per_str(r->word));
    if (r->place == LEX_PER_PLACE_LOOSE && strcmp(lex_per_str(r->unit), "none") != 0) {
      first(PERIOD, lex_per_str(r->word));
      prefix4(word4, lex_per_str(r->word), 0);
    }
  }
  for (uint32_t i = 0; i < lex_money_words.row_count; i++) {
    const lex_money_words_row *r = &lex_money_words_rows[i];
    const char *key = lex_money_words_str(r->word);
    const uint32_t behind = LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR | LEX_MONEY_WORDS_ROLE_OF | LEX_MONEY_WORDS_ROLE_OR;
    const uint32_t loose = LEX_MONEY_WORDS_ROLE_CUE | LEX_MONEY_WORDS_ROLE_WORTH | LEX_MONEY_WORDS_ROLE_WEIGH | LEX_MONEY_WORDS_ROLE_CHANGE;
    if (r->role & behind) { first(AFTER, key); cjk(han_next, key); }
    inner(WORD_INNER, key);
    if (r->role & loose) first(LOOSE, key);
    if (r->role & LEX_MONEY_WORDS_ROLE_ARTICLE) number_words(key);
    if (r->role & ~loose) { first(LINK, key); last(WORD_BEFORE, key); }
  }
  for (uint32_t i = 0; i < lex_han_numerals.row_count; i++) {
    const char *key = lex_han_numerals_str(lex_han_numerals_rows[i].word);
    unsigned role = lex_han_numerals_rows[i].role;
    if (role == LEX_HAN_NUMERALS_ROLE_NONE || role == LEX_HAN_NUMERALS_ROLE_KEEP || role == LEX_HAN_NUMERALS_ROLE_PERCENT) continue;      /* look-alikes */
    bool whole = gz_utf8_next(key, strlen(key), &(size_t){0}) >= 0x800 && strlen(key) == 3;
    bool digits = role == LEX_HAN_NUMERALS_ROLE_DIGIT || role == LEX_HAN_NUMERALS_ROLE_SMALL || role == LEX_HAN_NUMERALS_ROLE_FOLD || role == LEX_HAN_NUMERALS_ROLE_HALF || role == LEX_HAN_NUMERALS_ROLE_MANY;
    cjk(digits && whole ? han_quiet : han_opens, key);
    if (role != LEX_HAN_NUMERALS_ROLE_OVER) { cjk(han_start, key); cjk(stop, key); }
    cjk(han_next, key);
    cjk(han_part, key);
    put(AFTER, gz_hash_word(gz_view_cstr(key), 0, &(size_t){0}).all);      /* han_part has them */
  }
  for (uint32_t cp = CJK_FROM; cp < CJK_TO; cp++) {      /* quiet: numerals that nothing else starts or ends with */
    char z[5] = "";
    gz_utf8_put(cp, z);
    uint32_t h = gz_hash_word(gz_view_cstr(z), 0, &(size_t){0}).all, word = (cp - CJK_FROM) / 32, bit = 1u << (cp & 31);
    if ((han_after[word] & bit) || (han_opens[word] & bit) || sets[BEFORE].bits[h >> (32 - GZ_SET_BITS) >> 5] >> (h >> (32 - GZ_SET_BITS) & 31) & 1u) han_quiet[word] &= ~bit;
  }
  for (uint32_t i = 0; i < lex_number_signs.row_count; i++) {
    first(AFTER, lex_number_signs_str(lex_number_signs_rows[i].sign));
    first(SIGN, lex_number_signs_str(lex_number_signs_rows[i].sign));
  }
  FILE *f = fopen(argv[1], "w");
  if (!f) { fprintf(stderr, "moneysets: cannot write %s\n", argv[1]); return 1; }
  fprintf(f, "/* Generated by ext/gen/moneysets.c. */\n#include \"find/money_sets.h\"\n");
  for (int s = 0; s < SETS; s++) {
    unsigned filled = 0;
    fprintf(f, "const gz_%s_set gz_set_%s = {{", is_wide(s) ? "wide" : "word", names[s]);
    for (unsigned i = 0; i < 1u << ((is_wide(s) ? GZ_WIDE_BITS : GZ_SET_BITS) - 5); i++) {
      fprintf(f, "%s0x%xu,", i % 12 ? "" : "\n", (unsigned)sets[s].bits[i]);
      for (unsigned b = sets[s].bits[i]; b; b &= b - 1) filled++;
    }
    fprintf(f, "\n}};   /* %u bits set */\n", filled);
  }
  cjk(stop, "年");
  cjk(stop, "月");
  cjk(stop, "季");
  write_bits(f, "gz_money_word4", word4, GZ_MONEY_WORD4_BITS / 32);
  write_bits(f, "gz_money_upper4", upper4, GZ_MONEY_WORD4_BITS / 32);
  write_bits(f, "gz_money_after_pair", after_pair, GZ_COUNTRY4_BITS / 32);
  write_bits(f, "gz_country4", country4, GZ_COUNTRY4_BITS / 32);
  write_bits(f, "gz_money_after4", after4, GZ_MONEY_WORD4_BITS / 32);
  write_bits(f, "gz_money_han_after", han_after, CJK_WORDS);
  write_bits(f, "gz_money_han_quiet", han_quiet, CJK_WORDS);
  write_bits(f, "gz_money_number4", number4, GZ_MONEY_WORD4_BITS / 32);
  write_nibbles(f, "gz_money_nibbles", stops);
  write_bits(f, "gz_money_han_start", han_start, CJK_WORDS);
  cjk(han_next, "、");                             /* 七、八千 */
  write_bits(f, "gz_money_han_next", han_next, CJK_WORDS);
  write_bits(f, "gz_money_han_part", han_part, CJK_WORDS);
  write_bits(f, "gz_money_stop", stop, CJK_WORDS);
  write_bits(f, "gz_money_han_loose", han_loose, CJK_WORDS);
  return fclose(f) != 0;
}
