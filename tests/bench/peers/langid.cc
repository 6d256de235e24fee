/* Language identification beside CLD2 in one run: titles (single lines), articles (2 KB pieces) and the whole file at once.
** Usage: langid FILE. Compiled with -DHAVE_CLD2 where libcld2 is installed. */
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>
extern "C" {
#include "text/lang.h"
#include "base/alloc.h"
void *gz_malloc(size_t size) { return malloc(size ? size : 1); }
void *gz_realloc(void *old, size_t size) { return realloc(old, size ? size : 1); }
void gz_free(void *old) { free(old); }
}
#ifdef HAVE_CLD2
using namespace std;      /* its header names vector and string bare */
#include <cld2/public/compact_lang_det.h>
#endif

static double now() { timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return (double)t.tv_sec + (double)t.tv_nsec * 1e-9; }
static unsigned ours(const char *p, size_t n) { gz_lang_result r; gz_lang_detect(p, n, &r); return (unsigned char)r.tag[0]; }
static unsigned shares(const char *p, size_t n) { gz_lang_result r[8]; return (unsigned)gz_lang_shares(p, n, r, 8); }
#ifdef HAVE_CLD2
static unsigned cld2(const char *p, size_t n) { bool sure; return (unsigned)CLD2::DetectLanguage(p, (int)n, true, &sure); }
#endif

/* Where a text cut at most at `end` may end: no character is cut, which CLD2 does not survive. */
static size_t whole_characters(const std::string &s, size_t end)
{
  if (end >= s.size()) return s.size();
  while (end > 0 && ((unsigned char)s[end] & 0xC0) == 0x80) end--;
  return end;
}

/* Seconds a text, best of three rounds. */
static double measure(const char *who, const char *what, const std::vector<std::string> &texts, unsigned (*run)(const char *, size_t))
{
  size_t bytes = 0;
  double best = 1e9;
  volatile unsigned sum = 0;
  for (const std::string &t : texts) bytes += t.size();
  for (int round = 0; round < 3; round++) {
    double start = now();
    for (const std::string &t : texts) sum = sum + run(t.data(), t.size());
    double d = now() - start;
    if (d < best) best = d;
  }
  printf("  %-10s %-10s %8zu texts of %7zu bytes: %9.2f us each, %8.1f MB/s\n", who, what, texts.size(), bytes / texts.size(),
         best / (double)texts.size() * 1e6, (double)bytes / best / 1e6);
  return best / (double)texts.size();
}

int main(int argc, char **argv)
{
  FILE *f = argc > 1 ? fopen(argv[1], "r") : nullptr;
  if (!f) { fprintf(stderr, "usage: langid FILE\n"); return 2; }
  std::string all(8u << 20, 0);
  all.resize(fread(&all[0], 1, all.size(), f));
  fclose(f);
  while (!all.empty() && (unsigned char)all.back() >= 0x80) all.pop_back();
  std::vector<std::string> titles, articles, whole(1, all);
  for (size_t p = 0, e; p < all.size() && (e = all.find('\n', p)) != std::string::npos; p = e + 1)
    if (e - p > 20 && titles.size() < 20000) titles.push_back(all.substr(p, e - p < 120 ? e - p : whole_characters(all, p + 120) - p));
  for (size_t p = 0, e; p + 2048 < all.size() && articles.size() < 4000; p = e) {
    e = whole_characters(all, p + 2048);
    articles.push_back(all.substr(p, e - p));
  }
  if (titles.empty() || articles.empty()) return 0;
  double title = measure("gazette", "titles", titles, ours), article = measure("gazette", "articles", articles, ours);
  double every = measure("gazette", "every byte", articles, shares), one = measure("gazette", "one text", whole, ours);
#ifdef HAVE_CLD2
  double title2 = measure("CLD2", "titles", titles, cld2), article2 = measure("CLD2", "articles", articles, cld2);
  double one2 = measure("CLD2", "one text", whole, cld2);
  printf("  times as fast as CLD2: titles %.1f, articles %.1f, every byte %.1f, one text %.0f\n", title2 / title, article2 / article,
         article2 / every, one2 / one);
#else
  (void)title; (void)article; (void)every; (void)one;
  puts("  CLD2: not installed (libcld2-dev)");
#endif
  return 0;
}
