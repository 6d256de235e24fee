/* ext/data/lang/model.bin, han.tsv -> build/gen/lang_model.{h,c}: the language model as const tables.
** model.bin: text header (counts, script groups, tags), then one record a feature in order of its hash: bucket (4 bytes),
** fingerprint (2), length (1: pairs of column and evidence, 255 = one byte for every column of the first group), row.
** han.tsv: characters of one orthography, those of everyday Japanese and of Cantonese. */
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
  array(c, "uint8_t", "gz_lm_han", cls, sizeof cls / sizeof *cls);
}

int main(int argc, char **argv)
{
  if (argc != 5) { fprintf(stderr, "usage: langgen MODEL.bin HAN.tsv OUT.h OUT.c\n"); return 2; }
  load(argv[1]);
  if (strcmp(header_line(), "GZLM2") != 0) fail("not a model");
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
  int closes = atoi(header_line());
  fprintf(c, "const uint8_t gz_lm_close[%d][GZ_LM_CLOSE_MAX] = {\n", closes);
  for (int k = 0; k < closes; k++) {
    int n = 0;
    fprintf(c, "{");
    for (char *z = strtok(header_line(), " "); z; z = strtok(NULL, " "), n++) fprintf(c, "%d,", atoi(z));
    if (n < 2 || n >= CLOSE_MAX) fail("bad close group");
    fprintf(c, "255},\n");
  }
  fprintf(c, "};\n");
  /* A bucket: how many features, their fingerprints (two bytes each), their lengths, their rows. */
  size_t nb = (size_t)1 << bits, stride = (count[1] + 15) / 16 * 16, out_n = 0, left = nf;
  uint32_t *start = calloc(nb + 1, sizeof *start), *out = calloc(blob_n * 2, sizeof *out), bucket = 0;
  if (!start || !out) fail("out of memory");
  for (size_t b = 0; b < nb; b++) {
    static unsigned char print[256][2];
    static uint32_t length[256], rows[256 * 256];
    size_t n = 0, r = 0;
    start[b] = (uint32_t)out_n;
    for (;;) {
      if (!bucket && left) { bucket = byte(); for (int k = 1; k < 4; k++) bucket |= byte() << (8 * k); if (bucket >= nb || bucket < b) fail("buckets out of order"); bucket++; left--; }
      if (bucket != b + 1) break;
      if (n == 255) fail("a bucket is full");
      bucket = 0;
      print[n][0] = (unsigned char)byte();
      print[n][1] = (unsigned char)byte();
      length[n] = byte();
      size_t m = length[n] == 255 ? count[1] : 2 * (size_t)length[n];
      if (r + m + stride > sizeof rows / sizeof *rows) fail("a bucket is too long");
      while (m--) rows[r++] = byte();
      if (length[n++] == 255) for (size_t k = count[1]; k < stride; k++) rows[r++] = 0;      /* up to a whole number of vectors */
    }
    out[out_n++] = (uint32_t)n;
    for (size_t k = 0; k < n; k++) { out[out_n++] = print[k][0]; out[out_n++] = print[k][1]; }
    for (size_t k = 0; k < n; k++) out[out_n++] = length[k];
    for (size_t k = 0; k < r; k++) out[out_n++] = rows[k];
  }
  start[nb] = (uint32_t)out_n;
  if (at != blob_n) fail("the model has a tail");
  array(c, "uint32_t", "gz_lm_start", start, nb);
  array(c, "uint8_t", "gz_lm_bucket", out, out_n);
  han(c, argv[2]);
  fprintf(h, "#define GZ_LM_CLOSES %d\n#define GZ_LM_CLOSE_MAX %d\n#define GZ_LM_COLS %d\n#define GZ_LM_GROUPS %d\n#define GZ_LM_DENSE %zu\n#define GZ_LM_BITS %u\n#define GZ_LM_HAN_FIRST 0x%X\n#define GZ_LM_HAN_LIMIT 0x%X\n",
          closes, CLOSE_MAX, cols, groups, stride, bits, HAN_FIRST, HAN_LIMIT);
  fprintf(h, "extern const uint8_t gz_lm_script_group[], gz_lm_first[], gz_lm_count[], gz_lm_bucket[], gz_lm_han[];\n"
             "extern const int16_t gz_lm_prior[];\nextern const uint32_t gz_lm_start[];\nextern const char gz_lm_tag[][12];\nextern const uint8_t gz_lm_close[][GZ_LM_CLOSE_MAX];\n#endif\n");
  return fclose(h) || fclose(c);
}
