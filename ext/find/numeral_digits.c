/* Digits with grouping and decimal marks, by evidence. Runs of digits and the single marks between them are collected first
** (`1`,`.`,`234`,`,`,`5`), then the pattern decides: groups of three (or the Indian twos before the last three) with one mark
** throughout, then perhaps another mark and decimals. One mark before exactly three digits says nothing by itself: the
** language decides, and `alt` keeps the other reading. What fits no pattern (192.168.1.2, 17.5.2018) is cut into its runs. */
#include "find/numeral_int.h"
#include "base/watch.h"
#include "text/uni.h"
#include "text/utf8.h"

#define RUNS 24

typedef struct runs {
  size_t start[RUNS], end[RUNS];
  int len[RUNS];
  char sep[RUNS];          /* mark between run i and i+1: , . ' space, g (grouping only), d (decimal only), 0 none */
  bool zero[RUNS];         /* starts with 0 */
  int n;
} runs;

int gz_num_digit(gz_view text, size_t pos, size_t *next)
{
  if (pos >= text.n) return -1;
  unsigned char c = (unsigned char)text.p[pos];
  if (c < 0x80) {
    if (c < '0' || c > '9') return -1;
    *next = pos + 1;
    return c - '0';
  }
  if (c < 0xD9 || (c >= 0xE3 && c <= 0xE9)) return -1;      /* no digits below U+0660, nor from U+3000 to U+9FFF */
  size_t i = pos;
  uint32_t cp = gz_utf8_next(text.p, text.n, &i);
  if (gz_class_of(cp) != GZ_DIGIT) return -1;
  uint32_t f = gz_fold(cp);
  if (f < '0' || f > '9') return -1;
  *next = i;
  return (int)(f - '0');
}

static char mark_at(gz_view text, size_t pos, size_t *next)
{
  if (pos >= text.n) return 0;
  unsigned char c = (unsigned char)text.p[pos];
  *next = pos + 1;
  if (c == ',' || c == '.' || c == '\'' || c == ' ') return (char)c;
  if (c < 0x80) return 0;
  uint32_t cp = gz_utf8_next(text.p, text.n, (*next = pos, next));
  switch (cp) {
    case 0x66B: return 'd';
    case 0x66C: return 'g';
    case 0x60C: return ',';
    case 0xA0: case 0x202F: case 0x2009: case 0x2007: case 0x2008: return ' ';
    case 0x2019: case 0x2BC: return '\'';
    case 0xFF0C: case 0xFF0E: {                  /* full-width marks group full-width digits only */
      size_t before = pos, at = *next;
      if (pos == 0 || gz_utf8_prev(text.p, text.n, &before) < 0xFF10 || at >= text.n) return 0;
      uint32_t after = gz_utf8_next(text.p, text.n, &at);
      return after >= 0xFF10 && after <= 0xFF19 ? (char)(cp - 0xFEE0) : 0;
    }
    default: return 0;
  }
}

static void collect(gz_view text, size_t pos, runs *r)
{
  r->n = 0;
  while (r->n < RUNS) {
    int k = r->n;
    size_t next = pos;
    r->start[k] = pos;
    r->len[k] = 0;
    r->sep[k] = 0;
    int d;
    size_t due = pos + GZ_WATCH_STRIDE;
    while (!gz_watch_at(pos, &due) && (d = gz_num_digit(text, pos, &next)) >= 0) {
      if (r->len[k] == 0) r->zero[k] = d == 0;
      r->len[k]++;
      pos = next;
    }
    r->end[k] = pos;
    if (r->len[k] == 0) { if (k) r->sep[k - 1] = 0; break; }
    r->n++;
    char m = mark_at(text, pos, &next);
    size_t dummy;
    if (!m || gz_num_digit(text, next, &dummy) < 0) break;
    r->sep[k] = m;
    pos = next;
  }
  if (r->n) r->sep[r->n - 1] = 0;
}

static gz_dec value(gz_view text, const runs *r, int from, int to, int decimals_from)
{
  gz_dec d = {0, 0, false, false};
  for (int k = from; k <= to; k++)
    for (size_t i = r->start[k], next = i, due = i + GZ_WATCH_STRIDE; i < r->end[k] && !gz_watch_at(i, &due); i = next) {
      int digit = gz_num_digit(text, i, &next);
      if (decimals_from >= 0 && k >= decimals_from) {
        gz_dec before = d;
        gz_dec_push(&d, digit);
        if (d.e == before.e) d.e--; else d = before;        /* no room: the digit is too small to matter */
      } else gz_dec_push(&d, digit);
    }
  return d;
}

/* How many runs after the first are groups with mark s; Indian groups count as such. */
static int groups(const runs *r, char s)
{
  if (r->len[0] > 3) return 0;
  int g = 0;
  while (g + 1 < r->n && r->sep[g] == s && r->len[g + 1] == 3) g++;
  if (s == ',') {
    int k = 0;
    while (k + 1 < r->n && r->sep[k] == s && r->len[k + 1] == 2) k++;
    if (k > 0 && k + 1 < r->n && r->sep[k] == s && r->len[k + 1] == 3) return k + 1;
  }
  return g;
}

static bool is_decimal_mark(char s) { return s == ',' || s == '.' || s == 'd'; }

bool gz_num_digits(gz_view text, size_t pos, int comma, gz_numeral *out)
{
  runs r;
  size_t next = pos;
  bool leading = false;
  if (gz_num_digit(text, pos, &next) < 0) {      /* .77 */
    char m = mark_at(text, pos, &next);
    size_t dummy;
    if (!is_decimal_mark(m) || gz_num_digit(text, next, &dummy) < 0) return false;
    leading = true;
  }
  collect(text, leading ? next : pos, &r);
  memset(out, 0, sizeof *out);
  out->form = GZ_NUM_DIGITS;
  out->negative_ok = true;
  out->span.start = (uint32_t)pos;
  int last = 0, decimals = -1;
  if (leading) {
    decimals = 0;
    out->decimal = true;
  } else if (r.n > 1) {
    char s = r.sep[0];
    int g = is_decimal_mark(s) && s != 'd' && r.zero[0] ? 0 : s == 'd' ? 0 : groups(&r, s);
    bool more = g + 1 < r.n;                     /* another run follows the groups */
    char t = more ? r.sep[g] : 0;
    bool tail = more && is_decimal_mark(t) && t != s && !(g + 2 < r.n && (r.sep[g + 1] == t || is_decimal_mark(r.sep[g + 1])));
    if (g >= 1 && (s == ' ' || s == '\'' || s == 'g')) {
      last = g;
      out->grouped = true;
      if (tail) { last = decimals = g + 1; out->decimal = true; }
    } else if (g >= 1 && tail) {
      last = decimals = g + 1;
      out->grouped = out->decimal = true;
    } else if (g >= 2 && !(more && t == s)) {
      last = g;
      out->grouped = true;
    } else if (g == 1 && !(more && is_decimal_mark(t))) {      /* 1.234 or 1,234 */
      bool zeros = comma < 0 && gz_dec_norm(value(text, &r, 1, 1, -1)).m == 0;           /* 20.000: hardly decimals */
      bool grouping = s == ',' ? comma != 1 : comma == 1 || zeros;
      out->ambiguous = true;
      out->alt = value(text, &r, 0, 1, grouping ? 1 : -1);
      last = 1;
      if (grouping) out->grouped = true;
      else { decimals = 1; out->decimal = true; }
    } else if (g == 0 && is_decimal_mark(s) && !(r.n > 2 && is_decimal_mark(r.sep[1]))) {
      if (!(s == ',' && comma == 0 && r.len[1] != 2 && !r.zero[0])) { last = decimals = 1; out->decimal = true; }
    }
    if (!out->decimal && !out->grouped && is_decimal_mark(s)) out->dotted = true;
  }
  out->span.end = (uint32_t)r.end[last];
  out->low = out->high = value(text, &r, 0, last, decimals);
  out->core = out->low;
  out->core_end = out->span.end;
  return true;
}
