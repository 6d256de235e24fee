/* Chinese, Cantonese or Japanese, Simplified or Traditional.
** A character table from Unihan (shared, Simplified only, Traditional only, Japan only; and whether
** everyday Japanese has it, or only Cantonese) is counted in the pass
** over the text. Kana decides for Japanese; the characters that only written Cantonese has decide for it; between the Chinese
** orthographies the majority of their own characters decides, so that the leftovers of a naive conversion do not. Text
** without any of these is told apart by the pairs of characters in the model; so is what may be Japanese without kana, a headline or a
** name, never a sentence. */
#include "text/lang_int.h"

enum { SIMPLER = 96,        /* script-neutral text is Simplified: most Chinese is */
       NO = 100 };          /* a の among characters that Japanese uses too */

void gz_lang_han(gz_lang_tally *t, uint32_t c, unsigned script)
{
  if (script != GZ_SCRIPT_HANI) {
    if (c != 0x306E && c != 0x30FB && c != 0x30FC) t->kana++;
    return;
  }
  if (c >= GZ_LM_HAN_FIRST && c < GZ_LM_HAN_LIMIT) {
    uint32_t i = c - GZ_LM_HAN_FIRST;
    unsigned k = (unsigned)gz_lm_han[i >> 1] >> (4 * (i & 1)) & 15u;
    t->hans += (k & 3u) == 1;
    t->hant += (k & 3u) == 2;
    t->shin += (k & 3u) == 3;
    t->kanji += k >> 2 & 1u;
    t->canto += k >> 3;
  }
}

/* ， stands in Chinese only, and no Japanese sentence ends in 。 without a single kana. */
static bool chinese_marks(const char *text, size_t n)
{
  for (size_t p = 0; p + 3 <= n; p++)
    if (memcmp(text + p, "，", 3) == 0 || memcmp(text + p, "。", 3) == 0) return true;
  return false;
}

gz_lang_verdict gz_lang_judge_han(gz_lang_tally *t, const char *text, size_t n)
{
  const int hans = GZ_LM_COL_ZH_HANS, hant = GZ_LM_COL_ZH_HANT, yue = GZ_LM_COL_YUE, ja = GZ_LM_COL_JA;
  uint32_t han = t->letters[GZ_SCRIPT_HANI], kana = t->letters[GZ_SCRIPT_HIRA] + t->letters[GZ_SCRIPT_KANA];
  gz_lang_verdict v = {hans, hant, 0, 4 * (han + kana)};
  const int32_t *s = t->score;
  if (t->kana * 10 >= han && kana) { v.lang = ja; v.second = hans; v.sure = 0.99f; return v; }
  bool own = t->hans != t->hant, ja_able = han > 1 && han <= t->kanji + t->shin + han / 16;
  if (!own || ja_able) gz_lang_pairs(t, text, n);
  int zh = own ? (t->hans > t->hant ? hans : hant) : s[hans] + SIMPLER > s[hant] ? hans : hant;
  v.lang = zh;
  v.second = zh == hans ? hant : hans;
  uint32_t diff = t->hans > t->hant ? t->hans - t->hant : t->hant - t->hans;
  v.sure = own ? 0.8f + 0.199f * (float)diff / (float)(t->hans + t->hant) : 0.55f;
  if (t->canto * 33 >= han && t->canto) { v.second = v.lang; v.lang = yue; v.sure = t->canto > 2 ? 0.97f : 0.85f; return v; }
  /* kanji only, all of them in use in Japan: Japanese when its pairs are clearly likelier */
  if (ja_able) {
    int32_t lead = s[ja] - (s[hans] > s[hant] ? s[hans] : s[hant]) + (int32_t)t->shin * 60 + (kana ? NO : 0);
    if (lead > 40 && (kana || !chinese_marks(text, n))) { v.second = v.lang; v.lang = ja; v.sure = lead > 150 ? 0.9f : 0.7f; }
  }
  return v;
}
