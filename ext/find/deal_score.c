/* How well each name of a clause fits a slot that a role is looked for in: a marker that the cue asks for (in X, 向X) outranks an unmarked name
** at the side where the role stands; distance and segments between weigh down. What takes a name out of question (it leads the round, only
** holds the shares, is the object of another verb) is a question with its example each. */
#include "find/deal_score.h"
#include "find/deal_beside.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_words.h"

#define NOUN_REACH 64          /* bytes from a noun to what its preposition marks */

/* Does a break harder than a comma stand between the two? */
bool gz_hard_between(const gz_clause *c, size_t x, size_t y)
{
  for (size_t k = x < y ? x : y; k < (x < y ? y : x); k++) {
    if (c->ev[k].type != GZ_EV_BREAK || !c->ev[k].hard) continue;
    bool passed = k > 0 && c->ev[k].segment == c->ev[x < y ? x : y].segment && c->ev[k - 1].segment != c->ev[k].segment;      /* behind a bracket the stretch before goes on */
    bool opens = c->ev[k].aside && c->ev[y].segment != c->ev[k].segment && c->ev[x].segment != c->ev[k].segment;
    if (!passed && !opens) return true;
  }
  return false;
}

/* "Amazon shares", "shares of Amazon", "Nvidia chips": the name is only part of a thing's name. */
static bool names_a_thing(const gz_analysis *a, const gz_clause *c, size_t cue, size_t i)
{
  if (i == cue + 1 && !gz_drops_subjects(c) && c->ev[i].span.start - c->ev[cue].span.end <= 24)      /* "sell 18 million X consoles" */
    for (uint32_t k = c->ev[cue].span.end; k < c->ev[i].span.start; k++) if (a->text.p[k] >= '0' && a->text.p[k] <= '9') return true;
  for (size_t k = cue + 1; k < i && (c->ev[i].slot & GZ_SLOT_OF) && c->ev[k].type != GZ_EV_MARK; k++) if (c->ev[k].type == GZ_EV_WORD && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_THING) return true;
  bool of = c->ev[i].possessive;                         /* X位于某地的工厂 */
  for (size_t k = i + 1; k < c->count && k > cue && gz_drops_subjects(c) && c->ev[k].span.start - c->ev[i].span.end <= 72; k++) {
    const gz_event *e = &c->ev[k];
    of |= e->type == GZ_EV_MARK && e->cls == LEX_DEAL_MARKERS_CLASS_POSS;
    if (e->type == GZ_EV_ENTITY && e->cls == GZ_PLACE) { of |= e->possessive; continue; }
    if (e->type == GZ_EV_WORD && e->cls == LEX_DEAL_WORDS_CLASS_THING && of) return true;
    if (e->type != GZ_EV_MARK && e->type != GZ_EV_WORD) break;
  }
  for (size_t k = i + 1; k < c->count && c->ev[k].span.start - c->ev[i].span.end <= (gz_drops_subjects(c) ? 9u : 4u); k++)      /* X一座商厦 */
    if (c->ev[k].type == GZ_EV_WORD && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_THING) return true;
  return false;
}

static bool anaphor_near(const gz_clause *c, size_t i)
{
  for (size_t k = i; k-- > 0 && c->ev[i].span.start - c->ev[k].span.end <= 12;)
    if (c->ev[k].type == GZ_EV_WORD && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR) return true;
  return false;
}

uint32_t gz_event_gap(const gz_event *x, const gz_event *y)
{
  return x->span.end <= y->span.start ? y->span.start - x->span.end : x->span.start >= y->span.end ? x->span.start - y->span.end : 0;
}

/* X 36%股权: whose shares they are stands right before the word, with only the percentage between. */
static bool owner_of_shares(const gz_want *w, size_t i)
{
  bool paid = w->kind == LEX_DEAL_CUES_KIND_INVEST && lex_deal_cues_rows[w->c->ev[w->cue].ref].kind == LEX_DEAL_CUES_KIND_STAKE;      /* X超过3亿美元的股份 */
  if (!w->is_target || (w->kind != LEX_DEAL_CUES_KIND_STAKE && !paid) || i >= w->cue || !gz_drops_subjects(w->c) || w->c->ev[i].slot != 0) return false;
  if (gz_event_gap(&w->c->ev[i], &w->c->ev[w->cue]) > (paid ? 48u : 24u)) return false;
  bool percent = false;
  for (size_t k = i + 1; k < w->cue; k++) {
    if (w->c->ev[k].type == GZ_EV_PERCENT) percent = true;
    else if (paid && w->c->ev[k].type == GZ_EV_MONEY) percent = true;
    else if (w->c->ev[k].type == GZ_EV_ENTITY && w->c->ev[k].cls == GZ_PLACE) continue;
    else if (w->c->ev[k].type != GZ_EV_MARK && w->c->ev[k].type != GZ_EV_WORD) return false;
  }
  bool verb_before = i > 0 && w->c->ev[i - 1].type == GZ_EV_BREAK && w->c->ev[i].span.start - w->c->ev[i - 1].span.end >= 6;      /* ，换来X 49%的股权 */
  size_t verb = i;                                         /* 收购法国厂商X全部股权 */
  while (verb > 0 && (w->c->ev[verb].type == GZ_EV_WORD || w->c->ev[verb].type == GZ_EV_ENTITY) && (verb == i || w->c->ev[verb].type == GZ_EV_WORD || w->c->ev[verb].cls == GZ_PLACE) && w->c->ev[i].span.start - w->c->ev[verb - 1].span.end <= 24) verb--;
  bool bought = i > 0 && w->c->ev[verb].type == GZ_EV_CUE && verb < i && lex_deal_cues_rows[w->c->ev[verb].ref].form == LEX_DEAL_CUES_FORM_VERB &&
                (lex_deal_cues_rows[w->c->ev[verb].ref].kind == LEX_DEAL_CUES_KIND_ACQUIRE || lex_deal_cues_rows[w->c->ev[verb].ref].kind == LEX_DEAL_CUES_KIND_STAKE);      /* 买进X股份 */
  percent |= bought;
  for (size_t k = 0; k < i; k++) if (w->c->ev[k].segment == w->c->ev[i].segment && (w->c->ev[k].type == GZ_EV_CUE || w->c->ev[k].type == GZ_EV_ENTITY)) verb_before = true;
  if (w->a->entities[w->c->ev[i].ref].type == GZ_PLACE) return false;
  return percent && verb_before;
}

/* "its Anthropic stake", "a Veridan holding": right before the word for shares. */
static bool names_the_stake(const gz_want *w, size_t i)
{
  if (!w->is_target || (w->kind != LEX_DEAL_CUES_KIND_STAKE && w->kind != LEX_DEAL_CUES_KIND_SELL) || i + 1 >= w->c->count || gz_drops_subjects(w->c)) return false;
  const gz_event *n = &w->c->ev[i + 1];
  if (n->type == GZ_EV_MARK && i + 2 < w->c->count) n++;                     /* its X's stake */
  if (n->type != GZ_EV_CUE || lex_deal_cues_rows[n->ref].kind != LEX_DEAL_CUES_KIND_STAKE || lex_deal_cues_rows[n->ref].form != LEX_DEAL_CUES_FORM_NOUN) return false;
  return n->span.start - w->c->ev[i].span.end <= 3 && i > 0 && anaphor_near(w->c, i);
}

/* "hit X with a fine": whom stands before the word. */
static bool fined_before(const gz_want *w, size_t i)
{
  if (!w->is_target || w->kind != LEX_DEAL_CUES_KIND_FINE || i >= w->cue || w->c->ev[i].slot || gz_drops_subjects(w->c)) return false;
  bool with = false, other = false;
  for (size_t k = i + 1; k < w->cue; k++) with |= w->c->ev[k].type == GZ_EV_MARK && w->c->ev[k].cls == LEX_DEAL_MARKERS_CLASS_WITH && w->c->ev[k].segment == w->c->ev[w->cue].segment;
  for (size_t k = 0; k < i; k++) other |= w->c->ev[k].type == GZ_EV_ENTITY && w->c->ev[k].segment == w->c->ev[w->cue].segment;
  return with && other;
}

/* 收购X的控股权, "18% of X's shares" */
static bool shares_of(const gz_clause *c, size_t i)
{
  for (size_t k = i + 1; k < c->count && k <= i + 4 && c->ev[k].segment == c->ev[i].segment && c->ev[k].span.start - c->ev[i].span.end <= 24; k++)
    if (c->ev[k].type == GZ_EV_WORD && (c->ev[k].cls == LEX_DEAL_WORDS_CLASS_SHARE || (!gz_drops_subjects(c) && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_THING))) return true;
  return false;
}

/* 向X收购Y: who sells. */
static bool sells(const gz_want *w, size_t i)
{
  if (!w->is_target || !gz_drops_subjects(w->c) || (w->kind != LEX_DEAL_CUES_KIND_ACQUIRE && w->kind != LEX_DEAL_CUES_KIND_STAKE) || w->c->ev[i].slot != GZ_SLOT_TO) return false;
  for (size_t k = i; k-- > 0 && w->c->ev[k].type != GZ_EV_BREAK;)
    if (w->c->ev[k].type == GZ_EV_MARK && w->c->ev[k].cls == LEX_DEAL_MARKERS_CLASS_TO) return gz_deal_beside(w->a->text, w->c->ev[k].span.start, GZ_BESIDE(TOWARD));
  return false;
}

/* 收购X、Z等合计持有的Y 35%股权: X and Z only hold what another takes over. */
static bool holds_it(const gz_clause *c, size_t cue, size_t i)
{
  if (!gz_drops_subjects(c)) return false;
  bool bought = i > cue;
  for (size_t k = i; !bought && k-- > 0 && c->ev[k].segment == c->ev[i].segment;) bought = c->ev[k].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_ACQUIRE;
  size_t k = i + 1;
  while (bought && k < c->count && (c->ev[k].type == GZ_EV_LIST || c->ev[k].type == GZ_EV_WORD || c->ev[k].type == GZ_EV_BREAK || (c->ev[k].type == GZ_EV_ENTITY && c->ev[k].listed))) k++;
  if (!bought || k + 1 >= c->count || c->ev[k].type != GZ_EV_CUE || c->ev[k + 1].type != GZ_EV_MARK || c->ev[k + 1].cls != LEX_DEAL_MARKERS_CLASS_POSS) return false;
  return lex_deal_cues_rows[c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_STAKE && c->ev[k].span.start - c->ev[k - 1].span.end <= 30 && c->ev[k + 1].span.start == c->ev[k].span.end;
}

/* "X has got money from Y, which the search giant had invested": the subject is another. */
static bool anaphor_between(const gz_clause *c, size_t from, size_t to)
{
  for (size_t k = from + 1; k < to; k++) if (c->ev[k].type == GZ_EV_WORD && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR) return true;
  return false;
}

/* Right before the verb: it, he, she, they. */
bool gz_pronoun_before(const gz_analysis *a, const gz_clause *c, size_t verb)
{
  if (verb == 0 || strcmp(c->lang, "en") || c->ev[verb - 1].type != GZ_EV_WORD || c->ev[verb - 1].cls != LEX_DEAL_WORDS_CLASS_ANAPHOR || c->ev[verb].span.start - c->ev[verb - 1].span.end > 6) return false;
  gz_view v = gz_view_slice(a->text, c->ev[verb - 1].span);
  return v.n <= 4 && !gz_deal_is(v, GZ_BESIDE(ITS));
}

/* X旗下的Y, X的竞争对手Y: only Y takes part. */
static bool owns_next(const gz_clause *c, size_t i)
{
  for (size_t k = i + 1; k < c->count && c->ev[k].span.start - c->ev[i].span.end <= 30; k++) {
    if (c->ev[k].type == GZ_EV_ENTITY) return k > i + 1 && c->ev[k].cls == GZ_ORG && c->ev[k].span.start - c->ev[k - 1].span.end <= 3;
    if (c->ev[k].type != GZ_EV_MARK && c->ev[k].type != GZ_EV_WORD) return false;
  }
  return false;
}

/* "Codeium, which was valued at": right before the clause that only speaks of it. */
bool gz_relative_subject(const gz_want *w, size_t i)
{
  const gz_clause *c = w->c;
  if (!c->ev[w->cue].aside || i + 2 >= w->cue + 1 || gz_drops_subjects(c) || c->ev[i + 1].type != GZ_EV_BREAK || c->ev[i + 1].segment != c->ev[w->cue].segment) return false;
  size_t rel = i + 2;
  while (rel < w->cue && (c->ev[rel].type == GZ_EV_WORD || (c->ev[rel].type == GZ_EV_ENTITY && c->ev[rel].cls == GZ_PLACE))) rel++;      /* a startup that */
  if (c->ev[rel].type != GZ_EV_MARK || c->ev[rel].cls != LEX_DEAL_MARKERS_CLASS_REL || (rel == i + 2 && c->ev[rel].span.start - c->ev[i + 1].span.end > 1)) return false;
  for (size_t k = rel + 1; k < w->cue && c->ev[k].type != GZ_EV_CUE; k++)      /* "which backed the company and has invested" */
    if (c->ev[k].type == GZ_EV_ENTITY || (c->ev[k].type == GZ_EV_WORD && c->ev[k].cls == LEX_DEAL_WORDS_CLASS_ANAPHOR)) return false;
  return true;
}

/* Public Investment Fund (PIF): only another form of the name before. */
static bool bracketed(const gz_clause *c, size_t i)
{
  return i > 0 && i + 1 < c->count && c->ev[i].aside && c->ev[i - 1].type == GZ_EV_BREAK && c->ev[i - 1].hard && c->ev[i + 1].type == GZ_EV_BREAK && c->ev[i + 1].hard &&
         c->ev[i - 1].span.end == c->ev[i].span.start && c->ev[i + 1].span.start == c->ev[i].span.end;
}

/* 获X投资，累计融资Y元: whom the verb of another stretch has. */
static bool has_own_verb(const gz_clause *c, size_t i)
{
  for (size_t k = i + 1; k < c->count && c->ev[k].segment == c->ev[i].segment; k++)
    if (c->ev[k].type == GZ_EV_CUE) return lex_deal_cues_rows[c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_INVEST;
  return false;
}

static bool far_from_sum(const gz_clause *c, size_t cue, size_t i)
{
  for (size_t k = i; k-- > cue;) if (c->ev[k].type == GZ_EV_MONEY) return c->ev[i].span.start - c->ev[k].span.end > 9;
  return false;
}

static bool starts_verb(const gz_clause *c, size_t i)
{
  if (strcmp(c->lang, "en") || i + 1 >= c->count || c->ev[i].possessive || c->ev[i + 1].span.start - c->ev[i].span.end > 2) return false;
  const gz_event *n = &c->ev[i + 1];
  return (n->type == GZ_EV_WORD && (n->cls == LEX_DEAL_WORDS_CLASS_PLANNED || n->cls == LEX_DEAL_WORDS_CLASS_SOURCE_AFTER)) || (n->type == GZ_EV_CUE && lex_deal_cues_rows[n->ref].form == LEX_DEAL_CUES_FORM_VERB && lex_deal_cues_rows[n->ref].passive == LEX_DEAL_CUES_PASSIVE_NO);
}

/* 以200亿元的估值投资X: valued is whom the money goes to. */
static bool valued_by_investing(const gz_want *w, size_t i)
{
  if (!w->is_target || w->kind != LEX_DEAL_CUES_KIND_VALUE || strcmp(w->c->lang, "zh") || i < w->cue || w->c->ev[i].segment > w->c->ev[w->cue].segment + 1 || (w->c->ev[i].slot && w->c->ev[i].slot != GZ_SLOT_TO)) return false;
  for (size_t k = w->cue + 1; k < (w->c->ev[i].slot ? w->c->count : i) && w->c->ev[k].segment <= w->c->ev[i].segment; k++)
    if (w->c->ev[k].type == GZ_EV_CUE && w->c->ev[k].segment == w->c->ev[i].segment && (lex_deal_cues_rows[w->c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_INVEST || lex_deal_cues_rows[w->c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_ACQUIRE)) return true;
  return false;
}

/* 由X创办的Y: no party. */
static bool founded_by(gz_view t, size_t pos)
{
  size_t end = t.n - pos > 2 && memcmp(t.p + pos, "·", 2) == 0 ? pos + 24 : pos;      /* the rest of a name */
  return gz_deal_find(t, pos, end + 1, GZ_BESIDE(FOUNDED)) <= end;
}

/* "X led the round, with participation from Y": X put money in, the round is another's. */
static bool leads(const gz_want *w, size_t i)
{
  if (w->kind != LEX_DEAL_CUES_KIND_LEAD || !w->is_target || w->c->ev[i].slot || w->c->ev[i].possessive || lex_deal_cues_rows[w->c->ev[w->cue].ref].form != LEX_DEAL_CUES_FORM_NOUN) return false;
  for (size_t k = i + 1; k < w->cue; k++) {
    const lex_deal_cues_row *r = w->c->ev[k].type == GZ_EV_CUE ? &lex_deal_cues_rows[w->c->ev[k].ref] : NULL;
    if (r && r->form == LEX_DEAL_CUES_FORM_VERB && r->kind == LEX_DEAL_CUES_KIND_LEAD && (r->actor & GZ_SLOT_SUBJ)) return true;
    if (r && r->form == LEX_DEAL_CUES_FORM_VERB) break;
  }
  for (size_t k = i; k-- > 0;)                           /* "from A and B, as well as backers including C" */
    if (w->c->ev[k].type == GZ_EV_CUE) return lex_deal_cues_rows[w->c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_LEAD && (lex_deal_cues_rows[w->c->ev[k].ref].actor & GZ_SLOT_OBJ);
  return false;
}

/* "X bought Y and owns": Y is the object of the verb before. */
static bool object_before_and(const gz_want *w, size_t i)
{
  const gz_clause *c = w->c;
  if (strcmp(c->lang, "en") || c->ev[i].slot || i + 1 >= w->verb || c->ev[i].segment != c->ev[w->verb].segment) return false;
  bool joined = gz_deal_find(w->a->text, c->ev[i].span.end, c->ev[w->verb].span.start, GZ_BESIDE(AND)) < c->ev[w->verb].span.start, verb = false;
  for (size_t k = i + 1; k < w->verb; k++) if (c->ev[k].type == GZ_EV_ENTITY && !c->ev[k].slot) return false;
  for (size_t k = i; joined && k-- > 0;) {
    if (c->ev[k].segment != c->ev[i].segment) continue;
    if (verb && gz_event_is_party(w->a, &c->ev[k]) && !c->ev[k].slot && !c->ev[k].possessive) return true;
    verb |= c->ev[k].type == GZ_EV_CUE && lex_deal_cues_rows[c->ev[k].ref].form == LEX_DEAL_CUES_FORM_VERB && lex_deal_cues_rows[c->ev[k].ref].passive == LEX_DEAL_CUES_PASSIVE_NO;
  }
  return false;
}

/* "with X leading and Y taking part" */
static bool with_leading(const gz_want *w, size_t i)
{
  const gz_event *cue = &w->c->ev[w->cue];
  if (w->kind != LEX_DEAL_CUES_KIND_LEAD || w->is_target || w->c->ev[i].slot != GZ_SLOT_WITH || strcmp(w->c->lang, "en") || lex_deal_cues_rows[cue->ref].form != LEX_DEAL_CUES_FORM_VERB) return false;
  return cue->span.start - w->c->ev[i].span.end <= 2 && lex_deal_cues_rows[cue->ref].sense == LEX_DEAL_CUES_SENSE_UNDER_WAY;
}

/* X是Y最大的外部股东: Y is no subject of what follows. */
static bool is_backed(const gz_want *w, size_t i)
{
  const gz_event *e = &w->c->ev[i];
  if (strcmp(w->c->lang, "zh") || e->slot || !gz_deal_before(w->a->text, w->c->span.start, e->span.start, GZ_BESIDE(IS))) return false;
  size_t to = gz_deal_stretch(w->a->text, e->span.end, e->span.end + 36u < w->c->span.end ? e->span.end + 36u : w->c->span.end);
  return gz_deal_find(w->a->text, e->span.end, to, GZ_BESIDE(BACKER)) < to;
}

/* Does the cue's own stretch name who raises? */
static bool own_subject(const gz_want *w)
{
  for (size_t k = 0; k < w->cue; k++)
    if (w->c->ev[k].segment == w->c->ev[w->cue].segment && !w->c->ev[k].slot && !w->c->ev[k].possessive && gz_event_is_party(w->a, &w->c->ev[k])) return true;
  return false;
}

/* 参与Y融资，领投了Z: Y is what the verb before was done to. */
static bool done_to(const gz_clause *c, size_t i)
{
  bool chinese = strcmp(c->lang, "zh") == 0;               /* 投资英国云端业者Y */
  for (size_t k = i; (chinese || strcmp(c->lang, "en") == 0) && k-- > 0 && c->ev[i].span.start - c->ev[k].span.end <= (chinese ? 36u : 2u);) {
    if (c->ev[k].type == GZ_EV_BREAK || c->ev[k].type == GZ_EV_LIST || (c->ev[k].type == GZ_EV_ENTITY && c->ev[k].cls != GZ_PLACE)) return false;
    if (c->ev[k].type == GZ_EV_CUE) return lex_deal_cues_rows[c->ev[k].ref].form == LEX_DEAL_CUES_FORM_VERB && (lex_deal_cues_rows[c->ev[k].ref].target & GZ_SLOT_OBJ);
  }
  return false;
}

/* X以2600亿美元的估值领投: X values another. */
bool gz_leads_at(const gz_want *w, size_t i)
{
  if (strcmp(w->c->lang, "zh") || i > w->cue || w->c->ev[i].slot || w->c->ev[i].possessive) return false;
  for (size_t k = w->cue + 1; k < w->c->count && w->c->ev[k].segment == w->c->ev[w->cue].segment; k++)
    if (w->c->ev[k].type == GZ_EV_CUE) return lex_deal_cues_rows[w->c->ev[k].ref].kind == LEX_DEAL_CUES_KIND_LEAD && lex_deal_cues_rows[w->c->ev[k].ref].form == LEX_DEAL_CUES_FORM_VERB;
  return false;
}

/* X投了不少公司：6月参与Y的融资: behind a colon X goes on acting. */
static bool listed_deals(const gz_want *w, size_t i)
{
  if (strcmp(w->c->lang, "zh") || w->is_target || i > 2 || w->c->ev[i].slot || w->c->ev[i].cls != GZ_ORG || own_subject(w)) return false;
  if (w->c->ev[i + 1].type == GZ_EV_BREAK && w->c->ev[i + 1].span.start == w->c->ev[i].span.end) return false;      /* "X：" heads the paragraph: carried as its topic */
  bool colon = false;
  for (size_t k = i + 1; k < w->verb; k++) {
    if (w->c->ev[k].type != GZ_EV_BREAK || !w->c->ev[k].hard) continue;
    gz_view b = gz_view_slice(w->a->text, w->c->ev[k].span);
    if (gz_view_is(b, ":") || gz_view_is(b, "：")) colon = true;
    else if (gz_view_is(b, "。") || gz_view_is(b, "\n")) return false;
  }
  return colon;
}

/* "sold its stake in the pipeline to an affiliate of X": belongs to who buys. */
static bool buyer_before(const gz_clause *c, size_t verb, size_t i)
{
  for (size_t k = verb + 1; k < i; k++) if (c->ev[k].type == GZ_EV_MARK && c->ev[k].cls == LEX_DEAL_MARKERS_CLASS_TO) return true;
  return false;
}

/* "hatte der Konzern X": the article is the subject's own, and marks no genitive. */
static bool own_article(const gz_want *w, size_t i)
{
  if (strcmp(w->c->lang, "de") || w->c->ev[i].slot != GZ_SLOT_ASIDE || i == 0 || i > w->verb) return false;
  const gz_event *m = &w->c->ev[i - 1];
  if (m->type == GZ_EV_WORD && i > 1) m--;
  if (m->type != GZ_EV_MARK || w->c->ev[i].span.start - m->span.end <= 1) return false;
  char before = m->span.start > 1 ? w->a->text.p[m->span.start - 2] : ' ';      /* behind a verb or at the start, not behind a noun */
  size_t word = m->span.start > 1 ? m->span.start - 1 : 0;
  while (word > w->c->span.start && (unsigned char)w->a->text.p[word - 1] > ' ') word--;
  return before != ' ' && !(w->a->text.p[word] >= 'A' && w->a->text.p[word] <= 'Z' && word > w->c->span.start);
}

/* How well the name fits one of the wanted slots; 0: not at all. */
static int score(const gz_want *w, size_t i)
{
  const gz_event *e = &w->c->ev[i], *cue = &w->c->ev[w->verb];
  int segments = e->segment > cue->segment ? e->segment - cue->segment : cue->segment - e->segment;
  int near = (int)(gz_event_gap(e, cue) / 32);
  bool noun = lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_NOUN;
  if (e->owner && e->owner != w->cue + 1 && (w->kind == LEX_DEAL_CUES_KIND_LEAD || lex_deal_cues_rows[w->c->ev[e->owner - 1].ref].kind != LEX_DEAL_CUES_KIND_LEAD)) return 0;      /* taken */
  int best = 0, s;
  if (near > 30) near = 30;
  if (e->possessive && i + 1 < w->c->count && e[1].type == GZ_EV_MARK && i + 2 < w->c->count && e[2].type == GZ_EV_ENTITY && e[2].span.start - e->span.end <= 4 && !gz_drops_subjects(w->c)) return 0;      /* Britain's Y: only Y */
  if (gz_drops_subjects(w->c) && e->possessive && owns_next(w->c, i)) return 0;
  if (e->slot == GZ_SLOT_BY && gz_drops_subjects(w->c) && founded_by(w->a->text, e->span.end)) return 0;
  if (e->possessive && w->kind == LEX_DEAL_CUES_KIND_VALUE && !gz_drops_subjects(w->c) && i < w->cue && gz_event_gap(e, cue) > 24) return 0;      /* "SoftBank's money would come at a valuation of" */
  bool object_next = w->kind == LEX_DEAL_CUES_KIND_ACQUIRE && gz_drops_subjects(w->c) && e->slot == GZ_SLOT_WITH && i < w->cue && w->cue + 1 < w->c->count && w->c->ev[w->cue + 1].type == GZ_EV_ENTITY && gz_event_gap(cue, &w->c->ev[w->cue + 1]) <= 3;
  if (object_next) return w->is_target || segments ? 0 : 64;      /* 这与X收购Y不同 */
  if (w->is_target && w->kind == LEX_DEAL_CUES_KIND_RAISE && i < w->cue && w->cue > 0 && cue[-1].type == GZ_EV_WORD && cue[-1].cls == LEX_DEAL_WORDS_CLASS_FUNDING && !noun && !gz_drops_subjects(w->c) &&
      cue->span.start - cue[-1].span.end <= 1) return 0;      /* "bringing total capital raised to" */
  if (w->is_target && i > w->cue && lex_deal_cues_rows[w->c->ev[w->cue].ref].sense == LEX_DEAL_CUES_SENSE_PARTICIPLE && gz_deal_find(w->a->text, w->c->span.start, cue->span.start, GZ_BESIDE(AUXILIARY)) < cue->span.start) return 0;      /* "hatte X verkauft und Y erworben" */
  if (w->is_target && w->kind == LEX_DEAL_CUES_KIND_VALUE && gz_leads_at(w, i)) return 0;
  if (w->is_target && w->kind == LEX_DEAL_CUES_KIND_SELL && e->slot == GZ_SLOT_OF && buyer_before(w->c, w->verb, i)) return 0;
  if (sells(w, i) || holds_it(w->c, w->cue, i) || bracketed(w->c, i) || leads(w, i)) return 0;
  if (segments && w->kind == LEX_DEAL_CUES_KIND_RAISE && w->is_target && gz_drops_subjects(w->c) && e->slot == GZ_SLOT_WITH && gz_deal_beside(w->a->text, e->span.end, GZ_BESIDE(PARTNER))) return 0;      /* 与X合作的Y，计划集资 */
  if (segments && w->kind == LEX_DEAL_CUES_KIND_RAISE && w->is_target && gz_drops_subjects(w->c) && (has_own_verb(w->c, i) || own_subject(w))) return 0;
  if ((w->slots & GZ_SLOT_SUBJ) && gz_relative_subject(w, i)) return 90;
  if (valued_by_investing(w, i)) return 89;
  if (owner_of_shares(w, i)) return 92 - near;
  if (w->is_target && w->kind == LEX_DEAL_CUES_KIND_VALUE && !e->slot && e->span.end == cue->span.start && strcmp(w->c->lang, "zh") == 0) return 91;      /* X估值冲3400亿美元 Y拟入股 */
  if (names_the_stake(w, i)) return 93;
  if (fined_before(w, i)) return 90 - near;
  if (!w->is_target && w->kind == LEX_DEAL_CUES_KIND_CONTRACT && !(w->slots & GZ_SLOT_SUBJ) && i > w->cue && segments == 0 && i + 1 < w->c->count && e[1].type == GZ_EV_WORD &&
      e[1].cls == LEX_DEAL_WORDS_CLASS_CONTRACT && e[1].span.start - e->span.end <= 1) return 88;      /* won a NASA contract */
  if ((w->slots & GZ_SLOT_POSS) && e->possessive && i < w->verb && segments == 0) { s = 95 - near; if (s > best) best = s; }
  uint32_t marked = e->slot & w->slots & ~(uint32_t)(GZ_SLOT_SUBJ | GZ_SLOT_OBJ);
  bool far = noun && !gz_drops_subjects(w->c) && gz_event_gap(e, cue) > NOUN_REACH;
  int reach = (gz_drops_subjects(w->c) && w->kind != LEX_DEAL_CUES_KIND_RAISE) || (noun && w->kind != LEX_DEAL_CUES_KIND_RAISE && w->kind != LEX_DEAL_CUES_KIND_VALUE) ? 0 : 1;
  if (marked && !far && segments <= reach && (!e->possessive || noun || gz_drops_subjects(w->c) || (w->kind == LEX_DEAL_CUES_KIND_STAKE && shares_of(w->c, i)))) { s = 85 - 12 * segments - near; if (s > best) best = s; }
  if (e->slot == 0 && i > w->verb && gz_drops_subjects(w->c) && w->is_target && w->kind == LEX_DEAL_CUES_KIND_INVEST && lex_deal_cues_rows[w->c->ev[w->cue].ref].form == LEX_DEAL_CUES_FORM_WEAK && far_from_sum(w->c, w->cue, i)) return best;      /* 砸40億美元 能追上X嗎 */
  if (e->slot == 0 && i > w->verb && starts_verb(w->c, i)) return best;      /* "will hold 51% while Y will own" */
  if ((w->slots & GZ_SLOT_OBJ) && (e->slot == GZ_SLOT_OBJ || (e->slot == 0 && i > w->verb)) && segments == 0 && (!e->possessive || w->kind == LEX_DEAL_CUES_KIND_LEAD || shares_of(w->c, i))) { s = 75 - near; if (s > best) best = s; }
  if ((w->slots & GZ_SLOT_OBJ) && e->slot == GZ_SLOT_OBJ && e->possessive && w->kind == LEX_DEAL_CUES_KIND_SELL && segments == 0) { s = 40; if (s > best) best = s; }      /* 将X的业务出售 */
  bool subject = (e->slot == GZ_SLOT_SUBJ || e->slot == 0 || own_article(w, i) || with_leading(w, i)) && i < w->verb && !e->possessive;
  if ((w->a->entities[e->ref].id == w->was_target && (segments || anaphor_between(w->c, i, w->verb))) || (segments && gz_hard_between(w->c, i, w->verb) && !listed_deals(w, i))) subject = false;
  if (e->aside && segments && !gz_drops_subjects(w->c) && !w->c->ev[w->cue].aside && i > 0) subject = false;      /* what is only put in beside another name */
  if (subject && (object_before_and(w, i) || is_backed(w, i) || (segments && done_to(w->c, i)))) subject = false;
  if ((w->slots & GZ_SLOT_SUBJ) && subject && segments && gz_pronoun_before(w->a, w->c, w->verb)) { s = 40 - (int)(i < 30 ? i : 30); if (s > best) best = s; subject = false; }      /* "since it bought": the first of the sentence */
  if ((w->slots & GZ_SLOT_SUBJ) && subject) { s = 65 - 8 * segments - near; if (s > best) best = s; }
  return best;
}

size_t gz_role_find(const gz_want *w)
{
  size_t best = GZ_NO_EVENT;
  int best_score = 0;
  for (size_t i = 0; i < w->c->count; i++) {
    const gz_event *e = &w->c->ev[i];
    if (!gz_party_fits(w, e) || w->a->entities[e->ref].id == w->not_id) continue;
    if (w->is_target && (w->kind == LEX_DEAL_CUES_KIND_ACQUIRE || w->kind == LEX_DEAL_CUES_KIND_SELL) && names_a_thing(w->a, w->c, w->cue, i)) continue;
    int s = score(w, i);
    if (s > 20 && (w->a->entities[e->ref].type == GZ_PLACE || (w->a->entities[e->ref].type == GZ_PRODUCT && w->kind == LEX_DEAL_CUES_KIND_INVEST))) s -= 20;      /* 德国线束厂X: the company rather than the place */
    if (s > best_score || (s == best_score && s > 0 && i < w->cue)) { best_score = s; best = i; }
  }
  return best;
}
