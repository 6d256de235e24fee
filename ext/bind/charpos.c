/* Byte offsets to character offsets, counted incrementally from the last place asked for. Going back a little is counted
** backwards by counting the stretch between; only what lies before the last place by more than half is counted anew. */
#include "bind/bind.h"
#include "text/utf8.h"

void gz_charpos_begin(gz_charpos *c, gz_view text) { c->text = text; c->byte = c->chars = 0; }

int64_t gz_charpos_at(gz_charpos *c, size_t byte)
{
  if (byte > c->text.n) byte = c->text.n;
  if (byte >= c->byte) c->chars += gz_utf8_count(c->text.p, c->byte, byte);
  else if (byte > c->byte / 2) c->chars -= gz_utf8_count(c->text.p, byte, c->byte);
  else c->chars = gz_utf8_count(c->text.p, 0, byte);
  c->byte = byte;
  return (int64_t)c->chars;
}
