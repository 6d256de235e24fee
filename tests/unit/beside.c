/* The table of words beside numbers (find/quantity_sets.h) never says no where a lexicon has a key: words of many scripts with what may
** touch them, each place of the texts asked for what starts there and what ends there. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/lexmatch.h"
#include "find/quantity_sets.h"
#include "lex_bounds.h"
#include "lex_count_nouns.h"
#include "lex_number_words.h"
#include "lex_percent_words.h"
#include "lex_units.h"

static const struct { const gz_trie *trie; unsigned first, last; } lexicons[] = {
  {&lex_percent_words.trie, GZ_BESIDE_PERCENT, GZ_BESIDE_LAST_PERCENT}, {&lex_bounds.trie, GZ_BESIDE_BOUND, GZ_BESIDE_LAST_BOUND},
  {&lex_units.trie, GZ_BESIDE_UNIT, 0}, {&lex_count_nouns.trie, GZ_BESIDE_NOUN, 0}};
static size_t hits_seen, nos;

static bool minus_row(uint32_t row)
{
  for (;; row++) {
    if (lex_number_words_rows[row].role == LEX_NUMBER_WORDS_ROLE_MINUS || lex_number_words_rows[row].role == LEX_NUMBER_WORDS_ROLE_NONE) return true;
    if (!lex_number_words_rows[row].more) return false;
  }
}

/* No key that starts at pos and ends with a word is missed, at its first word or at its last. */
static bool holds(gz_view t, size_t pos)
{
  gz_hit h[12];
  uint32_t value;
  bool ok = true;
  nos += gz_beside_after(t, pos) == 0;
  for (size_t k = 0; k < sizeof lexicons / sizeof *lexicons; k++) {
    size_t n = gz_trie_prefixes(lexicons[k].trie, t, pos, h, 12);
    for (size_t i = 0; i < n; i++) {
      if (!gz_lex_boundary(t, h[i].end)) continue;
      hits_seen++;
      if (!(gz_beside_after(t, pos) & lexicons[k].first)) ok = false;
      if (lexicons[k].last && gz_lex_boundary(t, pos) && !(gz_beside_before(t, 0, h[i].end) & lexicons[k].last)) ok = false;
    }
  }
  for (size_t end = pos + 1; end <= t.n && end < pos + 40; end++)
    if (gz_word_boundary(t, pos) && gz_trie_exact(&lex_number_words.trie, gz_view_of(t.p + pos, end - pos), &value) && minus_row(value) && gz_word_boundary(t, end)) {
      hits_seen++;
      if (!(gz_beside_before(t, 0, end) & GZ_BESIDE_LAST_MINUS)) ok = false;
    }
  return ok;
}

int main(void)
{
  static const char *const words[] = {"%", "percent", "per cent", "Percentage Points", "Prozent", "процентов", "по сто", "百分点", "パーセント", "퍼센트", "％", "km", "KM/h", "kg", "m²", "m", "°C", "miles", "公里", "千瓦时", "平方米", "キロメートル",
    "킬로미터", "metros", "километров", "カ月", "hours", "people", "employees", "人", "名员工", "用户", "Mitarbeiter", "человек", "명", "shares", "more than", "greater than", "at least", "above", "以上", "以下", "超过", "至少", "mindestens",
    "менее", "以内", "이상", "より多い", "minus", "negative", "マイナス", "まいなす", "负", "零下", "minus", "минус", "마이너스", "ناقص", "no one", "the one", "MINUS", "ｋｇ", "ﾒｰﾄﾙ"};
  static const char *const around[] = {"", " ", "-", "(", ")", "5", "x", "的", "の", "한", "ж", ".", "  ", "\xC2\xA0", "é"};
  size_t n = sizeof words / sizeof *words, m = sizeof around / sizeof *around;
  for (size_t i = 0; i < n; i++)
    for (size_t a = 0; a < m; a++)
      for (size_t b = 0; b < m; b++)
        for (size_t j = i % 7; j < n; j += 7) {
          char z[160];
          snprintf(z, sizeof z, "%s%s%s%s", around[a], words[i], around[b], words[j]);
          gz_view t = gz_view_cstr(z);
          bool ok = true;
          for (size_t pos = 0; pos < t.n; pos++) if (gz_utf8_is_start(t.p, t.n, pos)) ok = ok && holds(t, pos);
          CHECK(ok, "'%s'", z);
        }
  CHECK(hits_seen > 50000, "%zu", hits_seen);
  CHECK(nos > 50000, "it says yes to nearly all: %zu", nos);
  return unit_end("beside");
}
