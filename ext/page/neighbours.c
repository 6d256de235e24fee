/* Lines of the head that are nothing but a name or a publication, beside a line with a date: `Ana Lowell, Markets Reporter` above
** `6 May 2021`, `海岬财经` below it. Only lines behind the title count: what stands above it names the site or a section. */
#include "page/doc.h"
#include "find/han_data.h"
#include "lex_boilerplate.h"
#include "text/uni.h"
#include "text/utf8.h"

#define NEAR 2

static bool dated(const gz_doc *d, size_t i)
{
  size_t seen = 0;
  for (size_t k = i; k-- > 0 && seen < NEAR;) {            /* buttons and counters between them are passed over */
    if (d->lines[k].meta && (d->lines[k].stamp_line || k + 1 == i)) return true;
    seen += !d->lines[k].says && d->lines[k].words + d->lines[k].wide > 1;
  }
  seen = 0;
  for (size_t k = i + 1; k < d->count && seen < NEAR; k++) {
    if (d->lines[k].meta && (d->lines[k].stamp_line || k == i + 1)) return true;
    seen += !d->lines[k].says && d->lines[k].words + d->lines[k].wide > 1;
  }
  return false;
}

/* Right beside a line with a day and its year, buttons aside. */
static bool beside_stamp(const gz_doc *d, size_t i)
{
  for (int way = -1; way <= 1; way += 2)
    for (size_t k = i + (size_t)way; k < d->count && k + 6 > i && k < i + 6; k += (size_t)way) {
      if ((d->lines[k].says && !(d->lines[k].meta && d->lines[k].stamp_line)) || d->lines[k].words + d->lines[k].wide <= 1) continue;
      if (d->lines[k].meta && d->lines[k].stamp_line && d->lines[k].digits >= 5) return true;
      break;
    }
  return false;
}

/* 关注, + Follow: the button below an account's name. */
static bool follow(gz_view v)
{
  return v.n <= 12 && gz_begins(gz_trim(gz_view_of(v.p + (v.n && v.p[0] == '+'), v.n - (v.n && v.p[0] == '+'))), "\xE5\x85\xB3\xE6\xB3\xA8\0\xE9\x97\x9C\xE6\xB3\xA8\0\xE8\xBF\xBD\xE8\xB9\xA4\0");
}

/* Han and nothing else. */
static bool account_like(gz_view v)
{
  v = gz_trim(v);
  for (size_t i = 0; i < v.n;) if (!gz_is_han(gz_utf8_next(v.p, v.n, &i))) return false;
  return v.n >= 9;
}

/* Nothing but what somebody does: Senior Contributor, Technology editor. */
static bool role_line(const gz_doc *d, size_t i)
{
  const gz_line *l = &d->lines[i];
  gz_view v = gz_doc_inner(d, l);
  if (d->kana && l->wide >= 2 && l->wide <= 12 && l->words <= 2 && !l->ends && !l->says && !l->digits && (v.p[0] == ':' || memcmp(v.p, "\xEF\xBC\x9A", 3) == 0 || (gz_ends(v, "記者\0") && !gz_han_person(gz_view_of(v.p, v.n - 6))))) return gz_role_ends(gz_trim(v));      /* ： ライター */
  if (l->wide || l->words < 1 || l->words > 5 || l->ends || l->says || l->digits) return false;
  const char *handle = memchr(v.p, '@', v.n);
  if (handle) v.n = (size_t)(handle - v.p);
  return gz_role_ends(gz_trim(v));
}

/* Stands in the headline or in the first lines of the text. */
static bool told(const gz_doc *d, gz_view v)
{
  for (size_t k = d->title_line; k < d->count && k < d->body_first + 4; k = k < d->body_first ? d->body_first : k + 1) {
    gz_view w = gz_doc_inner(d, &d->lines[k]);
    for (size_t i = 0; i + v.n <= w.n; i++) if (memcmp(w.p + i, v.p, v.n) == 0) return true;
  }
  return false;
}

static bool shouted(gz_view v)
{
  for (size_t i = 0; i < v.n;) { uint32_t c = gz_utf8_next(v.p, v.n, &i); if (gz_is_letter(c) && gz_fold(c) == c) return false; }
  return true;
}

/* The line is the name, or the name with a handle glued to it. */
static bool opens_with(gz_view line, gz_view name)
{
  line = gz_trim(line);
  return line.n >= name.n && memcmp(line.p, name.p, name.n) == 0 && (line.n == name.n || line.p[name.n] == '@');
}

void gz_doc_neighbours(gz_doc *d)
{
  size_t end = d->body_first <= d->body_last ? d->body_first : d->count, start = d->title_line != SIZE_MAX && d->title_line < end ? d->title_line + 1 : 0;
  for (size_t k = start > 5 ? start - 5 : 0; k + 1 < start; k++)      /* date, paper and writer above the title */
    if (d->lines[k].meta && d->lines[k].stamp_line) { start = k; break; }
  bool author = false, source = false;
  for (size_t k = 0; k < d->found_count; k++) {
    if (d->found[k].line >= end) continue;
    author |= d->found[k].field == GZ_F_AUTHOR && (d->found[k].labelled || d->found[k].line > 0);
    source |= d->found[k].field == GZ_F_SOURCE;
  }
  if (d->title_line == SIZE_MAX) return;
  for (size_t turn = 0; turn < 2; turn++) for (size_t i = start; i < end && i < start + 10; i++) {      /* what stands right beside the date comes first */
    gz_line *l = &d->lines[i];
    gz_view v = gz_doc_words(d, l);
    if (turn == 0 && !beside_stamp(d, i)) continue;
    if (i == d->title_line || (d->text.p[l->start] == '#' && !l->heading)) continue;      /* #tag */
    if (i > 0 && d->lines[i - 1].wide && d->lines[i - 1].size <= 4 && d->lines[i - 1].end >= 3 && (memcmp(d->text.p + d->lines[i - 1].end - 3, "\xEF\xBC\x9A", 3) == 0 || d->text.p[d->lines[i - 1].end - 1] == ':')) continue;      /* 关键字： and the first of them */
    if (!l->meta && !l->says && l->size <= 16 && gz_staff_line(v)) { l->meta = true; continue; }
    if (l->meta || l->says || l->size < 2 || l->size > 24 || (l->ends_hard && (l->wide || l->size > 10 || l->capitals < 3 || gz_firm_like(v))) || l->image || l->heading == 1 || l->kind == GZ_BLOCK_TITLE || (!dated(d, i) && !(turn == 1 && i <= start + 2 && d->title_line < end && !l->wide && l->words <= 3 && gz_person_line(v) && !gz_place(gz_trim(v))))) continue;
    for (size_t k = 3; l->wide && !l->words && k + 3 < v.n; k++)      /* 國谷武史 （編集部） */
      if (memcmp(v.p + k, "\xEF\xBC\x88", 3) == 0 && gz_doc_desk(gz_view_of(v.p, v.n - 3))) { v = gz_trim(gz_view_of(v.p, k)); break; }
    const char *dash = memchr(v.p, '-', v.n);
    if (dash && dash > v.p + 4 && dash[-1] == ' ' && !l->wide && gz_role_any(gz_view_of(v.p, (size_t)(dash - v.p)))) { l->meta = true; continue; }      /* Editor Senior - Tech */
    if (v.n > 4 && memcmp(v.p, "in ", 3) == 0) continue;      /* in 新聞 */
    const char *bar = l->wide ? NULL : memchr(v.p, '|', v.n);
    if (bar && bar > v.p + 4 && !author && beside_stamp(d, i) && gz_name_like(gz_view_of(v.p, (size_t)(bar - v.p))) && !gz_media_like(gz_view_of(v.p, (size_t)(bar - v.p)))) {      /* ANA LOWELL | Cape Times */
      gz_view house = gz_trim(gz_view_of(bar, (size_t)(v.p + v.n - bar)));
      if (gz_media_like(house) || gz_doc_agreement(d, i, house) >= 3) {
        gz_doc_find(d, GZ_F_AUTHOR, false, i, gz_view_of(v.p, (size_t)(bar - v.p)), false);
        if (!d->failed) d->found[d->found_count - 1].sure = true;
        if (!source) gz_doc_find(d, GZ_F_SOURCE, false, i, house, false);
        l->meta = author = source = true;
        continue;
      }
    }
    bool media = gz_media_like(v);
    for (size_t k = 0; k < d->title_line && k < 12 && k < i && !media && !l->wide; k++) {      /* Capeline PortoTIC under the masthead capeline */
      gz_view w = gz_doc_inner(d, &d->lines[k]);
      size_t a = 0;
      while (a < w.n && a < v.n && ((unsigned char)w.p[a] | 32u) == ((unsigned char)v.p[a] | 32u)) a++;
      media = a == w.n && w.n >= 5 && !d->lines[k].says && (a == v.n || v.p[a] == ' ');
      if (media && a < v.n) {                              /* Cape-Littoral Ana LOWELL. */
        gz_view who = gz_trim(gz_view_of(v.p + a, v.n - a));
        if (!author && gz_name_shape(who)) { gz_doc_find(d, GZ_F_AUTHOR, false, i, who, false); if (!d->failed) d->found[d->found_count - 1].sure = true; author = l->meta = true; }
      }
      if (media) v.n = a;
    }
    const char *space = !media && l->wide && !l->words ? memchr(v.p, ' ', v.n) : NULL;
    if (space && gz_media_like(gz_view_of(v.p, (size_t)(space - v.p))) && (size_t)(v.p + v.n - space) <= 22 && gz_doc_desk(v)) {      /* 海岬通信社 経済部 */
      v.n = (size_t)(space - v.p);
      media = true;
    }
    const char *comma = media ? memchr(v.p, ',', v.n) : NULL;
    if (comma && gz_person_line(gz_view_of(v.p, (size_t)(comma - v.p)))) {      /* Ana Lowell, Cape Wire */
      if (!author) gz_doc_find(d, GZ_F_AUTHOR, false, i, gz_view_of(v.p, (size_t)(comma - v.p)), false);
      if (!source) gz_doc_find(d, GZ_F_SOURCE, false, i, gz_view_of(comma + 1, v.n - (size_t)(comma + 1 - v.p)), false);
      l->meta = author = source = true;
      continue;
    }
    if (comma && !l->wide && gz_role_ends(gz_view_of(v.p, (size_t)(comma - v.p)))) { v = gz_trim(gz_view_of(comma + 1, v.n - (size_t)(comma + 1 - v.p))); comma = NULL; }      /* Business reporter, Cape News */
    if (comma && gz_media_like(gz_view_of(v.p, (size_t)(comma - v.p))) && v.p + v.n - comma < 24 && !gz_media_like(gz_view_of(comma + 1, v.n - (size_t)(comma + 1 - v.p)))) v.n = (size_t)(comma - v.p);      /* Cape Coast News, Porto */
    if (gz_place(gz_trim(v)) && beside_stamp(d, i)) { gz_doc_find(d, GZ_F_PLACE, false, i, v, false); l->meta = true; continue; }
    if (!source && !author && !d->kana && i == d->title_line + 1 && i + 1 < end && d->lines[i + 1].meta && d->lines[i + 1].stamp_line && l->wide >= 3 && l->wide <= 8 && !l->words && !l->digits && !gz_han_person(gz_trim(v)) && account_like(v)) media = true;      /* an account between the headline and its date */
    uint32_t known;
    if (!author && !d->kana && i == d->title_line + 1 && i + 1 < end && d->lines[i + 1].meta && d->lines[i + 1].stamp_line && l->wide == 2 && !l->words && !l->digits && !(gz_han_exact(gz_trim(v), &known) && gz_han_rows[known].word >= 90) && !gz_place(gz_trim(v)) && !gz_section(gz_trim(v)) && !told(d, gz_trim(v))) {      /* a pen name between the headline and its date */
      gz_doc_find(d, GZ_F_AUTHOR, false, i, v, false);
      if (!d->failed) d->found[d->found_count - 1].sure = true;
      l->meta = author = true;
      continue;
    }
    if (!source && !d->kana && i + 1 < end && l->wide >= 2 && l->wide <= 12 && !l->commas && follow(gz_doc_inner(d, &d->lines[i + 1])) && beside_stamp(d, i) && !gz_han_person(gz_trim(v))) media = true;      /* an account above the button to follow it */
    if (!source && l->repeat > 1 && l->wide >= 2 && l->wide <= 14 && !l->commas && !gz_names_plain(gz_trim(v))) media = true;      /* an account: its name stands again below */
    if (!author && !media && d->kana && l->wide >= 3 && l->wide <= 7 && !l->words && beside_stamp(d, i) && gz_name_like(v) && !gz_firm_like(v) && (gz_is_han(gz_utf8_next(v.p, v.n, &(size_t){0})) || memchr(v.p, '\xBB', v.n))) {
      gz_doc_find(d, GZ_F_AUTHOR, false, i, v, false);
      if (!d->failed) d->found[d->found_count - 1].sure = true;
      l->meta = author = true;
      continue;
    }
    if (!author && !media && d->kana && l->wide >= 6 && !l->words && l->size <= 24 && beside_stamp(d, i)) {      /* 氷室 透、朝比奈 湊 */
      size_t from = 0, parts = 0, good = 0;
      for (size_t k = 0; k <= v.n; k++) {
        if (k < v.n && !gz_begins(gz_view_of(v.p + k, v.n - k), "\xE3\x80\x81\0")) continue;
        gz_view part = gz_trim(gz_view_of(v.p + from, k - from));
        parts++;
        good += part.n >= 9 && part.n <= 22 && gz_is_han(gz_utf8_next(part.p, part.n, &(size_t){0})) && gz_name_like(part) && memchr(part.p, ' ', part.n) && !gz_media_like(part);
        from = k + 3;
        k += 2;
      }
      if (parts >= 2 && good == parts) {
        gz_doc_find(d, GZ_F_AUTHOR, false, i, v, false);
        if (!d->failed) d->found[d->found_count - 1].sure = true;
        l->meta = author = true;
        continue;
      }
    }
    if (!media && !source && gz_firm_like(v)) media = true;
    bool shaped = !author && !media && beside_stamp(d, i) && gz_name_shapes(v);
    const char *names = author || media ? NULL : gz_names_of(d, v, shaped);
    if (names) { gz_doc_find(d, GZ_F_AUTHOR, false, i, gz_view_cstr(names), false); if (!d->failed) d->found[d->found_count - 1].sure = true; l->meta = author = true; }
    else if ((media || gz_firm_like(v)) && !source) {
      bool everyday = !l->wide && !gz_publication(v) && !memchr(v.p, '.', v.n) && memcmp(v.p, "The ", 4) != 0;      /* Stock Markets: a section */
      for (size_t a = 0; a < v.n && everyday;) {
        size_t e = a;
        while (e < v.n && v.p[e] != ' ') e++;
        everyday = gz_trie_exact(&lex_boilerplate.trie, gz_view_of(v.p + a, e - a), &(uint32_t){0});
        a = e + 1;
      }
      gz_doc_find(d, GZ_F_SOURCE, false, i, v, false);
      if (!d->failed && everyday) d->found[d->found_count - 1].weak = true;
      l->meta = source = true;
    }
  }
  if (!author && !source && start > 0 && start + 2 < end && !d->failed) {      /* the writer's name, and again above what is said of him */
    gz_line *l = &d->lines[start], *m = &d->lines[start + 1];
    if (l->hash && l->hash == m->hash && l->size >= 2 && l->size <= 12 && !l->says && !l->ends && !l->digits && !gz_media_like(gz_doc_inner(d, l))) {
      gz_doc_find(d, GZ_F_AUTHOR, false, start, gz_doc_inner(d, l), false);
      if (!d->failed && d->found_count) d->found[d->found_count - 1].sure = true;
      l->meta = m->meta = author = true;
    }
  }
  for (size_t i = start; !author && i + 1 < end && i < start + 6 && !d->failed; i++) {      /* Ana Lowell / Senior Contributor: a line of a role below a name */
    gz_line *l = &d->lines[i];
    gz_view v = gz_trim(gz_doc_inner(d, l));
    bool spaced = d->kana && l->wide >= 3 && l->wide <= 8 && !l->words;
    if (l->meta || l->says || (!spaced && (l->wide || l->words < 2 || l->words > 4)) || l->ends || !role_line(d, i + 1) || !gz_name_like(v) || gz_media_like(v) || gz_place(v)) continue;
    gz_doc_find(d, GZ_F_AUTHOR, false, i, v, false);
    if (!d->failed) d->found[d->found_count - 1].sure = true;
    l->meta = d->lines[i + 1].meta = author = true;
  }
  for (size_t i = start; !author && i < end && i < start + 8 && !d->failed; i++) {      /* Ana Lowell is a writer based in Porto. */
    gz_view v = gz_doc_inner(d, &d->lines[i]);
    size_t n = 0;
    if (d->lines[i].wide || d->lines[i].says || d->lines[i].size > 60 || v.n < 16) continue;
    while (n + 7 < v.n && n < 40 && !gz_begins(gz_view_of(v.p + n, v.n - n), " is a \0 is an \0 is the \0")) n++;
    size_t e = n + 6 < v.n ? n + 6 : v.n;
    while (e < v.n && e < n + 44 && v.p[e] != '.' && !gz_begins(gz_view_of(v.p + e, v.n - e), " at \0 for \0 based \0 in \0 who \0 covering \0 and \0")) e++;
    if (n < 5 || n >= 40 || n + 8 >= v.n || !gz_name_shape(gz_view_of(v.p, n)) || !gz_role_ends(gz_trim(gz_view_of(v.p + n + 6, e - n - 6)))) continue;
    gz_doc_find(d, GZ_F_AUTHOR, false, i, gz_view_of(v.p, n), false);
    if (!d->failed) d->found[d->found_count - 1].sure = true;
    d->lines[i].meta = author = true;
  }
  for (size_t i = start; !author && i < end && i < start + 24 && !d->failed; i++) {      /* 林一舟 / 养蜂人 / 12 人赞同了该回答 */
    if (!gz_ends(gz_doc_inner(d, &d->lines[i]), "人赞同了该回答\0人贊同了該回答\0") || i < start + 1) continue;
    size_t who = i >= start + 2 && !d->lines[i - 2].says && !d->lines[i - 2].meta && !d->lines[i - 2].digits && d->lines[i - 2].size >= 2 && d->lines[i - 2].size <= 10 ? i - 2 : i - 1;
    if (d->lines[who].says || d->lines[who].digits || d->lines[who].size > 14) break;
    gz_doc_find(d, GZ_F_AUTHOR, true, who, gz_doc_inner(d, &d->lines[who]), false);
    d->lines[who].meta = author = true;
  }
  for (size_t k = 0; k < d->found_count && !source && !d->failed; k++) {      /* 海岬訊 / 林一舟: below the headline, above the writer */
    size_t i = d->found[k].line;
    if (d->found[k].field != GZ_F_AUTHOR || i != start + 1 || i >= end || !gz_han_person(gz_trim(gz_doc_inner(d, &d->lines[i])))) continue;
    gz_line *l = &d->lines[start];
    if (l->meta || l->says || l->words || l->digits || l->wide < 2 || l->wide > 8 || l->ends || l->commas || gz_han_person(gz_trim(gz_doc_inner(d, l))) || gz_place(gz_trim(gz_doc_inner(d, l)))) break;
    gz_doc_find(d, GZ_F_SOURCE, false, start, gz_doc_inner(d, l), false);
    l->meta = true;
    break;
  }
  for (size_t k = 0; k < d->found_count && !d->failed; k++) {      /* the names above the one right beside the date */
    size_t i = d->found[k].line;
    if (d->found[k].field != GZ_F_AUTHOR || d->found[k].labelled || i <= start || i >= end || !opens_with(gz_doc_inner(d, &d->lines[i]), d->found[k].value)) continue;
    gz_line *l = &d->lines[i - 1];
    gz_view v = gz_trim(gz_doc_inner(d, l)), own = d->found[k].value;
    if (l->meta || l->says || l->wide || l->words < 2 || l->words > 4 || l->ends || l->digits || !gz_person_line(v) || gz_place(v) || i - 1 < start) break;
    if (shouted(v) && !shouted(own)) break;                /* whose picture it is, in capitals */
    size_t n = v.n + 2 + own.n;
    char *both = gz_arena_alloc(d->arena, n + 1);
    if (!both) { d->failed = true; break; }
    memcpy(both, v.p, v.n);
    memcpy(both + v.n, ", ", 2);
    memcpy(both + v.n + 2, own.p, own.n);
    d->found[k].value = gz_view_of(both, n);
    l->meta = true;
    break;
  }
  for (size_t k = 0; k < d->found_count && !d->failed; k++) {      /* Ana Lowell / Puentealto / 12/05/2021: where */
    size_t i = d->found[k].line;
    if (d->found[k].field != GZ_F_AUTHOR || d->found[k].labelled || i <= d->title_line || i + 2 >= d->count || i + 1 >= end) continue;
    gz_line *l = &d->lines[i + 1];
    gz_view v = gz_trim(gz_doc_inner(d, l));
    bool dated_below = d->lines[i + 2].meta && d->lines[i + 2].stamp_line, dated_above = d->lines[i - 1].meta && d->lines[i - 1].stamp_line && i + 2 >= end;
    if (l->meta || l->says || l->wide || l->words < 1 || l->words > 3 || l->digits || l->ends || !(dated_below || dated_above) || l->capitals < 1 || v.n < 4 || gz_role_ends(v) || gz_media_like(v) || gz_person_line(v) || gz_section(v) || !d->day_first) break;
    gz_doc_find(d, GZ_F_PLACE, false, i + 1, v, false);
    l->meta = true;
    break;
  }
  /* `Ana Lowell`, `@AnaLowell`, `Tom Reyes`: more of them, one a line */
  for (size_t k = 0; k < d->found_count && !d->failed; k++) {
    if (d->found[k].field != GZ_F_AUTHOR || d->found[k].line < start || d->found[k].line >= end || !opens_with(gz_doc_inner(d, &d->lines[d->found[k].line]), d->found[k].value)) continue;
    bool joined = false;
    for (size_t i = d->found[k].line + 1u; i < end && i < d->found[k].line + 6u && !d->failed; i++) {
      gz_line *l = &d->lines[i];
      gz_view v = gz_doc_inner(d, l);
      if (v.n && v.p[0] == '@') { l->meta = true; continue; }
      if (gz_view_is(v, "and") || gz_view_is(v, "und") || gz_view_is(v, "et") || gz_view_is(v, "&")) { l->meta = joined = true; continue; }
      const char *handle = memchr(v.p, '@', v.n);
      bool glued = handle && handle > v.p + 3 && handle[-1] != ' ' && l->words <= 5;
      if (glued) v.n = (size_t)(handle - v.p);
      if (l->meta || l->says || l->wide || (l->words > 3 && !glued) || l->ends || !(gz_person_line(v) || (joined && gz_name_shape(v))) || gz_place(v)) break;
      gz_doc_find(d, GZ_F_AUTHOR, d->found[k].labelled, i, v, false);
      l->meta = true;
    }
    break;
  }
}
