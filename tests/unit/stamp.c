/* Points of time as records give them and as page heads write them. */
#include "unit.h"
#include "libc_alloc.inc"
#include "page/stamp.h"

static void given(void)
{
  static const struct { const char *text, *edtf; } rows[] = {          /* NULL: none */
    {"2024-03-02", "2024-03-02"}, {"2024/3/2 09:15", "2024-03-02T09:15"}, {"2024-03-02T09:15:00+08:00", "2024-03-02T09:15:00+08:00"}, {"20240302", "2024-03-02"}, {" 2024.3.2\n", "2024-03-02"},
    {"2024", "2024"}, {"2024-03", "2024-03"}, {"2024-3", "2024-03"}, {"2024-03-02T09:15Z", "2024-03-02T09:15Z"}, {"2024-03-02 09:15:30.123456z", "2024-03-02T09:15:30Z"},
    {"2024-03-02T09:15:30-0530", "2024-03-02T09:15:30-05:30"}, {"2024-03-02T09:15+09", "2024-03-02T09:15+09:00"}, {"2024-03-02  09:15 +01:00", "2024-03-02T09:15+01:00"}, {"2024-03-02T09:15+19:00", "2024-03-02T09:15"}, {"2024-03-02T09:15+01:75", "2024-03-02T09:15"},
    {"1718265600", "2024-06-13T08:00:00Z"}, {"1718265600000", "2024-06-13T08:00:00Z"}, {"1718265600.5", "2024-06-13T08:00:00Z"}, {"951782400", "2000-02-29T00:00:00Z"},
    {"2024-02-29", "2024-02-29"}, {"2023-02-29", NULL}, {"1900-02-29", NULL}, {"2000-02-29", "2000-02-29"}, {"2024-13-01", NULL}, {"2024-00-01", NULL}, {"2024-04-31", NULL}, {"2024-04-0", NULL},
    {"20241301", NULL}, {"20240000", NULL}, {"13500101", NULL}, {"1399", NULL}, {"2201-01-01", NULL}, {"2024_03_02", NULL}, {"2024-03/02", NULL}, {"2024-", NULL}, {"2024-03-", NULL}, {"", NULL}, {"   ", NULL}, {"yesterday", NULL}, {"24-03-02", NULL}, {"123456", NULL},
    {"2024-03-02T", "2024-03-02"}, {"2024-03-02Tx", "2024-03-02"}, {"2024-03-02x", "2024-03-02"}, {"2024-03-02T25:00", "2024-03-02"}, {"2024-03-02T09", "2024-03-02"}, {"2024-03-02T09:6", "2024-03-02"}, {"2024-03-02T09:75", "2024-03-02"}, {"2024-03-02T09:15:75", "2024-03-02T09:15"},
    {"2024-03-02T09:15 (UTC)", "2024-03-02T09:15"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char edtf[40] = "";
    bool any = gz_stamp_given(gz_view_cstr(rows[i].text), edtf);
    CHECK(any == (rows[i].edtf != NULL) && (!any || strcmp(edtf, rows[i].edtf) == 0), "'%s': %s", rows[i].text, any ? edtf : "none");
  }
}

/* The stamps of a head line, joined with a space; day_first where the line begins with `!`. */
static void heads(void)
{
  static const struct { const char *line, *edtf; } rows[] = {
    {"May 6, 2021 8:12 PM", "2021-05-06T20:12"}, {"May 6, 20218:12 PM", "2021-05-06T20:12"}, {"May 6, 2021 (8:42 AM ET)", "2021-05-06T08:42"}, {"Updated 6 May 2021 08.42", "2021-05-06T08:42"},
    {"06/05/2024", "2024-06-05"}, {"!06/05/2024", "2024-05-06"}, {"5/6(木) 10:20", "XXXX-05-06T10:20"}, {"5/6（木）", "XXXX-05-06"}, {"15/6(木) 10:20", ""}, {"5/36(木)", ""}, {"5/6(x)", ""}, {"5/6木", ""},
    {"2024年5月6日 10:20", "2024-05-06T10:20"}, {"2024-05-06 10:20:30", "2024-05-06T10:20:30"}, {"2021-05-06 10:20 | 2021-05-07", "2021-05-06T10:20 2021-05-07"}, {"Mon, 6 May 2024 à 10h20", "2024-05-06T10:20"},
    {"10:20 6 May 2024", "2024-05-06T10:20"}, {"10:20 PM · May 6, 2024", "2024-05-06T22:20"}, {"yesterday at 10:20", ""}, {"no date here", ""}, {"", ""}, {"PUBLISHED May 6, 20218:00 AM EDTUPDATED May 7, 20219:00 AM EDT", "2021-05-06T08:00-04:00 2021-05-07T09:00-04:00"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gz_stamp s[8];
    char got[256] = "";
    bool day_first = rows[i].line[0] == '!';
    gz_view line = gz_view_cstr(rows[i].line + day_first);
    size_t n = gz_stamps(line, s, 8, day_first);
    uint32_t last = 0;
    for (size_t k = 0; k < n; k++) {
      if (k) strcat(got, " ");
      strcat(got, s[k].edtf);
      CHECK(s[k].span.start >= last && s[k].span.start < s[k].span.end && s[k].span.end <= line.n, "%s", rows[i].line);
      CHECK(s[k].timed == (strchr(s[k].edtf, 'T') != NULL), "%s", rows[i].line);
      last = s[k].span.end;
    }
    CHECK(strcmp(got, rows[i].edtf) == 0, "'%s': '%s', wanted '%s'", rows[i].line, got, rows[i].edtf);
  }
}

int main(void)
{
  given();
  heads();
  return unit_end("stamp");
}
