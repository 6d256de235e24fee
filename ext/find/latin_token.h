/* A word of a run of capitals, and what is known of it (floor-internal; see discover_latin.c). */
#ifndef GZ_LATIN_TOKEN_H
#define GZ_LATIN_TOKEN_H
#include "find/discover.h"
#include "find/latin_words.h"

typedef struct gz_latin_token {
  gz_span span;
  uint32_t roles;
  bool cap, allcaps, initial, given, surname, common, dotted, owns;   /* owns: 's follows */
} gz_latin_token;

bool gz_latin_letter(uint32_t cp);
/* Reads the word at *pos: letters, digits, inner apostrophes, hyphens and ampersands; U.S. with its dots. */
void gz_latin_read(gz_view text, size_t *pos, gz_latin_token *t);
/* Fills in what the lists say of it. */
void gz_latin_look_up(gz_view text, gz_latin_token *t);

static inline uint32_t gz_latin_roles_of(gz_view v) { return gz_latin_roles(gz_latin_word(v)); }
static inline uint32_t gz_latin_peek(gz_view t, size_t pos) { return pos < t.n ? gz_utf8_next(t.p, t.n, &pos) : 0; }

#endif
