/* Fuzz target of the walk over a tree that the text makes: a line is an entry, its first byte the kind (d folder, l symbolic link, p FIFO, anything
** else a file), then its path, and behind a tab what is in it or where it leads. Each run makes the tree, reads it, and takes it away. Properties:
** the walk gives every entry that is no folder and no other, each once, in the byte order of their paths, no two alike; a link and a FIFO have
** their errors and cannot be opened; a file opens, its size is its size, and its records end; asked for one path, the walk gives that one. */
#define _GNU_SOURCE
#include "targets.h"
#include "io/records.h"
#include "text/utf8.h"
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENTRIES 24
#define PATH_LEN 600

static char root[200];
static int made;                       /* entries below the root that are no folder */

static int drop(const char *path, const struct stat *st, int kind, struct FTW *at)
{
  (void)st; (void)kind;
  return at->level == 0 ? 0 : remove(path);
}
static int number(const char *path, const struct stat *st, int kind, struct FTW *at)
{
  (void)path; (void)st;
  made += at->level > 0 && kind != FTW_D && kind != FTW_DP;
  return 0;
}
static void empty_root(void) { MUST(nftw(root, drop, 16, FTW_DEPTH | FTW_PHYS) == 0); }
static void remove_root(void) { empty_root(); rmdir(root); }

/* The folders above a path; false when one cannot be made. The path has no empty component and none that leads up. */
static bool make_folders(char *path)
{
  for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    struct stat st;
    bool ok = mkdir(path, 0755) == 0 || (lstat(path, &st) == 0 && S_ISDIR(st.st_mode));
    *slash = '/';
    if (!ok) return false;
  }
  return true;
}

static bool fine(const char *path)
{
  for (const char *p = path; ; p++) {
    size_t n = strcspn(p, "/");
    if (n == 0 || (n == 1 && *p == '.') || (n == 2 && p[0] == '.' && p[1] == '.')) return false;
    if (!p[n]) return true;
    p += n;
  }
}

static void make_entry(const char *line, size_t n)
{
  char path[PATH_LEN];
  const char *tab = memchr(line, '\t', n);
  size_t k = tab ? (size_t)(tab - line) : n, rest = tab ? n - k - 1 : 0;
  if (k < 2 || k >= PATH_LEN || memchr(line, 0, k)) return;
  memcpy(path, line + 1, k - 1);
  path[k - 1] = 0;
  if (!fine(path) || !make_folders(path)) return;
  if (*line == 'd') { (void)mkdir(path, 0755); return; }
  if (*line == 'p') { (void)mkfifo(path, 0644); return; }
  if (*line == 'l') {
    char to[PATH_LEN];
    snprintf(to, sizeof to, "%.*s", (int)(rest < 500 ? rest : 500), tab ? tab + 1 : "");
    if (*to) (void)symlink(to, path);
    return;
  }
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (fd < 0) return;
  if (rest) MUST(write(fd, tab + 1, rest) == (ssize_t)rest);
  close(fd);
}

/* The bytes of a shown path: \xNN taken back. */
static void unshow(const char *shown, char *out)
{
  unsigned byte;
  while (*shown) {
    if (shown[0] == '\\' && shown[1] == 'x' && sscanf(shown + 2, "%2X", &byte) == 1 && strspn(shown + 2, "0123456789ABCDEF") >= 2) { *out++ = (char)byte; shown += 4; }
    else *out++ = *shown++;
  }
  *out = 0;
}

static void read_records(int fd, const gz_file *f)
{
  gz_reader r;
  gz_record rec;
  gz_status s;
  int64_t parts = 0;
  gz_reader_begin(&r, fd, f->format, (size_t)1 << 20, NULL);
  while ((s = gz_reader_next(&r, &rec)) == GZ_ROW) MUST(rec.part == ++parts && parts <= f->size + 1);
  MUST(s == GZ_DONE);
  gz_reader_end(&r);
}

static int walk(const char *only, char (*paths)[PATH_LEN * 4])
{
  char before[PATH_LEN * 4] = "", raw[PATH_LEN * 4];
  gz_walk *w = NULL;
  gz_file f;
  const char *why = NULL, *error = NULL;
  int rows = 0;
  MUST(gz_walk_begin(gz_view_cstr(root), only, &w, &why) == GZ_OK);
  gz_status s;
  while ((s = gz_walk_next(w, &f)) == GZ_ROW) {
    struct stat st;
    MUST(rows < ENTRIES && strlen(f.path) < PATH_LEN * 4);
    MUST(gz_utf8_valid(f.path, strlen(f.path)) == strlen(f.path));
    unshow(f.path, raw);
    MUST(strcmp(before, raw) < 0);
    strcpy(before, raw);
    MUST(lstat(raw, &st) == 0 && !S_ISDIR(st.st_mode));
    if (S_ISLNK(st.st_mode)) MUST(f.error && strstr(f.error, "link"));
    else if (!S_ISREG(st.st_mode)) MUST(f.error && strstr(f.error, "regular"));
    else MUST(f.size == st.st_size && (!f.error || f.format == GZ_FORMAT_NONE));
    int fd = gz_walk_open(w, &error);
    MUST((fd >= 0) == S_ISREG(st.st_mode) && (fd >= 0 || error));
    if (fd >= 0 && f.error) close(fd);
    else if (fd >= 0) read_records(fd, &f);
    if (only) MUST(strcmp(only, f.path) == 0);
    else strcpy(paths[rows], f.path);
    rows++;
  }
  MUST(s == GZ_DONE);
  gz_walk_end(w);
  return rows;
}

void f_tree(const char *p, size_t n)
{
  static char paths[ENTRIES][PATH_LEN * 4];
  if (!root[0]) {
    const char *tmp = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/gz-tree-XXXXXX", tmp ? tmp : "/tmp");
    MUST(mkdtemp(root));
    atexit(remove_root);
  }
  int here = open(".", O_RDONLY | O_DIRECTORY);
  MUST(here >= 0 && chdir(root) == 0);
  for (size_t at = 0, lines = 0; at < n && lines < ENTRIES; lines++) {
    const char *nl = memchr(p + at, '\n', n - at);
    size_t end = nl ? (size_t)(nl - p) : n;
    make_entry(p + at, end - at);
    at = end + 1;
  }
  made = 0;
  MUST(nftw(root, number, 16, FTW_PHYS) == 0);
  int rows = walk(NULL, paths);
  MUST(rows == made);
  for (int k = 0; k < rows; k++) MUST(walk(paths[k], NULL) == 1);
  empty_root();
  MUST(fchdir(here) == 0);
  close(here);
}
