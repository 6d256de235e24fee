/* Chinese, Cantonese or Japanese, Simplified or Traditional.
** A character table from Unihan (two bits each: shared, Simplified only, Traditional only, Japan only) is counted in the pass
** over the text. Kana decides for Japanese; the characters that only written Cantonese has decide for it; between the Chinese
** orthographies the majority of their own characters decides, so that the leftovers of a naive conversion do not. Text
** without any of these is told apart by the pairs of characters in the model. */
#include "text/lang_int.h"

enum { LOOKED_MAX = 120 };   /* Han characters of a piece that are looked up in the model */

static bool cantonese(uint32_t c)
{
  switch (c) {
    case 0x5605: case 0x5497: case 0x55BA: case 0x54CB: case 0x5187: case 0x569F: case 0x5514: case 0x4F62:   /* 嘅咗喺哋冇嚟唔佢 */
    case 0x5572: case 0x54A9: case 0x5481: case 0x55F0: case 0x565A: case 0x5622: case 0x5C58: case 0x7766:   /* 啲咩咁嗰噚嘢屘睦 */
    case 0x5569: case 0x64F0: case 0x64AF:                                                                  /* 啩擰撯 */
      return c != 0x7766 && c != 0x64F0;
    default: return false;
  }
}

void gz_lang_han(gz_lang_tally *t, uint32_t c, unsigned script)
{
  if (script != GZ_SCRIPT_HANI) {
    if (c != 0x306E && c != 0x30FB && c != 0x30FC) t->kana++;
    t->before = 0;
    return;
  }
  if (c >= GZ_LM_HAN_FIRST && c < GZ_LM_HAN_LIMIT) {
    uint32_t i = c - GZ_LM_HAN_FIRST;
    switch (gz_lm_han[i >> 2] >> (2 * (i & 3)) & 3) {
      case 1: t->hans++; break;
      case 2: t->hant++; break;
      case 3: t->shin++; break;
      default: break;
    }
  }
  if ((c - 0x4F00u < 0x1800u) && cantonese(c)) t->canto++;
  if (t->scored < LOOKED_MAX) gz_lang_pair(t, t->before, c);
  t->before = c;
}

gz_lang_verdict gz_lang_judge_han(const gz_lang_tally *t)
{
  const int hans = GZ_LM_COL_ZH_HANS, hant = GZ_LM_COL_ZH_HANT, yue = GZ_LM_COL_YUE, ja = GZ_LM_COL_JA;
  uint32_t han = t->letters[GZ_SCRIPT_HANI], kana = t->letters[GZ_SCRIPT_HIRA] + t->letters[GZ_SCRIPT_KANA];
  gz_lang_verdict v = {hans, hant, 0, 4 * (han + kana)};
  const int32_t *s = t->score;
  int zh = s[hans] > s[hant] ? hans : hant;
  if (t->kana * 10 >= han && kana) { v.lang = ja; v.second = zh; v.sure = 0.99f; return v; }
  bool own = t->hans != t->hant && (t->hans + t->hant) > 0;
  if (own) zh = t->hans > t->hant ? hans : hant;
  v.lang = zh;
  v.second = zh == hans ? hant : hans;
  uint32_t diff = t->hans > t->hant ? t->hans - t->hant : t->hant - t->hans;
  v.sure = own ? 0.9f + 0.0999f * (float)diff / (float)(t->hans + t->hant) : 0.55f;
  if (t->canto * 33 >= han && t->canto) { v.second = v.lang; v.lang = yue; v.sure = t->canto > 2 ? 0.97f : 0.85f; return v; }
  if (zh == hans && own) return v;
  /* kanji only: Japanese when its pairs are clearly likelier */
  int32_t lead = s[ja] - (s[hans] > s[hant] ? s[hans] : s[hant]);
  if (lead + (int32_t)t->shin * 60 > 40 && han > 1) { v.second = v.lang; v.lang = ja; v.sure = 0.7f; }
  return v;
}
