/* Numeral scanner. See numeral.h. */
#include "find/numeral.h"
bool gz_numeral_at(gz_view text, size_t pos, const char *lang, gz_numeral *out)
{
  (void)lang;
  size_t i = pos;
  memset(out, 0, sizeof *out);
  while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9') gz_dec_push(&out->low, text.p[i++] - '0');
  if (i == pos) return false;
  out->high = out->low;
  out->span.start = (uint32_t)pos;
  out->span.end = (uint32_t)i;
  return true;
}
void gz_numeral_begin(gz_numeral_iter *it, gz_view text, const char *lang) { it->text = text; it->pos = 0; it->lang = lang; }
bool gz_numeral_next(gz_numeral_iter *it, gz_numeral *out)
{
  for (; it->pos < it->text.n; it->pos++)
    if (gz_numeral_at(it->text, it->pos, it->lang, out)) { it->pos = out->span.end; return true; }
  return false;
}
