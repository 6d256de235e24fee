/* Which lines of a text are English (floor-internal; see line_lang.c). All zero to begin with. */
#ifndef GZ_LINE_LANG_H
#define GZ_LINE_LANG_H
#include "base/view.h"

typedef struct gz_line_lang {
  gz_span judged;                /* stretch of text whose language was looked at, */
  bool foreign;                  /* and what came out */
  unsigned abroad, home;         /* lines judged so far: not English, English */
  unsigned passed;               /* lines taken for English without a look, since most were */
} gz_line_lang;

/* Are the small words of the line around pos mostly none of English? */
bool gz_line_foreign(gz_line_lang *l, gz_view t, uint32_t pos);
/* The same where it is known already. */
static inline bool gz_line_known_foreign(const gz_line_lang *l, uint32_t pos) { return l->foreign && pos >= l->judged.start && pos < l->judged.end; }

#endif
