/* MB/s of ICU's sentence and word break iterators over a file, UTF-8 through UText as a caller would have it: icu FILE. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return (double)t.tv_sec + (double)t.tv_nsec * 1e-9; }

int main(int argc, char **argv)
{
  FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!f) return 1;
  fseek(f, 0, SEEK_END);
  long n = ftell(f);
  rewind(f);
  char *text = malloc((size_t)n + 1);
  if (!text || fread(text, 1, (size_t)n, f) != (size_t)n) return 1;
  fclose(f);
  static const struct { const char *name; UBreakIteratorType type; } kinds[] = {{"sentence", UBRK_SENTENCE}, {"word", UBRK_WORD}};
  for (size_t k = 0; k < 2; k++) {
    double best = 0;
    long found = 0;
    for (int run = 0; run < 3; run++) {
      UErrorCode e = U_ZERO_ERROR;
      double from = now();
      UText *u = utext_openUTF8(NULL, text, n, &e);
      UBreakIterator *b = ubrk_open(kinds[k].type, "en", NULL, 0, &e);
      ubrk_setUText(b, u, &e);
      if (U_FAILURE(e)) return 1;
      for (found = 0; ubrk_next(b) != UBRK_DONE;) found += kinds[k].type == UBRK_SENTENCE || ubrk_getRuleStatus(b) >= UBRK_WORD_NUMBER;
      ubrk_close(b);
      utext_close(u);
      double s = now() - from;
      if (run == 0 || s < best) best = s;
    }
    printf("%s %.2f %ld\n", kinds[k].name, (double)n / 1e6 / best, found);
  }
  free(text);
  return 0;
}
