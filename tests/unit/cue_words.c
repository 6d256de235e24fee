/* The joined trie of the words of figures and deals finds what the five lexicons find one by one: at every byte of texts put together
** from their words and from what only looks like them. The quick search for cues of deals finds what a look at every place finds. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/cue_words.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_rounds.h"
#include "lex_deal_words.h"
#include "lex_measures.h"
#include "text/uni.h"
#include "text/utf8.h"

static const gz_trie *const tries[GZ_CUE_LEXICONS] = {&lex_deal_cues.trie, &lex_measures.trie, &lex_deal_markers.trie, &lex_deal_words.trie, &lex_deal_rounds.trie};
static size_t found, several;

static bool same_at(gz_view t, size_t pos)
{
  gz_hit all[GZ_CUE_PREFIXES_MAX], one[GZ_CUE_PREFIXES_MAX];
  size_t n = gz_trie_prefixes(&gz_cue_trie, t, pos, all, GZ_CUE_PREFIXES_MAX), of_joined = 0, of_each = 0;
  for (unsigned k = 0; k < GZ_CUE_LEXICONS; k++) {
    size_t m = gz_trie_prefixes(tries[k], t, pos, one, GZ_CUE_PREFIXES_MAX);
    of_each += m;
    for (size_t i = 0; i < m; i++) {
      size_t j = 0;
      while (j < n && all[j].end != one[i].end) j++;
      if (j == n || gz_cue_rows_of(all[j].value).row[k] != one[i].value + 1) return false;
    }
  }
  for (size_t j = 0; j < n; j++) {
    gz_cue_rows r = gz_cue_rows_of(all[j].value);
    size_t in = 0;
    for (unsigned k = 0; k < GZ_CUE_LEXICONS; k++) in += r.row[k] != 0;
    several += in > 1;
    of_joined += in;
  }
  found += n;
  return of_joined == of_each;
}

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* Where a cue of a deal stands at or behind pos, looked for at every place. */
static size_t deal_next(gz_view t, size_t pos)
{
  for (; pos < t.n; gz_utf8_next(t.p, t.n, &pos)) {
    gz_hit h[GZ_CUE_PREFIXES_MAX];
    if (pos && letter(t.p[pos]) && letter(t.p[pos - 1])) continue;
    size_t n = gz_trie_prefixes(&lex_deal_cues.trie, t, pos, h, GZ_CUE_PREFIXES_MAX);
    while (n-- > 0) if (gz_word_boundary(t, h[n].end)) return pos;
  }
  return t.n;
}

static size_t deals;
static bool same_deals(gz_view t)
{
  for (size_t pos = 0; pos < t.n; gz_utf8_next(t.p, t.n, &pos)) {
    size_t at = deal_next(t, pos);
    if (gz_deal_cue_next(t, pos, NULL) != at) return false;
    deals += at < t.n;
  }
  return gz_deal_cue_next(t, t.n, NULL) == t.n;
}

/* Where a word stands, the filter of what is written lets it pass. */
static size_t passed, turned_down;
static bool filtered(const char *word, const char *behind)
{
  char z[128];
  snprintf(z, sizeof z, "%s%s and so on", word, behind);
  gz_view t = gz_view_cstr(z);
  for (size_t pos = 0, next = 0; t.n - pos >= 8; pos = next) {
    gz_hit h[GZ_CUE_PREFIXES_MAX];
    gz_utf8_next(t.p, t.n, &next);
    if (next - pos != 3) continue;
    bool may = gz_raw_may(&gz_cue_raw, gz_raw_six(t.p + pos)), deal = gz_raw_may(&gz_deal_raw, gz_raw_six(t.p + pos));
    if (gz_trie_prefixes(&gz_cue_trie, t, pos, h, GZ_CUE_PREFIXES_MAX) && !may) return false;
    if (gz_trie_prefixes(&lex_deal_cues.trie, t, pos, h, GZ_CUE_PREFIXES_MAX) && !deal) return false;
    passed += may;
    turned_down += !may;
  }
  return true;
}

int main(void)
{
  static const char *const words[] = {"invested", "invest", "acquired", "acquire", "stake", "stakes", "raised", "raise", "led", "valued at", "valuation", "sold", "fined", "contract", "revenue", "profit", "in", "into", "to",
    "from", "by", "with", "of", "for", "Series A", "seed", "talks", "reportedly", "plans to", "投资", "投資", "投资银行", "收购", "收購", "领投", "股权", "融资", "融资人", "估值", "罚款", "营收", "净利润", "向", "对", "对手", "由", "将", "获", "天使轮",
    "A轮", "拟", "据", "否认", "買収", "出資", "売上高", "から", "に", "を", "인수", "투자", "매출", "에", "übernimmt", "investiert", "Umsatz", "acquiert", "rachète", "compra", "ingresos", "shares", "deal", "price", "the", "X", "甲", "对对", "入股权", "ﾆ", "ＩＮ"};
  static const char *const between[] = {"", " ", "  ", ", ", "、", "-", "'s ", "的"};
  size_t n = sizeof words / sizeof *words;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++)
      for (size_t b = 0; b < sizeof between / sizeof *between; b++) {
        char z[128];
        snprintf(z, sizeof z, "%s%s%s", words[i], between[b], words[j]);
        gz_view t = gz_view_cstr(z);
        bool same = true;
        for (size_t pos = 0; pos <= t.n; pos++) same = same && same_at(t, pos);
        CHECK(same, "%s", z);
        CHECK(same_deals(t), "%s", z);
      }
  CHECK(found > 20000, "%zu", found);
  for (size_t i = 0; i < n; i++)
    for (size_t b = 0; b < sizeof between / sizeof *between; b++) CHECK(filtered(words[i], between[b]), "%s", words[i]);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++) CHECK(filtered(words[i], words[j]), "%s%s", words[i], words[j]);
  static const char *const cues[] = {"buy", "BUY", "buy.", "put  in", "be   fined", "be\nfined", "befined", "du capital", "hit with a fine", "led by", "fined", "refined", "unsold", "5buy", "b\xEF\xBD\x95y", "raised", "ra\xE2\x81\xA0ised",
    "\xEF\xBC\xA2uy", "r\xC3\xA9""alise", "\xE6\x8A\x95\xE8\xB5\x84", "\xE6\x8A\x95\xE8\xB3\x87", "\xE6\x8A\x95", "\xE6\x8A", "\xB5\xE6\x8A\x95\xE8\xB5\x84\x80", "l'acquisition", "acquisitions", "stakeholder", "\xEC\x9D\xB8\xEC\x88\x98", "\xC3\xBC""bernimmt", "\xC3\x9C""bernimmt", "wins", "won", "own"};
  for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
    for (size_t pad = 0; pad < 20; pad++) {
      char z[64];
      snprintf(z, sizeof z, "%.*s%s", (int)pad, "Un mot, x1 y-z (a).\n", cues[i]);
      CHECK(same_deals(gz_view_cstr(z)), "%s", z);
    }
  for (uint32_t cp = 0x80; cp < 0x30000; cp++) {           /* what folds to a letter or Han character is found as that */
    uint32_t f = gz_fold(cp);
    if (f == cp || (cp >= 0xD800 && cp < 0xE000) || !((f >= 'a' && f <= 'z') || (f >= 0x4E00 && f < 0xA000))) continue;
    for (size_t w = 0; w < n; w++)
      for (size_t i = 0; words[w][i];) {
        char z[64];
        size_t at = i, len = strlen(words[w]);
        uint32_t c = gz_fold(gz_utf8_next(words[w], len, &i));
        if (c != f) continue;
        memcpy(z, "so ", 3);
        memcpy(z + 3, words[w], at);
        size_t k = 3 + at + gz_utf8_put(cp, z + 3 + at);
        strcpy(z + k, words[w] + i);
        strcat(z, " in the long run, it was said");
        CHECK(same_deals(gz_view_cstr(z)), "%s", z);
        CHECK(filtered(z, ""), "%s", z);
      }
  }
  CHECK(filtered("港口的老人在海边慢慢走着看船", "") && passed > 1000 && turned_down > 1000, "%zu, %zu", passed, turned_down);
  CHECK(deals > 10000, "%zu", deals);
  CHECK(several > 100, "%zu", several);
  return unit_end("cue_words");
}
