/* Bytes of unknown charset to UTF-8. */
#ifndef GZ_DECODE_H
#define GZ_DECODE_H
#include "base/buf.h"
#include "base/status.h"

typedef struct gz_decoded {
  gz_view text;            /* UTF-8: the bytes given themselves where nothing had to change, else in own */
  gz_buf own;              /* for gz_buf_free */
  char charset[32];
  int64_t undecoded;       /* characters that could not be decoded; each is U+FFFD in the text */
  const char *error;       /* static, or NULL: this is no text */
} gz_decoded;

/* charset: NULL or "" to find out. */
gz_status gz_decode(gz_view bytes, const char *charset, gz_decoded *out);
gz_status gz_charset_known(const char *charset);       /* GZ_ERROR when it is not; GZ_NOMEM */

#endif
