/* Search fold. See search_fold.h. */
#include "text/search_fold.h"
#include "text/uni.h"
#include "text/utf8.h"

gz_status gz_search_fold(gz_view text, gz_buf *out)
{
  size_t i = 0;
  while (i < text.n) gz_buf_put_cp(out, gz_fold(gz_utf8_next(text.p, text.n, &i)));
  return out->failed ? GZ_NOMEM : GZ_OK;
}
