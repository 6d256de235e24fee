/* A growable byte buffer with a sticky failure: append freely, check `failed` once at the end. */
#ifndef GZ_BUF_H
#define GZ_BUF_H
#include "base/view.h"

typedef struct gz_buf {
  char *p;
  size_t n, cap;
  bool failed;     /* an allocation failed; later appends do nothing */
} gz_buf;

#define GZ_BUF_INIT {NULL, 0, 0, false}

bool gz_buf_reserve(gz_buf *b, size_t more);           /* room for `more` bytes; false on failure */
void gz_buf_put(gz_buf *b, const char *p, size_t n);
void gz_buf_puts(gz_buf *b, const char *z);
void gz_buf_putc(gz_buf *b, char c);
void gz_buf_put_cp(gz_buf *b, uint32_t cp);            /* a code point as UTF-8 */
void gz_buf_put_u64(gz_buf *b, uint64_t v);            /* decimal digits */
void gz_buf_put_json(gz_buf *b, gz_view text);         /* a JSON string with its quotes */
void gz_buf_clear(gz_buf *b);                          /* keeps the memory */
void gz_buf_free(gz_buf *b);
char *gz_buf_take(gz_buf *b, size_t *n);               /* NUL-terminated, now the caller's; NULL on failure */

#endif
