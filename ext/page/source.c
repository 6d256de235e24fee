/* Who wrote it and who carried it. A label wins; then a line about reprinting, a name beside the date or in the dateline, the name of the paper above
** the title, the holder of the rights below the article, and last what merely stands beside a date. */
#include "page/rights.h"
#include "find/latin_words.h"
#include "text/uni.h"
#include "text/utf8.h"

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

/* `Source: Cape Robotics, Inc. Follow`: a button behind the name is none of it. */
static gz_view without_button(gz_view v)
{
  for (size_t k = 6; k + 8 < v.n; k++) if (v.p[k] == ' ' && gz_begins(gz_view_of(v.p + k, v.n - k), " avec \0 with \0 mit \0 con \0 com \0") && gz_publication(gz_trim(gz_view_of(v.p + k + 5, v.n - k - 5)))) { v.n = k; break; }      /* La Gazette avec AFP */
  size_t i = v.n;
  while (i > 0 && v.p[i - 1] != ' ') i--;
  if (i > 4 && (unsigned char)v.p[0] < 0x80 && (gz_view_is(gz_view_of(v.p + i, v.n - i), "Follow") || gz_view_is(gz_view_of(v.p + i, v.n - i), "Subscribe"))) v.n = i - 1;
  return gz_trim(v);
}

/* `Ana Lowell is a reporter in Porto for Capeline.`: for whom, of a writer whose name opens a line beside the text's end. */
static bool works_for(const gz_doc *d, size_t line, gz_view *name)
{
  gz_view v = gz_doc_inner(d, &d->lines[line]);
  bool who = false;
  for (size_t k = 0; k < d->found_count && !who; k++) {
    gz_view a = d->found[k].value;
    size_t last = a.n;
    if (d->found[k].field != GZ_F_AUTHOR || a.n < 5 || a.n > 40) continue;
    while (last > 0 && a.p[last - 1] != ' ') last--;
    who = (v.n > a.n && memcmp(v.p, a.p, a.n) == 0) || (a.n - last > 2 && v.n > a.n - last + 1 && memcmp(v.p, a.p + last, a.n - last) == 0 && v.p[a.n - last] == ' ');
  }
  if (!who || v.n > 500) return false;
  for (size_t i = 4; i + 8 < v.n; i++) {
    bool at = memcmp(v.p + i, " at ", 4) == 0 && gz_role_ends(gz_view_of(v.p, i));      /* is an editor at Capeline */
    if (!at && memcmp(v.p + i, " for ", 5) != 0) continue;
    size_t from = i + (at ? 4 : 5), e = from;
    if (v.n - from > 4 && memcmp(v.p + from, "the ", 4) == 0) from = e = from + 4;
    while (e < v.n && v.p[e] != '.' && v.p[e] != ',' && v.p[e] != '\n') {
      if (e > from && v.p[e - 1] == ' ' && gz_fold((unsigned char)v.p[e]) == (unsigned char)v.p[e]) break;
      e++;
    }
    *name = gz_trim(gz_view_of(v.p + from, e - from));
    if (name->n >= 3 && name->n <= 40 && v.p[from] >= 'A' && v.p[from] <= 'Z' && !gz_place(*name) && !gz_person_line(*name)) return true;
  }
  return false;
}

/* 内容由海岬财经（ID：capecaijing）编译自…: the name in it. */
static gz_view told_by(gz_view v)
{
  static const char before[] = "内容由\0內容由\0内容来自\0內容來自\0本文由\0本文来自\0本文來自\0";
  size_t n = gz_begins(v, before), e = n;
  if (n == 0) return v;
  while (e < v.n && v.p[e] != '(' && !gz_begins(gz_view_of(v.p + e, v.n - e), "\xEF\xBC\x88\0\xEF\xBC\x8C\0\xE7\xBC\x96\xE8\xAF\x91\0")) e++;
  return gz_trim(gz_view_of(v.p + n, e - n));
}

/* 海岬导报·导报资讯: the paper, and behind the dot its section. */
static gz_view before_dot(gz_view v)
{
  for (size_t i = 6; i + 8 < v.n; i++)
    if ((unsigned char)v.p[i] == 0xC2 && (unsigned char)v.p[i + 1] == 0xB7 && (unsigned char)v.p[0] >= 0xE3 && gz_media_like(gz_view_of(v.p, i))) return gz_view_of(v.p, i);
  return v;
}

/* What stands behind the last slash of a credit: Ana Lowell/Capeline. */
static bool credit_house(gz_view v, gz_view *name)
{
  size_t i = v.n;
  if (v.n > 300) return false;
  while (i > 0 && v.p[i - 1] != '/') i--;
  for (size_t k = 4; i < 4 && k + 7 < v.n; k++) if (memcmp(v.p + k, " for ", 5) == 0 && (gz_begins(gz_view_of(v.p + k + 5, v.n - k - 5), "The \0") || gz_publication(gz_view_of(v.p + k + 5, v.n - k - 5)))) i = k + 5;      /* Credit...Ana Lowell for The Cape Times */
  if (i < 4) return false;
  *name = gz_trim(gz_view_of(v.p + i, v.n - i));
  return name->n >= 3 && name->n <= 30 && gz_fold(at(*name, 0)) != at(*name, 0);
}

/* A name in quotation marks in a line about reprinting, or behind `Originally published by`. */
static bool reprinted_from(gz_view v, gz_view *name)
{
  static const char *const open[] = {"\xE3\x80\x8C", "\xE3\x80\x8A", "\xE2\x80\x9C", "\xE3\x80\x90"}, *const close[] = {"\xE3\x80\x8D", "\xE3\x80\x8B", "\xE2\x80\x9D", "\xE3\x80\x91"};
  for (size_t i = 0; i + 3 < v.n; i++)
    for (int k = 0; k < 4; k++) {
      if (memcmp(v.p + i, open[k], 3) != 0) continue;
      for (size_t e = i + 3; e + 3 <= v.n && e - i < 60; e++)
        if (memcmp(v.p + e, close[k], 3) == 0) { *name = gz_view_of(v.p + i + 3, e - i - 3); return name->n >= 4; }
    }
  return false;
}

/* 标题_频道_海岬网, Title: Headline - Cape Times: the last piece behind the headline where a line of the head says it with more behind it. */
static bool titled(const gz_doc *d, const char *title, gz_view *name)
{
  gz_view t = gz_view_cstr(title ? title : "");
  for (size_t i = 0; t.n >= 9 && i < d->count && i < 60 && gz_doc_in_head(d, (uint32_t)i); i++) {
    gz_view w = gz_doc_inner(d, &d->lines[i]);
    for (size_t k = 0; k + t.n + 4 < w.n && k < 12; k++) {
      if (memcmp(w.p + k, t.p, t.n) != 0) continue;
      size_t last = 0;
      for (size_t e = k + t.n; e < w.n;) {
        bool space = w.p[e - 1] == ' ';
        uint32_t c = gz_utf8_next(w.p, w.n, &e);
        if (c == '_' || c == '|' || c == 0xFF5C || ((c == '-' || c == 0x2013 || c == 0x2014) && (space || (unsigned char)t.p[t.n - 1] >= 0x80))) last = e;
        else if (!last && c != ' ') break;
      }
      *name = gz_trim(gz_view_of(w.p + last, w.n - last));
      if (last && name->n >= 4 && name->n <= 40 && !gz_section(*name) && !memchr(name->p, '(', name->n)) return true;
      break;
    }
  }
  return false;
}

/* Subscribe to Capeline on …: a publication that buttons and adverts name, and of which the text speaks as its own. */
static bool buttons_name(const gz_doc *d, gz_view *name)
{
  for (size_t i = 0; i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    if (!(l->says & (GZ_SAYS_TOOL | GZ_SAYS_ADVERT | GZ_SAYS_LEGAL | GZ_SAYS_SITE)) || l->wide || l->size > 60) continue;
    gz_view v = gz_doc_inner(d, l);
    for (size_t a = 0; a < v.n; a++) {
      if (v.p[a] < 'A' || v.p[a] > 'Z' || (a > 0 && v.p[a - 1] != ' ' && v.p[a - 1] != '[')) continue;
      size_t e = a, words = 0;
      for (; words < 3 && e < v.n; words++) {
        size_t k = e + (words > 0);
        while (k < v.n && (gz_is_alnum((unsigned char)v.p[k]) || (unsigned char)v.p[k] >= 0x80)) k++;
        *name = gz_view_of(v.p + a, k - a);
        if (name->n >= 3 && gz_publication(*name) && gz_doc_agreement(d, i, *name) >= 4) return true;
        if (k >= v.n || v.p[k] != ' ') break;
        e = k;
      }
    }
  }
  return false;
}

static bool holds(gz_view v, gz_view w)
{
  for (size_t i = 0; i + w.n <= v.n; i++) if (memcmp(v.p + i, w.p, w.n) == 0) return true;
  return false;
}

/* The name above the page is who carried it, when another wrote it: no writer's name, no section, no other form of the source's own name. */
static bool carries(const gz_doc *d, gz_view name, gz_view source)
{
  for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_AUTHOR && gz_view_eq(gz_trim(d->found[k].value), name)) return false;
  if (gz_latin_word(name) & GZ_LATIN_COMMON) return false;
  bool known = gz_media_like(name), rare = false;          /* Sächsischer Merkur */
  for (size_t a = 0, e = 0, words = 0; a < name.n && (unsigned char)name.p[0] < 0x80; a = e + 1) {
    for (e = a; e < name.n && name.p[e] != ' ';) e++;
    rare |= !(gz_latin_word(gz_view_of(name.p + a, e - a)) & GZ_LATIN_COMMON);
    known |= ++words >= 2 && rare && e >= name.n;
  }
  return known && !gz_section(name) && !gz_doc_desk(name) && !holds(name, source) && !holds(source, name);
}

/* About Gullmark, Inc.: the heading above what a release says of the house that wrote it, which the headline names too. */
static bool about(const gz_doc *d, const char *title, gz_view *name)
{
  gz_view t = gz_view_cstr(title ? title : "");
  for (size_t i = d->body_last + 6 < d->count ? d->body_last + 6 : d->count, k = 0; i-- > d->body_first && k < 30; k++) {
    const gz_line *l = &d->lines[i];
    gz_view v = gz_doc_inner(d, l);
    if (l->wide || l->words < 2 || l->words > 8 || v.n < 10 || v.n > 60) continue;
    size_t head = gz_begins(v, "About \0ABOUT \0\xC3\x80 propos de \0A propos de \0\xC3\x9C" "ber \0Acerca de \0Sobre \0");
    if (!head) continue;
    *name = gz_trim(gz_view_of(v.p + head, v.n - head));
    size_t e = 0;
    while (e < name->n && name->p[e] != ' ' && name->p[e] != ',') e++;
    if (e >= 3 && name->p[0] >= 'A' && name->p[0] <= 'Z' && holds(t, gz_view_of(name->p, e))) return true;
  }
  return false;
}

void gz_doc_origin(gz_doc *d, gz_article *out)
{
  const gz_found *s = gz_doc_best(d, GZ_F_SOURCE), *w = gz_doc_best(d, GZ_F_SITE);
  gz_view name, holder = {NULL, 0}, gate = {NULL, 0}, own = {NULL, 0}, carrier = {NULL, 0};
  if (s && s->labelled) {
    name = told_by(without_button(s->value));
    for (size_t i = 6; i + 9 < name.n && (unsigned char)name.p[0] >= 0xE3; i++) {      /* 海岬网－海岬日报: who carried it, who wrote it */
      size_t dash = gz_begins(gz_view_of(name.p + i, name.n - i), "\xEF\xBC\x8D\0-\0\xE2\x80\x94\0");
      if (!dash) continue;
      gz_view front = gz_view_of(name.p, i), behind = gz_view_of(name.p + i + dash, name.n - i - dash);
      if (gz_media_like(front) && gz_media_like(behind) && !gz_section(behind)) { name = gz_trim(behind); own = front; }
      break;
    }
    out->source = gz_doc_keep(d, name);
    if (own.n && !w) out->site = gz_doc_keep(d, own);
  }
  for (size_t i = d->body_last > 2 ? d->body_last - 2 : 0; i < d->count && i < d->body_last + 16 && !out->source; i++) {      /* SOURCE Gullmark Corp. */
    gz_view v = gz_doc_inner(d, &d->lines[i]);
    if (d->lines[i].words >= 2 && d->lines[i].words <= 9 && v.n > 10 && memcmp(v.p, "SOURCE ", 7) == 0 && v.p[7] >= 'A' && v.p[7] <= 'Z') out->source = gz_doc_keep(d, gz_view_of(v.p + 7, v.n - 7));
  }
  for (size_t i = 0; i < d->count && !out->source; i++)
    if ((d->lines[i].says & GZ_SAYS_REPRINT) && d->lines[i].size <= 120 && !gz_doc_in_head(d, (uint32_t)i) && reprinted_from(gz_doc_inner(d, &d->lines[i]), &name)) out->source = gz_doc_keep(d, name);
  if (!out->source && s && ((!s->weak && (gz_doc_in_head(d, s->line) || gz_doc_in_body(d, s->line))) || gz_doc_agreement(d, s->line, s->value) >= 4)) out->source = gz_doc_keep(d, before_dot(s->value));
  if (gz_doc_masthead(d, &name, &gate)) {
    size_t the = name.n > 4 && memcmp(name.p, "The ", 4) == 0 && out->source && strncmp(out->source, "The ", 4) != 0 ? 4 : 0;
    bool same = out->source && strlen(out->source) + the == name.n;      /* DIÁRIO DO CABO in the dateline: as the page writes it above */
    for (size_t a = the, b = 0; same && a < name.n && b < name.n;) same = gz_fold(gz_utf8_next(name.p, name.n, &a)) == gz_fold(gz_utf8_next(out->source, name.n, &b));
    size_t word = 0;                                       /* BBC Scotland News on a page of BBC News */
    while (word < name.n && name.p[word] != ' ') word++;
    if (!same && out->source && s && !s->labelled && word >= 3 && gz_publication(name) && !(word == name.n && strlen(out->source) == word + 5 && strcmp(out->source + word, " News") == 0)) same = strncmp(out->source, name.p, word) == 0 && out->source[word] == ' ';
    if (!same && out->source && s && !s->labelled && gz_publication(name)) { size_t n = strlen(out->source); same = name.n > n && memcmp(name.p, out->source, n) == 0 && name.p[n] == ' '; }      /* Yonhap on a page of Yonhap News Agency */
    if (!out->source || same) out->source = gz_doc_keep(d, name);
    else if (carries(d, name, gz_view_cstr(out->source))) carrier = name;
  }
  if (titled(d, out->title, &name)) {
    if (gz_portal(name)) { if (!gate.n) gate = name; }
    else if (!out->source) out->source = gz_doc_keep(d, name);
  }
  if (w) out->site = gz_doc_keep(d, w->value);
  for (size_t i = 0; i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    if (gz_doc_in_body(d, (uint32_t)i) && l->kind == GZ_BLOCK_BODY) continue;
    if (!out->site && (l->says & GZ_SAYS_SITE) && gz_site_named(d, l, &name)) { out->site = gz_doc_keep(d, name); own = name; }
    if (gz_doc_in_head(d, (uint32_t)i) && d->title_line < i && l->size <= 8 && !l->digits) continue;      /* © Norda below the headline: of the picture */
    if (!holder.n && !out->source && (l->says & GZ_SAYS_LEGAL) && l->wide && i > d->body_last && gz_rights_own_work(gz_doc_inner(d, l), &name)) holder = name;
    if (!holder.n && (l->says & GZ_SAYS_LEGAL) && l->wide && i > d->body_last && gz_rights_owned(gz_doc_inner(d, l), &name)) holder = name;
    if (!holder.n && (l->says & GZ_SAYS_LEGAL) && !((l->says & GZ_SAYS_CREDIT) && l->words > 6 && gz_doc_in_head(d, (uint32_t)i)) && gz_rights_holder(gz_doc_inner(d, l), &name)) holder = name;
  }
  if (gate.n && !out->site) out->site = gz_doc_keep(d, gate);
  if (carrier.n && !out->site) out->site = gz_doc_keep(d, carrier);
  if (holder.n && !out->site) out->site = gz_doc_keep(d, holder);
  if (holder.n && !out->source) {                          /* nobody else is named: who holds the rights wrote it */
    for (size_t k = holder.n; k-- > 1;) if (holder.p[k] == '.' && holder.n - k <= 5 && !memchr(holder.p, ' ', holder.n)) { holder.n = k; break; }
    out->source = gz_doc_keep(d, holder);
  }
  if (!out->source && s && (s->labelled || gz_doc_in_head(d, s->line) || gz_doc_in_body(d, s->line))) out->source = gz_doc_keep(d, s->value);
  if (!out->source && own.n && gz_media_like(own)) out->source = gz_doc_keep(d, own);
  for (size_t i = 0; i < d->count && !out->source && i <= d->body_last; i++)      /* Illustration: Ana Lowell/Capeline, and the text agrees */
    if ((d->lines[i].says & GZ_SAYS_CREDIT || d->lines[i].kind == GZ_BLOCK_CAPTION) && credit_house(gz_doc_inner(d, &d->lines[i]), &name) && ((gz_begins(name, "The \0") && gz_media_like(name)) || gz_publication(name) || gz_doc_agreement(d, i, name) >= 4)) out->source = gz_doc_keep(d, name);
  for (size_t i = d->title_line; i < d->body_first && i < d->count && !out->source; i++) if (works_for(d, i, &name)) out->source = gz_doc_keep(d, name);
  for (size_t i = d->body_last > 3 ? d->body_last - 3 : 0; i < d->count && i < d->body_last + 16 && !out->source; i++) if (works_for(d, i, &name)) out->source = gz_doc_keep(d, name);
  for (size_t i = d->body_last + 1; i < d->count && i < d->body_last + 6 && !out->source; i++) {      /* (END) Cape Newswires */
    gz_view v = gz_doc_inner(d, &d->lines[i]);
    if (v.n > 9 && memcmp(v.p, "(END) ", 6) == 0 && gz_media_like(gz_view_of(v.p + 6, v.n - 6))) out->source = gz_doc_keep(d, gz_view_of(v.p + 6, v.n - 6));
  }
  if (!out->source && !gate.n && about(d, out->title, &name)) out->source = gz_doc_keep(d, name);
  if (!out->source && !gate.n && gz_doc_recurring(d, &name)) out->source = gz_doc_keep(d, name);
  if (!out->source && buttons_name(d, &name)) out->source = gz_doc_keep(d, name);
  if (!out->source && gate.n) out->source = gz_doc_keep(d, gate);
}
