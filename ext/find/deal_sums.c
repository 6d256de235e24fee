/* Several sums or percentages of one deal's clause: a list in which every party has its own ("$2 billion and $3 billion, respectively",
** 分别持股12.4%及7.3%), and the value before beside the value now ("up from", 较一年前的). And rows that
** say nothing which another row of the text does not say. */
#include "find/deal_sums.h"
#include "base/watch.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"

/* The sums of a list that `sum` is in: "8,000万美元及5,000万美元"; in order of the text, as many as fit. */
size_t gz_sums_listed(const gz_analysis *a, const gz_clause *c, size_t sum, size_t *sums, size_t max)
{
  size_t from = sum, n = 0;
  for (size_t back; from > 0; from = back) {
    back = c->ev[from - 1].type == GZ_EV_LIST && from > 1 ? from - 2 : from - 1;
    if (c->ev[back].type != GZ_EV_MONEY || c->ev[from].span.start - c->ev[back].span.end > 12) break;
  }
  for (size_t i = from; i < c->count && n < max; i++) {
    if (c->ev[i].type == GZ_EV_MONEY && a->money[c->ev[i].ref].restates < 0) { if (n && c->ev[i].span.start - c->ev[i - 1].span.end > 12) break; sums[n++] = i; }
    else if (c->ev[i].type != GZ_EV_LIST) break;
  }
  return n;
}

/* "lead the round with a cheque of $500 million": what the leader puts in. */
bool gz_own_cheque(const gz_analysis *a, const gz_clause *c, const gz_proposal *p)
{
  if (p->row->kind != LEX_DEAL_CUES_KIND_LEAD || !p->has_sum || p->sum < p->cue || strcmp(c->lang, "en")) return false;
  if (p->row->sense == LEX_DEAL_CUES_SENSE_PUTS && p->sum == p->cue + 1) return true;      /* "also invested $15 million in" */
  for (size_t i = c->ev[p->cue].span.end, to = c->ev[p->sum].span.start; (i = gz_deal_find(a->text, i, to, GZ_BESIDE(CHEQUE))) < to; i++)
    if (gz_deal_before(a->text, c->ev[p->cue].span.end, i, GZ_BESIDE(A))) return true;
  return false;
}

/* 12.4%及7.3%: how many stand in a list with the one at *first, which becomes the first of them; *step: events from one to the next. */
size_t gz_percents_listed(const gz_clause *c, size_t *first, size_t *step)
{
  size_t n = 1, at = *first;
  *step = at + 1 < c->count && c->ev[at + 1].type == GZ_EV_PERCENT ? 1 : at > 0 && c->ev[at - 1].type == GZ_EV_PERCENT ? 1 : 2;
  while (at >= *step && c->ev[at - *step].type == GZ_EV_PERCENT && c->ev[at].span.start - c->ev[at - *step].span.end <= 12) at -= *step;
  *first = at;
  while (at + *step < c->count && c->ev[at + *step].type == GZ_EV_PERCENT && c->ev[at + *step].span.start - c->ev[at].span.end <= 12) { at += *step; n++; }
  return n;
}

/* 较…的180亿美元, 高于…时的, 从: the sum before it is compared with. */
static bool compared(gz_view t, const gz_clause *c, size_t sum, size_t earlier)
{
  return gz_deal_find(t, c->ev[sum].span.end, c->ev[earlier].span.start, GZ_BESIDE(COMPARED)) < c->ev[earlier].span.start;
}

/* "at a valuation of $2.6 billion, up from $900 million": the value before. Event of that sum, or GZ_NO_EVENT. */
size_t gz_value_before(const gz_analysis *a, const gz_clause *c, size_t sum)
{
  bool other = false, chinese = strcmp(c->lang, "zh") == 0;      /* other: something stands between that may have a sum of its own */
  for (size_t i = sum + 1; i < c->count && c->ev[i].segment <= c->ev[sum].segment + 2 && i <= sum + 10; i++) {
    const gz_event *m = &c->ev[i - 1];
    if (c->ev[i].type == GZ_EV_MONEY && a->money[c->ev[i].ref].restates >= 0) continue;
    if (c->ev[i].type == GZ_EV_MONEY && chinese) {
      size_t cue = gz_measure_of(c, i);
      return compared(a->text, c, sum, i) && (cue == GZ_NO_EVENT || cue == gz_measure_of(c, sum) || c->ev[cue].segment != c->ev[i].segment || (c->ev[cue].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[cue].ref].kind == LEX_DEAL_CUES_KIND_VALUE)) ? i : GZ_NO_EVENT;
    }
    if (c->ev[i].type == GZ_EV_MONEY) {
      bool from = m->type == GZ_EV_MARK && (m->cls == LEX_DEAL_MARKERS_CLASS_FROM || m->cls == LEX_DEAL_MARKERS_CLASS_WITH) && c->ev[i].span.start - m->span.end <= 8;
      if (from && m->cls == LEX_DEAL_MARKERS_CLASS_WITH && gz_deal_before(a->text, c->span.start, m->span.start, GZ_BESIDE(COMPARED))) return i;
      size_t cue = gz_measure_of(c, i);
      return from && !other && i <= sum + 4 && c->ev[i].segment <= c->ev[sum].segment + 1 && (cue == GZ_NO_EVENT || cue == gz_measure_of(c, sum)) ? i : GZ_NO_EVENT;
    }
    if (c->ev[i].type == GZ_EV_CUE && !(chinese && lex_deal_cues_rows[c->ev[i].ref].kind == LEX_DEAL_CUES_KIND_RAISE)) return GZ_NO_EVENT;
    other |= c->ev[i].type == GZ_EV_ENTITY;
  }
  return GZ_NO_EVENT;
}

#define AGAIN_REACH 48         /* rows within which a deal is told again */


/* Does o tell the deal d, and more of it? A round without its investors, or without its sum; a purchase without its price. */
/* $2.2 billion in a headline, $2.16 billion in the text. */
static bool about_same(gz_dec x, gz_dec y)
{
  double a = gz_dec_to_double(x), b = gz_dec_to_double(y);
  return a <= b * 1.03 && b <= a * 1.03;
}

static bool told_better(const gz_deal *d, const gz_deal *o, bool later)
{
  if (!o->kind) return false;
  bool raise = strcmp(d->kind, "raise") == 0, same_day = !d->edtf[0] || strcmp(d->edtf, o->edtf) == 0;
  if (raise && !gz_has_sum(d) && strcmp(o->kind, "invest") == 0) return d->target && gz_has_sum(o) && same_day && gz_same_name(o->actor, d->target) && gz_same_name(o->target, d->actor);
  if (strcmp(d->kind, "invest") == 0 && !gz_has_sum(d) && strcmp(o->kind, "raise") == 0 && gz_has_sum(o) && same_day && gz_same_name(o->actor, d->target) && gz_same_name(o->target, d->actor)) return true;
  if (strcmp(o->kind, d->kind) || !gz_same_name(o->actor, d->actor)) return false;
  if (gz_has_sum(d) && !d->currency[0] && o->currency[0] && gz_same_sum(o, d) && gz_same_name(o->target, d->target)) return true;      /* a headline's bare 百亿 */
  if (gz_has_sum(d) && o->alt_currency[0] && strcmp(o->alt_currency, d->currency) == 0 && d->has_low && about_same(o->alt, d->low) && (gz_same_name(o->target, d->target) || (raise && !d->target))) return true;      /* a headline's dollars */
  if (raise && !d->target) return o->target && gz_same_sum(o, d) && strcmp(o->currency, d->currency) == 0;
  if (!gz_same_name(o->target, d->target) || !d->target || strcmp(d->status, "denied") == 0) return false;
  if (strcmp(d->kind, "value") == 0) return later && d->has_low && o->has_low && d->has_high != o->has_high && gz_dec_cmp(o->low, d->low) == 0 && strcmp(o->currency, d->currency) == 0;      /* a headline's $100 billion: more than that */
  if (strcmp(d->kind, "stake") == 0) return !d->has_percent && !gz_has_sum(d) && o->has_percent;
  if (gz_has_sum(d) || d->has_percent || !gz_has_sum(o)) return false;
  return strcmp(d->kind, "acquire") == 0 || strcmp(d->kind, "sell") == 0 || (same_day && (raise || strcmp(d->kind, "invest") == 0));
}

/* A deal is told again and again in a text: rows that say nothing which another does not say go. */
size_t gz_drop_again(gz_deal *list, size_t count)
{
  size_t kept = 0;
  for (size_t i = 0; i < count && !(i % 256 == 255 && gz_watch_stopped()); i++)
    for (size_t k = i > AGAIN_REACH ? i - AGAIN_REACH : 0; k < count && k < i + AGAIN_REACH; k++)
      if (k != i && told_better(&list[i], &list[k], k > i)) {
        if (k == i + 1 && strcmp(list[k].status, "done") == 0) list[k].status = list[i].status;      /* is to buy Y; the price is said next */
        list[i].kind = NULL;
        break;
      }
  for (size_t i = 0; i < count; i++) if (list[i].kind) list[kept++] = list[i];
  return kept;
}
