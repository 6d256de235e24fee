/* Sums of money in a text. A pull iterator: no allocation, linear. See DESIGN "Money". */
#ifndef GZ_MONEY_H
#define GZ_MONEY_H
#include "base/dec.h"
#include "base/status.h"

enum gz_hedge { GZ_HEDGE_EXACT, GZ_HEDGE_ABOUT, GZ_HEDGE_NEARLY, GZ_HEDGE_OVER, GZ_HEDGE_AT_LEAST, GZ_HEDGE_UNDER, GZ_HEDGE_UP_TO, GZ_HEDGE_RANGE, GZ_HEDGE_SEVERAL };
enum gz_basis { GZ_BASIS_NONE, GZ_BASIS_CODE, GZ_BASIS_NAME, GZ_BASIS_SYMBOL, GZ_BASIS_CONTEXT, GZ_BASIS_DEFAULT };

typedef struct gz_money {
  gz_span span;              /* amount, currency and magnitude; hedges stay outside */
  gz_dec low, high;
  bool has_low, has_high;    /* false: open */
  bool point;                /* amount = low = high */
  char currency[4];          /* ISO 4217, "" for NULL */
  uint8_t basis;             /* enum gz_basis */
  uint8_t hedge;             /* enum gz_hedge */
  const char *per;           /* "year", "share", ... static; NULL for none */
  int32_t restates;          /* 0-based ordinal of the mention that this one restates, or -1 */
} gz_money;

typedef struct gz_money_iter gz_money_iter;      /* defined in money_iter.h: a plain struct that the caller owns */

const char *gz_hedge_name(unsigned hedge);       /* "exact", "at_least", ... */
const char *gz_basis_name(unsigned basis);       /* "code", ...; NULL for GZ_BASIS_NONE */
/* One number to sort and add by: the amount, else the midpoint, else the known bound; false when there is none. */
bool gz_money_approx(const gz_money *m, gz_dec *out);
/* A region code that money() and dates() know (US, TW, HK, JP, ...): two letters, ISO 3166-1. */
bool gz_region_known(gz_view region);

#endif
