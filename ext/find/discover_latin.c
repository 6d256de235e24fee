/* Names in Latin script, by their capitals. The text is cut into words; words with capitals that follow one another (with initials,
** and small words that names may hold) form a run. A run is cut into pieces at titles, months, small words that do not fit, and at
** listed names; discover_type.c says what a piece is. What cannot be typed, or is an everyday word at the start of a sentence, is no name.
** One pass, a bounded buffer. */
#include "find/discover_latin.h"
#include "base/watch.h"
#include "lex_legal_forms.h"
#include "text/ascii_block.h"

/* 霍普利（Hopley）: the name whose spelling stands in brackets, or GZ_REF_NONE. */
static uint32_t glossed_name(const gz_latin_run *l, gz_span s)
{
  gz_view t = l->w->text;
  size_t i = s.start;
  if (i == 0) return GZ_REF_NONE;
  uint32_t cp = gz_utf8_prev(t.p, t.n, &i);
  if (cp != '(' && cp != 0xFF08) return GZ_REF_NONE;
  while (i > 0 && t.p[i - 1] == ' ') i--;
  if (i == 0 || (unsigned char)t.p[i - 1] < 0x80) return GZ_REF_NONE;
  const gz_listed *d = l->listed;
  for (size_t k = d->at; k < d->n && d->c[k].span.start < i; k++)
    if (d->c[k].span.end == i && d->c[k].state <= GZ_CAND_MEANT) return d->c[k].ref;
  return GZ_REF_NONE;
}

/* Does the bracket close right behind a name that may be the spelling of a discovered one? Capitals alone (CEO) are none of a person. */
static bool spells(const gz_latin_run *l, unsigned from, unsigned to, uint32_t ref)
{
  uint32_t behind = gz_latin_peek(l->w->text, l->t[to - 1].span.end);
  bool capitals = to - from == 1 && (l->t[from].allcaps || l->t[from].dotted);
  return ref >= GZ_REF_FOUND && ref != GZ_REF_NONE && (behind == ')' || behind == 0xFF09) && !(capitals && gz_ref_type(ref, l->w, l->w->names) == GZ_PERSON);
}

static bool of_behind(gz_view t, size_t pos) { return pos + 4 < t.n && memcmp(t.p + pos, " of ", 4) == 0; }

/* May a piece of this type hold a listed name? Bank of Boston, Lake Geneva, Paris Hilton: when its head or a given name says so. */
static bool outdoes(const gz_latin_run *l, unsigned from, unsigned to, int type, const gz_cand *c)
{
  if (type == GZ_NO_TYPE || to - from < 2) return false;
  if (type == GZ_PERSON) {      /* Paris Hilton; Roland Harms, though Roland alone may be a company */
    uint8_t listed = gz_ref_type(c->ref, l->w, l->w->names);
    bool first_alone = c->span.start == l->t[from].span.start && c->span.end == l->t[from].span.end;
    return l->t[from].given && (listed == GZ_PLACE || (listed == GZ_ORG && c->class != GZ_CLASS_SURE && first_alone && !l->t[to - 1].common));
  }
  uint32_t head = l->t[to - 1].roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD) | ROLE(PAPER)), first = l->t[from].roles & (ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(PLACEPRE));
  bool bank_of = gz_latin_any(l, from, to, ROLE(ORGOF)) && gz_latin_any(l, from + 1, to, ROLE(CONNECT)) && c->span.start > l->t[from].span.start;
  return head || bank_of || (type == GZ_ORG && of_behind(l->w->text, c->span.end)) || (first && (type == GZ_PLACE || gz_latin_any(l, from + 1, to, ROLE(CONNECT))));
}

/* @Somebody, no part of an address. */
static bool is_handle(gz_view t, gz_span s)
{
  return s.start > 0 && t.p[s.start - 1] == '@' && (s.start == 1 || !gz_ascii_word((unsigned char)t.p[s.start - 2])) && (s.end == t.n || (t.p[s.end] != '@' && t.p[s.end] != '='));
}

static bool emit(gz_latin_run *l, unsigned from, unsigned to, uint32_t before, bool fresh)
{
  while (from < to && !l->t[from].cap) from++;
  while (from < to && !l->t[to - 1].cap) to--;
  if (from == to) return true;
  gz_span s = gz_latin_over(l, from, to);
  if (gz_listed_exact(l->listed, s)) return true;
  if (!gz_rule_address(l->w->text, s) && !is_handle(l->w->text, s)) return true;
  bool abroad = gz_line_known_foreign(&l->lines, s.start);
  int type = abroad && !gz_latin_may_be_abroad(l, from, to, before) ? GZ_NO_TYPE : gz_latin_type(l, from, to, before, fresh);
  if (type != GZ_NO_TYPE && gz_line_foreign(&l->lines, l->w->text, s.start)) type = gz_latin_type_abroad(l, from, to, type, before);
  uint32_t glossed = glossed_name(l, s);
  if (glossed != GZ_REF_NONE) type = gz_ref_type(glossed, l->w, l->w->names);
  const gz_cand *c = gz_listed_in(l->listed, s);
  if (c && !outdoes(l, from, to, type, c)) {
    /* a listed name stands inside: it stays, and what is left on either side is looked at again */
    unsigned i = from, k = to;
    while (i < to && l->t[i].span.end <= c->span.start) i++;
    while (k > from && l->t[k - 1].span.start >= c->span.end) k--;
    if (i >= k) return true;
    return (i == from || emit(l, from, i, before, fresh)) && (k == to || emit(l, k, to, 0, false));
  }
  if (spells(l, from, to, glossed)) return gz_found_gloss(l->w, s, glossed);
  uint32_t form;
  if (type == GZ_ORG && to - from > 1 && s.end < l->w->text.n && l->w->text.p[s.end] == '.' && gz_trie_exact(&lex_legal_forms.trie, gz_view_slice(l->w->text, l->t[to - 1].span), &form)) s.end++;      /* Lumora Inc. */
  return type == GZ_NO_TYPE || gz_found_add(l->w, s, (uint8_t)type);
}

/* May the small word at i join what stands on either side of it into one name? */
static bool joins(const gz_latin_run *l, unsigned from, unsigned i)
{
  const gz_latin_token *t = &l->t[i];
  gz_view v = gz_view_slice(l->w->text, t->span);
  uint32_t left = l->t[i - 1].roles;
  if (gz_view_is(v, "of")) return gz_latin_any(l, from, i, ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(ORGHEAD)) || (left & ROLE(PLACEHEAD)) != 0;
  if (gz_view_is(v, "for")) return gz_latin_any(l, from, i, ROLE(ORGOF) | ROLE(ORGHEAD));
  if (gz_view_is(v, "the")) return i > from + 1 && !l->t[i - 1].cap;
  if (gz_view_is(v, "and")) return i > from + 1 && gz_latin_any(l, from, i, ROLE(ORGOF)) && gz_latin_any(l, from, i, ROLE(CONNECT));
  if (gz_view_is(v, "in") || gz_view_is(v, "on") || gz_view_is(v, "do")) return false;
  return (t->roles & ROLE(PARTICLE)) != 0;
}

/* Does the rest of the run end in the head of an organisation or place, before anything cuts it? General Motors Corp, King County. */
static bool headed(const gz_latin_run *l, unsigned i)
{
  return i + 1 < l->n && !l->t[i + 1].given && (l->t[l->n - 1].roles & (ROLE(ORGHEAD) | ROLE(PLACEHEAD)));
}

static void flush(gz_latin_run *l)
{
  while (l->n && !l->t[l->n - 1].cap) l->n--;
  unsigned i = 0;
  uint32_t before = l->before;
  bool fresh = l->fresh;
  unsigned from = 0;
  bool ok = true;
  for (; ok && i < l->n; i++) {
    const gz_latin_token *t = &l->t[i];
    bool cut = false, drop = false;
    if (!t->cap) cut = drop = i == from || !joins(l, from, i);
    else if (i == from && fresh && t->common && !t->given && !t->allcaps && !(t->roles & (ROLE(ORGOF) | ROLE(PLACEOF) | ROLE(PLACEPRE) | ROLE(NATION) | ROLE(TITLE))) &&
             !(t->roles & ROLE(ORGPRE) && i + 1 < l->n && l->t[i + 1].cap)) cut = drop = true;
    else if (i == from && (t->roles & ROLE(STOP)) && !t->initial) cut = drop = true;
    else if (i == from && t->roles & ROLE(PLACEPRE) && !t->allcaps && i + 2 == l->n && l->t[i + 1].allcaps) cut = drop = true;      /* La KOTB: an article, no part of a place */
    else if (t->roles & ROLE(TITLE) && !t->given && !headed(l, i)) cut = drop = true;
    else if (t->roles & ROLE(TIME) && !(t->given && i + 1 < l->n)) cut = drop = true;
    else if (i == from && t->roles & ROLE(NATION) && !headed(l, i) && !(i + 1 < l->n && l->t[i + 1].allcaps)) cut = drop = true;
    else if (i == from && t->roles & ROLE(CONNECT) && gz_view_is(gz_view_slice(l->w->text, t->span), "The")) cut = drop = true;
    if (!cut) continue;
    if (i > from) ok = emit(l, from, i, before, fresh);
    before = t->roles;
    fresh = fresh && i == from && !(t->roles & ROLE(TITLE));
    from = i + (drop ? 1 : 0);
  }
  if (ok && from < l->n) emit(l, from, l->n, before, fresh);
  l->n = 0;
}

/* A run starts: what stands before it? */
static void open_run(gz_latin_run *l, size_t start)
{
  gz_view t = l->w->text;
  bool near = l->small.end && start - l->small.end <= 1 && l->small.end - l->small.start <= 12;
  l->before = near ? gz_latin_roles_of(gz_view_slice(t, l->small)) : 0;
  if (near && gz_view_is(gz_view_slice(t, l->small), "of") && l->earlier.end + 1 == l->small.start &&
      (gz_latin_roles_of(gz_view_slice(t, l->earlier)) & (ROLE(PLACEHEAD) | ROLE(PLACEOF)))) l->before |= ROLE(LOCPREP);      /* the state of X */
  size_t i = start;
  l->fresh = true;
  while (i > 0) {
    uint32_t cp = gz_utf8_prev(t.p, t.n, &i);
    if (cp == ' ' || cp == '"' || cp == '\'' || cp == 0x201C || cp == 0x2018 || cp == '(' || cp == '*' || cp == 0x3000) continue;
    l->fresh = cp == '.' || cp == '!' || cp == '?' || cp == '\n' || cp == ':' || cp == '-' || cp == 0x2014 || cp == 0x2026 || cp == ';' || cp == '>' || cp == '/';
    return;
  }
}

/* Is the newline at i one of a hard-wrapped text? Its line is then long. */
static bool wrapped(gz_view t, size_t i)
{
  size_t k = i;
  while (k > 0 && i - k < 60 && t.p[k - 1] != '\n') k--;
  return i - k == 60;
}

/* Can the word at `start` continue a run that ends at `end`? One space, a dot behind an initial or a short form, a hyphenless `&`. */
static bool continues(const gz_latin_run *l, size_t end, size_t start)
{
  gz_view t = l->w->text;
  const gz_latin_token *last = &l->t[l->n - 1];
  if (last->owns || start - end > 4) return false;
  size_t i = end;
  if (i < start && t.p[i] == '.' && (last->initial || last->dotted || last->roles & (ROLE(TITLE) | ROLE(PLACEPRE) | ROLE(JR)) || last->span.end - last->span.start <= 2)) i++;
  if (i < start && t.p[i] == '\n' && i + 1 == start) return (i == end || l->n > 1 || last->roles & ROLE(TITLE)) && wrapped(t, i);      /* "on X." ends its line */
  if (i >= start || t.p[i] != ' ') return last->initial && i == start;
  i++;
  if (i < start && t.p[i] == '&' && i + 2 == start && t.p[i + 1] == ' ') return true;
  return i == start;
}

/* Punctuation of Chinese text at p: no letter before it reaches behind it. */
static bool wide_sign(const unsigned char *p)
{
  if (p[0] == 0xEF) return p[1] == 0xBC && (p[2] < 0x90 || (p[2] > 0x99 && p[2] <= 0xA0));
  return p[0] == 0xE3 && p[1] == 0x80 && (p[2] == 0x81 || p[2] == 0x82 || (p[2] >= 0x8C && p[2] <= 0x8F));
}

/* Where the next word may start a run: at a capital, or where there may be a letter that is none of ASCII. What lies before it are small
** words, Han, kana and punctuation. */
static size_t next_start(gz_view t, size_t pos)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (size_t due = pos + GZ_WATCH_STRIDE; !gz_watch_at(pos, &due);) {
    unsigned mask = 0;
    for (; t.n - pos >= GZ_BLOCK && !(mask = gz_block_latin(s + pos)); pos += GZ_BLOCK) { }
    if (mask) pos += gz_lowest(mask);
    else while (pos < t.n && s[pos] - (unsigned)'A' >= 26u && (s[pos] < 0xC0 || (s[pos] >= 0xE3 && s[pos] <= 0xE9))) pos++;
    if (pos + 3 > t.n || !(wide_sign(s + pos) || (s[pos] == 0xE2 && s[pos + 1] == 0x80))) return pos;
    pos++;
  }
  return t.n;
}

/* Does nothing but Han and kana stand before pos, back to a sign, to ASCII that is no letter or digit, or to `floor`? */
static bool behind_han(const unsigned char *s, size_t floor, size_t pos)
{
  size_t i = pos, due = GZ_WATCH_STRIDE;
  for (; i - floor > 2 && !gz_watch_at(pos - i, &due) && s[i - 3] >= 0xE3 && ((s[i - 2] ^ 0x80u) | (s[i - 1] ^ 0x80u)) < 0x40; i -= 3) {
    if (wide_sign(s + i - 3)) return true;
    if (s[i - 3] > 0xE9) return false;
  }
  return i < pos && (i == floor || (s[i - 1] < 0x80 && !gz_ascii_word(s[i - 1])));
}

/* Back from there to where reading takes up again: the word before it is asked for what it is, and where that is `of`, the one before too
** (open_run). So two or three blanks, or punctuation of Chinese text; a word never goes on behind either. Behind Han no word is asked for.
** Not before `floor`. */
static size_t take_up(gz_view t, size_t floor, size_t pos)
{
  const unsigned char *s = (const unsigned char *)t.p;
  if (pos - floor > 2 && s[pos - 1] >= 0x80 && behind_han(s, floor, pos)) return pos;
  unsigned blanks = 0, most = pos - floor > 3 && memcmp(s + pos - 3, "of", 2) == 0 ? 3 : 2;
  size_t from = pos, due = GZ_WATCH_STRIDE;
  while (pos > floor && !gz_watch_at(from - pos, &due)) {
    unsigned char c = s[pos - 1];
    if (c <= ' ' && ++blanks == most) break;
    if (c < 0x80 || pos - floor < 3 || s[pos - 3] < 0xE3 || ((s[pos - 2] ^ 0x80u) | (c ^ 0x80u)) >= 0x40) { pos--; continue; }
    if (wide_sign(s + pos - 3) && (pos == t.n || (s[pos] & 0xC0) != 0x80)) break;
    pos -= 3;
  }
  return pos;
}

void gz_discover_latin(gz_ent_work *w, gz_listed *listed)
{
  gz_latin_run l;
  memset(&l, 0, sizeof l);
  l.w = w;
  l.listed = listed;
  gz_view t = w->text;
  size_t i = 0, end = 0, start = 0;      /* start: where the next run may start */
  bool inside = false;
  while (i < t.n && !w->nomem) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return;
    if (!l.n && !inside && i >= start) {
      start = next_start(t, i) + 1;
      i = take_up(t, i, start - 1);
      if (start > t.n) break;
    }
    unsigned char c = (unsigned char)t.p[i];
    uint32_t cp = c;
    size_t next = i + 1;
    if (c >= 0x80) {
      /* Kana, Han and their punctuation: nothing begins or goes on. A byte too many behind such a character is met next. */
      bool wide = c >= 0xE3 && c <= 0xE9;
      if (wide && l.n) flush(&l);
      if (wide && !inside && i + 4 <= t.n && gz_utf8_looks_three(t.p + i)) { i += 3; continue; }
      next = i;
      cp = gz_utf8_next(t.p, t.n, &next);
    }
    if (!gz_latin_letter(cp) || inside) {
      inside = (cp >= '0' && cp <= '9') || (inside && gz_is_alnum(cp));
      i = next;
      continue;
    }
    gz_latin_token k;
    size_t pos = i;
    if (!gz_latin_read_plain(t, &pos, &k)) gz_latin_read(t, &pos, &k);
    if (k.cap) {
      gz_latin_look_up(t, &k);
      bool the = (k.roles & ROLE(CONNECT)) && gz_view_is(gz_view_slice(t, k.span), "The");
      if (l.n && (the || !continues(&l, end, i))) flush(&l);
      if (l.n == GZ_RUN_MAX) flush(&l);
      if (!l.n) open_run(&l, i);
      l.t[l.n++] = k;
      l.small.end = 0;
    } else {
      gz_view v = gz_view_slice(t, k.span);
      if (l.n && v.n <= 5 && l.n + 1 < GZ_RUN_MAX && continues(&l, end, i) && ((k.roles = gz_latin_roles_of(v)) & ROLE(CONNECT))) l.t[l.n++] = k;
      else if (l.n) flush(&l);
      l.earlier = l.small;
      l.small = k.span;
    }
    end = k.span.end;
    i = pos;
    if (i + 1 < t.n && t.p[i] == ' ' && ((unsigned char)t.p[i + 1] | 32u) - 'a' < 26u) { i++; inside = false; }      /* the next word */
  }
  if (!w->nomem) flush(&l);
}
