/* Money finder. See money.h. */
#include "find/money_iter.h"

void gz_money_begin(gz_money_iter *it, gz_view text, gz_view region)
{
  memset(it, 0, sizeof *it);
  it->text = text;
  if (region.n < sizeof it->region) memcpy(it->region, region.p, region.n);
}
bool gz_money_next(gz_money_iter *it, gz_money *out) { (void)it; (void)out; return false; }

const char *gz_hedge_name(unsigned hedge)
{
  static const char *const names[] = {"exact", "about", "nearly", "over", "at_least", "under", "up_to", "range", "several"};
  return hedge < sizeof names / sizeof *names ? names[hedge] : "exact";
}
const char *gz_basis_name(unsigned basis)
{
  static const char *const names[] = {NULL, "code", "name", "symbol", "context", "default"};
  return basis < sizeof names / sizeof *names ? names[basis] : NULL;
}
bool gz_money_approx(const gz_money *m, gz_dec *out)
{
  if (m->has_low && m->has_high) *out = m->point ? m->low : gz_dec_half(gz_dec_add(m->low, m->high));
  else if (m->has_low) *out = m->low;
  else if (m->has_high) *out = m->high;
  else return false;
  return true;
}
bool gz_region_known(gz_view r) { return r.n == 2 && r.p[0] >= 'A' && r.p[0] <= 'Z' && r.p[1] >= 'A' && r.p[1] <= 'Z'; }
