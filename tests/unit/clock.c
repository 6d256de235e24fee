/* The time of day beside a date, in a head line. `^` stands where the date ends (clocks behind it) or begins (clocks before it). */
#include "unit.h"
#include "libc_alloc.inc"
#include "page/clock.h"

typedef struct row { const char *line, *want; } row;         /* want: "hour:minute[:second] [zone]", or NULL when no clock stands there */

static const row behind[] = {
  {"6 May 2024^ 10:20", "10:20"}, {"6 May 2024^ 10:20:33", "10:20:33"}, {"6 May 2024^, 10:20:61", "10:20"}, {"6 May 2024^ 10:20:3", "10:20"}, {"6 May 2024^ | 7:05 am", "7:05"}, {"6 May 2024^ at 7:05 pm", "19:05"},
  {"6 May 2024^ 7:05 a.m.", "7:05"}, {"6 May 2024^ 7:05 p.m. EDT", "19:05 EDT"}, {"6 May 2024^ 7:05PM", "19:05"}, {"6 May 2024^ 12:05 AM", "0:05"}, {"6 May 2024^ 12:05 PM", "12:05"}, {"6 May 2024^ 13:05 PM", "13:05"},
  {"6 May 2024^ 7:05 pmUpdated", "19:05"}, {"6 May 2024^ 7:05 pound", "7:05"}, {"6 May 2024^ 7:05 amazing", "7:05"}, {"6 May 2024^ 7 pm", "19:00"}, {"6 May 2024^ 7 a.m.", "7:00"}, {"6 May 2024^ 7p.m.", "19:00"}, {"6 May 2024^ 13 pm", NULL},
  {"6 May 2024^ 7 people", NULL}, {"6 May 2024^ 7", NULL}, {"6 May 2024^ 7:5", NULL}, {"6 May 2024^ 7:60", NULL}, {"6 May 2024^ 25:10", NULL}, {"6 May 2024^ 107:10", NULL}, {"6 May 2024^ 10:205", NULL}, {"6 May 2024^", NULL}, {"6 May 202^4 10:20", NULL},
  {"6 mai 2024^ à 10h20", "10:20"}, {"6 mai 2024^ à 10 h 20", "10:20"}, {"6 mai 2024^ 10H20", "10:20"}, {"6 mai 2024^ 10 heures", NULL}, {"6 mai 2024^ 10 h", NULL},
  {"6. Mai 2024^, 10.20 Uhr", "10:20"}, {"6. Mai 2024^ um 10:20 Uhr", "10:20"}, {"6. Mai 2024^ 10.20", "10:20"}, {"6. Mai 2024^ 10.20 Seiten", "10:20"}, {"6. Mai 2024^ 10.20 km", NULL}, {"6 May 2024^ 10.20 pm", "22:20"}, {"6 May 2024^ 10.20 CEST", "10:20 CEST"},
  {"2024年5月6日^ 10時20分", "10:20"}, {"2024年5月6日^　10时20分", "10:20"}, {"2024年5月6日^ 下午3點55分", "15:55"}, {"2024年5月6日^ 上午3点05", "3:05"}, {"2024年5月6日^（10：20）", "10:20"}, {"2024년 5월 6일^ 오전 10:20", "10:20"}, {"2024년 5월 6일^ 오후 10시 20분", "22:20"},
  {"2024-05-06^T10:20", "10:20"}, {"2024-05-06^Today 10:20", NULL}, {"2024-05-06^・10:20", "10:20"}, {"2024-05-06^｜10:20", "10:20"}, {"2024-05-06^，10:20", "10:20"}, {"2024-05-06^、10:20", "10:20"}, {"2024-05-06^ • 10:20", "10:20"}, {"2024-05-06^ — 10:20", "10:20"},
  {"2024-05-06^ – 10:20", "10:20"}, {"2024-05-06^ [10:20]", "10:20"}, {"2024-05-06^ @ 10:20", "10:20"}, {"2024-05-06^ \\ 10:20", "10:20"}, {"2024-05-06^ nothing 10:20", NULL}, {"2024-05-06^ ; 10:20", NULL},
  {"2024-05-06^ 10:20 CET", "10:20 CET"}, {"2024-05-06^ 10:20 (CET)", "10:20 CET"}, {"2024-05-06^ 10:20 GMT+8", "10:20 GMT+8"}, {"2024-05-06^ 10:20 UTC-03:30", "10:20 UTC-03:30"}, {"2024-05-06^ 10:20 UTC+0800", "10:20 UTC+0800"}, {"2024-05-06^ 10:20 GMT+92024年", "10:20 GMT+9"},
  {"2024-05-06^ 10:20 GMT+102024年", "10:20 GMT+10"}, {"2024-05-06^ 10:20 UTC-x", "10:20 UTC"}, {"2024-05-06^ 10:20 CET/CEST", "10:20"}, {"2024-05-06^ 10:20 CET/x", "10:20 CET"}, {"2024-05-06^ 10:20 CET/", "10:20 CET"}, {"2024-05-06^ 10:20 ABCDE", "10:20"}, {"2024-05-06^ 10:20 X", "10:20"},
  {"2024-05-06^ 10:20 Central European Summer Time", "10:20 CEST"}, {"2024-05-06^ 10:20 Eastern Daylight Time", "10:20 EDT"}, {"2024-05-06^ CET 10:20", "10:20 CET"}, {"2024-05-06^ Hong Kong Time 10:20", "10:20 HKT"}, {"2024-05-06^ CETa 10:20", NULL}, {"2024-05-06^ AM 10:20", NULL},
  {"2024-05-06^                                                10:20", NULL},
};
static const row before[] = {
  {"10:20 ^6 May 2024", "10:20"}, {"10:20 PM · ^May 6, 2024", "22:20"}, {"10:20, CET, ^6 May 2024", "10:20 CET"}, {"10:20 Uhr, ^6 May 2024", "10:20"}, {"10:20 walks ^6 May 2024", NULL}, {"1/10:20 ^6 May 2024", NULL}, {"110:20 ^6 May 2024", NULL},
  {"7 pm | ^6 May 2024", "19:00"}, {"7 ^6 May 2024", NULL}, {"^6 May 2024", NULL}, {"10:20 x 11:30 ^6 May 2024", "11:30"}, {"at 25:00 ^6 May 2024", NULL}, {"a text that is much longer than the gap in which a clock is looked for, 7:05 ^6 May 2024", "7:05"},
};

static void check(const row *r, bool front)
{
  char line[256], got[64] = "none";
  gz_clock c;
  size_t at = (size_t)(strchr(r->line, '^') - r->line);
  snprintf(line, sizeof line, "%.*s%s", (int)at, r->line, r->line + at + 1);
  bool any = front ? gz_clock_before(gz_view_cstr(line), 0, at, &c) : gz_clock_behind(gz_view_cstr(line), at, &c);
  if (any) {
    int n = snprintf(got, sizeof got, "%d:%02d", c.hour, c.minute);
    if (c.second >= 0) n += snprintf(got + n, sizeof got - (size_t)n, ":%02d", c.second);
    if (c.zone.n) snprintf(got + n, sizeof got - (size_t)n, " %.*s", (int)c.zone.n, c.zone.p);
    CHECK(front ? c.end <= at : c.start >= at, "%s", r->line);
    CHECK(c.start < c.end && c.end <= strlen(line), "%s", r->line);
  }
  CHECK(strcmp(got, r->want ? r->want : "none") == 0, "%s: %s, not %s", r->line, got, r->want ? r->want : "none");
}

int main(void)
{
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) check(&behind[i], false);
  for (size_t i = 0; i < sizeof before / sizeof *before; i++) check(&before[i], true);
  gz_view zone;
  CHECK(gz_clock_zone(gz_view_cstr("at  Japan Standard Time"), 2, &zone) && gz_view_is(zone, "JST"), " ");
  CHECK(!gz_clock_zone(gz_view_cstr("JST"), 0, &zone) && !gz_clock_zone(gz_view_cstr(""), 0, &zone), " ");
  return unit_end("clock");
}
