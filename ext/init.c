/* Entry points. sqlite3_gazette_init registers everything; sqlite3_gazette_nofs_init leaves out whatever reads files. */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1
#include "register.h"

#define OLDEST 3038000

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static int start(sqlite3 *db, char **error, bool with_files)
{
  if (sqlite3_libversion_number() < OLDEST) {
    *error = sqlite3_mprintf("gazette: SQLite 3.38.0 or later is required, this is %s", sqlite3_libversion());
    return SQLITE_ERROR;
  }
  return gz_register(db, with_files, error);
}

EXPORT int sqlite3_gazette_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);
EXPORT int sqlite3_gazette_nofs_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);

int sqlite3_gazette_init(sqlite3 *db, char **error, const sqlite3_api_routines *api)
{
  SQLITE_EXTENSION_INIT2(api)
  return start(db, error, true);
}

int sqlite3_gazette_nofs_init(sqlite3 *db, char **error, const sqlite3_api_routines *api)
{
  SQLITE_EXTENSION_INIT2(api)
  return start(db, error, false);
}
