/* Japanese and Korean names of companies that stand in no list: a run of katakana, or a word in Hangul without its particle, right behind a word
** for a company (ゲーム会社のルミナス, 스타트업 루미나를). */
#include "find/deal_names.h"
#include "text/utf8.h"

static bool ends_with(gz_view t, size_t pos, const char *word)
{
  size_t n = strlen(word);
  return pos >= n && memcmp(t.p + pos - n, word, n) == 0;
}

static bool company_before(gz_view t, size_t pos, bool korean)
{
  static const char words[][13] = {"会社", "企業", "大手", "メーカー"}, nouns[][13] = {"스타트업", "기업", "업체", "회사", "제조사"};
  if (korean) {
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) if (ends_with(t, pos, nouns[k])) return true;
    return false;
  }
  if (ends_with(t, pos, "の")) pos -= 3;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++) if (ends_with(t, pos, words[k])) return true;
  return ends_with(t, pos, "スタートアップ");
}

static bool katakana(uint32_t cp) { return (cp >= 0x30A1 && cp <= 0x30FA) || cp == 0x30FC || cp == 0x30FB; }
static bool hangul(uint32_t cp) { return cp >= 0xAC00 && cp <= 0xD7A3; }

/* The word's end without 을, 를, 이, 가, 은, 는, 의, 와, 과, 에. */
static size_t bare_end(gz_view t, size_t from, size_t end)
{
  static const char particles[][4] = {"을", "를", "이", "가", "은", "는", "의", "와", "과", "에"};
  for (size_t k = 0; k < sizeof particles / sizeof *particles; k++) if (end - from >= 9 && ends_with(t, end, particles[k])) return end - 3;
  return end;
}

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
    if ((korean && !spaced) || !company_before(t, spaced ? at - 1 : at, korean)) continue;
    gz_span s = {(uint32_t)at, (uint32_t)(korean ? bare_end(t, at, end) : end)};
    if (s.end - s.start >= (korean ? 6u : 9u)) gz_maybe_add(m, t, s, true);
  }
}
