/* The entity finder: runs the stages of entity_work.h over one text and gives the mentions that are left. */
#include "find/entity.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "find/names_index.h"

bool gz_cand_add(gz_ent_work *w, const gz_cand *c)
{
  void *items = w->cands;
  if (w->cand_count == w->cand_cap && !gz_array_grow(&items, &w->cand_cap, w->cand_count, sizeof *c)) { w->nomem = true; return false; }
  w->cands = items;
  w->cands[w->cand_count++] = *c;
  return true;
}

bool gz_work_stop(gz_ent_work *w, size_t pos)
{
  w->polled = pos;
  if (!w->stopped && gz_watch_stopped()) w->stopped = true;
  return w->stopped || w->nomem;
}

static gz_status result(gz_ent_work *w, gz_entity **list, size_t *count)
{
  if (!w->cand_count) return GZ_OK;
  gz_entity *e = gz_malloc(w->cand_count * sizeof *e);
  if (!e) return GZ_NOMEM;
  for (size_t i = 0; i < w->cand_count; i++) {
    gz_ref_fill(w->cands[i].ref, w, w->names, &e[i]);
    e[i].span = w->cands[i].span;
    e[i].how = w->cands[i].how;
  }
  *list = e;
  *count = w->cand_count;
  return GZ_OK;
}

gz_status gz_entities(gz_view text, const gz_names *names, const gz_ent_options *options, gz_arena *arena, gz_entity **list, size_t *count)
{
  static void (*const stages[])(gz_ent_work *) = {gz_stage_scan, gz_stage_ticker, gz_stage_context, gz_stage_list, gz_stage_discover, gz_stage_short, gz_stage_pick};
  gz_ent_work w;
  memset(&w, 0, sizeof w);
  w.text = text;
  w.names = names;
  w.arena = arena;
  if (options) w.options = *options;
  *list = NULL;
  *count = 0;
  gz_status s = gz_names_prepare(names);
  if (s != GZ_OK) return s;
  for (size_t i = 0; i < sizeof stages / sizeof *stages && !w.nomem && !w.stopped; i++) {
    if (w.options.listed_only && (stages[i] == gz_stage_discover || stages[i] == gz_stage_short)) continue;
    if (stages[i] == gz_stage_context) gz_cand_sort(w.cands, w.cand_count);
    stages[i](&w);
    if (text.n >= GZ_WATCH_STRIDE) gz_work_stop(&w, 0);      /* a question costs more than a stage over a short text */
  }
  s = w.nomem ? GZ_NOMEM : w.stopped ? GZ_INTERRUPT : result(&w, list, count);
  gz_free(w.cands);
  gz_free(w.found);
  gz_free(w.han);
  gz_free(w.runs);
  gz_free(w.name_slots);
  return s;
}
