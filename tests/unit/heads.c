/* The heads of a text's words change nothing of what the scans find: sums, numerals, dates and cues of deals in random texts of words in all
** dresses (in capitals, with letters beyond ASCII inside and behind, between Han, cut off by the end) are the same with them and without. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/cue_words.h"
#include "find/date.h"
#include "find/heads.h"
#include "find/money_iter.h"
#include "find/numeral.h"

static const char *const pieces[] = {
  " ", "  ", "\n", ", ", ". ", "-", "(", "’s ", "40", "3", "2024", "1,5", "$", "US$", "€", "five", "Five", "TWO", "a", "million", "Milliarden", "cent", "dollars", "Dollar", "USD", "euro", "Euros", "kr", "won", "pence", "annual", "quarterly", "May", "MAY", "march", "Montag",
  "yesterday", "last week", "Q2", "zwölf", "fünf", "für", "été", "março", "mañana", "raised", "Acquired", "invests", "stake", "funding", "led", "bought", "übernimmt", "Canada", "canadian", "Hong Kong", "Taiwan", "US", "the", "of", "bridge", "und", "x", "Z", "40亿美元", "三月", "收购", "五月5日", "加拿大", "港", "の", "十",
  "ｆｉｖｅ", "ｍay", "é", "Ⅳ", "\xC3", "\xE4\xBA", "supercalifragilistic", "twentytwo", "thirtyfive", "mai", "mei", "i", "on", "to"};

static char said[2][1 << 14];

static void say(char *out, size_t *n, const char *what, gz_span s, uint64_t value)
{
  if (*n + 80 < sizeof said[0]) *n += (size_t)snprintf(out + *n, sizeof said[0] - *n, "%s %u-%u %llu; ", what, (unsigned)s.start, (unsigned)s.end, (unsigned long long)value);
}

static size_t find(gz_view t, const gz_heads *h, char *out)
{
  gz_money_iter mi;
  gz_money m;
  gz_numeral_iter ni;
  gz_numeral l;
  gz_date_iter di;
  gz_date d;
  gz_anchor anchor = {2024, 6, 13, true};
  size_t n = 0;
  out[0] = 0;
  gz_money_begin(&mi, t, gz_view_of("", 0));
  if (h) { mi.heads = h->bits[GZ_HEAD_MONEY]; mi.context.heads = h->bits[GZ_HEAD_COUNTRY]; }
  while (gz_money_next(&mi, &m)) say(out, &n, m.currency, m.span, m.low.m);
  gz_numeral_begin(&ni, t, "en");
  if (h) ni.heads = h->bits[GZ_HEAD_NUMBER];
  while (gz_numeral_next(&ni, &l)) say(out, &n, "n", l.span, l.low.m);
  gz_date_begin(&di, t, anchor, gz_view_of("", 0));
  if (h) di.heads = h->bits[GZ_HEAD_DATE];
  while (gz_date_next(&di, &d)) say(out, &n, d.edtf, d.span, 0);
  for (size_t pos = 0; (pos = gz_deal_cue_next(t, pos, h ? h->bits[GZ_HEAD_DEAL] : NULL)) < t.n; pos++) say(out, &n, "deal", (gz_span){(uint32_t)pos, (uint32_t)pos}, 0);
  return n;
}

int main(void)
{
  uint32_t seed = 5;
  size_t all = 0;
  for (int round = 0; round < 20000; round++) {
    char z[1024];
    size_t n = 0;
    seed = seed * 1664525u + 1013904223u;
    for (unsigned k = seed >> 26; k < 64; k++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      if (n + strlen(p) + 2 > sizeof z) break;
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
      if (seed >> 12 & 1) z[n++] = ' ';
    }
    gz_heads heads = {{0}};
    gz_view t = gz_view_of(z, n);
    if (!gz_heads_find(t, &heads)) return 1;
    all += find(t, NULL, said[0]);
    find(t, &heads, said[1]);
    CHECK(strcmp(said[0], said[1]) == 0, "[%.*s]\n  without: %s\n  with:    %s", (int)n, z, said[0], said[1]);
    gz_heads_free(&heads);
  }
  CHECK(all > 100000, "%zu", all);
  return unit_end("heads");
}
