/* Date finder. See date.h. */
#include "find/date.h"
#include <stdio.h>
bool gz_anchor_parse(gz_view edtf, gz_anchor *out) { memset(out, 0, sizeof *out); return edtf.n == 0; }
void gz_date_begin(gz_date_iter *it, gz_view text, gz_anchor anchor, gz_view region)
{
  memset(it, 0, sizeof *it);
  it->text = text;
  it->anchor = anchor;
  if (region.n < sizeof it->region) memcpy(it->region, region.p, region.n);
}
bool gz_date_next(gz_date_iter *it, gz_date *out) { (void)it; (void)out; return false; }
const char *gz_precision_name(unsigned precision)
{
  static const char *const names[] = {"year", "half", "quarter", "month", "day", "time"};
  return precision < 6 ? names[precision] : "day";
}
bool gz_edtf_days(gz_view edtf, int32_t *first, int32_t *last) { (void)edtf; *first = *last = GZ_NO_DAY; return false; }
void gz_day_print(int32_t day, char *out) { (void)day; out[0] = 0; }
