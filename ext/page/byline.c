/* Text of a head line that no label explains, judged by its shape and by what it stands beside: a person with a role, a publication or a short name beside
** a stamp, a person behind a slash, a place before the word for reporting, a counter, a button. */
#include "page/cut.h"
#include "base/watch.h"
#include "lex_bylines.h"
#include "lex_labels.h"
#include "lex_places.h"

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
static bool place_of(gz_view v, gz_view *place, bool after_who)
{
  size_t s;
  v = gz_trim(v);
  if (is_place(v)) { *place = v; return true; }
  if (!bylines_end(v, LEX_BYLINES_KIND_REPORT, &s) || s == 0) return false;
  gz_view p = gz_trim(gz_view_of(v.p, s));
  size_t again;
  if (bylines_end(p, LEX_BYLINES_KIND_REPORT, &again) && again > 0) p = gz_trim(gz_view_of(p.p, again));
  if (!is_place(p) && !after_who && p.n == 9 && gz_han_person(p)) return false;      /* 王翊綺報導: who, not where */
  if (!is_place(p) && !(p.n >= 6 && p.n <= 12 && gz_is_han(gz_cut_at(p, 0)) && !gz_media_like(p))) return false;
  *place = p;
  return true;
}

bool gz_byline_counter(gz_view v)
{
  size_t s, digits = 0, letters = 0;
  if (v.n == 1) return true;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due);) { uint32_t c = gz_utf8_next(v.p, v.n, &i); digits += gz_is_digit(c); letters += gz_is_letter(c); }
  if (digits && letters <= 1) return true;
  if (digits) return bylines_end(v, LEX_BYLINES_KIND_COUNT, &s);
  uint32_t hit;
  if (v.n > 40 || !gz_trie_exact(&lex_bylines.trie, v, &hit)) return false;
  for (;; hit++) {
    if (lex_bylines_rows[hit].kind == LEX_BYLINES_KIND_COUNT) return true;
    if (!lex_bylines_rows[hit].more) return false;
  }
}

/* 更新, 입력: a label behind its value */
static bool only_label(gz_view v)
{
  uint32_t hit;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < v.n && !gz_watch_at(i, &due);) {
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

bool gz_byline_relative(gz_view v) { size_t s; return v.n < 40 && bylines_end(v, LEX_BYLINES_KIND_RELATIVE, &s); }

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

bool gz_byline_role(gz_view v)
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
  if (gz_ends(w, " CEO\0,CEO\0")) return memchr(w.p, ',', w.n) != NULL;      /* who signs for a company wrote no article */
  gz_view name = gz_trim(gz_view_of(w.p, s));
  const char *comma = memchr(w.p, ',', s);
  if (!gz_name_like(name) && !comma) return false;
  if (comma && c->line < 60 && c->count == 1 && (unsigned char)name.p[0] < 0x80) {      /* ANA LOWELL, Cape staff writer: the role vouches for the name */
    gz_view who = gz_view_of(name.p, (size_t)(comma - name.p));
    if (gz_name_like(who) && !gz_media_like(who)) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, who, false);
      if (c->d->found_count > had) c->d->found[had].sure = true;
      return true;
    }
  }
  if (c->d->kana && gz_is_han(gz_cut_at(name, 0)) && !memchr(name.p, ' ', name.n))      /* 海岬ビジネス記者: for whom */
    for (size_t i = 0; i < name.n;) { uint32_t x = gz_utf8_next(name.p, name.n, &i); if (x >= 0x30A1 && x <= 0x30FA) return false; }
  names = gz_names_of(c->d, w, c->d->kana && (unsigned char)name.p[0] >= 0xE3);
  if (!names) return false;
  size_t had = c->d->found_count;
  gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, gz_view_cstr(names), false);
  if (c->d->found_count > had) c->d->found[had].sure = c->d->kana && (unsigned char)name.p[0] >= 0xE3;
  return true;
}

/* `Ana Lowell, Cape Times`, `Ana Lowell for Cape Times`: who wrote it and for whom. */
bool gz_byline_who_house(cutter *c, gz_view v)
{
  static const char joints[] = ", \0 for \0 | \0 f\xC3\xBCr \0 pour \0 para \0\xEF\xBC\x8C\0\xE3\x80\x81\0";
  for (const char *joint = joints; *joint; joint += strlen(joint) + 1) {
    size_t n = strlen(joint);
    for (size_t i = 2; i + n + 2 < v.n; i++) {
      if (v.p[i] != joint[0] || memcmp(v.p + i, joint, n) != 0) continue;
      gz_view who = gz_view_of(v.p, i), house = gz_trim(gz_view_of(v.p + i + n, v.n - i - n));
      bool boxed = (unsigned char)joint[0] >= 0x80 && gz_cut_bracket(gz_cut_at(c->v, 0)) && gz_han_person(who) && house.n <= 30;      /* [林一舟，Kamedia] */
      if ((!boxed && !gz_media_like(house)) || memchr(house.p, ',', house.n)) continue;
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
bool gz_byline_house_who(cutter *c, gz_view v)
{
  size_t i = 0, ignored;
  if (v.n > 66 || ((unsigned char)v.p[0] < 0xE3 && !gz_is_digit((unsigned char)v.p[0]))) return false;
  while (i < v.n && v.p[i] != ' ') i++;
  if (i >= v.n || i < 6 || (unsigned char)v.p[i - 1] < 0x80) return false;
  gz_view house = gz_view_of(v.p, i), who = gz_trim(gz_view_of(v.p + i, v.n - i)), place = {NULL, 0};
  const char *space = memchr(who.p, ' ', who.n);
  if (space) {
    if (!place_of(gz_view_of(space, (size_t)(who.p + who.n - space)), &place, true)) return false;
    who.n = (size_t)(space - who.p);
  }
  size_t e = 0, names = 0;                                 /* 海岬周刊 林一舟，周棠 */
  for (size_t a = 0; e <= who.n && names < 9; a = e) {
    size_t han = 0, k = a, next = who.n + 1;
    for (e = a; e < who.n; e = k) {
      uint32_t x = gz_utf8_next(who.p, who.n, &k);
      if (x == 0x3001 || x == 0xFF0C || x == ',') { next = k; break; }
      han = gz_is_han(x) ? han + 1 : 9;
    }
    names = han >= 2 && han <= 4 ? names + 1 : 9;
    e = next;
  }
  bool several = names >= 2 && names < 9;
  bool reports = space && house.n >= 12 && bylines_end(house, LEX_BYLINES_KIND_REPORT, &ignored);
  if ((!gz_media_like(house) && !reports) || !(gz_names_plain(who) || several) || gz_media_like(who) || (unsigned char)who.p[0] < 0xE3) return false;
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
  if (v.n > 72) return false;
  while (at + 6 <= v.n && memcmp(v.p + at, word, 6) != 0 && memcmp(v.p + at, word2, 6) != 0) at++;
  if (at < 6 || at + 6 > v.n || !gz_media_like(gz_view_of(v.p, at))) return false;
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
  size_t from = v.n > 7 && (memcmp(v.p, key, 7) == 0 || memcmp(v.p, key2, 7) == 0) ? 7 : v.n > 9 && memcmp(v.p, key3, 9) == 0 && ((unsigned char)v.p[9] >= 0x80 || (unsigned char)v.p[v.n - 1] >= 0x80) ? 9 : 0;
  if (!from || v.n > 90) return false;
  size_t end = v.n;
  while (end > from && v.p[end - 1] != ' ') end--;
  gz_view who = gz_trim(gz_view_of(v.p + from, end - from)), account = gz_view_of(v.p + end, v.n - end);
  if (who.n == 0) { who = account; account.n = 0; }
  if (account.n) gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, account, false);
  gz_doc_find(c->d, gz_media_like(who) || (!account.n && !gz_names_plain(who)) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, who, false);
  if (!c->d->failed && c->d->found_count) c->d->found[c->d->found_count - 1].sure = account.n > 0;      /* a pen name */
  return true;
}

/* `林一舟 海岬之心` before a date: who, and the account. */
static bool who_account(cutter *c, gz_view v)
{
  const char *space = memchr(v.p, ' ', v.n);
  if (!space || v.n > 60) return false;
  gz_view who = gz_view_of(v.p, (size_t)(space - v.p)), account = gz_trim(gz_view_of(space, (size_t)(v.p + v.n - space)));
  if (memchr(account.p, ' ', account.n) || who.n < 6 || who.n > 12 || account.n < 6 || !gz_is_han(gz_cut_at(who, 0))) return false;
  if (!gz_names_plain(who) || gz_media_like(who) || gz_place(who) || gz_place(account)) return false;
  for (size_t i = 0; i < who.n;) if (!gz_is_han(gz_utf8_next(who.p, who.n, &i))) return false;
  gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, who, false);
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, account, false);
  return true;
}

/* `Ana Lowell (Cape News)`: who, and in brackets for whom. */
static bool who_in_house(cutter *c, size_t k)
{
  gz_view who = gz_view_slice(c->v, c->t[k].span);
  if (k + 2 >= c->count || c->t[k + 1].kind != T_BREAK || c->t[k + 2].kind != T_TEXT || gz_cut_at(c->v, c->t[k + 1].span.start) != '(') return false;
  gz_view house = gz_view_slice(c->v, c->t[k + 2].span);
  if ((unsigned char)who.p[0] >= 0x80 || !gz_name_like(who) || !gz_media_like(house) || house.n > 40) return false;
  gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, who, false);
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, house, false);
  return true;
}

/* 发布于江苏海岬晚报官方账号, Posted on 上海: from where, and whose account it is. */
static bool posted_from(cutter *c, gz_view v, bool stamped)
{
  static const char heads[] = "\xE5\x8F\x91\xE5\xB8\x83\xE4\xBA\x8E\0\xE5\x8F\x91\xE8\xA1\xA8\xE4\xBA\x8E\0\xE6\x9D\xA5\xE8\x87\xAA\0Posted on \0", from[] = "\xE6\x9D\xA5\xE8\x87\xAA\0";      /* 发布于 发表于 来自 */
  static const char tails[] = "\xE5\xAE\x98\xE6\x96\xB9\xE8\xB4\xA6\xE5\x8F\xB7\0\xE5\xAE\x98\xE6\x96\xB9\xE5\xB8\x90\xE5\x8F\xB7\0\xE5\x88\x9B\xE4\xBD\x9C\xE8\x80\x85\0";      /* 官方账号 官方帐号 创作者 */
  gz_hit hit;
  if (v.n > 18 && gz_begins(v, from) && memcmp(v.p + v.n - 6, "\xE4\xB8\x93\xE6\xA0\x8F", 6) == 0)      /* 来自某某的海岬专栏 */
    for (size_t i = v.n - 9; i > 6; i--)
      if (memcmp(v.p + i, "\xE7\x9A\x84", 3) == 0) {
        gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, gz_view_of(v.p + 6, i - 6), false);
        if (v.n - i > 9) gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, gz_view_of(v.p + i + 3, v.n - i - 9), false);
        return true;
      }
  if (!stamped) return false;
  size_t n = gz_begins(v, heads);
  gz_view rest = gz_view_of(v.p + n, v.n - n);
  if (n && rest.n && rest.p[0] == ' ' && gz_begins(v, from)) return true;      /* 来自 iPhone客户端 */
  if (n == 0 || !gz_trie_longest(&lex_places.trie, rest, 0, &hit)) return false;
  gz_view place = gz_view_of(rest.p, hit.end);
  rest = gz_view_of(rest.p + hit.end, rest.n - hit.end);
  size_t tail = gz_ends(rest, tails);
  if (rest.n && !tail && !(rest.n == 3 && gz_is_han(gz_cut_at(rest, 0)))) return false;      /* 市 省 */
  rest.n -= tail;
  if (tail > 9 && rest.n >= 6 && gz_media_like(rest)) gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, rest, false);
  gz_doc_find(c->d, GZ_F_PLACE, false, c->line, place, false);
  return true;
}

/* `海岬之心报道` alone on its line: who wrote it. */
static bool house_reports(cutter *c, gz_view v)
{
  size_t s, han = 0;
  if (c->count != 1 || v.n > 45 || !bylines_end(v, LEX_BYLINES_KIND_REPORT, &s) || s < 9) return false;
  gz_view who = gz_view_of(v.p, s);
  for (size_t i = 0; i < who.n;) han += gz_is_han(gz_utf8_next(who.p, who.n, &i));
  if (han < 3 || han > 8 || han * 3 != who.n || gz_media_like(v) || gz_place(who) || gz_names_plain(who)) return false;
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, who, false);
  return true;
}

/* `PORTO NOVO | DIÁRIO DO CABO`: a place and the paper, both in capitals. */
static bool place_and_house(cutter *c, size_t k)
{
  if (k != 0 || c->count != 3 || c->t[1].kind != T_BREAK || c->t[2].kind != T_TEXT) return false;
  gz_view place = gz_view_slice(c->v, c->t[0].span), house = gz_view_slice(c->v, c->t[2].span);
  for (size_t i = 0; i < c->v.n;) { uint32_t x = gz_utf8_next(c->v.p, c->v.n, &i); if (gz_is_letter(x) && gz_fold(x) == x) return false; }
  bool named = gz_place(place);
  for (size_t i = 0; i < c->line && i < 40 && !named; i++) {      /* or the paper's name stands above */
    gz_view w = gz_doc_inner(c->d, &c->d->lines[i]);
    size_t a = 0, b = 0;
    while (a < w.n && b < house.n && gz_fold(gz_utf8_next(w.p, w.n, &a)) == gz_fold(gz_utf8_next(house.p, house.n, &b))) {}
    named = a == w.n && b == house.n && w.n == house.n && gz_fold((unsigned char)w.p[a - 1]) == gz_fold((unsigned char)house.p[b - 1]);
  }
  if (place.n < 4 || house.n < 3 || !named) return false;
  gz_doc_find(c->d, GZ_F_PLACE, false, c->line, place, false);
  gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, house, false);
  c->count = 1;
  return true;
}

/* Ends in a particle of Japanese: a clause, and no name. */
static bool particle_ends(gz_view v)
{
  static const char ends[] = "は\0が\0を\0に\0で\0と\0も\0の\0へ\0より\0まで\0から\0";
  return v.n > 9 && gz_ends(v, ends);
}

/* 綜合報導, 即时报道: how it was reported, and not where. */
static bool no_place(gz_view v)
{
  static const char ways[] = "综合\0綜合\0外电\0外電\0即时\0即時\0专题\0專題\0连线\0連線\0整理\0";
  size_t s;
  return gz_begins(v, ways) && bylines_end(v, LEX_BYLINES_KIND_REPORT, &s);
}

/* Text that no label explains. How many bytes of it are understood. */
size_t gz_byline_text(cutter *c, size_t k, bool stamped)
{
  token *t = &c->t[k];
  gz_view v = gz_view_slice(c->v, t->span), place;
  size_t s;
  bool after_slash = k >= 2 && c->t[k - 1].kind == T_SLASH, before_slash = k + 1 < c->count && c->t[k + 1].kind == T_SLASH;
  if (place_and_house(c, k)) return c->v.n;
  if (v.n > 4 && (memcmp(v.p, "in ", 3) == 0 || memcmp(v.p, "on ", 3) == 0)) return v.n;      /* in Announcements, News */
  if (after_slash && no_place(v)) return v.n;
  if (person_with_role(c, v)) return v.n;
  const char *behind = gz_is_hangul(gz_cut_at(v, 0)) ? memchr(v.p, ' ', v.n) : NULL;      /* 임일주 기자 구독하기 */
  if (k == 0 && behind && gz_begins(gz_view_of(behind, (size_t)(v.p + v.n - behind)), " \xEA\xB8\xB0\xEC\x9E\x90 \0") && gz_name_like(gz_view_of(v.p, (size_t)(behind - v.p)))) {
    gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, gz_view_of(v.p, (size_t)(behind - v.p)), false);
    return v.n;
  }
  bool by_stamp = (k > 0 && c->t[k - 1].kind == T_STAMP) || (k + 1 < c->count && c->t[k + 1].kind == T_STAMP) || (k + 2 < c->count && c->t[k + 1].kind == T_BREAK && c->t[k + 2].kind == T_STAMP) ||
    (k >= 2 && c->t[k - 1].kind == T_BREAK && c->t[k - 2].kind == T_STAMP) ||
    (k + 4 < c->count && c->t[k + 1].kind == T_BREAK && c->t[k + 2].kind == T_TEXT && c->t[k + 3].kind == T_BREAK && c->t[k + 4].kind == T_STAMP && gz_doc_desk(gz_view_slice(c->v, c->t[k + 2].span)));      /* 氷室透 (編集部)2021年… */
  if (gz_byline_counter(v) || gz_byline_relative(v) || only_label(v) || gz_doc_button(v)) return v.n;
  if (v.n > 8 && memcmp(v.p, "http", 4) == 0) return v.n;
  if (sent_from(c, v) || posted_from(c, v, stamped)) return v.n;
  if (house_reports(c, v) || (stamped && who_in_house(c, k))) return v.n;
  if (by_stamp && k + 1 < c->count && c->t[k + 1].kind == T_STAMP && who_account(c, v)) return v.n;
  if (gz_byline_house_who(c, v) || original(c, v) || house_reporter(c, k)) return v.n;
  if (k == 0 && gz_cut_bracket(gz_cut_at(c->v, 0)) && gz_byline_who_house(c, v)) return v.n;      /* [林一舟，海岬テック] */
  bool labelled = after_slash && k >= 3 && c->t[k - 3].kind == T_LABEL && c->t[k - 3].field == GZ_F_AUTHOR;      /* 記者林一舟／… */
  if (after_slash ? place_of(v, &place, labelled) : stamped && is_place(v) && (place = v, true)) { gz_doc_find(c->d, GZ_F_PLACE, after_slash, c->line, place, false); return v.n; }
  if (after_slash && v.n >= 9 && v.n <= 12 && gz_is_han(gz_cut_at(v, 0)) && gz_ends(v, "縣\0市\0县\0") && !gz_media_like(v)) { gz_doc_find(c->d, GZ_F_PLACE, true, c->line, v, false); return v.n; }      /* … 報導 / 海岬縣 */
  if (stamped && memchr(v.p, ',', v.n) && gz_byline_who_house(c, v)) return v.n;
  const char *desk = stamped && (unsigned char)v.p[0] >= 0xE3 ? memchr(v.p, ' ', v.n) : NULL;
  if (desk && gz_doc_desk(v) && gz_media_like(gz_view_of(v.p, (size_t)(desk - v.p)))) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, gz_view_of(v.p, (size_t)(desk - v.p)), false); return v.n; }      /* 海岬通信 経済部 */
  if (stamped && gz_media_like(v) && v.n <= 60 && !gz_names_plain(v)) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false); return v.n; }
  if (bylines_end(v, LEX_BYLINES_KIND_REPORT, &s) && s > 0 && v.n <= 60 && !memchr(c->v.p, '>', c->v.n)) {
    gz_view who = gz_trim(gz_view_of(v.p, s));
    uint32_t alone;
    if (gz_trie_exact(&lex_bylines.trie, who, &alone)) return v.n;      /* 新聞專題: a section */
    if (stamped && v.n - s == 3 && v.n >= 12 && !gz_media_like(who)) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false); return v.n; }      /* 每日快讯 */
    if (gz_media_like(who) || (who.n <= 24 && !after_slash && stamped)) { gz_doc_find(c->d, GZ_F_SOURCE, v.n - s > 3 || gz_media_like(who), c->line, who, false); return v.n; }
    const char *gap = memchr(who.p, ' ', who.n);
    if (before_slash && gap && gz_han_person(gz_view_of(who.p, (size_t)(gap - who.p))) && gz_han_person(gz_trim(gz_view_of(gap, (size_t)(who.p + who.n - gap))))) {      /* 林一舟 周棠 報導 / 海岬 */
      gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, who, false);
      return v.n;
    }
    if (gap && no_place(gz_view_of(gap + 1, (size_t)(v.p + v.n - gap - 1)))) who.n = (size_t)(gap - who.p);      /* 林一舟 綜合報導 */
    if (v.n - s >= 6 && gz_han_person(who) && who.n <= 9) { gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, who, false); return v.n; }
    if (place_of(v, &place, false) && is_place(place)) { gz_doc_find(c->d, GZ_F_PLACE, true, c->line, place, false); return v.n; }
  }
  if (k == 0 && c->count > 2 && c->t[1].kind == T_BREAK && c->t[2].kind == T_TEXT && v.n >= 6 && v.n <= 36 && !gz_name_like(v) && bylines_end(gz_view_slice(c->v, c->t[2].span), LEX_BYLINES_KIND_REPORT, &s) && s > 0) {      /* 海岬科capetech | 林一舟 綜合報導 */
    gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false);
    return v.n;
  }
  if (k == 0 && c->count == 3 && before_slash && c->t[2].kind == T_TEXT && (unsigned char)v.p[0] < 0x80 && gz_name_shape(v)) {      /* ANA LOWELL / PUENTEALTO */
    gz_view where = gz_view_slice(c->v, c->t[2].span);
    bool loud = true;
    for (size_t i = 0; i < c->v.n;) { uint32_t x = gz_utf8_next(c->v.p, c->v.n, &i); loud &= !gz_is_letter(x) || gz_fold(x) != x; }
    if (where.n >= 4 && where.n <= 24 && !gz_media_like(where) && (gz_place(where) || (loud && !memchr(where.p, ' ', where.n)))) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, v, false);
      if (c->d->found_count > had) c->d->found[had].sure = true;
      gz_doc_find(c->d, GZ_F_PLACE, false, c->line, where, false);
      c->count = 1;
      return c->v.n;
    }
  }
  size_t slashes = 0;
  for (size_t m = 0; m < c->count; m++) slashes += c->t[m].kind == T_SLASH;
  if (slashes > 1 && !stamped) return 0;                   /* a breadcrumb */
  if (slashes && !stamped && !gz_media_like(v) && !gz_names_of(c->d, v, false)) return 0;
  if (before_slash && k + 2 < c->count && c->t[k + 2].kind == T_TEXT && gz_names_plain(v)) {      /* 林一舟／核稿編輯 */
    uint32_t hit;
    if (gz_trie_exact(&lex_labels.trie, gz_view_slice(c->v, c->t[k + 2].span), &hit) && lex_labels_rows[hit].field == GZ_F_EDITOR) { gz_doc_find(c->d, GZ_F_EDITOR, true, c->line, v, false); return v.n; }
  }
  const char *second = before_slash && (unsigned char)v.p[0] >= 0xE3 && v.n <= 40 ? memchr(v.p, ' ', v.n) : NULL;      /* 林一舟 周棠 / 海岬報導 */
  if (second && gz_han_person(gz_view_of(v.p, (size_t)(second - v.p))) && gz_han_person(gz_trim(gz_view_of(second, (size_t)(v.p + v.n - second))))) { gz_doc_find(c->d, GZ_F_AUTHOR, true, c->line, v, false); return v.n; }
  if (before_slash && gz_doc_desk(v) && v.n <= 18 && (unsigned char)v.p[0] >= 0xE3) return v.n;      /* 財經中心／…: a desk */
  if (before_slash && (gz_media_like(v) || gz_name_like(v))) {
    size_t had = c->d->found_count;
    gz_doc_find(c->d, gz_media_like(v) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, v, false);
    if (c->d->found_count > had && k == 0 && c->stamp_count && gz_name_shape(v)) c->d->found[had].sure = true;      /* Ana Lowell / CNN / Mar 6, 2021 */
    return v.n;
  }
  if (after_slash && (gz_name_like(v) || gz_media_like(v))) { gz_doc_find(c->d, gz_media_like(v) ? GZ_F_SOURCE : GZ_F_AUTHOR, false, c->line, v, false); return v.n; }
  if (!stamped) return 0;
  if (gz_media_like(v) && v.n <= 60) { gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false); return v.n; }
  const char *names = memchr(v.p, ',', v.n) || memchr(v.p, '@', v.n) || gz_name_like(v) ? gz_names_of(c->d, v, false) : NULL;
  if (names) { gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, gz_view_cstr(names), false); return v.n; }
  if (by_stamp && v.n <= 36) {
    size_t spaces = 0;
    bool shouted = true;
    for (size_t i = 0; i < v.n; i++) { spaces += v.p[i] == ' '; shouted &= v.p[i] >= 'A' && v.p[i] <= 'Z'; }
    if (gz_cut_colon(gz_cut_at(c->v, t->span.end)) || shouted) return 0;      /* an unknown label; a zone */
    if (gz_han_person(v) || (c->d->kana && v.n >= 9 && v.n <= 15 && gz_name_like(v) && !gz_media_like(v) && !particle_ends(v))) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, v, false);
      if (c->d->found_count > had) c->d->found[had].sure = true;
      return v.n;
    }
    if (gz_place(v)) { gz_doc_find(c->d, GZ_F_PLACE, false, c->line, v, false); return v.n; }
    if (spaces >= 1 && (unsigned char)v.p[0] < 0x80 && (k == 0 || (k >= 2 && c->t[k - 2].kind == T_STAMP)) && c->line < 60 && gz_name_shape(v)) {      /* Ana Lowell – 6 May */
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_AUTHOR, false, c->line, v, false);
      if (c->d->found_count > had) c->d->found[had].sure = true;
      return v.n;
    }
    if (spaces <= 2 && v.n > 3 && gz_is_letter(gz_cut_at(v, 0))) {
      size_t had = c->d->found_count;
      gz_doc_find(c->d, GZ_F_SOURCE, false, c->line, v, false);
      bool line = k == 0 && c->count == 3 && c->t[1].kind == T_BREAK && c->t[2].kind == T_STAMP && v.n >= 9 && v.n <= 30 && gz_is_han(gz_cut_at(v, 0)) && !spaces;      /* 海岬数据 · 05/06 10:20, and nothing else */
      if (c->d->found_count > had) c->d->found[had].weak = !line && !gz_publication(v);
      return v.n;
    }
  }
  return 0;
}
