/* The walk. A stack of open directories, each with its sorted names; a folder is sorted as if its name ended in '/', so that whole
** paths come in byte order. Everything is opened relative to its parent's descriptor and never through a link, so that nobody can
** lead the walk out of the root by swapping a folder for a link. FIFOs, devices and sockets are told by fstatat and never opened.
** A glob is matched component by component (fnmatch; `**` is any number of folders); a folder that matches is walked whole. */
#define _GNU_SOURCE
#include "io/walk.h"
#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/watch.h"
#include "text/utf8.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEPTH_MAX 200
#define ASK_EVERY 1024               /* names, between which it is asked whether to stop */
#define LINK_ERROR "symbolic link not followed"

typedef struct level {
  int fd;
  gz_buf names;              /* per entry: 'd' or 'f', then the name and its NUL */
  char **list;               /* sorted, into names */
  size_t count, next;
  size_t base_n;             /* its own path in w->path, with the slash */
  bool matched;              /* glob: everything below belongs to the rows */
} level;

struct gz_walk {
  level *levels;
  size_t depth, level_cap;
  gz_buf path, shown;        /* raw bytes of the current path; the same as text */
  char *root, *pattern, *only;
  const char *name;          /* of the current row, in the top level; or the root file */
  int name_fd;
  bool single, done;
};

const char *gz_format_name(unsigned format)
{
  static const char *const names[] = {NULL, "txt", "md", "jsonl", "wet"};
  return format < 5 ? names[format] : NULL;
}

static const char *reason(int e)
{
  switch (e) {
    case EACCES: case EPERM: return "permission denied";
    case ENOENT: case ENOTDIR: return "no longer there";
    case ELOOP: return LINK_ERROR;
    case EMFILE: case ENFILE: return "too many open files";
    case EIO: return "input/output error";
    case ENAMETOOLONG: return "name too long";
    default: return "cannot be opened";
  }
}

static char *copy(const char *p, size_t n)
{
  char *z = gz_malloc(n + 1);
  if (z) { memcpy(z, p, n); z[n] = 0; }
  return z;
}

static uint8_t format_of(const char *name)
{
  static const struct { const char *end; uint8_t format; } t[] = {
    {".txt", GZ_FORMAT_TXT}, {".md", GZ_FORMAT_MD}, {".jsonl", GZ_FORMAT_JSONL}, {".ndjson", GZ_FORMAT_JSONL}, {".wet", GZ_FORMAT_WET},
  };
  size_t n = strlen(name);
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    size_t m = strlen(t[k].end), i = 0;
    if (n < m) continue;
    while (i < m && ((name[n - m + i] >= 'A' && name[n - m + i] <= 'Z') ? name[n - m + i] + 32 : name[n - m + i]) == t[k].end[i]) i++;
    if (i == m) return t[k].format;
  }
  return GZ_FORMAT_NONE;
}

/* One component of the pattern, without its slash. */
static const char *component(const char *p, char *out, size_t cap)
{
  size_t n = strcspn(p, "/");
  if (n >= cap) n = cap - 1;
  memcpy(out, p, n);
  out[n] = 0;
  p += strcspn(p, "/");
  while (*p == '/') p++;
  return p;
}

enum match { NO, MAY, YES };   /* MAY: something below can match */

static enum match match_path(const char *pattern, const char *path, int budget)
{
  char want[256], have[256];
  if (!*path) return *pattern ? MAY : YES;
  if (!*pattern) return YES;                    /* an ancestor matched */
  if (budget <= 0) return NO;
  const char *rest = component(pattern, want, sizeof want);
  if (strcmp(want, "**") == 0) {
    enum match a = *rest ? match_path(rest, path, budget - 1) : YES;
    if (a == YES) return YES;
    const char *below = component(path, have, sizeof have);
    enum match b = match_path(pattern, below, budget - 1);
    return b > a ? b : a;
  }
  const char *below = component(path, have, sizeof have);
  if (fnmatch(want, have, FNM_PERIOD) != 0) return NO;
  return match_path(rest, below, budget - 1);
}

static int by_name(const void *a, const void *b)
{
  const char *x = *(char *const *)a, *y = *(char *const *)b;
  char xe = x[0] == 'd' ? '/' : 0, ye = y[0] == 'd' ? '/' : 0;
  size_t i = 1;
  while (x[i] && x[i] == y[i]) i++;
  unsigned char cx = (unsigned char)(x[i] ? x[i] : xe), cy = (unsigned char)(y[i] ? y[i] : ye);
  return cx < cy ? -1 : cx > cy;
}

static gz_status sort_names(level *l)
{
  for (size_t i = 0; i < l->names.n; i += strlen(l->names.p + i) + 1) l->count++;
  l->list = gz_malloc((l->count + 1) * sizeof *l->list);
  if (!l->list) return GZ_NOMEM;
  size_t k = 0;
  for (size_t i = 0; i < l->names.n; i += strlen(l->names.p + i) + 1) l->list[k++] = l->names.p + i;
  if (l->count > 1) qsort(l->list, l->count, sizeof *l->list, by_name);
  return GZ_OK;
}

static char type_of(int fd, const char *name, unsigned char d_type)
{
  struct stat st;
  if (d_type == DT_DIR) return 'd';
  if (d_type != DT_UNKNOWN) return 'f';
  return fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode) ? 'd' : 'f';
}

/* All names of a folder; of those that a wanted path needs, only that one. */
static gz_status read_names(gz_walk *w, level *l, const char **error)
{
  if (w->only && !strstr(w->only, "\\x")) {
    const char *rest = strlen(w->only) > l->base_n ? w->only + l->base_n : "";
    char one[256];
    component(rest, one, sizeof one);
    struct stat st;
    if (*one && strcmp(one, ".") != 0 && strcmp(one, "..") != 0 && strcspn(rest, "/") < sizeof one && fstatat(l->fd, one, &st, AT_SYMLINK_NOFOLLOW) == 0) {
      gz_buf_putc(&l->names, S_ISDIR(st.st_mode) ? 'd' : 'f');
      gz_buf_put(&l->names, one, strlen(one) + 1);
    }
  } else {
    int fd = dup(l->fd);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *e;
    if (!d) { *error = reason(errno); if (fd >= 0) close(fd); return GZ_ERROR; }
    for (size_t n = 1; (e = readdir(d)) != NULL && !(n % ASK_EVERY == 0 && gz_watch_stopped()); n++) {
      if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0) continue;
      gz_buf_putc(&l->names, type_of(l->fd, e->d_name, e->d_type));
      gz_buf_put(&l->names, e->d_name, strlen(e->d_name) + 1);
    }
    closedir(d);
  }
  return l->names.failed ? GZ_NOMEM : sort_names(l);
}

static void pop(gz_walk *w)
{
  level *l = &w->levels[--w->depth];
  if (l->fd >= 0) close(l->fd);
  gz_buf_free(&l->names);
  gz_free(l->list);
}

/* Enters a folder; w->path already names it (with its slash). */
static gz_status push(gz_walk *w, int fd, bool matched, const char **error)
{
  void *items = w->levels;
  if (!gz_array_grow(&items, &w->level_cap, w->depth, sizeof *w->levels)) { close(fd); return GZ_NOMEM; }
  w->levels = items;
  level *l = &w->levels[w->depth++];
  memset(l, 0, sizeof *l);
  l->fd = fd;
  l->base_n = w->path.n;
  l->matched = matched;
  gz_status s = read_names(w, l, error);
  if (s != GZ_OK) pop(w);
  return s;
}

static bool has_meta(const char *z) { return strpbrk(z, "*?[") != NULL; }

/* Splits a glob into the folder before its first special component and the pattern below it. */
static char *split_glob(gz_walk *w, const char **why)
{
  size_t at = strcspn(w->root, "*?[");
  while (at > 0 && w->root[at - 1] != '/') at--;
  w->pattern = copy(w->root + at, strlen(w->root + at));
  char *base = at ? copy(w->root, at) : copy(".", 1);
  if (!w->pattern || !base) { gz_free(base); *why = NULL; return NULL; }
  return base;
}

gz_status gz_walk_begin(gz_view root, const char *only, gz_walk **out, const char **why)
{
  struct stat st;
  gz_status s = GZ_OK;
  char *base = NULL;
  *why = "does not exist";
  *out = NULL;
  if (root.n == 0) return GZ_ERROR;
  if (memchr(root.p, 0, root.n)) return GZ_ERROR;
  gz_walk *w = gz_malloc(sizeof *w);
  if (!w) return GZ_NOMEM;
  memset(w, 0, sizeof *w);
  w->name_fd = -1;
  w->root = copy(root.p, root.n);
  if (only) w->only = copy(only, strlen(only));
  if (!w->root || (only && !w->only)) { gz_walk_end(w); return GZ_NOMEM; }
  const char *open_at = w->root;
  if (stat(w->root, &st) != 0) {
    if (errno == EACCES) *why = "cannot be read: permission denied";
    else if (errno == ELOOP) *why = "is a loop of symbolic links";
    if (!has_meta(w->root)) { gz_walk_end(w); return GZ_ERROR; }
    base = split_glob(w, why);
    if (!base) { gz_walk_end(w); return GZ_NOMEM; }
    if (stat(base, &st) != 0 || !S_ISDIR(st.st_mode)) { gz_free(base); gz_walk_end(w); return GZ_ERROR; }
    open_at = base;
  }
  if (S_ISDIR(st.st_mode)) {
    const char *error = NULL;
    int fd = open(open_at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) { *why = errno == EACCES ? "cannot be read: permission denied" : "cannot be read"; s = GZ_ERROR; }
    else s = push(w, fd, w->pattern == NULL, &error);
    if (s == GZ_ERROR && error) *why = "cannot be read";
  } else w->single = true;
  gz_free(base);
  if (s != GZ_OK) { gz_walk_end(w); return s; }
  *out = w;
  return GZ_OK;
}

static bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }
/* How far the text goes without a backslash that would be read as one of ours. */
static size_t unescaped(const char *p, size_t n)
{
  for (size_t i = 0; i + 4 <= n; i++) if (p[i] == '\\' && p[i + 1] == 'x' && is_hex(p[i + 2]) && is_hex(p[i + 3])) return i;
  return n;
}

/* The path as text: what is no UTF-8 is written \xNN, and so is a backslash with which a name itself says \xNN: no two paths look alike. */
static gz_status show(gz_walk *w, gz_file *f)
{
  static const char hex[] = "0123456789ABCDEF";
  const char *p = w->path.p;
  size_t n = w->path.n, i = 0;
  gz_buf_clear(&w->shown);
  while (i < n) {
    size_t good = unescaped(p + i, gz_utf8_valid(p + i, n - i));
    gz_buf_put(&w->shown, p + i, good);
    i += good;
    if (i < n) {
      unsigned char c = (unsigned char)p[i++];
      char z[4] = {'\\', 'x', hex[c >> 4], hex[c & 15]};
      gz_buf_put(&w->shown, z, 4);
    }
  }
  gz_buf_putc(&w->shown, 0);
  if (w->shown.failed) return GZ_NOMEM;
  f->path = w->shown.p;
  return GZ_OK;
}

static void stat_file(int fd, const char *name, bool follow, gz_file *f)
{
  struct stat st;
  f->size = f->mtime = -1;
  f->error = NULL;
  f->format = format_of(name);
  if (fstatat(fd, name, &st, follow ? 0 : AT_SYMLINK_NOFOLLOW) != 0) { f->error = reason(errno); return; }
  f->size = (int64_t)st.st_size;
  f->mtime = (int64_t)st.st_mtime;
  if (S_ISLNK(st.st_mode)) f->error = LINK_ERROR;
  else if (!S_ISREG(st.st_mode)) f->error = "not a regular file";
  else if (f->format == GZ_FORMAT_NONE) f->error = "unsupported format";
}

static gz_status single_row(gz_walk *w, gz_file *f)
{
  if (w->done) return GZ_DONE;
  w->done = true;
  const char *slash = strrchr(w->root, '/'), *name = slash && slash[1] ? slash + 1 : w->root;
  gz_buf_put(&w->path, name, strlen(name));
  if (w->path.failed || show(w, f) != GZ_OK) return GZ_NOMEM;
  if (w->only && strcmp(w->only, f->path) != 0) return GZ_DONE;
  w->name = w->root;
  w->name_fd = AT_FDCWD;
  stat_file(AT_FDCWD, w->root, true, f);
  return GZ_ROW;
}

gz_status gz_walk_next(gz_walk *w, gz_file *f)
{
  memset(f, 0, sizeof *f);
  if (w->single) return single_row(w, f);
  for (size_t n = 1; ; n++) {
    if (w->depth == 0 || (n % ASK_EVERY == 0 && gz_watch_stopped())) return GZ_DONE;
    level *l = &w->levels[w->depth - 1];
    if (l->next >= l->count) { pop(w); continue; }
    const char *entry = l->list[l->next++], *name = entry + 1;
    w->path.n = l->base_n;                                 /* what stands in front is the folder's own path */
    gz_buf_put(&w->path, name, strlen(name));
    gz_buf_putc(&w->path, 0);
    if (w->path.failed) return GZ_NOMEM;
    w->path.n--;
    enum match m = l->matched ? YES : match_path(w->pattern, w->path.p, 64);
    if (m == NO) continue;
    if (entry[0] == 'd') {
      const char *error = NULL;
      int fd = w->depth >= DEPTH_MAX ? -1 : openat(l->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (fd < 0) error = w->depth >= DEPTH_MAX ? "folders too deep" : reason(errno);
      else {
        gz_buf_putc(&w->path, '/');
        if (w->path.failed) { close(fd); return GZ_NOMEM; }
        gz_status s = push(w, fd, m == YES, &error);
        if (s == GZ_NOMEM) return s;
        if (s == GZ_OK) continue;
      }
      if (w->path.p[w->path.n - 1] == '/') w->path.n--;
      if (show(w, f) != GZ_OK) return GZ_NOMEM;
      f->size = f->mtime = -1;
      f->error = error;
      w->name = NULL;
      return GZ_ROW;
    }
    if (m != YES) continue;
    if (show(w, f) != GZ_OK) return GZ_NOMEM;
    if (w->only && strcmp(w->only, f->path) != 0) continue;
    w->name = name;
    w->name_fd = l->fd;
    stat_file(l->fd, name, false, f);
    return GZ_ROW;
  }
}

int gz_walk_open(gz_walk *w, const char **error)
{
  struct stat st;
  *error = "cannot be opened";
  if (!w->name) return -1;
  int fd = openat(w->name_fd, w->name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (w->single ? 0 : O_NOFOLLOW));
  if (fd < 0) { *error = reason(errno); return -1; }
  if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) { close(fd); *error = "not a regular file"; return -1; }
  *error = NULL;
  return fd;
}

void gz_walk_end(gz_walk *w)
{
  if (!w) return;
  while (w->depth) pop(w);
  gz_free(w->levels);
  gz_buf_free(&w->path);
  gz_buf_free(&w->shown);
  gz_free(w->root);
  gz_free(w->pattern);
  gz_free(w->only);
  gz_free(w);
}
