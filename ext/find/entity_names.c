/* All the names of one entity: for a search that should find it under any of them. Built-in aliases without an ambiguity class (a search
** for Apple Inc. must not find fruit) and tickers, then the connection's own. Names that fold alike are given once, at most NAMES_MAX. */
#include "find/entity_work.h"
#include "base/alloc.h"
#include "text/search_fold.h"

#define NAMES_MAX 24

typedef struct seen { gz_buf folded[NAMES_MAX]; size_t count; } seen;

/* True when no name given before folds to the same. */
static bool fresh(seen *s, gz_view name)
{
  if (s->count == NAMES_MAX || name.n == 0) return false;
  gz_buf *b = &s->folded[s->count];
  gz_buf_clear(b);
  if (gz_search_fold(name, b) != GZ_OK) return false;
  for (size_t i = 0; i < s->count; i++) if (s->folded[i].n == b->n && memcmp(s->folded[i].p, b->p, b->n) == 0) return false;
  s->count++;
  return true;
}

void gz_entity_each_name(const gz_entity *e, const gz_names *names, void (*add)(void *arg, gz_view name), void *arg)
{
  seen s;
  gz_alias a;
  memset(&s, 0, sizeof s);
  gz_view canonical = gz_view_cstr(e->name);
  if (fresh(&s, canonical)) add(arg, canonical);
  if (e->id < GZ_REF_USER)
    for (uint32_t row = gz_ent_rows[e->id].first_alias; row < gz_ent_rows[e->id + 1].first_alias; row++) {
      if (!gz_alias_builtin(names, row, &a) || (a.class != GZ_CLASS_SURE && a.kind != GZ_KIND_TICKER)) continue;
      gz_view v = gz_view_cstr(a.text);
      if (v.n > 1 && fresh(&s, v)) add(arg, v);
    }
  uint32_t rows = names ? gz_names_rows(names) : 0;
  for (uint32_t row = 0; row < rows && s.count < NAMES_MAX; row++) {
    gz_name_fields f;
    if (gz_names_row(names, row, &f) && gz_view_eq(f.entity, canonical) && fresh(&s, f.alias)) add(arg, f.alias);
  }
  for (size_t i = 0; i < NAMES_MAX; i++) gz_buf_free(&s.folded[i]);
}
