/* Where a date may start: what the walk of the date finder stops at. May use base and text. ASCII is read by the block: starts of words are turned
** down by a bit for their first four letters, then by one for the whole word; numbers by what stands behind them. Characters of three
** bytes are turned down by a bit each and one with the character behind, as they are written. What passes is only a maybe. */
#include "find/date_sets.h"
#include "find/heads.h"
#include "base/watch.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Does a word stand at pos that numbers of dates have behind them? */
static bool word_behind(gz_date_iter *it, size_t pos)
{
  gz_view t = it->text;
  size_t end, next = pos;
  gz_date_tok k;
  if (pos >= t.n) return false;
  if ((unsigned char)t.p[pos] >= 0xE2) {
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    if (cp < GZ_CJK_FROM || cp >= GZ_CJK_TO) return true;
    if (!gz_in_cjk(gz_date_after_cjk, cp)) return false;
  } else if (!gz_in_set(&gz_date_after_words, gz_hash_word(t, pos, &end).all)) return false;
  return gz_date_word(it, pos, GZ_DATE_AFTER_NUMBER, &k);
}

/* May a date start with the digits in [pos, end)? Most numbers of a text are turned down here by what stands behind them. */
static bool number_may(gz_date_iter *it, size_t pos, size_t end)
{
  gz_view t = it->text;
  size_t digits = end - pos, p = end;
  if (digits > 4 && digits != 8) return false;
  if (end >= t.n) return digits == 4 || digits == 8;
  unsigned char c = (unsigned char)t.p[end], d = end + 1 < t.n ? (unsigned char)t.p[end + 1] : 0;
  bool year = digits == 4 && (t.p[pos] == '1' || t.p[pos] == '2'), digit_next = d >= '0' && d <= '9';
  if (digits == 8) return true;
  if (c >= 0xE2) return word_behind(it, end) || year;
  if (c == '.' && digit_next) {                            /* 25.9.2023, 2023.09; not 3.5 */
    size_t q = end + 1;
    while (q < t.n && t.p[q] >= '0' && t.p[q] <= '9') q++;
    return year || (digits <= 2 && (q - end == 5 || (q < t.n && q - end <= 3 && (t.p[q] == '.' || (t.p[q] == ' ' && word_behind(it, gz_date_spaces(t, q)))))));
  }
  if (c == '.') return year || (digits <= 2 && d == ' ' && word_behind(it, gz_date_spaces(t, end + 1)));
  if (c == ',') return year && !digit_next;
  if (c == ':') return digits <= 2 && digit_next;
  if (c == '-' || c == '/') return digits <= 2 || year || word_behind(it, end + 1);
  if (c == '\'' || c == '%' || c == '+' || c == '$') return digits == 4 && c == '\'';
  p = gz_date_spaces(t, end);
  if (p < t.n && (t.p[p] == '-' || (unsigned char)t.p[p] == 0xE2)) return true;
  return year || word_behind(it, p);
}

/* Behind the ASCII letters at pos, eight at a time: the end of a word is what a branch predictor cannot know. */
static inline size_t letters_end(gz_view t, size_t pos)
{
  const uint64_t ones = 0x0101010101010101u;
  while (pos + 8 <= t.n) {
    uint64_t v;
    memcpy(&v, t.p + pos, 8);
    uint64_t low = (v | ones * 0x20u) & ones * 0x7Fu, from_a = low + ones * (0x80u - 'a'), past_z = low + ones * (0x7Fu - 'z');
    uint64_t other = ~(from_a & ~past_z & ~v) & ones * 0x80u;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && defined(__GNUC__)
    if (other) return pos + (size_t)(__builtin_ctzll(other) >> 3);
#else
    if (other) break;
#endif
    pos += 8;
  }
  while (pos < t.n && gz_date_letter[(unsigned char)t.p[pos]] - 1u < 26u) pos++;
  return pos;
}

/* Is the word at pos, whose head has passed, one that dates start with? *next: behind it. */
static bool word_may(gz_date_iter *it, size_t pos, size_t *next)
{
  gz_view t = it->text;
  size_t e;
  uint32_t h = gz_hash_word(t, pos, &e).all;
  if (!gz_in_set(&gz_date_start_words, h)) return false;
  *next = letters_end(t, e);
  return !gz_in_set(&gz_date_number_words, h) || word_behind(it, gz_date_spaces(t, e));      /* a, two: only with a unit */
}

static inline size_t digits_end(gz_view t, size_t pos)
{
  for (size_t due = pos + GZ_WATCH_STRIDE; pos < t.n && t.p[pos] >= '0' && t.p[pos] <= '9' && !gz_watch_at(pos, &due); pos++) { }
  return pos;
}

/* The first stop in ASCII from pos on, or where ASCII ends, or about `end`. *found: it is a stop. */
static size_t in_ascii(gz_date_iter *it, size_t pos, size_t end, size_t *next, bool *number, bool *found)
{
  gz_view t = it->text;
  const unsigned char *s = (const unsigned char *)t.p;
  unsigned char small[2 * GZ_BLOCK] = {0};
  bool in_word = false, in_digits = false;
  size_t due = end + GZ_WATCH_STRIDE;
  *found = true;
  if (t.n - pos >= 2 * GZ_BLOCK) {
    gz_block now = it->heads ? gz_block_at(s + pos, '\n', '\n') : gz_block_small(s + pos, small);
    while (t.n - pos >= 2 * GZ_BLOCK && (pos < end || in_word || in_digits)) {
      if (pos >= end) {                                    /* only the rest of the word */
        if (gz_watch_at(pos, &due)) { *found = false; return t.n; }
        unsigned rest = gz_lowest(~(in_word ? now.letters : now.digits));
        if (rest < GZ_BLOCK) { *found = false; return pos + rest; }
      }
      gz_block behind = it->heads ? gz_block_at(s + pos + GZ_BLOCK, '\n', '\n') : gz_block_small(s + pos + GZ_BLOCK, small + GZ_BLOCK);
      unsigned n = now.high ? gz_lowest(now.high) : GZ_BLOCK;
      unsigned starts = ((now.letters & ~(now.letters << 1 | in_word) & (it->heads ? gz_heads_at(it->heads, pos) : ~0u)) | (now.digits & ~(now.digits << 1 | in_digits))) & ((1u << n) - 1);
      for (; starts; starts &= starts - 1) {
        unsigned at = gz_lowest(starts);
        if (now.digits >> at & 1u) {
          *next = digits_end(t, pos + at);
          if (number_may(it, pos + at, *next) || (gz_date_may_word(t, pos + at) && gz_date_words_at(it, pos + at)->n)) { *number = true; return pos + at; }      /* 4Q22 */
          continue;
        }
        if (it->heads) {
          if (word_may(it, pos + at, next)) return pos + at;
          continue;
        }
        uint64_t word;
        memcpy(&word, small + at, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        uint64_t none = (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
        word &= (none ^ (none - 1)) >> 8;                  /* up to the first that is no letter */
        if (gz_date_bit(gz_date_start_heads, gz_date_head((uint32_t)word)) && word_may(it, pos + at, next)) return pos + at;
      }
      if (n < GZ_BLOCK) { *found = false; return pos + n; }
      in_word = now.letters >> (GZ_BLOCK - 1) & 1u;
      in_digits = now.digits >> (GZ_BLOCK - 1) & 1u;
      pos += GZ_BLOCK;
      now = behind;
      if (!it->heads) memcpy(small, small + GZ_BLOCK, GZ_BLOCK);
    }
  }
  for (; pos < t.n && (pos < end || in_word || in_digits) && s[pos] < 0x80; pos++) {              /* the last words of the text */
    bool letter = (s[pos] | 32u) - 'a' < 26u, digit = s[pos] >= '0' && s[pos] <= '9';
    if (digit && !in_digits) {
      *next = digits_end(t, pos);
      if (number_may(it, pos, *next) || (gz_date_may_word(t, pos) && gz_date_words_at(it, pos)->n)) { *number = true; return pos; }      /* 4Q22 */
    }
    if (letter && !in_word && word_may(it, pos, next)) return pos;
    in_word = letter;
    in_digits = digit;
  }
  *found = false;
  return pos;
}

/* Behind the character at pos, as SQLite counts it. */
static inline size_t behind_char(gz_view t, size_t pos)
{
  pos++;
  while (pos < t.n && ((unsigned char)t.p[pos] & 0xC0) == 0x80) pos++;
  return pos;
}

/* The first stop in characters of three bytes from U+3000 on, or where something else stands. */
static size_t in_wide(gz_view t, size_t pos, size_t end, bool *found)
{
  for (; pos < end; pos += 3) {
    const unsigned char *s = (const unsigned char *)t.p + pos;
    unsigned char last[8] = {0};
    if (s[0] < 0xE3 || s[0] > 0xED) break;
    if (t.n - pos < 8) {                                   /* the last characters of the text */
      if (t.n - pos < 4) return behind_char(t, pos);
      memcpy(last, s, t.n - pos);
      s = last;
    }
    uint64_t two;
    memcpy(&two, s, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    two = __builtin_bswap64(two);
#endif
    if (!gz_date_bit(gz_date_start_wide, gz_date_hash(two & 0xFFFFFFu))) continue;
    uint64_t size = s[3] < 0x80 ? 1 : s[3] < 0xE0 ? 2 : 3, next = two >> 24 & (((uint64_t)1 << 8 * size) - 1);
    if (s[3] >= 0xF0 || gz_date_bit(gz_date_start_pairs, gz_date_hash_pair(two & 0xFFFFFFu, next)) ||
        (gz_date_bit(gz_date_start_alone, gz_date_hash_alone(two & 0xFFFFFFu)) && gz_date_bit(gz_date_start_behind, gz_date_hash(next)))) { *found = true; return pos; }
  }
  return pos;
}

size_t gz_date_stop(gz_date_iter *it, size_t pos, size_t end, size_t *next, bool *number)
{
  gz_view t = it->text;
  const unsigned char *s = (const unsigned char *)t.p;
  bool found = false;
  while (pos < end) {
    unsigned char c = s[pos];
    if (c < 0x80) {
      pos = in_ascii(it, pos, end, next, number, &found);
      if (found) return pos;
      continue;
    }
    *next = behind_char(t, pos);
    if (c >= 0xE3 && c <= 0xED) {
      pos = in_wide(t, pos, end, &found);
      if (found) { *next = behind_char(t, pos); return pos; }
      continue;
    }
    bool inside = c < 0xE0 && pos > 0 && (s[pos - 1] | 32u) - 'a' < 26u;      /* of a word: none starts here */
    if (c >= 0xC3 && c < 0xE2 && !inside) {
      size_t e = pos;
      uint32_t cp = gz_utf8_next(t.p, t.n, &e);
      if (gz_is_letter(cp) ? gz_in_set(&gz_date_start_words, gz_hash_word(t, pos, &e).all) : gz_is_digit(cp)) return pos;
    } else if (c == 0xEF && t.n - pos > 2 && s[pos + 1] == 0xBC && s[pos + 2] >= 0x90 && s[pos + 2] <= 0x99) { *number = true; return pos; }
    pos = *next;
  }
  return end;
}
