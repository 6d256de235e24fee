/* Whole pages: tests/pages/NAME.case holds the fields that a reader finds in a page, the page, and its body. Every field that is stated has to come
** out exactly, one that is not stated has to stay NULL, and the body's words are compared (F1). A case that fails is named; the sums have floors. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/alloc.h"
#include "base/buf.h"
#include "find/date.h"
#include "page/article.h"
#include "text/repair.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <dirent.h>
#include <stdlib.h>

#define DIR_NAME "tests/pages"
enum { F_TITLE, F_ALT, F_SOURCE, F_SITE, F_AUTHOR, F_EDITOR, F_PUBLISHED, F_PLACE, F_URL, F_LANG, F_FLAGS, F_ALL };
static const char *const names[F_ALL] = {"title", "alt_title", "source", "site", "author", "editor", "published", "place", "url", "lang", "flags"};
static int right[F_ALL], stated[F_ALL], invented[F_ALL], silent[F_ALL], pages;
static double f1_sum, f1_least = 1;

/* Words: runs of letters and digits; a character of an unspaced script is a word. Sorted by hash. */
static size_t words(const char *z, size_t n, uint32_t **out)
{
  uint32_t *w = malloc((n + 1) * sizeof *w), h = 0;
  size_t count = 0;
  bool open = false;
  for (size_t i = 0; i <= n;) {
    uint32_t c = ' ';
    if (i < n) c = gz_utf8_next(z, n, &i);
    else i++;
    if (gz_is_alnum(c) && !gz_is_unspaced(c)) { h = (open ? h : 2166136261u) * 16777619u ^ gz_fold(c); open = true; continue; }
    if (open) w[count++] = h;
    open = false;
    if (gz_is_unspaced(c)) w[count++] = c * 2654435761u;
  }
  *out = w;
  return count;
}

static int by_value(const void *a, const void *b) { uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b; return x < y ? -1 : x > y; }

static double f1(const char *got, size_t got_n, const char *want, size_t want_n)
{
  uint32_t *a, *b;
  size_t x = words(got, got_n, &a), y = words(want, want_n, &b), i = 0, j = 0, same = 0;
  qsort(a, x, sizeof *a, by_value);
  qsort(b, y, sizeof *b, by_value);
  while (i < x && j < y) { if (a[i] == b[j]) { same++; i++; j++; } else if (a[i] < b[j]) i++; else j++; }
  free(a);
  free(b);
  return x + y ? 2.0 * (double)same / (double)(x + y) : 1;
}

/* Every character of the body but white space stands, in this order, in the repaired text. */
static bool in_order(const char *raw, size_t n, const char *body)
{
  gz_arena arena = {NULL};
  gz_repair *list = NULL;
  size_t count = 0, at = 0;
  gz_buf b = GZ_BUF_INIT;
  gz_repairs(gz_view_of(raw, n), &arena, &list, &count);
  for (size_t i = 0; i < count; i++) { gz_buf_put(&b, raw + at, list[i].span.start - at); gz_buf_put(&b, list[i].becomes.p, list[i].becomes.n); at = list[i].span.end; }
  gz_buf_put(&b, raw + at, n - at);
  size_t k = 0;
  bool fine = true;
  for (const char *p = body; *p && fine; p++) {
    if (*p == ' ' || *p == '\n') continue;
    while (k < b.n && b.p[k] != *p) k++;
    fine = k++ < b.n;
  }
  gz_free(list);
  gz_arena_free(&arena);
  gz_buf_free(&b);
  return fine;
}

static void page(const char *name, char *z, size_t n)
{
  const char *want[F_ALL] = {NULL};
  char *raw = strstr(z, "--- raw\n"), *body = raw ? strstr(raw, "\n--- body\n") : NULL;
  CHECK(raw && body, "%s: no sections", name);
  if (!raw || !body) return;
  *raw = 0;
  raw += 8;
  *body = 0;
  size_t raw_n = (size_t)(body - raw);
  body += 10;
  while (n && z + n > body && z[n - 1] == '\n') z[--n] = 0;
  for (char *line = strtok(z, "\n"); line; line = strtok(NULL, "\n"))
    for (int f = 0; f < F_ALL; f++) {
      size_t k = strlen(names[f]);
      if (strncmp(line, names[f], k) == 0 && line[k] == ':' && line[k + 1] == ' ') want[f] = line + k + 2;
    }
  gz_arena arena = {NULL};
  gz_article a;
  CHECK(gz_article_parse(gz_view_of(raw, raw_n), &arena, &a) == GZ_OK, "%s", name);
  const char *got[F_ALL] = {a.title, a.alt_title, a.source, a.site, a.author, a.editor, a.published, a.place, a.url, a.lang, a.flags};
  pages++;
  for (int f = 0; f < F_ALL; f++) {
    const char *g = got[f] ? got[f] : "", *w = want[f] ? want[f] : "";
    if (f == F_FLAGS && !*w) w = "[]";
    bool fine = strcmp(g, w) == 0;
    if (*w) { stated[f]++; right[f] += fine; }
    else { silent[f]++; invented[f] += !fine; }
    if (!fine) printf("  %s: %s is '%s', should be '%s'\n", name, names[f], g, w);
  }
  double f = f1(a.body, a.body_n, body, strlen(body));
  f1_sum += f;
  if (f < f1_least) f1_least = f;
  if (f < 0.995) printf("  %s: body F1 %.3f: %s\n", name, f, a.body);
  CHECK(f >= 0.90, "%s: body F1 %.3f", name, f);
  CHECK(in_order(raw, raw_n, a.body), "%s: the body has characters that the text has not", name);
  gz_block *list = NULL;
  size_t count = 0;
  uint32_t before = 0;
  CHECK(gz_blocks(gz_view_of(raw, raw_n), &arena, &list, &count) == GZ_OK, "%s", name);
  for (size_t i = 0; i < count; i++) {
    CHECK(list[i].span.start >= before && list[i].span.start < list[i].span.end && list[i].span.end <= raw_n, "%s: block %zu", name, i);
    CHECK(list[i].reason != NULL, "%s: block %zu", name, i);
    before = list[i].span.end;
  }
  gz_free(list);
  gz_arena_free(&arena);
}

/* Every allocation fails once: out of memory, or the right answer. */
static void failing(const char *z, size_t n, const char *want)
{
  long at = 1;
  for (; at < 2000; at++) {
    gz_arena arena = {NULL};
    gz_article a;
    unit_fail_at = at;
    gz_status s = gz_article_parse(gz_view_of(z, n), &arena, &a);
    bool reached = unit_fail_at <= 0;
    unit_fail_at = 0;
    CHECK(s == GZ_NOMEM || (s == GZ_OK && a.title && strcmp(a.title, want) == 0), "allocation %ld: %s", at, a.title ? a.title : "");
    gz_arena_free(&arena);
    gz_block *list = NULL;
    size_t count = 0;
    unit_fail_at = at;
    s = gz_blocks(gz_view_of(z, n), &arena, &list, &count);
    reached |= unit_fail_at <= 0;
    unit_fail_at = 0;
    CHECK(s == GZ_NOMEM || s == GZ_OK, "allocation %ld", at);
    gz_free(list);
    gz_arena_free(&arena);
    if (!reached) break;
  }
  CHECK(at > 5 && at < 2000, "%ld allocations", at);
}

int main(void)
{
  DIR *d = opendir(DIR_NAME);
  CHECK(d != NULL, "run from the root of the repository");
  for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
    char path[512];
    size_t k = strlen(e->d_name);
    if (k < 6 || strcmp(e->d_name + k - 5, ".case") != 0) continue;
    snprintf(path, sizeof path, DIR_NAME "/%s", e->d_name);
    FILE *f = fopen(path, "rb");
    static char text[1 << 20];
    size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;
    if (f) fclose(f);
    text[n] = 0;
    page(e->d_name, text, n);
  }
  if (d) closedir(d);
  static const char failed[] = "Why gulls &amp; lorries never met\n\nBy Ana Lowell\n\nMay 6, 2021\n\nThe cafÃ© at the quay closed on Friday, the owner said. Nobody knows why.\n";
  failing(failed, sizeof failed - 1, "Why gulls & lorries never met");
  for (int f = 0; f < F_ALL; f++) printf("  %-10s %3d of %3d right, %d of %d invented\n", names[f], right[f], stated[f], invented[f], silent[f]);
  printf("  body F1 %.4f mean, %.3f least, %d pages\n", f1_sum / (pages ? pages : 1), f1_least, pages);
  CHECK(pages >= 60, "%d pages", pages);
  static const int floors[] = {F_TITLE, F_PUBLISHED, F_AUTHOR, F_SOURCE};
  for (int k = 0; k < 4; k++) CHECK(right[floors[k]] * 100 >= stated[floors[k]] * 95, "%s", names[floors[k]]);
  for (int k = 0; k < 4; k++) CHECK(invented[floors[k]] == 0, "%s invented", names[floors[k]]);
  CHECK(pages && f1_sum / pages >= 0.97, "mean body F1 %.4f", f1_sum / (pages ? pages : 1));
  return unit_end("pages");
}
