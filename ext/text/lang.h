/* The language of a text: BCP 47 tag and how sure. Plain tables, no allocation. */
#ifndef GZ_LANG_H
#define GZ_LANG_H
#include <stddef.h>

typedef struct gz_lang_result {
  char tag[12];          /* "en", "zh-Hans", "sr-Cyrl", ...; "und" when it cannot be told */
  double confidence;     /* 0..1 */
  double share;          /* of the letters, 0..1 (gz_lang_shares) */
} gz_lang_result;

void gz_lang_detect(const char *text, size_t n, gz_lang_result *out);
int gz_lang_shares(const char *text, size_t n, gz_lang_result *out, int max);   /* largest first; returns how many */
void gz_lang_line(const char *text, size_t n, gz_lang_result *out);             /* a short piece: one sentence or line */

#endif
