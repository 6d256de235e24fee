/* What the two halves of the grammar of dates share (date_parts.c: words and the whole; date_numbers.c: numbers). Not for others. */
#ifndef GZ_DATE_PARTS_H
#define GZ_DATE_PARTS_H
#include "find/date_int.h"

enum glue { NONE, SPACE, COMMA, WORD, JOIN, DOT };          /* what stands between two parts; WORD: of, 的, de; JOIN: a hyphen or slash */

#define K GZ_DK
#define UNIT_KINDS K(UNIT)
#define ANY_YEAR (GZ_HAS_YEAR | GZ_HAS_YREL | GZ_HAS_DECADE | GZ_HAS_CENTURY | GZ_HAS_DECREL | GZ_HAS_CENTREL)
#define SUBYEAR (GZ_HAS_MONTH | GZ_HAS_MREL | GZ_HAS_QUARTER | GZ_HAS_QREL | GZ_HAS_HALF | GZ_HAS_SEASON | GZ_HAS_HOLIDAY | GZ_HAS_MONTHS)
#define ANY_DAY (GZ_HAS_DAY | GZ_HAS_DREL)

static inline bool plausible_year(int v) { return v >= 1000 && v <= 2199; }

size_t gz_date_skip_glue(gz_date_iter *it, size_t pos, enum glue *how);       /* behind what may stand between two parts */
bool gz_date_conn(gz_date_iter *it, size_t pos, bool between, uint32_t *end); /* a range connector: where what follows starts */
bool gz_date_inside_number(gz_date_iter *it, size_t pos);
bool gz_date_year_ends(gz_view text, size_t end);
bool gz_date_month_follows(gz_date_iter *it, size_t pos);
bool gz_date_year_follows(gz_date_iter *it, size_t pos);
size_t gz_date_past_suffix(gz_date_iter *it, size_t end);
int gz_date_two_digit_year(gz_date_iter *it, int yy);
bool gz_date_set_year(gz_said *s, int year, uint32_t end);
bool gz_date_number_part(gz_date_iter *it, gz_said *s, size_t pos, enum glue g);

#endif
