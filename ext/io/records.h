/* Records of a file: the whole of a .txt or .md, a line of a .jsonl, a conversion record of a .wet. One is in memory at a time. */
#ifndef GZ_RECORDS_H
#define GZ_RECORDS_H
#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "io/decode.h"
#include "io/walk.h"

/* What the record itself says about the article; NULL where it says nothing. Lives in the reader's arena until the next record. */
typedef struct gz_given {
  const char *title, *url, *published, *author, *source, *lang;
  const char *extra;                 /* JSON object of the keys that have no use here, or NULL */
} gz_given;

typedef struct gz_record {
  int64_t part;                      /* 1-based */
  gz_view bytes;                     /* as in the file, for the hash */
  gz_view text;                      /* for .txt and .md not decoded yet (same as bytes); else UTF-8 */
  bool decoded;
  gz_given given;
  const char *charset;               /* of a decoded record */
  int64_t undecoded;
  const char *error;                 /* static, or NULL */
} gz_record;

typedef struct gz_reader {
  int fd;
  uint8_t format;
  int64_t part;
  size_t cap;                        /* largest record */
  gz_buf data;                       /* current record, behind it what was read ahead */
  size_t taken;                      /* bytes of data that belong to earlier records */
  bool end, done;
  gz_buf text;
  gz_decoded line;                   /* a line that was no UTF-8 */
  const char *charset;               /* as the caller said, or NULL */
  gz_arena arena;
} gz_reader;

/* Takes the descriptor; charset must outlive the reader. */
void gz_reader_begin(gz_reader *r, int fd, unsigned format, size_t cap, const char *charset);
gz_status gz_reader_next(gz_reader *r, gz_record *out);                       /* GZ_ROW, GZ_DONE, GZ_NOMEM */
void gz_reader_end(gz_reader *r);

/* io/json.c: one line of JSON to text (appended to r->text) and given. NULL or the static reason why not. */
const char *gz_json_record(gz_view line, gz_arena *arena, gz_buf *text, gz_given *given, bool *nomem);

#endif
