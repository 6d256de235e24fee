/* Datelines: what the first sentences say of themselves. `PORT LYNN, May 6 (Cape Wire) -`, `海岬社北京5月6日电（记者 林一舟）`, `（中央社記者林一舟台北6日電）`,
** `海岬讯（记者 林一舟）5月6日，…`, `〔記者林一舟／台北報導〕…`. The text stays in the body. Capitals alone are no place: a company may begin a
** sentence in capitals; a known place, a date or an agency beside them is needed. */
#include "page/doc.h"
#include "lex_abbreviations.h"
#include "lex_labels.h"
#include "lex_places.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

#define HEAD 240u

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

static bool known_place(gz_view v)
{
  uint32_t hit;
  v = gz_trim(v);
  return v.n > 1 && gz_trie_exact(&lex_places.trie, v, &hit);
}

/* Position of any of the strings in v from i; length in *n. */
static size_t seek(gz_view v, size_t i, const char *const *what, size_t *n)
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

static void find_stamp(gz_doc *d, size_t line, gz_view v)
{
  gz_stamp s;
  if (gz_stamps(v, &s, 1, d->day_first) == 0 || !s.day) return;
  const char *z = gz_arena_copy(d->arena, s.edtf, strlen(s.edtf));
  if (!z) d->failed = true;
  else gz_doc_find(d, GZ_F_PUBLISHED, false, line, gz_view_cstr(z), s.timed);
}

/* Does a word stand at pos that begins sentences, with a capital? Then what is in front of the dash is no part of the sentence. */
static bool begins_sentence(gz_view v, size_t pos)
{
  while (pos < v.n && v.p[pos] == ' ') pos++;
  size_t e = pos;
  uint32_t hit, c = at(v, pos);
  if (!gz_is_letter(c) || gz_fold(c) == c) return false;
  while (e < v.n) { size_t k = e; if (!gz_is_letter(gz_utf8_next(v.p, v.n, &k))) break; e = k; }
  if (!gz_trie_exact(&lex_abbreviations.trie, gz_view_of(v.p + pos, e - pos), &hit)) return false;
  for (;; hit++) {
    if (lex_abbreviations_rows[hit].kind == LEX_ABBREVIATIONS_KIND_STARTER) return true;
    if (!lex_abbreviations_rows[hit].more) return false;
  }
}

/* One or two words that each begin with a capital. */
static bool capitalised(gz_view v)
{
  bool start = true;
  for (size_t i = 0; i < v.n;) {
    uint32_t c = gz_utf8_next(v.p, v.n, &i);
    if (start && (!gz_is_letter(c) || gz_fold(c) == c)) return false;
    if (!gz_is_letter(c) && c != ' ' && c != '-') return false;
    start = c == ' ';
  }
  return v.n >= 4;
}

/* `Quarrybridge, May 6 (Cape Wire) The mill …`, `PUENTEALTO, 6 (CAPE PRESS) …`: no dash; the day and the brackets tell. */
static bool undashed(gz_doc *d, size_t line, gz_view v, const char *wire, const char *wire_end)
{
  gz_view head = gz_view_of(v.p, (size_t)(wire - v.p)), agency = gz_view_of(wire + 1, (size_t)(wire_end - wire - 1));
  const char *comma = memchr(head.p, ',', head.n);
  size_t behind = (size_t)(wire_end + 1 - v.p);
  uint32_t c = at(v, behind + (v.p[behind] == ':' ? 2u : 1u));
  if (!comma || agency.n < 2 || agency.n > 30 || gz_fold(at(agency, 0)) == at(agency, 0) || behind + 3 >= v.n || (v.p[behind] != ' ' && v.p[behind] != ':') || !gz_is_letter(c) || gz_fold(c) == c) return false;
  const char *land = memchr(head.p, '(', (size_t)(comma - head.p));      /* Kochi (Kerala) [India], May 6 (CNI): … */
  if (!land) land = memchr(head.p, '[', (size_t)(comma - head.p));
  gz_view place = gz_trim(gz_view_of(head.p, (size_t)((land ? land : comma) - head.p))), day = gz_trim(gz_view_of(comma + 1, (size_t)(wire - comma - 1)));
  gz_stamp s;
  bool dated = gz_stamps(head, &s, 1, d->day_first) > 0 && s.day, bare = day.n >= 1 && day.n <= 2 && gz_is_digit((unsigned char)day.p[0]) && gz_is_digit((unsigned char)day.p[day.n - 1]);
  if ((!dated && !bare) || place.n > 30 || !capitalised(place)) return false;
  gz_doc_find(d, GZ_F_PLACE, false, line, place, false);
  gz_doc_find(d, GZ_F_SOURCE, false, line, agency, false);
  if (dated) find_stamp(d, line, head);
  return true;
}

static void latin(gz_doc *d, size_t line, gz_view v)
{
  static const char *const dashes[] = {" - ", " _ ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94", "- ", "-- ", "-", NULL};
  const char *wire = v.n > 8 ? memchr(v.p, '(', v.n < 90 ? v.n : 90) : NULL, *wire_end = wire ? memchr(wire, ')', (size_t)(v.p + v.n - wire)) : NULL;
  bool dashed = wire_end && wire - v.p > 4 && ((wire[-1] == '-' && wire[-2] == '-') || memcmp(wire - 3, "\xE2\x80\x94", 3) == 0);
  if (dashed && wire_end - wire < 40) {      /* PORT LYNN, Calif.--(CAPE WIRE)--Gull… */
    size_t comma = 0;
    while (v.p + comma < wire - 2 && v.p[comma] != ',' && (unsigned char)v.p[comma] != 0xE2) comma++;
    gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(v.p, comma), false);
    gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(wire + 1, (size_t)(wire_end - wire - 1)), false);
    size_t behind = (size_t)(v.p + v.n - wire_end - 1);
    find_stamp(d, line, gz_view_of(v.p, (size_t)(wire - v.p)));
    const char *gap = behind > 8 && wire_end[1] == ' ' ? memchr(wire_end + 2, '\xE2', behind < 34 ? behind - 1 : 32) : NULL;      /* (CAPE WIRE) May 6, 2021—Gull… */
    if (gap) find_stamp(d, line, gz_view_of(wire_end + 1, (size_t)(gap - wire_end - 1)));
    return;
  }
  if (wire == v.p && wire_end && wire_end - wire < 30 && wire_end - wire > 2 && v.n > (size_t)(wire_end - v.p) + 4 && wire_end[1] == ' ' && (wire_end[2] == '-' || (unsigned char)wire_end[2] == 0xE2)) {      /* (Cape Wire) -Gull… */
    gz_view agency = gz_view_of(wire + 1, (size_t)(wire_end - wire - 1));
    if (gz_fold(at(agency, 0)) != at(agency, 0)) gz_doc_find(d, GZ_F_SOURCE, true, line, agency, false);
    return;
  }
  if (wire_end && wire > v.p + 4 && wire - v.p < 16 && wire_end - wire < 30 && wire_end[1] == ' ' && (wire_end[2] == '-' || (unsigned char)wire_end[2] == 0xE2)) {      /* May 6 (Cape Wire) - Gull… */
    gz_stamp s;
    gz_view agency = gz_view_of(wire + 1, (size_t)(wire_end - wire - 1));
    if (gz_stamps(gz_view_of(v.p, (size_t)(wire - v.p)), &s, 1, false) && s.span.start == 0 && gz_fold(at(agency, 0)) != at(agency, 0)) {
      gz_doc_find(d, GZ_F_SOURCE, true, line, agency, false);
      find_stamp(d, line, gz_view_of(v.p, (size_t)(wire - v.p)));
      return;
    }
  }
  size_t n, dash = seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, dashes, &n), i = 0, letters = 0;
  const char *inside = memchr(v.p, '(', v.n < 60 ? v.n : 60);
  for (const char *open = wire; open && wire_end; ) {
    const char *close = memchr(open, ')', (size_t)(v.p + v.n - open));
    if (close && open > v.p + 4 && open[-1] == ' ' && undashed(d, line, v, open, close)) return;
    size_t rest = close ? (size_t)(v.p + v.n - close) : 0;
    open = close && close < v.p + 60 ? memchr(close, '(', rest < 60 ? rest : 60) : NULL;
  }
  static const char *const wider[] = {" - ", " _ ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", NULL};
  if (dash != SIZE_MAX && n == 1 && memchr(v.p, ' ', dash) == NULL && (memchr(v.p + dash, '(', v.n - dash < 40 ? v.n - dash : 40) || memchr(v.p + dash, '/', v.n - dash < 60 ? v.n - dash : 60))) {      /* Pierrepont-sur-Cap (CFP) - … */
    size_t m, next = seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, wider, &m);
    if (next != SIZE_MAX) { dash = next; n = m; }
  }
  if (dash != SIZE_MAX && n == 1 && memchr(v.p, '/', dash)) {      /* … /Capewire-Asia/ -- */
    size_t m, next = seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, wider, &m);
    if (next != SIZE_MAX) { dash = next; n = m; }
  }
  if (dash != SIZE_MAX && n == 1 && inside && (size_t)(inside - v.p) < dash && wire_end && wire_end > v.p + dash) dash = seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), (size_t)(wire_end - v.p), dashes, &n);      /* PORTO (cape-AFX) - … */
  if (dash == SIZE_MAX || dash < 3 || dash > 120) return;
  if (n == 1) for (size_t k = 0; k < dash; k++) if (v.p[k] < 'A' || v.p[k] > 'Z') return;      /* LYNNPORT-The … */
  gz_view head = gz_view_of(v.p, dash), agency = {NULL, 0}, place = {NULL, 0};
  if (head.n > 4 && head.p[head.n - 1] == '/') {           /* …, May 6, 2021 /Cape Newswire/ -- */
    size_t k = head.n - 1;
    while (k > 0 && head.p[k - 1] != '/') k--;
    if (k > 0 && head.n - k < 40) { agency = gz_view_of(head.p + k, head.n - 1 - k); head.n = k - 1; }
    if (head.n == 0) { gz_doc_find(d, GZ_F_SOURCE, false, line, agency, false); return; }      /* /CAPE WIRE/ -- and no place */
  }
  const char *open = memchr(head.p, '(', head.n), *later = open ? memchr(open + 1, '(', (size_t)(head.p + head.n - open - 1)) : NULL;      /* Manaus (Brésil), 7 juin (CFP) - … */
  if (later) open = later;
  const char *close = open ? memchr(open, ')', (size_t)(head.p + head.n - open)) : NULL;
  if (close && (size_t)(head.p + head.n - close) <= 2) {
    agency = gz_view_of(open + 1, (size_t)(close - open - 1));
    const char *desk = memchr(agency.p, '/', agency.n);    /* dpa/sn: its regional desk */
    if (desk && desk - agency.p >= 3 && desk[1] >= 'a' && desk[1] <= 'z') agency.n = (size_t)(desk - agency.p);
    head.n = (size_t)(open - head.p);
  }
  while (i < head.n) {                                     /* the capitals in front */
    size_t k = i;
    uint32_t c = gz_utf8_next(head.p, head.n, &k);
    if (gz_is_letter(c)) { if (gz_fold(c) == c) break; letters++; }
    else if (c != ' ' && c != '.' && c != '\'' && c != '-' && c != '/') break;
    i = k;
  }
  bool capitals = letters >= 3 && !(i < head.n && gz_is_letter(at(head, i)));
  if (!capitals && !agency.n && head.n < 24 && !memchr(head.p, ',', head.n) && begins_sentence(v, dash + n)) {      /* `Emden – Die Werft …` */
    size_t spaces = 0;
    for (size_t k = 0; k < head.n; k++) spaces += head.p[k] == ' ';
    if (spaces <= 1 && capitalised(head)) { gz_doc_find(d, GZ_F_PLACE, false, line, head, false); return; }
  }
  if (!capitals) {          /* `Berlin (dpa) -`, `New York, May 6 -` */
    size_t comma = 0;
    while (comma < head.n && head.p[comma] != ',' && head.p[comma] != '(') comma++;
    place = gz_trim(gz_view_of(head.p, comma));
    bool letters_only = agency.n >= 2 && agency.n <= 6 && agency.p[0] >= 'A' && agency.p[0] <= 'Z' && agency.p[1] >= 'A' && agency.p[1] <= 'Z';
    gz_stamp day;
    bool told = agency.n && agency.n <= 24 && gz_stamps(head, &day, 1, d->day_first) > 0 && day.day;
    if (!known_place(place) && !(agency.n && (letters_only || told || gz_media_like(agency)) && capitalised(place))) return;
  } else place = gz_trim(gz_view_of(head.p, i));
  gz_stamp s;
  bool dated = gz_stamps(head, &s, 1, d->day_first) > 0 && s.day;
  if (!dated && !agency.n && !known_place(place) && !begins_sentence(v, dash + n)) return;
  if (agency.n > 40 || place.n > 40) return;
  gz_doc_find(d, GZ_F_PLACE, false, line, place, false);
  if (agency.n && agency.n < 40) gz_doc_find(d, GZ_F_SOURCE, false, line, agency, false);
  if (dated) find_stamp(d, line, head);
}

/* The Chinese forms: a head in brackets or up to 电/讯. */
static void chinese(gz_doc *d, size_t line, gz_view v)
{
  static const char *const reporter[] = {"\xE8\xAE\xB0\xE8\x80\x85", "\xE8\xA8\x98\xE8\x80\x85", NULL};                             /* 记者 */
  static const char *const wire[] = {"\xE7\x94\xB5", "\xE9\x9B\xBB", "\xE8\xAE\xAF", "\xE8\xA8\x8A", NULL};                        /* 电 讯 */
  static const char *const house[] = {"\xE7\xA4\xBE", NULL};                                                                       /* 社 */
  static const char *const stop[] = {"\xEF\xBC\x8C", "\xE3\x80\x82", ",", "\xEF\xBC\x9B", NULL};
  static const char *const ends[] = {"\xEF\xBC\x89", "\xE3\x80\x95", "\xE3\x80\x91", ")", "]", NULL};
  size_t n, m, limit = v.n < HEAD ? v.n : HEAD, who = seek(gz_view_of(v.p, limit), 0, reporter, &n), comma = seek(gz_view_of(v.p, limit), 0, stop, &m);
  if (who != SIZE_MAX && who < 60) {
    size_t e, from = who + n, end = seek(gz_view_of(v.p, limit), from, ends, &e);
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
      size_t s = seek(front, 0, house, &m);
      gz_view own = gz_trim(front);
      if (s != SIZE_MAX && s < 24) gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(v.p, s + 3), false);
      else if (own.n >= 6 && own.n <= 30 && own.p > v.p && own.p < v.p + 4 && own.p + own.n == v.p + who && !gz_begins(own, "本\0") && (gz_media_like(own) || gz_ends(own, "讯\0訊\0"))) gz_doc_find(d, GZ_F_SOURCE, false, line, own, false);      /* （海岬訊記者…電） */
    }
  }
  if (who == SIZE_MAX && gz_begins(v, "\xEF\xBC\x88\0(\0")) {      /* （海岬之声）… */
    size_t open = v.p[0] == '(' ? 1 : 3, e, shut = seek(gz_view_of(v.p, limit < 48 ? limit : 48), open, ends, &e);
    gz_view own = gz_view_of(v.p + open, shut == SIZE_MAX ? 0 : shut - open);
    if (own.n >= 9 && gz_is_han(at(own, 0)) && gz_media_like(own)) gz_doc_find(d, GZ_F_SOURCE, false, line, own, false);
  }
  size_t far = who == SIZE_MAX || who > 60 ? SIZE_MAX : who + n;
  if (far != SIZE_MAX) {                                   /* 記者林一舟報道：… */
    static const char *const told[] = {"报道", "報道", "報導", NULL};
    while (far < v.n && v.p[far] == ' ') far++;
    size_t e, end = seek(gz_view_of(v.p, far + 24 < v.n ? far + 24 : v.n), far, told, &e);
    if (end != SIZE_MAX && end + e < v.n && gz_begins(gz_view_of(v.p + end + e, v.n - end - e), "：\0:\0，\0") && gz_han_person(gz_trim(gz_view_of(v.p + far, end - far)))) gz_doc_find(d, GZ_F_AUTHOR, true, line, gz_view_of(v.p + far, end - far), false);
  }
  size_t w = seek(gz_view_of(v.p, limit), 0, wire, &m);
  while (w != SIZE_MAX && w + 6 <= v.n && memcmp(v.p + w + 3, house[0], 3) == 0) w = seek(gz_view_of(v.p, limit), w + 6, wire, &m);      /* 通訊社 */
  while (w != SIZE_MAX && w + 9 <= v.n && gz_begins(gz_view_of(v.p + w + 3, v.n - w - 3), "\xE8\xAE\xB0\xE8\x80\x85\0\xE8\xA8\x98\xE8\x80\x85\0")) w = seek(gz_view_of(v.p, limit), w + 3, wire, &m);      /* 海岬快讯记者: the paper's own name */
  if (w == SIZE_MAX || w > 90 || w < 3 || (comma != SIZE_MAX && comma < w && who == SIZE_MAX)) return;
  gz_view front = gz_trim(gz_view_of(v.p, w));
  size_t s = seek(front, 0, house, &m), lead = SIZE_MAX;
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
    find_stamp(d, line, rest);
    lead = s;
  } else if (front.n <= 24 && front.n >= 6 && !gz_is_digit(at(front, 0)) && (unsigned char)v.p[w] == 0xE8 && !gz_begins(gz_view_of(v.p + w + 3, v.n - w - 3), "获悉\0獲悉\0息\0号\0號\0问\0問\0")) {      /* 海岬讯 */
    if (front.n > 6 && (memcmp(front.p + front.n - 3, "\xE4\xB8\x93", 3) == 0 || memcmp(front.p + front.n - 3, "\xE5\xB0\x88", 3) == 0)) front.n -= 3;      /* 专讯 */
    gz_doc_find(d, GZ_F_SOURCE, false, line, front, false);
    lead = 0;
  }
  if (lead != SIZE_MAX && comma != SIZE_MAX && comma > w) find_stamp(d, line, gz_view_of(v.p + w, comma - w));
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
  if (!gz_begins(v, "\xEF\xBC\xBB\0") || (end = seek(gz_view_of(v.p, v.n < 90 ? v.n : 90), 3, shut, &n)) == SIZE_MAX) return;
  gz_view in = gz_view_of(v.p + 3, end - 3);
  size_t a = seek(in, 0, gap, &n), b = a == SIZE_MAX ? a : seek(in, a + n, gap, &m);
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
  find_stamp(d, line, head);
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

/* A Japanese writer's name in brackets behind the last sentence: `…。【氷室透】` */
static void signed_behind(gz_doc *d, size_t line, gz_view v)
{
  size_t i = v.n, han = 0;
  bool round = v.n >= 12 && memcmp(v.p + v.n - 3, "\xEF\xBC\x89", 3) == 0;
  if (v.n < 12 || (!round && memcmp(v.p + v.n - 3, "\xE3\x80\x91", 3) != 0)) return;
  i -= 3;
  size_t end = i;
  while (i > 0 && end - i <= 30) {
    size_t k = i;
    uint32_t c = gz_utf8_prev(v.p, v.n, &k);
    if (c == (round ? 0xFF08 : 0x3010)) break;
    if (!gz_is_han(c) && !gz_is_kana(c) && c != 0x3000 && c != ' ' && c != 0x3001) return;
    han += gz_is_han(c);
    i = k;
  }
  if (han < 2 || han > 10 || end - i > 30 || (round && (i < 6 || memcmp(v.p + i - 6, "\xE3\x80\x82", 3) != 0 || !gz_han_person(gz_view_of(v.p + i, end - i))))) return;
  gz_doc_find(d, GZ_F_AUTHOR, false, line, gz_view_of(v.p + i, end - i), false);
  if (!d->failed) d->found[d->found_count - 1].sure = true;
}

/* `…。（編輯：周棠）` at the end of the last paragraph */
static void credit_at_end(gz_doc *d, size_t line, gz_view v)
{
  for (size_t i = v.n > 90 ? v.n - 90 : 0; i < v.n; i++) {
    if (!gz_utf8_is_start(v.p, v.n, i)) continue;
    size_t k = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &k);
    gz_hit hit;
    if ((c != '(' && c != 0xFF08 && c != 0x3010) || !gz_trie_longest(&lex_labels.trie, v, k, &hit)) continue;
    unsigned field = lex_labels_rows[hit.value].field;
    size_t from = hit.end;
    if ((field != GZ_F_EDITOR && field != GZ_F_TRANSLATOR && field != GZ_F_AUTHOR) || from >= v.n) continue;
    size_t mark = from;
    c = gz_utf8_next(v.p, v.n, &mark);
    if (c == ':' || c == 0xFF1A || c == ' ' || c == '/' || c == 0xFF0F) from = mark;
    else if (field != GZ_F_AUTHOR || hit.end - k < 6) continue;
    size_t end = from;
    while (end < v.n) { size_t m = end; c = gz_utf8_next(v.p, v.n, &m); if (c == ')' || c == 0xFF09 || c == 0x3011) break; end = m; }
    gz_view who = gz_trim(gz_view_of(v.p + from, end - from));
    size_t first = 0;
    while (first < who.n && who.p[first] != ' ') first++;
    if (field == GZ_F_AUTHOR && !gz_names_plain(gz_view_of(who.p, first))) continue;
    if (end < v.n && end - from < 60) gz_doc_find(d, field, true, line, who, false);
  }
}

/* （氷室透） alone on the line behind the text. */
static void bracketed_below(gz_doc *d)
{
  for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_AUTHOR && (gz_doc_in_head(d, d->found[k].line) || d->found[k].labelled)) return;
  for (size_t i = d->body_last > d->body_first ? d->body_last : d->body_first + 1; i <= d->body_last + 1 && i < d->count; i++) {
    gz_line *l = &d->lines[i];
    gz_view v = gz_doc_inner(d, l);
    if (l->wide < 3 || l->size > 8 || l->words || l->says || v.n < 15 || memcmp(v.p, "\xEF\xBC\x88", 3) != 0 || memcmp(v.p + v.n - 3, "\xEF\xBC\x89", 3) != 0 || !gz_han_person(gz_view_of(v.p + 3, v.n - 6))) continue;
    gz_doc_find(d, GZ_F_AUTHOR, false, i, gz_view_of(v.p + 3, v.n - 6), false);
    if (d->failed) return;
    d->found[d->found_count - 1].sure = true;
    l->kind = GZ_BLOCK_META;
    l->reason = "label, byline or date";
  }
}

/* `— Ana Lowell` below the last paragraph. */
static void signed_below(gz_doc *d)
{
  for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_AUTHOR && (gz_doc_in_head(d, d->found[k].line) || d->found[k].labelled)) return;
  for (size_t i = d->body_last > d->body_first ? d->body_last : d->body_first + 1; i <= d->body_last + 2 && i < d->count; i++) {
    gz_line *l = &d->lines[i];
    gz_view v = gz_view_of(d->text.p + l->start, l->end - l->start);
    bool dash = v.n > 6 && (memcmp(v.p, "\xE2\x80\x94", 3) == 0 || memcmp(v.p, "\xE2\x80\x93", 3) == 0 || memcmp(v.p, "\xE2\x80\x95", 3) == 0 || memcmp(v.p, "--", 2) == 0);
    gz_view who = gz_trim(v);
    if (!dash || l->size > 12 || l->digits || l->says || !gz_name_like(who) || !(gz_person_line(who) || gz_name_shape(who) || gz_han_person(who))) continue;
    gz_doc_find(d, GZ_F_AUTHOR, false, i, who, false);
    if (d->failed) return;
    d->found[d->found_count - 1].sure = true;
    l->kind = GZ_BLOCK_META;
    l->reason = "label, byline or date";
    return;
  }
}

void gz_doc_dateline(gz_doc *d)
{
  size_t looked = 0;
  for (size_t i = d->body_first > 0 ? d->body_first - 1 : 0; d->body_first <= d->body_last && i <= d->body_first; i++) {      /* Steinhafen (cts) on a line of its own */
    gz_view lead = gz_doc_inner(d, &d->lines[i]);
    const char *round = !d->lines[i].wide && d->lines[i].size < 12 && lead.n > 6 && lead.p[lead.n - 1] == ')' ? memchr(lead.p, '(', lead.n) : NULL;
    if (round && round > lead.p + 3 && round[-1] == ' ' && lead.p + lead.n - round <= 10 && capitalised(gz_view_of(lead.p, (size_t)(round - lead.p - 1)))) gz_doc_find(d, GZ_F_PLACE, false, i, gz_view_of(lead.p, (size_t)(round - lead.p)), false);
  }
  if (d->body_first <= d->body_last) { signed_below(d); if (d->kana) bracketed_below(d); }
  for (size_t i = d->body_first; i <= d->body_last && i < d->count && looked < 2; i++) {
    const gz_line *l = &d->lines[i];
    if (l->kind != GZ_BLOCK_BODY || l->size < 12) continue;
    looked++;
    gz_view v = gz_doc_inner(d, l);
    if (v.n > 400) v.n = 400;
    if (looked == 1) korean(d, i, v);
    if (looked == 1 && d->kana) japanese(d, i, v);
    if (looked == 1 && l->wide > l->words) { bracketed_day(d, i, v); wide_brackets(d, i, v); release(d, i, v); }
    if (l->wide > l->words) chinese(d, i, v);
    else if (looked == 1) latin(d, i, v);
  }
  for (size_t i = d->body_last, seen = 0; d->body_first <= i && i < d->count && seen < 2; i--) {
    if (d->lines[i].kind == GZ_BLOCK_BODY) {
      credit_at_end(d, i, gz_doc_inner(d, &d->lines[i]));
      if (seen++ == 0 && d->kana) signed_behind(d, i, gz_doc_inner(d, &d->lines[i]));
    }
    if (i == 0) break;
  }
}
