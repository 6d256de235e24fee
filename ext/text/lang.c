/* The main language of a text and the shares of its languages.
** A text is read line by line; each line is tallied (lang_script.c, lang_score.c, lang_han.c) and judged alone, and votes with
** its letters times how sure it is. A menu's short lines and lines seen before vote little. Of a long text only windows at
** regular distances are read, so that cost does not grow with length. */
#include "text/lang_int.h"
#include "text/utf8.h"

static const struct { uint8_t script; char tag[12]; } single[] = {
  {GZ_SCRIPT_GREK, "el"}, {GZ_SCRIPT_ARMN, "hy"}, {GZ_SCRIPT_GEOR, "ka"}, {GZ_SCRIPT_GURU, "pa"}, {GZ_SCRIPT_GUJR, "gu"},
  {GZ_SCRIPT_ORYA, "or"}, {GZ_SCRIPT_TAML, "ta"}, {GZ_SCRIPT_TELU, "te"}, {GZ_SCRIPT_KNDA, "kn"}, {GZ_SCRIPT_MLYM, "ml"},
  {GZ_SCRIPT_SINH, "si"}, {GZ_SCRIPT_THAI, "th"}, {GZ_SCRIPT_LAOO, "lo"}, {GZ_SCRIPT_KHMR, "km"}, {GZ_SCRIPT_MYMR, "my"},
  {GZ_SCRIPT_HANG, "ko"}, {GZ_SCRIPT_THAA, "dv"}, {GZ_SCRIPT_CHER, "chr"}, {GZ_SCRIPT_CANS, "iu"}, {GZ_SCRIPT_SYRC, "syr"},
  {GZ_SCRIPT_MONG, "mn-Mong"}, {GZ_SCRIPT_OLCK, "sat"}, {GZ_SCRIPT_NKOO, "nqo"}, {GZ_SCRIPT_TFNG, "zgh"}, {GZ_SCRIPT_YIII, "ii"},
  {GZ_SCRIPT_VAII, "vai"}, {GZ_SCRIPT_ADLM, "ff-Adlm"}, {GZ_SCRIPT_LIMB, "lif"}, {GZ_SCRIPT_JAVA, "jv-Java"}, {GZ_SCRIPT_GOTH, "got"},
};
enum { SINGLES = sizeof single / sizeof *single, LANGS = GZ_LM_COLS + SINGLES };

const char *gz_lang_name(int lang)
{
  if (lang < 0) return "und";
  return lang < GZ_LM_COLS ? gz_lm_tag[lang] : single[lang - GZ_LM_COLS].tag;
}

/* How much a letter says, beside a Latin one. */
static uint32_t unit(unsigned script)
{
  switch (script) {
    case GZ_SCRIPT_LATN: return 1;
    case GZ_SCRIPT_HANI: case GZ_SCRIPT_HIRA: case GZ_SCRIPT_KANA: case GZ_SCRIPT_HANG: case GZ_SCRIPT_YIII: return 4;
    default: return 2;
  }
}

/* e^-x for x >= 0, near enough for a share of votes; no libm. */
static float fade(float x)
{
  float y = x < 200 ? 1 - x / 256 : 0;
  for (int i = 0; i < 8; i++) y *= y;
  return y;
}

static gz_lang_verdict judge_group(const gz_lang_tally *t, int g, uint32_t letters)
{
  int first = gz_lm_first[g], count = gz_lm_count[g], best = first, second = -1;
  int32_t s[GZ_LM_COLS];
  for (int i = first; i < first + count; i++) s[i] = t->score[i] + gz_lm_prior[i];
  for (int i = first + 1; i < first + count; i++) {
    if (s[i] > s[best]) { second = best; best = i; }
    else if (second < 0 || s[i] > s[second]) second = i;
  }
  gz_lang_verdict v = {best, second, 0, letters};
  float sum = 0;
  for (int i = first; i < first + count; i++) sum += fade((float)(s[best] - s[i]) / 40.0f);
  v.sure = t->score[best] > 0 ? 1 / sum : 0;
  return v;
}

gz_lang_verdict gz_lang_judge(const gz_lang_tally *t)
{
  uint32_t most = 0, cjk = 4 * (t->letters[GZ_SCRIPT_HANI] + t->letters[GZ_SCRIPT_HIRA] + t->letters[GZ_SCRIPT_KANA]);
  unsigned top = 0;
  for (unsigned s = 2; s < GZ_SCRIPT_COUNT; s++) {
    if (!t->letters[s] || s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA) continue;
    uint32_t w = s == GZ_SCRIPT_HANI ? cjk : t->letters[s] * unit(s);
    if (w > most) { most = w; top = s; }
  }
  if (cjk > most) { most = cjk; top = GZ_SCRIPT_HANI; }
  gz_lang_verdict v = {-1, -1, 0, 0};
  if (!top) return v;
  if (top == GZ_SCRIPT_HANI) {
    if (t->letters[GZ_SCRIPT_HANG] * 4 > cjk / 4) top = GZ_SCRIPT_HANG;
    else return gz_lang_judge_han(t);
  }
  int g = gz_lm_script_group[top];
  if (g) return judge_group(t, g, most);
  for (int i = 0; i < SINGLES; i++)
    if (single[i].script == top) { v.lang = GZ_LM_COLS + i; v.sure = 0.99f; v.weight = most; }
  return v;
}

static void tally_piece(const char *text, size_t n, gz_lang_tally *t)
{
  gz_lang_reader r;
  memset(t, 0, sizeof *t);
  r.text = text; r.n = n; r.pos = 0;
  while (gz_lang_next(&r, t)) gz_lang_word(t, &r.tok);
}

static void answer(gz_lang_result *out, int lang, double sure, double share)
{
  const char *z = gz_lang_name(lang);
  memset(out, 0, sizeof *out);
  memcpy(out->tag, z, strlen(z));
  out->confidence = lang < 0 ? 0 : sure;
  out->share = share;
}

void gz_lang_line(const char *text, size_t n, gz_lang_result *out)
{
  gz_lang_tally t;
  tally_piece(text, n, &t);
  gz_lang_verdict v = gz_lang_judge(&t);
  answer(out, v.lang, (double)v.sure, v.lang >= 0);
}

enum { WINDOW = 256, WINDOWS = 8 };

static void vote(const char *text, size_t n, float *votes)
{
  for (size_t p = 0; p < n;) {
    const char *e = memchr(text + p, '\n', n - p);
    size_t stop = e ? (size_t)(e - text) : n;
    if (stop - p > 2 * WINDOW) {
      stop = p + WINDOW;
      while (stop < n && ((unsigned char)text[stop] > ' ' ) && stop < p + 2 * WINDOW) stop++;
    }
    gz_lang_tally t;
    tally_piece(text + p, stop - p, &t);
    gz_lang_verdict v = gz_lang_judge(&t);
    if (v.lang >= 0) {
      float w = (float)v.weight;
      if (v.weight < 30) w *= 0.3f;
      votes[v.lang] += w * v.sure;
      if (v.second >= 0) votes[v.second] += w * (1 - v.sure) * 0.5f;
    }
    p = stop < n ? stop + (text[stop] == '\n') : n;
  }
}

static void collect(const char *text, size_t n, float *votes)
{
  if (n <= (size_t)WINDOW * WINDOWS * 2) { vote(text, n, votes); return; }
  for (size_t k = 0; k < WINDOWS; k++) {
    size_t p = (n - WINDOW) / (WINDOWS - 1) * k, e = p + WINDOW;
    while (p > 0 && p < n && (unsigned char)text[p] > ' ' && p + WINDOW / 2 < e) p++;
    while (p < n && ((unsigned char)text[p] & 0xC0) == 0x80) p++;
    if (e > n) e = n;
    while (e > p && e < n && ((unsigned char)text[e] & 0xC0) == 0x80) e--;
    if (p < e) vote(text + p, e - p, votes);
  }
}

void gz_lang_detect(const char *text, size_t n, gz_lang_result *out)
{
  gz_lang_shares(text, n, out, 1);
  if (!out->tag[0]) answer(out, -1, 0, 0);
}

int gz_lang_shares(const char *text, size_t n, gz_lang_result *out, int max)
{
  float votes[LANGS] = {0}, sum = 0;
  if (max < 1) return 0;
  memset(out, 0, sizeof *out);
  collect(text, n, votes);
  for (int i = 0; i < LANGS; i++) sum += votes[i];
  int k = 0;
  while (k < max && sum > 0) {
    int best = 0;
    for (int i = 1; i < LANGS; i++) if (votes[i] > votes[best]) best = i;
    if (votes[best] <= 0 || (k && votes[best] < sum * 0.02f)) break;
    answer(&out[k++], best, (double)(votes[best] / sum), (double)(votes[best] / sum));
    votes[best] = 0;
  }
  return k;
}
