/* Habits of a page's language, read off its beginning: whether the day stands before the month between slashes, and whether it is Japanese. */
#include "page/doc.h"
#include "text/uni.h"
#include "text/utf8.h"

#define BEGINNING 3000u

/* Wide characters, or accented letters again and again: who writes so puts the day before the month between slashes. */
static bool not_english(gz_view v)
{
  size_t wide = 0, accents = 0;
  for (size_t i = 0; i < v.n; i++) {
    unsigned char c = (unsigned char)v.p[i];
    if (c < 0x80) { while (v.n - i > 8 && gz_ascii_eight(v.p + i + 1)) i += 8; continue; }
    wide += c >= 0xE3 && c <= 0xED;
    accents += c == 0xC3;
    if (wide >= 30 || accents >= 8) return true;
  }
  return false;
}

#define WORD(a, b, c) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)

/* The small words of other languages again and again, and hardly an English one; a few English ones settle it at once. */
static bool foreign_words(gz_view v)
{
  size_t other = 0, own = 0;
  for (size_t i = 0; i + 5 < v.n; i++) {
    const char *p = memchr(v.p + i, ' ', v.n - i - 5);
    if (!p) break;
    i = (size_t)(p - v.p);
    uint32_t n = p[3] == ' ' ? 2 : p[4] == ' ' ? 3 : 0;
    if (!n) continue;
    switch (WORD(p[1], p[2], n == 3 ? p[3] : 0)) {
      case WORD('t', 'h', 'e'): case WORD('a', 'n', 'd'): case WORD('o', 'f', 0): case WORD('t', 'o', 0): own++; break;
      case WORD('d', 'e', 0): case WORD('l', 'a', 0): case WORD('e', 'l', 0): case WORD('l', 'e', 0): case WORD('e', 't', 0): case WORD('i', 'l', 0): case WORD('d', 'i', 0): case WORD('d', 'o', 0):
      case WORD('d', 'a', 0): case WORD('o', 's', 0): case WORD('q', 'u', 'e'): case WORD('l', 'e', 's'): case WORD('d', 'e', 's'): case WORD('u', 'n', 'd'): case WORD('d', 'e', 'r'):
      case WORD('d', 'i', 'e'): case WORD('d', 'a', 's'): case WORD('c', 'h', 'e'): case WORD('e', 'e', 'n'): case WORD('h', 'e', 't'): other++; break;
      default: break;
    }
    if (own >= 4 && other <= own) return false;
  }
  return other >= 5 && other > own * 3;
}

/* 13/03/2024, 12 March 2024 and never March 12, 2024. */
static bool days_lead(gz_view v)
{
  bool day = false;
  for (size_t i = 1; i + 9 < v.n; i++) {
    unsigned a = (unsigned char)v.p[i] - '0', b = (unsigned char)v.p[i - 1] - '0';
    if (a > 9) continue;
    size_t k = i + 2;
    bool two = b <= 9, year = v.n - i > 8 && (v.p[i + 1] == '/' || v.p[i + 1] == '.') && v.p[i + 4] == v.p[i + 1] && v.p[i + 5] == '2' && v.p[i + 6] == '0';
    if (year && two && b * 10 + a > 12 && b * 10 + a < 32 && v.p[i + 1] == '/') return true;
    if (v.p[i + 1] == ',' && v.p[i + 2] == ' ' && v.p[i + 3] == '2' && v.p[i + 4] == '0') return false;      /* March 12, 2024 */
    if (v.p[i + 1] != ' ' || v.p[k] < 'A' || v.p[k] > 'Z') continue;
    while (k < v.n && k < i + 12 && (v.p[k] | 32) >= 'a' && (v.p[k] | 32) <= 'z') k++;
    day |= k > i + 4 && k + 3 < v.n && v.p[k] == ' ' && v.p[k + 1] == '2' && v.p[k + 2] == '0';
  }
  return day;
}

static bool has_kana(gz_view v)
{
  size_t kana = 0, i = 0;
  for (const char *p; kana < 20 && i + 2 < v.n && (p = memchr(v.p + i, 0xE3, v.n - i - 2)) != NULL; i = (size_t)(p - v.p) + 3)
    kana += (unsigned char)p[1] >= 0x81 && (unsigned char)p[1] <= 0x83;
  return kana >= 20;
}

void gz_doc_habits(gz_doc *d)
{
  gz_view head = gz_view_of(d->text.p, d->text.n < BEGINNING ? d->text.n : BEGINNING);
  d->day_first = not_english(head) || foreign_words(head) || days_lead(head);
  d->kana = has_kana(head);
}
