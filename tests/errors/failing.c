/* A library to be preloaded: what seldom fails does. Opening a file or folder whose name holds `fails-with-NAME` fails with that error,
** stat of `stat-fails-with-…` too, and reading from a file named `unreadable…`; ICU lacks the converter named in LACKING_CONVERTER; SQLite
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

int openat(int dir, const char *name, int flags, ...)
{
  va_list a;
  va_start(a, flags);
  int mode = flags & O_CREAT ? va_arg(a, int) : 0, e = wanted(name, "open-fails-with-");
  va_end(a);
  if (e) { errno = e; return -1; }
  int fd = NEXT(openat)(dir, name, flags, mode);
  if (strncmp(name, "unreadable", 10) == 0) unreadable = fd;
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
