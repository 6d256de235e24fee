/* Cuts a line of a head into tokens: labels with their colons (`作者：`, `By`, `Published`), stamps, separators (bars, dots, brackets, wide gaps) and what
** stands between them. A label counts at the beginning of a piece, or with a colon behind it; one of a single character needs both. */
#include "page/cut.h"
#include "base/watch.h"
#include "lex_labels.h"

/* 海岬新闻记者 林一舟: the word for reporter and a name behind it, up to an end. */
static bool is_reporter(gz_view v, size_t end, size_t i)
{
  size_t e = i;
  while (e < v.n) { size_t m = e; uint32_t x = gz_utf8_next(v.p, v.n, &m); if (gz_cut_slash(x) || gz_cut_bracket(x) || x == ' ' || x == 0x3000 || x == 0xFF0C || x == 0x3001 || x == '\n') break; e = m; }
  gz_view name = gz_view_of(v.p + i, e - i);
  return gz_names_plain(name) && (i > end || e >= v.n || gz_cut_slash(gz_cut_at(v, e)) || gz_cut_bracket(gz_cut_at(v, e)));
}

/* A label at pos: its field and the end of it with its colon. `first`: nothing but separators stands before it in its segment. */
static bool label_at(const cutter *c, size_t pos, bool first, token *out)
{
  gz_hit hits[12];
  size_t n = gz_trie_prefixes(&lex_labels.trie, c->v, pos, hits, 12);
  for (size_t k = n; k-- > 0;) {
    unsigned field = lex_labels_rows[hits[k].value].field;
    size_t end = hits[k].end, i = end;
    while (i < c->v.n && (c->v.p[i] == '*' || c->v.p[i] == '_') && i < end + 2) i++;      /* *by* Ana Lowell */
    i = gz_cut_spaces(c->v, i);
    uint32_t s = gz_cut_at(c->v, i);
    bool latin = (unsigned char)c->v.p[pos] < 0x80 || !gz_is_unspaced(gz_cut_at(c->v, pos));
    bool glued = pos == 0 && end == 2 && c->v.p[0] == 'B' && c->v.n <= 40 && end < c->v.n && c->v.p[end] >= 'A' && c->v.p[end] <= 'Z' && gz_name_like(gz_view_of(c->v.p + end, c->v.n - end));      /* ByAna Lowell */
    if (glued) {
      out->kind = T_LABEL;
      out->soft = false;
      out->field = (uint8_t)field;
      out->span.start = 0;
      out->span.end = 2;
      return true;
    }
    if (!gz_word_boundary(c->v, end)) {
      /* `by` before a capital, `글` …: only unspaced scripts may go on */
      continue;
    }
    bool reporter = !first && !latin && (field == GZ_F_AUTHOR || field == GZ_F_TRANSLATOR || (field == GZ_F_EDITOR && pos > 0 && (c->v.p[pos - 1] == ' ' || (c->count > 1 && i > end)))) && end - pos == 6 && !gz_cut_colon(s) && is_reporter(c->v, end, i);
    if (reporter) { first = true; if (field != GZ_F_EDITOR) field = GZ_F_AUTHOR; }
    if (!first && !latin && end - pos <= 3) continue;      /* one character inside a word */
    if (gz_cut_colon(s)) { gz_utf8_next(c->v.p, c->v.n, &i); out->colon = true; }
    else if (!first) continue;
    else if (s == ',' && i == end && pos == 0 && c->v.n <= 60 && (field == GZ_F_AUTHOR ? gz_name_like(gz_view_of(c->v.p + i + 1, c->v.n - i - 1)) : field == GZ_F_NONE) && end >= 4 && gz_cut_at(c->v, i + 1) == ' ') { i += 2; out->colon = true; }      /* Author, Ana Lowell */
    else if (gz_cut_slash(s) && !latin) { gz_utf8_next(c->v.p, c->v.n, &i); out->colon = true; }
    else if (gz_cut_slash(s) && latin && (field == GZ_F_EDITOR || field == GZ_F_AUTHOR || field == GZ_F_SOURCE)) { i++; out->colon = true; }
    else if (field == GZ_F_PUBLISHED || field == GZ_F_UPDATED) {
      bool stamped = false;
      for (size_t m = 0; m < c->stamp_count; m++) stamped |= c->stamps[m].span.start >= i && c->stamps[m].span.start <= i + 20;
      if (!stamped) continue;
      out->colon = false;
    } else if (latin) {              /* By Ana Lowell; Edited by …; von … */
      bool capital = i > end && gz_is_letter(s) && (gz_fold(s) != s || (gz_is_han(s) && end - pos == 2) || (gz_is_hangul(s) && end - pos >= 9));      /* 기자명 임일주 */
      bool two = memchr(c->v.p + pos, ' ', end - pos) != NULL;
      if (!(field == GZ_F_AUTHOR || field == GZ_F_EDITOR || field == GZ_F_TRANSLATOR || field == GZ_F_PHOTO || (field == GZ_F_SOURCE && two)) || !(capital || i >= c->v.n)) continue;
      gz_view word = gz_view_of(c->v.p + pos, end - pos);
      if (!memchr(word.p, ' ', word.n) && word.n > 3 && i < c->v.n && !gz_is_hangul(s) && !gz_view_is(word, "Door")) continue;      /* `Author Ana` is no label, `by Ana` is */
      out->colon = false;
    } else if (field == GZ_F_SOURCE && pos == 0 && end >= 21) {
      out->colon = false;                                  /* 以下文章来源于海岬笔记 */
    } else if (field == GZ_F_SOURCE && pos == 0 && i > end && end >= 9 && c->v.n <= 45 && !memchr(c->v.p + i, ' ', c->v.n - i)) {      /* 来源于 海岬财讯 */
      out->colon = false;
    } else if (field == GZ_F_NONE && i > end && s < 0x80 && gz_is_letter(s)) {      /* 公众号 capetech */
    } else if (field == GZ_F_AUTHOR || field == GZ_F_EDITOR || field == GZ_F_PHOTO || field == GZ_F_TRANSLATOR || field == GZ_F_SITE) {
      size_t e = i;                  /* 记者 林一舟; 〔記者林一舟／…〕: a name and then an end */
      while (e < c->v.n) { size_t m = e; uint32_t x = gz_utf8_next(c->v.p, c->v.n, &m); if (gz_cut_slash(x) || gz_cut_bracket(x) || x == ' ' || x == 0x3000 || x == 0xFF0C || x == 0x3001 || x == '\n') break; e = m; }
      gz_view name = gz_view_of(c->v.p + i, e - i);
      size_t letters = 0;
      while (letters < name.n && ((unsigned char)name.p[letters] | 32u) - 'a' < 26u) letters++;
      size_t bar = i;
      while (bar < c->v.n) { size_t m = bar; if (gz_cut_slash(gz_utf8_next(c->v.p, c->v.n, &m))) break; bar = m; }
      bool spelled = field == GZ_F_AUTHOR && i > end && letters && gz_name_like(gz_view_of(c->v.p + i, bar - i));      /* 作者 Cheng Yi-Fan | … */
      bool pen = spelled || (field == GZ_F_AUTHOR && i > end && end - pos == 6 && e >= c->v.n && letters == name.n && name.n >= 3 && name.n <= 20 && name.p[0] <= 'Z');      /* 作者 Lowell */
      if (pen) {}
      else if (e < c->v.n && (gz_cut_at(c->v, e) == 0xFF0C || gz_cut_at(c->v, e) == 0x3001) && c->d->lines[c->line].ends_hard && c->d->lines[c->line].size > 24) continue;      /* 记者走访发现，… */
      else if (field == GZ_F_SITE ? !(i > end) : !gz_name_like(name) || (i == end && (field == GZ_F_EDITOR ? end - pos < 12 || e < c->v.n : field != GZ_F_AUTHOR || end - pos <= 3))) continue;
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
  if (kind == T_TEXT && end <= start) return;            /* a label reached into a stamp */
  if (kind == T_TEXT) {
    gz_view v = gz_trim(gz_view_of(c->v.p + start, end - start));
    if (v.n == 0) return;
    start = (size_t)(v.p - c->v.p);
    end = start + v.n;
  }
  if (c->count >= GZ_TOKENS) return;
  token *t = &c->t[c->count++];
  memset(t, 0, sizeof *t);
  t->kind = (uint8_t)kind;
  t->span.start = (uint32_t)start;
  t->span.end = (uint32_t)end;
}

void gz_cut(cutter *c)
{
  gz_view v = c->v;
  size_t from = 0, stamp = 0;
  bool first = true;
  uint32_t before = ' ', ch = ' ';
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due);) {
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
      if (c->count < GZ_TOKENS) c->t[c->count++] = label;
      from = i = label.span.end;
      first = true;
      continue;
    }
    bool gap = (ch == ' ' && gz_cut_at(v, next) == ' ') || ch == '\t' || ch == '\n' || ch == 0x2022 || ch == 0x2219 || ch == 0x22C5 || ch == 0x25AA || ch == 0x25CF || ch == 0x25AB || ch == 0x25A1 || ch == 0x25A0 || ch == 0x25C6 || ch == 0x25CE || (ch == 0xB7 && (gz_cut_at(v, next) == ' ' || (i > 0 && v.p[i - 1] == ' ') || next >= v.n || gz_is_digit(gz_cut_at(v, next)) || (i > from && stamp < c->stamp_count && c->stamps[stamp].span.start == next))) || ch == 0x3000 || ch == '>' || gz_cut_bracket(ch) || ((ch == 0x2014 || ch == 0x2013 || ch == '-') && gz_cut_at(v, next) == ' ' && i > 0 && v.p[i - 1] == ' ');
    bool bar = gz_cut_slash(ch) && !(ch == '/' && next < v.n && gz_is_digit((unsigned char)v.p[next]) && i > 0 && gz_is_digit((unsigned char)v.p[i - 1])) && !(ch == '/' && i > 0 && (v.p[i - 1] == '/' || v.p[i - 1] == ':')) && gz_cut_at(v, next) != '/';
    if (gap || bar) {
      put(c, T_TEXT, from, i);
      if (c->count && c->t[c->count - 1].kind != T_BREAK) put(c, bar && (ch == '/' || ch == 0xFF0F || ch == 0x2215 || ch == 0x2044) ? T_SLASH : T_BREAK, i, next);
      from = next;
      first = true;
    } else if (ch == ',' || ch == ';' || ch == 0xFF0C || ch == 0xFF1B) first = true;
    else if (!gz_is_space(ch) && (gz_is_alnum(ch) || ch == 0x201C)) first = false;
    i = next;
  }
  put(c, T_TEXT, from, v.n);
}
