/* What signs a text: a name behind a dash or in brackets below it, a writer's name or an editor's credit in brackets behind its last sentence. */
#include "page/dateline.h"
#include "lex_labels.h"
#include "text/uni.h"
#include "text/utf8.h"

/* A Japanese writer's name in brackets behind the last sentence: `…。【氷室透】` */
static void japanese_behind(gz_doc *d, size_t line, gz_view v)
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
static void dashed_below(gz_doc *d)
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

void gz_signed_below(gz_doc *d)
{
  dashed_below(d);
  if (d->kana) bracketed_below(d);
}

void gz_signed_behind(gz_doc *d)
{
  for (size_t i = d->body_last, seen = 0; d->body_first <= i && i < d->count && seen < 2; i--) {
    if (d->lines[i].kind == GZ_BLOCK_BODY) {
      credit_at_end(d, i, gz_doc_inner(d, &d->lines[i]));
      if (seen++ == 0 && d->kana) japanese_behind(d, i, gz_doc_inner(d, &d->lines[i]));
    }
    if (i == 0) break;
  }
}
