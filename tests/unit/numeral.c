/* The numeral scanner, table-driven: text, language hint, what it must read (values worked out by hand). */
#include "find/numeral.h"
#include "unit/unit.h"
#include "unit/libc_alloc.inc"

typedef struct kase { const char *lang, *text, *want; } kase;

/* want: "surface=low" or "surface=low..high" ("..": open), several joined by "; " */
static const kase cases[] = {
  {"en", "It paid 1,234.5 million and 4bn", "1,234.5 million=1234500000; 4bn=4000000000"},
  {"en", "12,34,567 and 2½", "12,34,567=1234567; 2½=2.5"},
  {"en", "two and a half million", "two and a half million=2500000"},
  {"en", "half a billion", "half a billion=500000000"},
  {"en", "tens of billions, hundreds of millions", "tens of billions=20000000000..100000000000; hundreds of millions=200000000..1000000000"},
  {"en", "one hundred and sixty-one", "one hundred and sixty-one=161"},
  {"en", "3 hundred and 2 hundred", "3 hundred=300; 2 hundred=200"},
  {"en", "5 lakh crore", "5 lakh crore=5000000000000"},
  {"en", "twelve hundred", "twelve hundred=1200"},
  {"de", "1.234.567,89", "1.234.567,89=1234567.89"},
  {"de", "1.234", "1.234=1234"},
  {"en", "1.234", "1.234=1.234"},
  {"de", "zwölfhundert", "zwölfhundert=1200"},
  {"de", "einunddreißig Millionen zweihundertsechsundfünfzigtausend", "einunddreißig Millionen zweihundertsechsundfünfzigtausend=31256000"},
  {"fr", "quatre-vingt-dix-sept", "quatre-vingt-dix-sept=97"},
  {"fr", "1 234,56", "1 234,56=1234.56"},
  {"zh", "三百亿,一万五千亿,1亿2000万", "三百亿=30000000000; 一万五千亿=1500000000000; 1亿2000万=120000000"},
  {"zh", "3万5,十三万五,两千三百五", "3万5=35000; 十三万五=135000; 两千三百五=2350"},
  {"zh", "十余亿,数百万,八九千,100多亿,上亿", "十余亿=1000000000..2000000000; 数百万=2000000..10000000; 八九千=8000..9000; 100多亿=10000000000..20000000000; 上亿=100000000.."},
  {"zh", "壹佰万零伍拾肆,廿二,二〇二三", "壹佰万零伍拾肆=1000054; 廿二=22; 二〇二三=2023"},
  {"zh", "一点五亿,4.78萬億,40億", "一点五亿=150000000; 4.78萬億=4780000000000; 40億=4000000000"},
  {"ko", "1조 2000억", "1조 2000억=1200000000000"},
};

static void read_all(const kase *k, char *out, size_t cap)
{
  gz_numeral_iter it;
  gz_numeral n;
  size_t used = 0;
  gz_view text = gz_view_cstr(k->text);
  gz_numeral_begin(&it, text, k->lang);
  out[0] = 0;
  while (gz_numeral_next(&it, &n) && used + 200 < cap) {
    char low[64], high[64];
    gz_dec_print(n.low, low, sizeof low);
    gz_dec_print(n.high, high, sizeof high);
    bool point = !n.open_high && gz_dec_cmp(n.low, n.high) == 0;
    used += (size_t)snprintf(out + used, cap - used, "%s%.*s=%s%s%s", used ? "; " : "", (int)(n.span.end - n.span.start), text.p + n.span.start, low,
                             point ? "" : "..", point || n.open_high ? "" : high);
  }
}

int main(void)
{
  static char got[4096];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    read_all(&cases[i], got, sizeof got);
    CHECK(strcmp(got, cases[i].want) == 0, "[%s] %s: %s", cases[i].lang, cases[i].text, got);
  }
  return unit_end("numeral");
}
