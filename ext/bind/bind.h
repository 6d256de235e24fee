/* What the SQLite side shares: the connection's state, error wording, analysis cache, byte-to-character offsets, newer-API gates. */
#ifndef GZ_BIND_H
#define GZ_BIND_H
#include <sqlite3ext.h>
#include "base/buf.h"
#include "base/watch.h"
#include "find/analysis.h"

SQLITE_EXTENSION_INIT3

#ifndef SQLITE_SUBTYPE
#define SQLITE_SUBTYPE 0x000100000
#endif
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif
#define GZ_JSON_SUBTYPE 74      /* 'J', as SQLite's own JSON functions mark their results */

/* One per connection; freed when the last function or module that holds it goes. */
typedef struct gz_conn {
  sqlite3 *db;
  int refs;
  gz_names *names;              /* current snapshot of the connection's own names, or NULL */
  gz_analysis *last;            /* the last text's analysis, or NULL */
  int64_t asked;                /* when an old host was last asked for an interrupt (compat.c) */
  sqlite3_uint64 analysed, shingled;      /* texts so far: gazette_debug tells, so that tests can count work */
} gz_conn;

gz_conn *gz_conn_new(sqlite3 *db);
gz_conn *gz_conn_retain(gz_conn *c);
void gz_conn_release(void *c);
/* Puts another snapshot in force (takes over the reference); scans under way keep theirs. */
void gz_conn_set_names(gz_conn *c, gz_names *names);

/* The analysis of a text under this connection's names: shared with whoever asked for the same text last; an anchor or
** region whose p is NULL does not matter to the asker. NULL when out of memory. Give it back with gz_conn_unuse. */
gz_analysis *gz_conn_analysis(gz_conn *c, gz_view text, gz_view anchor, gz_view region);
/* The kept analysis if it is of this text, whatever its anchor and region, else NULL. Not to be given back; valid until the next request. */
gz_analysis *gz_conn_kept(gz_conn *c, gz_view text);
void gz_conn_unuse(gz_analysis *a);

/* sqlite3_is_interrupted where the host has it (3.41), a nested statement below. */
bool gz_interrupted(sqlite3 *db);
/* Lets an interrupt stop the work of this thread until the watch that is returned is set again (base/watch.h). */
gz_watch *gz_conn_watch(gz_conn *c, gz_watch *w);

/* The text of a value, cut at the first NUL; false for NULL. A BLOB is read as UTF-8. Valid as sqlite3_value_text says. */
bool gz_value_text(sqlite3_value *v, gz_view *out);

/* Errors: "FUNCTION: ARGUMENT 'VALUE' and what is wrong with it", in lower case, without a full stop; %!.40s cuts a value at 40
** characters. sql/errors.md lists every one. */
int gz_status_rc(gz_status s);
void gz_result_status(sqlite3_context *ctx, gz_status s);
void gz_result_error(sqlite3_context *ctx, const char *format, ...);

/* Results. */
void gz_result_view(sqlite3_context *ctx, gz_view v);
void gz_result_cstr(sqlite3_context *ctx, const char *z);             /* NULL gives NULL; copied */
void gz_result_dec(sqlite3_context *ctx, gz_dec d);                   /* INTEGER when whole and within 64 bits, else REAL */
void gz_result_day(sqlite3_context *ctx, int32_t day);                /* YYYY-MM-DD or NULL */
void gz_result_buf(sqlite3_context *ctx, gz_buf *b);                  /* takes it; too big or out of memory become errors */
void gz_buf_put_dec(gz_buf *b, gz_dec d);                             /* as a JSON number */

/* Counts characters as SQLite's substr does, remembering the last place: a scan in order is linear. */
typedef struct gz_charpos { gz_view text; size_t byte, chars; } gz_charpos;
void gz_charpos_begin(gz_charpos *c, gz_view text);
int64_t gz_charpos_at(gz_charpos *c, size_t byte);                    /* 0-based character offset */

#endif
