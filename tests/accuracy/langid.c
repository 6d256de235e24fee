/* Scores language identification: langid [-v] LANGUAGES.txt FLOORS.tsv DISPUTED.tsv SUITE.tsv...
** A suite is rows of id, expected tag, text with \n, \t and \\ escaped. Right is the same language, and for Chinese the same script
** (nb = no, fil = tl, he = iw, sr = sh). Printed per suite: rows, languages, macro-average over the languages listed in
** LANGUAGES.txt, share of `und`, and right script among Chinese rows; then the reliability tables: how often an answer of each
** confidence was right, for single words and short texts, and for all others. Rows whose id DISPUTED.tsv lists are not counted. With -v the confusions of every language. Ends with 1 when a figure is below its floor. */
#include "text/lang.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/libc_alloc.inc"

enum { LANGS = 256, ROW = 1 << 21, DISPUTED = 2000 };
static char *disputed[DISPUTED];
static int disputes;
static char known[LANGS][12];
static int knowns;
static long right_of[LANGS], rows_of[LANGS], wrong[LANGS][LANGS];
static long bucket_n[2][11], bucket_right[2][11];      /* of words and short texts; of all others */
static double bucket_sum[2][11];
static char row[ROW], text[ROW];

static const char *same(const char *tag, char *out)
{
  static const char *const pairs[][2] = {{"no", "nb"}, {"tl", "fil"}, {"iw", "he"}, {"sh", "sr"}};
  if (strncmp(tag, "zh-Han", 6) == 0) { memcpy(out, tag, 7); out[7] = 0; return out; }
  size_t n = strcspn(tag, "-");
  if (n > 11) n = 11;
  memcpy(out, tag, n);
  out[n] = 0;
  for (int i = 0; i < 4; i++) if (strcmp(out, pairs[i][0]) == 0) strcpy(out, pairs[i][1]);
  return out;
}

static int index_of(const char *tag)
{
  for (int i = 0; i < knowns; i++) if (strcmp(known[i], tag) == 0) return i;
  return -1;
}

static void read_disputed(const char *path)
{
  FILE *f = fopen(path, "r");
  char line[2048];
  if (!f) return;
  while (disputes < DISPUTED && fgets(line, sizeof line, f)) {
    size_t n = strcspn(line, "\t\r\n");
    if (line[0] == '#' || !n) continue;
    line[n] = 0;
    if ((disputed[disputes] = malloc(n + 1))) memcpy(disputed[disputes++], line, n + 1);
  }
  fclose(f);
}

static int is_disputed(const char *id)
{
  for (int i = 0; i < disputes; i++) if (strcmp(disputed[i], id) == 0) return 1;
  return 0;
}

static size_t unescape(const char *s)
{
  size_t n = 0;
  for (; *s && *s != '\n' && *s != '\r'; s++) {
    if (*s == '\\' && s[1]) { s++; text[n++] = *s == 'n' ? '\n' : *s == 't' ? '\t' : *s; }
    else text[n++] = *s;
  }
  return n;
}

static int below(const char *floors, const char *suite, const char *metric, double value)
{
  FILE *f = fopen(floors, "r");
  char line[512], s[200], m[200];
  double floor_;
  int bad = 0;
  if (!f) return 0;
  while (fgets(line, sizeof line, f))
    if (sscanf(line, "%199s %199s %lf", s, m, &floor_) == 3 && strcmp(s, suite) == 0 && strcmp(m, metric) == 0 && value < floor_) {
      printf("  below its floor: %s %s %.2f < %.2f\n", suite, metric, value, floor_);
      bad = 1;
    }
  fclose(f);
  return bad;
}

static int score(const char *path, const char *floors, int verbose)
{
  const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
  char suite[64];
  snprintf(suite, sizeof suite, "langid.%.*s", (int)strcspn(base, "\n") - (int)(strlen(base) > 4 ? 4 : 0), base);
  FILE *f = fopen(path, "r");
  if (!f) { perror(path); return 1; }
  memset(right_of, 0, sizeof right_of); memset(rows_of, 0, sizeof rows_of); memset(wrong, 0, sizeof wrong);
  const int longer = strstr(suite, ".short") == NULL;
  long rows = 0, left_out = 0, und = 0, zh = 0, zh_right = 0;
  while (fgets(row, sizeof row, f)) {
    char *tag = strchr(row, '\t'), *body = tag ? strchr(tag + 1, '\t') : NULL, want[12], got[12];
    if (!body) continue;
    *tag++ = 0; *body++ = 0;
    same(tag, want);
    int i = index_of(want);
    if (i < 0) continue;
    if (is_disputed(row)) { left_out++; continue; }
    gz_lang_result r;
    gz_lang_detect(text, unescape(body), &r);
    same(r.tag, got);
    int ok = strcmp(want, got) == 0, j = index_of(got), b = (int)(r.confidence * 10);
    rows++; rows_of[i]++; right_of[i] += ok; und += strcmp(got, "und") == 0;
    if (!ok && j >= 0) wrong[i][j]++;
    if (strncmp(want, "zh-", 3) == 0 && strncmp(got, "zh-", 3) == 0) { zh++; zh_right += ok; }
    if (strcmp(got, "und") != 0) { bucket_n[longer][b]++; bucket_right[longer][b] += ok; bucket_sum[longer][b] += r.confidence; }
  }
  fclose(f);
  double sum = 0;
  int langs = 0;
  for (int i = 0; i < knowns; i++) if (rows_of[i]) { sum += (double)right_of[i] / (double)rows_of[i]; langs++; }
  if (!langs) return 0;
  double macro = 100 * sum / langs, script = zh ? 100.0 * (double)zh_right / (double)zh : 100, given = 100.0 * (double)und / (double)rows;
  printf("%-32s %6ld rows %4d languages  macro %6.2f  und %5.2f", suite, rows, langs, macro, given);
  if (zh) printf("  zh script %6.2f of %ld", script, zh);
  if (left_out) printf("  disputed %ld", left_out);
  printf("\n");
  if (verbose)
    for (int i = 0; i < knowns; i++) {
      if (right_of[i] == rows_of[i]) continue;
      printf("    %s %ld of %ld:", known[i], right_of[i], rows_of[i]);
      for (int j = 0; j < knowns; j++) if (wrong[i][j]) printf(" %s %ld", known[j], wrong[i][j]);
      printf("\n");
    }
  return below(floors, suite, "macro", macro) | (zh ? below(floors, suite, "script", script) : 0);
}

int main(int argc, char **argv)
{
  int at = 1, verbose = argc > 1 && strcmp(argv[1], "-v") == 0, bad = 0;
  at += verbose;
  if (argc - at < 4) { fprintf(stderr, "usage: langid [-v] LANGUAGES.txt FLOORS.tsv DISPUTED.tsv SUITE.tsv...\n"); return 2; }
  FILE *f = fopen(argv[at], "r");
  if (!f) { perror(argv[at]); return 2; }
  while (knowns < LANGS && fscanf(f, "%11s", known[knowns]) == 1) knowns++;
  fclose(f);
  read_disputed(argv[at + 2]);
  for (int i = at + 3; i < argc; i++) bad |= score(argv[i], argv[at + 1], verbose);
  for (int longer = 0; longer < 2; longer++) {
    printf("reliability, %s: answers of a confidence, their mean confidence, how often they were right\n", longer ? "the other suites" : "words and short texts");
    for (int b = 0; b <= 10; b++)
      if (bucket_n[longer][b])
        printf("  %3d %%: %6ld answers  said %5.1f  right %5.1f\n", b * 10, bucket_n[longer][b], 100 * bucket_sum[longer][b] / (double)bucket_n[longer][b],
               100.0 * (double)bucket_right[longer][b] / (double)bucket_n[longer][b]);
  }
  return bad;
}
