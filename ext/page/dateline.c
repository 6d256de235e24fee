/* Datelines: what the first sentences say of themselves. `PORT LYNN, May 6 (Cape Wire) -`, `海岬社北京5月6日电（记者 林一舟）`, `（中央社記者林一舟台北6日電）`,
** `海岬讯（记者 林一舟）5月6日，…`, `〔記者林一舟／台北報導〕…`. The text stays in the body.
** The forms of alphabetic scripts are in dateline_latin.c. */
#include "page/dateline.h"
#include "lex_places.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

#define HEAD 240u

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

size_t gz_dateline_seek(gz_view v, size_t i, const char *const *what, size_t *n)
{
  uint64_t first[4] = {0};
  for (size_t k = 0; what[k]; k++) first[(unsigned char)what[k][0] >> 6] |= (uint64_t)1 << ((unsigned char)what[k][0] & 63);
  for (; i < v.n; i++)
    for (size_t k = 0; (first[(unsigned char)v.p[i] >> 6] >> ((unsigned char)v.p[i] & 63) & 1) && what[k]; k++) {
      if (v.p[i] != what[k][0]) continue;
      size_t m = strlen(what[k]);
      if (v.n - i >= m && memcmp(v.p + i, what[k], m) == 0) { *n = m; return i; }
    }
  return SIZE_MAX;
}

void gz_dateline_stamp(gz_doc *d, size_t line, gz_view v)
{
  gz_stamp s;
  if (gz_stamps(v, &s, 1, d->day_first) == 0 || !s.day) return;
  const char *z = gz_arena_copy(d->arena, s.edtf, strlen(s.edtf));
  if (!z) d->failed = true;
  else gz_doc_find(d, GZ_F_PUBLISHED, false, line, gz_view_cstr(z), s.timed);
}

/* The Chinese forms: a head in brackets or up to 电/讯. */
static void chinese(gz_doc *d, size_t line, gz_view v)
{
  static const char *const reporter[] = {"\xE8\xAE\xB0\xE8\x80\x85", "\xE8\xA8\x98\xE8\x80\x85", NULL};                             /* 记者 */
  static const char *const wire[] = {"\xE7\x94\xB5", "\xE9\x9B\xBB", "\xE8\xAE\xAF", "\xE8\xA8\x8A", NULL};                        /* 电 讯 */
  static const char *const house[] = {"\xE7\xA4\xBE", NULL};                                                                       /* 社 */
  static const char *const stop[] = {"\xEF\xBC\x8C", "\xE3\x80\x82", ",", "\xEF\xBC\x9B", NULL};
  static const char *const ends[] = {"\xEF\xBC\x89", "\xE3\x80\x95", "\xE3\x80\x91", ")", "]", NULL};
  size_t n, m, limit = v.n < HEAD ? v.n : HEAD, who = gz_dateline_seek(gz_view_of(v.p, limit), 0, reporter, &n), comma = gz_dateline_seek(gz_view_of(v.p, limit), 0, stop, &m);
  if (who != SIZE_MAX && who < 60) {
    size_t e, from = who + n, end = gz_dateline_seek(gz_view_of(v.p, limit), from, ends, &e);
    if (end != SIZE_MAX && end - from < 90) {
      gz_view name = gz_view_of(v.p + from, end - from), front = gz_view_of(v.p, who);
      size_t cut = 0, han = 0;
      while (cut < name.n) {                               /* up to a slash, a space behind a name, or a place */
        size_t k = cut;
        uint32_t c = gz_utf8_next(name.p, name.n, &k);
        if (c == '/' || c == 0xFF0F || c == 0x2215 || c == '|' || (han >= 2 && gz_is_digit(c))) break;
        if (han >= 2) { gz_hit hit; if (gz_trie_longest(&lex_places.trie, name, cut, &hit)) break; }
        han += gz_is_han(c);
        cut = k;
      }
      gz_view rest = gz_trim(gz_view_of(name.p + cut, name.n - cut));
      gz_doc_find(d, GZ_F_AUTHOR, true, line, gz_view_of(name.p, cut), false);
      gz_hit hit;
      static const char told[] = "报道\0報導\0報道\0报导\0", ways[] = "综合\0綜合\0外电\0外電\0即时\0即時\0专题\0專題\0连线\0連線\0整理\0图文\0圖文\0";
      size_t tail = gz_ends(rest, told);
      gz_view where = gz_view_of(rest.p, rest.n - tail);
      size_t wide = 0;
      for (size_t k = 0; k < where.n; wide++) if (!gz_is_han(gz_utf8_next(where.p, where.n, &k))) wide += 9;
      if (tail && cut < name.n && wide >= 2 && wide <= 5 && !gz_begins(where, ways) && !gz_media_like(where) && !gz_doc_desk(where)) gz_doc_find(d, GZ_F_PLACE, true, line, where, false);      /* ／石橋港報導 */
      else if (rest.n && gz_trie_longest(&lex_places.trie, rest, 0, &hit)) gz_doc_find(d, GZ_F_PLACE, true, line, gz_view_of(rest.p, hit.end), false);
      size_t s = gz_dateline_seek(front, 0, house, &m);
      gz_view own = gz_trim(front);
      if (s != SIZE_MAX && s < 24) gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(v.p, s + 3), false);
      else if (own.n >= 6 && own.n <= 30 && own.p > v.p && own.p < v.p + 4 && own.p + own.n == v.p + who && !gz_begins(own, "本\0") && (gz_media_like(own) || gz_ends(own, "讯\0訊\0"))) gz_doc_find(d, GZ_F_SOURCE, false, line, own, false);      /* （海岬訊記者…電） */
    }
  }
  if (who == SIZE_MAX && gz_begins(v, "\xEF\xBC\x88\0(\0")) {      /* （海岬之声）… */
    size_t open = v.p[0] == '(' ? 1 : 3, e, shut = gz_dateline_seek(gz_view_of(v.p, limit < 48 ? limit : 48), open, ends, &e);
    gz_view own = gz_view_of(v.p + open, shut == SIZE_MAX ? 0 : shut - open);
    if (own.n >= 9 && gz_is_han(at(own, 0)) && gz_media_like(own)) gz_doc_find(d, GZ_F_SOURCE, false, line, own, false);
  }
  size_t far = who == SIZE_MAX || who > 60 ? SIZE_MAX : who + n;
  if (far != SIZE_MAX) {                                   /* 記者林一舟報道：… */
    static const char *const told[] = {"报道", "報道", "報導", NULL};
    while (far < v.n && v.p[far] == ' ') far++;
    size_t e, end = gz_dateline_seek(gz_view_of(v.p, far + 24 < v.n ? far + 24 : v.n), far, told, &e);
    if (end != SIZE_MAX && end + e < v.n && gz_begins(gz_view_of(v.p + end + e, v.n - end - e), "：\0:\0，\0") && gz_han_person(gz_trim(gz_view_of(v.p + far, end - far)))) gz_doc_find(d, GZ_F_AUTHOR, true, line, gz_view_of(v.p + far, end - far), false);
  }
  size_t w = gz_dateline_seek(gz_view_of(v.p, limit), 0, wire, &m);
  while (w != SIZE_MAX && w + 6 <= v.n && memcmp(v.p + w + 3, house[0], 3) == 0) w = gz_dateline_seek(gz_view_of(v.p, limit), w + 6, wire, &m);      /* 通訊社 */
  while (w != SIZE_MAX && w + 9 <= v.n && gz_begins(gz_view_of(v.p + w + 3, v.n - w - 3), "\xE8\xAE\xB0\xE8\x80\x85\0\xE8\xA8\x98\xE8\x80\x85\0")) w = gz_dateline_seek(gz_view_of(v.p, limit), w + 3, wire, &m);      /* 海岬快讯记者: the paper's own name */
  if (w == SIZE_MAX || w > 90 || w < 3 || (comma != SIZE_MAX && comma < w && who == SIZE_MAX)) return;
  size_t open = w + 3;                                     /* 海岬经纬5月6日电 (林一舟)…: who */
  while (open < v.n && v.p[open] == ' ') open++;
  size_t mark = gz_begins(gz_view_of(v.p + open, v.n - open), "(\0\xEF\xBC\x88\0"), shut_n, shut = mark ? gz_dateline_seek(gz_view_of(v.p, open + 24 < v.n ? open + 24 : v.n), open, ends, &shut_n) : SIZE_MAX;
  if (shut != SIZE_MAX && gz_han_person(gz_view_of(v.p + open + mark, shut - open - mark))) gz_doc_find(d, GZ_F_AUTHOR, false, line, gz_view_of(v.p + open + mark, shut - open - mark), false);
  gz_view front = gz_trim(gz_view_of(v.p, w));
  size_t s = gz_dateline_seek(front, 0, house, &m), lead = SIZE_MAX;
  if (s != SIZE_MAX && s > 0 && s < 24) {                  /* 海岬社北京5月6日电 */
    gz_view rest = gz_trim(gz_view_of(front.p + s + 3, front.n - s - 3));
    gz_hit hit;
    gz_stamp day;
    if (!(rest.n && gz_is_digit(at(rest, 0))) && gz_stamps(rest, &day, 1, d->day_first) == 0 && !gz_trie_longest(&lex_places.trie, rest, 0, &hit)) return;      /* 調査会社によると、電力… */
    if (who == SIZE_MAX || who > w) gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(front.p, s + 3), false);
    size_t run = 0, digit = 0;                             /* 石桥港5月6日: what stands before the day */
    while (run < rest.n) { size_t k = run; uint32_t c = gz_utf8_next(rest.p, rest.n, &k); digit = gz_is_digit(c) ? run : 0; if (!gz_is_han(c)) break; run = k; }
    if (digit >= 6 && digit <= 24 && !gz_begins(rest, "客户端\0")) gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(rest.p, digit), false);
    else if (gz_trie_longest(&lex_places.trie, rest, 0, &hit)) gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(rest.p, hit.end), false);
    gz_dateline_stamp(d, line, rest);
    lead = s;
  } else if (front.n <= 24 && front.n >= 6 && !gz_is_digit(at(front, 0)) && (unsigned char)v.p[w] == 0xE8 && !gz_begins(gz_view_of(v.p + w + 3, v.n - w - 3), "获悉\0獲悉\0息\0号\0號\0问\0問\0")) {      /* 海岬讯 */
    if (front.n > 6 && (memcmp(front.p + front.n - 3, "\xE4\xB8\x93", 3) == 0 || memcmp(front.p + front.n - 3, "\xE5\xB0\x88", 3) == 0)) front.n -= 3;      /* 专讯 */
    gz_doc_find(d, GZ_F_SOURCE, false, line, front, false);
    lead = 0;
  }
  if (lead != SIZE_MAX && comma != SIZE_MAX && comma > w) gz_dateline_stamp(d, line, gz_view_of(v.p + w, comma - w));
}

/* `(신안=연합통신) 임일주 기자 = …`, `[해안=해안신문]임일주 기자 = …`: where, for whom, who. */
static void korean(gz_doc *d, size_t line, gz_view v)
{
  static const char role[] = "\xEA\xB8\xB0\xEC\x9E\x90";      /* 기자 */
  if (v.n < 12 || (v.p[0] != '(' && v.p[0] != '[')) return;
  const char *shut = memchr(v.p, v.p[0] == '(' ? ')' : ']', v.n < 80 ? v.n : 80);
  gz_view in = gz_view_of(v.p + 1, shut ? (size_t)(shut - v.p - 1) : 0);
  size_t gap = 0;
  while (gap < in.n && in.p[gap] != ' ') gap++;
  if (gap >= 6 && gap <= 15 && gap + 8 < in.n && gz_ends(in, " 기자\0") && gz_is_hangul(at(in, 0))) {      /* [해안 임일주 기자] */
    gz_doc_find(d, gz_media_like(gz_view_of(in.p, gap)) ? GZ_F_SOURCE : GZ_F_PLACE, false, line, gz_view_of(in.p, gap), false);
    gz_doc_find(d, GZ_F_AUTHOR, false, line, gz_view_of(in.p + gap, in.n - gap - 7), false);
    return;
  }
  const char *close = shut, *is = close ? memchr(v.p, '=', (size_t)(close - v.p)) : NULL;
  if (!is) return;
  gz_view place = gz_view_of(v.p + 1, (size_t)(is - v.p - 1)), house = gz_view_of(is + 1, (size_t)(close - is - 1)), rest = gz_view_of(close + 1, (size_t)(v.p + v.n - close - 1));
  if (place.n && place.n <= 30) gz_doc_find(d, GZ_F_PLACE, false, line, place, false);
  if (house.n && house.n <= 40) gz_doc_find(d, GZ_F_SOURCE, false, line, house, false);
  for (size_t i = 3; i + 6 <= rest.n && i < 48; i++)
    if (memcmp(rest.p + i, role, 6) == 0) { gz_doc_find(d, GZ_F_AUTHOR, false, line, gz_view_of(rest.p, i), false); return; }
}

/* `[２７日 海岬通信] - …`, `[海岬 27日 海岬通信] - …`: the day and the agency. */
static void bracketed_day(gz_doc *d, size_t line, gz_view v)
{
  static const char day[] = "\xE6\x97\xA5 ";
  const char *close = v.n > 8 && v.p[0] == '[' ? memchr(v.p, ']', v.n < 90 ? v.n : 90) : NULL;
  if (!close || close + 2 >= v.p + v.n || close[1] != ' ') return;
  for (const char *p = v.p; p + 4 < close; p++)
    if (memcmp(p, day, 4) == 0) { gz_view agency = gz_view_of(p + 4, (size_t)(close - p - 4)); if (agency.n >= 3 && agency.n <= 30) gz_doc_find(d, GZ_F_SOURCE, false, line, agency, false); return; }
}

/* ［石橋港　２１日　海岬通信］: where, the day, the agency, between wide brackets. */
static void wide_brackets(gz_doc *d, size_t line, gz_view v)
{
  static const char *const gap[] = {"\xE3\x80\x80", " ", NULL}, *const shut[] = {"\xEF\xBC\xBD", NULL};
  size_t n, m, end;
  if (!gz_begins(v, "\xEF\xBC\xBB\0") || (end = gz_dateline_seek(gz_view_of(v.p, v.n < 90 ? v.n : 90), 3, shut, &n)) == SIZE_MAX) return;
  gz_view in = gz_view_of(v.p + 3, end - 3);
  size_t a = gz_dateline_seek(in, 0, gap, &n), b = a == SIZE_MAX ? a : gz_dateline_seek(in, a + n, gap, &m);
  if (b == SIZE_MAX || a < 6 || !gz_ends(gz_view_of(in.p, b), "日\0")) return;
  gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(in.p, a), false);
  gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(in.p + b + m, in.n - b - m), false);
}

/* `苏州2024年5月6日 /海岬社/ -- …`: place and day before a wire of releases. */
static void release(gz_doc *d, size_t line, gz_view v)
{
  const char *slash = memchr(v.p, '/', v.n < 60 ? v.n : 60), *close = slash && slash + 1 < v.p + v.n ? memchr(slash + 1, '/', (size_t)(v.p + v.n - slash - 1) < 40 ? (size_t)(v.p + v.n - slash - 1) : 40) : NULL;
  gz_stamp s;
  if (!close || close + 3 >= v.p + v.n || (close[1] != ' ' && close[1] != '-')) return;
  gz_view head = gz_view_of(v.p, (size_t)(slash - v.p));
  if (gz_stamps(head, &s, 1, d->day_first) == 0 || !s.day) return;
  if (s.span.start >= 3 && s.span.start <= 30) gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(v.p, s.span.start), false);
  gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(slash + 1, (size_t)(close - slash - 1)), false);
  gz_dateline_stamp(d, line, head);
}

/* `【港町＝氷室透】…`: where, who, before a Japanese text. */
static void japanese(gz_doc *d, size_t line, gz_view v)
{
  if (v.n < 12 || memcmp(v.p, "\xE3\x80\x90", 3) != 0) return;
  size_t is = 0, end = 0;
  for (size_t i = 3; i + 3 <= v.n && i < 90 && !end; i++) {
    if (!is && (v.p[i] == '=' || memcmp(v.p + i, "\xEF\xBC\x9D", 3) == 0)) is = i;
    if (memcmp(v.p + i, "\xE3\x80\x91", 3) == 0) end = i;
  }
  static const char wires[] = "共同\0時事\0";
  gz_view in = gz_view_of(v.p + 3, end > 3 ? end - 3 : 0);
  size_t tail = !is && end ? gz_ends(in, wires) : 0;
  if (tail && in.n > tail && in.n <= 36) {                 /* 【石橋港共同】 */
    gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(in.p, in.n - tail), false);
    gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(in.p + in.n - tail, tail), false);
    return;
  }
  if (!is || !end || is > end) return;
  size_t from = is + (v.p[is] == '=' ? 1 : 3), line_first = d->found_count;
  gz_view place = gz_view_of(v.p + 3, is - 3), who = gz_view_of(v.p + from, end - from);
  if (!gz_name_like(who) || place.n > 40) return;
  gz_doc_find(d, GZ_F_PLACE, false, line, place, false);
  gz_doc_find(d, GZ_F_AUTHOR, false, line, who, false);
  if (!d->failed && d->found_count > line_first) d->found[d->found_count - 1].sure = true;
}

void gz_doc_dateline(gz_doc *d)
{
  size_t looked = 0;
  gz_dateline_alone(d);
  if (d->body_first <= d->body_last) gz_signed_below(d);
  for (size_t i = d->body_first; i <= d->body_last && i < d->count && looked < 2; i++) {
    const gz_line *l = &d->lines[i];
    if (l->kind != GZ_BLOCK_BODY || l->size < 12) continue;
    looked++;
    gz_view v = gz_doc_inner(d, l);
    if (v.n > 400) v.n = 400;
    if (looked == 1) korean(d, i, v);
    if (looked == 1 && d->kana) japanese(d, i, v);
    if (looked == 1 && l->wide > l->words) { bracketed_day(d, i, v); wide_brackets(d, i, v); release(d, i, v); }
    if (l->wide > l->words && looked == 1 && gz_is_hangul(at(v, 0)) && memchr(v.p, '-', v.n < 30 ? v.n : 30)) gz_dateline_latin(d, i, v);      /* 해안--(해안와이어)--… */
    if (l->wide > l->words) chinese(d, i, v);
    else if (looked == 1) gz_dateline_latin(d, i, v);
  }
  gz_signed_behind(d);
}
