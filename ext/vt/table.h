/* The one virtual-table implementation behind every text table. A table is a descriptor: its columns, its arguments, how to
** open a scan (compute the rows), where row i lies, and what its own columns hold. Everything else (hidden arguments, plans,
** spans to character offsets, rowid look-ups, errors) is done once, in table.c. */
#ifndef GZ_TABLE_H
#define GZ_TABLE_H
#include "bind/bind.h"

typedef struct gz_table gz_table;

typedef struct gz_scan {
  sqlite3_vtab_cursor base;      /* must be first */
  const gz_table *table;
  gz_conn *conn;
  gz_view text;                  /* the text argument, owned by the scan or its analysis */
  gz_view arg[3];                /* text and further arguments; p == NULL for SQL NULL or absent */
  char *owned[3];                /* copies behind arg */
  gz_analysis *kept;             /* or whose text the first is: it was there already */
  gz_analysis *analysis;         /* for tables that open one */
  void *data;                    /* for others: freed by close */
  size_t count;                  /* rows, set by open */
  size_t row, last;              /* current row, and the first one not to visit */
  gz_charpos pos;
  const char *lang;
} gz_scan;

struct gz_table {
  const char *name;
  const char *columns;           /* SQL declarations, spans included where has_spans */
  const char *args;              /* hidden columns: "text", "text, region", "text, anchor, region" */
  unsigned char column_count, arg_count;
  bool has_spans;                /* first columns are n, start, length, surface */
  gz_status (*open)(gz_scan *s); /* sets count */
  gz_span (*span)(const gz_scan *s, size_t row);
  void (*column)(gz_scan *s, sqlite3_context *ctx, size_t row, int column);
  void (*close)(gz_scan *s);     /* frees data; may be NULL */
  bool has_sentence;             /* last column is the sentence's ordinal, filled by table.c from the analysis */
};

/* Registers NAME and gazette_NAME. */
int gz_table_register(sqlite3 *db, const gz_table *t, gz_conn *c);

/* Opens the analysis of the scan's text (arg[0]); for open functions. Anchor and region are found by the table's argument names. */
gz_status gz_scan_analysis(gz_scan *s);

/* Every text table, NULL at the end (tables.c). */
extern const gz_table *const gz_text_tables[];

#endif
