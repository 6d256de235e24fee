/* Build-time: the lexicons of figures and deals as one trie (find/cue_words.h). The keys of each compiled lexicon are read back by
** walking its trie; keys that several share are put together. Usage: cuegen OUT.c */
#include "find/cue_words.h"
#include "gen/trie_emit.h"
#include "gen/trie_keys.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_rounds.h"
#include "lex_deal_words.h"
#include "lex_measures.h"
#include "lex_name_cues.h"
#include "text/trie_build.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdio.h>
#include <stdlib.h>

#define MOST 8192u

typedef struct word { char *key; uint32_t n; gz_cue_rows rows; } word;
static word words[MOST];
static uint32_t count;

static void fail(const char *what) { fprintf(stderr, "cuegen: %s\n", what); exit(1); }

static void add(void *arg, const char *key, uint32_t n, uint32_t value)
{
  int lexicon = *(int *)arg;
  uint32_t i = 0;
  while (i < count && !(words[i].n == n && memcmp(words[i].key, key, n) == 0)) i++;
  if (i == count) {
    if (count == MOST || value >= (1u << GZ_CUE_ROW_BITS) - 1) fail("too many words");
    words[i].key = malloc(n + 1);
    if (!words[i].key) fail("out of memory");
    memcpy(words[i].key, key, n);
    words[i].key[n] = 0;
    words[i].n = n;
    count++;
  }
  words[i].rows.row[lexicon] = (uint16_t)(value + 1);
}

static void check_prefixes(void)
{
  for (uint32_t i = 0; i < count; i++) {
    unsigned k = 0;
    for (uint32_t j = 0; j < count; j++) k += words[j].n <= words[i].n && memcmp(words[j].key, words[i].key, words[j].n) == 0;
    if (k > GZ_CUE_PREFIXES_MAX) fail("raise GZ_CUE_PREFIXES_MAX");
  }
}

/* The filters of cue_words.h over the keys of deal_cues. */
static gz_raw_filter cue_raw, deal_raw;
static uint64_t deal_heads[1u << (GZ_DEAL_LATIN_BITS - 6)], deal_six[1u << (GZ_DEAL_LATIN_BITS - 6)];
static void mark_han(uint64_t *bits, uint32_t folded)
{
  for (uint32_t k = 0; k < GZ_HAN_BITS; k++) if (gz_fold(k + 0x4E00) == folded) bits[k >> 6] |= (uint64_t)1 << (k & 63);
}

static void mark_pair(uint64_t *pairs, const char *key, uint32_t n)
{
  size_t i = 0;
  uint32_t first = gz_utf8_next(key, n, &i);
  unsigned h = gz_pair_bit(first, i < n ? gz_utf8_next(key, n, &i) : GZ_PAIR_ALONE);
  pairs[h >> 6] |= (uint64_t)1 << (h & 63);
}

static void set(uint64_t *bits, unsigned at) { bits[at >> 6] |= (uint64_t)1 << (at & 63); }

/* The characters of three bytes that fold to a character, as bytes: the last one, and the one before each. */
static uint16_t variant[0x10000], more[0x10000];
static void find_variants(void)
{
  for (uint32_t cp = 0x800; cp < 0x10000; cp++) if (cp - 0xD800u >= 0x800) { uint32_t f = gz_fold(cp) & 0xFFFF; more[cp] = variant[f]; variant[f] = (uint16_t)cp; }
}

static uint64_t bytes_of(uint32_t cp)
{
  char z[8] = {0};
  gz_utf8_put(cp, z);
  return gz_raw_six(z);
}

/* A key whose first character may be written with three bytes. */
static void mark_wide(gz_raw_filter *f, const char *key, uint32_t n)
{
  size_t i = 0;
  uint32_t first = gz_utf8_next(key, n, &i), second = i < n ? gz_utf8_next(key, n, &i) : 0;
  bool alone = first < 0x800 || second < 0x800;              /* or what folds to the second may be written with less than three bytes */
  for (uint32_t cp = 1; cp < 0x800 && !alone; cp++) alone = gz_fold(cp) == second;
  for (uint32_t x = variant[first & 0xFFFF]; x; x = more[x]) {
    set(f->wide, gz_raw_wide((uint32_t)bytes_of(x)));
    if (alone) set(f->alone, gz_raw_alone((uint32_t)bytes_of(x)));
    else for (uint32_t y = variant[second & 0xFFFF]; y; y = more[y]) set(f->pairs, gz_raw_pair(bytes_of(x) | bytes_of(y) << 24));
  }
}

static void deal_lead(void *arg, const char *key, uint32_t n, uint32_t value)
{
  (void)arg;
  (void)value;
  size_t i = 0;
  uint32_t first = gz_utf8_next(key, n, &i);
  mark_wide(&deal_raw, key, n);
  if (first >= 0x80) return;
  uint64_t six = 0, one = 0;                               /* of the first six bytes; of those before a space */
  bool space = false;
  if (n < 3 || first < 'a' || first > 'z') fail("a cue of a deal is a word of less than three letters, or starts with none");
  for (i = 0; i < n && i < 6; i++) {
    unsigned char c = (unsigned char)key[i];
    bool letter = c >= 'a' && c <= 'z';
    space = space || c == ' ';
    if (letter) six |= (uint64_t)c << 8 * i;
    if (letter && !space) one |= (uint64_t)c << 8 * i;
  }
  unsigned head = gz_deal_head((uint32_t)six);
  set(deal_heads, head);
  set(deal_heads, gz_deal_head((uint32_t)one));
  set(deal_six, gz_deal_six(head, n < 6 ? GZ_PAIR_ALONE : (uint32_t)(six >> 16)));
}

/* Characters that keys of name_cues of some classes start with, and the pairs. */
typedef struct han_leads { unsigned mask; uint64_t bits[GZ_HAN_BITS / 64], pairs[GZ_PAIR_WORDS]; } han_leads;
static void name_lead(void *arg, const char *key, uint32_t n, uint32_t value)
{
  han_leads *l = arg;
  size_t i = 0;
  if (!(lex_name_cues_rows[value].class & l->mask)) return;
  mark_han(l->bits, gz_utf8_next(key, n, &i));
  mark_pair(l->pairs, key, n);
}

static void name_alone(void *arg, const char *key, uint32_t n, uint32_t value)
{
  size_t i = 0;
  uint32_t first = gz_utf8_next(key, n, &i);
  if (i == n && (lex_name_cues_rows[value].class & LEX_NAME_CUES_CLASS_STOP)) mark_han(arg, first);
}

static void name_no_stop(void *arg, const char *key, uint32_t n, uint32_t value)
{
  size_t i = 0;
  if (!(lex_name_cues_rows[value].class & LEX_NAME_CUES_CLASS_STOP)) mark_han(arg, gz_utf8_next(key, n, &i));
}

static void noun_last(void *arg, const char *key, uint32_t n, uint32_t value)
{
  size_t i = n;
  if (lex_name_cues_rows[value].class & LEX_NAME_CUES_CLASS_NOUN) set(arg, gz_name_last_bit(gz_utf8_prev(key, n, &i)));
}

/* The role's bits of GZ_BESIDE_BITS. */
static void beside_first(void *arg, const char *key, uint32_t n, uint32_t value)
{
  size_t i = 0;
  uint32_t first = gz_utf8_next(key, n, &i);
  do {
    unsigned row = lex_deal_beside_rows[value].role * GZ_BESIDE_BITS;
    if (first < 0x80) set(arg, row + gz_beside_bit(first));
    for (uint32_t x = variant[first & 0xFFFF]; x; x = more[x]) set(arg, row + gz_beside_bit((uint32_t)bytes_of(x)));
  } while (lex_deal_beside_rows[value++].more);
}

static void beside_last(void *arg, const char *key, uint32_t n, uint32_t value)
{
  unsigned char last = (unsigned char)key[n - 1];
  do if (last < 0x80) set(arg, lex_deal_beside_rows[value].role * 64u + gz_beside_last(last)); while (lex_deal_beside_rows[value++].more);
}

static void emit_bits(FILE *out, const char *name, const uint64_t *bits, size_t n)
{
  fprintf(out, "const uint64_t %s[%zu] = {", name, n);
  for (size_t i = 0; i < n; i++) fprintf(out, "%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)bits[i]);
  fprintf(out, "\n};\n");
}

static void emit_raw(FILE *out, const char *name, const gz_raw_filter *f)
{
  const struct { const uint64_t *bits; size_t n; } part[] = {{f->wide, sizeof f->wide / 8}, {f->pairs, sizeof f->pairs / 8}, {f->alone, sizeof f->alone / 8}};
  fprintf(out, "const gz_raw_filter %s = {", name);
  for (size_t k = 0; k < sizeof part / sizeof *part; k++) {
    fprintf(out, "{");
    for (size_t i = 0; i < part[k].n; i++) fprintf(out, "%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)part[k].bits[i]);
    fprintf(out, "},\n");
  }
  fprintf(out, "};\n");
}

int main(int argc, char **argv)
{
  static const gz_trie *const tries[GZ_CUE_LEXICONS] = {&lex_deal_cues.trie, &lex_measures.trie, &lex_deal_markers.trie, &lex_deal_words.trie, &lex_deal_rounds.trie};
  static gz_trie_key keys[MOST];
  gz_trie trie;
  if (argc != 2) { fprintf(stderr, "usage: cuegen OUT.c\n"); return 2; }
  for (int k = 0; k < GZ_CUE_LEXICONS; k++) gz_trie_keys(tries[k], add, &k);
  check_prefixes();
  FILE *out = fopen(argv[1], "w");
  if (!out) fail("cannot write");
  fprintf(out, "/* Generated by ext/gen/cuegen.c from the lexicons of figures and deals. */\n#include \"find/cue_words.h\"\nconst gz_cue_rows gz_cue_several[] = {\n");
  uint32_t several = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t in = 0, value = 0;
    for (uint32_t k = 0; k < GZ_CUE_LEXICONS; k++)
      if (words[i].rows.row[k]) { in++; value = k << GZ_CUE_ROW_BITS | (words[i].rows.row[k] - 1u); }
    if (in > 1) {
      value = (uint32_t)GZ_CUE_SEVERAL << GZ_CUE_ROW_BITS | several++;
      fprintf(out, "{{%u,%u,%u,%u,%u}},\n", words[i].rows.row[0], words[i].rows.row[1], words[i].rows.row[2], words[i].rows.row[3], words[i].rows.row[4]);
    }
    keys[i].p = words[i].key;
    keys[i].n = words[i].n;
    keys[i].value = value;
  }
  fprintf(out, "{{0,0,0,0,0}}};\n");
  if (gz_trie_build(keys, count, &trie) != GZ_OK) fail("out of memory");
  gz_trie_emit(out, "cue", &trie);
  fprintf(out, "const gz_trie gz_cue_trie = ");
  gz_trie_emit_init(out, "cue", &trie);
  fprintf(out, ";\n");
  find_variants();
  gz_trie_keys(&lex_deal_cues.trie, deal_lead, NULL);
  for (uint32_t i = 0; i < count; i++) mark_wide(&cue_raw, words[i].key, words[i].n);
  emit_raw(out, "gz_cue_raw", &cue_raw);
  emit_raw(out, "gz_deal_raw", &deal_raw);
  emit_bits(out, "gz_deal_heads", deal_heads, sizeof deal_heads / sizeof *deal_heads);
  emit_bits(out, "gz_deal_heads_six", deal_six, sizeof deal_six / sizeof *deal_six);
  static han_leads before = {LEX_NAME_CUES_CLASS_NOUN | LEX_NAME_CUES_CLASS_BEFORE, {0}, {0}}, at_end = {LEX_NAME_CUES_CLASS_STOP | LEX_NAME_CUES_CLASS_SUFFIX | LEX_NAME_CUES_CLASS_BEHIND, {0}, {0}};
  static uint64_t stops[GZ_HAN_BITS / 64], others[GZ_HAN_BITS / 64], lasts[8], beside[GZ_BESIDE_ROLES * GZ_BESIDE_BITS / 64];
  gz_trie_keys(&lex_name_cues.trie, noun_last, lasts);
  emit_bits(out, "gz_name_noun_lasts", lasts, sizeof lasts / sizeof *lasts);
  gz_trie_keys(&lex_deal_beside.trie, beside_first, beside);
  emit_bits(out, "gz_beside_firsts", beside, sizeof beside / sizeof *beside);
  static uint64_t beside_lasts[GZ_BESIDE_ROLES];
  gz_trie_keys(&lex_deal_beside.trie, beside_last, beside_lasts);
  emit_bits(out, "gz_beside_lasts", beside_lasts, sizeof beside_lasts / sizeof *beside_lasts);
  gz_trie_keys(&lex_name_cues.trie, name_lead, &before);
  gz_trie_keys(&lex_name_cues.trie, name_lead, &at_end);
  gz_trie_keys(&lex_name_cues.trie, name_no_stop, others);
  gz_trie_keys(&lex_name_cues.trie, name_alone, stops);
  for (unsigned i = 0; i < GZ_HAN_BITS / 64; i++) stops[i] &= ~others[i];
  mark_han(before.bits, 0x548C);
  mark_han(before.bits, 0x53CA);
  emit_bits(out, "gz_name_leads_han", before.bits, GZ_HAN_BITS / 64);
  emit_bits(out, "gz_name_lead_pairs", before.pairs, GZ_PAIR_WORDS);
  emit_bits(out, "gz_name_ends_han", at_end.bits, GZ_HAN_BITS / 64);
  emit_bits(out, "gz_name_stops_han", stops, GZ_HAN_BITS / 64);
  return fclose(out) != 0;
}
