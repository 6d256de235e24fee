/* Clocks of head lines: `10:20`, `10:20:33`, `10h20`, `10 h 20`, `10.20 Uhr`, `3:55pm`, `오전 10:20`, `下午3點55分`, `10時20分`. Between date and clock may
** stand separators, a weekday, a zone, `at`, `à`, `um` (words of the kind `beside` in ext/data/bylines.tsv); what stands so between them in
** running text is read by the date finder already. A clock before its date is looked for backwards over the same gap. */
#include "page/clock.h"
#include "lex_bylines.h"
#include "text/trie.h"
#include "text/uni.h"
#include "text/utf8.h"

#define GAP 40u

static bool digit(char c) { return c >= '0' && c <= '9'; }

static size_t number(gz_view t, size_t *at, size_t max, int *v)
{
  size_t n = 0;
  *v = 0;
  while (n < max && *at < t.n && digit(t.p[*at])) { *v = *v * 10 + (t.p[*at] - '0'); ++*at; n++; }
  return n;
}

static size_t spaces(gz_view t, size_t i)
{
  while (i < t.n) { size_t k = i; uint32_t c = gz_utf8_next(t.p, t.n, &k); if (!gz_is_space(c)) break; i = k; }
  return i;
}

/* The longest word of the kind that begins at pos; its end, or 0. */
static size_t word_of(gz_view t, size_t pos, unsigned kind)
{
  gz_hit hits[8];
  size_t n = gz_trie_prefixes(&lex_bylines.trie, t, pos, hits, 8);
  for (size_t k = n; k-- > 0;)
    for (uint32_t row = hits[k].value;; row++) {
      size_t end = hits[k].end;
      bool whole = end >= t.n || gz_word_boundary(t, end) || digit(t.p[end]);
      if (lex_bylines_rows[row].kind == kind && whole) return end;
      if (!lex_bylines_rows[row].more) break;
    }
  return 0;
}

/* Eastern Daylight Time: a zone in full words, as its abbreviation. */
static size_t zone_spelled(gz_view t, size_t i, gz_view *zone)
{
  static const char *const spelled[] = {"Eastern Daylight Time", "EDT", "Eastern Standard Time", "EST", "Central Daylight Time", "CDT", "Pacific Daylight Time", "PDT", "Pacific Standard Time", "PST", "Central European Time", "CET",
    "Central European Summer Time", "CEST", "Japan Standard Time", "JST", "British Summer Time", "BST", "Hong Kong Time", "HKT"};
  for (size_t m = 0; m < sizeof spelled / sizeof *spelled; m += 2) {
    size_t n = strlen(spelled[m]);
    if (t.n > i && t.n - i >= n && memcmp(t.p + i, spelled[m], n) == 0) { *zone = gz_view_of(spelled[m + 1], strlen(spelled[m + 1])); return i + n; }
  }
  return 0;
}

bool gz_clock_zone(gz_view t, size_t i, gz_view *zone) { i = spaces(t, i); return zone_spelled(t, i, zone) != 0; }

static bool separator(uint32_t c)
{
  return gz_is_space(c) || c == '(' || c == ')' || c == '|' || c == ',' || c == '-' || c == '[' || c == '/' || c == '@' || c == '.' || c == '\\' || c == 0x2022 || c == 0xB7 || c == 0xFF08 || c == 0xFF09 || c == 0x2013 || c == 0x2014 ||
    c == 0xFF5C || c == 0x30FB || c == 0xFF0C || c == 0x3001;
}

/* A zone written in capitals, with an offset or without: CEST, GMT+8, CET/CEST. */
static size_t zone_at(gz_view t, size_t i, gz_view *zone)
{
  size_t k = zone_spelled(t, i, zone);
  if (k) return k;
  k = i;
  while (k < t.n && t.p[k] >= 'A' && t.p[k] <= 'Z') k++;
  if (k - i < 2 || k - i > 4) return 0;
  if (k < t.n && (gz_is_letter(gz_utf8_next(t.p, t.n, &(size_t){k})) && (unsigned char)t.p[k] < 0x80)) return 0;
  bool half = k - i == 2 && (t.p[i] == 'A' || t.p[i] == 'P') && t.p[i + 1] == 'M';
  if (half) return 0;
  *zone = gz_view_of(t.p + i, k - i);
  if (k + 1 < t.n && (t.p[k] == '+' || t.p[k] == '-') && digit(t.p[k + 1])) {
    size_t e = k + 1;
    while (e < t.n && (digit(t.p[e]) || t.p[e] == ':') && e - k < 6) e++;
    size_t run = k + 1;
    while (run < t.n && digit(t.p[run])) run++;
    if (run - k > 5) e = t.p[k + 1] == '1' && t.p[k + 2] <= '4' && run - k == 7 ? k + 3 : k + 2;      /* GMT+92024年: a year glued to it */
    zone->n = (size_t)(t.p + e - zone->p);
    return e;
  }
  if (k < t.n && t.p[k] == '/' && k + 2 < t.n && t.p[k + 1] >= 'A' && t.p[k + 1] <= 'Z') { while (k < t.n && (t.p[k] == '/' || (t.p[k] >= 'A' && t.p[k] <= 'Z'))) k++; zone->n = 0; }      /* either: it does not say which */
  return k;
}

/* The clock at pos, without what stands around it. half: 1 am, 2 pm said before it. */
static bool face(gz_view t, size_t pos, int half, gz_clock *o)
{
  size_t i = pos;
  o->second = -1;
  o->start = pos;
  if (!number(t, &i, 2, &o->hour) || o->hour > 24 || i >= t.n || digit(t.p[i])) return false;
  size_t next = i, k;
  uint32_t c = gz_utf8_next(t.p, t.n, &next);
  if (c == ' ' && next < t.n && t.p[next] == 'h') { next++; c = 'h'; }
  bool hour_only = false;
  if (c != ':' && c != 'h' && c != 'H' && c != 0xFF1A && c != 0x65F6 && c != 0x6642 && c != 0x70B9 && c != 0x9EDE && c != 0xC2DC && c != '.') {
    size_t a = spaces(t, i);
    hour_only = a + 1 < t.n && ((t.p[a] | 32) == 'a' || (t.p[a] | 32) == 'p') && ((t.p[a + 1] | 32) == 'm' || t.p[a + 1] == '.') && o->hour <= 12;
    if (!hour_only) return false;
    o->minute = 0;
  } else {
    if (c == 'h' || c == 0xC2DC) next = spaces(t, next);
    if (number(t, &next, 2, &o->minute) != 2 || o->minute > 59) return false;
    i = next;
    k = spaces(t, i);
    if (c == '.' && k < t.n) {                             /* a German clock says Uhr, another one am or a zone */
      bool uhr = t.n - k >= 3 && memcmp(t.p + k, "Uhr", 3) == 0, letter = (t.p[k] | 32) == 'a' || (t.p[k] | 32) == 'p' || (t.p[k] >= 'A' && t.p[k] <= 'Z');
      if (!uhr && !letter) return false;
    }
    int s;
    if (i < t.n && t.p[i] == ':' && number(t, &(size_t){i + 1}, 2, &s) == 2 && s < 61) { o->second = s; i += 3; }
    if (i < t.n) { k = i; c = gz_utf8_next(t.p, t.n, &k); if (c == 0x5206 || c == 0xBD84) i = k; }
    if (i < t.n && digit(t.p[i])) return false;
  }
  k = spaces(t, i);
  if (k + 1 < t.n && ((t.p[k] | 32) == 'a' || (t.p[k] | 32) == 'p') && o->hour <= 12) {
    size_t e = k + 1;
    if (t.p[e] == '.') e++;
    if (e < t.n && (t.p[e] | 32) == 'm' && (e + 1 >= t.n || !gz_is_letter((unsigned char)t.p[e + 1]) || (t.p[e + 1] >= 'A' && t.p[e + 1] <= 'Z'))) {
      half = (t.p[k] | 32) == 'p' ? 2 : 1;
      i = e + 1;
      if (i < t.n && t.p[i] == '.') i++;
    }
  }
  if (half && o->hour <= 12) o->hour = o->hour % 12 + (half == 2 ? 12 : 0);
  o->end = i;
  return true;
}

/* One thing of a gap at pos: its end, or 0 when none may stand there. */
static size_t step(gz_view t, size_t i, int *half, gz_view *zone)
{
  size_t next = i, e;
  uint32_t c = gz_utf8_next(t.p, t.n, &next);
  if (separator(c)) return next;
  if (c == 'T' && next < t.n && digit(t.p[next])) return next;
  if (digit(t.p[i])) return 0;
  if ((e = word_of(t, i, LEX_BYLINES_KIND_AM)) != 0) { *half = 1; return e; }
  if ((e = word_of(t, i, LEX_BYLINES_KIND_PM)) != 0) { *half = 2; return e; }
  if ((e = word_of(t, i, LEX_BYLINES_KIND_BESIDE)) != 0) return e;
  if ((e = zone_at(t, i, zone)) != 0) return e;
  return 0;
}

bool gz_clock_behind(gz_view t, size_t end, gz_clock *o)
{
  gz_view zone = {NULL, 0};
  int half = 0;
  size_t i = end;
  if (i < t.n && digit(t.p[i])) return false;
  while (i < t.n && i - end < GAP && !digit(t.p[i])) {
    size_t e = step(t, i, &half, &zone);
    if (!e) return false;
    i = e;
  }
  if (i >= t.n || !face(t, i, half, o)) return false;
  o->zone = zone;
  size_t k = spaces(t, o->end);
  if (k < t.n && t.p[k] == '(') k++;
  if (zone_at(t, k, &zone)) o->zone = zone;                /* its text stays outside: what is glued behind it may be a label */
  return true;
}

bool gz_clock_before(gz_view t, size_t from, size_t start, gz_clock *o)
{
  for (size_t i = start > from + GAP ? start - GAP : from; i < start; i++) {
    if (!digit(t.p[i]) || (i > 0 && (digit(t.p[i - 1]) || t.p[i - 1] == ':' || t.p[i - 1] == '/' || t.p[i - 1] == '-' || t.p[i - 1] == '.'))) continue;
    gz_view zone = {NULL, 0};
    int half = 0;
    if (!face(t, i, 0, o)) continue;
    size_t k = o->end;
    while (k < start && !digit(t.p[k])) { size_t e = step(t, k, &half, &zone); if (!e) break; k = e; }
    if (k != start) continue;
    o->zone = zone;
    return true;
  }
  return false;
}
