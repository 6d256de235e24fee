/* Exact decimal arithmetic on a 64-bit mantissa and a decimal exponent. Plain C; the one conversion to double goes through
** strtod on "<digits>e<exponent>", which has no decimal point and so does not depend on the locale. */
#include "base/dec.h"
#include <stdio.h>
#include <stdlib.h>

#define M_MAX UINT64_MAX
#define E_LIMIT 4000

gz_dec gz_dec_int(int64_t v)
{
  gz_dec d = {v < 0 ? (uint64_t)0 - (uint64_t)v : (uint64_t)v, 0, v < 0, false};
  return d;
}

static int16_t clamp_e(long e)
{
  return (int16_t)(e > E_LIMIT ? E_LIMIT : e < -E_LIMIT ? -E_LIMIT : e);
}

void gz_dec_push(gz_dec *d, int digit)
{
  if (d->m > (M_MAX - 9) / 10) {       /* full: the digit only counts as a place */
    if (digit) d->inexact = true;
    d->e = clamp_e((long)d->e + 1);
    return;
  }
  d->m = d->m * 10 + (uint64_t)digit;
}

gz_dec gz_dec_norm(gz_dec d)
{
  if (d.m == 0) { d.e = 0; d.neg = false; return d; }
  while (d.m % 10 == 0) { d.m /= 10; d.e = clamp_e((long)d.e + 1); }
  return d;
}

gz_dec gz_dec_shift(gz_dec d, int power)
{
  if (d.m) d.e = clamp_e((long)d.e + power);
  return d;
}

/* Brings both to one exponent, dropping low digits only when they cannot be held. */
static void align(gz_dec *a, gz_dec *b)
{
  if (a->m == 0) { a->e = b->e; return; }
  if (b->m == 0) { b->e = a->e; return; }
  gz_dec *hi = a->e >= b->e ? a : b, *lo = a->e >= b->e ? b : a;
  while (hi->e > lo->e && hi->m <= M_MAX / 20) { hi->m *= 10; hi->e--; }
  while (lo->e < hi->e) { if (lo->m % 10) lo->inexact = true; lo->m /= 10; lo->e++; }
}

gz_dec gz_dec_add(gz_dec a, gz_dec b)
{
  align(&a, &b);
  gz_dec r = {0, a.e, false, a.inexact || b.inexact};
  if (a.neg == b.neg) {
    while (a.m > M_MAX - b.m) { a.m /= 10; b.m /= 10; r.e = clamp_e((long)r.e + 1); r.inexact = true; }
    r.m = a.m + b.m;
    r.neg = a.neg;
  } else if (a.m >= b.m) { r.m = a.m - b.m; r.neg = a.neg; }
  else { r.m = b.m - a.m; r.neg = b.neg; }
  return gz_dec_norm(r);
}

gz_dec gz_dec_sub(gz_dec a, gz_dec b)
{
  b.neg = !b.neg;
  return gz_dec_add(a, b);
}

gz_dec gz_dec_mul(gz_dec a, gz_dec b)
{
  a = gz_dec_norm(a);
  b = gz_dec_norm(b);
  gz_dec r = {0, 0, a.neg != b.neg, a.inexact || b.inexact};
  if (a.m == 0 || b.m == 0) return r;
  long e = (long)a.e + b.e;
  while (a.m > M_MAX / b.m) {          /* drop digits of the longer until the product fits */
    uint64_t *longer = a.m > b.m ? &a.m : &b.m;
    if (*longer % 10) r.inexact = true;
    *longer /= 10;
    e++;
  }
  r.m = a.m * b.m;
  r.e = clamp_e(e);
  return gz_dec_norm(r);
}

gz_dec gz_dec_half(gz_dec a)
{
  gz_dec five = {5, -1, false, false};
  return gz_dec_mul(a, five);
}

int gz_dec_cmp(gz_dec a, gz_dec b)
{
  gz_dec d = gz_dec_sub(a, b);
  return d.m == 0 ? 0 : d.neg ? -1 : 1;
}

bool gz_dec_to_int64(gz_dec d, int64_t *out)
{
  d = gz_dec_norm(d);
  if (d.m == 0) { *out = 0; return true; }
  if (d.e < 0) return false;
  while (d.e > 0) {
    if (d.m > (uint64_t)INT64_MAX / 10) return false;
    d.m *= 10;
    d.e--;
  }
  if (d.m > (uint64_t)INT64_MAX) return false;
  *out = d.neg ? -(int64_t)d.m : (int64_t)d.m;
  return true;
}

double gz_dec_to_double(gz_dec d)
{
  char z[48];
  snprintf(z, sizeof z, "%s%llue%d", d.neg ? "-" : "", (unsigned long long)d.m, (int)d.e);
  return strtod(z, NULL);
}

size_t gz_dec_print(gz_dec d, char *out, size_t cap)
{
  char digits[24];
  d = gz_dec_norm(d);
  int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)d.m);
  const char *sign = d.neg ? "-" : "";
  int w;
  if (d.e >= 0 && d.e <= 24) w = snprintf(out, cap, "%s%s%.*s", sign, digits, (int)d.e, "000000000000000000000000");
  else if (d.e < 0 && -d.e < n) w = snprintf(out, cap, "%s%.*s.%s", sign, n + d.e, digits, digits + n + d.e);
  else if (d.e < 0 && -d.e <= n + 8) w = snprintf(out, cap, "%s0.%.*s%s", sign, -d.e - n, "00000000", digits);
  else w = snprintf(out, cap, "%s%se%d", sign, digits, (int)d.e);
  if (w < 0) w = 0;
  return (size_t)w < cap ? (size_t)w : cap ? cap - 1 : 0;
}
