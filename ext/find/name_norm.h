/* Names made comparable: what is left of a name once case, width, accents, punctuation, spaces, possessives, articles and
** legal forms are gone. Two names with the same key are taken for one (entity_of); name_match.c compares more loosely. */
#ifndef GZ_NAME_NORM_H
#define GZ_NAME_NORM_H
#include "base/view.h"

#define GZ_NAME_MAX 512          /* longer names have no key */
#define GZ_NAME_TOKENS 48

typedef struct gz_name_token { uint16_t at, n; } gz_name_token;      /* in text */

/* A name in words: letters and digits only, folded, accents gone; `&` and `+` are `and`. */
typedef struct gz_name_words {
  char text[GZ_NAME_MAX];
  gz_name_token token[GZ_NAME_TOKENS];
  unsigned count;
} gz_name_words;

bool gz_name_split(gz_view name, gz_name_words *out);      /* false when it is too long or has no letter */
/* Drops legal forms at both ends, an article, a possessive. Never drops everything. */
void gz_name_strip(gz_name_words *w);
/* The key: words without spaces after gz_name_strip; 0 when there is none. out[GZ_NAME_MAX], not terminated. */
size_t gz_name_key(gz_view name, char *out);
uint32_t gz_name_hash(const char *key, size_t n);

#endif
