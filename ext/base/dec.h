/* Exact decimals: (-1)^neg * m * 10^e. Sums of money are computed in these, never in binary floating point.
** More than 19 significant digits are cut and `inexact` is set. */
#ifndef GZ_DEC_H
#define GZ_DEC_H
#include "base/view.h"

typedef struct gz_dec {
  uint64_t m;
  int16_t e;
  bool neg;
  bool inexact;
} gz_dec;

gz_dec gz_dec_int(int64_t v);
void gz_dec_push(gz_dec *d, int digit);                 /* append a digit 0..9 */
gz_dec gz_dec_shift(gz_dec d, int power);               /* d * 10^power */
gz_dec gz_dec_add(gz_dec a, gz_dec b);
gz_dec gz_dec_sub(gz_dec a, gz_dec b);
gz_dec gz_dec_mul(gz_dec a, gz_dec b);
gz_dec gz_dec_half(gz_dec a);                           /* a / 2, exact in decimal */
int gz_dec_cmp(gz_dec a, gz_dec b);                     /* -1, 0, 1 */
gz_dec gz_dec_norm(gz_dec d);                           /* no trailing zeros in m */
bool gz_dec_to_int64(gz_dec d, int64_t *out);           /* true when whole and in range */
double gz_dec_to_double(gz_dec d);                      /* correctly rounded */
size_t gz_dec_print(gz_dec d, char *out, size_t cap);   /* plain decimal or with exponent; returns its length */
static inline bool gz_dec_zero(gz_dec d) { return d.m == 0; }

#endif
