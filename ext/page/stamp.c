/* Stamps given by records: ISO 8601 in its usual dresses (`2024-03-02`, `2024/3/2 09:15`, `2024-03-02T09:15:00+08:00`, `20240302`) and
** seconds or milliseconds since 1970. See stamp.h. */
#include "page/stamp.h"
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
