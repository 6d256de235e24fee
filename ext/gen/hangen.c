/* Merges the Chinese word lists into one table and one trie: see find/han_data.h. The headers of the lists say what their columns
** are; the order of parts of speech and roles must be that of han_data.h, which is checked. */
#include "gen/trie_emit.h"
#include "gen/tsv.h"
#include "find/han_data.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "text/trie_build.h"
#include <stdlib.h>

typedef struct item { char *key; uint32_t n; gz_han_row row; } item;
static item *items;
static size_t count, cap;

static const char *const pos_names[] = {"n", "v", "a", "d", "m", "q", "r", "p", "c", "u", "f", "t", "s", "b", "i", NULL};
static const char *const role_names[] = {"org", "place", "title", "after", "speech", "locprep", "stop", "atplace", "placetitle", "people", "power", "tail", "seat", "trade", "field", "unit", NULL};

static gz_han_row *add(const gz_tsv *t, const char *text)
{
  gz_buf b = GZ_BUF_INIT;
  size_t n = 0;
  gz_trie_fold_key(gz_view_cstr(text), &b);
  char *key = gz_buf_take(&b, &n);
  if (!key || n == 0 || n > 250) gz_tsv_fail(t, "empty or too long word");
  if (count == cap) {
    cap = cap ? cap * 2 : 4096;
    items = realloc(items, cap * sizeof *items);
    if (!items) exit(1);
  }
  item *i = &items[count++];
  memset(i, 0, sizeof *i);
  i->key = key;
  i->n = (uint32_t)n;
  return &i->row;
}

static uint8_t number(const gz_tsv *t, int cell, long top)
{
  char *end;
  long v = strtol(t->cell[cell], &end, 10);
  if (*end || end == t->cell[cell] || v < 0 || v > top) gz_tsv_fail(t, "'%s' is not 0..%ld", t->cell[cell], top);
  return (uint8_t)v;
}

static unsigned index_of(const gz_tsv *t, const char *z, size_t n, const char *const *names)
{
  for (unsigned i = 0; names[i]; i++) if (strlen(names[i]) == n && memcmp(names[i], z, n) == 0) return i;
  gz_tsv_fail(t, "unknown value '%.*s'", (int)n, z);
}

/* A family name of rank r: surprise in tenths of a bit. */
static uint8_t rank_cost(long rank)
{
  long c = 38;
  for (long r = rank; r > 1; r = r * 10 / 14) c += 4;
  return (uint8_t)c;
}

static void read(const char *path, int kind)
{
  static gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    gz_han_row *r = add(&t, t.cell[0]);
    if (kind == 0) { r->word = number(&t, 1, 255); r->pos = index_of(&t, t.cell[2], strlen(t.cell[2]), pos_names) & 15u; }
    else if (kind == 1) r->place = number(&t, 1, 255);
    else if (kind == 2) r->weight = number(&t, 2, 5);
    else if (kind == 3) {
      for (const char *p = t.cell[1]; *p;) { size_t n = strcspn(p, ","); r->roles |= (uint16_t)(1u << index_of(&t, p, n, role_names)); p += n + (p[n] == ','); }
    } else if (kind == 4) r->surname = rank_cost(strtol(t.cell[1], NULL, 10));
    else if (kind == 5) { r->first = number(&t, 1, 255); r->last = number(&t, 2, 255); r->alone = number(&t, 3, 255); }
    else if (kind == 6) r->share = (uint8_t)(number(&t, 1, 100) + 1);
    else { r->firm = number(&t, 1, 255); r->firm_later = number(&t, 2, 255); }
  }
  gz_tsv_close(&t);
}

/* plain_words.tsv: pairs of characters, first characters in order with the places of their second ones. */
typedef struct duo { uint16_t first, second; } duo;

static int by_pair(const void *x, const void *y)
{
  const duo *a = x, *b = y;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  return (a->second > b->second) - (a->second < b->second);
}

static void emit_pairs(FILE *out, const char *path)
{
  static gz_tsv t;
  static duo pairs[1 << 16];
  size_t n = 0;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    size_t pos = 0, length = strlen(t.cell[0]);
    uint32_t a = gz_fold(gz_utf8_next(t.cell[0], length, &pos)), b = pos < length ? gz_fold(gz_utf8_next(t.cell[0], length, &pos)) : 0;
    if (pos != length || a > UINT16_MAX || b > UINT16_MAX || !b) gz_tsv_fail(&t, "'%s' is not two characters", t.cell[0]);
    if (n == sizeof pairs / sizeof *pairs) gz_tsv_fail(&t, "too many words");
    pairs[n].first = (uint16_t)a;
    pairs[n++].second = (uint16_t)b;
  }
  gz_tsv_close(&t);
  qsort(pairs, n, sizeof *pairs, by_pair);
  static uint64_t bits[GZ_HAN_PLAIN / 64];
  fprintf(out, "const uint16_t gz_han_seldom_second[] = {\n");
  for (size_t i = 0; i < n; i++) fprintf(out, "%u,%s", pairs[i].second, i % 20 == 19 ? "\n" : "");
  fprintf(out, "0};\nconst uint16_t gz_han_seldom_at[] = {\n");
  for (size_t i = 0, firsts = 0; i < n; i++) {
    if (i && pairs[i].first == pairs[i - 1].first) continue;
    fprintf(out, "%zu,%s", i, firsts++ % 20 == 19 ? "\n" : "");
    if (!gz_han_is_plain(pairs[i].first)) { fprintf(stderr, "hangen: %s: a character that is none of U+4E00..U+9FFF\n", path); exit(1); }
    bits[(pairs[i].first - 0x4E00u) / 64] |= (uint64_t)1 << (pairs[i].first - 0x4E00u) % 64;
  }
  fprintf(out, "%zu};\nconst uint64_t gz_han_seldom_bits[] = {\n", n);
  for (size_t i = 0; i < GZ_HAN_PLAIN / 64; i++) fprintf(out, "0x%llxu,%s", (unsigned long long)bits[i], i % 8 == 7 ? "\n" : "");
  fprintf(out, "};\nconst uint16_t gz_han_seldom_before[] = {\n");
  for (size_t i = 0, before = 0; i < GZ_HAN_PLAIN / 64; i++) {
    fprintf(out, "%zu,%s", before, i % 20 == 19 ? "\n" : "");
    for (uint64_t b = bits[i]; b; b &= b - 1) before++;
  }
  fprintf(out, "};\n");
}

static int by_key(const void *x, const void *y) { return strcmp(((const item *)x)->key, ((const item *)y)->key); }
static uint8_t most(uint8_t a, uint8_t b) { return a > b ? a : b; }

static void merge(gz_han_row *a, const gz_han_row *b)
{
  if (b->word > a->word) { a->word = b->word; a->pos = b->pos; }
  a->roles |= b->roles;
  a->place = most(a->place, b->place);
  a->weight = most(a->weight, b->weight);
  a->surname = most(a->surname, b->surname);
  a->first = most(a->first, b->first);
  a->last = most(a->last, b->last);
  a->alone = most(a->alone, b->alone);
  a->share = most(a->share, b->share);
  a->firm = most(a->firm, b->firm);
  a->firm_later = most(a->firm_later, b->firm_later);
}

/* The number of a row among the different ones: most words differ in nothing but how often they are met. */
static uint32_t shared_row(const gz_han_row *r, bool *fresh)
{
  static struct { gz_han_row row; uint32_t number; bool used; } seen[1 << 16];
  static uint32_t different;
  const unsigned char *z = (const unsigned char *)r;
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < sizeof *r; i++) h = (h ^ z[i]) * 16777619u;
  for (h &= 0xFFFF; seen[h].used && memcmp(&seen[h].row, r, sizeof *r); h = (h + 1) & 0xFFFF) {}
  *fresh = !seen[h].used;
  if (*fresh) {
    if (different == 1 << 15) { fprintf(stderr, "hangen: too many different rows\n"); exit(1); }
    seen[h].row = *r;
    seen[h].used = true;
    seen[h].number = different++;
  }
  return seen[h].number;
}

static uint8_t flags_of(const gz_han_row *r)
{
  unsigned f = r->place | r->weight | r->surname ? GZ_HAN_IS_NAME : 0;
  if (r->share > GZ_HAN_FOREIGN_SHARE) f |= GZ_HAN_IS_FOREIGN;
  if (r->roles & GZ_HAN_PLACE) f |= GZ_HAN_ENDS_PLACE;
  if (r->roles & (GZ_HAN_ORG | GZ_HAN_PLACE | GZ_HAN_TAIL | GZ_HAN_SEAT)) f |= GZ_HAN_IS_HEAD;
  return (uint8_t)f;
}

static uint8_t cost_of(int cost)
{
  if (cost > UINT8_MAX) { fprintf(stderr, "hangen: a word is too seldom\n"); exit(1); }
  return (uint8_t)(cost > 1 ? cost : 1);
}

static uint32_t char_at(const gz_trie_key *k, size_t *pos) { return *pos < k->n ? gz_utf8_next(k->p, k->n, pos) : 0; }

/* A row for each plain first character: its pairs with what is known of them, by the second. */
static uint32_t alone[GZ_HAN_PLAIN], *pairs_of[GZ_HAN_PLAIN], pair_count[GZ_HAN_PLAIN], place_of[GZ_HAN_PLAIN];
static uint64_t thirds[((size_t)1 << GZ_HAN_THIRD_BITS) / 64];

static void add_pair(uint32_t a, uint32_t b, uint32_t value)
{
  uint32_t *list = pairs_of[a], n = pair_count[a];
  for (uint32_t i = 0; i < n; i++) if (list[i] >> 16 == b) { list[i] |= value; return; }
  list = realloc(list, (n + 1) * sizeof *list);
  if (!list) exit(1);
  list[n] = b << 16 | value;
  pairs_of[a] = list;
  pair_count[a] = n + 1;
}

/* Enters a word in the tables by character and pair; false when its place is in the trie. */
static bool in_tables(const gz_trie_key *k)
{
  size_t pos = 0;
  uint32_t a = char_at(k, &pos), b = char_at(k, &pos), c = char_at(k, &pos);
  if (!gz_han_is_plain(a)) return false;
  if (!b) { alone[a - 0x4E00u] = k->value; return true; }
  if (!gz_han_is_plain(b)) return false;
  add_pair(a - 0x4E00u, b - 0x4E00u, c ? GZ_HAN_LONGER : k->value);
  if (c) thirds[gz_han_third_bit(a, b, c) >> 6] |= (uint64_t)1 << (gz_han_third_bit(a, b, c) & 63u);
  return !c;
}

static int by_number_of_pairs(const void *x, const void *y)
{
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  if (pair_count[a] != pair_count[b]) return pair_count[a] > pair_count[b] ? -1 : 1;
  return a < b ? -1 : 1;
}

/* Lays the rows into one array, those with most pairs first, each at the first place where all its pairs fall into gaps. */
static void write_tables(FILE *out)
{
  static uint32_t order[GZ_HAN_PLAIN], slot[1 << GZ_HAN_PLACE_BITS];
  uint32_t used = 0;
  for (uint32_t i = 0; i < GZ_HAN_PLAIN; i++) order[i] = i;
  qsort(order, GZ_HAN_PLAIN, sizeof *order, by_number_of_pairs);
  for (uint32_t k = 0; k < GZ_HAN_PLAIN && pair_count[order[k]]; k++) {
    uint32_t a = order[k], at = 0, n = pair_count[a], i = 0;
    for (; i < n; at += i < n) for (i = 0; i < n && !slot[at + (pairs_of[a][i] >> 16)]; i++) { }
    for (i = 0; i < n; i++) slot[at + (pairs_of[a][i] >> 16)] = (a + 1) << 16 | (pairs_of[a][i] & 0xFFFFu);
    place_of[a] = at;
    if (at > used) used = at;
    if (at + 2 * GZ_HAN_PLAIN >= sizeof slot / sizeof *slot) { fprintf(stderr, "hangen: too many pairs\n"); exit(1); }
  }
  used += GZ_HAN_PLAIN;
  fprintf(out, "const uint32_t gz_han_chars[] = {");
  for (uint32_t i = 0; i < GZ_HAN_PLAIN; i++) {
    if (alone[i] >> (32 - GZ_HAN_PLACE_BITS)) { fprintf(stderr, "hangen: too many rows\n"); exit(1); }
    fprintf(out, "%s%u,", i % 16 ? "" : "\n", alone[i] << GZ_HAN_PLACE_BITS | place_of[i]);
  }
  fprintf(out, "};\nconst uint32_t gz_han_slots[] = {");
  for (uint32_t i = 0; i < used; i++) fprintf(out, "%s%u,", i % 16 ? "" : "\n", slot[i]);
  fprintf(out, "};\nconst uint64_t gz_han_thirds[] = {");
  for (size_t i = 0; i < sizeof thirds / sizeof *thirds; i++) fprintf(out, "%s%lluu,", i % 8 ? "" : "\n", (unsigned long long)thirds[i]);
  fprintf(out, "};\n");
}

int main(int argc, char **argv)
{
  if (argc != 11) { fprintf(stderr, "usage: hangen common_words places translit han_words surnames han_given translit_chars firm_chars plain_words OUT.c\n"); return 2; }
  for (int i = 0; i < 8; i++) read(argv[1 + i], i);
  qsort(items, count, sizeof *items, by_key);
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    if (n && strcmp(items[n - 1].key, items[i].key) == 0) { gz_han_row row = items[i].row; merge(&items[n - 1].row, &row); }
    else { item keep = items[i]; items[n++] = keep; }
  }
  gz_trie_key *keys = malloc((n + 1) * sizeof *keys);
  FILE *out = fopen(argv[10], "w");
  gz_trie trie;
  if (!keys || !out) return 1;
  fprintf(out, "/* Generated from the Chinese word lists of ext/data. */\n#include \"find/han_data.h\"\nconst gz_han_row gz_han_rows[] = {\n");
  static const gz_han_row none;
  bool fresh;
  shared_row(&none, &fresh);
  fprintf(out, "{.alone_cost = %d, .word_cost = GZ_HAN_NO_WORD},\n", GZ_HAN_UNKNOWN);
  for (size_t i = 0; i < n; i++) {
    gz_han_row *r = &items[i].row;
    r->flags = flags_of(r) & 15u;
    r->alone_cost = cost_of(r->word ? GZ_HAN_TOTAL - r->word : GZ_HAN_UNKNOWN);
    r->word_cost = r->word ? r->alone_cost : r->roles & GZ_HAN_STOP ? GZ_HAN_STOP_WORD : GZ_HAN_NO_WORD;
    keys[i].p = items[i].key; keys[i].n = items[i].n; keys[i].value = shared_row(&items[i].row, &fresh);
    if (fresh) fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u},\n", r->roles, r->word, r->pos, r->flags, r->place, r->weight, r->surname, r->first, r->last, r->alone, r->share, r->firm, r->firm_later, r->alone_cost, r->word_cost);
  }
  fprintf(out, "};\n");
  size_t longer = 0;
  for (size_t i = 0; i < n; i++) if (!in_tables(&keys[i])) keys[longer++] = keys[i];
  if (gz_trie_build(keys, longer, &trie) != GZ_OK) return 1;
  gz_trie_emit(out, "han", &trie);
  write_tables(out);
  emit_pairs(out, argv[9]);
  fprintf(out, "const gz_trie gz_han_trie = ");
  gz_trie_emit_init(out, "han", &trie);
  fprintf(out, ";\n");
  return fclose(out);
}
