/* ext/data/unicode.tsv, fold.tsv and search_fold.tsv -> build/gen/uni_tables.{h,c}: two-stage tables, blocks of 128, equal blocks shared.
** A malformed line stops the build with file, line and reason. */
#include "gen/tsv.h"
#include "text/utf8.h"
#include <stdlib.h>

#define LIMIT 0x32400
#define BLOCK 128
#define BLOCKS (LIMIT / BLOCK)

/* What is added to a code point to fold it; below U+10000 modulo 65536, in tables of half the size. The few that fold out of that range, or
** lie beyond it, are kept apart: FAR. */
#define FAR 0xFA00
static int32_t fold[LIMIT];
static uint16_t near_fold[LIMIT];
static uint16_t prop[LIMIT];
static char scripts[256][8] = {"Zyyy", "Zinh"};
static int script_count = 2;

static uint32_t hex(const gz_tsv *t, const char *z)
{
  char *end;
  unsigned long v = strtoul(z, &end, 16);
  if (!*z || *end || v >= LIMIT) gz_tsv_fail(t, "not a code point below 32400: '%s'", z);
  return (uint32_t)v;
}

static int script_index(const gz_tsv *t, const char *z)
{
  if (strcmp(z, "Zzzz") == 0) return 0;
  for (int i = 0; i < script_count; i++) if (strcmp(scripts[i], z) == 0) return i;
  if (strlen(z) != 4 || script_count == 256) gz_tsv_fail(t, "not a script code: '%s'", z);
  strcpy(scripts[script_count], z);
  return script_count++;
}

static void read_unicode(const char *path)
{
  static const char *const classes[] = {"other", "letter", "mark", "digit", "number", "space", "punct", "symbol", "currency"};
  gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    uint32_t a = hex(&t, t.cell[0]), b = hex(&t, t.cell[1]);
    int cls = -1;
    for (int k = 0; k < 9; k++) if (strcmp(classes[k], t.cell[2]) == 0) cls = k;
    if (cls < 0) gz_tsv_fail(&t, "unknown class '%s'", t.cell[2]);
    if (b < a) gz_tsv_fail(&t, "range ends before it starts");
    int s = script_index(&t, t.cell[3]);
    for (uint32_t c = a; c <= b; c++) prop[c] = (uint16_t)(s << 4 | cls);
  }
  gz_tsv_close(&t);
}

static int read_fold(const char *path)
{
  int version = 0;
  gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  version = t.version;
  if (version <= 0) gz_tsv_fail(&t, "no '# version: N' line");
  while (gz_tsv_row(&t)) {
    uint32_t a = hex(&t, t.cell[0]), b = hex(&t, t.cell[1]);
    if (fold[a] || near_fold[a]) gz_tsv_fail(&t, "%s folds twice", t.cell[0]);
    fold[a] = (int32_t)b - (int32_t)a;
    if (a < 0x10000 && (a < FAR || a >= FAR + 0x100)) {
      if (b >= 0x10000) gz_tsv_fail(&t, "%s folds to more than FFFF: extend FAR", t.cell[0]);
      near_fold[a] = (uint16_t)(b - a);
      fold[a] = 0;
    }
  }
  gz_tsv_close(&t);
  return version;
}

static uint32_t search[LIMIT];
static unsigned char pool[65536];
static unsigned pool_n = 1;

/* Entry: bit 31 combines; bits 24..25 kind (0 itself, 1 one code point, 2 a sequence in the pool, 3 a code point of three bytes of UTF-8);
** low 24 bits the code point, the offset, or the bytes, the first one lowest. Bit 30: another entry, bare[], holds the letter without diacritics. */
static int32_t bare[LIMIT];

static void read_search(const char *path)
{
  gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    uint32_t from = hex(&t, t.cell[0]), cps[32];
    int n = 0;
    for (char *p = strtok(t.cell[1], " "); p; p = strtok(NULL, " ")) {
      if (n == 32) gz_tsv_fail(&t, "more than 32 code points");
      cps[n++] = hex(&t, p);
    }
    uint32_t e = 0;
    if (n == 1 && cps[0] != from && cps[0] >= 0x800 && cps[0] < 0x10000) e = 3u << 24 | (0x80u | (cps[0] & 63)) << 16 | (0x80u | (cps[0] >> 6 & 63)) << 8 | 0xE0u | cps[0] >> 12;
    else if (n == 1 && cps[0] != from) e = 1u << 24 | cps[0];
    else if (n != 1) {
      e = 2u << 24 | pool_n;
      unsigned at = pool_n++;
      for (int k = 0; k < n; k++) pool_n += (unsigned)gz_utf8_put(cps[k], (char *)pool + pool_n);
      if (pool_n > sizeof pool - 256) gz_tsv_fail(&t, "sequence pool is full");
      pool[at] = (unsigned char)(pool_n - at - 1);
    }
    if (t.cell[3][0] == '1') e |= 1u << 31;
    if (t.cell[2][0]) { e |= 1u << 30; bare[from] = (int32_t)hex(&t, t.cell[2]) - (int32_t)from; }
    search[from] = e;
  }
  gz_tsv_close(&t);
}

/* The blocks from `alone` on up to `alone_to` share none and keep their order: their second stage can be asked without the first. Returns where
** they begin in it. */
static int stages(FILE *c, const char *name, const char *type, const void *data, size_t item, int alone, int alone_to)
{
  static int index[BLOCKS];
  int unique = 0;
  static int first_of[BLOCKS];
  const char *p = data;
  for (int b = 0; b < BLOCKS; b++) {
    int same = -1;
    for (int u = 0; u < unique && same < 0 && (b < alone || b >= alone_to); u++)
      if (memcmp(p + (size_t)first_of[u] * BLOCK * item, p + (size_t)b * BLOCK * item, BLOCK * item) == 0) same = u;
    if (same < 0) { first_of[unique] = b; same = unique++; }
    index[b] = same;
  }
  fprintf(c, "const uint16_t gz_%s_stage1[%d] = {", name, BLOCKS);
  for (int b = 0; b < BLOCKS; b++) fprintf(c, "%s%d,", b % 24 ? "" : "\n", index[b]);
  fprintf(c, "\n};\nconst %s gz_%s_stage2[%d] = {", type, name, unique * BLOCK);
  for (int u = 0; u < unique; u++)
    for (int k = 0; k < BLOCK; k++) {
      size_t at = (size_t)first_of[u] * BLOCK + (size_t)k;
      long v = item == 4 ? (long)((const int32_t *)data)[at] : (long)((const uint16_t *)data)[at];
      fprintf(c, "%s%ld,", k % 24 ? "" : "\n", v);
    }
  fprintf(c, "\n};\n");
  return index[alone] * BLOCK;
}

int main(int argc, char **argv)
{
  if (argc != 6) { fprintf(stderr, "usage: unigen UNICODE.tsv FOLD.tsv SEARCH_FOLD.tsv OUT.h OUT.c\n"); return 2; }
  read_unicode(argv[1]);
  int version = read_fold(argv[2]);
  read_search(argv[3]);
  FILE *h = fopen(argv[4], "w"), *c = fopen(argv[5], "w");
  if (!h || !c) { fprintf(stderr, "unigen: cannot write %s\n", argv[4]); return 1; }
  fprintf(h, "/* Generated from %s and %s. */\n#ifndef GZ_UNI_TABLES_H\n#define GZ_UNI_TABLES_H\n#include <stdint.h>\n#define GZ_UNI_LIMIT 0x%Xu\n#define GZ_FOLD_VERSION %d\n", "unicode.tsv", "fold.tsv", LIMIT, version);
  for (int i = 0; i < script_count; i++) {
    char up[8];
    for (int k = 0; k < 5; k++) up[k] = (char)(scripts[i][k] >= 'a' && scripts[i][k] <= 'z' ? scripts[i][k] - 32 : scripts[i][k]);
    fprintf(h, "#define GZ_SCRIPT_%s %du\n", up, i);
  }
  fprintf(h, "#define GZ_SCRIPT_COUNT %d\nextern const uint16_t gz_fold_stage1[];\nextern const uint16_t gz_fold_stage2[];\nuint32_t gz_fold_far(uint32_t cp);\nextern const uint16_t gz_prop_stage1[];\nextern const uint16_t gz_prop_stage2[];\nextern const uint16_t gz_search_stage1[];\nextern const int32_t gz_search_stage2[];\nextern const uint16_t gz_bare_stage1[];\nextern const int32_t gz_bare_stage2[];\nextern const unsigned char gz_search_pool[];\nextern const uint64_t gz_search_plain[1024];\n", script_count);
  fprintf(c, "/* Generated. */\n#include \"uni_tables.h\"\n");
  int han = stages(c, "fold", "uint16_t", near_fold, 2, 0x4E00 / BLOCK, 0xA000 / BLOCK);
  fprintf(h, "#define GZ_FOLD_HAN %du\n", han);
  fprintf(c, "static ");
  stages(c, "far", "int32_t", fold, 4, 0, 0);
  fprintf(c, "uint32_t gz_fold_far(uint32_t cp) { return cp < GZ_UNI_LIMIT ? (uint32_t)((int32_t)cp + gz_far_stage2[((uint32_t)gz_far_stage1[cp >> 7] << 7) | (cp & 127)]) : cp; }\n");
  stages(c, "prop", "uint16_t", prop, 2, 0, 0);
  stages(c, "search", "int32_t", search, 4, 0, 0);
  stages(c, "bare", "int32_t", bare, 4, 0, 0);
  fprintf(c, "const unsigned char gz_search_pool[%u] = {", pool_n);
  for (unsigned k = 0; k < pool_n; k++) fprintf(c, "%s%u,", k % 32 ? "" : "\n", pool[k]);
  fprintf(c, "\n};\nconst uint64_t gz_search_plain[1024] = {");                /* a bit per code point below U+10000: it folds to itself and combines with nothing */
  for (unsigned k = 0; k < 1024; k++) {
    uint64_t plain = 0;
    for (unsigned b = 0; b < 64; b++) plain |= (uint64_t)!(search[k * 64 + b] & ~(1u << 30)) << b;
    fprintf(c, "%s%lluu,", k % 8 ? "" : "\n", (unsigned long long)plain);
  }
  fprintf(c, "\n};\n");
  fprintf(h, "#endif\n");
  return fclose(h) || fclose(c);
}
