/* Names in bylines: whether a stretch of text looks like a person's name or like a publication. What cleans a whole author field is in name_list.c. */
#include "page/name_kinds.h"
#include "base/watch.h"
#include "find/entity.h"
#include "find/han_data.h"
#include "find/latin_words.h"
#include "lex_ja_surnames.h"
#include "lex_places.h"
#include "lex_surnames.h"
#include "text/uni.h"
#include "text/utf8.h"

#define EVERYDAY 90u         /* 10 * log2 of a word's count */

size_t gz_begins(gz_view v, const char *list)
{
  for (size_t n; (n = strlen(list)) > 0; list += n + 1) if (v.n >= n && memcmp(v.p, list, n) == 0) return n;
  return 0;
}

size_t gz_ends(gz_view v, const char *list)
{
  for (size_t n; (n = strlen(list)) > 0; list += n + 1) if (v.n >= n && memcmp(v.p + v.n - n, list, n) == 0) return n;
  return 0;
}

gz_view gz_trim(gz_view v)
{
  static const uint32_t marks[] = {'|', '/', '-', ',', ';', ':', '*', '_', '.', '>', '<', '#', '~', '(', ')', '[', ']', 0x2022, 0xB7, 0xFF5C, 0xFF0F, 0x3001, 0xFF0C, 0xFF1A, 0x3010, 0x3011,
    0x3014, 0x3015, 0xFF08, 0xFF09, 0x2014, 0x2013, 0x4E28, 0x30FB, 0x3000, 0xA0, 0x25CF, 0x25A0, 0x300A, 0x300B, 0x201C, 0x201D, 0x25B2, 0x300C, 0x300D, 0x25AA, 0x25AB, 0x2215, 0x2044, '"', 0xFE31, 0x2502, 0x200B};
  size_t most = v.n, due = GZ_WATCH_STRIDE / 16;            /* every character is looked up in the list */
  for (int side = 0; side < 2; side++) {
    while (v.n && !(most - v.n >= due && (due += GZ_WATCH_STRIDE / 16, gz_watch_stopped()))) {
      size_t i = side ? v.n : 0;
      uint32_t c = side ? gz_utf8_prev(v.p, v.n, &i) : gz_utf8_next(v.p, v.n, &i);
      bool cut = gz_is_space(c);
      for (size_t k = 0; !cut && (!gz_is_letter(c) || c == 0x4E28) && k < sizeof marks / sizeof *marks; k++) cut = marks[k] == c;
      if (side && c == '.' && v.n > 2 && gz_is_letter((unsigned char)v.p[v.n - 2]) && (v.n < 4 || v.p[v.n - 3] == ' ' || v.p[v.n - 3] == '.')) cut = false;      /* an initial; Jr. */
      if (side && c == '.' && v.n > 5 && (memcmp(v.p + v.n - 4, "Inc.", 4) == 0 || memcmp(v.p + v.n - 4, "Ltd.", 4) == 0 || memcmp(v.p + v.n - 5, "Corp.", 5) == 0)) cut = false;
      if (!cut) break;
      if (side) v.n = i;
      else { v.p += i; v.n -= i; }
    }
  }
  return v;
}

bool gz_name_kind(gz_view word, unsigned kind)
{
  uint32_t hit;
  if (!gz_trie_exact(&lex_bylines.trie, word, &hit)) return false;
  for (;; hit++) {
    if (lex_bylines_rows[hit].kind == kind) return true;
    if (!lex_bylines_rows[hit].more) return false;
  }
}

bool gz_name_tail(gz_view v, unsigned kind, size_t *start)
{
  for (size_t i = v.n > 40 ? v.n - 40 : 0; i < v.n;) {
    size_t at = i;
    gz_utf8_next(v.p, v.n, &i);
    if (!gz_trie_may_start(&lex_bylines.trie, v, at)) continue;
    gz_view tail = gz_view_of(v.p + at, v.n - at);
    if ((gz_word_boundary(v, at) || gz_is_hangul(gz_utf8_next(v.p, v.n, &(size_t){at}))) && gz_name_kind(tail, kind)) { *start = at; return true; }
  }
  return false;
}

bool gz_staff_line(gz_view v)
{
  static const char staff[] = " staff\0 Staff\0 staff and agency\0 staff and agencies\0 staff reporter\0 Staff Reporter\0 staff writers\0 Bureau\0 Desk\0 Newsroom\0 Web Desk\0";
  static const char desks[] = "Redazione \0Redaktion \0Redacci\xC3\xB3n \0" "R\xC3\xA9" "daction \0" "La r\xC3\xA9" "daction\0" "Agencia \0Agence \0";
  size_t n = gz_ends(v, staff);
  return gz_begins(v, desks) || (n && v.n > n && !gz_name_like(gz_view_of(v.p, v.n - n)));
}

bool gz_role_any(gz_view v)
{
  for (size_t a = 0; a < v.n;) {
    size_t e = a;
    while (e < v.n && v.p[e] != ' ') e++;
    if (gz_name_kind(gz_view_of(v.p + a, e - a), LEX_BYLINES_KIND_ROLE)) return true;
    a = e + 1;
  }
  return false;
}

bool gz_role_ends(gz_view v) { size_t at; return gz_name_tail(v, LEX_BYLINES_KIND_ROLE, &at); }

/* d’Armor, l'Ouest: a small word glued to a capital. */
bool gz_elided(gz_view w)
{
  size_t n = w.n > 2 && w.p[1] == '\'' ? 2 : w.n > 4 && memcmp(w.p + 1, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
  return n && (w.p[0] == 'd' || w.p[0] == 'l') && n < w.n && gz_fold(gz_utf8_next(w.p, w.n, &(size_t){n})) != gz_utf8_next(w.p, w.n, &(size_t){n});
}

/* Every word but small particles begins with a capital. */
static bool capitals_only(gz_view v)
{
  bool start = true;
  size_t words = 0;
  for (size_t i = 0; i < v.n;) {
    size_t at = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (start && gz_is_letter(c)) {
      size_t e = at;
      words++;
      while (e < v.n && v.p[e] != ' ') e++;
      if (gz_fold(c) == c && !gz_elided(gz_view_of(v.p + at, e - at)) && !gz_name_kind(gz_view_of(v.p + at, e - at), LEX_BYLINES_KIND_PARTICLE)) return false;
    }
    start = c == ' ';
  }
  return words >= 2 && words <= 6;
}

static bool of_type(gz_view v, unsigned type)
{
  gz_entity e;
  bool found = false;
  return v.n >= 2 && v.n <= 48 && gz_entity_of(v, NULL, &e, &found) == GZ_OK && found && e.type == type;
}

bool gz_publication(gz_view v) { return of_type(gz_trim(v), GZ_PUBLICATION); }

bool gz_place(gz_view v)
{
  uint32_t hit;
  return gz_trie_exact(&lex_places.trie, v, &hit) || of_type(v, GZ_PLACE);
}

bool gz_media_like(gz_view v)
{
  size_t at;
  v = gz_trim(v);
  if (v.n == 0 || v.n > 80) return false;
  if ((unsigned char)v.p[0] >= 0xE0 && (v.n > 48 || memchr(v.p, ' ', v.n))) return false;
  size_t spaces = 0;
  for (size_t i = 0; i < v.n; i++) spaces += v.p[i] == ' ';
  if (spaces > 6) return false;                            /* …goes online */
  if (gz_name_tail(v, LEX_BYLINES_KIND_MEDIA, &at)) return true;
  for (size_t i = 0; i < v.n; i++) {                       /* Kapblatt: the end of a word; La Gazette du Cap: a word anywhere */
    gz_hit hit;
    if (!gz_utf8_is_start(v.p, v.n, i) || !gz_trie_longest(&lex_bylines.trie, v, i, &hit)) continue;
    for (uint32_t row = hit.value;; row++) {
      unsigned kind = lex_bylines_rows[row].kind;
      if (kind == LEX_BYLINES_KIND_ENDING && hit.end == v.n && i > 1 && v.p[i - 1] != ' ' && (!memchr(v.p, ' ', v.n) || (v.n <= 40 && capitals_only(v)))) return true;
      if (kind == LEX_BYLINES_KIND_PRESS && v.n <= 40 && gz_word_boundary(v, i) && gz_word_boundary(v, hit.end) && capitals_only(v)) return true;
      if (!lex_bylines_rows[row].more) break;
    }
  }
  if (v.n <= 40 && gz_publication(v)) return true;
  for (size_t i = 1; i + 2 < v.n; i++)                     /* a domain is one */
    if (v.p[i] == '.' && v.p[i - 1] != ' ' && v.p[i + 1] != ' ' && gz_is_letter((unsigned char)v.p[i + 1]) && gz_is_letter((unsigned char)v.p[i + 2]) && !memchr(v.p, ' ', v.n)) return true;
  return false;
}

bool gz_name_like(gz_view v)
{
  size_t han = 0, words = 0, capitals = 0, letters = 0, hangul = 0, kana = 0, hiragana = 0;
  bool start = true, dot = false;
  v = gz_trim(v);
  if (v.n < 2 || v.n > 60) return false;
  for (size_t i = 0; i + 1 < v.n; i++) if (v.p[i] == ' ' && v.p[i + 1] == ' ') return false;
  for (size_t i = 0; i < v.n;) {
    size_t at = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (gz_is_han(c) || c == 0x3005) han++;
    else if (gz_is_hangul(c)) hangul++;
    else if (gz_is_kana(c) || c == 0x30FC) { kana++; hiragana += c >= 0x3041 && c <= 0x309F; }
    else if (gz_is_letter(c)) {
      if (start) {
        size_t e = at;
        while (e < v.n) { size_t k = e; if (!gz_is_letter(gz_utf8_next(v.p, v.n, &k)) && v.p[e] != '.' && v.p[e] != '\'') break; e = k; }
        if (gz_fold(c) == c && gz_name_kind(gz_view_of(v.p + at, e - at), LEX_BYLINES_KIND_PARTICLE)) words += 0;
        else { words++; capitals += gz_fold(c) != c; }
      }
      letters++;
    } else if (c == 0xB7 || c == 0x30FB || c == 0x2022) dot = true;
    else if (c != ' ' && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != 0xA0) return false;
    start = !gz_is_letter(c) && c != '\'' && c != 0x2019;
  }
  if (han && !letters) return dot ? han <= 14 && han >= 3 : han >= 2 && han <= (kana ? 8u : 4u);
  if (hangul && !letters && !han) return hangul >= 2 && hangul <= 5;
  if (kana && !letters) return kana <= 12 && !(hiragana && hiragana < kana);      /* one kind of kana: フォローすると is none */
  if (han || hangul || kana) return false;
  return words >= 2 && words <= 5 && capitals == words;
}

bool gz_known_person(gz_view v)
{
  size_t first = 0, last = v.n;
  if (v.n > 5 && v.p[0] >= 'A' && v.p[0] <= 'Z' && v.p[1] == '.' && gz_name_like(v)) return true;      /* H. Quiroga */
  while (first < v.n && v.p[first] != ' ') first++;
  while (last > 0 && v.p[last - 1] != ' ') last--;
  return gz_latin_word(gz_view_of(v.p, first)) & GZ_LATIN_GIVEN || gz_latin_word(gz_view_of(v.p + last, v.n - last)) & GZ_LATIN_SURNAME;
}

bool gz_has_surname(gz_view v)
{
  gz_hit hits[4];
  uint32_t row;
  if (gz_han_exact(v, &row) && gz_han_rows[row].word >= EVERYDAY) return false;
  size_t n = gz_trie_prefixes(&lex_surnames.trie, v, 0, hits, 4);
  if (n == 0) return false;
  return v.n <= 9 || hits[n - 1].end >= 6 || memchr(v.p, '\xB7', v.n);
}

bool gz_name_shape(gz_view v)
{
  size_t words = 0, rare = 0;
  v = gz_trim(v);
  if (!gz_name_like(v) || (unsigned char)v.p[0] >= 0xE0 || gz_media_like(v) || gz_firm_like(v) || gz_place(v)) return false;
  for (size_t a = 0; a < v.n;) {
    size_t e = a;
    while (e < v.n && v.p[e] != ' ') e++;
    gz_view w = gz_view_of(v.p + a, e - a);
    words++;
    rare += !(gz_latin_word(w) & GZ_LATIN_COMMON) || (w.n == 2 && w.p[1] == '.');
    a = e + (e < v.n);
  }
  return words >= 2 && words <= 4 && rare >= words - 1;
}

/* 马修·霍克斯、艾琳·多兰: nothing but names of foreigners. */
bool gz_dotted_names(gz_view v)
{
  size_t from = 0, parts = 0;
  for (size_t i = 0; i <= v.n; i++) {
    if (i < v.n && !gz_begins(gz_view_of(v.p + i, v.n - i), "\xE3\x80\x81\0\xEF\xBC\x8C\0")) continue;
    gz_view part = gz_trim(gz_view_of(v.p + from, i - from));
    bool dot = false;
    for (size_t k = 3; k + 4 < part.n; k++) dot |= memcmp(part.p + k, "\xC2\xB7", 2) == 0;
    if (!dot || (unsigned char)part.p[0] < 0xE3 || !gz_name_like(part)) return false;
    parts++;
    from = i + 3;
    i += 2;
  }
  return parts >= 1 && parts <= 5;
}

bool gz_han_person(gz_view v)
{
  size_t han = 0;
  gz_hit hit;
  for (size_t i = 0; i < v.n;) { uint32_t c = gz_utf8_next(v.p, v.n, &i); if (!gz_is_han(c) && c != 0x3005) return false; han++; }
  if (han >= 2 && han <= 4 && gz_has_surname(v) && !gz_media_like(v)) return true;
  return han >= 3 && han <= 5 && gz_trie_longest(&lex_ja_surnames.trie, v, 0, &hit) && hit.end >= 6 && hit.end < v.n && !gz_media_like(v);
}

bool gz_names_plain(gz_view v) { return gz_name_like(v) && (!gz_is_han(gz_utf8_next(v.p, v.n, &(size_t){0})) || gz_has_surname(v)); }
