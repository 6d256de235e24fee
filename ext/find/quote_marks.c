/* Pairs of quotation marks. May use base and text. One pass with a small stack: an opening mark is pushed, a closing one pops to
** its partner; what closes at the bottom is an outermost pair. The same character opens and closes in some styles (" and the
** German pair), so the place decides: what stands before and behind it. A paragraph that opens with the mark still open goes on
** with the same speech; otherwise a paragraph's end drops what is open, and reports it unclosed. Titles (《》) are no marks. */
#include "find/quote_int.h"
#include "base/watch.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

#define DEEP 6
#define LONGEST 6000       /* bytes of one quotation: a lost closing mark must not swallow an article */

enum side { NO_MARK = 0, OPENS = 1, CLOSES = 2, EITHER = 3 };

/* The style of a mark; marks of one style close each other. */
static int style_of(uint32_t cp, enum side *side)
{
  switch (cp) {
  case '"': case 0xFF02: *side = EITHER; return 1;
  case 0x201C: *side = EITHER; return 2;         /* opens; closes the German pair */
  case 0x201D: *side = CLOSES; return 2;
  case 0x201E: *side = OPENS; return 2;
  case 0x300C: case 0xFE41: case 0xFF62: *side = OPENS; return 3;
  case 0x300D: case 0xFE42: case 0xFF63: *side = CLOSES; return 3;
  case 0x300E: case 0xFE43: *side = OPENS; return 4;
  case 0x300F: case 0xFE44: *side = CLOSES; return 4;
  case 0xAB: *side = EITHER; return 5;
  case 0xBB: *side = EITHER; return 5;
  case 0x2018: *side = OPENS; return 6;
  case 0x2019: *side = CLOSES; return 6;
  case '\'': *side = EITHER; return 7;
  default: *side = NO_MARK; return 0;
  }
}

static bool word_char(uint32_t cp) { return cp && gz_is_alnum(cp) && !gz_is_unspaced(cp); }

/* Is what starts here with a rare byte a mark or line end? Han punctuation shares those bytes. Says yes too often, never no wrongly. */
static inline bool may_mark(const unsigned char *s, size_t n)
{
  if (s[0] < 0x80 || n < 3) return true;
  switch (s[0]) {
  case 0xE2: return s[1] == 0x80 && s[2] >= 0x98 && s[2] <= 0x9E;
  case 0xE3: return s[2] >= 0x8C && s[2] <= 0x8F;
  case 0xEF: return s[1] == 0xB9 || (s[1] == 0xBC && s[2] == 0x82) || (s[1] == 0xBD && (s[2] == 0xA2 || s[2] == 0xA3));
  case 0xC2: return s[1] == 0xAB || s[1] == 0xBB;
  default: return false;
  }
}

bool gz_marks_next(gz_marks_iter *it, gz_marked *out)
{
  gz_view t = it->text;
  struct { uint32_t pos, in, cp; int style; } stack[DEEP];
  int depth = 0;
  size_t p = it->pos, due = p + GZ_WATCH_STRIDE;
  while (p < t.n && !gz_watch_at(p, &due)) {
    size_t stop = due < t.n ? due : t.n;
    p = gz_next_rare(t, p, stop, '"', '\'', depth ? '\n' : '"', '"', may_mark);
    if (p == stop) continue;
    size_t at = p;
    uint32_t cp = gz_utf8_next(t.p, t.n, &p);
    if (cp == '\n') {
      size_t q = p;
      while (q < t.n && (t.p[q] == ' ' || t.p[q] == '\r' || t.p[q] == '\t')) q++;
      bool paragraph = q < t.n && t.p[q] == '\n';
      if (!depth) continue;
      if (!paragraph && stack[0].style == 1) {             /* a line that ends a sentence ends its straight marks */
        size_t b = at;
        uint32_t last = b ? gz_utf8_prev(t.p, t.n, &b) : 0;
        paragraph = last == '.' || last == '!' || last == '?' || last == '"';
      }
      if (!paragraph) continue;
      while (q < t.n && (t.p[q] == '\n' || t.p[q] == ' ' || t.p[q] == '\r' || t.p[q] == '\t')) q++;
      size_t r = q;
      if (q < t.n && gz_utf8_next(t.p, t.n, &r) == stack[0].cp) { p = r; continue; }       /* the speech goes on */
      out->open = stack[0].pos;
      out->in = stack[0].in;
      out->out = out->close = (uint32_t)at;
      out->single = stack[0].style >= 6;
      out->unclosed = true;
      it->pos = p;
      depth = 0;
      if (out->single || out->out - out->open > LONGEST) continue;
      return true;
    }
    enum side side;
    int style = style_of(cp, &side);
    if (!style) continue;
    size_t b = at, n = p;
    uint32_t before = b ? gz_utf8_prev(t.p, t.n, &b) : 0, next = n < t.n ? gz_utf8_next(t.p, t.n, &n) : 0;
    int partner = -1;
    for (int k = depth - 1; k >= 0 && partner < 0; k--) if (stack[k].style == style) partner = k;
    if (style >= 6) {                                      /* apostrophes */
      bool opens = !word_char(before) && before != '\'' && word_char(next) && !gz_is_digit(next), closes = !word_char(next) && before != ' ' && partner >= 0;
      if (opens) {                                         /* 's, 're, 'll: a torn-off ending */
        size_t e = p;
        while (e < t.n && ((unsigned char)t.p[e] | 32u) - 'a' < 26u) e++;
        if (e - p <= 2 && (e >= t.n || t.p[e] == ' ') && !(t.p[p] >= 'A' && t.p[p] <= 'Z') && t.p[p] != 'a' && t.p[p] != 'i') continue;
      }
      if (side == OPENS && (word_char(before) || !next || next == ' ')) continue;
      if (side == CLOSES && !closes) continue;
      if (side == EITHER && !opens && !closes) continue;
      side = closes ? CLOSES : OPENS;
    } else if (side == EITHER) {
      if (style == 1) {
        bool could_open = next && next != ' ' && next != '\n' && (!before || !word_char(before));
        if (partner < 0) { if (!could_open) continue; side = OPENS; }
        else side = (before == ' ' || before == '(' || before == '\n') && could_open && word_char(next) && at - stack[partner].pos > 2 && depth == 1 ? OPENS : CLOSES;
        if (partner >= 0 && side == OPENS) { depth = partner; partner = -1; }                /* the earlier one was lost */
      } else if (cp == 0x201C) side = partner >= 0 && stack[partner].cp == 0x201E ? CLOSES : OPENS;
      else side = partner >= 0 && stack[partner].cp != cp ? CLOSES : OPENS;                  /* « » and » « */
    } else if (side == CLOSES && partner < 0) {
      if (cp == 0x201D && (!before || before == ' ' || before > 0x2E80) && next > 0x2E80) side = OPENS;     /* ”……” */
      else continue;
    } else if (cp == 0x201D && partner >= 0 && at == stack[partner].in) continue;
    if (side == OPENS) {
      if (partner >= 0) depth = partner;                                                     /* the earlier one was lost */
      if (depth && at - stack[0].pos > LONGEST) depth = 0;
      if (depth < DEEP) { stack[depth].pos = (uint32_t)at; stack[depth].in = (uint32_t)p; stack[depth].cp = cp; stack[depth++].style = style; }
      continue;
    }
    if (partner < 0) continue;
    depth = partner;
    if (depth) continue;
    out->open = stack[0].pos;
    out->in = stack[0].in;
    out->out = (uint32_t)at;
    out->close = (uint32_t)p;
    out->single = style >= 6;
    out->unclosed = false;
    it->pos = p;
    if (out->out > out->in && out->out - out->in <= LONGEST) return true;
    depth = 0;
  }
  if (depth && stack[0].style < 6 && t.n - stack[0].pos <= LONGEST) {
    out->open = stack[0].pos;
    out->in = stack[0].in;
    out->out = out->close = (uint32_t)t.n;
    out->single = false;
    out->unclosed = true;
    it->pos = t.n;
    return true;
  }
  it->pos = t.n;
  return false;
}
