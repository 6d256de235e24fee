/* Fuzz targets over floor 2, the readers of files: decoding, records of each format, the walk of a folder by pattern. Properties: what is
** called UTF-8 is UTF-8, parts count from 1, a reader ends, the walk gives each path once, in order, and never one outside its root. */
#define _GNU_SOURCE
#include "targets.h"
#include "base/alloc.h"
#include "io/records.h"
#include "text/utf8.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const charsets[] = {NULL, "GB18030", "Big5", "Shift_JIS", "EUC-KR", "UTF-16", "UTF-16BE", "windows-1252", "ISO-2022-JP", "UTF-8", "KOI8-R", "UTF-32", "EUC-JP", "Big5-HKSCS", "no such charset"};

static bool is_utf8(gz_view v) { return gz_utf8_valid(v.p, v.n) == v.n; }

static void one_decode(gz_view bytes, const char *charset)
{
  gz_decoded d;
  MUST(gz_decode(bytes, charset, &d) == GZ_OK);
  if (!d.error) {
    MUST(memchr(d.charset, 0, sizeof d.charset) && d.charset[0]);
    MUST(d.undecoded >= 0 && (uint64_t)d.undecoded <= bytes.n);
    MUST(is_utf8(d.text));
    MUST(d.text.n <= 4 * bytes.n + 4);
    if (d.text.n && d.text.p != d.own.p) MUST(d.text.p >= bytes.p && d.text.p + d.text.n <= bytes.p + bytes.n);
  }
  gz_buf_free(&d.own);
}

/* The bytes as a file whose descriptor the reader may close. */
static int as_file(const char *p, size_t n)
{
  static int kept = -1;
  if (kept < 0) {
    FILE *f = tmpfile();
    kept = f ? dup(fileno(f)) : -1;
    if (f) fclose(f);
  }
  MUST(kept >= 0 && ftruncate(kept, 0) == 0);
  for (size_t at = 0; at < n;) {
    ssize_t w = pwrite(kept, p + at, n - at, (off_t)at);
    MUST(w > 0);
    at += (size_t)w;
  }
  MUST(lseek(kept, 0, SEEK_SET) == 0);
  return dup(kept);
}

/* All records; their number. */
static int64_t read_all(const char *p, size_t n, unsigned format, size_t cap, const char *charset)
{
  gz_reader r;
  gz_record rec;
  gz_status s;
  int64_t last = 0;
  gz_reader_begin(&r, as_file(p, n), format, cap, charset);
  while ((s = gz_reader_next(&r, &rec)) == GZ_ROW) {
    MUST(rec.part == last + 1);
    last = rec.part;
    MUST(last <= (int64_t)n + 1);
    if (rec.error) continue;
    MUST(rec.bytes.n <= cap);
    MUST(rec.undecoded >= 0);
    if (!rec.decoded) continue;
    MUST(is_utf8(rec.text));
    const char *const given[] = {rec.given.title, rec.given.url, rec.given.published, rec.given.author, rec.given.source, rec.given.lang, rec.given.extra};
    for (size_t k = 0; k < sizeof given / sizeof *given; k++) MUST(!given[k] || is_utf8(gz_view_cstr(given[k])));
    if (rec.given.extra) MUST(rec.given.extra[0] == '{' && rec.given.extra[strlen(rec.given.extra) - 1] == '}');
  }
  MUST(s == GZ_DONE);
  gz_reader_end(&r);
  return last;
}

/* The charset found, and one told that the first byte chooses; also as a file that is one record. */
void f_decode(const char *p, size_t n)
{
  MUST(read_all(p, n, GZ_FORMAT_TXT, (size_t)1 << 26, NULL) == 1 && read_all(p, n, GZ_FORMAT_TXT, 48, NULL) == 1);
  one_decode(gz_view_of(p, n), NULL);
  if (n) one_decode(gz_view_of(p + 1, n - 1), charsets[(unsigned char)*p % (sizeof charsets / sizeof *charsets)]);
}

static void records(const char *p, size_t n, unsigned format)
{
  int64_t all = read_all(p, n, format, (size_t)1 << 26, NULL);
  int64_t capped = read_all(p, n, format, 48, NULL);
  MUST(format == GZ_FORMAT_WET || capped == all);          /* a record above the cap still counts; a WARC ends where its heads do not fit */
  read_all(p, n, format, (size_t)1 << 26, "GB18030");
}

void f_jsonl(const char *p, size_t n) { records(p, n, GZ_FORMAT_JSONL); }
void f_wet(const char *p, size_t n) { records(p, n, GZ_FORMAT_WET); }

/* --- the walk: a small tree, made once, and the text as pattern (first line) and as the one path wanted (second line) */

static char tree[256];
static void unmake(void) { char cmd[300]; snprintf(cmd, sizeof cmd, "rm -rf '%s'", tree); if (tree[0]) MUST(system(cmd) == 0); }
static void make_tree(void)
{
  static const char *const dirs[] = {"a", "a/b", "a/b/c", "[x]", "a.d", "e mpty"};
  static const char *const files[] = {"one.txt", "a/two.md", "a/b/three.jsonl", "a/b/c/four.wet", "[x]/five.txt", "a.d/six.TXT", "a/\xFF.txt", "a/new\nline.txt", "a/*.md", "a/\xE4\xBA\x9A.txt", "a/\\.txt"};
  const char *tmp = getenv("TMPDIR");
  snprintf(tree, sizeof tree, "%s/gz-walk-XXXXXX", tmp ? tmp : "/tmp");
  MUST(mkdtemp(tree));
  atexit(unmake);
  char path[512];
  for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) { snprintf(path, sizeof path, "%s/%s", tree, dirs[i]); MUST(mkdir(path, 0755) == 0); }
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    snprintf(path, sizeof path, "%s/%s", tree, files[i]);
    FILE *f = fopen(path, "w");
    MUST(f && fputs("x", f) >= 0 && fclose(f) == 0);
  }
  snprintf(path, sizeof path, "%s/a/loop", tree);
  MUST(symlink("..", path) == 0);
}

void f_walk(const char *p, size_t n)
{
  if (!tree[0]) make_tree();
  const char *nl = memchr(p, '\n', n);
  size_t k = nl ? (size_t)(nl - p) : n;
  for (size_t i = 0; i + 1 < k; i++) if (p[i] == '.' && p[i + 1] == '.') return;       /* up and out is the caller's right; here it would leave the tree */
  gz_buf root = GZ_BUF_INIT, only = GZ_BUF_INIT, last = GZ_BUF_INIT;
  gz_buf_puts(&root, tree);
  gz_buf_putc(&root, '/');
  gz_buf_put(&root, p, k);
  if (nl) gz_buf_put(&only, nl + 1, n - k - 1);
  gz_buf_putc(&only, 0);
  gz_walk *w = NULL;
  gz_file f;
  const char *why = NULL;
  gz_status s = gz_walk_begin(gz_view_of(root.p, root.n), nl ? only.p : NULL, &w, &why);
  MUST(s == GZ_OK || (s == GZ_ERROR && why));
  int rows = 0;
  while (s == GZ_OK || s == GZ_ROW) {
    s = gz_walk_next(w, &f);
    MUST(s == GZ_ROW || s == GZ_DONE);
    if (s == GZ_DONE) break;
    MUST(is_utf8(gz_view_cstr(f.path)) && f.path[0] && f.path[0] != '/' && !strstr(f.path, "../"));
    MUST(++rows <= 12);
    MUST(!nl || strcmp(f.path, only.p) == 0);
    const char *error = NULL;
    int fd = f.error ? -1 : gz_walk_open(w, &error);
    MUST(f.error || fd >= 0);
    if (fd >= 0) close(fd);
  }
  gz_walk_end(w);
  gz_buf_free(&root);
  gz_buf_free(&only);
  gz_buf_free(&last);
}
