/* The common numerals of news read in one go: ASCII digits (plain, in groups of three with commas, with a decimal point), then nothing, 万
** 亿 万亿, or one magnitude word. Whatever is not surely that (other marks, several groupings, more number words behind, a letter
** that touches) is left to the full scanner, which gives the same answer: tests/unit/numeral_fast.c holds the two together. */
#include "find/money_sets.h"
#include "find/lexmatch.h"
#include "find/numeral_int.h"
#include "lex_number_words.h"

static bool digit(unsigned char c) { return c >= '0' && c <= '9'; }

/* What may stand before: nothing that the full scanner would look at. */
static bool quiet_before(const unsigned char *s, size_t pos)
{
  if (pos == 0) return true;
  unsigned char c = s[pos - 1];
  if (c == ' ' || c == '\n' || c == '(' || c == '$' || c == '"' || c == '~') return true;
  if (c >= 0x80 && pos >= 3 && s[pos - 3] == 0xE2 && s[pos - 2] == 0x82) return true;                                  /* € and its block */
  if (c >= 0xA2 && c <= 0xA5 && s[pos - 2 + (pos < 2)] == 0xC2) return true;                                           /* £ ¥ */
  if (c == '-') return pos >= 2 && digit(s[pos - 2]);                                                                  /* 200-300 */
  /* a Han character, or full-width punctuation: E3 80-81, E4-E9 */
  return c >= 0x80 && pos >= 3 && ((s[pos - 3] >= 0xE4 && s[pos - 3] <= 0xE9) || (s[pos - 3] == 0xE3 && s[pos - 2] < 0x82)) && s[pos - 2] >= 0x80 && s[pos - 2] < 0xC0 && c < 0xC0;
}

static bool read_digits(const unsigned char *s, size_t n, size_t pos, gz_numeral *out)
{
  size_t i = pos;
  uint64_t m = 0;
  int e = 0;
  while (i < n && i - pos < 16 && digit(s[i])) m = m * 10 + (uint64_t)(s[i++] - '0');
  size_t len = i - pos;
  if (len == 0 || len > 12 || (s[pos] == '0' && len > 1)) return false;
  if (i + 1 < n && s[i] == ',' && digit(s[i + 1]) && !(i + 3 < n && digit(s[i + 2]) && digit(s[i + 3]))) {      /* 2,5: a decimal comma */
    m = m * 10 + (uint64_t)(s[i + 1] - '0');
    e = -1;
    i += 2;
    if (i < n && digit(s[i])) { m = m * 10 + (uint64_t)(s[i++] - '0'); e = -2; }
    if (i < n && (digit(s[i]) || s[i] == ',' || s[i] == '.' || s[i] == '\'' || s[i] >= 0x80)) return false;
    out->decimal = true;
  } else if (i + 1 < n && s[i] == ',' && digit(s[i + 1])) {
    if (len > 3 || s[pos] == '0') return false;
    int groups = 0;
    while (i + 3 < n && s[i] == ',' && digit(s[i + 1]) && digit(s[i + 2]) && digit(s[i + 3])) {
      m = m * 1000 + (uint64_t)((s[i + 1] - '0') * 100 + (s[i + 2] - '0') * 10 + (s[i + 3] - '0'));
      i += 4;
      if (++groups > 4 || (i < n && digit(s[i]))) return false;
    }
    if (groups == 0) return false;
    if (groups == 1 && !(i + 1 < n && s[i] == '.' && digit(s[i + 1]))) {        /* 1,234 has two readings */
      out->ambiguous = true;
      out->alt.m = m;
      out->alt.e = -3;
    }
    out->grouped = true;
  }
  if (i + 1 < n && s[i] == '.' && digit(s[i + 1])) {
    size_t from = ++i;
    while (i < n && digit(s[i])) { m = m * 10 + (uint64_t)(s[i++] - '0'); e--; }
    if (i - from > 2) {                              /* 1.234 has two readings; 250.000 is left to the full scanner */
      if (i - from > 3 || len > 3 || out->grouped || s[pos] == '0' || m % 1000 == 0) return false;
      out->ambiguous = true;
      out->alt.m = m;
      out->alt.e = 0;
    }
    out->decimal = true;
  }
  if (i < n) {
    unsigned char c = s[i];
    if ((c == ',' || c == '.' || c == '\'') && i + 1 < n && (digit(s[i + 1]) || s[i + 1] >= 0x80)) return false;
    if (c == '/' || c == ':') return false;
    if (c >= 0x80 && !(c >= 0xE4 && c <= 0xE9)) return false;        /* ½, full-width digits, no-break space, kana */
  }
  out->low.m = m;
  out->low.e = (int16_t)e;
  out->high = out->core = out->low;
  out->span.start = (uint32_t)pos;
  out->span.end = out->core_end = (uint32_t)i;
  out->form = GZ_NUM_DIGITS;
  out->negative_ok = true;
  return true;
}

/* 万 億 万亿 right behind the digits, and no other numeral behind them. False: not for us. */
static bool han_behind(const unsigned char *s, size_t n, gz_numeral *out)
{
  size_t i = out->span.end;
  int power = 0, last = 0;
  for (int k = 0; k < 2 && i + 2 < n; k++) {
    int p = memcmp(s + i, "\xE4\xB8\x87", 3) == 0 || memcmp(s + i, "\xE8\x90\xAC", 3) == 0 ? 4 : memcmp(s + i, "\xE4\xBA\xBF", 3) == 0 || memcmp(s + i, "\xE5\x84\x84", 3) == 0 ? 8 : 0;
    if (!p || (k == 1 && (last != 4 || p != 8))) break;
    power += p;
    last = p;
    i += 3;
  }
  size_t j = i;
  uint32_t c = j < n ? gz_utf8_next((const char *)s, n, &j) : 0;
  if (c == ' ') c = j < n ? gz_utf8_next((const char *)s, n, &j) : 0;
  if ((c >= '0' && c <= '9') || gz_fold(c) == ' ' || (c >= 0x80 && !gz_is_han(c) && c != 0xFF0C && c != 0x3002 && c != 0x3001 && c != 0xFF08 && c != 0xFF09)) return false;
  if (gz_money_cjk_bit(gz_money_han_part, c)) return false;
  if (i < n && (((unsigned)s[i] | 32) >= 'a' && ((unsigned)s[i] | 32) <= 'z')) return false;
  if (!power) return true;
  out->magnitude = (int8_t)power;
  out->low = out->high = gz_dec_norm(gz_dec_shift(out->low, power));
  out->core_end = (uint32_t)(i - 3);             /* as the full scanner has it: before the last magnitude */
  out->span.end = (uint32_t)i;
  out->form = GZ_NUM_MIXED;
  out->ambiguous = false;
  return true;
}

/* million, Milliarden: the first language that has the word, as the full scanner does without a hint. */
static bool word_behind(gz_view text, size_t pos, gz_numeral *out)
{
  gz_hit hits[8];
  size_t k = gz_trie_prefixes(&lex_number_words.trie, text, pos, hits, 8);
  if (k == 0) return false;
  size_t end = hits[k - 1].end;
  if (!gz_word_boundary(text, end) || gz_num_goes_on(text, end, gz_num_langs(hits[k - 1].value, 0))) return false;
  const lex_number_words_row *r = &lex_number_words_rows[hits[k - 1].value];
  if (r->role != LEX_NUMBER_WORDS_ROLE_MAG || r->power < 6 || r->flags & LEX_NUMBER_WORDS_FLAGS_GLUE) return false;
  out->core_end = (uint32_t)pos;
  out->core = gz_dec_norm(out->low);
  out->magnitude = (int8_t)r->power;
  out->low = out->high = gz_dec_norm(gz_dec_shift(out->low, r->power));
  out->span.end = (uint32_t)end;
  out->form = GZ_NUM_MIXED;
  out->ambiguous = false;
  out->lang = r->lang;
  return true;
}

static bool fast(gz_view text, size_t pos, gz_numeral *out)
{
  const unsigned char *s = (const unsigned char *)text.p;
  memset(out, 0, sizeof *out);
  if (!quiet_before(s, pos) || !read_digits(s, text.n, pos, out)) return false;
  size_t i = out->span.end;
  if (i >= text.n) return true;
  if (s[i] >= 0x80) return han_behind(s, text.n, out);
  if (s[i] == '-' && i + 1 < text.n && (s[i + 1] | 32) >= 'a' && (s[i + 1] | 32) <= 'z') return false;      /* 12-million */
  if (s[i] == '\n' && gz_wrap(text, i) != i) return false;
  bool touching = s[i] != ' ';
  if (touching && !((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z')) return true;
  if (!touching) i++;
  if (i + 2 < text.n && ((s[i] == 0xE2 && s[i + 1] == 0x82 && s[i + 2] >= 0xA0) || (s[i] == 0xC2 && s[i + 1] >= 0xA2 && s[i + 1] <= 0xA5))) return true;      /* 5 €, 5 £ */
  if (i >= text.n || s[i] >= 0x80 || s[i] == ' ' || digit(s[i])) return false;
  size_t e;
  if (!touching && s[i] == 'a' && i + 2 < text.n && s[i + 1] == ' ' && (s[i + 2] | 32) >= 'a' && (s[i + 2] | 32) <= 'z') {        /* $5 a share: an article before no number */
    gz_word_hash next = gz_hash_word(text, i + 2, &e);
    if (!gz_in_wide(&gz_set_number, next.all) && !gz_in_wide(&gz_set_number3, next.three)) return true;
  }
  gz_word_hash h = gz_hash_word(text, i, &e);
  if (gz_in_wide(&gz_set_number, h.all)) return word_behind(text, i, out);
  if (gz_in_set(&gz_set_sign, h.all)) {
    if (!gz_num_sign(text, out)) return false;
    return gz_word_boundary(text, out->span.end);
  }
  return !touching;
}

bool gz_num_fast(gz_view text, size_t pos, gz_numeral *out)
{
  return fast(text, pos, out) && !(out->magnitude && out->decimal && out->core.e == -3);      /* 1.234 million */
}
