/* Where a listed name may begin with an ASCII word. The words of a stretch are told by masks of sixteen bytes and put down as places; then all are
** hashed and asked of the filter; then those are put down that may be a name or, with the word behind them, begin one: loops that branch on
** nothing but their ends. Only these are asked together with the sign and the word behind them. A word that stands beside anything but ASCII, or
** before several spaces, is looked at by itself, and so are the last ones of a stretch, whose followers are not known yet. The end of a text is
** copied to where something stands behind it. */
#include "find/entity_scan.h"
#include "find/names_index.h"
#include "text/ascii_block.h"

#define STRETCH 512                      /* bytes whose words are looked at together, */
#define BEYOND 16                        /* and how many behind them have to be there */
#define WORDS (STRETCH / 2 + 8)          /* with room for what is written behind the last */
#define EACH 0x0101010101010101u

typedef struct words {
  uint16_t place[2 * WORDS];             /* where each begins and ends */
  uint16_t odd[WORDS];                   /* those that have to be looked at by themselves */
  uint64_t hash[WORDS];
  uint8_t small[WORDS], flags[WORDS], near[WORDS];      /* begins small; what the filter knows; one sign, and then the next */
  unsigned n, odds;
  bool open;                             /* another starts behind them and goes on behind the stretch */
} words;

static inline unsigned start_of(const words *x, unsigned i) { return x->place[2 * i]; }
static inline unsigned end_of(const words *x, unsigned i) { return x->place[2 * i + 1]; }

static inline bool is_space(uint32_t folded) { return folded <= ' '; }

/* May a name begin with the word from one place to another, whatever stands behind it? */
static bool allowed(const gz_filter *f, gz_view t, size_t from, size_t end)
{
  size_t pos = end;
  const bool small = t.p[from] >= 'a';
  uint64_t h = gz_filter_hash_of(t.p + from, end - from), second = 0;
  unsigned flags = gz_filter_flags(f->words, gz_filter_shift(f), h, small);
  if (flags & GZ_FILTER_ALONE && gz_filter_has(f, gz_filter_pair_of(h, 0, 0, small))) return true;
  if (end >= t.n) return false;
  uint32_t sign = gz_fold(gz_utf8_next(t.p, t.n, &pos));
  if (gz_ascii_word((unsigned char)(sign < 0x80 ? sign : 0))) return true;      /* a full-width letter: the word is another one */
  if (!(flags & (GZ_FILTER_FIRST | GZ_FILTER_SIGN))) return false;
  if (sign >= 0x80) return gz_filter_has(f, gz_filter_pair_of(h, GZ_FILTER_WIDE, 0, small));
  if (is_space(sign)) {                                                  /* a run of spaces counts as one */
    sign = ' ';
    for (size_t next = pos; next < t.n && is_space(gz_fold(gz_utf8_next(t.p, t.n, &next))); ) pos = next;
  }
  if (pos < t.n && (unsigned char)t.p[pos] >= 0x80) {
    size_t next = pos;
    if (gz_fold(gz_utf8_next(t.p, t.n, &next)) < 0x80) return true;      /* full width again: it is left to the walk */
    second = GZ_FILTER_ABROAD;
  } else if (pos < t.n) second = gz_filter_hash_of(t.p + pos, gz_ascii_letters(t.p + pos, t.n - pos));
  return gz_filter_has(f, gz_filter_pair_of(h, (unsigned char)sign, second, small));
}

/* Does a letter or digit of a spaced script that is not ASCII stand right before pos? The word is then only the end of one. */
static bool goes_on(gz_view t, size_t pos)
{
  if (pos == 0 || (unsigned char)t.p[pos - 1] < 0x80) return false;
  uint32_t cp = gz_utf8_prev(t.p, t.n, &pos);
  return gz_is_alnum(cp) && !gz_is_unspaced(cp);
}

static bool try_word(gz_ent_work *w, const gz_filter *own, size_t from, size_t end)
{
  if (goes_on(w->text, from)) return true;
  bool builtin = allowed(&gz_ent_filter, w->text, from, end), user = own && allowed(own, w->text, from, end);
  return !(builtin || user) || gz_scan_try(w, from, builtin, user);
}

/* The words that start in the stretch at p, before which none goes on. */
static void find_words(const char *p, words *x)
{
  unsigned n = 0;
  uint64_t before = 0;
  x->odds = 0;
  for (unsigned k = 0; k < STRETCH; k += 4 * GZ_BLOCK) {
    uint64_t word = 0, high = 0, space = 0;
    for (unsigned i = 0; i < 4 * GZ_BLOCK; i += GZ_BLOCK) {
      unsigned h, s;
      word |= (uint64_t)gz_block_words((const unsigned char *)p + k + i, &h, &s) << i;
      high |= (uint64_t)h << i;
      space |= (uint64_t)s << i;
    }
    const unsigned char next = (unsigned char)p[k + 4 * GZ_BLOCK];
    uint64_t shifted = word << 1 | before;
    unsigned from = n;
    for (uint64_t m = word ^ shifted; m; m &= m - 1) x->place[n++] = (uint16_t)(k + gz_low64(m));
    uint64_t odd = shifted & ~word & (high | high >> 1 | (uint64_t)(next >> 7) << 63 | (space & (space >> 1 | (uint64_t)(next <= ' ') << 63)));
    for (; odd; odd &= odd - 1) {
      const unsigned place = k + gz_low64(odd);
      while ((from & 1u) == 0 || x->place[from] != place) from++;
      x->odd[x->odds++] = (uint16_t)(from / 2);
    }
    before = word >> 63;
  }
  x->n = n / 2;
  x->open = n & 1;
}

/* Hashes all, tells which of them follow one another, and what the filter of the built-in names knows of them. */
static void hash_words(const char *p, words *x)
{
  const uint64_t *bits = gz_ent_filter.words;
  const uint16_t *place = x->place;
  if (!x->open) x->place[2 * x->n] = STRETCH;
  unsigned start = place[0];
  for (unsigned i = 0; i < x->n; i++) {
    const unsigned end = place[2 * i + 1], next = place[2 * i + 2], small = ((unsigned char)p[start] & 0x60u) == 0x60u;
    const uint64_t h = gz_filter_hash(p + start, end - start);
    x->hash[i] = h;
    x->small[i] = (uint8_t)small;
    x->near[i] = next == end + 1;
    x->flags[i] = (uint8_t)gz_filter_flags(bits, 70u - GZ_FILTER_BITS, h, small);
    start = next;
  }
}

/* What another filter knows of them. */
static void know(words *x, const gz_filter *f)
{
  const unsigned shift = gz_filter_shift(f);
  for (unsigned i = 0; i < x->n; i++) x->flags[i] = (uint8_t)gz_filter_flags(f->words, shift, x->hash[i], x->small[i]);
}

static inline uint64_t eight(const uint8_t *p) { uint64_t x; memcpy(&x, p, 8); return x; }

/* Puts down the words, but for the last and the odd ones, with which a name may begin by what is known of them and of the word behind. */
static unsigned ask(words *x, uint16_t *which)
{
  if (!x->n) return 0;
  const unsigned last = x->n - 1;
  unsigned n = 0;
  for (unsigned i = 0; i < x->odds; i++) x->flags[x->odd[i]] &= GZ_FILTER_SECOND;
  memset(x->flags + x->n, 0, 8);
  x->flags[last] &= GZ_FILTER_SECOND;
  for (unsigned i = 0; i < last; i += 8) {
    uint64_t own = eight(x->flags + i), behind = eight(x->flags + i + 1), near = eight(x->near + i);
    uint64_t may = (own | (own >> 1 & behind >> 3 & near) | (own >> 2 & ~near)) & EACH;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    may = __builtin_bswap64(may);
#endif
    for (; may; may &= may - 1) which[n++] = (uint16_t)(i + (gz_low64(may) >> 3));
  }
  return n;
}

/* Is one of those that were put down allowed, alone or together with what stands behind it? */
static inline bool allowed_there(const gz_filter *f, const char *p, const words *x, unsigned k)
{
  if (x->flags[k] & GZ_FILTER_ALONE && gz_filter_has(f, gz_filter_pair_of(x->hash[k], 0, 0, x->small[k]))) return true;
  const unsigned char sign = (unsigned char)p[end_of(x, k)];
  if (!(x->flags[k] & (x->near[k] ? GZ_FILTER_FIRST : GZ_FILTER_SIGN))) return false;
  return gz_filter_has(f, gz_filter_pair_of(x->hash[k], sign < ' ' ? ' ' : sign, x->near[k] ? x->hash[k + 1] : 0, x->small[k]));
}

static bool try_those(gz_ent_work *w, const gz_filter *f, bool user, size_t at, const char *p, words *x)
{
  uint16_t which[WORDS];
  if (user) know(x, f);
  unsigned n = ask(x, which);
  for (unsigned i = 0; i < n; i++) {
    const unsigned k = which[i];
    if (allowed_there(f, p, x, k) && !goes_on(w->text, at + start_of(x, k)) && !gz_scan_try(w, at + start_of(x, k), !user, user)) return false;
  }
  return true;
}

static size_t word_end(gz_view t, size_t pos)
{
  unsigned high, space;
  for (; t.n - pos >= GZ_BLOCK; pos += GZ_BLOCK) {
    unsigned other = ~gz_block_words((const unsigned char *)t.p + pos, &high, &space) & 0xFFFFu;
    if (other) return pos + gz_lowest(other);
  }
  return pos + gz_ascii_letters(t.p + pos, t.n - pos);
}

/* The stretch of the text at `at`, which lies at p: where the next one begins, or 0. */
static size_t scan_stretch(gz_ent_work *w, const gz_filter *own, size_t at, const char *p)
{
  words x;
  size_t end = at + STRETCH;
  find_words(p, &x);
  if (x.n) {
    hash_words(p, &x);
    if (!try_those(w, &gz_ent_filter, false, at, p, &x) || (own && !try_those(w, own, true, at, p, &x))) return 0;
    if (!x.odds || x.odd[x.odds - 1] + 1u != x.n) x.odd[x.odds++] = (uint16_t)(x.n - 1);
    for (unsigned i = 0; i < x.odds; i++) if (!try_word(w, own, at + start_of(&x, x.odd[i]), at + end_of(&x, x.odd[i]))) return 0;
  }
  if (x.open) {
    end = word_end(w->text, end);
    if (!try_word(w, own, at + start_of(&x, x.n), end)) return 0;
  }
  return end;
}

bool gz_scan_words(gz_ent_work *w)
{
  const gz_filter *own = gz_names_filter(w->names);
  gz_view t = w->text;
  size_t i = 0;
  while (t.n - i >= STRETCH + BEYOND) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return false;
    i = scan_stretch(w, own, i, t.p + i);
    if (!i) return false;
  }
  while (i < t.n) {
    char last[STRETCH + BEYOND] = {0};
    memcpy(last, t.p + i, t.n - i < STRETCH ? t.n - i : STRETCH);
    i = scan_stretch(w, own, i, last);
    if (!i) return false;
  }
  return true;
}
