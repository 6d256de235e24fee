/* Datelines of alphabetic scripts: a place, a region or country, the day, the agency in brackets or slashes, a dash. Capitals alone are no place: a company may
** begin a sentence in capitals; a known place, a date, an agency or a sentence's first word beside them is needed. */
#include "page/dateline.h"
#include "lex_abbreviations.h"
#include "lex_places.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

static bool known_place(gz_view v)
{
  uint32_t hit;
  v = gz_trim(v);
  return v.n > 1 && gz_trie_exact(&lex_places.trie, v, &hit);
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
  if (behind + 3 >= v.n) return false;
  uint32_t c = at(v, behind + (v.p[behind] == ':' ? 2u : 1u));
  if (!comma || agency.n < 2 || agency.n > 30 || gz_fold(at(agency, 0)) == at(agency, 0) || (v.p[behind] != ' ' && v.p[behind] != ':') || !gz_is_letter(c) || gz_fold(c) == c) return false;
  const char *land = memchr(head.p, '(', (size_t)(comma - head.p));      /* Kochi (Kerala) [India], May 6 (CNI): … */
  if (!land) land = memchr(head.p, '[', (size_t)(comma - head.p));
  gz_view place = gz_trim(gz_view_of(head.p, (size_t)((land ? land : comma) - head.p))), day = gz_trim(gz_view_of(comma + 1, (size_t)(wire - comma - 1)));
  gz_stamp s;
  bool dated = gz_stamps(head, &s, 1, d->day_first) > 0 && s.day, bare = day.n >= 1 && day.n <= 2 && gz_is_digit((unsigned char)day.p[0]) && gz_is_digit((unsigned char)day.p[day.n - 1]);
  if ((!dated && !bare) || place.n > 30 || !capitalised(place)) return false;
  gz_doc_find(d, GZ_F_PLACE, false, line, place, false);
  gz_doc_find(d, GZ_F_SOURCE, false, line, agency, false);
  if (dated) gz_dateline_stamp(d, line, head);
  return true;
}

/* `Steinhafen. Die Mühle …`, and Steinhafen stands alone above the headline or is known as a place. */
static bool stopped(gz_doc *d, size_t line, gz_view v)
{
  const char *stop = memchr(v.p, '.', v.n < 30 ? v.n : 30);
  size_t n = stop ? (size_t)(stop - v.p) : 0;
  if (n < 4 || n + 3 > v.n || stop[1] != ' ' || !capitalised(gz_view_of(v.p, n)) || gz_fold(at(v, n + 2)) == at(v, n + 2)) return false;
  bool alone = false;
  for (size_t i = 0; i < d->title_line && i < 40 && i < d->count && !alone; i++) alone = gz_view_eq(gz_doc_inner(d, &d->lines[i]), gz_view_of(v.p, n));
  bool loud = n >= 5;                                      /* PUENTEALTO. Los jueves … */
  for (size_t i = 0; i < n;) { uint32_t c = gz_utf8_next(v.p, n, &i); loud &= !gz_is_letter(c) || gz_fold(c) != c; }
  if (!alone && !((loud || known_place(gz_view_of(v.p, n))) && d->day_first)) return false;
  gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(v.p, n), false);
  return true;
}

void gz_dateline_latin(gz_doc *d, size_t line, gz_view v)
{
  if (stopped(d, line, v)) return;
  static const char *const dashes[] = {" - ", " _ ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94", "- ", "-- ", "-", NULL};
  const char *wire = v.n > 8 ? memchr(v.p, '(', v.n < 90 ? v.n : 90) : NULL, *wire_end = wire ? memchr(wire, ')', (size_t)(v.p + v.n - wire)) : NULL;
  bool dashed = wire_end && wire - v.p > 4 && ((wire[-1] == '-' && wire[-2] == '-') || memcmp(wire - 3, "\xE2\x80\x94", 3) == 0);
  if (dashed && wire_end - wire < 40) {      /* PORT LYNN, Calif.--(CAPE WIRE)--Gull… */
    size_t comma = 0;
    while (v.p + comma < wire - 2 && v.p[comma] != ',' && (unsigned char)v.p[comma] != 0xE2) comma++;
    gz_doc_find(d, GZ_F_PLACE, false, line, gz_view_of(v.p, comma), false);
    gz_doc_find(d, GZ_F_SOURCE, false, line, gz_view_of(wire + 1, (size_t)(wire_end - wire - 1)), false);
    size_t behind = (size_t)(v.p + v.n - wire_end - 1);
    gz_dateline_stamp(d, line, gz_view_of(v.p, (size_t)(wire - v.p)));
    const char *gap = behind > 8 && wire_end[1] == ' ' ? memchr(wire_end + 2, '\xE2', behind < 34 ? behind - 1 : 32) : NULL;      /* (CAPE WIRE) May 6, 2021—Gull… */
    if (gap) gz_dateline_stamp(d, line, gz_view_of(wire_end + 1, (size_t)(gap - wire_end - 1)));
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
      gz_dateline_stamp(d, line, gz_view_of(v.p, (size_t)(wire - v.p)));
      return;
    }
  }
  size_t n, dash = gz_dateline_seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, dashes, &n), i = 0, letters = 0;
  const char *inside = memchr(v.p, '(', v.n < 60 ? v.n : 60);
  for (const char *open = wire; open && wire_end; ) {
    const char *close = memchr(open, ')', (size_t)(v.p + v.n - open));
    if (close && open > v.p + 4 && open[-1] == ' ' && undashed(d, line, v, open, close)) return;
    size_t rest = close ? (size_t)(v.p + v.n - close) : 0;
    open = close && close < v.p + 60 ? memchr(close, '(', rest < 60 ? rest : 60) : NULL;
  }
  static const char *const wider[] = {" - ", " _ ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", NULL};
  if (dash != SIZE_MAX && n == 1 && memchr(v.p, ' ', dash) == NULL && (memchr(v.p + dash, '(', v.n - dash < 40 ? v.n - dash : 40) || memchr(v.p + dash, '/', v.n - dash < 60 ? v.n - dash : 60))) {      /* Pierrepont-sur-Cap (CFP) - … */
    size_t m, next = gz_dateline_seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, wider, &m);
    if (next != SIZE_MAX) { dash = next; n = m; }
  }
  if (dash != SIZE_MAX && n == 1 && memchr(v.p, '/', dash)) {      /* … /Capewire-Asia/ -- */
    size_t m, next = gz_dateline_seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), 0, wider, &m);
    if (next != SIZE_MAX) { dash = next; n = m; }
  }
  if (dash != SIZE_MAX && n == 1 && inside && (size_t)(inside - v.p) < dash && wire_end && wire_end > v.p + dash) dash = gz_dateline_seek(gz_view_of(v.p, v.n < 128 ? v.n : 128), (size_t)(wire_end - v.p), dashes, &n);      /* PORTO (cape-AFX) - … */
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
  if (dated) gz_dateline_stamp(d, line, head);
}

void gz_dateline_alone(gz_doc *d)
{
  for (size_t i = d->body_first > 0 ? d->body_first - 1 : 0; d->body_first <= d->body_last && i <= d->body_first; i++) {      /* Steinhafen (cts) */
    gz_view lead = gz_doc_inner(d, &d->lines[i]);
    const char *round = !d->lines[i].wide && d->lines[i].size < 12 && lead.n > 6 && lead.p[lead.n - 1] == ')' ? memchr(lead.p, '(', lead.n) : NULL;
    if (round && round > lead.p + 3 && round[-1] == ' ' && lead.p + lead.n - round <= 10 && capitalised(gz_view_of(lead.p, (size_t)(round - lead.p - 1)))) gz_doc_find(d, GZ_F_PLACE, false, i, gz_view_of(lead.p, (size_t)(round - lead.p)), false);
  }
}
