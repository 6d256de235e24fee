/* gazette, linked into a program instead of loaded: compile gazette.c (or libgazette.a) with -DSQLITE_CORE, link SQLite and ICU, and
** before the first connection is opened:
**
**     sqlite3_auto_extension((void (*)(void))sqlite3_gazette_init);
**
** or, for one connection: sqlite3_gazette_init(db, &error, NULL). An *error is freed with sqlite3_free(). */
#ifndef GAZETTE_H
#define GAZETTE_H
#include <sqlite3.h>
#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3_api_routines;

/* Registers every function, table and the tokenizer. Doing it twice on one connection changes nothing. */
int sqlite3_gazette_init(sqlite3 *db, char **error, const struct sqlite3_api_routines *unused);

/* The same without what reads files: for programs that run others' SQL. */
int sqlite3_gazette_nofs_init(sqlite3 *db, char **error, const struct sqlite3_api_routines *unused);

#ifdef __cplusplus
}
#endif
#endif
