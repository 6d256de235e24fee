/* The scan for places of sums finds the same with the machine's vector instructions and without: texts of random pieces (words, number words,
** currency words and signs in several scripts, digits, punctuation of all widths, malformed bytes), from every byte on and with every end. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/money_scan.h"

static const char *const pieces[] = {
  " ", " ", " ", ". ", ", ", "-", "'", "\n", "$", "$ ", "€", "£", "¥", "￥", "(", ")", "“", "”", "’", "，", "。", "、", "　", "…", "5", "20", "1,250", "3.5", "２０", "٣", "½",
  "the", "a", "annual", "yearly", "quarter", "committee", "twenty", "million", "millions of", "dollars", "dollar", "cents", "euros", "Euro", "USD", "dem", "DEM", "francs", "pounds", "hong kong", "forint", "forintot",
  "für", "Österreich", "Währung", "zwölf", "Milliarden", "Rückgang", "é", "à", "złotych", "рублей", "тысяч", "двадцать", "달러", "삼십", "원", "ドル", "ユーロ", "の", "三十", "円", "億",
  "一", "两", "百万", "亿", "億", "美元", "元", "人民币", "年", "月", "季", "上海", "个", "中", "营收", "市场", "不", "阿富汗尼", "😀", "\xE4\xB8", "\xE4", "\xFF", "\x80", "\xC3", "\xEF\xBC", "\xE2\x80", "\xF0\x9F"};

static uint64_t seed = 7;
static uint32_t rnd(uint32_t n) { seed = seed * 6364136223846793005ull + 1442695040888963407ull; return (uint32_t)(seed >> 33) % n; }

int main(void)
{
  size_t places = 0, words = 0;
  for (int round = 0; round < 3000; round++) {
    char z[600];
    size_t n = 0, want = 1 + rnd(480);
    while (n < want) {
      const char *p = pieces[rnd(sizeof pieces / sizeof *pieces)];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
      if (rnd(3)) z[n++] = ' ';
    }
    gz_view t = gz_view_of(z, n - rnd(3) % n);
    for (size_t pos = rnd(8); pos < t.n;) {
      size_t at[2] = {0, 0}, period[2] = {SIZE_MAX, SIZE_MAX};
      enum gz_money_place a = gz_money_scan(t, pos, &at[0], &period[0], NULL), b = gz_money_scan_plain(t, pos, &at[1], &period[1], NULL);
      CHECK(a == b && (a == GZ_MONEY_END || at[0] == at[1]) && period[0] == period[1], "round %d from %zu: %d at %zu, %d at %zu; periods %zu, %zu: %.*s", round, pos, a, at[0], b, at[1], period[0], period[1], (int)t.n, t.p);
      if (a == GZ_MONEY_END) break;
      places++;
      words += a == GZ_MONEY_WORD;
      pos = gz_money_skip(t, at[0], a);
    }
  }
  CHECK(places > 10000 && words > 1000, "%zu places, %zu of them words", places, words);
  return unit_end("money_scan");
}
