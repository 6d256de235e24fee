/* Japanese and Korean names of companies that stand in no list: a run of katakana, or a word in Hangul without its particle, right behind a word
** for a company (ゲーム会社のルミナス, 스타트업 루미나를). */
#include "find/deal_beside.h"
#include "find/deal_names.h"
#include "text/uni.h"
#include "text/utf8.h"

static bool katakana(uint32_t cp) { return (cp >= 0x30A1 && cp <= 0x30FA) || cp == 0x30FC || cp == 0x30FB; }

static bool company_before(gz_view t, size_t pos)
{
  if (pos >= 3 && memcmp(t.p + pos - 3, "、", 3) == 0) pos -= 3;      /* 菓子メーカー、X */
  if (gz_deal_before(t, 0, pos - gz_deal_before(t, 0, pos, GZ_BESIDE(OF)), GZ_BESIDE(COMPANY))) return true;
  size_t n = gz_deal_before(t, 0, pos, GZ_BESIDE(NATION)), i = pos - n;
  return n && (i == 0 || !gz_is_han(gz_utf8_prev(t.p, t.n, &i)));      /* 米X, no 北米X */
}

bool gz_kana_company(gz_view t, size_t pos)
{
  size_t i = pos;
  return katakana(gz_utf8_next(t.p, t.n, &i)) && company_before(t, pos);
}

static bool hangul(uint32_t cp) { return cp >= 0xAC00 && cp <= 0xD7A3; }

/* The word's end without 을, 를, 이, 가 and the like. */
static size_t bare_end(gz_view t, size_t from, size_t end) { return end - from >= 9 ? end - gz_deal_before(t, from, end, GZ_BESIDE(PARTICLE)) : end; }

void gz_deal_names_kana(gz_view t, gz_span gap, gz_maybes *m)
{
  for (size_t i = gap.start; i < gap.end;) {
    unsigned char c = (unsigned char)t.p[i];
    if (c < 0xE3 || c == 0xE5 || c == 0xE6 || c > 0xED) { i++; continue; }
    size_t at = i;
    uint32_t cp = gz_utf8_next(t.p, t.n, &i);
    bool korean = hangul(cp);
    if (!korean && !katakana(cp)) continue;
    size_t end = i;
    for (size_t k = i; k < gap.end; end = k) {
      cp = gz_utf8_next(t.p, t.n, &k);
      if (korean ? !hangul(cp) : !katakana(cp)) break;
    }
    i = end > i ? end : i;
    bool spaced = korean && at > 0 && t.p[at - 1] == ' ';
    if ((korean && !spaced) || !company_before(t, at)) continue;
    size_t next = end;
    if (!korean && end < t.n && !gz_deal_beside(t, end, GZ_BESIDE(HOUSE)) && gz_is_han(gz_utf8_next(t.p, t.n, &next))) continue;      /* 米データセンター運営 */
    gz_span s = {(uint32_t)at, (uint32_t)(korean ? bare_end(t, at, end) : end)};
    if (s.end - s.start >= (korean ? 6u : 9u)) gz_maybe_add(m, t, s, true);
  }
}
