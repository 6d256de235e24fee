/* The main language of a text and the shares of its languages.
** A text is read line by line; each line is tallied (lang_script.c, lang_score.c, lang_han.c) and judged alone, and votes with
** its letters times how sure it is. A menu's short lines and lines seen before vote little. Of a long text only windows at
** regular distances are read, so that cost does not grow with length. */
#include "text/lang_int.h"
#include "base/watch.h"
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

enum { HEAT = 40 };        /* the model is trained under a temperature of 2.5, in sixteenths */

static gz_lang_verdict judge_group(const gz_lang_tally *t, int g, uint32_t letters)
{
  int first = gz_lm_first[g], end = first + gz_lm_count[g], best = -1, second = -1;
  int32_t most = INT32_MIN, next = INT32_MIN;
  for (int i = first; i < end; i++) {
    int32_t s = t->score[i] + gz_lm_prior[i];
    if (s <= next) continue;
    if (s > most) { second = best; next = most; best = i; most = s; }
    else { second = i; next = s; }
  }
  gz_lang_verdict v = {best, second, 0, letters};
  float sum = 1;
  if (second >= 0 && most - next < 8 * HEAT)
    for (int i = first; i < end; i++) {
      int32_t behind = most - t->score[i] - gz_lm_prior[i];
      if (behind < 8 * HEAT && i != best) sum += fade((float)behind / (float)HEAT);
    }
  v.sure = t->score[best] > 0 ? 1 / sum : 0;
  return v;
}

gz_lang_verdict gz_lang_judge(gz_lang_tally *t, const char *text, size_t n)
{
  uint32_t most = 0, cjk = 4 * (t->letters[GZ_SCRIPT_HANI] + t->letters[GZ_SCRIPT_HIRA] + t->letters[GZ_SCRIPT_KANA]);
  unsigned top = 0;
  for (unsigned s = 2; s < GZ_SCRIPT_COUNT; s++) {
    const uint32_t *l = t->letters + s;
    if (s + 8 <= GZ_SCRIPT_COUNT && !(l[0] | l[1] | l[2] | l[3] | l[4] | l[5] | l[6] | l[7])) { s += 7; continue; }
    if (!t->letters[s] || s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA) continue;
    uint32_t w = s == GZ_SCRIPT_HANI ? cjk : t->letters[s] * unit(s);
    if (w > most) { most = w; top = s; }
  }
  if (cjk > most) { most = cjk; top = GZ_SCRIPT_HANI; }
  gz_lang_verdict v = {-1, -1, 0, 0};
  if (!top) return v;
  if (top == GZ_SCRIPT_HANI) {
    if (t->letters[GZ_SCRIPT_HANG] * 4 > cjk / 4) top = GZ_SCRIPT_HANG;
    else return gz_lang_judge_han(t, text, n);
  }
  if (t->letters[top] < 2 && unit(top) < 4) return v;      /* one letter is a sign of something, in no language */
  int g = gz_lm_script_group[top];
  if (g) return judge_group(t, g, most);
  for (int i = 0; i < SINGLES; i++)
    if (single[i].script == top) { v.lang = GZ_LM_COLS + i; v.sure = 0.99f; v.weight = most; }
  return v;
}

/* Once FIRST letters were looked up, every MORE letters: is one language FAR ahead of all others? The rest of the piece is then only
** counted. Close languages never are far apart. */
enum { FIRST = 16, MORE = 6, FAR = 500 };

static void tally_piece(const char *text, size_t n, gz_lang_tally *t)
{
  gz_lang_reader r;
  memset(t, 0, sizeof *t);
  r.text = text; r.n = n; r.pos = 0; r.twins = false;
  uint32_t next = FIRST;
  while (gz_lang_next(&r, t)) {
    if (t->scored >= next) {
      if (gz_lang_ahead(t, FAR)) { gz_lang_count_rest(&r, t); break; }
      next = t->scored + MORE;
    }
    gz_lang_word(t, &r.tok);
  }
  gz_lang_settle(t);
}

static gz_lang_verdict judge_piece(const char *text, size_t n)
{
  gz_lang_tally t;
  tally_piece(text, n, &t);
  gz_lang_verdict v = gz_lang_judge(&t, text, n);
  gz_lang_second_look(text, n, &v);
  gz_lang_doubt_names(text, n, &v);
  return v;
}

/* Below UNSURE no language is named; Han always is one. */
static const double UNSURE = 0.12;

static void answer(gz_lang_result *out, int lang, double sure, uint32_t weight, bool poll, double share)
{
  const char *z = gz_lang_name(sure < UNSURE ? -1 : lang);
  memset(out, 0, sizeof *out);
  memcpy(out->tag, z, strlen(z));
  out->confidence = lang < 0 || sure < UNSURE ? 0 : gz_lang_trust(sure, weight, poll);
  out->share = share;
}

void gz_lang_line(const char *text, size_t n, gz_lang_result *out)
{
  gz_lang_verdict v = judge_piece(text, n);
  answer(out, v.lang, (double)v.sure, v.weight, false, v.lang >= 0);
}

/* The main language of a text longer than WHOLE bytes is read in windows at regular distances, the first EARLY of them spread over all
** of it; after those it is enough when CLEAR of the weight is for one language. For the shares a text is read whole up to a length that
** few articles have, in wide windows beyond, and its lines are cut where their script changes (lang_cut.c). A long line is judged
** in pieces. */
enum { PIECE = 320, EARLY = 6 };
typedef struct plan { size_t whole, window, windows; bool shares; } plan;
static const plan for_main = {2000, 128, 20, false}, for_shares = {65536, 1024, 64, true};
static const float CLEAR = 0.85f;

/* What the pieces of a text said, and which short lines stood in it. */
enum { SEEN = 256, LINE = 120 };
typedef struct poll {
  float votes[LANGS];       /* weight times how sure */
  float weight[LANGS];      /* of the pieces for which a language came first */
  float longest[LANGS];     /* the largest of those, if sure of itself */
  float all;
  uint32_t seen[SEEN];      /* by their hash */
} poll;

/* Did this short line stand above? A menu or a share line that returns says little more than once. */
static bool again(const char *line, size_t n, poll *all)
{
  uint32_t h = 2166136261u;
  if (n > LINE) return false;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)line[i]) * 16777619u;
  uint32_t *place = &all->seen[(h ^ h >> 15) & (SEEN - 1)];
  bool was = *place == h;
  *place = h;
  return was;
}

static void vote(const char *text, size_t n, bool shares, poll *all)
{
  size_t stretch = 0;        /* its end */
  for (size_t p = 0; p < n;) {
    const char *e = memchr(text + p, '\n', n - p);
    size_t stop = e ? (size_t)(e - text) : n;
    if (shares) {
      if (p >= stretch) stretch = p + gz_lang_stretch(text + p, stop - p);
      if (stop > stretch) stop = stretch;
    }
    if (stop - p > PIECE) {
      size_t end = stop;
      stop = p + PIECE / 2;
      while (stop < end && (unsigned char)text[stop] > ' ' && stop < p + PIECE) stop++;
      while (stop < end && ((unsigned char)text[stop] & 0xC0) == 0x80) stop++;
    }
    gz_lang_verdict v = judge_piece(text + p, stop - p);
    if (v.lang >= 0) {
      float w = (float)v.weight;
      if (v.weight < 30 || (!shares && again(text + p, stop - p, all))) w *= 0.3f;
      all->all += w;
      all->weight[v.lang] += w;
      all->votes[v.lang] += w * v.sure;
      if (v.second >= 0) all->votes[v.second] += w * (v.sure < (1 - v.sure) * 0.5f ? v.sure : (1 - v.sure) * 0.5f);
      if (v.sure > 0.9f && w > all->longest[v.lang]) all->longest[v.lang] = w;
    }
    p = stop < n ? stop + (text[stop] == '\n') : n;
  }
}

static bool clear(const poll *all)
{
  for (int i = 0; i < LANGS; i++) if (all->votes[i] > CLEAR * all->all) return true;
  return false;
}

static void collect(const char *text, size_t n, const plan *how, poll *all)
{
  if (n <= how->whole) { vote(text, n, how->shares, all); return; }
  const size_t window = how->window;
  size_t count = n / window < how->windows ? n / window : how->windows, step = 7;
  while (count % step == 0 && step > 1) step -= 2;      /* no common divisor: every window comes once */
  for (size_t k = 0, due = 64 * 128; k < count; k++) {
    if (k * window >= due) { due += 64 * 128; if (gz_watch_stopped()) return; }
    size_t p = (n - window) / (count - 1) * (k * step % count), e = p + window;
    if (p) while (p + window / 2 < e && (unsigned char)text[p] > ' ' && (unsigned char)text[p] < 0xE3) p++;      /* not in the middle of a word */
    while (p < e && p < n && ((unsigned char)text[p] & 0xC0) == 0x80) p++;
    while (e < n && e > p && ((unsigned char)text[e] & 0xC0) == 0x80) e--;
    if (e < n && (unsigned char)text[e] < 128) while (e > p + window / 2 && (unsigned char)text[e] > ' ') e--;
    if (p >= e) continue;      /* nothing but continuation bytes here */
    vote(text + p, e - p, how->shares, all);
    if (k + 1 >= EARLY && !how->shares && clear(all)) return;
  }
}

static int first_of(const float *votes)
{
  int best = 0;
  for (int i = 1; i < LANGS; i++) if (votes[i] > votes[best]) best = i;
  return best;
}

void gz_lang_detect(const char *text, size_t n, gz_lang_result *out)
{
  if (n <= PIECE && !memchr(text, '\n', n)) {      /* one vote decides */
    gz_lang_verdict v = judge_piece(text, n);
    answer(out, v.lang, (double)v.sure, v.weight, false, v.lang >= 0);
    return;
  }
  poll all = {0};
  collect(text, n, &for_main, &all);
  int best = all.all > 0 ? first_of(all.votes) : -1;
  answer(out, best, best < 0 ? 0 : (double)(all.votes[best] / all.all), 0, true, best >= 0);
}

/* A language with less of the votes than PART is one of the text's only for a passage of so many letters that are sure of themselves. */
static const float PART = 0.02f, PASSAGE = 48;

int gz_lang_shares(const char *text, size_t n, gz_lang_result *out, int max)
{
  poll all = {0};
  float sum = 0;
  int k = 0;
  collect(text, n, &for_shares, &all);
  for (int i = 0; i < LANGS; i++) sum += all.votes[i];
  while (k < max && sum > 0) {
    int best = first_of(all.votes);
    float votes = all.votes[best], weight = all.weight[best];
    if (votes <= 0) break;
    all.votes[best] = 0;
    if (k && (weight <= 0 || (votes < sum * PART && all.longest[best] < PASSAGE))) continue;
    answer(&out[k++], best, (double)(weight > 0 ? votes / weight : votes / all.all), (uint32_t)weight, false, (double)(votes / sum));
  }
  return k;
}
