/* Meta lines: bylines, dates, labelled fields. A short line is cut into labels, stamps and the text between them at separators; a label
** gives its field to the text behind it; text without label is judged by its shape and what it stands beside (a publication or a short
** name beside a stamp, a person behind a slash, a place before 报道). A line most of which is understood so is a meta line. */
#include "page/doc.h"
#include "lex_bylines.h"
#include "lex_labels.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

#define META_SIZE 130u
#define TOKENS 48

enum token_kind { T_LABEL, T_STAMP, T_TEXT, T_SLASH, T_BREAK };

typedef struct token { uint8_t kind, field; bool colon, soft, timed, day; gz_span span; } token;

typedef struct cutter {
  gz_doc *d;
  size_t line;
  gz_view v;
  gz_stamp stamps[8];
  size_t stamp_count;
  token t[TOKENS];
  size_t count;
} cutter;

/* A headline keeps quotation marks and brackets at its ends. */
static gz_view trim_title(gz_view v)
{
  for (int side = 0; side < 2; side++)
    while (v.n) {
      size_t i = side ? v.n : 0;
      uint32_t c = side ? gz_utf8_prev(v.p, v.n, &i) : gz_utf8_next(v.p, v.n, &i);
      if (!gz_is_space(c) && c != 0x3000 && c != '|' && c != '_' && c != '#' && c != '*' && c != '<' && c != '>' && c != 0xFF5C && c != 0x200B && c != 0x25A0 && c != 0x25CF && c != ',' && c != ';' && !(c == '-' && v.n > 1 && v.p[side ? v.n - 2 : 1] == ' ')) break;
      if (side) v.n = i;
      else { v.p += i; v.n -= i; }
    }
  return v;
}

void gz_doc_find(gz_doc *d, unsigned field, bool labelled, size_t line, gz_view value, bool timed)
{
  void *items = d->found;
  value = field == GZ_F_TITLE ? trim_title(value) : gz_trim(value);
  if (value.n == 0 || d->failed) return;
  if (!gz_array_grow(&items, &d->found_cap, d->found_count, sizeof *d->found)) { d->failed = true; return; }
  d->found = items;
  gz_found *f = &d->found[d->found_count++];
  f->field = (uint8_t)field;
  f->labelled = labelled;
  f->timed = timed;
  f->soft = f->weak = f->sure = false;
  f->line = (uint32_t)line;
  f->value = value;
}

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }
static size_t over_spaces(gz_view v, size_t i) { while (i < v.n) { size_t k = i; uint32_t c = gz_utf8_next(v.p, v.n, &k); if (!gz_is_space(c) && c != 0x3000) break; i = k; } return i; }
static bool colon(uint32_t c) { return c == ':' || c == 0xFF1A || c == 0xFE30 || c == 0xFE55 || c == 0x2236; }
static bool slash(uint32_t c) { return c == '/' || c == 0xFF0F || c == 0x2215 || c == 0x2044 || c == '|' || c == 0xFF5C || c == 0x4E28 || c == 0x2502; }
static bool bracket(uint32_t c) { return c == 0x3010 || c == 0x3011 || c == 0x3014 || c == 0x3015 || c == '[' || c == ']' || c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09; }

/* 海岬新闻记者 林一舟: the word for reporter and a name behind it, up to an end. */
static bool is_reporter(gz_view v, size_t end, size_t i)
{
  size_t e = i;
  while (e < v.n) { size_t m = e; uint32_t x = gz_utf8_next(v.p, v.n, &m); if (slash(x) || bracket(x) || x == ' ' || x == 0x3000 || x == 0xFF0C || x == 0x3001 || x == '\n') break; e = m; }
  gz_view name = gz_view_of(v.p + i, e - i);
  return gz_names_plain(name) && (i > end || e >= v.n || slash(at(v, e)) || bracket(at(v, e)));
}

/* A label at pos: its field and the end of it with its colon. `first`: nothing but separators stands before it in its segment. */
static bool label_at(const cutter *c, size_t pos, bool first, token *out)
{
  gz_hit hits[12];
  size_t n = gz_trie_prefixes(&lex_labels.trie, c->v, pos, hits, 12);
  for (size_t k = n; k-- > 0;) {
    unsigned field = lex_labels_rows[hits[k].value].field;
    size_t end = hits[k].end, i = over_spaces(c->v, end);
    uint32_t s = at(c->v, i);
    bool latin = (unsigned char)c->v.p[pos] < 0x80 || !gz_is_unspaced(at(c->v, pos));
    if (!gz_word_boundary(c->v, end)) {
      /* `by` before a capital, `글` …: only unspaced scripts may go on */
      continue;
    }
    bool reporter = !first && !latin && (field == GZ_F_AUTHOR || field == GZ_F_TRANSLATOR || (field == GZ_F_EDITOR && pos > 0 && c->v.p[pos - 1] == ' ')) && end - pos == 6 && !colon(s) && is_reporter(c->v, end, i);
    if (reporter) { first = true; if (field != GZ_F_EDITOR) field = GZ_F_AUTHOR; }
    if (!first && !latin && end - pos <= 3) continue;      /* one character inside a word */
    if (colon(s)) { gz_utf8_next(c->v.p, c->v.n, &i); out->colon = true; }
    else if (!first) continue;
    else if (slash(s) && !latin) { gz_utf8_next(c->v.p, c->v.n, &i); out->colon = true; }
    else if (slash(s) && latin && (field == GZ_F_EDITOR || field == GZ_F_AUTHOR || field == GZ_F_SOURCE)) { i++; out->colon = true; }
    else if (field == GZ_F_PUBLISHED || field == GZ_F_UPDATED) {
      bool stamped = false;
      for (size_t m = 0; m < c->stamp_count; m++) stamped |= c->stamps[m].span.start >= i && c->stamps[m].span.start <= i + 20;
      if (!stamped) continue;
      out->colon = false;
    } else if (latin) {              /* By Ana Lowell; Edited by …; von … */
      bool capital = i > end && gz_is_letter(s) && gz_fold(s) != s;
      bool two = memchr(c->v.p + pos, ' ', end - pos) != NULL;
      if (!(field == GZ_F_AUTHOR || field == GZ_F_EDITOR || field == GZ_F_TRANSLATOR || field == GZ_F_PHOTO || (field == GZ_F_SOURCE && two)) || !(capital || i >= c->v.n)) continue;
      gz_view word = gz_view_of(c->v.p + pos, end - pos);
      if (!memchr(word.p, ' ', word.n) && word.n > 3 && i < c->v.n) continue;      /* `Author Ana` is no label, `by Ana` is */
      out->colon = false;
    } else if (field == GZ_F_NONE && i > end && s < 0x80 && gz_is_letter(s)) {      /* 公众号 capetech */
    } else if (field == GZ_F_AUTHOR || field == GZ_F_EDITOR || field == GZ_F_PHOTO || field == GZ_F_TRANSLATOR || field == GZ_F_SITE) {
      size_t e = i;                  /* 记者 林一舟; 〔記者林一舟／…〕: a name and then an end */
      while (e < c->v.n) { size_t m = e; uint32_t x = gz_utf8_next(c->v.p, c->v.n, &m); if (slash(x) || bracket(x) || x == ' ' || x == 0x3000 || x == 0xFF0C || x == 0x3001 || x == '\n') break; e = m; }
      gz_view name = gz_view_of(c->v.p + i, e - i);
      if (field == GZ_F_SITE ? !(i > end) : !gz_name_like(name) || (i == end && (field != GZ_F_AUTHOR || end - pos <= 3))) continue;
      out->colon = false;
    } else continue;
    out->kind = T_LABEL;
    out->soft = end - pos <= 3;
    out->field = (uint8_t)field;
    out->span.start = (uint32_t)pos;
    out->span.end = (uint32_t)i;
    return true;
  }
  return false;
}

static void put(cutter *c, unsigned kind, size_t start, size_t end)
{
  if (kind == T_TEXT) {
    gz_view v = gz_trim(gz_view_of(c->v.p + start, end - start));
    if (v.n == 0) return;
    start = (size_t)(v.p - c->v.p);
    end = start + v.n;
  }
  if (c->count >= TOKENS) return;
  token *t = &c->t[c->count++];
  memset(t, 0, sizeof *t);
  t->kind = (uint8_t)kind;
  t->span.start = (uint32_t)start;
  t->span.end = (uint32_t)end;
}

static void cut(cutter *c)
{
  gz_view v = c->v;
  size_t from = 0, stamp = 0;
  bool first = true;
  uint32_t before = ' ', ch = ' ';
  for (size_t i = 0; i < v.n;) {
    before = i == from ? ' ' : ch;
    if (stamp < c->stamp_count && i >= c->stamps[stamp].span.start) {
      put(c, T_TEXT, from, c->stamps[stamp].span.start);
      put(c, T_STAMP, c->stamps[stamp].span.start, c->stamps[stamp].span.end);
      if (c->count) { c->t[c->count - 1].field = (uint8_t)stamp; c->t[c->count - 1].timed = c->stamps[stamp].timed; c->t[c->count - 1].day = c->stamps[stamp].day; }
      from = i = c->stamps[stamp++].span.end;
      first = true;
      continue;
    }
    if (v.p[i] == 'h' && v.n - i > 8 && (memcmp(v.p + i, "http://", 7) == 0 || memcmp(v.p + i, "https://", 8) == 0)) {      /* one piece */
      while (i < v.n && (unsigned char)v.p[i] > ' ' && (unsigned char)v.p[i] < 0x80) i++;
      continue;
    }
    size_t next = i;
    ch = gz_utf8_next(v.p, v.n, &next);
    token label = {0};
    bool starts = !gz_is_alnum(ch) ? false : !gz_is_alnum(before) || gz_is_unspaced(ch) || gz_is_unspaced(before) || (v.p[i] >= 'A' && v.p[i] <= 'Z' && v.p[i - 1] >= 'a' && v.p[i - 1] <= 'z');
    if (starts && label_at(c, i, first, &label)) {
      put(c, T_TEXT, from, i);
      if (c->count < TOKENS) c->t[c->count++] = label;
      from = i = label.span.end;
      first = true;
      continue;
    }
    bool gap = (ch == ' ' && at(v, next) == ' ') || ch == '\t' || ch == '\n' || ch == 0x2022 || ch == 0x25AA || ch == 0x25CF || ch == 0x25AB || (ch == 0xB7 && (at(v, next) == ' ' || (i > 0 && v.p[i - 1] == ' ') || next >= v.n || gz_is_digit(at(v, next)) || (i > from && stamp < c->stamp_count && c->stamps[stamp].span.start == next))) || ch == 0x3000 || ch == '>' || bracket(ch) || ((ch == 0x2014 || ch == 0x2013 || ch == '-') && at(v, next) == ' ' && i > 0 && v.p[i - 1] == ' ');
    bool bar = slash(ch) && !(ch == '/' && next < v.n && gz_is_digit((unsigned char)v.p[next]) && i > 0 && gz_is_digit((unsigned char)v.p[i - 1])) && !(ch == '/' && i > 0 && (v.p[i - 1] == '/' || v.p[i - 1] == ':')) && at(v, next) != '/';
    if (gap || bar) {
      put(c, T_TEXT, from, i);
      if (c->count && c->t[c->count - 1].kind != T_BREAK) put(c, bar && (ch == '/' || ch == 0xFF0F || ch == 0x2215 || ch == 0x2044) ? T_SLASH : T_BREAK, i, next);
      from = next;
      first = true;
    } else if (ch == ',' || ch == ';') first = true;
    else if (!gz_is_space(ch) && (gz_is_alnum(ch) || ch == 0x201C)) first = false;
    i = next;
  }
  put(c, T_TEXT, from, v.n);
}

static bool bylines_end(gz_view v, unsigned kind, size_t *start)
{
  for (size_t i = v.n > 40 ? v.n - 40 : 0; i < v.n;) {
    size_t b = i;
    uint32_t hit;
    gz_utf8_next(v.p, v.n, &i);
    if (!gz_trie_may_start(&lex_bylines.trie, v, b) || !gz_word_boundary(v, b) || !gz_trie_exact(&lex_bylines.trie, gz_view_of(v.p + b, v.n - b), &hit)) continue;
    for (;; hit++) {
      if (lex_bylines_rows[hit].kind == kind) { *start = b; return true; }
      if (!lex_bylines_rows[hit].more) break;
    }
  }
  return false;
}

static bool is_place(gz_view v) { return gz_place(v); }

/* 北京报道, 台北報導, Berlin: a place with or without the word behind it. */
static bool place_of(gz_view v, gz_view *place)
{
  size_t s;
  v = gz_trim(v);
  if (is_place(v)) { *place = v; return true; }
  if (!bylines_end(v, LEX_BYLINES_KIND_REPORT, &s) || s == 0) return false;
  gz_view p = gz_trim(gz_view_of(v.p, s));
  size_t again;
  if (bylines_end(p, LEX_BYLINES_KIND_REPORT, &again) && again > 0) p = gz_trim(gz_view_of(p.p, again));
  if (!is_place(p) && !(p.n >= 6 && p.n <= 12 && gz_is_han(at(p, 0)) && !gz_media_like(p))) return false;
  *place = p;
  return true;
}

static bool counter(gz_view v)
{
  size_t s, digits = 0, letters = 0;
  if (v.n == 1) return true;
  for (size_t i = 0; i < v.n;) { uint32_t c = gz_utf8_next(v.p, v.n, &i); digits += gz_is_digit(c); letters += gz_is_letter(c); }
  if (digits && letters <= 1) return true;
  return bylines_end(v, LEX_BYLINES_KIND_COUNT, &s) && (digits || s == 0);
}

/* 更新, 입력: a label behind its value */
static bool only_label(gz_view v)
{
  uint32_t hit;
  for (size_t i = 0; i < v.n;) {
    size_t b = i;
    gz_utf8_next(v.p, v.n, &i);
    if (gz_word_boundary(v, b) && gz_trie_exact(&lex_labels.trie, gz_view_of(v.p + b, v.n - b), &hit) ) {
      size_t letters = 0;
      for (size_t k = 0; k < b;) letters += gz_is_letter(gz_utf8_next(v.p, v.n, &k));
      return letters == 0;
    }
  }
  return false;
}

static bool relative(gz_view v) { size_t s; return v.n < 40 && bylines_end(v, LEX_BYLINES_KIND_RELATIVE, &s); }

/* `一舟 发自 海岬` */
static bool sent_from(cutter *c, gz_view v)
{
  static const char key[] = "\xE5\x8F\x91\xE8\x87\xAA", key2[] = "\xE7\x99\xBC\xE8\x87\xAA";
  for (size_t i = 0; i + 6 <= v.n; i++)
    if (memcmp(v.p + i, key, 6) == 0 || memcmp(v.p + i, key2, 6) == 0) {
      gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, gz_view_of(v.p, i), false);
      gz_view place = gz_trim(gz_view_of(v.p + i + 6, v.n - i - 6));
      if (is_place(place)) gz_doc_find(c->d, GZ_F_PLACE, true, c->line, place, false);
      return true;
    }
  return false;
}

static bool has_role(gz_view v)
{
  size_t s;
  return v.n < 60 && bylines_end(v, LEX_BYLINES_KIND_ROLE, &s) && s > 0 && gz_name_like(gz_view_of(v.p, s));
}

/* `임일주 기자`, `Ana Lowell, Markets Reporter`, `임일주 기자 a@b.c`: a name and what its bearer does. */
static bool person_with_role(cutter *c, gz_view v)
{
  const char *names;
  size_t s;
  gz_view w = v;
  const char *mail = memchr(v.p, '@', v.n);
  if (mail) { size_t k = (size_t)(mail - v.p); while (k > 0 && v.p[k - 1] != ' ') k--; if (k == 0) return false; w = gz_trim(gz_view_of(v.p, k)); }
  if (!bylines_end(w, LEX_BYLINES_KIND_ROLE, &s) || s == 0 || w.n > 60) return false;
  gz_view name = gz_trim(gz_view_of(w.p, s));
  if (!gz_name_like(name) && !memchr(name.p, ',', name.n)) return false;
  names = gz_names_of(c->d, w, c->d->kana && (unsigned char)name.p[0] >= 0xE3);
  if (!names) return false;
  size_t had = c->d->found_count;
  gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, gz_view_cstr(names), false);
  if (c->d->found_count > had) c->d->found[had].sure = c->d->kana && (unsigned char)name.p[0] >= 0xE3;
  return true;
}

/* `Ana Lowell, Cape Times`, `Ana Lowell for Cape Times`: who wrote it and for whom. */
static bool person_and_house(cutter *c, gz_view v)
{
  static const char *const joints[] = {", ", " for ", " | ", " f\xC3\xBCr ", " pour ", " para ", "\xEF\xBC\x8C", "\xE3\x80\x81"};
  for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
    size_t n = strlen(joints[k]);
    for (size_t i = 2; i + n + 2 < v.n; i++) {
      if (v.p[i] != joints[k][0] || memcmp(v.p + i, joints[k], n) != 0) continue;
      gz_view who = gz_view_of(v.p, i), house = gz_trim(gz_view_of(v.p + i + n, v.n - i - n));
      if (!gz_media_like(house) || memchr(house.p, ',', house.n)) continue;
      const char *names = gz_names_of(c->d, who, true);
      if (!names || !gz_name_like(who)) continue;
      gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, gz_view_cstr(names), false);
      gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, house, false);
      return true;
    }
  }
  return false;
}

/* `海岬時報 林一舟`, `海岬工业报道 林一舟 北京报道`: for whom, who and where, of Han characters alone. */
static bool house_and_person(cutter *c, gz_view v)
{
  size_t i = 0, ignored;
  if (v.n > 66 || ((unsigned char)v.p[0] < 0xE3 && !gz_is_digit((unsigned char)v.p[0]))) return false;
  while (i < v.n && v.p[i] != ' ') i++;
  if (i >= v.n || i < 6 || (unsigned char)v.p[i - 1] < 0x80) return false;
  gz_view house = gz_view_of(v.p, i), who = gz_trim(gz_view_of(v.p + i, v.n - i)), place = {NULL, 0};
  const char *space = memchr(who.p, ' ', who.n);
  if (space) {
    if (!place_of(gz_view_of(space, (size_t)(who.p + who.n - space)), &place)) return false;
    who.n = (size_t)(space - who.p);
  }
  bool reports = space && house.n >= 12 && bylines_end(house, LEX_BYLINES_KIND_REPORT, &ignored);
  if ((!gz_media_like(house) && !reports) || !gz_names_plain(who) || gz_media_like(who) || (unsigned char)who.p[0] < 0xE3) return false;
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, house, false);
  gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, who, false);
  if (place.n) gz_doc_find(c->d, GZ_F_PLACE, false, c->line, place, false);
  return true;
}

/* `海岬新闻记者 | 林一舟`, `海岬網記者林一舟 台北`: for whom, who, and where. */
static bool house_reporter(cutter *c, size_t k)
{
  static const char word[] = "\xE8\xAE\xB0\xE8\x80\x85", word2[] = "\xE8\xA8\x98\xE8\x80\x85";
  gz_view v = gz_view_slice(c->v, c->t[k].span), who, place = {NULL, 0};
  size_t at = 0;
  while (at + 6 <= v.n && memcmp(v.p + at, word, 6) != 0 && memcmp(v.p + at, word2, 6) != 0) at++;
  if (at < 6 || at + 6 > v.n || v.n > 72 || !gz_media_like(gz_view_of(v.p, at))) return false;
  who = gz_trim(gz_view_of(v.p + at + 6, v.n - at - 6));
  if (!who.n && k + 2 < c->count && c->t[k + 1].kind == T_BREAK && c->t[k + 2].kind == T_TEXT) who = gz_view_slice(c->v, c->t[k + 2].span);
  const char *space = memchr(who.p, ' ', who.n);
  if (space) { place = gz_trim(gz_view_of(space, (size_t)(who.p + who.n - space))); who.n = (size_t)(space - who.p); }
  if (!gz_names_plain(who)) return false;
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, gz_view_of(v.p, at), false);
  gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, who, false);
  if (place.n && is_place(place)) gz_doc_find(c->d, GZ_F_PLACE, true, c->line, place, false);
  return true;
}

/* `原创 林一舟 海岬之心`: what an account says above its own articles: who wrote it, and the account. */
static bool original(cutter *c, gz_view v)
{
  static const char key[] = "\xE5\x8E\x9F\xE5\x88\x9B ", key2[] = "\xE5\x8E\x9F\xE5\x89\xB5 ", key3[] = "Original ";
  size_t from = v.n > 7 && (memcmp(v.p, key, 7) == 0 || memcmp(v.p, key2, 7) == 0) ? 7 : v.n > 9 && memcmp(v.p, key3, 9) == 0 && (unsigned char)v.p[9] >= 0x80 ? 9 : 0;
  if (!from || v.n > 90) return false;
  size_t end = v.n;
  while (end > from && v.p[end - 1] != ' ') end--;
  gz_view who = gz_trim(gz_view_of(v.p + from, end - from)), account = gz_view_of(v.p + end, v.n - end);
  if (who.n == 0) { who = account; account.n = 0; }
  if (account.n) gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, account, false);
  gz_doc_find(c->d, gz_media_like(who) || (!account.n && !gz_names_plain(who)) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, who, false);
  return true;
}

/* Text that no label explains. How many bytes of it are understood. */
static size_t plain_text(cutter *c, size_t k, bool stamped)
{
  token *t = &c->t[k];
  gz_view v = gz_view_slice(c->v, t->span), place;
  size_t s;
  bool after_slash = k >= 2 && c->t[k - 1].kind == T_SLASH, before_slash = k + 1 < c->count && c->t[k + 1].kind == T_SLASH;
  if (person_with_role(c, v)) return v.n;
  bool by_stamp = (k > 0 && c->t[k - 1].kind == T_STAMP) || (k + 1 < c->count && c->t[k + 1].kind == T_STAMP) || (k + 2 < c->count && c->t[k + 1].kind == T_BREAK && c->t[k + 2].kind == T_STAMP) ||
    (k >= 2 && c->t[k - 1].kind == T_BREAK && c->t[k - 2].kind == T_STAMP);
  if (counter(v) || relative(v) || only_label(v) || gz_doc_button(v)) return v.n;
  if (v.n > 8 && memcmp(v.p, "http", 4) == 0) return v.n;
  if (sent_from(c, v)) return v.n;
  if (house_and_person(c, v) || original(c, v) || house_reporter(c, k)) return v.n;
  if (k == 0 && bracket(at(c->v, 0)) && person_and_house(c, v)) return v.n;      /* [林一舟，海岬テック] */
  if (after_slash ? place_of(v, &place) : stamped && is_place(v) && (place = v, true)) { gz_doc_find(c->d, GZ_F_PLACE, after_slash, c->line, place, false); return v.n; }
  if (stamped && memchr(v.p, ',', v.n) && person_and_house(c, v)) return v.n;
  if (stamped && gz_media_like(v) && v.n <= 60 && !gz_names_plain(v)) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false); return v.n; }
  if (bylines_end(v, LEX_BYLINES_KIND_REPORT, &s) && s > 0 && v.n <= 60) {
    gz_view who = gz_trim(gz_view_of(v.p, s));
    if (gz_media_like(who) || (who.n <= 24 && !after_slash && stamped)) { gz_doc_find(c->d, GZ_F_SOURCE, true, c->line, who, false); return v.n; }
    if (place_of(v, &place) && is_place(place)) { gz_doc_find(c->d, GZ_F_PLACE, true, c->line, place, false); return v.n; }
  }
  size_t slashes = 0;
  for (size_t m = 0; m < c->count; m++) slashes += c->t[m].kind == T_SLASH;
  if (slashes > 1 && !stamped) return 0;                   /* a breadcrumb */
  if (slashes && !stamped && !gz_media_like(v) && !gz_names_of(c->d, v, false)) return 0;
  if (before_slash && k + 2 < c->count && c->t[k + 2].kind == T_TEXT && gz_names_plain(v)) {      /* 林一舟／核稿編輯 */
    uint32_t hit;
    if (gz_trie_exact(&lex_labels.trie, gz_view_slice(c->v, c->t[k + 2].span), &hit) && lex_labels_rows[hit].field == GZ_F_EDITOR) { gz_doc_find(c->d, GZ_F_EDITOR, true, c->line, v, false); return v.n; }
  }
  if (before_slash && (gz_media_like(v) || gz_name_like(v))) { gz_doc_find(c->d, gz_media_like(v) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, v, false); return v.n; }
  if (after_slash && (gz_name_like(v) || gz_media_like(v))) { gz_doc_find(c->d, gz_media_like(v) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, v, false); return v.n; }
  if (!stamped) return 0;
  if (gz_media_like(v) && v.n <= 60) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false); return v.n; }
  const char *names = memchr(v.p, ',', v.n) || memchr(v.p, '@', v.n) || gz_name_like(v) ? gz_names_of(c->d, v, false) : NULL;
  if (names) { gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, gz_view_cstr(names), false); return v.n; }
  if (by_stamp && v.n <= 36) {
    size_t spaces = 0;
    bool shouted = true;
    for (size_t i = 0; i < v.n; i++) { spaces += v.p[i] == ' '; shouted &= v.p[i] >= 'A' && v.p[i] <= 'Z'; }
    if (colon(at(c->v, t->span.end)) || shouted) return 0;      /* an unknown label; a zone */
    if (gz_han_person(v) || (c->d->kana && v.n >= 9 && v.n <= 15 && gz_name_like(v) && !gz_media_like(v))) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, v, false);
      if (c->d->found_count > had) c->d->found[had].sure = true;
      return v.n;
    }
    if (gz_place(v)) { gz_doc_find(c->d, GZ_F_PLACE, false, c->line, v, false); return v.n; }
    if (spaces <= 2 && gz_is_letter(at(v, 0))) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false);
      if (c->d->found_count > had) c->d->found[had].weak = !gz_publication(v);
      return v.n;
    }
  }
  return 0;
}

/* The field that a label at the end of a short line leaves for the next one. */
static unsigned left_open(const cutter *c, unsigned field)
{
  return (field == GZ_F_AUTHOR || field == GZ_F_PUBLISHED || field == GZ_F_SOURCE || field == GZ_F_EDITOR) && c->v.n <= 40 ? field : GZ_F_NONE;
}

static bool may_be_biography(const cutter *c)
{
  return c->count >= 2 && (unsigned char)c->v.p[0] < 0x80 && c->t[0].kind == T_LABEL && c->t[0].field == GZ_F_AUTHOR && !c->t[0].colon && c->line < 60;
}

/* Prose whatever its pieces mean: nothing found in it would be kept, so the pieces need no reading. */
static bool only_prose(const cutter *c, const gz_line *l, size_t labels, size_t stamps)
{
  bool opened = c->count && c->t[0].kind != T_TEXT;
  bool prose = (l->commas + l->stops >= 1 && l->size > 24 && !opened && !stamps) || l->stops >= 2 || (l->stops >= 1 && l->size > 40) || (l->ends_hard && l->size > 24 && !labels) || l->size > META_SIZE;
  if (!prose || may_be_biography(c) || (labels >= 2 && (l->says & (GZ_SAYS_LEGAL | GZ_SAYS_REPRINT)))) return false;
  for (size_t k = 0; k < c->count; k++) if (c->t[k].kind == T_LABEL && c->t[k].field == GZ_F_URL) return false;      /* swallows the labels behind it */
  return true;
}

/* The same without looking for labels: two sentences or a long one, no stamp, too long to leave a label open, no `By …` in front. */
static bool plain_prose(const cutter *c, const gz_line *l)
{
  gz_hit hit;
  if (!(l->stops >= 2 || (l->stops >= 1 && l->size > 40)) || c->v.n <= 40 || (l->says & (GZ_SAYS_LEGAL | GZ_SAYS_REPRINT))) return false;
  unsigned char a = (unsigned char)c->v.p[0];
  return a >= 0x80 || c->line >= 60 || ((a | 32u) - 'a' < 26u && gz_trie_prefixes(&lex_labels.trie, c->v, 0, &hit, 1) == 0);
}

/* Reads one line; pending: the field of a label that stood alone on the line before. */
static void read_line(gz_doc *d, size_t line, unsigned *pending)
{
  gz_line *l = &d->lines[line];
  cutter c;                                                /* its tokens and stamps are not cleared: counts say how many there are */
  c.d = d;
  c.line = line;
  c.v = gz_doc_words(d, l);
  c.stamp_count = c.count = 0;
  size_t understood = 0, total = 0, labels = 0, stamps = 0, before = d->found_count;
  unsigned field = *pending;
  bool soft = false, ago = false, picture = false;
  bool carried = *pending != 0;
  *pending = GZ_F_NONE;
  if (plain_prose(&c, l)) { l->stamp_line = l->meta = false; return; }
  c.stamp_count = l->digits >= 3 || (l->digits >= 2 && l->wide) ? gz_stamps(c.v, c.stamps, 8, d->day_first) : 0;
  cut(&c);
  for (size_t k = 0; k < c.count; k++) { labels += c.t[k].kind == T_LABEL; stamps += c.t[k].kind == T_STAMP; if (c.t[k].kind <= T_TEXT) total += c.t[k].span.end - c.t[k].span.start; }
  if (only_prose(&c, l, labels, stamps)) {
    l->stamp_line = stamps > 0;
    l->meta = false;
    if (c.count && !carried && c.t[c.count - 1].kind == T_LABEL) *pending = left_open(&c, c.t[c.count - 1].field);
    return;
  }
  for (size_t k = 0; k < c.count; k++) if (c.t[k].kind == T_TEXT && (relative(gz_view_slice(c.v, c.t[k].span)) || has_role(gz_view_slice(c.v, c.t[k].span)))) ago = true;
  for (size_t k = 0; k < c.count; k++) {
    token *t = &c.t[k];
    gz_view v = gz_view_slice(c.v, t->span);
    if (t->kind == T_LABEL) {
      field = t->field;
      picture = field == GZ_F_PHOTO;
      soft = t->soft;
      understood += v.n;
      if (k + 1 == c.count && !carried) *pending = left_open(&c, field);
      if (field == GZ_F_NONE) field = k == 0 ? GZ_F_COVER : GZ_F_IGNORED;          /* its value is of no use */
    } else if (t->kind == T_STAMP) {
      gz_stamp *s = &c.stamps[t->field];
      const char *z = gz_arena_copy(d->arena, s->edtf, strlen(s->edtf));
      if (!z) { d->failed = true; return; }
      bool updated = field == GZ_F_UPDATED, known = field == GZ_F_PUBLISHED;
      gz_doc_find(d, updated ? GZ_F_UPDATED : GZ_F_PUBLISHED, known, line, gz_view_cstr(z), s->timed);
      understood += v.n;
      if (updated || known) field = GZ_F_NONE;
    } else if (t->kind == T_TEXT) {
      if (picture && field == GZ_F_NONE && k > 0 && c.t[k - 1].kind == T_SLASH) { understood += v.n; continue; }      /* Photograph: who/for whom */
      if (field == GZ_F_NONE || field == GZ_F_PUBLISHED || field == GZ_F_UPDATED) {
        understood += plain_text(&c, k, stamps > 0 || labels > 0 || carried || ago);
        continue;
      }
      understood += v.n;
      if (field == GZ_F_URL) { understood += c.v.n - t->span.end; v = gz_view_of(v.p, c.v.n - t->span.start); k = c.count; }
      if (field == GZ_F_AUTHOR && k + 1 < c.count && c.t[k + 1].kind == T_SLASH && gz_media_like(v) && !gz_name_like(v)) gz_doc_find(d, GZ_F_SOURCE, true, line, v, false);
      else if (gz_doc_button(v) || (field == GZ_F_AUTHOR && house_and_person(&c, v))) {}
      else if (!(field == GZ_F_AUTHOR && person_and_house(&c, v))) {
        gz_doc_find(d, field, true, line, v, false);
        if (d->found_count) d->found[d->found_count - 1].soft = soft;
      }
      field = GZ_F_NONE;
    } else if (t->kind == T_BREAK && field != GZ_F_NONE && k > 0 && c.t[k - 1].kind == T_LABEL && slash(at(c.v, t->span.start))) field = GZ_F_NONE;      /* an empty field */
  }
  l->stamp_line = stamps > 0;
  bool opened = c.count && c.t[0].kind != T_TEXT;
  bool told = labels >= 2 && (l->says & (GZ_SAYS_LEGAL | GZ_SAYS_REPRINT)) && !l->ends_hard;      /* 本文来自…，作者：…，编辑：… */
  bool prose = (l->commas + l->stops >= 1 && l->size > 24 && !opened && !(understood * 10 >= total * 8 && stamps)) || l->stops >= 2 || (l->stops >= 1 && l->size > 40) || (l->ends_hard && l->size > 24 && !labels) || l->size > META_SIZE;
  if (told) { l->meta = true; return; }
  bool clock = false;                                      /* a date with its year and the time of day: whatever else stands there, it is no headline */
  for (size_t k = 0; k < c.stamp_count; k++) clock |= c.stamps[k].timed && c.stamps[k].edtf[0] != 'X';
  if (clock && !prose && l->size <= 60) { l->meta = true; return; }
  if (l->says & GZ_SAYS_TOOL) { d->found_count = before; l->meta = false; return; }
  /* By Ana Lowell, a senior reporter who … */
  bool biography = may_be_biography(&c) && gz_names_of(d, gz_view_slice(c.v, c.t[1].span), false) != NULL;
  if (biography && prose) { l->meta = true; return; }
  l->meta = !prose && understood > 0 && understood * 10 >= total * 6 && (labels || stamps || ago || d->found_count > before);
  if (!l->meta && !(labels && !prose && l->size <= META_SIZE && !l->ends_hard && understood * 10 >= total * 4)) d->found_count = before;      /* nothing that a reader would call a byline */
  else l->meta = true;
}

/* Nothing of a byline in it: spares most lines the work. */
static bool a_sentence(const gz_doc *d, const gz_line *l)
{
  if (!l->ends_hard || !l->stops || l->size <= 24 || l->symbols || l->digits >= 4) return false;
  gz_view v = gz_doc_inner(d, l);
  size_t n = v.n < 40 ? v.n : 40;
  return !memchr(v.p, ':', n) && !memchr(v.p, '@', n) && (unsigned char)v.p[0] != 0xE3 && !(l->wide && l->size <= 48);
}

/* Wide characters, or accented letters again and again: who writes so puts the day before the month between slashes. */
static bool not_english(gz_view v)
{
  size_t wide = 0, accents = 0;
  for (size_t i = 0; i < v.n; i++) { unsigned char c = (unsigned char)v.p[i]; wide += c >= 0xE3 && c <= 0xED; accents += c == 0xC3; }
  return wide >= 30 || accents >= 8;
}

static bool has_kana(gz_view v)
{
  size_t kana = 0, i = 0;
  for (const char *p; kana < 20 && i + 2 < v.n && (p = memchr(v.p + i, 0xE3, v.n - i - 2)) != NULL; i = (size_t)(p - v.p) + 3)
    kana += (unsigned char)p[1] >= 0x81 && (unsigned char)p[1] <= 0x83;
  return kana >= 20;
}

void gz_doc_meta(gz_doc *d)
{
  unsigned pending = GZ_F_NONE, object = GZ_F_NONE;
  d->day_first = not_english(gz_view_of(d->text.p, d->text.n < 3000 ? d->text.n : 3000));
  d->kana = has_kana(gz_view_of(d->text.p, d->text.n < 3000 ? d->text.n : 3000));
  for (size_t i = 0; i < d->count && !d->failed; i++) {
    gz_line *l = &d->lines[i];
    if (l->code) { gz_doc_embedded(d, i, &object); pending = GZ_F_NONE; continue; }
    if (l->size == 0 || l->image || (l->timecode && l->size > 4) || l->size > META_SIZE || (l->says & (GZ_SAYS_NAV | GZ_SAYS_COMMENTS | GZ_SAYS_RELATED | GZ_SAYS_PAYWALL | GZ_SAYS_HARD)) || ((l->says & GZ_SAYS_TOOL) && l->digits < 6)) { pending = GZ_F_NONE; continue; }
    if (pending == GZ_F_NONE && (a_sentence(d, l) || (i >= 14 && i + 14 < d->count && l->ends_hard && l->stops && l->size > 16))) continue;      /* a sentence, and nothing of a byline in it */
    read_line(d, i, &pending);
  }
  d->found_sorted = d->found_count;
}
