/* Build-time: the sets of the date finder (find/date_sets.h) from its compiled lexicon. Usage: datesets OUT.c */
#include "find/date_sets.h"
#include <stdio.h>

enum { HEADS, WIDE, ALONE, BEHIND, HASHED };
static uint64_t hashed[HASHED][1u << (GZ_DATE_HASH - 6)], pairs[1u << (GZ_DATE_HASH + 1 - 6)];
static uint16_t variant[0x10000], more[0x10000];      /* the last character that folds to this one; the one before that folds to the same */
static gz_word_set words, after, others, numbers;
static uint32_t after_cjk[(GZ_CJK_TO - GZ_CJK_FROM) / 32], any_cjk[(GZ_CJK_TO - GZ_CJK_FROM) / 32], any_three[(1u << 15) / 32];

const unsigned char gz_date_letter[256];      /* filled below; the header's helpers are not used here */
static unsigned char letter[256];

/* Marks the first three letters of a key; where the key's word ends before, whatever may stand there. */
static void mark_three(uint32_t *bits, const char *key)
{
  uint32_t a = letter[(unsigned char)key[0]], b = letter[(unsigned char)key[1]], c = b ? letter[(unsigned char)key[2]] : 0;
  for (uint32_t y = b; y < 32; y += b ? 32 : 27)           /* no letter, or not ASCII: a sign may be written in several ways */
    for (uint32_t z = c; z < 32; z += c ? 32 : b ? 27 : 1) { uint32_t k = a << 10 | y << 5 | z; bits[k >> 5] |= 1u << (k & 31); }
}

static void set(uint64_t *bits, unsigned at) { bits[at >> 6] |= (uint64_t)1 << (at & 63); }

/* The head of a key's first word. */
static void mark_head(const char *key)
{
  uint64_t head = 0;
  int n = 0;
  for (; n < 4 && letter[(unsigned char)key[n]] - 1u < 26u; n++) head |= (uint64_t)(unsigned char)key[n] << 8 * n;
  set(hashed[HEADS], gz_date_head((uint32_t)head));
}

static uint64_t bytes_of(uint32_t cp)
{
  char z[4];
  uint64_t bytes = 0;
  for (size_t n = gz_utf8_put(cp, z), i = 0; i < n; i++) bytes |= (uint64_t)(unsigned char)z[i] << 8 * i;
  return bytes;
}

/* Every character that folds to c, from `least` on. */
static void mark(int which, uint32_t c, uint32_t least) { for (uint32_t x = variant[c]; x; x = more[x]) if (x >= least) set(hashed[which], which == ALONE ? gz_date_hash_alone(bytes_of(x)) : gz_date_hash(bytes_of(x))); }
static void mark_pair(uint32_t c, uint32_t next)
{
  for (uint32_t x = variant[c]; x; x = more[x])
    for (uint32_t y = x >= 0x800 ? variant[next] : 0; y; y = more[y]) set(pairs, gz_date_hash_pair(bytes_of(x), bytes_of(y)));
}

static void put(gz_word_set *s, uint32_t h) { h >>= 32 - GZ_SET_BITS; s->bits[h >> 5] |= 1u << (h & 31); }

/* Every character that folds to c. */
static void cjk(uint32_t *bits, uint32_t c)
{
  for (uint32_t cp = GZ_CJK_FROM; cp < GZ_CJK_TO; cp++) if (gz_fold(cp) == c) bits[(cp - GZ_CJK_FROM) / 32] |= 1u << (cp & 31);
}

static uint32_t first_char(const char *key, size_t *end)
{
  *end = 0;
  return gz_fold(gz_utf8_next(key, strlen(key), end));
}

int main(int argc, char **argv)
{
  size_t e;
  for (int b = 0; b < 256; b++) letter[b] = (unsigned char)(b >= 0x80 ? 27 : (b | 32) >= 'a' && (b | 32) <= 'z' ? (b | 32) - 'a' + 1 : 0);
  if (argc != 2) { fprintf(stderr, "usage: datesets OUT.c\n"); return 2; }
  for (uint32_t cp = 1; cp < 0x10000; cp++) if (cp - 0xD800u >= 0x800) { more[cp] = variant[gz_fold(cp) & 0xFFFF]; variant[gz_fold(cp) & 0xFFFF] = (uint16_t)cp; }
  for (uint32_t i = 0; i < lex_date_words.row_count; i++) {
    const lex_date_words_row *r = &lex_date_words_rows[i];
    const char *key = lex_date_words_str(r->word);
    gz_view v = gz_view_cstr(key);
    uint32_t c = first_char(key, &e);
    bool single = gz_single_unit(c);
    if (c >= GZ_CJK_FROM) cjk(any_cjk, c);
    else mark_three(any_three, key);
    if (GZ_DATE_AFTER_NUMBER >> r->kind & 1u) {
      if (c >= GZ_CJK_FROM) cjk(after_cjk, c);
      else put(&after, gz_hash_word(v, 0, &e).all);
    }
    if (!(GZ_DATE_STARTS >> r->kind & 1u) || gz_is_digit(c)) continue;
    if (r->kind == LEX_DATE_WORDS_KIND_NUMBER && r->value == 0) continue;                       /* several: never a date by itself */
    if (!single && r->kind == LEX_DATE_WORDS_KIND_NARRATIVE) continue;                          /* that year: only behind a month */
    if (!single) {
      mark_head(key);
      put(&words, gz_hash_word(v, 0, &e).all);
      put(r->kind == LEX_DATE_WORDS_KIND_NUMBER ? &numbers : &others, gz_hash_word(v, 0, &e).all);
      continue;
    }
    first_char(key, &e);
    if (r->kind == LEX_DATE_WORDS_KIND_EDGE && !(r->flags & GZ_DF(BEFORE))) continue;           /* 底, 初: only behind a date */
    if (e == v.n && (r->kind == LEX_DATE_WORDS_KIND_SEASON || r->kind == LEX_DATE_WORDS_KIND_REL)) { if (r->flags & GZ_DF(WEAK)) continue; }
    mark(WIDE, c, 0x800);
    if (e < v.n) { mark_pair(c, gz_fold(gz_utf8_next(key, v.n, &e))); continue; }
    mark(ALONE, c, 0x800);
    for (uint32_t j = 0; j < lex_date_words.row_count; j++) {                                   /* one character: with all that may follow */
      const lex_date_words_row *f = &lex_date_words_rows[j];
      size_t n;
      uint32_t next = first_char(lex_date_words_str(f->word), &n);
      if (((GZ_DATE_AFTER_NUMBER & ~GZ_DK(GLUE)) | GZ_DK(HAN) | GZ_DK(NUMBER)) >> f->kind & 1u) mark(BEHIND, next, 1);
    }
    mark(BEHIND, ' ', 1);
    for (uint32_t d = '0'; d <= '9'; d++) mark(BEHIND, d, 1);
  }
  FILE *f = fopen(argv[1], "w");
  if (!f) { fprintf(stderr, "datesets: cannot write %s\n", argv[1]); return 1; }
  fprintf(f, "/* Generated by ext/gen/datesets.c. */\n#include \"find/date_sets.h\"\n");
  const struct { const char *name; const gz_word_set *set; } sets[] = {{"gz_date_start_words", &words}, {"gz_date_after_words", &after}, {"gz_date_number_words", &numbers}};
  for (unsigned i = 0; i < 1u << (GZ_SET_BITS - 5); i++) numbers.bits[i] &= ~others.bits[i];
  for (int s = 0; s < 3; s++) {
    unsigned filled = 0;
    fprintf(f, "const gz_word_set %s = {{", sets[s].name);
    for (unsigned i = 0; i < 1u << (GZ_SET_BITS - 5); i++) {
      fprintf(f, "%s0x%xu,", i % 12 ? "" : "\n", (unsigned)sets[s].set->bits[i]);
      for (unsigned b = sets[s].set->bits[i]; b; b &= b - 1) filled++;
    }
    fprintf(f, "\n}};   /* %u bits set */\n", filled);
  }
  const unsigned cjk_words = (GZ_CJK_TO - GZ_CJK_FROM) / 32;
  const struct { const char *name; const uint32_t *bits; unsigned n; } maps[] = {{"gz_date_after_cjk", after_cjk, cjk_words}, {"gz_date_any_cjk", any_cjk, cjk_words}, {"gz_date_any_three", any_three, (1u << 15) / 32}};
  for (int s = 0; s < 3; s++) {
    fprintf(f, "const uint32_t %s[] = {", maps[s].name);
    for (unsigned i = 0; i < maps[s].n; i++) fprintf(f, "%s0x%xu,", i % 12 ? "" : "\n", (unsigned)maps[s].bits[i]);
    fprintf(f, "\n};\n");
  }
  const struct { const char *name; const uint64_t *bits; unsigned n; } hashes[] = {
    {"gz_date_start_heads", hashed[HEADS], 1u << (GZ_DATE_HASH - 6)}, {"gz_date_start_wide", hashed[WIDE], 1u << (GZ_DATE_HASH - 6)}, {"gz_date_start_alone", hashed[ALONE], 1u << (GZ_DATE_HASH - 6)},
    {"gz_date_start_behind", hashed[BEHIND], 1u << (GZ_DATE_HASH - 6)}, {"gz_date_start_pairs", pairs, sizeof pairs / sizeof *pairs}};
  for (size_t s = 0; s < sizeof hashes / sizeof *hashes; s++) {
    unsigned filled = 0;
    fprintf(f, "const uint64_t %s[%u] = {", hashes[s].name, hashes[s].n);
    for (unsigned i = 0; i < hashes[s].n; i++) {
      fprintf(f, "%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)hashes[s].bits[i]);
      for (uint64_t b = hashes[s].bits[i]; b; b &= b - 1) filled++;
    }
    fprintf(f, "\n};   /* %u bits set */\n", filled);
  }
  fprintf(f, "const unsigned char gz_date_letter[256] = {");
  for (int b = 0; b < 256; b++) fprintf(f, "%s%d,", b % 32 ? "" : "\n", letter[b]);
  fprintf(f, "\n};\n");
  return fclose(f) != 0;
}
