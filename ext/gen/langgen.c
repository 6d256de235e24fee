/* ext/data/lang/model.bin, han.tsv -> build/gen/lang_model.{h,c}: the language model as const tables.
** model.bin: text header (counts, script groups, tags), then one record a feature in order of its hash: bucket (4 bytes),
** fingerprint (2), length (1: pairs of column and evidence, 255 = one byte for every column of the first group), row.
** han.tsv: ranges of characters and the orthography that they belong to. */
#include "gen/tsv.h"
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
  fprintf(c, "const %s %s[%zu] = {", type, name, n ? n : 1);
  for (size_t i = 0; i < n; i++) fprintf(c, "%s%u,", i % 32 ? "" : "\n", v[i]);
  fprintf(c, "\n};\n");
}

#define HAN_FIRST 0x3400
#define HAN_LIMIT 0xA000
static void han(FILE *c, const char *path)
{
  static uint32_t cls[(HAN_LIMIT - HAN_FIRST) / 4];
  gz_tsv t;
  gz_tsv_open(&t, path);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    static const char *const names[] = {"shared", "hans", "hant", "ja"};
    uint32_t k = 0;
    while (k < 4 && strcmp(names[k], t.cell[0]) != 0) k++;
    if (k == 4) gz_tsv_fail(&t, "unknown orthography '%s'", t.cell[0]);
    const char *z = t.cell[1];
    size_t n = strlen(z), p = 0;
    while (p < n) {
      uint32_t cp = 0;
      unsigned char b = (unsigned char)z[p];
      if (b < 0xE0 || b > 0xEF || p + 2 >= n) gz_tsv_fail(&t, "not a Han character at byte %zu", p);
      cp = ((uint32_t)(b & 15) << 12) | ((uint32_t)(z[p + 1] & 63) << 6) | (uint32_t)(z[p + 2] & 63);
      if (cp < HAN_FIRST || cp >= HAN_LIMIT) gz_tsv_fail(&t, "U+%04X is out of range", cp);
      cls[(cp - HAN_FIRST) / 4] |= k << (2 * ((cp - HAN_FIRST) % 4));
      p += 3;
    }
  }
  gz_tsv_close(&t);
  array(c, "uint8_t", "gz_lm_han", cls, sizeof cls / sizeof *cls);
}

int main(int argc, char **argv)
{
  if (argc != 5) { fprintf(stderr, "usage: langgen MODEL.bin HAN.tsv OUT.h OUT.c\n"); return 2; }
  load(argv[1]);
  if (strcmp(header_line(), "GZLM1") != 0) fail("not a model");
  int cols, groups;
  unsigned bits;
  size_t nf;
  if (sscanf(header_line(), "%d %d %u %zu", &cols, &groups, &bits, &nf) != 4 || cols < 1 || cols > 250 || bits > 24) fail("bad header");
  FILE *h = fopen(argv[3], "w"), *c = fopen(argv[4], "w");
  if (!h || !c) fail("cannot write");
  fprintf(c, "/* Generated from model.bin. */\n#include \"lang_model.h\"\n#include \"uni_tables.h\"\n");
  uint32_t first[16] = {0}, count[16] = {0};
  char script[16][8];
  if (groups < 1 || groups > 15) fail("bad groups");
  for (int g = 1; g <= groups; g++)
    if (sscanf(header_line(), "%4s %u %u", script[g], &first[g], &count[g]) != 3) fail("bad group");
  fprintf(c, "const uint8_t gz_lm_script_group[GZ_SCRIPT_COUNT] = {");
  for (int g = 1; g <= groups; g++) {
    if (strcmp(script[g], "Hani") == 0) continue;      /* lang_han.c reads Han itself */
    for (char *z = script[g]; *z; z++) if (*z >= 'a' && *z <= 'z') *z = (char)(*z - 32);
    fprintf(c, "[GZ_SCRIPT_%s] = %d,", script[g], g);
  }
  fprintf(c, "};\n");
  array(c, "uint8_t", "gz_lm_first", first, (size_t)groups + 1);
  array(c, "uint8_t", "gz_lm_count", count, (size_t)groups + 1);
  static int prior[256];
  fprintf(c, "const char gz_lm_tag[%d][12] = {", cols);
  fprintf(h, "/* Generated from model.bin. */\n#ifndef GZ_LANG_MODEL_H\n#define GZ_LANG_MODEL_H\n#include <stdint.h>\n");
  for (int i = 0; i < cols; i++) {
    char *z = header_line(), *space = strchr(z, ' ');
    if (!space) fail("a column without prior");
    *space = 0;
    prior[i] = atoi(space + 1);
    fprintf(c, "%s\"%s\",", i % 16 ? "" : "\n", z);
    for (char *u = z; *u; u++) *u = *u == '-' ? '_' : *u >= 'a' && *u <= 'z' ? (char)(*u - 32) : *u;
    fprintf(h, "#define GZ_LM_COL_%s %d\n", z, i);
  }
  fprintf(c, "\n};\n");
  fprintf(c, "const int16_t gz_lm_prior[%d] = {", cols);
  for (int i = 0; i < cols; i++) fprintf(c, "%d,", prior[i]);
  fprintf(c, "};\n");
  size_t nb = (size_t)1 << bits, rows = 0;
  uint32_t *bf = calloc(nb + 1, sizeof *bf), *br = calloc(nb + 1, sizeof *br), *fp = calloc(nf + 1, sizeof *fp), *len = calloc(nf + 1, sizeof *len);
  uint32_t *row = calloc(blob_n, sizeof *row);
  if (!bf || !br || !fp || !len || !row) fail("out of memory");
  size_t b = 0;
  for (size_t i = 0; i < nf; i++) {
    uint32_t bucket = byte();
    for (int k = 1; k < 4; k++) bucket |= byte() << (8 * k);
    if (bucket >= nb || bucket + 1 < b) fail("buckets out of order");
    for (; b <= bucket; b++) { bf[b] = (uint32_t)i; br[b] = (uint32_t)rows; }
    fp[i] = byte();
    fp[i] |= byte() << 8;
    len[i] = byte();
    size_t n = len[i] == 255 ? count[1] : 2 * (size_t)len[i];
    while (n--) row[rows++] = byte();
  }
  for (; b <= nb; b++) { bf[b] = (uint32_t)nf; br[b] = (uint32_t)rows; }
  if (at != blob_n) fail("the model has a tail");
  array(c, "uint32_t", "gz_lm_bucket_feature", bf, nb + 1);
  array(c, "uint32_t", "gz_lm_bucket_row", br, nb + 1);
  array(c, "uint16_t", "gz_lm_print", fp, nf);
  array(c, "uint8_t", "gz_lm_len", len, nf);
  array(c, "uint8_t", "gz_lm_row", row, rows);
  han(c, argv[2]);
  fprintf(h, "#define GZ_LM_COLS %d\n#define GZ_LM_GROUPS %d\n#define GZ_LM_DENSE %u\n#define GZ_LM_BITS %u\n#define GZ_LM_HAN_FIRST 0x%X\n#define GZ_LM_HAN_LIMIT 0x%X\n",
          cols, groups, count[1], bits, HAN_FIRST, HAN_LIMIT);
  fprintf(h, "extern const uint8_t gz_lm_script_group[], gz_lm_first[], gz_lm_count[], gz_lm_len[], gz_lm_row[], gz_lm_han[];\n"
             "extern const uint16_t gz_lm_print[];\nextern const int16_t gz_lm_prior[];\nextern const uint32_t gz_lm_bucket_feature[], gz_lm_bucket_row[];\nextern const char gz_lm_tag[][12];\n#endif\n");
  return fclose(h) || fclose(c);
}
