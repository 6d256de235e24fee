/* Dates: what is found in invented sentences, what is not, what it means with and without an anchor; EDTF; the calendar against ICU. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/date.h"
#include "find/date_civil.h"
#include "find/date_int.h"
#include "text/utf8.h"
#include <unicode/ucal.h>

#define ANCHOR "2024-06-17"        /* a Monday */

static gz_anchor anchor_of(const char *z) { gz_anchor a; gz_anchor_parse(gz_view_cstr(z), &a); return a; }

/* "surface=edtf; surface=edtf" of all dates in a text. */
static void render(const char *text, const char *anchor, const char *region, char *out, size_t cap)
{
  gz_date_iter it;
  gz_date d;
  size_t n = 0;
  uint32_t last = 0;
  out[0] = 0;
  gz_date_begin(&it, gz_view_cstr(text), anchor_of(anchor), gz_view_cstr(region));
  while (gz_date_next(&it, &d)) {
    CHECK(d.span.start >= last && d.span.end > d.span.start && d.span.end <= strlen(text), "%s", text);
    CHECK(gz_utf8_is_start(text, strlen(text), d.span.start) && gz_utf8_is_start(text, strlen(text), d.span.end), "%s", text);
    last = d.span.end;
    int32_t f, l;
    if (d.edtf[0]) CHECK(gz_edtf_days(gz_view_cstr(d.edtf), &f, &l), "%s", d.edtf);
    CHECK(d.first == GZ_NO_DAY || d.last == GZ_NO_DAY || d.first <= d.last, "%s", d.edtf);
    n += (size_t)snprintf(out + n, n < cap ? cap - n : 0, "%s%.*s=%s", n ? "; " : "", (int)(d.span.end - d.span.start), text + d.span.start, d.edtf);
  }
}

static void expect(const char *text, const char *anchor, const char *region, const char *want)
{
  static char got[4096];
  render(text, anchor, region, got, sizeof got);
  CHECK(strcmp(got, want) == 0, "%s\n  found  %s\n  wanted %s", text, got, want);
}

static void absolute(void)
{
  static const char *const t[][2] = {
    {"Nimbus opened its plant on 25 September 2023.", "25 September 2023=2023-09-25"},
    {"It was signed on Sept. 25, 2023, in Lisbon.", "Sept. 25, 2023=2023-09-25"},
    {"dated 9/25/2023 and 25/9/2023", "9/25/2023=2023-09-25; 25/9/2023=2023-09-25"},
    {"at 2023-09-25T08:00Z sharp", "2023-09-25T08:00Z=2023-09-25T08:00Z"},
    {"2016-05-07T23:45:00.487+01:00", "2016-05-07T23:45:00.487+01:00=2016-05-07T23:45:00+01:00"},
    {"Sales grew in Q2 2024, in the third quarter of 2023 and in 4Q22.", "Q2 2024=2024-34; third quarter of 2023=2023-35; 4Q22=2022-36"},
    {"the first half of 2021, H2 2020", "first half of 2021=2021-40; H2 2020=2020-41"},
    {"FY2023, fiscal 2022 and FY24", "FY2023=2023; fiscal 2022=2022; FY24=2024"},
    {"mid-2024, early 2023, late 2019", "mid-2024=2024; early 2023=2023; late 2019=2019"},
    {"in the summer of 2019 and in winter 2020", "summer of 2019=2019-22; winter 2020=2020-24"},
    {"in the 1990s, during the 19th century", "1990s=199X; 19th century=18XX"},
    {"It closed on May 5-8, 2023, and ran 10 to 22 August 2012.", "May 5-8, 2023=2023-05-05/2023-05-08; 10 to 22 August 2012=2012-08-10/2012-08-22"},
    {"from May to June 2024, May\xE2\x80\x93June 2024", "May to June 2024=2024-05/2024-06; May\xE2\x80\x93June 2024=2024-05/2024-06"},
    {"Founded in 2014, it had 20 million users by 2017.", "2014=2014; 2017=2017"},
    {"between 2019 and 2023; 2019-2023", "2019 and 2023=2019/2023; 2019-2023=2019/2023"},
    {"the 2016 election (2014)", "2016=2016; 2014=2014"},
    {"Monday, 3 June 2024", "Monday, 3 June 2024=2024-06-03"},
    {"Thanksgiving 2023 was quiet.", "Thanksgiving 2023=2023-11-23"},
    {"on the fourth of July, 1995", "fourth of July, 1995=1995-07-04"},
    {"2 weeks before May 13 1999", "2 weeks before May 13 1999=1999-04-29"},
    {"2023年9月25日开业", "2023年9月25日=2023-09-25"},
    {"二〇二三年九月投产,二零一八年十一月廿六日", "二〇二三年九月=2023-09; 二零一八年十一月廿六日=2018-11-26"},
    {"民國112年9月25日,112年3月,令和6年6月,平成30年,昭和元年", "民國112年9月25日=2023-09-25; 112年3月=2023-03; 令和6年6月=2024-06; 平成30年=2018; 昭和元年=1926"},
    {"从2022年底至2023年,公司裁员", "2022年底至2023年=2022/2023"},
    {"2017年8月至11月,2018年1-9月,2019年4月12-19日", "2017年8月至11月=2017-08/2017-11; 2018年1-9月=2018-01/2018-09; 2019年4月12-19日=2019-04-12/2019-04-19"},
    {"2024年第一季度、2023年上半年、2021年春季", "2024年第一季度=2024-33; 2023年上半年=2023-40; 2021年春季=2021-21"},
    {"20世纪90年代和1980年代", "20世纪90年代=199X; 1980年代=198X"},
    {"2016年9月14日晚8:00", "2016年9月14日晚8:00=2016-09-14T20:00"},
    {"2023年9月25日、2024年第2四半期", "2023年9月25日=2023-09-25; 2024年第2四半期=2024-34"},
    {"2023년 9월 25일 서울에서", "2023년 9월 25일=2023-09-25"},
    {"Am 25. September 2023, Anfang 2022, seit 2019", "25. September 2023=2023-09-25; Anfang 2022=2022; 2019=2019"},
    {"le 1er janvier 2024 et fin 2023", "1er janvier 2024=2024-01-01; fin 2023=2023"},
    {"el 25 de septiembre de 2023", "25 de septiembre de 2023=2023-09-25"},
    {"il 25 settembre 2023; 25 de setembro de 2023; 25 сентября 2023", "25 settembre 2023=2023-09-25; 25 de setembro de 2023=2023-09-25; 25 сентября 2023=2023-09-25"},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) expect(t[k][0], "", "", t[k][1]);
  expect("on 10/4/2023", "", "US", "10/4/2023=2023-10-04");
  expect("on 10/4/2023", "", "GB", "10/4/2023=2023-04-10");
  expect("on 10/4/2023 and 25/4/2023", "", "", "10/4/2023=2023-04-10; 25/4/2023=2023-04-25");
  expect("Sunday 12/7/2014", "", "GB", "Sunday 12/7/2014=2014-12-07");             /* 12 July 2014 was a Saturday */
}

static void relative(void)
{
  static const char *const t[][4] = {          /* text, with ANCHOR, without, with the year unknown (XXXX-06-17) */
    {"He said so on Friday.", "Friday=2024-06-14", "Friday=XXXX-XX-XX", "Friday=XXXX-06-1X"},
    {"It will report on Friday.", "Friday=2024-06-21", "Friday=XXXX-XX-XX", "Friday=XXXX-06-XX"},
    {"Last Friday it fell; next Monday it opens.", "Last Friday=2024-06-14; next Monday=2024-06-24", NULL, NULL},
    {"They invested last year.", "last year=2023", "last year=XXXX", "last year=XXXX"},
    {"in September of last year", "September of last year=2023-09", "September of last year=XXXX-09", "September of last year=XXXX-09"},
    {"Over the past month it rose.", "the past month=2024-05-17/2024-06-17", "the past month=", "the past month=XXXX-05-17/XXXX-06-17"},
    {"two years ago and three months ago", "two years ago=2022; three months ago=2024-03", "two years ago=XXXX; three months ago=XXXX-XX", NULL},
    {"yesterday, tomorrow", "yesterday=2024-06-16; tomorrow=2024-06-18", "yesterday=XXXX-XX-XX; tomorrow=XXXX-XX-XX", "yesterday=XXXX-06-16; tomorrow=XXXX-06-18"},
    {"last week, next quarter, last month", "last week=2024-06-10/2024-06-16; next quarter=2024-35; last month=2024-05", NULL, NULL},
    {"It launched in September.", "September=2023-09", "September=XXXX-09", "September=XXXX-09"},
    {"It will launch in September.", "September=2024-09", NULL, NULL},
    {"by the end of the year", "end of the year=2024", NULL, NULL},
    {"last summer and next winter", "last summer=2023-22; next winter=2024-24", NULL, NULL},
    {"去年9月发布,今年4月上市,前年停产", "去年9月=2023-09; 今年4月=2024-04; 前年=2022", "去年9月=XXXX-09; 今年4月=XXXX-04; 前年=XXXX", NULL},
    {"他上周五表示", "上周五=2024-06-14", "上周五=XXXX-XX-XX", NULL},
    {"过去12个月,未来两年,近几个季度", "过去12个月=2023-06-17/2024-06-17; 未来两年=2024-06-17/2026-06-17; 近几个季度=../2024-06-17", "过去12个月=; 未来两年=; 近几个季度=", NULL},
    {"5年前创立,三个月前上线", "5年前=2019; 三个月前=2024-03", NULL, NULL},
    {"上半年增长,下半年放缓,二季度亏损,前三季度盈利", "上半年=2024-40; 下半年=2024-41; 二季度=2024-34; 前三季度=2024-01/2024-09", NULL, NULL},
    {"本月15日和上月25日", "本月15日=2024-06-15; 上月25日=2024-05-25", "本月15日=XXXX-XX-15; 上月25日=XXXX-XX-25", NULL},
    {"该公司4日宣布", "4日=2024-06-04", "4日=XXXX-XX-04", NULL},
    {"昨年12月、先月、金曜日", "昨年12月=2023-12; 先月=2024-05; 金曜日=2024-06-14", NULL, NULL},
    {"지난해 9월, 올해 상반기, 3년 전", "지난해 9월=2023-09; 올해 상반기=2024-40; 3년 전=2021", NULL, NULL},
    {"im vergangenen Jahr, vor zwei Jahren, gestern", "vergangenen Jahr=2023; vor zwei Jahren=2022; gestern=2024-06-16", NULL, NULL},
    {"l'an dernier, il y a deux ans, vendredi dernier", "l'an dernier=2023; il y a deux ans=2022; vendredi dernier=2024-06-14", NULL, NULL},
    {"el año pasado, hace dos años, ayer", "el año pasado=2023; hace dos años=2022; ayer=2024-06-16", NULL, NULL},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    expect(t[k][0], ANCHOR, "", t[k][1]);
    if (t[k][2]) expect(t[k][0], "", "", t[k][2]);
    if (t[k][3]) expect(t[k][0], "XXXX-06-17", "", t[k][3]);
  }
  expect("7月初升级,未來兩年", "2023", "", "7月初=2023-07; 未來兩年=2023/2025");
}

static void none(void)
{
  static const char *const t[] = {
    "It has 2000 employees and 5000 people visit.", "version 2.0.2023 of the kit", "call 555-2014 now", "the iPhone 2020 and Windows 2000",
    "It cost $2014 or 2,014 units.", "They won 3-2; odds of 10/4.", "recently, soon, in the following months, for years", "several years ago, a few weeks ago",
    "You may march on; it may sit.", "April Jones and Sun Microsystems agreed.", "one second later, a first step", "model 1995X, room 2019",
    "近日,近期,近年来,几年前", "3年时间,100年,5000年,2000年历史", "15日内到账,30日均线", "两个月,三天,不到两年,半年左右", "公元前221年", "数十年前的老店,这一季的球赛,儿童节目", "in den letzten Monaten", "en la primera mitad del partido", "He left on a Friday; every Friday they meet. 每周五开会", "USA Today and the Sunday Times wrote. 今日头条称", "1.2.2023.4", "2023-13-45", "from 2000 employees to 3000",
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) expect(t[k], ANCHOR, "", "");
}

static void edtf(void)
{
  static const struct { const char *z; const char *first, *last; bool ok; } t[] = {
    {"2023", "2023-01-01", "2023-12-31", true}, {"2024-02", "2024-02-01", "2024-02-29", true}, {"1900-02", "1900-02-01", "1900-02-28", true},
    {"2023-34", "2023-04-01", "2023-06-30", true}, {"2023-41", "2023-07-01", "2023-12-31", true}, {"2023-24", "2023-12-01", "2024-02-29", true},
    {"199X", "1990-01-01", "1999-12-31", true}, {"18XX", "1800-01-01", "1899-12-31", true}, {"XXXX", "", "", true}, {"XXXX-06-1X", "", "", true},
    {"2022-12/2023-03", "2022-12-01", "2023-03-31", true}, {"../2023", "", "2023-12-31", true}, {"2023-06-17T08:21", "2023-06-17", "2023-06-17", true},
    {"XXXX-06-17T08:21", "", "", true}, {"2023~", "2023-01-01", "2023-12-31", true}, {"2023-XX", "2023-01-01", "2023-12-31", true},
    {"2023-13", "", "", false}, {"2023-02-30", "", "", false}, {"", "", "", false}, {"next week", "", "", false}, {"2024/2023", "2024-01-01", "2023-12-31", false}, {"23", "", "", false}, {"2023-00", "", "", false},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    int32_t f, l;
    char a[16], b[16];
    bool ok = gz_edtf_days(gz_view_cstr(t[k].z), &f, &l);
    gz_day_print(f, a);
    gz_day_print(l, b);
    CHECK(ok == t[k].ok, "%s", t[k].z);
    if (ok) CHECK(strcmp(a, t[k].first) == 0 && strcmp(b, t[k].last) == 0, "%s: %s %s", t[k].z, a, b);
  }
  gz_anchor a;
  CHECK(gz_anchor_parse(gz_view_cstr("XXXX-06-17T08:21"), &a) && !a.year && a.month == 6 && a.day == 17 && a.known, " ");
  CHECK(gz_anchor_parse(gz_view_cstr("2023"), &a) && a.year == 2023 && !a.month && !a.day, " ");
  CHECK(!gz_anchor_parse(gz_view_cstr("yesterday"), &a) && !a.known, " ");
}

/* Every 53rd day of four centuries, and the eras, as ICU has them. */
static void calendar(void)
{
  UErrorCode e = U_ZERO_ERROR;
  static const UChar utc[] = {'U', 'T', 'C', 0};
  UCalendar *c = ucal_open(utc, -1, "en@calendar=gregorian", UCAL_GREGORIAN, &e);
  UCalendar *roc = ucal_open(utc, -1, "zh_TW@calendar=roc", UCAL_TRADITIONAL, &e), *ja = ucal_open(utc, -1, "ja_JP@calendar=japanese", UCAL_TRADITIONAL, &e);
  CHECK(U_SUCCESS(e), "%s", u_errorName(e));
  if (U_FAILURE(e)) return;
  for (int32_t day = -25000; day < 120000; day += 53) {
    int y, m, d;
    gz_civil_date(day, &y, &m, &d);
    ucal_setMillis(c, (double)day * 86400000.0, &e);
    CHECK(ucal_get(c, UCAL_YEAR, &e) == y && ucal_get(c, UCAL_MONTH, &e) + 1 == m && ucal_get(c, UCAL_DATE, &e) == d, "day %d", day);
    CHECK((ucal_get(c, UCAL_DAY_OF_WEEK, &e) + 5) % 7 + 1 == gz_civil_weekday(day), "day %d", day);
    CHECK(gz_civil_day(y, m, d) == day, "day %d", day);
    CHECK(ucal_getLimit(c, UCAL_DATE, UCAL_ACTUAL_MAXIMUM, &e) == gz_civil_month_days(y, m), "day %d", day);
  }
  for (int y = 1930; y < 2040; y += 7) {                  /* 民國 and 令和 years of the middle of a year */
    char text[64], want[96];
    ucal_setMillis(roc, (double)gz_civil_day(y, 7, 1) * 86400000.0, &e);
    snprintf(text, sizeof text, "民國%d年7月", (int)ucal_get(roc, UCAL_YEAR, &e));
    snprintf(want, sizeof want, "%s=%d-07", text, y);
    expect(text, "", "", want);
    ucal_setMillis(ja, (double)gz_civil_day(y, 7, 1) * 86400000.0, &e);
    int era = ucal_get(ja, UCAL_ERA, &e), n = ucal_get(ja, UCAL_YEAR, &e);
    const char *name = era == 236 ? "令和" : era == 235 ? "平成" : era == 234 ? "昭和" : NULL;
    if (!name) continue;
    snprintf(text, sizeof text, "%s%d年7月", name, n);
    snprintf(want, sizeof want, "%s=%d-07", text, y);
    expect(text, "", "", want);
  }
  for (int k = 0; k < 60; k++) {                          /* months ago */
    char text[32], want[64];
    snprintf(text, sizeof text, "%d个月前", k + 1);
    ucal_setDate(c, 2024, UCAL_JANUARY, 15, &e);
    ucal_add(c, UCAL_MONTH, -(k + 1), &e);
    snprintf(want, sizeof want, "%s=%04d-%02d", text, ucal_get(c, UCAL_YEAR, &e), ucal_get(c, UCAL_MONTH, &e) + 1);
    expect(text, "2024-01-15", "", want);
  }
  ucal_close(c);
  ucal_close(roc);
  ucal_close(ja);
}

/* A text twice, a paragraph between, gives its dates twice. */
static void twice(void)
{
  const char *text = "On 25 September 2023 it opened; in Q2 2024 sales rose. 去年9月,二〇二三年九月。民國112年。";
  char once[1024], both[2048], doubled[2048];
  snprintf(doubled, sizeof doubled, "%s\n\n%s", text, text);
  render(text, ANCHOR, "", once, sizeof once);
  render(doubled, ANCHOR, "", both, sizeof both);
  size_t n = strlen(once);
  CHECK(n && strlen(both) == 2 * n + 2 && memcmp(both, once, n) == 0 && strcmp(both + n + 2, once) == 0, "%s\n%s", once, both);
}

/* Anything is safe to read, and spans stay in order. */
static void noise(void)
{
  static const char *const bits[] = {"2023", "年", "9", "月", "-", "/", ".", " ", "May", "\xE4\xBA", "\xFF", "二", "十", "last ", "year", "\n", "Q", "1", ":", "至", "T", "the ", "日", "ago", "'", "00000000000000000000"};
  uint32_t seed = 7;
  char text[256];
  for (int k = 0; k < 20000; k++) {
    size_t n = 0;
    for (int i = 0; i < 14; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *z = bits[(seed >> 8) % (sizeof bits / sizeof *bits)];
      memcpy(text + n, z, strlen(z));
      n += strlen(z);
    }
    gz_date_iter it;
    gz_date d;
    uint32_t last = 0;
    bool good = true;
    gz_date_begin(&it, gz_view_of(text, n), anchor_of(ANCHOR), gz_view_cstr(""));
    while (gz_date_next(&it, &d)) {
      int32_t f, l;
      good &= d.span.start >= last && d.span.end > d.span.start && d.span.end <= n && gz_utf8_is_start(text, n, d.span.start) && gz_utf8_is_start(text, n, d.span.end);
      good &= !d.edtf[0] || gz_edtf_days(gz_view_cstr(d.edtf), &f, &l);
      last = d.span.end;
    }
    CHECK(good, "%.*s", (int)n, text);
  }
}

/* Days of the Chinese calendar, leap months among them, as ICU has them. */
static void lunar(void)
{
  UErrorCode e = U_ZERO_ERROR;
  static const UChar china[] = {'A', 's', 'i', 'a', '/', 'S', 'h', 'a', 'n', 'g', 'h', 'a', 'i', 0};
  UCalendar *c = ucal_open(china, -1, "zh@calendar=chinese", UCAL_TRADITIONAL, &e);
  CHECK(U_SUCCESS(e), "%s", u_errorName(e));
  if (U_FAILURE(e)) return;
  int leaps = 0;
  for (int32_t day = gz_civil_day(1951, 3, 1); day < gz_civil_day(2099, 1, 1); day += 11) {
    ucal_setMillis(c, ((double)day + 0.25) * 86400000.0, &e);
    int y = ucal_get(c, UCAL_EXTENDED_YEAR, &e) - 2637, m = ucal_get(c, UCAL_MONTH, &e) + 1, d = ucal_get(c, UCAL_DATE, &e), length = 0;
    bool leap = ucal_get(c, UCAL_IS_LEAP_MONTH, &e) != 0;
    int32_t got = 0;
    leaps += leap;
    CHECK(gz_date_lunar(y, m, leap, d, &got, &length) && got == day && d <= length, "day %d: %d-%s%d-%d", day, y, leap ? "leap " : "", m, d);
  }
  CHECK(leaps > 100 && U_SUCCESS(e), "%d", leaps);
  ucal_close(c);
  int32_t got;
  int length;
  CHECK(!gz_date_lunar(2024, 2, true, 1, &got, &length), "2024 has no leap month");
  static const char *const t[][2] = {
    {"農曆2023年閏二月初三", "農曆2023年閏二月初三=2023-03-24"}, {"2023年二月初三动工", "2023年二月初三=2023-02-22"}, {"2024年农历八月十五", "2024年农历八月十五=2024-09-17"}, {"去年农历八月", "去年农历八月=2023-09-15/2023-10-14"},
    {"2024年农历闰二月", "2024年农历闰二月=XXXX-XX"}, {"2020年闰四月", "2020年闰四月=2020-05-23/2020-06-20"}, {"2024年农历新年", "2024年农历新年=2024-02-10"}, {"2024年农历书店", "2024年=2024"},
    {"2023年2月初三家公司停业", "2023年2月初=2023-02"}, {"2023年二月初三家公司停业", "2023年二月初=2023-02"}, {"2023年2月初3家公司停业", "2023年2月初=2023-02"}, {"음력 8월 15일", "음력 8월 15일=2024-09-17"},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) expect(t[k][0], ANCHOR, "", t[k][1]);
}

int main(void) { absolute(); relative(); none(); edtf(); calendar(); lunar(); twice(); noise(); return unit_end("date"); }
