/* What the files of the language identifier share. A text is cut into lines, a line into words of one script; a word is
** looked up as character n-grams and as a whole in the model (build/gen/lang_model.c, made from ext/data/lang/model.bin). */
#ifndef GZ_LANG_INT_H
#define GZ_LANG_INT_H
#include "text/lang.h"
#include "text/lang_shape.h"
#include "text/uni.h"
#ifdef GZ_LANG_TRAIN
#define GZ_LM_COLS 1
extern const uint8_t gz_lm_script_group[];
#else
#include "lang_model.h"     /* generated: GZ_LM_COLS, the tables */
#endif

#ifndef GZ_LANG_TRAIN
extern const gz_lang_bucket gz_lm_bucket[];
extern const gz_lang_symbol gz_lm_symbol[][256];
extern const uint8_t gz_lm_evidence[16][16];      /* of a gain and a share, in sixteenths of a nat */
#endif

#define GZ_LANG_WORD 48     /* letters of a word that are looked at; longer ones are cut */

/* A word under construction: folded letters between two blanks, as the n-grams want it. */
typedef struct gz_lang_token {
  uint32_t at[GZ_LANG_WORD + 2];
  int n;                    /* letters */
  unsigned script;
} gz_lang_token;

/* What was counted in a piece of text. */
typedef struct gz_lang_tally {
  int32_t score[GZ_LM_COLS + 16];
  int16_t fresh[GZ_LM_COLS + 16];      /* what the last features gave, not yet in score */
  uint16_t wide[2 * GZ_LANG_DENSE];    /* what the last dense ones gave: half bytes times gain, not yet in fresh */
  int pending, wides;                  /* features in fresh and wide, those in wide */
  uint32_t letters[GZ_SCRIPT_COUNT];   /* all letters, by script */
  uint32_t scored;                     /* letters that went through the model */
  uint32_t hans, hant, shin, canto;    /* Han of one orthography only; Cantonese characters */
  uint32_t kanji;                      /* Han of everyday Japanese */
  uint32_t kana;                       /* kana other than の, which Chinese brands borrow */
} gz_lang_tally;

/* The key of an n-gram of up to four letters is exact; longer ones are hashed. */
static inline uint64_t gz_lang_key(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
  return ((uint64_t)(a & 0xFFFFu) << 48) | ((uint64_t)(b & 0xFFFFu) << 32) | ((uint64_t)(c & 0xFFFFu) << 16) | (d & 0xFFFFu);
}
static inline uint64_t gz_lang_mix(uint64_t h)
{
  h *= 0x9E3779B97F4A7C15u; h ^= h >> 32; h *= 0xBF58476D1CE4E5B9u;
  return h;
}
static inline uint64_t gz_lang_wordkey(const uint32_t *w, int n)
{
  uint64_t h = 0x243F6A8885A308D3u;
  for (int i = 0; i < n; i++) h = (h ^ w[i]) * 0x100000001B3u;
  return h | 1u << 15;      /* never the key of a short n-gram of letters by chance alone */
}

/* A text cut into words. */
typedef struct gz_lang_reader {
  const char *text;
  size_t n, pos;
  bool twins;               /* a Cyrillic word with Latin letters was met: such a text has whole words of them, too */
  gz_lang_token tok;
} gz_lang_reader;

/* The next word of a scored script, or false at the end; counts the letters of every script on the way. */
bool gz_lang_next(gz_lang_reader *r, gz_lang_tally *t);
/* Counts the letters of all that is left, as gz_lang_next would. */
void gz_lang_count_rest(gz_lang_reader *r, gz_lang_tally *t);

/* Counts one Han, hiragana or katakana letter. */
void gz_lang_han(gz_lang_tally *t, uint32_t c, unsigned script);

/* The language of what was tallied, of all that the identifier knows: an index for gz_lang_name; -1 = none. */
typedef struct gz_lang_verdict {
  int lang, second;
  float sure;               /* 0..1 */
  uint32_t weight;          /* letters, those of dense scripts counted several times */
} gz_lang_verdict;
gz_lang_verdict gz_lang_judge(gz_lang_tally *t, const char *text, size_t n);
gz_lang_verdict gz_lang_judge_han(gz_lang_tally *t, const char *text, size_t n);
const char *gz_lang_name(int lang);

/* Lowers what is said of a text that is nothing but names. */
void gz_lang_doubt_names(const char *text, size_t n, gz_lang_verdict *v);
/* How often an answer of this belief is right: on a piece of such a weight, or by a poll of pieces. */
double gz_lang_trust(double sure, uint32_t weight, bool poll);

/* Decides between close languages from the words of the text that was judged. */
void gz_lang_second_look(const char *text, size_t n, gz_lang_verdict *v);

/* Adds the evidence of one word. */
void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok);
/* Is one language ahead of all others by `far`, going by the last features? */
bool gz_lang_ahead(gz_lang_tally *t, int far);
/* Brings fresh up to date, or also score. */
void gz_lang_gather(gz_lang_tally *t);
void gz_lang_settle(gz_lang_tally *t);

/* How far a line goes before a long run of another kind of script begins. */
size_t gz_lang_stretch(const char *text, size_t n);

/* Adds the evidence of the first Han characters of a text and of their pairs. */
void gz_lang_pairs(gz_lang_tally *t, const char *text, size_t n);

#endif
