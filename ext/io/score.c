/* Plausibility of a decoding: a walk over the characters beyond ASCII, each judged with its neighbours. The weights say which mistakes
** a wrong charset makes: undecodable bytes, control and private-use characters, rare Han, half-width katakana in numbers, letters of
** two scripts in one word, capitals behind small letters, symbols between letters. */
#include "io/score.h"
#include "lex_common_chars.h"
#include "text/uni.h"
#include "text/utf8.h"

static unsigned use_of(uint32_t cp)
{
  char z[4];
  uint32_t hit;
  size_t n = gz_utf8_put(cp, z);
  return gz_trie_exact(&lex_common_chars.trie, gz_view_of(z, n), &hit) ? lex_common_chars_rows[hit].use : 0;
}

static bool upper(uint32_t c) { return gz_fold(c) != c && gz_is_letter(c); }

/* Letters that only end words: ς, and the five of Hebrew. */
static bool only_last(uint32_t c) { return c == 0x3C2 || c == 0x5DA || c == 0x5DD || c == 0x5DF || c == 0x5E3 || c == 0x5E5; }

static double letter(uint32_t c, uint32_t before)
{
  unsigned use = use_of(c), script = gz_script_of(c);
  double s = use ? 1 : script == GZ_SCRIPT_LATN ? -0.5 : 0.5;
  if ((script == GZ_SCRIPT_GREK || script == GZ_SCRIPT_HEBR) && gz_is_letter(before) && gz_script_of(before) == script && !upper(c)) s = only_last(before) ? -3 : 1.1;
  if (!gz_is_letter(before)) return s - (script == GZ_SCRIPT_LATN && !use ? 0.5 : 0);
  if (gz_script_of(before) != script && gz_script_of(before) != GZ_SCRIPT_ZYYY) return s - 3;
  if (upper(c) && !upper(before)) return s - 3;
  if (script == GZ_SCRIPT_LATN && before >= 0x80) return s - 1.5;
  return s + 0.5;
}

double gz_score_text(gz_view t)
{
  double score = 0;
  uint32_t before = ' ';
  for (size_t i = 0; i < t.n;) {
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c < 0x80) {
      if (c < 32 && c != '\n' && c != '\r' && c != '\t') score -= 4;
      before = c;
      continue;
    }
    if (c == 0xFFFD) score -= 8;
    else if (c < 0xA0) score -= 6;
    else if ((c >= 0xE000 && c < 0xF900) || c >= 0xF0000) score -= 6;
    else if (gz_is_han(c)) score += use_of(c) ? 4 : c >= 0x20000 ? -2 : c < 0x4E00 ? -1 : 0.3;
    else if (c >= 0xFF61 && c <= 0xFF9F) score -= 1;
    else if (gz_is_kana(c)) score += 2.5;
    else if (gz_is_hangul(c)) score += use_of(c) ? 4 : 0.3;
    else if ((c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF60)) score += 2;
    else if (gz_is_letter(c)) score += letter(c, before);
    else if ((c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122 || c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xA9 || c == 0xB7) score += gz_is_letter(before) && c != 0x2019 ? 0.2 : 0.8;
    else score -= gz_is_letter(before) ? 2 : 0.5;
    before = c;
  }
  return score;
}
