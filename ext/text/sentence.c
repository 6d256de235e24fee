/* Sentence iterator. See sentence.h. */
#include "text/sentence.h"
#include "text/uni.h"
#include "text/utf8.h"

void gz_sentence_begin(gz_sentence_iter *it, gz_view text) { it->text = text; it->pos = 0; }

bool gz_sentence_next(gz_sentence_iter *it, gz_span *out)
{
  gz_view t = it->text;
  size_t i = it->pos;
  while (i < t.n) { size_t k = i; if (!gz_is_space(gz_utf8_next(t.p, t.n, &k))) break; i = k; }
  if (i >= t.n) return false;
  size_t start = i, end = i;
  while (i < t.n) {
    size_t k = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (c == '\n') break;
    i = k;
    if (!gz_is_space(c)) end = i;
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) break;
    if ((c == '.' || c == '!' || c == '?') && (i >= t.n || t.p[i] == ' ' || t.p[i] == '\n')) break;
  }
  it->pos = i;
  out->start = (uint32_t)start;
  out->end = (uint32_t)end;
  return true;
}
