/* How much a decoded text looks like text. Higher is better; comparable between readings of the same bytes only. */
#ifndef GZ_SCORE_H
#define GZ_SCORE_H
#include "base/view.h"

double gz_score_text(gz_view text);

#endif
