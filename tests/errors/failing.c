/* A library to be preloaded: what seldom fails does. Opening a file or folder whose name holds `fails-with-NAME` fails with that error,
** stat of `stat-fails-with-…` too, and reading from a file named `unreadable…`; a file named `shrinks…` is cut to half of its size, one named
** `grows…` has 100 bytes more, one named `swells…` as much again as it had, once its second read begins (its first, if it is a small one: below 64 KB); ICU lacks the converter named in LACKING_CONVERTER; SQLite
** calls itself 3.37.2 when OLD_SQLITE is set. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unicode/ucnv.h>

static int wanted(const char *name, const char *mark)
{
  static const struct { const char *name; int e; } all[] = {{"EIO", EIO}, {"ENOENT", ENOENT}, {"EMFILE", EMFILE}, {"ENAMETOOLONG", ENAMETOOLONG}, {"ENXIO", ENXIO}};
  const char *p = strstr(name, mark);
  for (size_t i = 0; p && i < sizeof all / sizeof *all; i++)
    if (strncmp(p + strlen(mark), all[i].name, strlen(all[i].name)) == 0) return all[i].e;
  return 0;
}

#define NEXT(name) ((name##_fn)dlsym(RTLD_NEXT, #name))
typedef int (*openat_fn)(int, const char *, int, ...);
typedef int (*open_fn)(const char *, int, ...);
typedef int (*fstatat_fn)(int, const char *, struct stat *, int);
typedef ssize_t (*read_fn)(int, void *, size_t);
typedef int (*number_fn)(void);

static int unreadable = -1;
enum { SHRINKS, GROWS, SWELLS, NOTHING };
static const char *const kinds[] = {"shrinks", "grows", "swells"};
static struct { int fd, reads, how; } changing = {-1, 0, 0};

/* Somebody else changes the file that is being read. */
static void change(void)
{
  struct stat st;
  if (fstat(changing.fd, &st) != 0 || changing.reads++ != (st.st_size > 65536)) return;
  off_t more = changing.how == GROWS ? 100 : st.st_size;
  if (changing.how == SHRINKS) { if (ftruncate(changing.fd, st.st_size / 2) != 0) abort(); }
  else for (off_t i = 0; i < more; i++) if (pwrite(changing.fd, "+", 1, st.st_size + i) != 1) abort();
}

int openat(int dir, const char *name, int flags, ...)
{
  va_list a;
  va_start(a, flags);
  int mode = flags & O_CREAT ? va_arg(a, int) : 0, e = wanted(name, "open-fails-with-");
  va_end(a);
  if (e) { errno = e; return -1; }
  int kind = 0;
  while (kind < NOTHING && strncmp(name, kinds[kind], strlen(kinds[kind])) != 0) kind++;
  int fd = NEXT(openat)(dir, name, kind < NOTHING ? (flags & ~O_ACCMODE) | O_RDWR : flags, mode);
  if (strncmp(name, "unreadable", 10) == 0) unreadable = fd;
  if (kind < NOTHING) { changing.fd = fd; changing.reads = 0; changing.how = kind; }
  return fd;
}

int open(const char *name, int flags, ...)
{
  va_list a;
  va_start(a, flags);
  int mode = flags & O_CREAT ? va_arg(a, int) : 0, e = wanted(name, "open-fails-with-");
  va_end(a);
  if (e) { errno = e; return -1; }
  return NEXT(open)(name, flags, mode);
}

int fstatat(int dir, const char *name, struct stat *st, int flags)
{
  int e = wanted(name, "stat-fails-with-");
  if (e) { errno = e; return -1; }
  return NEXT(fstatat)(dir, name, st, flags);
}

ssize_t read(int fd, void *to, size_t n)
{
  if (fd >= 0 && fd == unreadable) { errno = EIO; return -1; }
  if (fd >= 0 && fd == changing.fd) change();
  return NEXT(read)(fd, to, n);
}

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)
typedef UConverter *(*ucnv_fn)(const char *, UErrorCode *);
UConverter *ucnv_open(const char *name, UErrorCode *e)
{
  const char *lacking = getenv("LACKING_CONVERTER");
  if (lacking && name && strcmp(name, lacking) == 0) { *e = U_FILE_ACCESS_ERROR; return NULL; }
  return ((ucnv_fn)dlsym(RTLD_NEXT, TEXT(ucnv_open)))(name, e);
}

int sqlite3_libversion_number(void) { return getenv("OLD_SQLITE") ? 3037002 : ((number_fn)dlsym(RTLD_NEXT, "sqlite3_libversion_number"))(); }
