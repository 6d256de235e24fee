/* An author or editor field cleaned: roles behind a name (also glued to it: `LowellWriter`), addresses and handles, staff codes, several names, the words
** of bylines between them. */
#include "page/name_kinds.h"
#include "find/latin_words.h"
#include "lex_ko_surnames.h"
#include "lex_ko_words.h"
#include "lex_labels.h"
#include "text/uni.h"
#include "text/utf8.h"

/* `Ana Lowellana@cape.example@AnaLowell`: the name before an address glued to it. */
static gz_view before_address(gz_view v)
{
  const char *at = memchr(v.p, '@', v.n);
  if (!at) return v;
  size_t end = (size_t)(at - v.p), word = end, first = 0;
  while (word > 0 && v.p[word - 1] != ' ') word--;
  while (first < v.n && v.p[first] != ' ') first++;
  if (word == 0 || word == end) return gz_view_of(v.p, word ? word : end);      /* the address stands alone behind the name, or is all there is */
  if (end - word >= 3) {                                    /* Lowell@AnaLowell, Lowell@in/analowell/: a handle that holds the name */
    size_t n = end - word;
    for (size_t k = end + 1; k + n <= v.n; k++) {
      size_t same = 0;
      while (same < n && (v.p[k + same] | 32) == (v.p[word + same] | 32)) same++;
      if (same == n) return gz_view_of(v.p, end);
    }
  }
  if (first >= 3 && end + first < v.n && gz_fold((unsigned char)v.p[end + 1]) == gz_fold((unsigned char)v.p[0])) {      /* Ana Núñez@AnaNunez: the handle begins with the first name */
    size_t same = 0;
    while (same < first && ((unsigned char)v.p[end + 1 + same] | 32u) == ((unsigned char)v.p[same] | 32u)) same++;
    if (same == first) return gz_view_of(v.p, end);
  }
  for (size_t k = word + 2; k < end; k++)                    /* ...Lowell|ana: the local part begins with the first name or its initial */
    if ((v.p[k] | 32) == (v.p[0] | 32) && v.p[k] >= 'a' && v.p[k] <= 'z' && v.p[k - 1] >= 'a' && end - k <= 24) {
      size_t n = end - k < first ? end - k : first, same = 0;
      while (same < n && (v.p[k + same] | 32) == (v.p[same] | 32)) same++;
      if (same == n || same >= 3) return gz_view_of(v.p, k);
    }
  return gz_view_of(v.p, word);
}

/* Cuts what is no name off the end: a role after a comma or glued to the name, a staff code. */
static gz_view without_role(gz_view v)
{
  size_t at;
  for (int turns = 0; turns < 4; turns++) {
    v = gz_trim(v);
    size_t before = v.n;
    size_t digits = 0, tail = v.n;                         /* 何松 SF087 */
    while (tail > 0 && ((v.p[tail - 1] >= '0' && v.p[tail - 1] <= '9') || (v.p[tail - 1] >= 'A' && v.p[tail - 1] <= 'Z'))) { tail--; digits += v.p[tail] <= '9'; }
    if (digits >= 2 && tail > 0 && v.n - tail >= 4 && (v.p[tail - 1] == ' ' || (unsigned char)v.p[tail - 1] >= 0x80)) v.n = tail;
    if (digits >= 2 && tail == 0) v.n = 0;
    const char *code = memchr(v.p, '_', v.n);
    if (code && code > v.p) v.n = (size_t)(code - v.p);
    if (gz_name_tail(v, LEX_BYLINES_KIND_ROLE, &at) && at > 0) {
      size_t k = at;
      while (k > 0 && (v.p[k - 1] == ' ' || v.p[k - 1] == ',')) k--;
      if (k > 0 && (k < at || ((unsigned char)v.p[0] >= 0x80 && k <= 9 && v.n - at <= 6 && gz_name_like(gz_view_of(v.p, k))))) v.n = k;
    }
    for (size_t i = 1; i + 1 < v.n; i++)                   /* LowellWriter */
      if (v.p[i - 1] >= 'a' && v.p[i - 1] <= 'z' && v.p[i] >= 'A' && v.p[i] <= 'Z') {
        size_t e = i;
        while (e < v.n && v.p[e] != ' ' && v.p[e] != ',' && !(e > i && v.p[e] >= 'A' && v.p[e] <= 'Z')) e++;
        if (gz_name_kind(gz_view_of(v.p + i, e - i), LEX_BYLINES_KIND_ROLE) || gz_name_kind(gz_view_of(v.p + i, v.n - i), LEX_BYLINES_KIND_ROLE)) { v.n = i; break; }
      }
    for (size_t i = 5; i + 3 < v.n; i++) if (v.p[i] == ' ' && gz_doc_button(gz_view_of(v.p + i + 1, v.n - i - 1)) && gz_name_like(gz_view_of(v.p, i))) { v.n = i; break; }      /* Ana Lowell Have your say */
    for (size_t i = 5; i + 4 < v.n; i++)                   /* Ana Lowell. Porto */
      if (v.p[i] == '.' && v.p[i + 1] == ' ' && v.p[i - 1] >= 'a' && v.p[i - 2] >= 'a' && v.p[i + 2] >= 'A' && v.p[i + 2] <= 'Z' && !memchr(v.p + i + 2, ' ', v.n - i - 2) && gz_name_like(gz_view_of(v.p, i))) { v.n = i; break; }
    static const char before_date[] = " on\0 am\0 le\0 el\0 il\0 em\0";
    if (v.n > 8) v.n -= gz_ends(v, before_date);      /* by Ana Lowell on May 6 */
    static const char from[] = " in \0 for \0 at \0 from \0 aus \0 \xC3\xA0 \0 en \0 | \0";
    for (size_t i = 3; i + 4 < v.n; i++)                   /* Ana Lowell in Port Lynn */
      if (v.p[i] == ' ' && gz_begins(gz_view_of(v.p + i, v.n - i), from) && gz_name_like(gz_view_of(v.p, i))) v.n = i;
    if (v.n == before) break;
  }
  return v;
}

/* Length of a separator of names at pos: `, `, `、`, ` and `, `和`. 0: none. */
static size_t between_names(gz_view v, size_t i)
{
  static const char t[] = ",\0;\0\xE3\x80\x81\0\xEF\xBC\x8C\0 and \0 & \0 und \0 et \0 y \0 with \0\xE5\x92\x8C \0 \xE5\x92\x8C\0\xEF\xBC\x9B\0/\0\xEF\xBC\x8F\0\xE2\x88\x95\0 \xE4\xB8\x8E \0\n\0\xC2\xB7 \0|\0\xE2\x96\xAA\0";
  char c = v.p[i];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ((unsigned char)c & 0xC0) == 0x80) return 0;      /* most places: none begins so */
  return gz_begins(gz_view_of(v.p + i, v.n - i), t);
}

static bool all_han_pairs(gz_view v)
{ /* `林一舟 周棠`: Chinese names are separated by spaces too */
  size_t run = 0, runs = 0;
  for (size_t i = 0; i < v.n;) {
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (gz_is_han(c)) run++;
    else if (c == ' ' || c == 0x3000) { if (run < 2 || run > 4) return false; run = 0; runs++; }
    else return false;
  }
  return runs > 0 && run >= 2 && run <= 4;
}

bool gz_name_shapes(gz_view v)
{
  size_t from = 0, parts = 0;
  v = gz_trim(v);
  for (size_t i = 6; i + 7 < v.n; i++)                     /* Ana Lowell in Port Lynn */
    if (memcmp(v.p + i, " in ", 4) == 0 && v.p[i + 4] >= 'A' && v.p[i + 4] <= 'Z' && v.n - i < 30) { v.n = i; break; }
  for (size_t i = 0; i <= v.n;) {
    size_t sep = i == v.n ? 1 : between_names(v, i);
    if (!sep) { gz_utf8_next(v.p, v.n, &i); continue; }
    gz_view part = gz_trim(gz_view_of(v.p + from, i - from));
    if (!gz_name_shape(part)) return false;
    parts++;
    from = i += sep;
  }
  return parts >= 1 && parts <= 5;
}

#define LONGEST_LINE 1000            /* bytes: no name, with a role and a place behind it, is longer */

bool gz_person_line(gz_view v)
{
  v = gz_trim(v);
  if (v.n > LONGEST_LINE) return false;
  gz_view w = without_role(v);
  return gz_name_like(w) && gz_known_person(w) && !gz_media_like(w);
}

/* Three words, and the last one stands in a line about rights: Ana Lowell Capeline (Staff Writer). */
static bool house_word(const gz_doc *d, gz_view v)
{
  size_t spaces = 0, i = v.n;
  for (size_t k = 0; k < v.n; k++) spaces += v.p[k] == ' ';
  if (spaces < 2 || (unsigned char)v.p[0] >= 0x80) return false;
  while (i > 0 && v.p[i - 1] != ' ') i--;
  if (v.n - i < 4) return false;
  for (size_t k = 0; k < d->count; k++) {
    if (!(d->lines[k].says & GZ_SAYS_LEGAL)) continue;
    gz_view w = gz_doc_inner(d, &d->lines[k]);
    for (size_t m = 0; m + (v.n - i) <= w.n && m < 400; m++) if (memcmp(w.p + m, v.p + i, v.n - i) == 0) return true;
  }
  return false;
}

/* 海岬 林一舟 on a page of 海岬网: the first is the paper. */
static bool stands_above(const gz_doc *d, gz_view v)
{
  for (size_t i = 0; i < d->count && i < 8; i++) {
    gz_view w = gz_doc_inner(d, &d->lines[i]);
    if (w.n >= v.n && w.n <= v.n + 6 && v.n >= 6 && memcmp(w.p, v.p, v.n) == 0) return true;
  }
  return false;
}

const char *gz_names_of(gz_doc *d, gz_view value, bool labelled)
{
  gz_buf b = GZ_BUF_INIT;
  const char *z = NULL;
  value = gz_trim(value);
  bool spaced = all_han_pairs(value) && !d->kana;           /* 志水 由梨 is one */
  size_t from = 0, count = 0;
  for (size_t i = 0; i <= value.n;) {
    size_t sep = i == value.n ? 1 : spaced && value.p[i] == ' ' ? 1 : between_names(value, i);
    if (sep && i < value.n && value.p[i] == '/') for (size_t k = i; k-- > from && value.p[k] != ' ';) if (value.p[k] == '@') { sep = 0; break; }      /* inside a handle */
    if (!sep) { gz_utf8_next(value.p, value.n, &i); continue; }
    gz_view piece = gz_trim(before_address(gz_view_of(value.p + from, i - from))), part = without_role(piece);
    size_t role;
    if (part.n < piece.n && house_word(d, part)) { while (part.n > 0 && part.p[part.n - 1] != ' ') part.n--; part = gz_trim(part); }
    bool position = count > 0 && gz_name_tail(piece, LEX_BYLINES_KIND_ROLE, &role) && !gz_name_like(part);      /* , Markets Reporter */
    from = i += sep;
    uint32_t label;
    if (part.n < 2 || part.n > 90 || memchr(part.p, '@', part.n) || (part.n >= 9 && (unsigned char)part.p[0] >= 0xE3 && gz_trie_exact(&lex_labels.trie, part, &label) && lex_labels_rows[label].field == GZ_F_AUTHOR)) continue;      /* 林一舟 通讯员 周棠 */
    if (count > 0 && gz_media_like(part) && !gz_known_person(part)) continue;      /* Ana Lowell, Cape Times: whom she works for */
    if (gz_staff_line(piece) || (spaced && stands_above(d, part))) continue;
    if (position || gz_name_kind(part, LEX_BYLINES_KIND_ROLE) || gz_name_kind(part, LEX_BYLINES_KIND_COUNT) || gz_name_kind(part, LEX_BYLINES_KIND_REPORT) || gz_doc_button(part)) continue;
    if (!labelled && gz_is_han(gz_utf8_next(part.p, part.n, &(size_t){0})) && !gz_has_surname(part) && !gz_media_like(part) && !gz_dotted_names(part)) continue;
    if (!labelled && !gz_is_han(gz_utf8_next(part.p, part.n, &(size_t){0})) && gz_is_kana(gz_utf8_next(part.p, part.n, &(size_t){0})) && !memchr(part.p, '\xBB', part.n) && !gz_media_like(part)) continue;      /* テック is a section */
    gz_hit hangul;
    uint32_t row;
    if (!labelled && gz_is_hangul(gz_utf8_next(part.p, part.n, &(size_t){0})) && !gz_media_like(part) && (part.n > 12 || memchr(part.p, ' ', part.n) || !gz_trie_longest(&lex_ko_surnames.trie, part, 0, &hangul) || gz_trie_exact(&lex_ko_words.trie, part, &row))) continue;
    if (!labelled && (unsigned char)part.p[0] < 0x80 && part.n == piece.n && !gz_known_person(part) && !gz_media_like(part)) continue;
    bool fine = gz_name_like(part) || gz_media_like(part) || (labelled && count == 0);
    if (!fine && count > 0 && labelled && part.n < 30 && !memchr(part.p, ' ', part.n)) fine = (unsigned char)part.p[0] >= 0x80;
    if (!fine) continue;
    if (count++) gz_buf_puts(&b, "; ");
    for (size_t k = 0; k < part.n; k++) gz_buf_putc(&b, part.p[k] == '\n' ? ' ' : part.p[k]);
  }
  if (b.failed) d->failed = true;
  else if (b.n && !(z = gz_arena_copy(d->arena, b.p, b.n))) d->failed = true;
  gz_buf_free(&b);
  return z;
}
