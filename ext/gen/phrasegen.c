/* ext/data/boilerplate_any.tsv -> build/gen/phrase_heads.c: the bits of page/phrase_heads.h. */
#include "gen/tsv.h"
#include "page/phrase_heads.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdlib.h>

static uint64_t bits[GZ_PHRASE_BITS / 64], starts[GZ_PHRASE_START_BITS / 64];

static void put(FILE *f, const char *name, const char *size, const uint64_t *list, size_t n)
{
  fprintf(f, "const uint64_t %s[%s / 64] = {", name, size);
  for (size_t i = 0; i < n; i++) fprintf(f, "%s0x%llxu,", i % 6 ? "" : "\n", (unsigned long long)list[i]);
  fprintf(f, "\n};\n");
}

int main(int argc, char **argv)
{
  static gz_tsv t;
  if (argc != 3) { fprintf(stderr, "usage: phrasegen IN.tsv OUT.c\n"); return 2; }
  gz_tsv_open(&t, argv[1]);
  gz_tsv_header(&t);
  while (gz_tsv_row(&t)) {
    const char *z = t.cell[0];
    uint32_t c[256], head, start;
    char word[256];
    size_t n = 0, size = strlen(z), k = 0;
    for (size_t i = 0; i < size && n < 256;) {
      uint32_t f = gz_fold(gz_utf8_next(z, size, &i));
      if (!gz_is_space(f)) c[n++] = f;
      else if (n && c[n - 1] != ' ') c[n++] = ' ';
    }
    for (; k < n && c[k] >= 'a' && c[k] <= 'z'; k++) word[k] = (char)c[k];
    if (k) {
      size_t m = k + (k < n && c[k] == ' ');
      start = gz_phrase_word(word, k);
      head = gz_phrase_head(start, m < n ? c[m] : 0, m + 1 < n ? c[m + 1] : 0);
    } else head = gz_phrase_head(0, start = c[0], n > 1 ? c[1] : 0);
    start = gz_phrase_start(start);
    starts[start >> 6] |= (uint64_t)1 << (start & 63);
    bits[head >> 6] |= (uint64_t)1 << (head & 63);
  }
  gz_tsv_close(&t);
  FILE *f = fopen(argv[2], "w");
  if (!f) { fprintf(stderr, "phrasegen: cannot write %s\n", argv[2]); return 1; }
  fprintf(f, "#include \"page/phrase_heads.h\"\n");
  put(f, "gz_phrase_heads", "GZ_PHRASE_BITS", bits, GZ_PHRASE_BITS / 64);
  put(f, "gz_phrase_starts", "GZ_PHRASE_START_BITS", starts, GZ_PHRASE_START_BITS / 64);
  return fclose(f) ? 1 : 0;
}
