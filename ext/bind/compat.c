/* Newer SQLite interfaces used where the host has them. The table of interfaces only ever grows at its end, and
** sqlite3_is_interrupted is the first entry that 3.41 added; headers of 3.40 and older do not name it. */
#include "bind/bind.h"
#include <time.h>

typedef int (*is_interrupted_fn)(sqlite3 *);

static is_interrupted_fn host_is_interrupted(void)
{
  if (sqlite3_libversion_number() < 3041000) return NULL;
#if SQLITE_VERSION_NUMBER >= 3041000
  return sqlite3_is_interrupted;
#elif defined(SQLITE_CORE)               /* linked into a program with headers that do not know it */
  return NULL;
#else
  is_interrupted_fn fn;
  memcpy(&fn, (const char *)sqlite3_api + sizeof(sqlite3_api_routines), sizeof fn);
  return fn;
#endif
}

bool gz_interrupted(sqlite3 *db)
{
  is_interrupted_fn fn = host_is_interrupted();
  if (fn) return fn(db) != 0;
  /* Below 3.41 a nested statement tells: it fails at once when an interrupt is pending. */
  return sqlite3_exec(db, "SELECT 1", NULL, NULL, NULL) == SQLITE_INTERRUPT;
}

/* The nested statement has to be compiled, which takes some microseconds: a connection asks in that way every five milliseconds at most. */
#define ASK_AGAIN 5000000

static bool conn_stop(void *arg)
{
  gz_conn *c = arg;
  struct timespec t;
  if (!host_is_interrupted() && timespec_get(&t, TIME_UTC) == TIME_UTC) {
    int64_t now = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec, since = now - c->asked;
    if (since >= 0 && since < ASK_AGAIN) return false;      /* below 0: somebody has set the clock */
    c->asked = now;
  }
  return gz_interrupted(c->db);
}

gz_watch *gz_conn_watch(gz_conn *c, gz_watch *w)
{
  *w = (gz_watch){conn_stop, c, false};
  return gz_watch_set(w);
}
