/* The sum under construction (see numeral_int.h): plain exact arithmetic, no text. */
#include "find/numeral_int.h"

void gz_num_sum_clear(gz_num_sum *s) { memset(s, 0, sizeof *s); }

gz_dec gz_num_sum_value(const gz_num_sum *s)
{
  gz_dec v = s->cur;
  for (int i = 0; i < s->n; i++) v = gz_dec_add(v, s->part[i]);
  return v;
}

int gz_num_sum_room(const gz_num_sum *s) { return s->n ? s->mag[s->n - 1] : 127; }

bool gz_num_sum_close(gz_num_sum *s, int power, bool all, gz_dec factor)
{
  gz_dec sum = s->has_cur ? s->cur : gz_dec_int(0);
  int n = s->n;
  bool any = s->has_cur;
  int size = power;
  if (all && power >= 6 && !s->has_cur && n > 0 && s->mag[n - 1] == 3) size = power + 3;        /* dos mil millones: smaller millions may follow */
  if (all) for (; n > 0 && s->mag[n - 1] < power; n--) { sum = gz_dec_add(sum, s->part[n - 1]); any = true; }
  if (n > 0 && s->mag[n - 1] <= size) return false;
  if (n >= GZ_NUM_PARTS) return false;
  s->part[n] = gz_dec_mul(any ? sum : gz_dec_int(1), factor);
  s->mag[n] = size;
  s->n = n + 1;
  s->cur = gz_dec_int(0);
  s->has_cur = false;
  return true;
}
