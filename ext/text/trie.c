/* Walks the double array. Each character of the text is decoded, folded, encoded again and its bytes followed; ASCII takes
** a short way. Where only one key is left below a node, its rest lies in the tail and is compared bytewise. */
#include "text/trie.h"
#include "text/uni.h"
#include "text/utf8.h"

typedef struct walk {
  const gz_trie *t;
  uint32_t cell;                  /* what the current cell holds */
  const unsigned char *tail;      /* rest of the only key left, NULL before the tail */
  uint32_t tail_left;
  uint32_t tail_value;
} walk;

/* What every character of a text goes through is put in place: the walk stays in registers. */
#define IN_PLACE static inline __attribute__((always_inline))

IN_PLACE void enter(walk *w, uint32_t cell)
{
  w->cell = cell;
  if (cell & GZ_TRIE_TAIL) w->tail = gz_trie_tail_of(w->t, cell, &w->tail_left, &w->tail_value);
}

IN_PLACE void walk_start(walk *w, const gz_trie *t)
{
  w->t = t;
  w->tail = NULL;
  w->tail_left = 0;
  w->tail_value = 0;
  enter(w, t->cell_count > 1 ? t->cells[1] : 0);
}

IN_PLACE bool step(walk *w, unsigned char c)
{
  if (w->tail) {
    if (w->tail_left == 0 || *w->tail != c) return false;
    w->tail++;
    w->tail_left--;
    return true;
  }
  uint32_t cell = w->t->cells[gz_trie_base(w->cell) ^ c];           /* never outside: the cells are whole blocks of 256 */
  if ((cell & 255u) != c) return false;
  enter(w, cell);
  return true;
}

/* Does a key end where the walk stands? Byte 0 leads to the value of a key that others continue. */
IN_PLACE bool ends(const walk *w, uint32_t *value)
{
  if (w->tail) {
    if (w->tail_left) return false;
    *value = w->tail_value;
    return true;
  }
  if (!gz_trie_ends(w->cell)) return false;
  *value = gz_trie_field(w->t->cells[gz_trie_base(w->cell)]);
  return true;
}

static inline unsigned char lower(unsigned char c) { return (unsigned char)((unsigned)(c - 'A') < 26u ? c | 32 : c); }

/* A well-formed three-byte character at pos, alone (no continuation byte behind it), decoded; 0 otherwise. */
static inline uint32_t wide_at(gz_view text, size_t pos)
{
  const unsigned char *s = (const unsigned char *)text.p + pos;
  if (pos + 2 >= text.n || s[0] < 0xE1 || s[0] > 0xEC || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return 0;
  if (pos + 3 < text.n && (s[3] & 0xC0) == 0x80) return 0;
  return (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63u);
}

static inline bool is_wide(uint32_t cp) { return cp >= 0x800 && cp < 0x10000; }
IN_PLACE bool step_wide(walk *w, uint32_t cp)
{
  return step(w, (unsigned char)(0xE0u | cp >> 12)) && step(w, (unsigned char)(0x80u | (cp >> 6 & 63u))) && step(w, (unsigned char)(0x80u | (cp & 63u)));
}

static bool step_other(walk *w, gz_view text, size_t *pos)
{
  unsigned char first = (unsigned char)text.p[*pos];
  uint32_t cp;
  if (first < 0x80) {
    if ((unsigned)(first - 'A') < 26u) first |= 32;
    else if (first <= ' ') { if (first == 0) return false; cp = gz_fold(first); first = (unsigned char)cp; }
    if (!step(w, first)) return false;
    ++*pos;
    if (first == ' ') {           /* a space in a key matches a run of white space */
      size_t next = *pos;
      while (next < text.n && gz_fold(gz_utf8_next(text.p, text.n, &next)) == ' ') *pos = next;
    }
    return true;
  }
  cp = gz_fold(gz_utf8_next(text.p, text.n, pos));
  if (cp < 0x80) {
    if (cp == 0 || !step(w, (unsigned char)cp)) return false;
    if (cp == ' ') {
      size_t next = *pos;
      while (next < text.n && gz_fold(gz_utf8_next(text.p, text.n, &next)) == ' ') *pos = next;
    }
    return true;
  }
  char z[4];
  size_t n = gz_utf8_put(cp, z);
  for (size_t i = 0; i < n; i++) if (!step(w, (unsigned char)z[i])) return false;
  return true;
}

/* Visible ASCII and well-formed wide characters are stepped over here; everything else goes the long way. The walk is handed over as a
** copy, so that it can stay in registers. */
IN_PLACE bool step_char(walk *w, gz_view text, size_t *pos)
{
  unsigned char c = (unsigned char)text.p[*pos];
  if (c > ' ' && c < 0x80) {
    if (!step(w, lower(c))) return false;
    ++*pos;
    return true;
  }
  uint32_t cp = wide_at(text, *pos), f = cp ? gz_fold(cp) : 0;
  if (is_wide(f)) { *pos += 3; return step_wide(w, f); }
  walk other = *w;
  size_t at = *pos;
  bool ok = step_other(&other, text, &at);
  *w = other;
  *pos = at;
  return ok;
}

static inline bool bit(const gz_trie *t, unsigned place) { return t->first[place >> 6] >> (place & 63) & 1u; }

/* The folded character at pos, 0 at the end. */
static inline uint32_t folded_at(gz_view text, size_t pos)
{
  if (pos >= text.n) return 0;
  unsigned char c = (unsigned char)text.p[pos];
  if (c > ' ' && c < 0x80) return lower(c);
  uint32_t cp = wide_at(text, pos);
  return gz_fold(cp ? cp : gz_utf8_next(text.p, text.n, &pos));
}

/* May a key start with this wide folded character, `next` being behind it? */
static inline bool may_wide(const gz_trie *t, gz_view text, uint32_t f, size_t next)
{
  return bit(t, gz_trie_wide(f)) && (bit(t, gz_trie_wide_alone(f)) || (next < text.n && bit(t, gz_trie_wide_pair(f, folded_at(text, next)))));
}

static inline bool may_start(const gz_trie *t, gz_view text, size_t pos)
{
  if (pos >= text.n) return false;
  unsigned char c = (unsigned char)text.p[pos], z[4];
  uint32_t f;
  if (c > ' ' && c < 0x80) { f = lower(c); pos++; }
  else {
    f = wide_at(text, pos);
    if (f) { f = gz_fold(f); pos += 3; }
    else f = gz_fold(gz_utf8_next(text.p, text.n, &pos));
    if (f >= 0x800) return may_wide(t, text, f, pos);
    if (f >= 0x80) { gz_utf8_put(f, (char *)z); return bit(t, gz_trie_pair(z[0], z[1])); }
  }
  if (bit(t, gz_trie_pair(f, 0))) return true;             /* a key of one byte: marked with second byte 0 */
  if (pos >= text.n) return false;
  uint32_t g = folded_at(text, pos);
  if (g >= 0x80) { gz_utf8_put(g, (char *)z); g = z[0]; }
  return bit(t, gz_trie_pair(f, g));
}

bool gz_trie_may_start(const gz_trie *t, gz_view text, size_t pos) { return may_start(t, text, pos); }

/* Filter and first character together: a wide one is decoded once for both. sure: the filter need not be asked. */
IN_PLACE bool first_char(walk *w, const gz_trie *t, gz_view text, size_t *pos, bool sure)
{
  unsigned char c = *pos + 1 < text.n ? (unsigned char)text.p[*pos] : 0;
  if (c > ' ' && c < 0x80) {
    unsigned f = lower(c), behind = (unsigned char)text.p[*pos + 1];
    if (!sure && !bit(t, gz_trie_pair(f, 0)) && !(behind > ' ' && behind < 0x80 ? bit(t, gz_trie_pair(f, lower((unsigned char)behind))) : may_start(t, text, *pos))) return false;
    walk_start(w, t);
    ++*pos;
    return step(w, (unsigned char)f);
  }
  uint32_t cp = *pos < text.n ? wide_at(text, *pos) : 0, f = cp ? gz_fold(cp) : 0;
  if (is_wide(f)) {
    if (!sure && !may_wide(t, text, f, *pos + 3)) return false;
    walk_start(w, t);
    *pos += 3;
    return step_wide(w, f);
  }
  if (*pos >= text.n || (!sure && !may_start(t, text, *pos))) return false;
  walk_start(w, t);
  return step_char(w, text, pos);
}

/* Visible ASCII, as most keys and most of what is asked for are: only the cell and the place in the text move. */
static inline bool visible(unsigned c) { return c - 0x21u < 0x5Eu; }

/* From the cell that the walk has come to. */
IN_PLACE walk walk_from(const gz_trie *t, uint32_t cell)
{
  walk w = {t, 0, NULL, 0, 0};
  enter(&w, cell);
  return w;
}

/* Follows visible ASCII along the rest of the only key left, to the key's end at the most; false when it goes another way. */
IN_PLACE bool along_tail(walk *w, gz_view text, size_t *pos)
{
  size_t i = *pos;
  const unsigned char *tail = w->tail, *end = tail + w->tail_left;
  for (; tail < end && i < text.n && visible((unsigned char)text.p[i]); i++) if (lower((unsigned char)text.p[i]) != *tail++) return false;
  w->tail = tail;
  w->tail_left = (uint32_t)(end - tail);
  *pos = i;
  return true;
}

/* A single space at pos, with no white space behind it: one step as for visible ASCII. */
IN_PLACE bool single_space(gz_view text, size_t pos, unsigned c)
{
  if (c != ' ' || pos + 1 >= text.n) return false;
  unsigned next = (unsigned char)text.p[pos + 1];
  return visible(next) || next - 0xE4u < 6;
}

/* The rest of the only key left against the text from *pos on, by visible ASCII and wide characters; false when it goes another way. What is
** neither, and a key that ends within a character, is left to the steps. */
IN_PLACE bool along_any_tail(walk *w, gz_view text, size_t *pos)
{
  while (w->tail_left && *pos < text.n) {
    unsigned c = (unsigned char)text.p[*pos];
    if (visible(c) || single_space(text, *pos, c)) {
      if (lower((unsigned char)c) != *w->tail) return false;
      w->tail++;
      w->tail_left--;
      ++*pos;
      continue;
    }
    uint32_t cp = wide_at(text, *pos), f = cp ? gz_fold(cp) : 0;
    if (!is_wide(f) || w->tail_left < 3) return true;
    if (w->tail[0] != (0xE0u | f >> 12) || w->tail[1] != (0x80u | (f >> 6 & 63u)) || w->tail[2] != (0x80u | (f & 63u))) return false;
    w->tail += 3;
    w->tail_left -= 3;
    *pos += 3;
  }
  return true;
}

IN_PLACE size_t prefixes(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max, bool sure)
{
  size_t found = 0;
  walk w;
  if (t->cell_count < 2 || max == 0 || !first_char(&w, t, text, &pos, sure)) return 0;
  const uint32_t *cells = t->cells;
  uint32_t cell = w.cell, value;
  while (!(cell & GZ_TRIE_TAIL)) {
    uint32_t base = gz_trie_base(cell);
    if (gz_trie_ends(cell)) {
      hits[found].end = (uint32_t)pos;
      hits[found].value = gz_trie_field(cells[base]);
      if (++found == max) return found;
    }
    if (pos >= text.n) return found;
    unsigned c = (unsigned char)text.p[pos];
    if (visible(c) || single_space(text, pos, c)) {
      c = lower((unsigned char)c);
      cell = cells[base ^ c];
      if ((cell & 255u) != c) return found;
      pos++;
      continue;
    }
    uint32_t cp = wide_at(text, pos), f = cp ? gz_fold(cp) : 0;
    if (!is_wide(f)) break;
    c = 0xE0u | f >> 12;
    cell = cells[base ^ c];
    if ((cell & 255u) != c) return found;
    pos += 3;
    if (!(cell & GZ_TRIE_TAIL)) {
      c = 0x80u | (f >> 6 & 63u);
      cell = cells[gz_trie_base(cell) ^ c];
      if ((cell & 255u) != c) return found;
      if (!(cell & GZ_TRIE_TAIL)) {
        c = 0x80u | (f & 63u);
        cell = cells[gz_trie_base(cell) ^ c];
        if ((cell & 255u) != c) return found;
        continue;
      }
      w = walk_from(t, cell);
      if (!step(&w, (unsigned char)(0x80u | (f & 63u)))) return found;
    } else {
      w = walk_from(t, cell);
      if (!step(&w, (unsigned char)(0x80u | (f >> 6 & 63u))) || !step(&w, (unsigned char)(0x80u | (f & 63u)))) return found;
    }
    cell = w.cell;
    break;
  }
  if (cell != w.cell) w = walk_from(t, cell);
  if (w.tail) {
    if (!along_any_tail(&w, text, &pos)) return found;
    if (ends(&w, &value)) { hits[found].end = (uint32_t)pos; hits[found++].value = value; return found; }
  }
  while (pos < text.n && found < max && step_char(&w, text, &pos))
    if (ends(&w, &value)) { hits[found].end = (uint32_t)pos; hits[found].value = value; found++; }
  return found;
}

size_t gz_trie_prefixes(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max) { return prefixes(t, text, pos, hits, max, false); }
size_t gz_trie_likely(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max) { return prefixes(t, text, pos, hits, max, true); }

bool gz_trie_longest(const gz_trie *t, gz_view text, size_t pos, gz_hit *hit)
{
  bool found = false;
  walk w;
  if (t->cell_count < 2 || !first_char(&w, t, text, &pos, false)) return false;
  do {
    uint32_t value;
    if (ends(&w, &value)) { hit->end = (uint32_t)pos; hit->value = value; found = true; }
  } while (pos < text.n && step_char(&w, text, &pos));
  return found;
}

/* The rest of a whole key, from the cell that the walk has come to, where there is more than visible ASCII. */
static bool exact_from(const gz_trie *t, gz_view text, size_t pos, uint32_t cell, uint32_t *value)
{
  walk w = walk_from(t, cell);
  if (w.tail && !along_tail(&w, text, &pos)) return false;
  while (pos < text.n) if (!step_char(&w, text, &pos)) return false;
  return ends(&w, value);
}

bool gz_trie_exact(const gz_trie *t, gz_view text, uint32_t *value)
{
  if (t->cell_count < 2 || text.n == 0) return false;
  const uint32_t *cells = t->cells;
  uint32_t cell = cells[1];
  size_t pos = 0;
  for (; pos < text.n && !(cell & GZ_TRIE_TAIL); pos++) {
    unsigned c = (unsigned char)text.p[pos];
    if (!visible(c)) return exact_from(t, text, pos, cell, value);
    c = lower((unsigned char)c);
    cell = cells[gz_trie_base(cell) ^ c];
    if ((cell & 255u) != c) return false;
  }
  if (!(cell & GZ_TRIE_TAIL)) {
    if (!gz_trie_ends(cell)) return false;
    *value = gz_trie_field(cells[gz_trie_base(cell)]);
    return true;
  }
  uint32_t left, known;
  const unsigned char *tail = gz_trie_tail_of(t, cell, &left, &known);
  for (size_t i = pos; i < text.n; i++, left--) {
    unsigned c = (unsigned char)text.p[i];
    if (!visible(c)) return exact_from(t, text, pos, cell, value);
    if (!left || lower((unsigned char)c) != *tail++) return false;
  }
  *value = known;
  return left == 0;
}
