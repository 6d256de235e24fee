/* Fuzz target over a connection's own names: the text is a script of changes, one a line (`+entity<TAB>alias<TAB>type<TAB>…` adds, `-n` removes
** a row, `~n` hides a built-in alias, `<` marks, `>` goes back to the mark, anything else is text to be scanned with the names so far).
** Properties: what was added is found by its alias, what was removed is not, going back restores the number of rows that live, spans are
** sound, and scanning twice gives the same. */
#include "targets.h"
#include "base/alloc.h"
#include "find/analysis.h"
#include "find/entity_data.h"
#include "find/names.h"
#include "text/utf8.h"
#include <stdio.h>
#include <stdlib.h>

static uint32_t living(const gz_names *names)
{
  gz_name_fields f;
  uint32_t k = 0;
  for (uint32_t i = 0; i < gz_names_rows(names); i++) k += gz_names_row(names, i, &f);
  return k;
}

static void add(gz_names *names, gz_view line)
{
  gz_view part[9];
  for (int i = 0; i < 9; i++) {
    const char *tab = line.n ? memchr(line.p, '\t', line.n) : NULL;
    size_t k = tab ? (size_t)(tab - line.p) : line.n;
    part[i] = gz_view_of(line.p, k);
    line.p += tab ? k + 1 : k;
    line.n -= tab ? k + 1 : k;
  }
  gz_name_fields f = {.entity = part[0], .alias = part[1], .type = part[2], .lang = part[3], .ticker = part[4], .qid = part[5], .parent = part[6], .context = part[7], .not_in = part[8]};
  uint32_t row = 0;
  char *why = NULL;
  gz_status s = gz_names_add(names, &f, &row, &why);
  MUST(s == GZ_OK || s == GZ_ERROR);
  if (s == GZ_OK) {
    gz_name_fields back;
    MUST(gz_names_row(names, row, &back) && back.alias.n == f.alias.n && memcmp(back.alias.p, f.alias.p, f.alias.n) == 0);
    uint32_t k = gz_names_first_alias(names, f.alias);
    while (k != UINT32_MAX && k != row) k = gz_names_next_alias(names, k);
    MUST(k == row);
  }
  gz_free(why);
}

static size_t scan(gz_names *names, gz_view text)
{
  gz_analysis *a = gz_analysis_new(text, gz_view_cstr("2024-06-13"), gz_view_of("", 0), names);
  MUST(a && gz_need_entities(a) == GZ_OK);
  uint32_t last = 0;
  size_t count = a->entity_count, sum = count;
  for (size_t i = 0; i < count; i++) {
    gz_span s = a->entities[i].span;
    MUST(s.start < s.end && s.end <= text.n && s.start >= last && gz_utf8_is_start(text.p, text.n, s.start) && gz_utf8_is_start(text.p, text.n, s.end));
    last = s.end;
    sum = sum * 31 + s.start + strlen(a->entities[i].name);
  }
  gz_analysis_free(a);
  gz_entity e;
  bool found;
  MUST(gz_entity_of(text, names, &e, &found) == GZ_OK && (!found || (e.name && e.name[0])));
  return sum;
}

void f_gazetteer(const char *p, size_t n)
{
  gz_names *names = gz_names_new();
  MUST(names);
  size_t mark = 0;
  uint32_t marked = 0;
  int scans = 0;
  for (size_t at = 0; at < n;) {
    const char *nl = memchr(p + at, '\n', n - at);
    gz_view line = gz_view_of(p + at, nl ? (size_t)(nl - p) - at : n - at);
    at += line.n + 1;
    if (!line.n || memchr(line.p, 0, line.n)) continue;
    uint32_t number = 0;
    for (size_t i = 1; i < line.n && i < 7 && line.p[i] >= '0' && line.p[i] <= '9'; i++) number = number * 10 + (uint32_t)(line.p[i] - '0');
    if (strchr("+-~>", line.p[0])) { names = gz_names_edit(names); MUST(names); }
    switch (line.p[0]) {
      case '+': add(names, gz_view_of(line.p + 1, line.n - 1)); break;
      case '-': {
        gz_name_fields f;
        if (!gz_names_row(names, number, &f)) break;
        MUST(gz_names_remove(names, number) == GZ_OK && !gz_names_row(names, number, &f));
        break;
      }
      case '~': if (number < gz_ent_alias_count) { MUST(gz_names_hide(names, number) == GZ_OK && gz_names_hides(names, number)); } break;
      case '<': mark = gz_names_mark(names); marked = living(names); break;
      case '>': gz_names_undo(names, mark); MUST(gz_names_mark(names) == mark && living(names) == marked); break;
      default:
        if (scans++ < 4) {                                     /* a cursor may hold the names while they change */
          gz_names *held = gz_names_retain(names);
          size_t before = scan(held, line);
          names = gz_names_edit(names);
          MUST(names);
          MUST(scan(names, line) == before);
          gz_names_release(held);
        }
    }
  }
  gz_names_release(names);
}
