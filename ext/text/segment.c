/* Search segmentation: see segment.h. One pass over fold units (text/search_fold.h). Three kinds of run follow one another: a
** word, a number, a run of unspaced characters; everything else separates. Words of ASCII between ASCII, and characters of three bytes that
** fold to one of three, are most of all text: they are taken without a unit being made of each character. A token is at most TOKEN_MAX bytes: what is longer is
** cut there and goes on as another token, so that nothing becomes unfindable and no memory grows. */
#include "text/segment.h"
#include "base/watch.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

#define TOKEN_MAX 512

typedef struct seg {
  gz_view text;
  bool query;
  gz_token_fn fn;
  void *arg;
  size_t pos;                 /* next unit */
  gz_fold_unit u;             /* current unit, when have */
  bool have;
  char token[TOKEN_MAX + GZ_UNIT_MAX];
  size_t n;
  size_t due;                 /* where the watch is asked next */
} seg;

enum kind { SEPARATOR, WORD, DIGIT, PAIRED, NOTHING };

static bool is_paired(uint32_t cp)
{
  if (cp == 0x30FC || cp == 0x3005) return true;              /* ー and 々 are common to scripts */
  return gz_is_unspaced(cp) || gz_is_hangul(cp);
}

static bool is_letter_paired(uint32_t cp)
{
  enum gz_class c = gz_class_of(cp);
  return (c == GZ_LETTER || c == GZ_MARK || c == GZ_NUMBER) && is_paired(cp);
}

static enum kind kind_of(const gz_fold_unit *u)
{
  if (u->n == 0) return NOTHING;
  if (u->cp >= 0x4E00 && u->cp <= 0x9FFF) return PAIRED;
  if (u->cp < 0x80) {
    if ((u->cp >= 'a' && u->cp <= 'z')) return WORD;
    return u->cp >= '0' && u->cp <= '9' ? DIGIT : SEPARATOR;
  }
  enum gz_class c = gz_class_of(u->cp);
  if (c == GZ_LETTER || c == GZ_MARK || c == GZ_NUMBER) return is_paired(u->cp) ? PAIRED : WORD;
  if (c == GZ_DIGIT) return DIGIT;
  return c == GZ_SYMBOL && u->cp >= 0x2190 && u->cp != GZ_REPLACEMENT ? WORD : SEPARATOR; /* emoji and other pictures are words of their own */
}

static void load(seg *s)
{
  while (s->pos < s->text.n) {
    gz_fold_unit_next(s->text, &s->pos, true, &s->u);
    if (s->u.n) { s->have = true; return; }                   /* zero-width junk neither joins nor separates */
  }
  s->have = false;
}

static int give(seg *s, const char *p, size_t n, size_t start, size_t end, bool colocated)
{
  gz_token t = {p, n, start, end, colocated};
  if (gz_watch_at(end, &s->due)) return -1;
  return s->fn(s->arg, &t);
}

/* Writes the ASCII letters and digits that stand from i on, at most up to limit, in lower case to `to`; returns where they end. Room for a
** block more is in `to`. (A digit has the bit already that makes a letter small.) */
static size_t ascii_word(const seg *s, size_t i, size_t limit, char *to)
{
  const unsigned char *p = (const unsigned char *)s->text.p;
  while (s->text.n - i >= GZ_BLOCK && i < limit) {
    gz_block b = gz_block_at(p + i, 0, 0);
    uint64_t low[2];
    memcpy(low, p + i, GZ_BLOCK);
    low[0] |= 0x2020202020202020ull;
    low[1] |= 0x2020202020202020ull;
    memcpy(to, low, GZ_BLOCK);
    unsigned not = ~(b.letters | b.digits) & ((1u << GZ_BLOCK) - 1);
    i += not ? gz_lowest(not) : GZ_BLOCK;
    if (not || i >= limit) return i < limit ? i : limit;
    to += GZ_BLOCK;
  }
  for (; i < limit && ((unsigned)((p[i] | 32) - 'a') < 26u || (unsigned)(p[i] - '0') < 10u); i++) *to++ = (char)(p[i] | 32);
  return i;
}

/* The rest of a run of ASCII letters and digits, straight from the text. Where no ASCII stands behind it, the last character is left to
** load(), because what follows may combine with it. */
static void ascii_rest(seg *s)
{
  size_t room = s->n < TOKEN_MAX ? TOKEN_MAX - s->n : 0, limit = s->text.n - s->pos < room ? s->text.n : s->pos + room;
  size_t i = ascii_word(s, s->pos, limit, s->token + s->n);
  bool whole = i == s->text.n || (i < limit && (unsigned char)s->text.p[i] < 0x80);
  if (i > s->pos && !whole) i--;
  s->n += i - s->pos;
  s->pos = i;
}

/* Past ASCII that only separates and that nothing can combine with. */
static size_t separators(const seg *s, size_t i)
{
  const unsigned char *p = (const unsigned char *)s->text.p;
  size_t limit = s->text.n - i > GZ_WATCH_STRIDE ? i + GZ_WATCH_STRIDE : s->text.n;
  while (i + 1 < limit && p[i] < 0x80 && p[i + 1] < 0x80 && (unsigned)((p[i] | 32) - 'a') > 25u && (unsigned)(p[i] - '0') > 9u) i++;
  return i;
}

/* Words of ASCII letters and digits with ASCII behind them, one after another, from the letter that is the current unit. The first word
** that may be more than that becomes the current unit again. */
static int plain_words(seg *s, bool *any)
{
  size_t i = s->u.start, n = s->text.n;
  *any = false;
  for (;;) {
    size_t limit = n - i > TOKEN_MAX ? i + TOKEN_MAX : n, e = ascii_word(s, i, limit, s->token);
    char behind = e < n ? s->text.p[e] : ' ';
    if (e == limit && e < n) break;
    if ((unsigned char)behind >= 0x80 || (e - i <= 2 && (behind == '#' || behind == '+'))) break;
    int rc = give(s, s->token, e - i, i, e, false);
    *any = true;
    if (rc) return rc;
    i = separators(s, e);
    if (i >= n || (unsigned)(((unsigned char)s->text.p[i] | 32) - 'a') > 25u) { s->pos = i; load(s); return 0; }
  }
  if (*any) { s->pos = i; load(s); }
  return 0;
}

static bool is_picture(const gz_fold_unit *u) { return gz_class_of(u->cp) == GZ_SYMBOL; }

static int word(seg *s)
{
  size_t start = s->u.start, end;
  bool picture = is_picture(&s->u);
  s->n = 0;
  do {
    memcpy(s->token + s->n, s->u.folded, s->u.n);
    s->n += s->u.n;
    if (!picture) ascii_rest(s);
    end = s->u.end > s->pos ? s->u.end : s->pos;
    load(s);
  } while (s->have && s->n < TOKEN_MAX && !picture && (kind_of(&s->u) == DIGIT || (kind_of(&s->u) == WORD && !is_picture(&s->u))));
  size_t plain = s->n, plain_end = end;
  size_t at = end;                                           /* C#, F#, C++ */
  if (!picture && s->n <= 2 && at < s->text.n) {
    if (s->text.p[at] == '#') { s->token[s->n++] = '#'; at++; }
    else if (s->text.p[at] == '+' && at + 1 < s->text.n && s->text.p[at + 1] == '+') { memcpy(s->token + s->n, "++", 2); s->n += 2; at += 2; }
    if (s->n > plain && !gz_word_boundary(s->text, at)) s->n = plain;
  }
  int rc = 0;
  if (s->n == plain) return give(s, s->token, plain, start, plain_end, false);
  rc = give(s, s->token, s->n, start, at, false);            /* the longer first: its span is what gets marked */
  if (!rc && !s->query) rc = give(s, s->token, plain, start, plain_end, true);
  s->pos = at;
  load(s);
  return rc;
}

static bool is_magnitude(uint32_t cp)
{
  return cp == 0x4E07 || cp == 0x4EBF || cp == 0x5146 || cp == 0x5343 || cp == 0x767E || cp == 0x5341;      /* 万亿兆千百十 */
}

/* A mark inside a number: . or , (or its full-width form) between digits. */
static bool mark_in_number(const seg *s)
{
  uint32_t c = s->u.cp;
  if (c != '.' && c != ',') return false;
  if (s->pos >= s->text.n) return false;
  size_t next = s->pos;
  return gz_fold(gz_utf8_next(s->text.p, s->text.n, &next)) - '0' <= 9;
}

/* What of a unit the pair after it still needs. */
typedef struct part { size_t start, end; unsigned n; char folded[GZ_UNIT_MAX]; } part;

static void keep(part *p, const gz_fold_unit *u)
{
  p->start = u->start;
  p->end = u->end;
  p->n = u->n;
  memcpy(p->folded, u->folded, u->n);
}

#define MAGNITUDE_MAX 4

static int number(seg *s, bool *swallowed)
{
  size_t start = s->u.start, end;
  s->n = 0;
  do {
    uint32_t c = gz_class_of(s->u.cp) == GZ_DIGIT ? gz_fold(s->u.cp) : 0;
    if (c) s->token[s->n++] = (char)c;
    else { memcpy(s->token + s->n, s->u.folded, s->u.n); s->n += s->u.n; }
    end = s->u.end;
    load(s);
  } while (s->have && s->n < TOKEN_MAX && (kind_of(&s->u) == DIGIT || mark_in_number(s)));
  if (s->have && s->n < TOKEN_MAX && kind_of(&s->u) == WORD && !is_picture(&s->u)) {      /* 5G, 3nm: one word */
    do {
      memcpy(s->token + s->n, s->u.folded, s->u.n);
      s->n += s->u.n;
      end = s->u.end;
      load(s);
    } while (s->have && s->n < TOKEN_MAX && (kind_of(&s->u) == DIGIT || (kind_of(&s->u) == WORD && !is_picture(&s->u))));
    return give(s, s->token, s->n, start, end, false);
  }
  if (!s->have || !is_magnitude(s->u.cp)) return give(s, s->token, s->n, start, end, false);
  size_t plain = s->n;
  gz_fold_unit first = s->u;
  size_t back = s->pos, all_end;
  part inner[MAGNITUDE_MAX];                               /* 万亿: its pairs are to be found too */
  size_t inner_n = 0;
  do {
    if (inner_n < MAGNITUDE_MAX) keep(&inner[inner_n++], &s->u);
    memcpy(s->token + s->n, s->u.folded, s->u.n);
    s->n += s->u.n;
    all_end = s->u.end;
    load(s);
  } while (s->have && s->n < TOKEN_MAX && is_magnitude(s->u.cp));
  int rc = 0;
  rc = give(s, s->token, s->n, start, all_end, false);       /* the longer first: its span is what gets marked */
  if (!rc && !s->query) rc = give(s, s->token, plain, start, end, true);
  /* The magnitude also begins the run that follows (亿元), unless it is all of it. */
  bool more = s->have && kind_of(&s->u) == PAIRED;
  if (more || !s->query) {
    for (size_t i = 1; more && !s->query && !rc && i < inner_n; i++) {
      char pair[2 * GZ_UNIT_MAX];
      memcpy(pair, inner[i - 1].folded, inner[i - 1].n);
      memcpy(pair + inner[i - 1].n, inner[i].folded, inner[i].n);
      rc = give(s, pair, inner[i - 1].n + inner[i].n, inner[i - 1].start, inner[i].end, true);
    }
    if (more) { size_t last = all_end; gz_utf8_prev(s->text.p, s->text.n, &last); s->pos = last; load(s); }
    else { s->u = first; s->pos = back; s->have = true; *swallowed = true; }
  }
  return rc;
}

/* Overlapping pairs. `joined`: the run is a magnitude given with its number already, so its characters only go along. */
static int pairs(seg *s, bool joined)
{
  int rc = 0;
  part before;
  bool first = true;
  keep(&before, &s->u);
  for (;;) {
    uint32_t cp;
    while (!rc && before.n == 3 && gz_fold_wide(s->text, s->pos, s->token + 3, &cp) && ((cp >= 0x4E00 && cp <= 0x9FFF) || is_letter_paired(cp))) {
      memcpy(s->token, before.folded, 3);
      rc = give(s, s->token, 6, before.start, s->pos + 3, joined);
      memcpy(before.folded, s->token + 3, 3);
      before.start = s->pos;
      before.end = s->pos += 3;
      first = false;
    }
    load(s);
    if (rc || !s->have || kind_of(&s->u) != PAIRED) break;
    size_t n = before.n + s->u.n;
    if (n <= sizeof s->token) {
      memcpy(s->token, before.folded, before.n);
      memcpy(s->token + before.n, s->u.folded, s->u.n);
      rc = give(s, s->token, n, before.start, s->u.end, joined);
    }
    first = false;
    keep(&before, &s->u);
  }
  if (!rc && (first || !s->query)) rc = give(s, before.folded, before.n, before.start, before.end, joined || !first);
  return rc;
}

int gz_segment(gz_view text, bool query, gz_token_fn fn, void *arg)
{
  seg s;
  s.text = text;
  s.query = query;
  s.fn = fn;
  s.arg = arg;
  s.pos = 0;
  s.n = 0;
  s.due = GZ_WATCH_STRIDE;
  int rc = 0;
  load(&s);
  while (!rc && s.have) {
    bool joined = false;
    switch (kind_of(&s.u)) {
      case WORD: {
        bool any = false;
        if (s.u.cp < 0x80 && s.u.end - s.u.start == 1) rc = plain_words(&s, &any);
        if (!any) rc = word(&s);
        break;
      }
      case DIGIT:
        rc = number(&s, &joined);
        if (!rc && joined) rc = pairs(&s, true);
        break;
      case PAIRED: rc = pairs(&s, false); break;
      default:
        s.pos = separators(&s, s.pos);
        load(&s);
        if (gz_watch_at(s.pos, &s.due)) rc = -1;
        break;
    }
  }
  return rc;
}

static int stop_at_once(void *arg, const gz_token *t) { (void)arg; (void)t; return 1; }

bool gz_segment_any(gz_view text) { return gz_segment(text, true, stop_at_once, NULL) != 0; }
