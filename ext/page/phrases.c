/* Phrases of ext/data/boilerplate.tsv in a line: the whole line, its beginning, or anywhere. Phrases that may stand anywhere are looked
** for in the head, the tail and short lines only. */
#include "page/doc.h"
#include "base/watch.h"
#include "lex_boilerplate.h"
#include "lex_boilerplate_any.h"
#include "page/phrase_heads.h"
#include "text/uni.h"
#include "text/utf8.h"

#define SHORT 140u                   /* longer lines do not begin with a button or a link */
#define ANYWHERE_HEAD 8
#define ANYWHERE_TAIL 24
#define ANYWHERE_LONG 8
#define ANYWHERE_SIZE 600u

static uint32_t bits_of(uint32_t row, unsigned match)
{
  uint32_t said = 0;
  for (;; row++) {
    if (lex_boilerplate_rows[row].match == match) said |= 1u << lex_boilerplate_rows[row].kind;
    if (!lex_boilerplate_rows[row].more) return said;
  }
}

/* The line without counters and punctuation at its ends: `评论 (12)`, `» Share`, `相关推荐：`. */
static gz_view bare(gz_view v)
{
  size_t most = v.n, due = GZ_WATCH_STRIDE;
  while (v.n && !gz_watch_at(most - v.n, &due)) {
    size_t i = 0;
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (gz_is_letter(c) || c == 0xA9) break;
    v.p += i;
    v.n -= i;
  }
  while (v.n && !gz_watch_at(most - v.n, &due)) {
    size_t i = v.n;
    uint32_t c = gz_utf8_prev(v.p, v.n, &i);
    if (gz_is_letter(c)) break;
    v.n = i;
  }
  return v;
}

static uint32_t at_start(gz_view v)
{
  gz_hit hits[16];
  uint32_t said = 0;
  size_t n = gz_trie_prefixes(&lex_boilerplate.trie, v, 0, hits, 16);
  for (size_t k = 0; k < n; k++) {
    size_t i = hits[k].end;
    bool whole = gz_word_boundary(v, i);
    if (whole) said |= bits_of(hits[k].value, LEX_BOILERPLATE_MATCH_START);
  }
  return said;
}

static bool letter(unsigned char c) { return (unsigned char)((c | 32) - 'a') < 26; }
static inline uint32_t folded(gz_view v, size_t *i)
{
  uint32_t c = (unsigned char)v.p[*i];
  if (c >= 0x80) return gz_fold(gz_utf8_next(v.p, v.n, i));
  ++*i;
  return (uint32_t)(c - 'A') < 26 ? c | 32u : c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
}

static bool behind_sentence(gz_view v, size_t at)
{
  while (at > 0 && v.p[at - 1] == ' ') at--;
  uint32_t c = at ? gz_utf8_prev(v.p, v.n, &at) : 0;
  return c == 0x3002 || c == '.' || c == '!' || c == '?' || c == 0xFF01 || c == 0xFF1F || c == 0x201D || c == 0x300D;
}

/* *cut: where a button behind the last sentence of a paragraph begins (…。返回首页，查看更多). */
static uint32_t anywhere(gz_view v, size_t *cut)
{
  uint32_t said = 0, before = ' ', ahead = 0;
  size_t ahead_at = SIZE_MAX, ahead_end = 0;               /* the wide character behind was decoded already */
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due);) {
    size_t at = i, k;
    uint32_t c = (unsigned char)v.p[i], was = before;
    if (letter((unsigned char)c)) {                        /* a word: with what follows it tells whether a phrase may begin there */
      uint32_t next = 0, second = 0;
      do i++; while (i < v.n && !gz_watch_at(i, &due) && letter((unsigned char)v.p[i]));
      before = 'a';
      uint32_t word = gz_phrase_word(v.p + at, i - at);
      if (!gz_phrase_may_start(gz_phrase_start(word))) continue;
      for (k = i; k < v.n && (unsigned char)v.p[k] <= ' '; k++) {}
      if (k < v.n) next = folded(v, &k);
      if (k < v.n) second = folded(v, &k);
      if (!gz_phrase_may(gz_phrase_head(word, next, second)) && !gz_phrase_may(gz_phrase_head(word, 0, 0))) continue;
    } else if (c <= ' ') { i++; before = ' '; continue; }
    else {
      if (ahead_at == i) { c = ahead; i = ahead_end; }
      else c = folded(v, &i);
      before = c;
      if (!gz_phrase_may_start(gz_phrase_start(c))) continue;
      ahead_at = k = i;
      ahead = k < v.n ? folded(v, &k) : 0;
      ahead_end = k;
      if (!gz_phrase_may(gz_phrase_head(0, c, ahead))) continue;
    }
    if (gz_is_alnum(was) && gz_is_alnum(c) && !gz_is_unspaced(was) && !gz_is_unspaced(c) && !gz_is_hangul(c)) continue;      /* inside a word */
    gz_hit hits[8];
    size_t n = gz_trie_prefixes(&lex_boilerplate_any.trie, v, at, hits, 8);
    for (k = 0; k < n; k++) {
      uint32_t s = 0;
      if (!gz_is_unspaced(c) && !gz_word_boundary(v, hits[k].end)) continue;
      for (uint32_t row = hits[k].value;; row++) {
        s |= 1u << lex_boilerplate_any_rows[row].kind;
        if (!lex_boilerplate_any_rows[row].more) break;
      }
      if (s & GZ_SAYS_LEGAL) s |= GZ_SAYS_HARD;
      if (s == GZ_SAYS_TOOL && at * 3 > v.n * 2 && at > 40 && v.n - hits[k].end <= 4 && behind_sentence(v, at)) { *cut = at; continue; }
      said |= s;
    }
  }
  return said;
}

/* `vorlesen Druckansicht Kommentare lesen 34 Beiträge`, `HOME | NEWS | LIFE`: buttons one behind the other, numbers and at most one strange word between. */
static bool toolbar(gz_view v)
{
  size_t buttons = 0, strange = 0;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due);) {
    size_t b = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (!gz_is_letter(c)) continue;
    gz_hit hits[12];
    size_t n = gz_trie_prefixes(&lex_boilerplate.trie, v, b, hits, 12), end = 0;
    for (size_t k = n; k-- > 0 && !end;) if (gz_word_boundary(v, hits[k].end) && !(gz_is_unspaced(c) && hits[k].end < v.n && gz_is_alnum(gz_utf8_next(v.p, v.n, &(size_t){hits[k].end}))) && (bits_of(hits[k].value, LEX_BOILERPLATE_MATCH_LINE) & GZ_SAYS_TOOL)) end = hits[k].end;
    if (end) { buttons++; i = end; continue; }
    if (++strange > 1) return false;
    while (i < v.n && !gz_watch_at(i, &due)) { size_t k = i; if (!gz_is_alnum(gz_utf8_next(v.p, v.n, &k))) break; i = k; }
  }
  return buttons >= 2 && buttons > strange * 2;
}

/* A paragraph that ends in a button: `… for the week ahead. Sign up here.` */
static uint32_t last_sentence(gz_view v)
{
  gz_view w = bare(v);
  uint32_t hit;
  size_t i = w.n, floor = w.n > 60 ? w.n - 60 : 0;
  while (i > floor && !((w.p[i - 1] == ' ' && i >= 2 && (w.p[i - 2] == '.' || w.p[i - 2] == '?' || w.p[i - 2] == '!')) || (i >= 3 && (memcmp(w.p + i - 3, "\xE3\x80\x82", 3) == 0)))) i--;
  if (i == floor || i < 12) return 0;
  w = gz_view_of(w.p + i, w.n - i);
  return w.n && gz_trie_exact(&lex_boilerplate.trie, w, &hit) ? bits_of(hit, LEX_BOILERPLATE_MATCH_LINE) & GZ_SAYS_TOOL : 0;
}

/* `The field near Tacoma. (RainWire File Photo / Tobin Hale)`: a bracket at the end with a word of credits in it. */
static bool credited(gz_view v)
{
  size_t i = v.n;
  if (v.n < 12 || (v.p[v.n - 1] != ')' && memcmp(v.p + v.n - 3, "\xEF\xBC\x89", 3) != 0)) return false;
  while (i > 0 && v.n - i < 80 && v.p[i - 1] != '(' && !(i >= 3 && memcmp(v.p + i - 3, "\xEF\xBC\x88", 3) == 0)) i--;
  if (i == 0 || v.n - i >= 80) return false;
  if (v.n - i > 9 && gz_ends(gz_trim(gz_view_of(v.p + i, v.n - i)), "攝\0摄\0摄影\0攝影\0翻攝\0資料照\0资料图\0資料圖\0檔案照\0提供\0")) return true;      /* …下跌。（記者林一舟攝） */
  for (size_t k = i + 2; k + 3 < v.n; k++) {                /* (Ana Lowell for The Cape Times), (CPQ/Ana Lowell) */
    bool apart = v.p[k] == '/' && v.p[k - 1] >= 'A' && v.p[k - 1] <= 'Z' && v.p[k - 2] >= 'A' && v.p[k - 2] <= 'Z' && v.p[i] >= 'A' && v.p[i] <= 'Z' && v.p[k + 1] >= 'A' && v.p[k + 1] <= 'Z' && memchr(v.p + k, ' ', v.n - k);
    if (apart || (v.n - k > 10 && memcmp(v.p + k, " for The ", 9) == 0)) return true;
  }
  for (gz_hit hit; i < v.n; gz_utf8_next(v.p, v.n, &i))
    if (gz_word_boundary(v, i) && gz_trie_longest(&lex_boilerplate.trie, v, i, &hit) && gz_word_boundary(v, hit.end) && (bits_of(hit.value, LEX_BOILERPLATE_MATCH_START) & GZ_SAYS_CREDIT)) return true;
  return false;
}

/* `A silo near Salina. PHOTO: COLBY REED FOR …`: behind a sentence, whose picture it is. */
static bool credit_behind_sentence(gz_view v)
{
  for (size_t i = 8; i + 6 < v.n; i++)                     /* A barge near Leeds © Ana Lowell/Capeline */
    if (memcmp(v.p + i, "\xC2\xA9", 2) == 0) return v.p[i - 1] == ' ' && !memchr(v.p + i, '2', v.n - i < 6 ? v.n - i : 6);
  for (size_t i = 12, due = GZ_WATCH_STRIDE; i + 8 < v.n && !gz_watch_at(i, &due); i++)
    if (v.p[i] == '.' && gz_begins(gz_view_of(v.p + i, v.n - i), ". Photo courtesy of \0. Photo by \0")) return true;
    else if (v.p[i] == ':' && v.p[i + 1] == ' ') return gz_ends(gz_view_of(v.p, i), ". PHOTO\0. Photo\0.Credit\0.Photo\0. Foto\0. Photograph\0. Credit\0. Image\0. Illustration\0. FOTO\0. Bild\0. Photos\0");
  return false;
}

/* `The plant in Tacoma. RAINWIRE / T. HALE`, `Ana Brook, left, at work. (Northstar Photo)`: a caption that ends in capitals, or in a picture word in brackets. */
static bool captioned(const gz_line *l, gz_view v)
{
  if (l->wide && l->size <= 70 && v.n > 24 && gz_ends(v, " 摄\0 攝\0\xE3\x80\x80摄\0\xE3\x80\x80攝\0"))      /* …的外卖员。林一舟 摄 */
    for (size_t i = v.n - 4; i > 12 && v.n - i < 30; i--) if (memcmp(v.p + i - 3, "\xE3\x80\x82", 3) == 0) return true;
  if (l->wide && l->words >= 2 && l->size <= 70) {         /* …没有发动机。 ANA LOWELL */
    size_t i = v.n, spaces = 0;
    while (i > 0 && ((v.p[i - 1] >= 'A' && v.p[i - 1] <= 'Z') || v.p[i - 1] == ' ' || v.p[i - 1] == '.' || v.p[i - 1] == '/' || v.p[i - 1] == ',')) spaces += v.p[--i] == ' ';
    if (v.n - i >= 9 && spaces >= 2 && i >= 12 && memcmp(v.p + i - 3, "\xE3\x80\x82", 3) == 0) return true;
  }
  static const char *const pictures[] = {"photo", "photos", "image", "foto", "illustration", "screenshot", "graphic", "archive"};
  if (l->size > 70 || l->size < 8 || v.n < 16) return false;
  if (v.p[v.n - 1] == ')') {
    size_t i = v.n - 1, e = i;
    while (i > 0 && v.n - i < 60 && v.p[i - 1] != '(') i--;
    if (i == 0 || v.p[i - 1] != '(' || v.n - i >= 60) return false;
    while (e > i && v.p[e - 1] != ' ') e--;
    for (size_t k = 0; k < sizeof pictures / sizeof *pictures; k++) {
      size_t n = strlen(pictures[k]), m = 0;
      while (m < n && e + m < v.n && (v.p[e + m] | 32) == pictures[k][m]) m++;
      if (m == n && e + n == v.n - 1) return true;
    }
    return false;
  }
  if (l->ends_hard || l->wide) return false;
  size_t i = v.n, capitals = 0, words = 0;
  while (i > 0 && words < 6) {                             /* back over words of capitals to a full stop */
    size_t e = i;
    while (i > 0 && v.p[i - 1] != ' ') i--;
    if (e > i && v.p[e - 1] == '.' && e < v.n) { if (e - i < 3) return false; return words > 0 && (words > 1 || capitals >= 6); }      /* …formal. EFE is a sentence and who sent it */
    for (size_t k = i; k < e;) { uint32_t c = gz_utf8_next(v.p, v.n, &k); if (gz_is_letter(c) && gz_fold(c) == c) return false; capitals += gz_is_letter(c); }
    words++;
    while (i > 0 && v.p[i - 1] == ' ') i--;
  }
  return false;
}

/* `JOE DOE (EFE)`: a photographer and the agency. */
static bool agency_credit(const gz_line *l, gz_view v)
{
  if (l->wide && l->size >= 3 && l->size <= 10 && !l->stops && !l->commas && !l->digits && gz_ends(v, "提供\0攝影\0摄影\0") && !memchr(v.p, ' ', v.n)) return true;      /* 海岬提供 */
  if (l->size > 12 || l->size < 3 || l->stops || v.n < 6 || v.p[v.n - 1] != ')') return false;
  size_t k = v.n - 1, letters = 0;
  while (k > 0 && v.p[k - 1] >= 'A' && v.p[k - 1] <= 'Z') { k--; letters++; }
  return letters >= 2 && letters <= 8 && k > 2 && v.p[k - 1] == '(' && v.p[k - 2] == ' ' && !l->digits;
}

bool gz_doc_desk(gz_view v)
{
  static const char ends[] = "\xE9\x83\xA8\0\xE5\xB1\x80\0\xE7\xB5\x84\0\xE7\xBB\x84\0\xE7\x8F\xAD\0\xE4\xB8\xAD\xE5\xBF\x83\0";      /* 部 局 組 组 班 中心 */
  return v.n > 6 && gz_ends(v, ends);
}

bool gz_doc_button(gz_view v)
{
  uint32_t hit;
  return gz_trie_exact(&lex_boilerplate.trie, v, &hit) && (bits_of(hit, LEX_BOILERPLATE_MATCH_LINE) & GZ_SAYS_TOOL);
}

/* The line from which on long lines belong to the tail: few of them stand behind an article. */
static size_t long_tail(const gz_doc *d)
{
  size_t i = d->count, seen = 0;
  while (i > 0 && seen < ANYWHERE_LONG) seen += d->lines[--i].size > 60;
  return i;
}

/* `Subscribe to the Cape Letter newsletter to …`, `Sign up for …`: asks for readers of the paper's own letters. */
static bool letters_ask(gz_view v)
{
  static const char asks[] = "Subscribe to \0Sign up for \0Sign up to \0Get the \0Join \0Follow \0";
  static const char *const keys[] = {"newsletter", "Telegram channel", "WhatsApp channel", "on WhatsApp"};
  bool begins = v.n > 20 && gz_begins(v, asks);
  for (size_t k = 0; k < sizeof keys / sizeof *keys && begins; k++) {
    size_t n = strlen(keys[k]);
    for (size_t i = 4; i + n <= v.n; i++) if (memcmp(v.p + i, keys[k], n) == 0) return true;
  }
  return false;
}

/* skip past newsletter promotion … after newsletter promotion: what stands between is a box, whatever its lines say. */
static void promotion(gz_doc *d, size_t i)
{
  static const char open[] = "skip past ", close[] = "after ", key[] = " promotion";
  gz_view v = gz_doc_inner(d, &d->lines[i]);
  size_t n = sizeof key - 1;
  if (v.n < n + 6 || v.n > 40 || memcmp(v.p + v.n - n, key, n) != 0 || memcmp(v.p, close, sizeof close - 1) != 0) return;
  for (size_t k = i; k-- > 0 && k + 12 > i;) {
    gz_view w = gz_doc_inner(d, &d->lines[k]);
    if (w.n < n + 10 || memcmp(w.p, open, sizeof open - 1) != 0 || memcmp(w.p + w.n - n, key, n) != 0) continue;
    for (; k <= i; k++) { d->lines[k].says = GZ_SAYS_TOOL; d->lines[k].boxed = true; }
    return;
  }
}

void gz_doc_phrases(gz_doc *d)
{
  size_t tail = long_tail(d), due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < d->count && !gz_watch_at(d->lines[i].start, &due); i++) {
    gz_line *l = &d->lines[i];
    gz_view v = l->link && l->size <= SHORT ? gz_doc_words(d, l) : gz_doc_inner(d, l), w = bare(v);
    uint32_t hit;
    if (v.n == 0) continue;
    if (l->size <= 40 && w.n && gz_trie_exact(&lex_boilerplate.trie, w, &hit)) l->says |= bits_of(hit, LEX_BOILERPLATE_MATCH_LINE);
    if (l->says & (GZ_SAYS_RELATED | GZ_SAYS_COMMENTS)) l->says |= GZ_SAYS_WALL;
    if (l->size <= 40 && gz_trie_exact(&lex_boilerplate.trie, v, &hit)) l->says |= bits_of(hit, LEX_BOILERPLATE_MATCH_LINE);
    if (i > 0 && (d->lines[i - 1].says & GZ_SAYS_CREDIT) && d->lines[i - 1].size <= 8 && !d->lines[i - 1].ends_hard && l->size <= 60 && v.n && (d->text.p[d->lines[i - 1].end - 1] == ',' || (d->lines[i - 1].wide && memcmp(d->text.p + d->lines[i - 1].end - 3, "\xEF\xBC\x8C", 3) == 0))) l->says |= GZ_SAYS_CREDIT;      /* Image caption, */
    if (agency_credit(l, v) || (!l->wide && l->size <= 90 && (!l->ends_hard || l->size <= 40) && credit_behind_sentence(v)) || (!l->says && captioned(l, v)) || (l->size <= 100 && l->stops <= 2 && !l->says && credited(v))) l->says |= GZ_SAYS_CREDIT;
    if (!l->says && l->size <= 40 && !l->ends_hard && toolbar(v)) l->says |= GZ_SAYS_TOOL;
    uint32_t s = at_start(v) | (w.p != v.p && l->size <= SHORT ? at_start(w) : 0);
    if (l->size > SHORT) s &= GZ_SAYS_LEGAL | GZ_SAYS_ADVERT;
    if ((l->stops >= 2 && l->size > 24) || l->size > 60) s &= ~(uint32_t)(GZ_SAYS_TOOL | GZ_SAYS_RELATED);      /* `Thank you for having me. I …` */
    if (l->ends_hard && l->stops >= 2 && l->size <= 80 && !s && last_sentence(v)) s = GZ_SAYS_TOOL | GZ_SAYS_BUTTON;
    if (l->size <= 80 && letters_ask(v)) s |= GZ_SAYS_ADVERT;
    if ((s & GZ_SAYS_PAYWALL) && l->size <= 80) s |= GZ_SAYS_WALL;
    l->says |= s;
    if (l->size <= ANYWHERE_SIZE && (i < ANYWHERE_HEAD || (i + ANYWHERE_TAIL >= d->count && (i >= tail || l->size <= 60)) || (l->size < SHORT && !(l->ends_hard && l->size > 40)))) {
      size_t cut = 0;
      l->says |= anywhere(v, &cut);
      if (cut) { l->inner_end = l->inner + (uint32_t)cut; while (l->inner_end > l->inner && d->text.p[l->inner_end - 1] == ' ') l->inner_end--; gz_doc_measure(d, l); }
    }
    promotion(d, i);
    if (i > 1 && l->size <= 4 && (l->says & GZ_SAYS_CREDIT) && gz_begins(v, "hide caption\0Hide caption\0"))      /* the picture's owner above, and above him what it shows */
      for (size_t k = i; k-- > 0 && k + 3 > i;) if (d->lines[k].size <= 60 && !d->lines[k].meta) d->lines[k].says |= GZ_SAYS_CREDIT;
    if (i > 0 && (d->lines[i - 1].says & GZ_SAYS_CREDIT) && d->lines[i - 1].size <= 4 && gz_begins(gz_doc_inner(d, &d->lines[i - 1]), "toggle caption\0Toggle caption\0") && l->size <= 16 && !l->ends) l->says |= GZ_SAYS_CREDIT;
  }
}
