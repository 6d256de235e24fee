/* Reads the words of a text that may be parts of a Latin name, and says what is known of them: capitals, initials, what the lists of
** latin_words.h hold; a code (EY4108) and what only describes (AI-powered) are never names. */
#include "find/latin_token.h"
#include "base/watch.h"

#define ROLE(x) LEX_NAME_WORDS_ROLE_##x

/* E-Mail, Five-Year, mid-July: every part is an everyday word, a single letter or a part of the year. */
static bool is_compound(gz_view v)
{
  size_t from = 0, parts = 0;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i <= v.n && !gz_watch_at(i, &due); i++) {
    if (i < v.n && v.p[i] != '-') continue;
    uint32_t word = gz_latin_word(gz_view_of(v.p + from, i - from));
    bool small = from == 0 && v.p[0] >= 'a' && v.p[0] <= 'z';
    if (i - from > 1 && !small && !(word & GZ_LATIN_COMMON) && !(gz_latin_roles(word) & ROLE(TIME))) return false;
    from = i + 1;
    parts++;
  }
  return parts > 1;
}

/* EY4108, ENUS359, Mzg5NTc4ODkz: letters and digits in turn, or a number behind many letters. */
static bool is_code(gz_view v)
{
  size_t digits = 0, turns = 0;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due); i++) {
    bool digit = v.p[i] >= '0' && v.p[i] <= '9';
    digits += digit;
    turns += i > 0 && digit != (v.p[i - 1] >= '0' && v.p[i - 1] <= '9');
  }
  return digits > 2 || turns > 2;
}

void gz_latin_look_up(gz_view text, gz_latin_token *t)
{
  gz_view v = gz_view_slice(text, t->span);
  uint32_t word = gz_latin_word(v);
  t->roles = gz_latin_roles(word);
  t->given = !t->allcaps && v.n > 1 && word & GZ_LATIN_GIVEN;
  t->surname = !t->given && word & GZ_LATIN_SURNAME;
  t->common = word & GZ_LATIN_COMMON;
  if (!t->odd) return;
  if (is_compound(v)) t->common = true;
  if (is_code(v)) { t->roles |= ROLE(STOP); t->given = t->surname = false; }
  for (size_t i = 1, due = GZ_WATCH_STRIDE; i + 1 < v.n && !gz_watch_at(i, &due); i++)
    if (v.p[i] == '-' && v.p[i + 1] >= 'a' && v.p[i + 1] <= 'z' && v.p[0] >= 'A' && v.p[0] <= 'Z') { t->common = true; t->roles |= ROLE(STOP); t->given = t->surname = false; }      /* AI-powered */
}

void gz_latin_read(gz_view text, size_t *pos, gz_latin_token *t)
{
  size_t i = *pos, end = i;
  unsigned letters = 0, uppers = 0;
  memset(t, 0, sizeof *t);
  t->odd = true;
  t->span.start = (uint32_t)i;
  for (size_t due = i + GZ_WATCH_STRIDE; i < text.n && !gz_watch_at(i, &due);) {
    size_t next = i;
    uint32_t cp = gz_utf8_next(text.p, text.n, &next);
    if (gz_latin_letter(cp) || (cp >= '0' && cp <= '9')) {
      letters += cp > '9';
      bool up = gz_fold(cp) != cp;
      uppers += up;
      if (i == *pos) t->cap = up;
      i = end = next;
      continue;
    }
    uint32_t after = gz_latin_peek(text, next);
    if ((cp == '\'' || cp == 0x2019) && gz_latin_letter(after)) {
      size_t two = next;
      gz_utf8_next(text.p, text.n, &two);
      if (gz_fold(after) == 's' && !gz_latin_letter(gz_latin_peek(text, two))) { t->owns = true; i = two; break; }
      i = next;
      continue;
    }
    if ((cp == '-' || cp == '&') && gz_latin_letter(after)) {
      if (cp == '-' && !t->cap && gz_fold(after) != after) t->cap = true;        /* al-Qaeda */
      i = next;
      continue;
    }
    if (cp == '.' && letters && uppers == letters && letters == (unsigned)(end - *pos + 1) / 2 && gz_fold(after) != after && gz_latin_letter(after)) {
      size_t two = next;                                                          /* U.S., J.P. */
      gz_utf8_next(text.p, text.n, &two);
      if (gz_latin_peek(text, two) == '.') { t->dotted = true; i = next; continue; }
    }
    break;
  }
  if (t->dotted && gz_latin_peek(text, end) == '.') i = end = end + 1;
  t->span.end = (uint32_t)end;
  t->initial = letters == 1 && uppers == 1 && gz_latin_peek(text, end) == '.';
  t->allcaps = letters > 1 && uppers == letters;
  *pos = i;
}
