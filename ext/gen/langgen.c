/* ext/data/lang/model.bin, han.tsv -> build/gen/lang_model.{h,c}: the language model as const tables.
** model.bin (ext/gen/model/pack.c): a text header (counts, script groups, tags with prior and levels, close groups), then the buckets: the
** number of features, and of each its fingerprint (two bytes, low one first), gain, number of cells (255: dense), and the
** cells.
** han.tsv: characters of one orthography, those of everyday Japanese and of Cantonese. */
#include "gen/tsv.h"
#include "text/lang_shape.h"
#include <stdlib.h>

static unsigned char *blob;
static size_t blob_n, at;

static void fail(const char *why) { fprintf(stderr, "langgen: %s\n", why); exit(1); }

static void load(const char *path)
{
  FILE *f = fopen(path, "rb");
  if (!f || fseek(f, 0, SEEK_END)) fail("cannot read the model");
  long n = ftell(f);
  if (n <= 0) fail("the model is empty");
  rewind(f);
  blob_n = (size_t)n;
  blob = malloc(blob_n + 1);
  if (!blob || fread(blob, 1, blob_n, f) != blob_n) fail("cannot read the model");
  blob[blob_n] = 0;
  fclose(f);
}

static char *header_line(void)
{
  char *s = (char *)blob + at, *e = memchr(s, '\n', blob_n - at);
  if (!e) fail("the model's header is cut");
  *e = 0;
  at = (size_t)(e - (char *)blob) + 1;
  return s;
}

static uint32_t byte(void) { if (at >= blob_n) fail("the model is cut"); return blob[at++]; }

static void array(FILE *c, const char *type, const char *name, const uint32_t *v, size_t n)
{
  fprintf(c, "%s %s[%zu] = {", type, name, n ? n : 1);
  for (size_t i = 0; i < n; i++) fprintf(c, "%s%u,", i % 32 ? "" : "\n", v[i]);
  fprintf(c, "\n};\n");
}

typedef struct feature { uint32_t print, gain, cells; size_t at; } feature;

enum { SLOTS = GZ_LANG_SLOTS, LONG = GZ_LANG_LONG, DENSE = GZ_LANG_DENSE, GAINS = 16, SYMBOLS = 256, SHARES = 16 };

/* The index of a share of the gain in 64ths. */
static uint32_t share[SHARES], shares = 1;      /* the first is nothing */
static uint32_t share_index(long v)
{
  for (uint32_t i = 0; i < shares; i++) if (share[i] == (uint32_t)v) return i;
  if (shares == SHARES) fail("too many levels");
  share[shares] = (uint32_t)v;
  return shares++;
}
#define CLOSE_MAX 8
#define HAN_FIRST 0x3400
#define HAN_LIMIT 0xA000
static void han(FILE *c, const char *path)
{
  static uint32_t cls[(HAN_LIMIT - HAN_FIRST) / 2];
  gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    static const char *const names[] = {"shared", "hans", "hant", "ja", "kanji", NULL, NULL, NULL, "yue"};
    uint32_t k = 0;
    while (k < 9 && (!names[k] || strcmp(names[k], t.cell[0]) != 0)) k++;
    if (k == 9) gz_tsv_fail(&t, "unknown orthography '%s'", t.cell[0]);
    const char *z = t.cell[1];
    size_t n = strlen(z), p = 0;
    while (p < n) {
      uint32_t cp = 0;
      unsigned char b = (unsigned char)z[p];
      if (b < 0xE0 || b > 0xEF || p + 2 >= n) gz_tsv_fail(&t, "not a Han character at byte %zu", p);
      cp = ((uint32_t)(b & 15) << 12) | ((uint32_t)(z[p + 1] & 63) << 6) | (uint32_t)(z[p + 2] & 63);
      if (cp < HAN_FIRST || cp >= HAN_LIMIT) gz_tsv_fail(&t, "U+%04X is out of range", cp);
      cls[(cp - HAN_FIRST) / 2] |= k << (4 * ((cp - HAN_FIRST) % 2));      /* kanji and yue are bits of their own */
      p += 3;
    }
  }
  gz_tsv_close(&t);
  array(c, "const uint8_t", "gz_lm_han", cls, sizeof cls / sizeof *cls);
}

int main(int argc, char **argv)
{
  if (argc != 5) { fprintf(stderr, "usage: langgen MODEL.bin HAN.tsv OUT.h OUT.c\n"); return 2; }
  load(argv[1]);
  if (strcmp(header_line(), "GZLM4") != 0) fail("not a model");
  int cols, groups;
  size_t buckets, cell_n;
  if (sscanf(header_line(), "%d %d %zu %zu", &cols, &groups, &buckets, &cell_n) != 4 || cols < 1 || cols > 250 || !buckets || buckets > 65535 ||
      cell_n > 4000000) fail("bad header");
  FILE *h = fopen(argv[3], "w"), *c = fopen(argv[4], "w");
  if (!h || !c) fail("cannot write");
  fprintf(c, "/* Generated from model.bin. */\n#include \"text/lang_int.h\"\n#include \"uni_tables.h\"\n");
  uint32_t first[16] = {0}, count[16] = {0};
  char script[16][8];
  int han_group = 0;
  if (groups < 1 || groups > 15) fail("bad groups");
  for (int g = 1; g <= groups; g++)
    if (sscanf(header_line(), "%4s %u %u", script[g], &first[g], &count[g]) != 3) fail("bad group");
  fprintf(c, "const uint8_t gz_lm_script_group[GZ_SCRIPT_COUNT] = {");
  for (int g = 1; g <= groups; g++) {
    if (strcmp(script[g], "Hani") == 0) { han_group = g; continue; }      /* lang_han.c reads Han itself */
    for (char *z = script[g]; *z; z++) if (*z >= 'a' && *z <= 'z') *z = (char)(*z - 32);
    fprintf(c, "[GZ_SCRIPT_%s] = %d,", script[g], g);
  }
  fprintf(c, "};\n");
  array(c, "const uint8_t", "gz_lm_first", first, (size_t)groups + 1);
  array(c, "const uint8_t", "gz_lm_count", count, (size_t)groups + 1);
  static int prior[256];
  static uint32_t symbol[16 * SYMBOLS], symbols[16];      /* language and share << 8 */
  fprintf(c, "const char gz_lm_tag[%d][12] = {", cols);
  fprintf(h, "/* Generated from model.bin. */\n#ifndef GZ_LANG_MODEL_H\n#define GZ_LANG_MODEL_H\n#include <stdint.h>\n");
  for (int i = 0; i < cols; i++) {
    char *z = header_line(), *space = strchr(z, ' ');
    if (!space) fail("a column without prior");
    *space = 0;
    char *level;
    prior[i] = (int)strtol(space + 1, &level, 10);
    int g = 1;
    while (g <= groups && ((uint32_t)i < first[g] || (uint32_t)i >= first[g] + count[g])) g++;
    if (g > groups) fail("a column of no group");
    for (long v; (v = strtol(level, &level, 10)) > 0;) {
      if (symbols[g] == SYMBOLS || v > 64) fail("bad levels");
      symbol[g * SYMBOLS + (int)symbols[g]++] = (uint32_t)i | share_index(v) << 8;
    }
    fprintf(c, "%s\"%s\",", i % 16 ? "" : "\n", z);
    for (char *u = z; *u; u++) *u = *u == '-' ? '_' : *u >= 'a' && *u <= 'z' ? (char)(*u - 32) : *u;
    fprintf(h, "#define GZ_LM_COL_%s %d\n", z, i);
  }
  fprintf(c, "\n};\n");
  fprintf(c, "const int16_t gz_lm_prior[%d] = {", cols);
  for (int i = 0; i < cols; i++) fprintf(c, "%d,", prior[i]);
  fprintf(c, "};\n");
  int closes = atoi(header_line());
  uint32_t closes_of[256] = {0};      /* of a language, a bit each */
  if (closes < 0 || closes > 32) fail("bad close groups");
  fprintf(c, "const uint8_t gz_lm_close[%d][GZ_LM_CLOSE_MAX] = {\n", closes);
  for (int k = 0; k < closes; k++) {
    int n = 0;
    fprintf(c, "{");
    for (char *z = strtok(header_line(), " "); z; z = strtok(NULL, " "), n++) {
      int lang = atoi(z);
      if (lang < 0 || lang >= cols) fail("bad close group");
      fprintf(c, "%d,", lang);
      closes_of[lang] |= 1u << k;
    }
    if (n < 2 || n >= CLOSE_MAX) fail("bad close group");
    fprintf(c, "255},\n");
  }
  fprintf(c, "};\n");
  array(c, "const uint32_t", "gz_lm_closes_of", closes_of, (size_t)cols);
  if (first[1] || count[1] > 2 * DENSE) fail("too many columns in the first group");
  fprintf(c, "const gz_lang_symbol gz_lm_symbol[%d][%d] = {\n", groups, SYMBOLS);
  for (int g = 1; g <= groups; g++) {      /* what no byte stands for adds nothing */
    fprintf(c, "{");
    for (int k = 0; k < SYMBOLS; k++) fprintf(c, "{%u,%u},", symbol[g * SYMBOLS + k] & 255, symbol[g * SYMBOLS + k] >> 8);
    fprintf(c, "},\n");
  }
  fprintf(c, "};\nconst uint8_t gz_lm_evidence[16][16] = {\n");
  for (int g = 0; g < GAINS; g++) {
    fprintf(c, "{");
    for (int k = 0; k < SHARES; k++) fprintf(c, "%u,", (share[k] * gz_lang_gain[g] + 32) >> 6);
    fprintf(c, "},\n");
  }
  fprintf(c, "};\n_Alignas(64) const gz_lang_bucket gz_lm_bucket[%zu] = {\n", buckets);
  /* Dense features come first in a bucket; their cells stand behind those of all others, from GZ_LM_DENSE on, the first of the
  ** bucket's at 48 times the upper 13 bits of its last number. The others' cells begin at twice the lower 19 bits. */
  uint32_t *out = calloc(cell_n + buckets + 256, sizeof *out), *wide = calloc(cell_n + 256, sizeof *wide);
  size_t n = 0, wides = 0;
  if (!out || !wide) fail("out of memory");
  for (size_t b = 0; b < buckets; b++) {
    feature f[SLOTS] = {{0}};
    uint32_t used = byte(), print[SLOTS] = {0}, meta[SLOTS] = {0}, k = 0;
    if (used > SLOTS) fail("a bucket is too full");
    for (uint32_t i = 0; i < used; i++) {
      f[i].print = byte();
      f[i].print |= byte() << 8;
      f[i].gain = byte();
      f[i].cells = byte();
      f[i].at = at;
      if (!f[i].print || f[i].gain >= GAINS || !f[i].cells || (f[i].cells == 255 && !f[i].gain)) fail("bad feature");
      at += f[i].cells == 255 ? DENSE : f[i].cells;
      if (at > blob_n) fail("the model is cut");
    }
    n += n & 1;
    if (n / 2 >> 19 || wides >> 13) fail("too many cells");
    uint32_t begin = (uint32_t)(n / 2) | (uint32_t)wides << 19;
    for (int order = 0; order < 3; order++)      /* dense, short, long */
      for (uint32_t i = 0; i < used; i++) {
        if (order != (f[i].cells == 255 ? 0 : f[i].cells < LONG ? 1 : 2)) continue;
        print[k] = f[i].print;
        meta[k++] = (order == 0 ? 0 : order == 1 ? f[i].cells : LONG) | f[i].gain << 4;
        if (order == 2) out[n++] = f[i].cells;
        for (uint32_t j = 0; order && j < f[i].cells; j++) out[n++] = blob[f[i].at + j];
        for (uint32_t j = 0; !order && j < DENSE; j++) wide[DENSE * wides + j] = blob[f[i].at + j];
        wides += !order;
      }
    if (!used) fail("an empty bucket");
    while (k < SLOTS) print[k++] = print[0];      /* so that nothing is found in an empty slot */
    fprintf(c, "{{");
    for (int i = 0; i < SLOTS; i++) fprintf(c, "%u,", print[i]);
    fprintf(c, "},{");
    for (int i = 0; i < SLOTS; i++) fprintf(c, "%u,", meta[i]);
    fprintf(c, "},%u},\n", begin);
  }
  fprintf(c, "};\n");
  if (at != blob_n) fail("the model has a tail");
  while (n % 16) n++;
  out = realloc(out, (n + DENSE * wides) * sizeof *out);
  if (!out) fail("out of memory");
  memcpy(out + n, wide, DENSE * wides * sizeof *out);
  array(c, "_Alignas(16) const uint8_t", "gz_lm_cell", out, n + DENSE * wides);
  fprintf(h, "#define GZ_LM_DENSE %zuu\n", n);
  free(out);
  free(wide);
  han(c, argv[2]);
  fprintf(h, "#define GZ_LM_CLOSES %d\n#define GZ_LM_CLOSE_MAX %d\n#define GZ_LM_COLS %d\n#define GZ_LM_GROUPS %d\n#define GZ_LM_HAN_GROUP %d\n#define GZ_LM_BUCKETS %zuu\n#define GZ_LM_HAN_FIRST 0x%X\n#define GZ_LM_HAN_LIMIT 0x%X\n",
          closes, CLOSE_MAX, cols, groups, han_group, buckets, HAN_FIRST, HAN_LIMIT);
  fprintf(h, "extern const uint8_t gz_lm_script_group[], gz_lm_first[], gz_lm_count[], gz_lm_cell[], gz_lm_han[];\n"
             "extern const int16_t gz_lm_prior[];\nextern const uint32_t gz_lm_closes_of[];\nextern const char gz_lm_tag[][12];\nextern const uint8_t gz_lm_close[][GZ_LM_CLOSE_MAX];\n#endif\n");
  return fclose(h) || fclose(c);
}
