/* Meta lines: bylines, dates, labelled fields. A short line is cut into labels, stamps and the text between them (cut.c); a label gives its field to the
** text behind it; text without label is judged by its shape (byline.c). A line most of which is understood so is a meta line. */
#include "page/cut.h"
#include "base/watch.h"
#include "lex_bylines.h"
#include "lex_labels.h"

#define META_SIZE 130u

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
  if (field != GZ_F_URL) value = field == GZ_F_TITLE ? trim_title(value) : gz_trim(value);
  if (field == GZ_F_SOURCE) value.n -= gz_ends(value, "\xE5\xAE\x98\xE6\x96\xB9\xE8\xB4\xA6\xE5\x8F\xB7\0\xE5\xAE\x98\xE6\x96\xB9\xE5\xB8\x90\xE5\x8F\xB7\0");      /* 官方账号 */
  if (field == GZ_F_SOURCE && value.n > 9 && (value.n & 1) && value.p[value.n / 2] == ' ' && memcmp(value.p, value.p + value.n / 2 + 1, value.n / 2) == 0) value.n /= 2;      /* 海岬笔记 海岬笔记 */
  for (size_t i = 3; field == GZ_F_SOURCE && i + 6 < value.n && i < 16; i++)      /* 英国《海岬时报》 */
    if (memcmp(value.p + i, "\xE3\x80\x8A", 3) == 0) { value = gz_trim(gz_view_of(value.p + i, value.n - i)); break; }
  uint32_t none;
  if ((field == GZ_F_SOURCE || field == GZ_F_AUTHOR || field == GZ_F_EDITOR) && gz_trie_exact(&lex_bylines.trie, value, &none))
    for (;; none++) {
      if (lex_bylines_rows[none].kind == LEX_BYLINES_KIND_NOBODY) return;
      if (!lex_bylines_rows[none].more) break;
    }
  if (value.n == 0 || d->failed || (field == GZ_F_SOURCE && !labelled && gz_section(value))) return;
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

/* The field that a label at the end of a short line leaves for the next one. */
static unsigned left_open(const cutter *c, unsigned field)
{
  return (field == GZ_F_AUTHOR || field == GZ_F_PUBLISHED || field == GZ_F_SOURCE || field == GZ_F_EDITOR) && c->v.n <= 40 ? field : GZ_F_NONE;
}

static bool may_be_biography(const cutter *c)
{
  return c->count >= 2 && (unsigned char)c->v.p[0] < 0x80 && c->t[0].kind == T_LABEL && c->t[0].field == GZ_F_AUTHOR && !c->t[0].colon && c->line < 60;
}

/* A full stop of Chinese or Japanese in it. */
static bool wide_stop(gz_view v)
{
  for (size_t i = 0; i + 3 <= v.n; i++) if (memcmp(v.p + i, "\xE3\x80\x82", 3) == 0) return true;
  return false;
}

/* Prose whatever its pieces mean: nothing found in it would be kept, so the pieces need no reading. */
static bool only_prose(const cutter *c, const gz_line *l, size_t labels, size_t stamps)
{
  bool opened = c->count && c->t[0].kind != T_TEXT;
  bool prose = (l->commas + l->stops >= 1 && l->size > 24 && !opened && !stamps) || l->stops >= 2 || (l->stops >= 1 && l->size > 40) || (l->ends_hard && l->size > 24 && !labels) || l->size > META_SIZE;
  prose |= l->wide >= 6 && l->ends_hard && l->commas && !opened && !labels && wide_stop(c->v);
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

/* `于 2024-05-06 10:20 首次发布`, `2024-05-06 修改`: what stands right behind a stamp says what it is the date of. */
static unsigned label_behind(const cutter *c, size_t k)
{
  uint32_t hit;
  if (k + 1 >= c->count || (k > 0 && c->t[k - 1].kind == T_LABEL)) return GZ_F_NONE;
  gz_view v = gz_view_slice(c->v, c->t[k + 1].span);
  if (c->t[k + 1].colon || (unsigned char)v.p[0] < 0xE3 || (k + 2 < c->count && c->t[k + 2].kind == T_STAMP)) return GZ_F_NONE;
  if (c->t[k + 1].kind == T_LABEL) return GZ_F_NONE;
  if (c->t[k + 1].kind != T_TEXT || !gz_trie_exact(&lex_labels.trie, v, &hit)) return GZ_F_NONE;
  unsigned field = lex_labels_rows[hit].field;
  return field == GZ_F_UPDATED || field == GZ_F_PUBLISHED ? field : GZ_F_NONE;
}

/* Ana Lowell, a reporter who …: a name up to the first comma or small word. */
static bool opens_with_name(gz_view v)
{
  size_t e = 0;
  while (e < v.n && v.p[e] != ',' && !(v.p[e] == ' ' && e + 1 < v.n && v.p[e + 1] >= 'a' && v.p[e + 1] <= 'z')) e++;
  gz_view name = gz_view_of(v.p, e);
  return gz_name_like(name) && (gz_person_line(name) || (v.n - e > 3 && memcmp(v.p + e, ", a", 3) == 0 && gz_name_shape(name)));
}

/* `Original  林一舟   海岬笔记 `: the gaps of an account's line are single spaces. */
static gz_view account_line(gz_doc *d, gz_view v)
{
  bool account = v.n > 10 && v.n <= 120 && (memcmp(v.p, "Original ", 9) == 0 || memcmp(v.p, "\xE5\x8E\x9F\xE5\x88\x9B ", 7) == 0);
  if (!account) return v;
  char *z = gz_arena_alloc(d->arena, v.n);
  size_t n = 0;
  if (!z) { d->failed = true; return v; }
  for (size_t i = 0; i < v.n; i++) if (v.p[i] != ' ' || (n && z[n - 1] != ' ')) z[n++] = v.p[i];
  return gz_trim(gz_view_of(z, n));
}

/* The first piece, up to a space or a mark between names, may be a name. */
static bool names_open(gz_view v)
{
  size_t e = 0;
  while (e < v.n) { size_t k = e; uint32_t c = gz_utf8_next(v.p, v.n, &k); if (c == ' ' || c == 0x3000 || c == 0x3001 || c == 0xFF0C || c == ',' || gz_cut_slash(c) || gz_cut_bracket(c)) break; e = k; }
  v.n = e;
  for (size_t i = 0; i + 3 <= v.n; i++) if (memcmp(v.p + i, "\xE3\x80\x8A", 3) == 0) return false;      /* 订阅《海岬日报》 */
  return gz_name_like(v) || gz_media_like(v);
}

/* Reads one line; pending: the field of a label that stood alone on the line before. */
static void read_line(gz_doc *d, size_t line, unsigned *pending)
{
  gz_line *l = &d->lines[line];
  cutter c;                                                /* its tokens and stamps are not cleared: counts say how many there are */
  c.d = d;
  c.line = line;
  c.v = account_line(d, gz_doc_words(d, l));
  c.stamp_count = c.count = 0;
  size_t understood = 0, total = 0, labels = 0, stamps = 0, before = d->found_count;
  unsigned field = *pending;
  bool soft = false, ago = false, picture = false, under = false;
  bool carried = *pending != 0;
  *pending = GZ_F_NONE;
  if (plain_prose(&c, l)) { l->stamp_line = l->meta = false; return; }
  c.stamp_count = l->digits >= 3 || (l->digits && l->words && l->words <= 3 && l->size <= 6 && !l->wide) || (l->digits >= 2 && l->wide) ? gz_stamps(c.v, c.stamps, 8, d->day_first) : 0;
  gz_cut(&c);
  for (size_t k = 0; k < c.count; k++) { labels += c.t[k].kind == T_LABEL; stamps += c.t[k].kind == T_STAMP; if (c.t[k].kind <= T_TEXT) total += c.t[k].span.end - c.t[k].span.start; }
  if (only_prose(&c, l, labels, stamps)) {
    l->stamp_line = stamps > 0;
    l->meta = false;
    if (c.count && !carried && c.t[c.count - 1].kind == T_LABEL) *pending = left_open(&c, c.t[c.count - 1].field);
    return;
  }
  for (size_t k = 0; k < c.count; k++) if (c.t[k].kind == T_TEXT && (gz_byline_relative(gz_view_slice(c.v, c.t[k].span)) || gz_byline_role(gz_view_slice(c.v, c.t[k].span)))) ago = true;
  for (size_t k = 0; k < c.count; k++) {
    token *t = &c.t[k];
    gz_view v = gz_view_slice(c.v, t->span);
    if (t->kind == T_LABEL && picture && !t->colon && t->field == GZ_F_AUTHOR && c.count > 2) { understood += v.n; under = true; continue; }      /* 摄影：海岬记者 林一舟 */
    if (under && t->kind == T_TEXT) { understood += v.n; under = false; continue; }
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
      unsigned behind = field == GZ_F_NONE ? label_behind(&c, k) : GZ_F_NONE;
      if (behind) field = behind;
      bool updated = field == GZ_F_UPDATED, known = field == GZ_F_PUBLISHED;
      gz_doc_find(d, updated ? GZ_F_UPDATED : GZ_F_PUBLISHED, known, line, gz_view_cstr(z), s->timed);
      understood += v.n;
      if (updated || known) field = GZ_F_NONE;
    } else if (t->kind == T_TEXT) {
      if (picture && field == GZ_F_NONE && k > 0 && c.t[k - 1].kind == T_SLASH) { understood += v.n; continue; }      /* Photograph: who/for whom */
      if (field == GZ_F_NONE || field == GZ_F_PUBLISHED || field == GZ_F_UPDATED) {
        understood += gz_byline_text(&c, k, stamps > 0 || labels > 0 || carried || ago);
        continue;
      }
      understood += v.n;
      if (field == GZ_F_AUTHOR && k > 0 && k + 2 < c.count && c.t[k + 1].kind == T_LABEL && c.t[k + 1].field == GZ_F_AUTHOR && !c.t[k + 1].colon && c.t[k + 1].span.start == t->span.end && c.t[k + 2].kind == T_TEXT) {      /* 作者：海岬财经记者 林一舟: for whom */
        if (gz_media_like(v)) gz_doc_find(d, GZ_F_SOURCE, false, line, v, false);
        continue;
      }
      if (carried && k == 0 && (field == GZ_F_AUTHOR || field == GZ_F_EDITOR) && (l->wide >= 6 || l->words >= 6) && !names_open(v)) { field = GZ_F_NONE; understood = 0; continue; }      /* an empty field, and the next line is another matter */
      if (field == GZ_F_SOURCE && c.v.p[0] == 'Q' && gz_person_line(v) && !gz_media_like(v)) field = GZ_F_PHOTO;      /* Quelle: Ana Lowell */
      if (field == GZ_F_SOURCE && v.n > 10 && memcmp(v.p, "http", 4) == 0) field = GZ_F_URL;      /* URL Source: https://… */
      if (field == GZ_F_URL) { understood += c.v.n - t->span.end; v = gz_view_of(v.p, c.v.n - t->span.start); k = c.count; }
      for (size_t i = 3; i + 3 < v.n && field != GZ_F_TITLE && field != GZ_F_URL; i++)
        if (v.p[i] == ' ' && v.p[i + 1] >= '0' && v.p[i + 1] <= '9' && gz_byline_counter(gz_view_of(v.p + i + 1, v.n - i - 1))) v.n = i;      /* 来源：海岬邮报 0 条评论 */
      if (field == GZ_F_TITLE) {                             /* with its own spaces and brackets, up to a bar */
        size_t start = k > 0 ? c.t[k - 1].span.end : t->span.start, end = start;
        while (end < c.v.n) { size_t m = end; uint32_t x = gz_utf8_next(c.v.p, c.v.n, &m); if (x == '|' || x == 0xFF5C || x == '_') break; end = m; }
        v = trim_title(gz_view_of(c.v.p + start, end - start));
        understood += c.v.n - t->span.end;
        k = c.count;
      }
      if (field == GZ_F_AUTHOR && (unsigned char)v.p[0] >= 0xE3 && v.n > 18) {      /* 记者 林一舟 周棠 海岬报道; 林一舟 发自 海岬 */
        size_t last = v.n, tail = gz_ends(v, "报道\0報導\0報道\0");
        while (last > 0 && v.p[last - 1] != ' ') last--;
        gz_view where = gz_view_of(v.p + last, v.n - last - (last + tail < v.n ? tail : 0));
        size_t from = gz_begins(where, "发自\0發自\0");
        if (!tail && !from && last > 7 && gz_ends(gz_view_of(v.p, last - 1), "发自\0發自\0")) { from = 0; tail = 1; last -= 7; }
        else where = gz_view_of(where.p + from, where.n - from);
        if ((tail || from) && last > 6 && where.n >= 6 && where.n <= 18 && (from || tail == 1 || gz_place(where))) { gz_doc_find(d, GZ_F_PLACE, true, line, where, false); v = gz_trim(gz_view_of(v.p, last)); }
      }
      if (field == GZ_F_AUTHOR && k + 1 < c.count && c.t[k + 1].kind == T_SLASH && gz_media_like(v) && !gz_name_like(v)) gz_doc_find(d, GZ_F_SOURCE, true, line, v, false);
      else if (gz_doc_button(v) || (field == GZ_F_AUTHOR && gz_byline_house_who(&c, v))) {}
      else if (!(field == GZ_F_AUTHOR && gz_byline_who_house(&c, v))) {
        gz_doc_find(d, field, true, line, v, false);
        if (d->found_count) d->found[d->found_count - 1].soft = soft;
        if (field == GZ_F_AUTHOR && k + 1 < c.count && c.t[k + 1].kind == T_BREAK && gz_cut_at(c.v, c.t[k + 1].span.start) == '(' && !l->wide && !l->stops) {      /* Par Ana Lowell (Le Port [Cap], envoyée spéciale): where she was */
          size_t shut = c.v.n;
          while (shut > t->span.end && c.v.p[shut - 1] != ')') shut--;
          while (k + 1 < c.count && c.t[k + 1].span.start < shut) { k++; if (c.t[k].kind <= T_TEXT) understood += c.t[k].span.end - c.t[k].span.start; }
        }
      }
      while (field == GZ_F_AUTHOR && k + 2 < c.count && c.t[k + 1].kind == T_BREAK && gz_cut_at(c.v, c.t[k + 1].span.start) == 0x3000 && c.t[k + 2].kind == T_TEXT && gz_han_person(gz_view_slice(c.v, c.t[k + 2].span))) {      /* 记者　林一舟　周棠 */
        k += 2;
        v = gz_view_slice(c.v, c.t[k].span);
        understood += v.n;
        gz_doc_find(d, GZ_F_AUTHOR, true, line, v, false);
      }
      field = GZ_F_NONE;
    } else if (t->kind == T_BREAK && field != GZ_F_NONE && k > 0 && c.t[k - 1].kind == T_LABEL && gz_cut_slash(gz_cut_at(c.v, t->span.start))) field = GZ_F_NONE;      /* an empty field */
  }
  l->stamp_line = stamps > 0;
  bool opened = c.count && c.t[0].kind != T_TEXT;
  bool told = ((labels >= 2 && (l->says & (GZ_SAYS_LEGAL | GZ_SAYS_REPRINT))) || (labels >= 3 && l->size <= 80)) && !l->ends_hard;      /* 本文来自…，作者：…，编辑：… */
  bool prose = (l->commas + l->stops >= 1 && l->size > 24 && !opened && !(understood * 10 >= total * 8 && stamps)) || l->stops >= 2 || (l->stops >= 1 && l->size > 40) || (l->ends_hard && l->size > 24 && !labels) || l->size > META_SIZE;
  size_t front = 0;                                        /* a sentence before the first label: 海…。（译者：林一舟） */
  while (front < c.count && c.t[front].kind != T_LABEL) front++;
  front = front < c.count && front > 0 ? c.t[front].span.start : 0;
  if (!told && l->stops && front >= 30 && wide_stop(gz_view_of(c.v.p, front))) { d->found_count = before; l->meta = false; return; }
  if (told) { l->meta = true; return; }
  bool clock = false;                                      /* a date with its year and the time of day: whatever else stands there, it is no headline */
  for (size_t k = 0; k < c.stamp_count; k++) clock |= c.stamps[k].timed && c.stamps[k].edtf[0] != 'X';
  if (clock && !prose && l->size <= 60) { l->meta = true; return; }
  bool stated = opened && c.t[0].kind == T_LABEL && c.t[0].colon && (c.t[0].field == GZ_F_SOURCE || c.t[0].field == GZ_F_AUTHOR);
  if ((l->says & GZ_SAYS_TOOL) && !stated && !(stamps && understood * 10 >= total * 9)) { d->found_count = before; l->meta = false; return; }
  if (stated && l->wide && l->size <= 60 && l->stops <= 1 && d->found_count > before) { l->meta = true; return; }
  if (labels == 1 && opened && l->wide && l->size >= 16 && l->commas && !stamps && (c.t[0].field == GZ_F_PHOTO || c.t[0].field == GZ_F_NONE)) { d->found_count = before; l->meta = false; return; }      /* 数据：… as a headline */
  /* By Ana Lowell, a senior reporter who … */
  bool biography = may_be_biography(&c) && opens_with_name(gz_view_slice(c.v, c.t[1].span)) && gz_names_of(d, gz_view_slice(c.v, c.t[1].span), true) != NULL;
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
  if (v.n > 3 && memcmp(v.p, "By ", 3) == 0 && opens_with_name(gz_view_of(v.p + 3, v.n - 3))) return false;
  size_t n = v.n < 40 ? v.n : 40;
  return !memchr(v.p, ':', n) && !memchr(v.p, '@', n) && (unsigned char)v.p[0] != 0xE3 && !(l->wide && l->size <= 48);
}

bool gz_doc_dashed(const gz_doc *d, const gz_line *l)
{
  if (l->wide || l->size > 36 || l->words < 3 || l->stops > 3 || l->digits) return false;
  gz_view v = gz_doc_inner(d, l);
  for (size_t i = 3; i + 4 < v.n; i++) {
    bool dash = (memcmp(v.p + i, " -- ", 4) == 0) || (memcmp(v.p + i, " \xE2\x80\x94", 4) == 0) || (memcmp(v.p + i, " \xE2\x80\x93", 4) == 0) || memcmp(v.p + i, " - ", 3) == 0;
    if (dash) return gz_name_like(gz_view_of(v.p, i));
  }
  return false;
}

/* `Ana Brook / Capewire` above a line that is a writer's name: whose picture it is. */
static bool owner_line(const gz_doc *d, const gz_line *l, const gz_line *next)
{
  if (l->wide || l->size > 14 || l->words < 2 || l->digits || l->ends || l->says || next->wide || next->words < 2 || next->words > 4 || next->ends || next->says || next->digits) return false;
  gz_view v = gz_doc_inner(d, l);
  const char *slash = memchr(v.p, '/', v.n);
  return slash && slash > v.p + 3 && slash[-1] == ' ' && gz_name_shape(gz_view_of(v.p, (size_t)(slash - v.p))) && gz_name_shape(gz_doc_inner(d, next));
}

/* Opens with the label of a source or a writer. */
static bool states(const gz_doc *d, const gz_line *l)
{
  gz_hit hit;
  gz_view v = gz_doc_inner(d, l);
  if (!gz_trie_longest(&lex_labels.trie, v, 0, &hit) || !gz_cut_colon(gz_cut_at(v, hit.end))) return false;
  unsigned field = lex_labels_rows[hit.value].field;
  return field == GZ_F_SOURCE || field == GZ_F_AUTHOR;
}

/* （本文首发于海岬网，作者｜林一舟）: rights, and who wrote it. */
static bool says_who(const gz_doc *d, const gz_line *l)
{
  gz_view v = gz_doc_inner(d, l);
  for (size_t i = 0; i + 6 <= v.n; i++) if (memcmp(v.p + i, "\xE4\xBD\x9C\xE8\x80\x85", 6) == 0) return true;
  return false;
}

void gz_doc_meta(gz_doc *d)
{
  size_t dashed = 0;
  for (size_t i = 0; i < d->count && dashed < 4; i++) dashed += gz_doc_dashed(d, &d->lines[i]);
  d->dashed = dashed >= 4;
  unsigned pending = GZ_F_NONE, object = GZ_F_NONE;
  gz_doc_habits(d);
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < d->count && !d->failed && !gz_watch_at(d->lines[i].start, &due); i++) {
    gz_line *l = &d->lines[i];
    if (i + 1 < d->count && owner_line(d, l, &d->lines[i + 1])) { l->says |= GZ_SAYS_CREDIT; pending = GZ_F_NONE; continue; }
    if (d->dashed && gz_doc_dashed(d, l)) { pending = GZ_F_NONE; continue; }
    if (l->code) { gz_doc_embedded(d, i, &object); pending = GZ_F_NONE; continue; }
    if (l->size == 0 || l->image || (l->timecode && l->size > 4) || l->size > META_SIZE || (l->says & (GZ_SAYS_NAV | GZ_SAYS_COMMENTS | GZ_SAYS_RELATED | GZ_SAYS_PAYWALL)) || ((l->says & GZ_SAYS_HARD) && !(l->wide && l->size <= 60 && says_who(d, l))) || ((l->says & GZ_SAYS_TOOL) && l->digits < 6 && !(l->wide >= 8 && l->size <= 60 && states(d, l)))) { pending = GZ_F_NONE; continue; }
    if (pending == GZ_F_NONE && (a_sentence(d, l) || (i >= 14 && i + 14 < d->count && l->ends_hard && l->stops && l->size > 16))) continue;      /* a sentence, and nothing of a byline in it */
    read_line(d, i, &pending);
  }
  d->found_sorted = d->found_count;
}
