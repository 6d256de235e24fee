/* The subject of earlier sentences, for sums and deals whose own sentence names nobody. Sentences that state nothing are not read when they
** are passed; the first that asks has them read, back to where somebody is found, and what was found is kept. Uses the clauses. */
#include "find/clause.h"

/* First mention of a layer at or behind pos. */
#define SEEK(index, count, items, field, pos)                                          \
  do {                                                                                 \
    size_t lo = 0, hi = a->count;                                                      \
    while (lo < hi) { size_t mid = (lo + hi) / 2; if (a->items[mid] field.start < (pos)) lo = mid + 1; else hi = mid; } \
    it->index = lo;                                                                    \
  } while (0)

/* Begins with one sentence, and gives nothing but what it consists of, read. */
static void begin_at(gz_clause_iter *it, const gz_analysis *a, size_t sentence)
{
  gz_clause_begin(it, a, NULL);
  it->sentence = it->last = sentence;
  uint32_t pos = a->sentences[sentence].start;
  SEEK(money, money_count, money, .span, pos);
  SEEK(quantity, quantity_count, quantities, .span, pos);
  SEEK(date, date_count, dates, .span, pos);
  SEEK(entity, entity_count, entities, .span, pos);
}

void gz_subject_pass(gz_subject *s, const gz_analysis *a, const gz_clause *c, gz_subject_find *find)
{
  if (c->unread) return;
  uint32_t who = find(a, c);
  if (who != GZ_NO_SUBJECT) s->who = who;
  else if (s->from < c->sentence) return;                  /* others before it are to be asked yet */
  s->from = c->sentence + 1;
}

uint32_t gz_subject_before(gz_subject *s, const gz_analysis *a, size_t sentence, gz_subject_find *find)
{
  uint32_t who = GZ_NO_SUBJECT;
  for (size_t k = sentence; who == GZ_NO_SUBJECT && k-- > s->from;) {
    gz_clause_iter it;
    gz_clause c;
    begin_at(&it, a, k);
    while (gz_clause_next(&it, &c)) {
      uint32_t x = find(a, &c);
      if (x != GZ_NO_SUBJECT) who = x;
    }
  }
  if (who != GZ_NO_SUBJECT) s->who = who;
  if (s->from < sentence) s->from = sentence;
  return s->who;
}
