/* How far an answer can be trusted: the model's share of belief made a frequency, and doubt of names.
** The model believes too much of short texts: few words, and those often of several languages. What answers of a given belief were worth
** on the suites is drawn as curves, one for a few words, one for a sentence, one for a text of many lines that voted.
** A text that is nothing but names (Hale & Orton, Marla Venn) is written so in any language, and the model knows no names: what it
** says of one counts by its letters, unless it says English, as names in news mostly are. */
#include "text/lang_int.h"
#include "text/utf8.h"

enum { NAMES = 3,           /* words of a text of names alone, at most */
       TOLD = 32,           /* letters of names that tell as much as a sentence */
       ACRONYM = 6,         /* letters without a small one among them that may be a name; more are a headline in capitals */
       SHORT = 16 };        /* letters of a few words */

static double along(const double (*curve)[2], double x)
{
  if (x <= 0) return 0;
  if (x > 1) x = 1;
  while (x > curve[1][0]) curve++;
  return curve[0][1] + (curve[1][1] - curve[0][1]) * (x - curve[0][0]) / (curve[1][0] - curve[0][0]);
}

double gz_lang_trust(double sure, uint32_t weight, bool poll)
{
  static const double polled[][2] = {{0, 0}, {0.35, 0.4}, {0.45, 0.65}, {0.55, 0.85}, {0.65, 0.93}, {0.75, 0.97}, {0.86, 0.985}, {1, 0.995}};
  static const double few[][2] = {{0, 0}, {0.35, 0.22}, {0.52, 0.48}, {0.65, 0.54}, {0.75, 0.68}, {0.85, 0.82}, {0.975, 0.87}, {0.995, 0.96}, {1, 0.98}};
  static const double more[][2] = {{0, 0}, {0.35, 0.33}, {0.53, 0.54}, {0.65, 0.6}, {0.75, 0.68}, {0.86, 0.84}, {0.93, 0.945}, {0.97, 0.98}, {1, 0.99}};
  return along(poll ? polled : weight < SHORT ? few : more, sure);
}

/* One to NAMES words with a capital each, all Latin. A single word that ends as a sentence does is one. */
static bool only_names(const char *text, size_t n)
{
  int words = 0, small = 0, letters = 0;
  bool inside = false, ended = false;
  for (size_t p = 0; p < n;) {
    uint32_t c = gz_utf8_next(text, n, &p);
    if (!gz_is_letter(c)) {
      if (c != '\'' && c != 0x2019 && c != '-') inside = false;
      if (c == '.' || c == '!' || c == '?') ended = true;
      else if (c > ' ') ended = false;
      continue;
    }
    if (gz_script_of(c) != GZ_SCRIPT_LATN) return false;
    bool capital = gz_fold(c) != c;
    if (!inside && (!capital || ++words > NAMES)) return false;
    small += !capital;
    letters++;
    inside = true;
    ended = false;
  }
  return words > 0 && !(words == 1 && ended) && (small || letters <= ACRONYM);
}

void gz_lang_doubt_names(const char *text, size_t n, gz_lang_verdict *v)
{
  if (v->lang < 0 || v->lang == GZ_LM_COL_EN || v->weight >= TOLD || !only_names(text, n)) return;
  v->sure *= (float)v->weight / TOLD;
}
