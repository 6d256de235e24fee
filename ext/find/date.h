/* Dates in a text, as EDTF (ISO 8601-2) with real first and last days. A pull iterator: no allocation, linear. */
#ifndef GZ_DATE_H
#define GZ_DATE_H
#include "base/status.h"
#include "find/text_lang.h"

#define GZ_NO_DAY INT32_MIN

enum gz_precision { GZ_PRECISION_YEAR, GZ_PRECISION_HALF, GZ_PRECISION_QUARTER, GZ_PRECISION_MONTH, GZ_PRECISION_DAY, GZ_PRECISION_TIME };

typedef struct gz_date {
  gz_span span;
  char edtf[64];             /* "" for NULL */
  int32_t first, last;       /* days since 1970-01-01, or GZ_NO_DAY */
  uint8_t precision;         /* enum gz_precision */
  bool relative;             /* needs the anchor */
} gz_date;

/* The document's own date: EDTF, possibly with unknown parts (XXXX-06-17T08:21). */
typedef struct gz_anchor { int year, month, day; bool known; } gz_anchor;     /* 0 = unknown part */

bool gz_anchor_parse(gz_view edtf, gz_anchor *out);        /* false when it is no EDTF date; *out is then unknown */

typedef struct gz_date_iter {
  gz_view text;
  gz_anchor anchor;
  char region[4];
  size_t pos;
  /* what was learnt on the way */
  gz_lang_memo lang;
  const unsigned char *heads; /* of the text (find/heads.h), or NULL */
  int8_t day_first;          /* order of 10/4/2023: 0 not yet known, 1 day first, -1 month first */
  struct gz_date_memo { uint32_t at, n; struct { uint32_t end, value; } hits[6]; } memo[8];     /* words of places looked at lately (at: place + 1) */
  int era, first_year;       /* the era or century of the first date of a range and its year, while the second is read */
  uint32_t last_end;         /* end of the last date that said its year, and that year; 0 for none */
  int last_year, last_month;
} gz_date_iter;

void gz_date_begin(gz_date_iter *it, gz_view text, gz_anchor anchor, gz_view region);
bool gz_date_next(gz_date_iter *it, gz_date *out);

const char *gz_precision_name(unsigned precision);
/* first and last real day of an EDTF date or interval; GZ_NO_DAY when unknown. false when malformed. */
bool gz_edtf_days(gz_view edtf, int32_t *first, int32_t *last);
/* YYYY-MM-DD of a day number into out[16]. */
void gz_day_print(int32_t day, char *out);

#endif
