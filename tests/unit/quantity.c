/* Numbers and quantities: a table of texts, then properties that hold for every text of it: spans lie on character boundaries and in
** order, a text twice gives its mentions twice, noise around changes nothing, nor do width, case and Han variant, and a magnitude is
** never lost. Values worked out by hand. */
#include "find/quantity.h"
#include "text/utf8.h"
#include "unit/unit.h"
#include "unit/libc_alloc.inc"

typedef struct kase { const char *text, *want; } kase;

/* number: "value; value"; for quantities "low..high unit; ..." ("a unit" for a point, .. open) */
static const kase numbers[] = {
  {"-4/5", "-0.8"}, {"1e10", "10000000000"}, {"2 1/4", "2.25"}, {"2.5^-1", "0.4"}, {"minus 5", "-5"}, {"-1,200,000", "-1200000"},
  {"one hundred thirty-two fifths", "26.4"}, {"two and fifty-four hundredths", "2.54"}, {"five billion and three quarters", "5750000000"},
  {"one billion and a half million", "1000500000"}, {"3 million and a half", "3500000"}, {"Book a first class seat", ""}, {"पैंतीस लाख अट्ठाइस हजार चार सौ तेरह", "3528413"}, {"4 thousand 3 hundred and 21", "4321"}, {"between 3 hundred and 4 hundred", "300; 400"},
  {"two thirds of a million", "666666.666666666666"}, {"nineteen eighty-four", "1984"}, {"point 77", "0.77"}, {"12 lakh", "1200000"},
  {"十打", "120"}, {"三百五又三分之一", "350.3333333333333333"}, {"负一又二分之一", "-1.5"}, {"一百分之二", "0.02"}, {"百分之五十五点五", "55.5"},
  {"两千四百五", "2450"}, {"五兆六十二亿四万五千二", "5006200045200"}, {"四万万", "400000000"}, {"三十一万五", "315000"}, {"二〇二三", "2023"},
  {"백오십이만삼천", "1523000"}, {"사분의 삼", "0.75"}, {"4천3백21", "4321"}, {"마이너스 오", "-5"}, {"일흔일곱", "77"},
  {"anderthalb Millionen", "1500000"}, {"fünf Komma zwei", "5.2"}, {"zwei Drittel", "0.666666666666666666"}, {"minus 1.200.000", "-1200000"},
  {"trois vingt-et-unièmes", "0.1428571428571428571"}, {"deux cent virgule trois", "200.3"}, {"veintiún billones trescientos", "21000000000300"},
  {"ciento treinta y dos quintos", "26.4"}, {"dois onze avos", "0.1818181818181818181"}, {"tremiladuecentoquarantatre", "3243"}, {"vijf miljard en driekwart", "5750000000"},
  {"три с половиной", "3.5"}, {"пятьсот двадцать пять", "525"}, {"üç buçuk milyon", "3500000"}, {"خمسمائة و خمسة و عشرون", "525"}, {"साढ़े तीन", "3.5"},
  {"สองล้านสองแสน", "2200000"}, {"bảy trăm hai mươi mốt nghìn", "721000"}, {"GPT-4", ""}, {"the 4th of May", ""}, {"29km", ""}, {"一看", ""}, {"四川", ""}, {"一百四川", "100"},
  {"3억 2천 470만", "324700000"}, {"2천 8백 60만", "28600000"}, {"7천 350만", "73500000"}, {"百四", "104"}, {"二十四万三百七", "240307"}, {"二十四万零三百七", "240370"}, {"一百四", "140"}, {"百六萬", "1600000"},
  {"四六分の百", "2.17391304347826086"}, {"3また2/5", "3.4"}, {"400点25", "400.25"}, {"8点30", "8; 30"},
};

static const kase quantities[] = {
  {"up 12.5 percent", "12.5 %"}, {"about 30-40% of users", "30..40 %"}, {"five percentage points", "5 pp"}, {"a 45-acre farm", "45 acre"}, {"it weighs 20 (kg)", "20 kilogram"},
  {"between 44 and 50 mg", "44..50 milligram"}, {"he is 5 ft 6 in", "5.5 foot"}, {"more than 500 people", "500.. people"}, {"up to 20 tonnes", "..20 tonne"},
  {"100 billion parameters", "100000000000 parameters"}, {"a dozen former employees", "12 employees"}, {"20m users", "20000000 users"}, {"a 7.62mm barrel", "7.62 millimetre"},
  {"1.5 million gallon", "1500000 gallon"}, {"x is above 1000 and below 1500", "1000..1500 "}, {"$5 million from 3 investors", "3 investors"}, {"In 2023 companies", ""},
  {"三成半", "35 %"}, {"七成六", "76 %"}, {"八点五折", "85 %"}, {"萬分之四", "0.04 %"}, {"5‰", "0.5 %"}, {"3割8分7厘", "38.7 %"}, {"增長4.72個百分點", "4.72 pp"}, {"3到5个百分点", "3..5 pp"},
  {"ten per cent", "10 %"}, {"dez por cento", "10 %"}, {"3万个就业岗位", "30000 jobs"}, {"2000家中国公司", "2000 companies"}, {"1750亿参数", "175000000000 parameters"}, {"数百万用户", "2000000..10000000 users"}, {"五十兆字节", "50 megabyte"},
  {"六斤半", "6.5 jin"}, {"100万美元", ""}, {"2023年5月4日", ""}, {"1000以上5000未満", "1000..5000 "}, {"20부터 100까지", "20..100 "}, {"siebenunddreißig Prozent", "37 %"}, {"yüzde 30", "30 %"},
  {"https://example.org/?q=30%25%2020%", ""},
  {"the total equals 44", "44 "}, {"score equal to 7.5", "7.5 "}, {"xは250に等しい", "250 "}, {"그 값은 35와 같다", "35 "}, {"長さ等于四十", "40 "},
  {"二個から七個までの梨", "2..7 items"}, {"3위에서 8위 사이", "3..8 "}, {"12番目以上", "12.. "}, {"백 이상", "100.. "}, {"이 이상 기다릴 수 없다", ""}, {"700 초과 900 미만", "700..900 "},
  {"더 긴 줄은 90보다 길고 120보다 짧다", "90..120 "}, {"40보다 높거나 20보다 낮다", "40.. ; ..20 "}, {"at least 30 and no more than 45 marbles", "30..45 "}, {"larger than six and less or equal than nine", "6..9 "},
  {"比四十高", "40.. "}, {"最多80最少15个", "15..80 items"}, {"more than half of them", "0.5.. "}, {"half an hour late", "0.5 hour"}, {"more than half a mile", "0.5.. mile"}, {"lots 30 through 55", "30..55 "},
  {"십점에서 이십점 사이", "10..20 items"},
};

static size_t put_dec(char *out, size_t cap, gz_dec d) { return gz_dec_print(d, out, cap); }

/* All mentions of a text in one line; checks the spans. */
static int read_numbers(gz_view t, char *out, size_t cap)
{
  gz_number_iter it;
  gz_number n;
  size_t used = 0, end = 0;
  int count = 0;
  out[0] = 0;
  gz_number_begin(&it, t, NULL);
  while (gz_number_next(&it, &n) && used + 80 < cap) {
    CHECK(n.span.start >= end && n.span.end > n.span.start && n.span.end <= t.n, "%.*s", (int)t.n, t.p);
    CHECK(gz_utf8_is_start(t.p, t.n, n.span.start) && gz_utf8_is_start(t.p, t.n, n.span.end), "%.*s", (int)t.n, t.p);
    end = n.span.end;
    if (!gz_number_plain(t, &n, it.num.lang_id)) continue;
    if (count++) used += (size_t)snprintf(out + used, cap - used, "; ");
    used += put_dec(out + used, cap - used, n.low);
  }
  return count;
}

static int read_quantities(gz_view t, char *out, size_t cap)
{
  gz_quantity_iter it;
  gz_quantity q;
  size_t used = 0, end = 0;
  int count = 0;
  out[0] = 0;
  gz_quantity_begin(&it, t);
  while (gz_quantity_next(&it, &q) && used + 160 < cap) {
    CHECK(q.span.start >= end && q.span.end > q.span.start && q.span.end <= t.n, "%.*s", (int)t.n, t.p);
    CHECK(gz_utf8_is_start(t.p, t.n, q.span.start) && gz_utf8_is_start(t.p, t.n, q.span.end), "%.*s", (int)t.n, t.p);
    CHECK(q.has_low || q.has_high, "%.*s", (int)t.n, t.p);
    end = q.span.end;
    if (count++) used += (size_t)snprintf(out + used, cap - used, "; ");
    if (q.has_low) used += put_dec(out + used, cap - used, q.low);
    if (!q.point) used += (size_t)snprintf(out + used, cap - used, "..");
    if (!q.point && q.has_high) used += put_dec(out + used, cap - used, q.high);
    used += (size_t)snprintf(out + used, cap - used, " %s", q.unit);
  }
  return count;
}

typedef int reader(gz_view t, char *out, size_t cap);

/* ASCII to full width, or upper case where only ASCII letters stand. */
static void wide(const char *z, char *out)
{
  for (; *z; z++) {
    if ((*z >= '0' && *z <= '9') || (*z >= 'a' && *z <= 'z') || (*z >= 'A' && *z <= 'Z')) out += gz_utf8_put((uint32_t)(unsigned char)*z + 0xFEE0, out);
    else *out++ = *z;
  }
  *out = 0;
}

static void properties(const kase *k, reader *read)
{
  static char got[4096], twice[8192], want[8192], text[8192];
  int n = read(gz_view_cstr(k->text), got, sizeof got);
  CHECK(strcmp(got, k->want) == 0, "'%s' gives '%s', not '%s'", k->text, got, k->want);
  snprintf(text, sizeof text, "%s. \n\n%s", k->text, k->text);
  snprintf(want, sizeof want, "%s%s%s", k->want, n ? "; " : "", k->want);
  CHECK(read(gz_view_cstr(text), twice, sizeof twice) == 2 * n && strcmp(twice, want) == 0, "twice '%s' gives '%s'", k->text, twice);
  snprintf(text, sizeof text, "(%s)", k->text);
  if (k->text[0] != '-') { read(gz_view_cstr(text), twice, sizeof twice); CHECK(strcmp(twice, k->want) == 0, "'%s' gives '%s'", text, twice); }
}

int main(void)
{
  static char got[4096], text[1024], w[1024];
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) properties(&numbers[i], read_numbers);
  for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++) properties(&quantities[i], read_quantities);

  /* width and case, Simplified and Traditional */
  static const char *const same[][2] = {{"1234", "1234"}, {"2 million", "2000000"}, {"4bn", "4000000000"}, {"35", "35"}, {"twenty", "20"}};
  for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
    wide(same[i][0], w);
    read_numbers(gz_view_cstr(w), got, sizeof got);
    CHECK(strcmp(got, same[i][1]) == 0, "%s gives %s", w, got);
  }
  static const char *const han[][2] = {{"三万亿", "三萬億"}, {"两百零五", "兩百零五"}, {"一点五", "一點五"}, {"参拾陆", "參拾陸"}, {"负八", "負八"}, {"数十亿", "數十億"}, {"百分之几十", "百分之幾十"}};
  for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
    static char a[256], b[256];
    int n = read_numbers(gz_view_cstr(han[i][0]), a, sizeof a);
    CHECK(n == read_numbers(gz_view_cstr(han[i][1]), b, sizeof b) && strcmp(a, b) == 0 && n == 1, "%s %s, %s %s", han[i][0], a, han[i][1], b);
  }

  /* a magnitude is never lost, tight or spaced, whatever the figure */
  static const struct { const char *z; int power; } mags[] = {{"bn", 9}, {" billion", 9}, {"k", 3}, {"M", 6}, {" million", 6}, {" mn", 6}, {"tn", 12}, {" trillion", 12}, {" thousand", 3}, {" hundred", 2},
    {"万", 4}, {"亿", 8}, {"億", 8}, {"万亿", 12}, {"萬億", 12}, {"兆", 12}, {"조", 12}, {"억", 8}, {" Millionen", 6}, {" Mio.", 6}, {" Mrd", 9}, {" milliards", 9}, {" millones", 6}, {" bilhões", 9}, {" miliardi", 9},
    {" miljard", 9}, {" млрд", 9}, {" миллионов", 6}, {" crore", 7}, {" lakh", 5}, {" milyar", 9}, {" tỷ", 9}};
  static const char *const figures[] = {"4", "12", "1.5", "300", "2,500"};
  for (size_t i = 0; i < sizeof mags / sizeof *mags; i++)
    for (size_t k = 0; k < sizeof figures / sizeof *figures; k++) {
      gz_numeral n, plain;
      snprintf(text, sizeof text, "%s%s", figures[k], mags[i].z);
      CHECK(gz_numeral_at(gz_view_cstr(figures[k]), 0, NULL, &plain), "%s", figures[k]);
      bool ok = gz_numeral_at(gz_view_cstr(text), 0, NULL, &n);
      CHECK(ok && n.span.end == strlen(text) && n.magnitude && gz_dec_cmp(n.low, gz_dec_shift(plain.low, mags[i].power)) == 0, "%s", text);
    }
  return unit_end("quantity");
}
