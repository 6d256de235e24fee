/* The money finder: what DESIGN's table promises, in own sentences; what must stay out; properties. Every expectation is one line per
** mention: surface|low|high|currency|basis|hedge|per, open sides as -, joined by newlines; "" for no mention. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/money_iter.h"
#include "text/utf8.h"

typedef struct row { const char *text, *want, *region; } row;

static void describe(gz_view text, const char *region, char *out, size_t cap)
{
  gz_money_iter it;
  gz_money m;
  size_t n = 0;
  *out = 0;
  gz_money_begin(&it, text, gz_view_cstr(region ? region : ""));
  while (gz_money_next(&it, &m) && n + 400 < cap) {
    char low[64] = "-", high[64] = "-";
    if (m.has_low) gz_dec_print(m.low, low, sizeof low);
    if (m.has_high) gz_dec_print(m.high, high, sizeof high);
    n += (size_t)snprintf(out + n, cap - n, "%s%.*s|%s|%s|%s|%s|%s|%s", n ? "\n" : "", (int)(m.span.end - m.span.start), text.p + m.span.start, low, high,
                          m.currency[0] ? m.currency : "-", gz_basis_name(m.basis) ? gz_basis_name(m.basis) : "-", gz_hedge_name(m.hedge), m.per ? m.per : "-");
    if (m.restates >= 0) n += (size_t)snprintf(out + n, cap - n, "|restates %d", (int)m.restates + 1);
  }
}

static void table(const char *name, const row *rows, size_t count)
{
  char got[8192];
  for (size_t i = 0; i < count; i++) {
    describe(gz_view_cstr(rows[i].text), rows[i].region, got, sizeof got);
    CHECK(strcmp(got, rows[i].want) == 0, "%s %zu: %s\n  want: %s\n  got:  %s", name, i, rows[i].text, rows[i].want, got);
  }
}
#define TABLE(rows) table(#rows, rows, sizeof rows / sizeof *rows)

static const row english[] = {
  {"The builder paid $4 billion for it.", "$4 billion|4000000000|4000000000|USD|symbol|exact|-", NULL},
  {"It sold for $4bn.", "$4bn|4000000000|4000000000|USD|symbol|exact|-", NULL},
  {"They want US$4 bn more.", "US$4 bn|4000000000|4000000000|USD|symbol|exact|-", NULL},
  {"Some 4 billion dollars went missing.", "4 billion dollars|4000000000|4000000000|USD|name|about|-", NULL},
  {"Rent is $10-20 million here.", "$10-20 million|10000000|20000000|USD|symbol|range|-", NULL},
  {"It may fetch $1.5-$2 billion.", "$1.5-$2 billion|1500000000|2000000000|USD|symbol|range|-", NULL},
  {"A price between \xE2\x82\xAC" "2bn and \xE2\x82\xAC" "3bn was named.", "\xE2\x82\xAC" "2bn and \xE2\x82\xAC" "3bn|2000000000|3000000000|EUR|symbol|range|-", NULL},
  {"Sales fell $1.2 million to $23.5 million.", "$1.2 million|1200000|1200000|USD|symbol|exact|-\n$23.5 million|23500000|23500000|USD|symbol|exact|-", NULL},
  {"Income rose from $3 million to $5 million.", "$3 million|3000000|3000000|USD|symbol|exact|-\n$5 million|5000000|5000000|USD|symbol|exact|-", NULL},
  {"Losses of up to $10 billion annually were feared.", "$10 billion|-|10000000000|USD|symbol|up_to|year", NULL},
  {"At least $7 million is gone.", "$7 million|7000000|-|USD|symbol|at_least|-", NULL},
  {"It cost more than $7 million.", "$7 million|7000000|-|USD|symbol|over|-", NULL},
  {"It cost nearly $7 million.", "$7 million|7000000|7000000|USD|symbol|nearly|-", NULL},
  {"It cost less than $7 million.", "$7 million|-|7000000|USD|symbol|under|-", NULL},
  {"He asked for two and a half million dollars.", "two and a half million dollars|2500000|2500000|USD|name|exact|-", NULL},
  {"She left half a billion dollars to it.", "half a billion dollars|500000000|500000000|USD|name|exact|-", NULL},
  {"RMB 12.5 million was spent.", "RMB 12.5 million|12500000|12500000|CNY|code|exact|-", NULL},
  {"A plan of 50 MUSD.", "50 MUSD|50000000|50000000|USD|code|exact|-", NULL},
  {"CHF 19.90 a month.", "CHF 19.90|19.9|19.9|CHF|code|exact|month", NULL},
  {"\xE2\x82\xB9" "1.5 lakh crore was set aside.", "\xE2\x82\xB9" "1.5 lakh crore|1500000000000|1500000000000|INR|symbol|exact|-", NULL},
  {"The result is ($99.99).", "($99.99)|-99.99|-99.99|USD|symbol|exact|-", NULL},
  {"A change of -$5.95 today.", "-$5.95|-5.95|-5.95|USD|symbol|exact|-", NULL},
  {"It is $1.05 CAD here.", "$1.05 CAD|1.05|1.05|CAD|code|exact|-", NULL},
  {"$5 and 20 cents, please.", "$5 and 20 cents|5.2|5.2|USD|symbol|exact|-", NULL},
  {"It costs 50 cents.", "50 cents|0.5|0.5|USD|name|exact|-", NULL},
  {"Twenty dollars an hour is paid.", "Twenty dollars|20|20|USD|name|exact|hour", NULL},
  {"$3.10 per share was paid.", "$3.10|3.1|3.1|USD|symbol|exact|share", NULL},
  {"3 billion yuan ($430 million)", "3 billion yuan|3000000000|3000000000|CNY|name|exact|-\n$430 million|430000000|430000000|USD|symbol|exact|-|restates 1", NULL},
  {"It lost $12 there.", "$12|12|12|AUD|context|exact|-", "AU"},
  {"Watch $MSFT, $Acme (ACME.US)$ and 5G, GPT-4 and v2.1 in 2012-13.", "", NULL},
  {"A three-pound dog won 3 awards by 21-14.", "", NULL},
  {"The euro 2024 final, room 101, call 1-800-555-0100, up 5%.", "", NULL},
  {"Five won the race; the dollar rose 3 percent.", "", NULL},
};

static const row chinese[] = {
  {"对方出价40亿美元。", "40亿美元|4000000000|4000000000|USD|name|exact|-", NULL},
  {"對方出價40億美金。", "40億美金|4000000000|4000000000|USD|name|exact|-", NULL},
  {"出資40億美元(約合292億元人民幣)。", "40億美元|4000000000|4000000000|USD|name|exact|-\n292億元人民幣|29200000000|29200000000|CNY|name|about|-|restates 1", NULL},
  {"估值達200-300億美元之間。", "200-300億美元|20000000000|30000000000|USD|name|range|-", NULL},
  {"需要5000万到8000万元。", "5000万到8000万元|50000000|80000000|CNY|default|range|-", NULL},
  {"從2023年的近430億美元上升到980億美元", "430億美元|43000000000|43000000000|USD|name|nearly|-\n980億美元|98000000000|98000000000|USD|name|exact|-", NULL},
  {"从100亿美元涨到200亿美元", "100亿美元|10000000000|10000000000|USD|name|exact|-\n200亿美元|20000000000|20000000000|USD|name|exact|-", NULL},
  {"投了数十亿美元", "数十亿美元|2000000000|10000000000|USD|name|several|-", NULL},
  {"花了十余亿元", "十余亿元|1000000000|2000000000|CNY|default|several|-", NULL},
  {"至少3亿元", "3亿元|300000000|-|CNY|default|at_least|-", NULL},
  {"逾3亿元", "3亿元|300000000|-|CNY|default|over|-", NULL},
  {"近3亿元", "3亿元|300000000|300000000|CNY|default|nearly|-", NULL},
  {"不到3亿元", "3亿元|-|300000000|CNY|default|under|-", NULL},
  {"3亿元以上", "3亿元|300000000|-|CNY|default|at_least|-", NULL},
  {"新台幣3000億元的計畫", "新台幣3000億元|300000000000|300000000000|TWD|name|exact|-", NULL},
  {"港幣50億元", "港幣50億元|5000000000|5000000000|HKD|name|exact|-", NULL},
  {"約1.3萬億元", "1.3萬億元|1300000000000|1300000000000|TWD|context|about|-", NULL},
  {"每股25.5美元", "25.5美元|25.5|25.5|USD|name|exact|share", NULL},
  {"-5,371,666.75元", "-5,371,666.75元|-5371666.75|-5371666.75|CNY|default|exact|-", NULL},
  {"三元五角", "三元五角|3.5|3.5|CNY|default|exact|-", NULL},
  {"近亿元的订单", "亿元|100000000|100000000|CNY|default|nearly|-", NULL},
  {"逾亿美元", "亿美元|100000000|-|USD|name|over|-", NULL},
  {"最多投资40亿欧元", "40亿欧元|-|4000000000|EUR|name|up_to|-", NULL},
  {"年营收约为5亿美元", "5亿美元|500000000|500000000|USD|name|about|year", NULL},
  {"薪酬10k~15k。", "10k~15k|10000|15000|-|-|range|-", NULL},
  {"花了£28億元", "£28億元|2800000000|2800000000|GBP|symbol|exact|-", NULL},
  {"100多米尼加比索", "100多米尼加比索|100|100|DOP|name|exact|-", NULL},
  {"三元股份与三元集团公告", "", NULL},
  {"3块5", "3块5|3.5|3.5|CNY|default|exact|-", NULL},
  {"300億,該公司祭出最大規模投資", "300億|30000000000|30000000000|-|-|exact|-", NULL},
  {"100元", "100元|100|100|HKD|context|exact|-", "HK"},
  {"五角大楼有15块显卡，万亿参数，2亿用户，二元论，公元前3元年", "", NULL},
};

static const row others[] = {
  {"Der Umsatz lag bei 1.234.567,89 \xE2\x82\xAC.", "1.234.567,89 \xE2\x82\xAC|1234567.89|1234567.89|EUR|symbol|exact|-", NULL},
  {"Rund zw\xC3\xB6lf Millionen Euro flossen.", "zw\xC3\xB6lf Millionen Euro|12000000|12000000|EUR|name|about|-", NULL},
  {"mindestens 3,5 Mio. Euro", "3,5 Mio. Euro|3500000|-|EUR|name|at_least|-", NULL},
  {"environ trois milliards d'euros par an", "trois milliards d'euros|3000000000|3000000000|EUR|name|about|year", NULL},
  {"1 234,56 z\xC5\x82", "1 234,56 z\xC5\x82|1234.56|1234.56|PLN|symbol|exact|-", NULL},
  {"約3兆円を投資する", "3兆円|3000000000000|3000000000000|JPY|name|about|-", NULL},
  {"1조 2000억원 규모", "1조 2000억원|1200000000000|1200000000000|KRW|name|exact|-", NULL},
  {"más de 10 millones de dólares", "10 millones de dólares|10000000|-|USD|name|over|-", NULL},
  {"свыше 20 миллионов рублей в год", "20 миллионов рублей|20000000|-|RUB|name|over|year", NULL},
  {"R$ 1.500,00 por mês", "R$ 1.500,00|1500|1500|BRL|symbol|exact|month", NULL},
  {"due milioni di franchi svizzeri", "due milioni di franchi svizzeri|2000000|2000000|CHF|name|exact|-", NULL},
  {"1\xE2\x80\x99" "000.50 CHF", "1\xE2\x80\x99" "000.50 CHF|1000.5|1000.5|CHF|code|exact|-", NULL},
  {"Es kostete 12.345 Euro und 3,5 Mrd. USD dazu.", "12.345 Euro|12345|12345|EUR|name|exact|-\n3,5 Mrd. USD|3500000000|3500000000|USD|code|exact|-", NULL},
  {"f\xC3\xBC" "nfzig australische Dollar", "f\xC3\xBC" "nfzig australische Dollar|50|50|AUD|name|exact|-", NULL},
  {"수백만 달러", "수백만 달러|2000000|10000000|USD|name|several|-", NULL},
  {"10 bin lira", "10 bin lira|10000|10000|TRY|name|exact|-", NULL},
  {"공원과 사원, 영원", "", NULL},
  {"R$ 1,5 bi", "R$ 1,5 bi|1500000000|1500000000|BRL|symbol|exact|-", NULL},
  {"ti norske kroner og 50 \xC3\xB8re", "ti norske kroner og 50 \xC3\xB8re|10.5|10.5|NOK|name|exact|-", NULL},
  {"2,5 miljoen euro", "2,5 miljoen euro|2500000|2500000|EUR|name|exact|-", NULL},
};

/* Spans select whole characters in order, and whatever noise surrounds a sum, it reads the same. */
static void properties(void)
{
  static const char *const noise[] = {"", "\xE3\x80\x82", " (", "\n", "\xFF\xFE", "\xE4\xBD", " \xC2\xA0", "!!"};
  char text[4096], got[8192], want[8192];
  for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
    gz_money_iter it;
    gz_money m;
    size_t n = strlen(english[i].text), last = 0, count = 0;
    gz_money_begin(&it, gz_view_cstr(english[i].text), gz_view_cstr(""));
    while (gz_money_next(&it, &m)) {
      CHECK(m.span.start >= last && m.span.end > m.span.start && m.span.end <= n, "%s", english[i].text);
      CHECK(gz_utf8_is_start(english[i].text, n, m.span.start) && gz_utf8_is_start(english[i].text, n, m.span.end), "%s", english[i].text);
      CHECK(m.has_low || m.has_high, "%s", english[i].text);
      last = m.span.end;
      count++;
    }
    snprintf(text, sizeof text, "%s\n\n%s", english[i].text, english[i].text);
    size_t twice = 0;
    gz_money_begin(&it, gz_view_cstr(text), gz_view_cstr(""));
    while (gz_money_next(&it, &m)) twice++;
    CHECK(twice == 2 * count, "%zu of %zu: %s", twice, count, english[i].text);
  }
  describe(gz_view_cstr("$4.5 million"), NULL, want, sizeof want);
  for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
    for (size_t k = 0; k < sizeof noise / sizeof *noise; k++) {
      snprintf(text, sizeof text, "%s$4.5 million%s", noise[i], noise[k]);
      describe(gz_view_cstr(text), NULL, got, sizeof got);
      CHECK(strcmp(got, want) == 0, "%s: %s", text, got);
    }
  describe(gz_view_cstr("40亿美元"), NULL, want, sizeof want);
  static const char *const same[] = {"40億美元", "４０亿美元", "４０億美元"};
  for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
    describe(gz_view_cstr(same[i]), NULL, got, sizeof got);
    CHECK(strcmp(strchr(got, '|') ? strchr(got, '|') : got, strchr(want, '|')) == 0, "%s", got);
  }
}

/* Hostile repetitions: in order and inside the text (that their work stays linear is counted in tests/linear). */
static void repetitions(void)
{
  static const char *const pieces[] = {"$", "1,000,", "1-", "$1 million to ", "dollars ", "a dollar ", "\xE4\xB8\x80", "\xE5\x85\x83", "two million dollars and ", "\xFF", "1.", "(", "' "};
  static char text[200032];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t k = strlen(pieces[i]), n = 0;
    for (; n < 200000; n += k) memcpy(text + n, pieces[i], k);
    gz_money_iter it;
    gz_money m;
    size_t last = 0;
    bool ordered = true;
    gz_money_begin(&it, gz_view_of(text, n), gz_view_cstr(""));
    while (gz_money_next(&it, &m)) { ordered = ordered && m.span.start >= last && m.span.end <= n; last = m.span.end; }
    CHECK(ordered, "%s", pieces[i]);
  }
}

int main(void)
{
  repetitions();
  TABLE(english);
  TABLE(chinese);
  TABLE(others);
  properties();
  return unit_end("money");
}
