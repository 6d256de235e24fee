/* What a page calls itself. A name above the title that says it is a publication, or that the rest of the page agrees with: the copyright line, the tail
** of the title, an address, a credit (`Photo: Ana Lowell / The Cape`), an advert for the paper's own letters. Every line above the title that may be a name is
** weighed by such agreement; the words of sections and menus, places and people weigh against it. Nothing heavy enough: the page does not say. */
#include "page/doc.h"
#include "lex_boilerplate.h"
#include "lex_bylines.h"
#include "find/latin_words.h"
#include "text/uni.h"
#include "text/utf8.h"

#define LOOK_HEAD 60u        /* lines above the title that may be the name */
#define LOOK_TAIL 120u       /* lines below the text that may agree with it */
#define ENOUGH 6

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

/* The name of a section and nothing more: 社会新闻, World News. */
bool gz_section(gz_view v)
{
  uint32_t row;
  if (gz_trie_exact(&lex_bylines.trie, v, &row)) return !gz_publication(v) && ((unsigned char)v.p[0] >= 0x80 || v.n > 12 || (gz_latin_word(v) & GZ_LATIN_COMMON));      /* a word of publications alone */
  size_t words = 0, e = 0;
  for (size_t a = 0; a < v.n && (unsigned char)v.p[0] < 0x80; a = e + 1) {      /* All News, Latest Market News */
    for (e = a; e < v.n && v.p[e] != ' ';) e++;
    gz_view w = gz_view_of(v.p + a, e - a);
    if (gz_view_is(w, "&")) continue;
    if (++words > 3 || !(gz_trie_exact(&lex_bylines.trie, w, &row) || gz_trie_exact(&lex_boilerplate.trie, w, &row) || gz_view_is(w, "All") || gz_view_is(w, "Latest") || gz_view_is(w, "Top"))) { words = 9; break; }
  }
  if (words > 1 && words < 4 && memcmp(v.p, "The ", 4) != 0 && !gz_publication(v)) return true;
  for (size_t i = 0; i < v.n;) {
    size_t b = i;
    gz_utf8_next(v.p, v.n, &i);
    if (b && gz_word_boundary(v, b) && gz_trie_exact(&lex_bylines.trie, gz_view_of(v.p + b, v.n - b), &row) && gz_trie_exact(&lex_boilerplate.trie, gz_trim(gz_view_of(v.p, b)), &row)) return true;
  }
  return false;
}

/* A site that carries what others wrote. */
bool gz_portal(gz_view v)
{
  uint32_t row;
  if (!gz_trie_exact(&lex_bylines.trie, v, &row)) return false;
  for (;; row++) {
    if (lex_bylines_rows[row].kind == LEX_BYLINES_KIND_PORTAL) return true;
    if (!lex_bylines_rows[row].more) return false;
  }
}

/* What a breadcrumb begins with: `Cape News > Markets > …`; the line itself when it is none. 首页 behind it is cut. */
static gz_view first_crumb(gz_view v)
{
  static const char home[] = "\xE9\xA6\x96\xE9\xA1\xB5", home2[] = "\xE9\xA6\x96\xE9\xA0\x81";
  size_t i = 0;
  while (i < v.n) {
    size_t k = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &k);
    if ((c == '-' || c == 0x2014 || c == 0xB7) && i >= 9 && i <= 30 && (unsigned char)v.p[i - 1] >= 0x80 && k + 12 < v.n && (unsigned char)v.p[k] >= 0xE3) break;      /* 海岬网-最快的… */
    if ((c == '-' || c == 0x2013) && i > 2 && v.p[i - 1] == ' ' && k < v.n && v.p[k] == ' ') break;      /* The Cape - Back to home */
    if (c == '>' || c == 0x203A || c == 0xBB || c == 0xFF1E || c == 0x2192 || c == '|' || c == 0xFF5C || (c == '/' && i > 0 && v.p[i - 1] == ' ')) break;
    i = k;
  }
  gz_view w = gz_trim(gz_view_of(v.p, i));
  if (w.n > 6 && (memcmp(w.p + w.n - 6, home, 6) == 0 || memcmp(w.p + w.n - 6, home2, 6) == 0)) w.n -= 6;
  static const char tails[] = "APP\0App\0\xE6\x95\xB0\xE5\xAD\x97\xE6\x8A\xA5\0\xE9\x9B\xBB\xE5\xAD\x90\xE7\x89\x88\0\xE7\x94\xB5\xE5\xAD\x90\xE7\x89\x88\0 Logo\0 logo\0 Desktop\0 Mobile\0 Homepage\0 Home\0 home\0 Pro\0 Premium\0";
  for (size_t n; (n = gz_ends(w, tails)) > 0 && w.n > n + 2 && (w.p[w.n - n] == ' ' || (unsigned char)w.p[w.n - n - 1] >= 0x80);) w.n -= n;      /* 海岬财经APP, Capeline Desktop Logo */
  return gz_trim(w);
}

/* The first line of the page, in capitals or capitalised words that are no everyday ones, above menus: it can hardly be but the name of the site. */
static bool first_line(const gz_doc *d, size_t i, gz_view v)
{
  const gz_line *l = &d->lines[i];
  bool chrome = false, rare = v.n > 4 && memcmp(v.p, "The ", 4) == 0;
  size_t words = 0;
  if (l->wide || l->words < 2 || l->words > 5 || l->digits || l->heading || l->ends || gz_place(v) || gz_person_line(v)) return false;
  for (size_t k = i + 1; k < d->title_line && k < i + 8 && !chrome; k++) chrome = d->lines[k].says != 0 || memchr(gz_doc_inner(d, &d->lines[k]).p, '>', gz_doc_inner(d, &d->lines[k]).n);
  for (size_t a = 0; a < v.n;) {
    size_t e = a;
    uint32_t hit, c = at(v, a);
    while (e < v.n && v.p[e] != ' ') e++;
    gz_view w = gz_view_of(v.p + a, e - a);
    bool small = gz_trie_exact(&lex_bylines.trie, w, &hit) && lex_bylines_rows[hit].kind == LEX_BYLINES_KIND_PARTICLE;
    small |= words > 0 && (gz_view_is(w, "of") || gz_view_is(w, "for"));
    small |= c >= 0x400 && c < 0x530 && words > 0;         /* Северный край */
    if (!gz_is_letter(c) || (gz_fold(c) == c && !small && !gz_elided(w))) return false;
    if (!small && !(gz_latin_word(w) & GZ_LATIN_COMMON)) rare = true;
    words++;
    rare |= words > 1 && words < 4 && e < v.n && (gz_view_is(w, "of") || gz_view_is(w, "for"));      /* Department of … */
    a = e + (e < v.n);
  }
  return words >= 2 && rare && (chrome || d->title_line <= 4 || memcmp(v.p, "The ", 4) == 0);
}

/* The same of Han: a few characters above buttons or hashtags. */
static bool han_first(const gz_doc *d, size_t i, gz_view v)
{
  const gz_line *l = &d->lines[i];
  bool chrome = false;
  if (l->words > 2 || l->wide < 3 || l->wide > 8 || l->digits || l->heading || l->ends || memchr(v.p, ' ', v.n) || gz_place(v)) return false;
  for (size_t k = i + 1; k < d->title_line && k < i + 5 && !chrome; k++) chrome = (d->lines[k].says & GZ_SAYS_TOOL) || d->text.p[d->lines[k].start] == '#';
  return chrome && d->title_line <= i + 8;
}

/* Where v stands in w, whole words, letters of either case; w.n when it does not. */
static size_t stands_in(gz_view w, gz_view v)
{
  if (v.n == 0 || v.n > w.n) return w.n;
  unsigned char low = (unsigned char)v.p[0] | 32u, wide = (unsigned char)v.p[0];
  for (size_t i = 0; i + v.n <= w.n; i++) {
    unsigned char c = (unsigned char)w.p[i];
    if (wide >= 0x80 && v.n > 12 ? c != wide : (c | 32u) != low && c < 0x80) continue;
    size_t a = i, b = 0;
    while (b < v.n && a < w.n && gz_fold(gz_utf8_next(w.p, w.n, &a)) == gz_fold(gz_utf8_next(v.p, v.n, &b))) {}
    if (b < v.n || gz_fold((unsigned char)w.p[a - 1]) != gz_fold((unsigned char)v.p[v.n - 1])) continue;
    if (gz_word_boundary(w, i) && gz_word_boundary(w, a)) return i;
  }
  return w.n;
}

/* Its letters stand in an address: press@thecape.example, www.thecape.example. */
static bool in_address(gz_view w, gz_view v)
{
  char key[40];
  size_t n = 0;
  for (size_t i = 0; i < v.n && n + 1 < sizeof key; i++) {
    unsigned char c = (unsigned char)v.p[i];
    if (c >= 0x80) return false;
    if (gz_is_alnum(c)) key[n++] = (char)(c | 32u);
  }
  if (n < 4) return false;
  for (size_t i = 1; i + n < w.n; i++) {
    if (w.p[i - 1] != '@' && w.p[i - 1] != '.' && w.p[i - 1] != '/') continue;
    size_t k = 0;
    while (k < n && ((unsigned char)w.p[i + k] | 32u) == (unsigned char)key[k]) k++;
    if (k == n && w.p[i + k] == '.' && i + k + 1 < w.n && gz_is_letter((unsigned char)w.p[i + k + 1])) return true;
  }
  return false;
}

/* `told The Cape`, `(The Cape) -`, `海岬科技获悉`: the text speaks of its own paper. */
static bool speaks_of_itself(gz_view w, gz_view v, size_t i)
{
  static const char before[] = "told \0tells \0Informationen der \0Informationen des \0sagte der \0sagte dem \0confie à \0 dijo a \0告诉\0告訴\0向\0对\0對\0[\0", after[] = "获悉\0獲悉\0讯\0訊\0记者\0記者\0首发\0首發\0报道\0報導\0了解到\0提醒\0查询\0查詢\0分析师\0기자\0";
  size_t e = i + v.n;
  e += e < w.n && w.p[e] == ' ';
  return gz_ends(gz_view_of(w.p, i), before) || gz_begins(gz_view_of(w.p + e, w.n - e), after);
}

/* A dash, bar or underscore stands before pos: what is behind it is the tail of a title. */
static bool separated(gz_view w, size_t pos)
{
  while (pos > 0 && w.p[pos - 1] == ' ') pos--;
  uint32_t c = pos ? gz_utf8_prev(w.p, w.n, &pos) : 0;
  return c == '-' || c == '|' || c == '_' || c == 0x2013 || c == 0x2014 || c == 0xFF5C || c == 0xB7 || c == 0x2022;
}

/* How far the other lines of the page agree that v is its name. */
static int agreement(const gz_doc *d, size_t line, gz_view v)
{
  int s = 0, seen = 0, own = 0;
  size_t end = d->body_last + LOOK_TAIL;
  for (size_t i = 0; i < d->count && i < end; i++) {
    const gz_line *l = &d->lines[i];
    if (i == line) continue;
    gz_view w = gz_view_of(d->text.p + l->inner, l->inner_end - l->inner);
    bool text = gz_doc_in_body(d, (uint32_t)i) && (l->kind == GZ_BLOCK_BODY || l->kind == GZ_BLOCK_HEADING);
    if (i > LOOK_HEAD && i + 30 < d->body_last && text) continue;
    if (w.n > 1200) w.n = 1200;
    size_t k = stands_in(w, v);
    if (k < w.n && (l->says & GZ_SAYS_RELATED) && k + v.n < w.n && !text) continue;
    if (k == w.n) { if (!text && in_address(w, v) && own++ < 1) s += 4; continue; }
    if (i == d->title_line) { bool tail = k > 9 && k + v.n == w.n && separated(w, k); s += tail ? 4 : speaks_of_itself(w, v, k) ? 3 : -3; continue; }
    bool shouted = k + v.n == w.n && k > 12 && v.n >= 4 && w.p[k] >= 'A' && w.p[k] <= 'Z' && w.p[k + 1] >= 'A' && w.p[k + 1] <= 'Z';      /* …de la ciudad. EFE CABO */
    if (text && shouted) { s += 3; continue; }
    if (text) { s += speaks_of_itself(w, v, k) && own++ < 2 ? 4 : !l->says && v.n <= 6 ? -1 : 0; continue; }
    if (k == 0 && k + v.n + (w.n > v.n && (w.p[w.n - 1] == ',' || w.p[w.n - 1] == ';')) == w.n) continue;      /* the same menu again, a tag */
    if (l->says & GZ_SAYS_LEGAL) s += 2;
    if (seen++ < 2) s += l->meta ? 4 : 3;
  }
  return s;
}

/* What v weighs as the name of the page that stands in the line. */
static int weight(const gz_doc *d, size_t line, gz_view v, bool first, bool early, bool crumbs)
{
  const gz_line *l = &d->lines[line];
  size_t words = 0, rare = 0, capitals = 0, letters = 0, wide = 0;
  bool camel = false, small = false, odd = false;
  uint32_t hit;
  for (size_t i = 0; i < v.n;) { uint32_t c = gz_utf8_next(v.p, v.n, &i); wide += gz_is_unspaced(c) || gz_is_hangul(c); letters += gz_is_letter(c); capitals += gz_is_letter(c) && gz_fold(c) != c; }
  for (size_t a = 0; a < v.n;) {
    size_t e = a;
    while (e < v.n && v.p[e] != ' ') e++;
    gz_view w = gz_view_of(v.p + a, e - a);
    for (size_t k = 1; k < w.n; k++) camel |= w.p[k] >= 'A' && w.p[k] <= 'Z' && w.p[k - 1] >= 'a' && w.p[k - 1] <= 'z';
    uint32_t c = at(w, 0);
    words++;
    bool many = w.n > 4 && w.p[w.n - 1] == 's' && ((gz_latin_word(gz_view_of(w.p, w.n - 1)) & GZ_LATIN_COMMON) || (w.p[w.n - 2] == 'e' && (gz_latin_word(gz_view_of(w.p, w.n - 2)) & GZ_LATIN_COMMON)));      /* Speeches */
    rare += !many && !gz_view_is(w, "&") && !(gz_latin_word(w) & GZ_LATIN_COMMON);
    for (size_t k = 1; k < w.n; k++) odd |= w.p[k] == '&' || (w.p[k] >= '0' && w.p[k] <= '9' && w.p[0] > '9' && k + 1 < w.n);      /* Tech&Co, d4n */
    small |= !gz_elided(w) && gz_is_letter(c) && gz_fold(c) == c && !gz_is_unspaced(c) && !gz_is_hangul(c) && !(gz_trie_exact(&lex_bylines.trie, w, &hit) && lex_bylines_rows[hit].kind == LEX_BYLINES_KIND_PARTICLE) && w.n > 3;
    a = e + (e < v.n);
  }
  if ((wide ? v.n < 5 : letters < 2) || (!wide && ((capitals == 0 && !odd && !gz_media_like(v) && !(line == 0 && words == 1 && rare && letters >= 6 && d->title_line > 1 && (d->lines[1].says & (GZ_SAYS_TOOL | GZ_SAYS_NAV)))) || letters + odd < 3)) || words > 6 || gz_doc_button(v) || (memcmp(v.p, "The ", 4) != 0 && gz_person_line(v))) return -99;
  int s = first ? 3 : early ? 2 : 0;
  if (crumbs) s += 2;
  if (memcmp(v.p, "The ", 4) == 0) s += 1;
  if (gz_section(v)) s -= gz_trie_exact(&lex_bylines.trie, v, &hit) ? 16 : 6;
  if (gz_place(v)) s -= 4;
  if (!wide && !rare && memcmp(v.p, "The ", 4) != 0) s -= words > 1 ? 2 : first ? 3 : 6;
  if (!wide && rare && words == 1) s += 1;
  if (camel || (odd && first)) s += 2;
  if (small && capitals && words > 1 && !gz_media_like(v)) s -= 4;                          /* Intelligenza artificiale: a section */
  if (first && words >= 2 && words <= 5 && rare && !small && !wide && !l->digits && (line == 0 || !memchr(v.p, '&', v.n)) && d->title_line <= 10 && line + 1 < d->count && d->lines[line + 1].size <= 12) s += 3;
  bool known = gz_media_like(v) && !(l->size > 14) && !l->heading && l->digits <= 2;
  if (known) s += !wide && !rare && !first && memchr(v.p, '&', v.n) ? 0 : 6;
  bool above = line == 0 && d->title_line > 1 && (d->lines[1].says & (GZ_SAYS_TOOL | GZ_SAYS_NAV)) && !l->digits;
  if (first && above && words == 1 && (wide ? !gz_place(v) && wide <= 8 : rare)) s += wide ? 3 : 2;      /* alone above the buttons */
  if (first && !wide && capitals == letters && letters <= (rare ? 10u : 5u) && words == 1) s += 2;
  if (l->heading || l->digits > 2) s -= 2;
  if (!first && l->size > 14) s -= 1;
  int agreed = agreement(d, line, v);
  if (known && words == 2 && !rare && agreed <= 0 && gz_ends(v, " News\0") && memcmp(v.p, "The ", 4) != 0) s -= 3;      /* Odd News, and nothing that agrees */
  return s + agreed;
}

/* The next piece of a line that holds the name in two scripts (海岬科技 CapeTech); the whole of any other line. */
static bool piece(gz_view v, size_t *from, gz_view *out)
{
  if (*from >= v.n) return false;
  size_t i = *from;
  bool wide = (unsigned char)v.p[i] >= 0xE3;
  while (i < v.n) {
    if (v.p[i] == ' ' && i + 1 < v.n && ((unsigned char)v.p[i + 1] >= 0xE3) != wide) break;
    gz_utf8_next(v.p, v.n, &i);
  }
  *out = gz_trim(gz_view_of(v.p + *from, i - *from));
  *from = i + 1;
  return true;
}

int gz_doc_agreement(const gz_doc *d, size_t line, gz_view v) { return agreement(d, line, v); }

bool gz_doc_masthead(gz_doc *d, gz_view *name, gz_view *gate)
{
  gz_view top = {NULL, 0}, best = {NULL, 0};
  bool first = true;
  int most = ENOUGH - 1;
  size_t weighed = 0;
  if (d->title_line == SIZE_MAX || d->title_line == 0) return false;
  for (size_t i = 0; i < d->title_line && i < LOOK_HEAD; i++) {
    const gz_line *l = &d->lines[i];
    if (i < 4 && !top.n && l->size <= 40 && !(l->says & ~(uint32_t)(GZ_SAYS_NAV | GZ_SAYS_LEGAL | GZ_SAYS_HARD)) && !l->meta) {      /* a company: Gull AG; Cape-News: Gull AG / … */
      gz_view firm = first_crumb(gz_doc_inner(d, l));
      const char *colon = memchr(firm.p, ':', firm.n);
      if (colon) firm = gz_trim(gz_view_of(colon, (size_t)(firm.p + firm.n - colon)));
      if (gz_firm_like(firm)) top = firm;
    }
    if ((l->says & ~(uint32_t)(GZ_SAYS_NAV | GZ_SAYS_SITE)) || l->meta || l->code || (l->size < 1 && !l->image) || l->ends_hard || (l->link > l->size && (!first || l->list))) continue;
    gz_view line = gz_doc_words(d, l), v = first_crumb(line);
    if (l->image) {                                        /* ![Capeline](logo.svg) */
      line = gz_view_of(d->text.p + l->start, l->end - l->start);
      const char *open = memchr(line.p, '!', line.n), *close = open ? memchr(open, ']', (size_t)(line.p + line.n - open)) : NULL;
      if (!close || close - open < 4 || close - open > 40) continue;
      line = v = gz_trim(gz_view_of(open + 2, (size_t)(close - open - 2)));
      const char *colon = v.n > 9 && memcmp(v.p, "Image ", 6) == 0 ? memchr(v.p, ':', 10) : NULL;      /* Image 1: Capeline */
      if (colon) line = v = gz_trim(gz_view_of(colon, (size_t)(v.p + v.n - colon)));
      if (v.n > 5) { size_t logo = gz_ends(v, " logo\0 Logo\0"); v.n -= logo; line = v; }
    }
    bool crumbs = v.n + 8 < line.n;
    const char *motto = memchr(v.p, ':', v.n);              /* PR Newswire: news distribution … */
    if (motto && gz_portal(gz_view_of(v.p, (size_t)(motto - v.p)))) v.n = (size_t)(motto - v.p);
    if (v.n < 3 || v.n > 40 || (l->size > 40 && !crumbs) || gz_doc_button(v)) continue;
    if (gz_portal(v)) { if (!gate->n) *gate = v; first = false; continue; }
    if (gz_publication(v) && (first || !(gz_latin_word(v) & GZ_LATIN_COMMON))) { *name = v; return true; }
    size_t buttons = 0;
    for (size_t k = 0; k < i && first; k++) buttons += d->lines[k].says != 0;
    if (weighed++ < 24) {
      gz_view half;
      for (size_t from = 0, k = 0; k < 3 && piece(v, &from, &half); k++) {
        if (half.n < 3 || gz_doc_button(half)) continue;
        int s = weight(d, i, half, first && buttons <= 2, weighed <= 3, crumbs);
        if (half.p + half.n == v.p + v.n && v.n + 5 == line.n && gz_ends(line, " logo\0 Logo\0")) s += 6;
        if (s > most) { most = s; best = half; }
        bool wide = (unsigned char)half.p[0] >= 0xE3;      /* 海岬科技 CapeTech above a Chinese headline: the name in its script */
        if (best.n && s != most && wide && d->lines[d->title_line].wide && half.n >= 6 && best.p >= v.p && best.p < v.p + v.n && (unsigned char)best.p[0] < 0x80 && !gz_section(half)) best = half;
        if (best.p == half.p && !wide && k > 0 && d->lines[d->title_line].wide && from >= v.n && (unsigned char)v.p[0] >= 0xE3 && half.p > v.p + 6) { gz_view front = gz_trim(gz_view_of(v.p, (size_t)(half.p - v.p))); if (!gz_section(front) && !gz_doc_button(front)) best = front; }
      }
    }
    if (first && buttons <= 1 && l->size <= 40 && (first_line(d, i, v) || han_first(d, i, v))) top = v;
    first = false;
  }
  *name = best.n ? best : top;
  return name->n > 0;
}
