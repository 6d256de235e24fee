/* Articles. See article.h. */
#include "page/article.h"
gz_status gz_blocks(gz_view text, gz_arena *arena, gz_block **list, size_t *count)
{
  (void)text; (void)arena;
  *list = NULL; *count = 0;
  return GZ_OK;
}
gz_status gz_article_parse(gz_view raw, gz_arena *arena, gz_article *out)
{
  memset(out, 0, sizeof *out);
  out->published_first = out->published_last = INT32_MIN;
  out->body = gz_arena_copy(arena, raw.p, raw.n);
  out->body_n = raw.n;
  return out->body ? GZ_OK : GZ_NOMEM;
}
const char *gz_block_kind_name(unsigned kind)
{
  static const char *const names[] = {"title", "meta", "body", "heading", "caption", "boilerplate", "duplicate"};
  return kind < 7 ? names[kind] : "body";
}
