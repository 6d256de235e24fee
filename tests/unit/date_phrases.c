/* Dates as newspapers write them, a phrase each, with the day the text was written (a Monday, 17 June 2024); and EDTF strings, whole and broken, with
** the days that they cover. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/date.h"
#include "find/date_civil.h"

static void phrases(void)
{
  static const char *const t[][2] = {
    {"It meets on the second Monday of May 2024.", "second Monday of May 2024=2024-05-13"}, {"It meets on the third Sunday in June.", "third Sunday in June=2024-06-16"},
    {"in the fourth quarter of 2023", "fourth quarter of 2023=2023-36"}, {"the third week of sales", ""}, {"the 3rd to 5th of May 2023", "3rd to 5th of May 2023=2023-05-03/2023-05-05"},
    {"the 3rd and 5th of May 2023", "3rd and 5th of May 2023=2023-05-03/2023-05-05"}, {"at the end of the month", "end of the month=2024-06"},
    {"at the start of the year", "start of the year=2024"}, {"in 2018 and 2019 or 2020", "2018=2018; 2019=2019; 2020=2020"}, {"the 2018 to 2019 season", "2018 to 2019=2018/2019"},
    {"In 2021 people stayed at home.", "2021=2021"}, {"the crisis of 2008", "2008=2008"}, {"31/4/2024 is no day", ""}, {"on 29 February 2024", "29 February 2024=2024-02-29"},
    {"the first half of fiscal 2023", "first half of fiscal 2023=2023-40"}, {"FY 2021/22", "FY 2021/22=2021/2022"},
    {"the first nine months of 2023", "first nine months of 2023=2023-01/2023-09"}, {"from January to March 2023", "January to March 2023=2023-01/2023-03"},
    {"May 2023 to June 2024", "May 2023 to June 2024=2023-05/2024-06"}, {"3 May to 5 June 2023", "3 May to 5 June 2023=2023-05-03/2023-06-05"}, {"Christmas 2022", "Christmas 2022=2022-12-25"},
    {"on New Year's Day 2024", "New Year's Day 2024=2024-01-01"}, {"3 p.m. on 5 May 2024", "3 p.m. on 5 May 2024=2024-05-05T15"},
    {"5 May 2024 at 15:30", "5 May 2024 at 15:30=2024-05-05T15:30"}, {"5 May 2024, 3:30 pm", "5 May 2024, 3:30 pm=2024-05-05T15:30"},
    {"5 May 2024 12:00 AM EST", "5 May 2024 12:00 AM EST=2024-05-05T00:00-05:00"}, {"ten days from now", "ten days from now=2024-06-27"}, {"a decade ago", "a decade ago=2014"},
    {"over the past two decades", "the past two decades=2004-06-17/2024-06-17"}, {"over the next five years", "the next five years=2024-06-17/2029-06-17"},
    {"Fri 13 May 2022", "Fri 13 May 2022=2022-05-13"}, {"Tuesday last week", "Tuesday last week=2024-06-11"}, {"Monday next week", "Monday next week=2024-06-24"},
    {"late last month", "late last month=2024-05"}, {"earlier this year", "earlier this year=2024"}, {"mid-May", "mid-May=2024-05"}, {"late May 2023", "late May 2023=2023-05"},
    {"2024.1.2", "2024.1.2=2024-01-02"}, {"20240102", "20240102=2024-01-02"}, {"2-Mar-2024", "2-Mar-2024=2024-03-02"}, {"Mar '24", "Mar '24=2024-03"}, {"the mid-1990s", "mid-1990s=199X"},
    {"the early 2000s", "early 2000s=200X"}, {"2024年5月第三个星期一", "2024年5月第三个星期一=2024-05-20"}, {"2024年第100天", "2024年第100天=2024-04-09"},
    {"农历正月初五", "农历正月初五=2024-02-14"}, {"农历八月十五", "农历八月十五=2024-09-17"}, {"中秋节", "中秋节=2024-09-17"},
    {"2024年春节", "2024年春节=2024-02-10"}, {"除夕", "除夕=2024-02-09"}, {"5月3日至5日", "5月3日至5日=2024-05-03/2024-05-05"},
    {"5月3日到6月4日", "5月3日到6月4日=2024-05-03/2024-06-04"}, {"每周五", ""}, {"周五", "周五=2024-06-14"},
    {"5月3日下午3时30分", "5月3日下午3时30分=2024-05-03T15:30"}, {"5月底", "5月底=2024-05"}, {"去年年底", "去年年底=2023"},
    {"今年上半年", "今年上半年=2024-40"}, {"明年一季度", "明年一季度=2025-33"}, {"前年", "前年=2022"}, {"后天", "后天=2024-06-19"},
    {"3天前", "3天前=2024-06-14"}, {"21世纪初", "21世纪初=20XX"}, {"上世纪90年代", "上世纪90年代=199X"}, {"公元前221年", ""}, {"2023财年", "2023财年=2023"},
    {"２０２３年５月", "２０２３年５月=2023-05"}, {"二〇二三年五月三日", "二〇二三年五月三日=2023-05-03"}, {"民国112年5月", "民国112年5月=2023-05"},
    {"令和5年5月3日", "令和5年5月3日=2023-05-03"}, {"平成元年", "平成元年=1989"}, {"昨年5月", "昨年5月=2023-05"}, {"今月3日", "今月3日=2024-06-03"},
    {"来週の月曜日", "来週の月曜日=2024-06-24"}, {"先週金曜日", "先週金曜日=2024-06-14"}, {"第3四半期", "第3四半期=2024-35"}, {"3日前", "3日前=2024-06-14"},
    {"5月3日午後3時半", "5月3日午後3時半=2024-05-03T15:30"}, {"지난달 3일", "지난달 3일=2024-05-03"}, {"작년 5월", "작년 5월=2023-05"},
    {"올해 1분기", "올해 1분기=2024-33"}, {"다음 주 월요일", "다음 주 월요일=2024-06-24"}, {"3일 전", "3일 전=2024-06-14"}, {"오는 15일", "오는 15일=2024-07-15"},
    {"2024년 상반기", "2024년 상반기=2024-40"}, {"2024년 5월 3일 오후 3시", "2024년 5월 3일 오후 3시=2024-05-03T15"},
    {"지난주 금요일", "지난주 금요일=2024-06-14"}, {"내년 3월", "내년 3월=2025-03"}, {"am Freitag, 14. Juni", "Freitag, 14. Juni=2024-06-14"},
    {"Ende Mai", "Ende Mai=2024-05"}, {"Anfang 2023", "Anfang 2023=2023"}, {"im dritten Quartal 2023", "dritten Quartal 2023=2023-35"}, {"im ersten Halbjahr", "ersten Halbjahr=2024-40"},
    {"am 3. und 4. Mai 2023", "3. und 4. Mai 2023=2023-05-03/2023-05-04"}, {"vom 3. bis 5. Mai 2023", "3. bis 5. Mai 2023=2023-05-03/2023-05-05"},
    {"vor drei Tagen", "vor drei Tagen=2024-06-14"}, {"nächste Woche Montag", "nächste Woche Montag=2024-06-24"}, {"im vergangenen Monat", "vergangenen Monat=2024-05"},
    {"du 3 au 5 mai 2023", "3 au 5 mai 2023=2023-05-03/2023-05-05"}, {"fin mai", "fin mai=2024-05"}, {"au troisième trimestre 2023", "troisième trimestre 2023=2023-35"},
    {"lundi prochain", "lundi prochain=2024-06-24"}, {"la semaine dernière", "la semaine dernière=2024-06-10/2024-06-16"}, {"il y a trois jours", "il y a trois jours=2024-06-14"},
    {"dans deux mois", "dans deux mois=2024-08"}, {"mi-mai 2023", "mi-mai 2023=2023-05"}, {"el 3 de mayo de 2023", "3 de mayo de 2023=2023-05-03"},
    {"del 3 al 5 de mayo de 2023", "3 al 5 de mayo de 2023=2023-05-03/2023-05-05"}, {"a finales de mayo", "finales de mayo=2024-05"},
    {"el tercer trimestre de 2023", "tercer trimestre de 2023=2023-35"}, {"el próximo lunes", "el próximo lunes=2024-06-24"}, {"la semana pasada", "la semana pasada=2024-06-10/2024-06-16"},
    {"hace tres días", "hace tres días=2024-06-14"}, {"dentro de dos meses", "dentro de dos meses=2024-08"}, {"3 мая 2023 года", "3 мая 2023 года=2023-05-03"},
    {"в прошлом году", "в прошлом году=2023"},
  };
  gz_anchor anchor;
  char got[1024];
  gz_anchor_parse(gz_view_cstr("2024-06-17"), &anchor);
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    gz_date_iter it;
    gz_date d;
    size_t n = 0;
    gz_date_begin(&it, gz_view_cstr(t[k][0]), anchor, gz_view_cstr(""));
    for (got[0] = 0; gz_date_next(&it, &d) && n + 200 < sizeof got;)
      n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s=%s", n ? "; " : "", (int)(d.span.end - d.span.start), t[k][0] + d.span.start, d.edtf);
    CHECK(strcmp(got, t[k][1]) == 0, "%s: %s, not %s", t[k][0], got, t[k][1]);
  }
}

/* "no": not EDTF; else its first and last day, empty where they are not known. */
static void edtf(void)
{
  static const char *const t[][2] = {
    {"2023-05-03T15", "2023-05-03..2023-05-03"}, {"2023-05-03T15:30:00.5", "2023-05-03..2023-05-03"}, {"2023-05-03T15:30:00,25Z", "2023-05-03..2023-05-03"},
    {"2023-05-03T15:30+08:00", "2023-05-03..2023-05-03"}, {"2023-05-03T15:30+0800", "2023-05-03..2023-05-03"}, {"2023-05-03T15:30-03", "2023-05-03..2023-05-03"},
    {"2023-05-03 15:30", "2023-05-03..2023-05-03"}, {"2023-05-03T25", "no"}, {"2023-05-03T15:61", "no"}, {"2023-05-03T1", "no"}, {"2023-05-03T15:3", "no"}, {"2023-05-03T15:30:1", "no"},
    {"2023-05-03T15:30+8", "no"}, {"2023-05-03T15:30+08:0", "no"}, {"2023-05-03T15:30z", "no"}, {"2023-05-03T24:00", "2023-05-03..2023-05-03"}, {"2023-05-0", "no"}, {"2023-05-00", "no"},
    {"2023-05-32", "no"}, {"2023-00-10", "no"}, {"2023-4", "no"}, {"2023-42", "no"}, {"2023-99", "no"}, {"2023-21-05", "no"}, {"2023-29", ".."}, {"2023-37", "2023-01-01..2023-04-30"},
    {"2023-38", "2023-05-01..2023-08-31"}, {"2023-39", "2023-09-01..2023-12-31"}, {"2023-40", "2023-01-01..2023-06-30"}, {"2023-33", "2023-01-01..2023-03-31"},
    {"2023-36", "2023-10-01..2023-12-31"}, {"2023-XX-05", ".."}, {"2023-XX-XX", "2023-01-01..2023-12-31"}, {"2023-05-XX", "2023-05-01..2023-05-31"},
    {"2023-05-1X", "2023-05-01..2023-05-31"}, {"2023-05-X1", "2023-05-01..2023-05-31"}, {"2023-uu", "2023-01-01..2023-12-31"}, {"202X-05", ".."}, {"202X-21", ".."}, {"202X-05-31", ".."},
    {"2XXX", ".."}, {"1XXX", ".."}, {"X023", "no"}, {"19X0", "no"}, {"2023?", "2023-01-01..2023-12-31"}, {"2023%", "2023-01-01..2023-12-31"}, {"2023-05~", "2023-05-01..2023-05-31"},
    {"2023-05-03~", "2023-05-03..2023-05-03"}, {"2023-05-03?/2023-05-04", "2023-05-03..2023-05-04"}, {"2023/", "2023-01-01.."}, {"/2023", "..2023-12-31"}, {"/", "no"}, {"../..", ".."},
    {"2023/..", "2023-01-01.."}, {"../", ".."}, {"2023-13/2024", "no"}, {"2023/2024-13", "no"}, {"2023/202", "no"}, {"2023-0a", "no"}, {"2023-a1", "no"}, {"2023-:1", "no"},
    {"2023--1", "no"}, {"2023-05-:1", "no"}, {"2023-05x", "no"}, {"2023x", "no"}, {"2023-05-03x", "no"}, {"0000", ".."}, {"0001", "0001-01-01..0001-12-31"},
    {"9999", "9999-01-01..9999-12-31"}, {"-2023", "no"}, {"XXXX-05", ".."}, {"XXXX-05-03", ".."}, {"XXXX-13", "no"}, {"XXXX-02-30", "no"}, {"XXXX-02-29", ".."}, {"2023-02-29", "no"},
    {"202X-02-29", ".."}, {"2023-05-03/05", "no"},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    int32_t first, last;
    char got[64], a[16], b[16];
    bool ok = gz_edtf_days(gz_view_cstr(t[k][0]), &first, &last);
    gz_day_print(first, a);
    gz_day_print(last, b);
    snprintf(got, sizeof got, "%s%s%s", ok ? a : "no", ok ? ".." : "", ok ? b : "");
    CHECK(strcmp(got, t[k][1]) == 0, "%s: %s, not %s", t[k][0], got, t[k][1]);
  }
}

/* What an anchor keeps of a date: the year when it is one year, month and day when they are a month and a day. */
static void anchors(void)
{
  static const struct { const char *z; int year, month, day; } t[] = {
    {"2023-05-03T15:30+08:00", 2023, 5, 3}, {"2023-34", 2023, 0, 0}, {"2023-05-XX", 2023, 5, 0}, {"202X-05", 0, 5, 0}, {"2023-05-03/2024-01-01", 2023, 5, 3}, {"XXXX-02-29", 0, 2, 29},
    {"2023/", 2023, 0, 0}, {"19XX", 0, 0, 0}, {"", 0, 0, 0}, {"/2023", 0, 0, 0}, {"2023-02-30", 0, 0, 0},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    gz_anchor a;
    bool ok = gz_anchor_parse(gz_view_cstr(t[k].z), &a);
    CHECK(a.year == t[k].year && a.month == t[k].month && a.day == t[k].day && a.known == (t[k].year || t[k].month), "%s: %d-%d-%d", t[k].z, a.year, a.month, a.day);
    CHECK(ok || !a.known, "%s", t[k].z);
  }
}

int main(void) { phrases(); edtf(); anchors(); return unit_end("date_phrases"); }
