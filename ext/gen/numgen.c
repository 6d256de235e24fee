/* Number words and Han numerals -> build/gen/num_filter.c: bitmaps of where a numeral may start (see find/numeral_filter.h) and the flags
** of each language. In languages that compound, a key of fewer than four letters is followed by every key's first letters. */
#include "find/numeral_filter.h"
#include "lex_han_numerals.h"
#include "lex_number_langs.h"
#include "lex_number_words.h"
#include "nibbles.h"
#include "text/uni.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t word[GZ_NUM_WORD_SLOTS], pair[GZ_NUM_BITS / 64], first[GZ_NUM_BITS / 64];
static uint32_t quick[GZ_NUM_QUICK_BITS / 32];
static bool folded_first[0x10000];

static void set(uint64_t *bits, uint32_t i) { bits[i >> 6] |= (uint64_t)1 << (i & 63); }

static size_t fold(const char *z, uint32_t *out, size_t max)
{
  size_t n = strlen(z), pos = 0, k = 0;
  while (pos < n && k < max) out[k++] = gz_fold(gz_utf8_next(z, n, &pos));
  return k;
}

static bool starts_numeral(uint32_t cp) { return gz_num_bit(first, cp); }
static bool is_letter(uint32_t c) { return c >= 'a' && c <= 'z'; }

/* Puts what starts with these folded characters. `open`: more letters may follow. */
static void put(const uint32_t *c, size_t n, unsigned lang)
{
  if (n == 0) return;
  if (is_letter(c[0])) {
    uint32_t packed = 0, tail = 0;
    size_t k = 0;
    for (; k < 4 && k < n && is_letter(c[k]); k++) packed |= c[k] << (8 * k);
    if (k < 4 && k < n && c[k] >= 0x80) tail = c[k];
    word[gz_num_hash(packed, tail) % GZ_NUM_WORD_SLOTS] |= (uint64_t)1 << (lang & 63);
    uint32_t h = gz_num_quick_hash(packed, tail);
    quick[h >> 5] |= 1u << (h & 31);
  } else {
    if (c[0] < 0x10000) folded_first[c[0]] = true;
    set(pair, gz_num_hash(c[0], n > 1 ? c[1] : 0));
  }
}

static bool starts(const lex_number_words_row *r)
{
  switch (r->role) {
    case LEX_NUMBER_WORDS_ROLE_NUM: case LEX_NUMBER_WORDS_ROLE_MAG: case LEX_NUMBER_WORDS_ROLE_ORD: case LEX_NUMBER_WORDS_ROLE_DEN:
    case LEX_NUMBER_WORDS_ROLE_GROUP: case LEX_NUMBER_WORDS_ROLE_POINT: case LEX_NUMBER_WORDS_ROLE_ARTICLE: case LEX_NUMBER_WORDS_ROLE_MANY: return true;
    case LEX_NUMBER_WORDS_ROLE_PLUS: return (r->flags & LEX_NUMBER_WORDS_FLAGS_LOW) != 0;
    default: return false;
  }
}

static void words(void)
{
  for (uint32_t i = 0; i < lex_number_words.row_count; i++) {
    const lex_number_words_row *r = &lex_number_words_rows[i];
    uint32_t c[8];
    size_t n = fold(lex_number_words_str(r->word), c, 8);
    if (!starts(r)) continue;
    put(c, n, r->lang);
    bool ascii = is_letter(c[0]);
    if (n >= (ascii ? 4u : 2u)) continue;
    if (!ascii) { set(pair, gz_num_hash(c[0], 0)); continue; }
    bool compound = false;
    for (uint32_t k = 0; k < lex_number_langs.row_count; k++)
      if (lex_number_langs_rows[k].id == r->lang) compound = (lex_number_langs_rows[k].flags & (LEX_NUMBER_LANGS_FLAGS_COMPOUND | LEX_NUMBER_LANGS_FLAGS_SUFFIX)) != 0;
    if (!compound && !(r->flags & LEX_NUMBER_WORDS_FLAGS_GLUE)) continue;
    for (uint32_t k = 0; k < lex_number_words.row_count; k++) {
      const lex_number_words_row *s = &lex_number_words_rows[k];
      if (s->lang != r->lang || s->role == LEX_NUMBER_WORDS_ROLE_NONE) continue;
      uint32_t d[16];
      memcpy(d, c, n * sizeof *c);
      size_t m = fold(lex_number_words_str(s->word), d + n, 8);
      put(d, n + m, r->lang);
    }
  }
}

/* Pairs of a character that is no numeral alone with all that one starts with. */
static void before_numerals(uint32_t c)
{
  for (uint32_t i = 0; i < lex_han_numerals.row_count; i++) {
    uint32_t next;
    if (fold(lex_han_numerals_str(lex_han_numerals_rows[i].word), &next, 1)) set(pair, gz_num_hash(c, next));
  }
  for (uint32_t d = '0'; d <= '9'; d++) set(pair, gz_num_hash(c, d));
  set(pair, gz_num_hash(c, ' '));
}

static void han(void)
{
  for (uint32_t i = 0; i < lex_han_numerals.row_count; i++) {
    const lex_han_numerals_row *r = &lex_han_numerals_rows[i];
    uint32_t c[2];
    size_t n = fold(lex_han_numerals_str(r->word), c, 2);
    switch (r->role) {
      case LEX_HAN_NUMERALS_ROLE_NONE: case LEX_HAN_NUMERALS_ROLE_KEEP: case LEX_HAN_NUMERALS_ROLE_POINT: case LEX_HAN_NUMERALS_ROLE_OVER:
      case LEX_HAN_NUMERALS_ROLE_GROUP: case LEX_HAN_NUMERALS_ROLE_DOT: continue;
      case LEX_HAN_NUMERALS_ROLE_MAG: if (r->lang != LEX_HAN_NUMERALS_LANG_KO && n < 2 && c[0] != 0x4E07) continue; break;
      default: break;
    }
    if (!n || c[0] < 0x80 || c[0] >= 0x10000) continue;
    folded_first[c[0]] = true;
    if (r->role == LEX_HAN_NUMERALS_ROLE_MANY || r->role == LEX_HAN_NUMERALS_ROLE_FROM) before_numerals(c[0]);      /* 数百, 上亿 */
    else set(pair, gz_num_hash(c[0], n > 1 ? c[1] : 0));
  }
}

static void bits(FILE *f, const char *name, const uint64_t *b)
{
  fprintf(f, "const uint64_t %s[%u] = {", name, GZ_NUM_BITS / 64);
  for (unsigned i = 0; i < GZ_NUM_BITS / 64; i++) fprintf(f, "%s%lluu,", i % 8 ? "" : "\n", (unsigned long long)b[i]);
  fprintf(f, "\n};\n");
}

int main(int argc, char **argv)
{
  if (argc != 2) { fprintf(stderr, "usage: numgen OUT.c\n"); return 2; }
  words();
  han();
  for (uint32_t c = 0x80; c < 0x10000; c++) {
    uint32_t f = gz_fold(c);
    bool digit = gz_class_of(c) == GZ_DIGIT && f >= '0' && f <= '9', fraction = c == 0xBC || c == 0xBD || c == 0xBE || (c >= 0x2150 && c <= 0x215E);
    bool wide = f >= 'a' && f <= 'z';              /* full-width letters */
    if ((f < 0x10000 && folded_first[f]) || digit || fraction || wide || c == 0x66B) set(first, c);
  }
  FILE *f = fopen(argv[1], "w");
  if (!f) { fprintf(stderr, "numgen: cannot write %s\n", argv[1]); return 1; }
  fprintf(f, "/* Generated from ext/data/number_words.tsv, han_numerals.tsv, number_langs.tsv. */\n#include \"find/numeral_filter.h\"\n");
  static uint64_t mask[GZ_NUM_WORD_SLOTS];
  unsigned masks = 0;
  fprintf(f, "const uint16_t gz_num_word_langs[GZ_NUM_WORD_SLOTS] = {");
  for (unsigned i = 0, k; i < GZ_NUM_WORD_SLOTS; i++) {
    for (k = 0; k < masks && mask[k] != word[i]; k++) {}
    if (k == masks) mask[masks++] = word[i];
    fprintf(f, "%s%u,", i % 24 ? "" : "\n", k);
  }
  fprintf(f, "\n};\nconst uint64_t gz_num_lang_masks[] = {");
  for (unsigned k = 0; k < masks; k++) fprintf(f, "%s%lluu,", k % 8 ? "" : "\n", (unsigned long long)mask[k]);
  fprintf(f, "\n};\n");
  bits(f, "gz_num_pair_bits", pair);
  bits(f, "gz_num_char_bits", first);
  fprintf(f, "const uint32_t gz_num_quick_bits[GZ_NUM_QUICK_BITS / 32] = {");
  for (unsigned i = 0; i < GZ_NUM_QUICK_BITS / 32; i++) fprintf(f, "%s0x%xu,", i % 12 ? "" : "\n", (unsigned)quick[i]);
  fprintf(f, "\n};\n");
  write_nibbles(f, "gz_num_nibbles", starts_numeral);
  uint32_t flags[64] = {0};
  for (uint32_t k = 0; k < lex_number_langs.row_count; k++) flags[lex_number_langs_rows[k].id & 63] = lex_number_langs_rows[k].flags;
  fprintf(f, "const uint32_t gz_num_lang_flag_table[64] = {");
  for (int i = 0; i < 64; i++) fprintf(f, "%uu,", flags[i]);
  fprintf(f, "};\n");
  return fclose(f) != 0;
}
