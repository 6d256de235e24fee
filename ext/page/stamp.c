/* Stamps in head lines are what the date finder finds, joined with the time of day behind or before it that a head separates by a dot,
** bracket, weekday or `à` (the finder takes only what running text puts together).
** Stamps given by records: ISO 8601 in its usual dresses (`2024-03-02`, `2024/3/2 09:15`, `2024-03-02T09:15:00+08:00`, `20240302`) and
** seconds or milliseconds since 1970. See stamp.h. */
#include "page/stamp.h"
#include "base/watch.h"
#include "find/date.h"
#include "page/clock.h"
#include "page/doc.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdio.h>

/* Up to max digits at *at; returns how many. */
static int digits(gz_view t, size_t *at, int max, int64_t *v)
{
  int n = 0;
  *v = 0;
  while (n < max && *at < t.n && t.p[*at] >= '0' && t.p[*at] <= '9') { *v = *v * 10 + (t.p[*at] - '0'); ++*at; n++; }
  return n;
}

static bool real_day(int64_t y, int64_t m, int64_t d)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (y < 1400 || y > 2200 || m < 1 || m > 12 || d < 1) return false;
  return d <= days[m - 1] + (m == 2 && ((y % 4 == 0 && y % 100 != 0) || y % 400 == 0));
}

static void from_epoch(int64_t seconds, char edtf[40])
{
  int64_t day = seconds / 86400, rest = seconds % 86400;
  int64_t z = day + 719468, era = z / 146097, doe = z - era * 146097;           /* civil from days, March-based years */
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  int64_t d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9, y = yoe + era * 400 + (m <= 2);
  snprintf(edtf, 40, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)y, (int)m, (int)d, (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60));
}

bool gz_stamp_given(gz_view t, char edtf[40])
{
  int64_t y, m = 0, d = 0, h = 0, mi = 0, s = 0, zh = 0, zm = 0;
  size_t at = 0;
  while (t.n && (t.p[0] == ' ' || t.p[0] == '\n' || t.p[0] == '\t')) { t.p++; t.n--; }
  while (t.n && (t.p[t.n - 1] == ' ' || t.p[t.n - 1] == '\n' || t.p[t.n - 1] == '\t')) t.n--;
  int n = digits(t, &at, 13, &y);
  bool whole = at == t.n || (t.p[at] == '.' && t.n - at < 8);
  if (whole && (n == 10 || n == 9 || n == 13)) { from_epoch(n == 13 ? y / 1000 : y, edtf); return true; }
  if (whole && n == 8 && real_day(y / 10000, y / 100 % 100, y % 100)) {
    snprintf(edtf, 40, "%04d-%02d-%02d", (int)(y / 10000), (int)(y / 100 % 100), (int)(y % 100));
    return true;
  }
  if (n != 4 || y < 1400 || y > 2200) return false;
  if (at == t.n) { snprintf(edtf, 40, "%04d", (int)y); return true; }
  char sep = t.p[at];
  if (sep != '-' && sep != '/' && sep != '.') return false;
  at++;
  if (!digits(t, &at, 2, &m) || m < 1 || m > 12) return false;
  if (at == t.n) { snprintf(edtf, 40, "%04d-%02d", (int)y, (int)m); return true; }
  if (t.p[at] != sep) return false;
  at++;
  if (!digits(t, &at, 2, &d) || !real_day(y, m, d)) return false;
  int len = snprintf(edtf, 40, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
  if (at >= t.n || (t.p[at] != 'T' && t.p[at] != ' ')) return true;
  while (at < t.n && (t.p[at] == 'T' || t.p[at] == ' ')) at++;
  if (!digits(t, &at, 2, &h) || h > 24 || at >= t.n || t.p[at] != ':') return true;
  at++;
  if (digits(t, &at, 2, &mi) != 2 || mi > 59) return true;
  len += snprintf(edtf + len, 40 - (size_t)len, "T%02d:%02d", (int)h, (int)mi);
  if (at < t.n && t.p[at] == ':') {
    at++;
    if (digits(t, &at, 2, &s) == 2 && s < 61) len += snprintf(edtf + len, 40 - (size_t)len, ":%02d", (int)s);
    if (at < t.n && t.p[at] == '.') { int64_t f; at++; digits(t, &at, 12, &f); }
  }
  while (at < t.n && t.p[at] == ' ') at++;
  if (at >= t.n) return true;
  if (t.p[at] == 'Z' || t.p[at] == 'z') { snprintf(edtf + len, 40 - (size_t)len, "Z"); return true; }
  if (t.p[at] == '+' || t.p[at] == '-') {
    char sign = t.p[at++];
    if (digits(t, &at, 2, &zh) != 2 || zh > 14) return true;
    if (at < t.n && t.p[at] == ':') at++;
    digits(t, &at, 2, &zm);
    if (zm < 60) snprintf(edtf + len, 40 - (size_t)len, "%c%02d:%02d", sign, (int)zh, (int)zm);
  }
  return true;
}

static bool has_clock_half(gz_view t)
{
  for (size_t i = 1; i < t.n; i++)
    if ((t.p[i] | 32) == 'm' && ((t.p[i - 1] | 32) == 'p' || (t.p[i - 1] | 32) == 'a' || t.p[i - 1] == '.')) return true;
  return false;
}

/* `5/6(木) 10:20`: month and day with a weekday in brackets; `05/06 10:20`: two figures each with a clock behind, in wide text. */
static bool weekday_slash(gz_view t, gz_stamp *s)
{
  static const uint16_t days[] = {0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F, 0x65E5};
  for (size_t i = 0; i + 8 < t.n && i < 40; i++) {
    int64_t mo, da;
    size_t k = i;
    gz_clock clock;
    if (i > 0 && ((t.p[i - 1] >= '0' && t.p[i - 1] <= '9') || t.p[i - 1] == '/' || t.p[i - 1] == '-' || t.p[i - 1] == '.')) continue;
    if (!digits(t, &k, 2, &mo) || k >= t.n || (t.p[k] != '/' && t.p[k] != '-') || mo < 1 || mo > 12) continue;
    k++;
    if (!digits(t, &k, 2, &da) || da < 1 || da > 31 || k >= t.n) continue;
    bool clocked = k - i == 5 && k + 5 < t.n && t.p[k] == ' ' && t.p[k + 3] == ':' && gz_clock_behind(t, k, &clock) && (size_t)clock.start == k + 1;
    uint32_t c = gz_utf8_next(t.p, t.n, &k);
    if (!clocked) {
      if ((c != '(' && c != 0xFF08) || k >= t.n || t.p[i + 1] == '-' || t.p[i + 2] == '-') continue;
      c = gz_utf8_next(t.p, t.n, &k);
      bool day = false;
      for (size_t x = 0; x < 7; x++) day |= days[x] == c;
      if (!day || k >= t.n) continue;
      c = gz_utf8_next(t.p, t.n, &k);
      if (c != ')' && c != 0xFF09) continue;
    } else {
      k--;
      bool wide = t.n == 11;                               /* nothing else on the line */
      for (size_t x = 0; x < t.n && !wide; x++) wide = (unsigned char)t.p[x] >= 0xE3;
      if (!wide) continue;
    }
    memset(s, 0, sizeof *s);
    s->span.start = (uint32_t)i;
    s->span.end = (uint32_t)k;
    s->day = true;
    int n = snprintf(s->edtf, sizeof s->edtf, "XXXX-%02d-%02d", (int)mo, (int)da);
    if (gz_clock_behind(t, k, &clock)) {
      snprintf(s->edtf + n, sizeof s->edtf - (size_t)n, "T%02u:%02u", (unsigned)clock.hour % 100u, (unsigned)clock.minute % 100u);
      s->timed = true;
      s->span.end = (uint32_t)clock.end;
    }
    return true;
  }
  return false;
}

/* `May 6, 20218:12 PM`: a year and the hour glued to it. Where the year ends; 0: nowhere. */
static size_t glued_year(gz_view t, size_t from)
{
  for (size_t i = from; i + 7 < t.n; i++) {
    if (t.p[i] < '0' || t.p[i] > '9') continue;
    size_t k = i;
    while (k < t.n && t.p[k] >= '0' && t.p[k] <= '9') k++;
    if ((k - i == 5 || k - i == 6) && k < t.n && t.p[k] == ':' && (memcmp(t.p + i, "19", 2) == 0 || memcmp(t.p + i, "20", 2) == 0)) return i + 4;
    i = k;
  }
  return 0;
}

/* `8:00 AM EDTUPDATED THU`, `2:05 PM EDTUpdated Thu`: a label glued to a zone or to a clock. */
static size_t glued_label(gz_view t, size_t from)
{
  static const char labels[] = "UPDATED\0Updated\0PUBLISHED\0Published\0";
  for (size_t i = from + 1; i + 7 <= t.n; i++) {
    if ((t.p[i] != 'U' && t.p[i] != 'P') || !gz_is_alnum((unsigned char)t.p[i - 1])) continue;
    if (gz_begins(gz_view_of(t.p + i, t.n - i), labels)) return i;
  }
  return 0;
}

static size_t plain_stamps(gz_view line, gz_stamp *out, size_t max, bool day_first);

size_t gz_stamps(gz_view line, gz_stamp *out, size_t max, bool day_first)
{
  char apart[300];
  size_t at[4], n = 0, from = 0, k = 0;
  if (line.n + 8 < sizeof apart)
    while (n < 4) {
      size_t year = glued_year(line, from), label = glued_label(line, from), cut = !label || (year && year < label) ? year : label;
      if (!cut) break;
      at[n++] = from = cut;
    }
  if (n == 0) return plain_stamps(line, out, max, day_first);
  size_t m = 0;
  for (size_t i = 0; i < line.n; i++) {
    if (k < n && i == at[k]) { apart[m++] = ' '; k++; }
    apart[m++] = line.p[i];
  }
  size_t count = plain_stamps(gz_view_of(apart, m), out, max, day_first);
  for (size_t i = 0; i < count; i++) {                     /* back to where it stands in the line */
    uint32_t before = 0, inside = 0;
    for (k = 0; k < n; k++) { before += at[k] + k < out[i].span.start; inside += at[k] + k < out[i].span.end; }
    out[i].span.start -= before;
    out[i].span.end -= inside;
  }
  return count;
}

/* Adds the time of day. The date finder knows the zones. */
static void with_clock(gz_stamp *s, const gz_clock *c, gz_view region)
{
  char whole[96], second[8] = "";
  unsigned hour = (unsigned)c->hour % 100u, minute = (unsigned)c->minute % 100u;
  gz_date_iter again;
  gz_date both;
  gz_anchor none = {0};
  size_t k = strlen(s->edtf);
  if (c->second >= 0) snprintf(second, sizeof second, ":%02u", (unsigned)c->second % 100u);
  int n = snprintf(whole, sizeof whole, "%s %02u:%02u%s %.*s", s->edtf, hour, minute, second, (int)c->zone.n, c->zone.n ? c->zone.p : "");
  gz_date_begin(&again, gz_view_of(whole, (size_t)n), none, region);
  if (strncmp(s->edtf, "XXXX", 4) != 0 && gz_date_next(&again, &both) && both.precision == GZ_PRECISION_TIME) memcpy(s->edtf, both.edtf, sizeof both.edtf);
  else snprintf(s->edtf + k, sizeof s->edtf - k, "T%02u:%02u%s", hour, minute, second);
  s->timed = true;
  if (c->start < s->span.start) s->span.start = (uint32_t)c->start;
  if (c->end > s->span.end) s->span.end = (uint32_t)c->end;
}

/* A zone in words behind a time that the finder read. */
static void with_zone(gz_stamp *s, gz_view zone, gz_view region)
{
  char whole[64];
  gz_date_iter again;
  gz_date both;
  gz_anchor none = {0};
  size_t n = strlen(s->edtf);
  if (strncmp(s->edtf, "XXXX", 4) == 0 || (n != 16 && n != 19)) return;
  int k = snprintf(whole, sizeof whole, "%.10s %s %.*s", s->edtf, s->edtf + 11, (int)zone.n, zone.p);
  gz_date_begin(&again, gz_view_of(whole, (size_t)k), none, region);
  if (gz_date_next(&again, &both) && both.precision == GZ_PRECISION_TIME) memcpy(s->edtf, both.edtf, sizeof both.edtf);
}

/* Dates that only heads write, made plain where they stand (the length stays): `2024. 5. 6.`, `2024 05/06`, `6. 5. 2024`, `6.mai.2024`. */
static bool straighten(gz_view t, char *copy)
{
  bool any = false;
  memcpy(copy, t.p, t.n);
  for (size_t i = 0; i + 7 < t.n; i++) {
    if (t.p[i] < '0' || t.p[i] > '9' || (i > 0 && t.p[i - 1] >= '0' && t.p[i - 1] <= '9')) continue;
    int64_t a, b, c;
    size_t k = i, spaces = 0;
    int n = digits(t, &k, 4, &a);
    char sep = k < t.n ? t.p[k] : 0;
    if (n == 4 && sep == ',' && k + 5 < t.n && t.p[k + 3] == ':' && t.p[k + 1] >= '0' && t.p[k + 1] <= '2') { copy[k] = ' '; any = true; continue; }      /* Mar 6, 2021,08:15am */
    if (n <= 2 && sep == '.' && k + 7 < t.n && (t.p[k + 1] | 32) >= 'a' && (t.p[k + 1] | 32) <= 'z') {      /* 6.mai.2024 */
      size_t e = k + 1;
      while (e < t.n && (t.p[e] | 32) >= 'a' && (t.p[e] | 32) <= 'z') e++;
      if (e - k <= 5 && e + 4 < t.n && t.p[e] == '.' && digits(t, &(size_t){e + 1}, 4, &b) == 4) { copy[k] = copy[e] = ' '; any = true; }
      continue;
    }
    if ((n != 4 && n > 2) || (sep != '.' && !(n == 4 && sep == ' '))) continue;
    k++;
    if (sep == '.' && k < t.n && t.p[k] == ' ') { k++; spaces++; }
    if (!digits(t, &k, 2, &b) || k >= t.n || t.p[k] != (sep == '.' ? '.' : '/')) continue;
    if (sep == ' ') spaces++;
    k++;
    if (sep == '.' && k < t.n && t.p[k] == ' ') { k++; spaces++; }
    int m = digits(t, &k, 4, &c);
    if (!spaces || (n == 4 ? m < 1 || m > 2 : m != 4) || !real_day(n == 4 ? a : c, b, n == 4 ? c : a)) continue;
    if (k < t.n && t.p[k] == '.' && n == 4) k++;
    if (k - i < 10) continue;
    char plain[16];
    snprintf(plain, sizeof plain, "%04u-%02u-%02u", (unsigned)(n == 4 ? a : c) % 10000u, (unsigned)b % 100u, (unsigned)(n == 4 ? c : a) % 100u);
    memset(copy + i, ' ', k - i);
    memcpy(copy + k - 10, plain, 10);
    any = true;
    i = k - 1;
  }
  return any;
}

static size_t plain_stamps(gz_view line, gz_stamp *out, size_t max, bool day_first)
{
  char straight[256];
  if (line.n < sizeof straight && straighten(line, straight)) line.p = straight;
  gz_date_iter it;
  gz_date d;
  gz_anchor none = {0};
  size_t n = 0;
  /* 05/06/21 4:02pm: whoever writes the clock in halves and the date in slashes, writes the month first */
  gz_view region = day_first ? gz_view_of("GB", 2) : has_clock_half(line) ? gz_view_of("US", 2) : gz_view_of("", 0);
  gz_date_begin(&it, line, none, region);
  if (max && weekday_slash(line, &out[0])) return 1;
  size_t due = GZ_WATCH_STRIDE / 4;
  while (n < max && gz_date_next(&it, &d) && !gz_watch_at(d.span.start, &due)) {
    if (d.relative && d.precision < GZ_PRECISION_DAY) continue;
    if (d.precision < GZ_PRECISION_MONTH || strncmp(d.edtf, "XXXX-XX", 7) == 0 || strchr(d.edtf, '/') || !d.edtf[0]) continue;
    gz_stamp *s = &out[n];
    memset(s, 0, sizeof *s);
    s->span = d.span;
    memcpy(s->edtf, d.edtf, sizeof d.edtf);
    s->timed = d.precision == GZ_PRECISION_TIME;
    s->day = d.precision >= GZ_PRECISION_DAY;
    gz_clock clock;
    gz_view zone;
    size_t plus = d.span.end;                              /* 6:14 GMT+92024年: the year of what is glued to it */
    if (s->timed && plus + 3 < line.n && (line.p[plus] == '+' || line.p[plus] == '-') && line.p[plus - 1] == 'T' && line.p[plus + 1] >= '0' && line.p[plus + 1] <= '9' && strlen(s->edtf) == 17) {
      char zone_text[8];
      bool two = line.p[plus + 1] == '1' && line.p[plus + 2] <= '4' && line.p[plus + 2] >= '0';
      int zn = snprintf(zone_text, sizeof zone_text, "GMT%.*s", two ? 3 : 2, line.p + plus);
      s->edtf[16] = 0;
      with_zone(s, gz_view_of(zone_text, (size_t)zn), region);
    }
    if (s->timed && gz_clock_zone(line, d.span.end, &zone)) with_zone(s, zone, region);
    if (s->day && !s->timed && (gz_clock_behind(line, d.span.end, &clock) || gz_clock_before(line, n ? out[n - 1].span.end : 0, d.span.start, &clock))) with_clock(s, &clock, region);
    n++;
  }
  return n;
}
