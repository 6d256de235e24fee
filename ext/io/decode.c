/* Charset. In order: what the caller says; a byte order mark; well-formed UTF-8; an escape-coded Japanese text; else candidates are
** compared: what the text declares, what ICU's detector names, and the usual charsets of ext/data/charsets.tsv. Each candidate
** decodes the same sample, and the reading is scored by how much of it real text consists of (common Han, kana, syllables, letters
** next to letters of their script) against what it does not (undecodable bytes, control characters, private use, capitals inside a word). */
#include "io/decode.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "io/score.h"
#include "lex_charsets.h"
#include "text/utf8.h"
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#define SAMPLE ((size_t)32768)
#define DECLARED_WITHIN ((size_t)2048)

typedef struct choice { char icu[48]; char label[32]; } choice;

static void copy_name(char *to, size_t cap, const char *from, size_t n)
{
  if (n >= cap) n = cap - 1;
  memcpy(to, from, n);
  to[n] = 0;
}

/* A converter of ICU. NULL: *s is GZ_ERROR when ICU knows none of that name, or GZ_NOMEM; ICU names a missing file when it had no memory for its
** table of names, which then says so itself. */
static UConverter *converter(const char *icu, gz_status *s)
{
  UErrorCode e = U_ZERO_ERROR, why = U_ZERO_ERROR;
  UConverter *u = ucnv_open(icu, &e);
  if (u && U_SUCCESS(e)) return u;
  if (e != U_MEMORY_ALLOCATION_ERROR) (void)ucnv_countAliases(icu, &why);
  *s = e == U_MEMORY_ALLOCATION_ERROR || why == U_MEMORY_ALLOCATION_ERROR ? GZ_NOMEM : GZ_ERROR;
  return NULL;
}

/* A charset by the name somebody gave it; GZ_ERROR when nobody knows it. */
static gz_status by_name(const char *name, choice *c)
{
  uint32_t hit;
  if (gz_trie_exact(&lex_charsets.trie, gz_view_cstr(name), &hit)) {
    const char *icu = lex_charsets_str(lex_charsets_rows[hit].icu), *label = lex_charsets_str(lex_charsets_rows[hit].label);
    copy_name(c->icu, sizeof c->icu, icu, strlen(icu));
    copy_name(c->label, sizeof c->label, label, strlen(label));
    return GZ_OK;
  }
  if (strlen(name) >= sizeof c->label) return GZ_ERROR;
  gz_status s = GZ_ERROR;
  UConverter *u = converter(name, &s);
  if (!u) return s;
  ucnv_close(u);
  copy_name(c->icu, sizeof c->icu, name, strlen(name));
  copy_name(c->label, sizeof c->label, name, strlen(name));
  return GZ_OK;
}

gz_status gz_charset_known(const char *charset)
{
  choice c;
  return !*charset ? GZ_OK : by_name(charset, &c);
}

static void count_bad(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t n, UConverterCallbackReason reason, UErrorCode *e)
{
  if (reason <= UCNV_IRREGULAR) ++*(int64_t *)(uintptr_t)context;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, args, bytes, n, reason, e);
}

/* Decodes with an ICU converter, chunk by chunk, into UTF-8. */
static gz_status convert(const char *icu, gz_view bytes, gz_buf *out, int64_t *bad)
{
  UErrorCode e = U_ZERO_ERROR;
  gz_status s = GZ_ERROR;
  UConverter *u = converter(icu, &s);
  if (!u) return s;
  ucnv_setToUCallBack(u, count_bad, bad, NULL, NULL, &e);
  const char *from = bytes.p, *end = bytes.p + bytes.n;
  UChar chunk[2048];
  uint32_t high = 0;
  size_t due = GZ_WATCH_STRIDE;
  do {
    UChar *to = chunk;
    if (gz_watch_at((size_t)(from - bytes.p), &due)) break;
    e = U_ZERO_ERROR;
    ucnv_toUnicode(u, &to, chunk + 2048, &from, end, NULL, true, &e);
    for (UChar *p = chunk; p < to; p++) {
      uint32_t c = *p;
      if (c >= 0xD800 && c < 0xDC00) { high = c; continue; }
      if (c >= 0xDC00 && c < 0xE000) { c = high ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD; }
      high = 0;
      if (c == 0) { c = 0xFFFD; ++*bad; }
      gz_buf_put_cp(out, c);
    }
  } while (e == U_BUFFER_OVERFLOW_ERROR && !out->failed);
  ucnv_close(u);
  if (out->failed || e == U_MEMORY_ALLOCATION_ERROR) return GZ_NOMEM;
  return GZ_OK;
}

/* UTF-8 with what is malformed, and NUL, replaced. */
static gz_status mend_utf8(gz_view bytes, gz_decoded *out)
{
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < bytes.n && !gz_watch_at(i, &due);) {
    size_t good = gz_utf8_sound(bytes.p + i, bytes.n - i);
    const char *nul = good ? memchr(bytes.p + i, 0, good) : NULL;
    if (nul) good = (size_t)(nul - bytes.p) - i;
    gz_watch_put(&out->own, bytes.p + i, good);
    i += good;
    if (i >= bytes.n) break;
    if (nul) i++;
    else gz_utf8_next(bytes.p, bytes.n, &i);
    gz_buf_put_cp(&out->own, 0xFFFD);
    out->undecoded++;
  }
  out->text = gz_view_of(out->own.p, out->own.n);
  return out->own.failed ? GZ_NOMEM : GZ_OK;
}

static bool bom(gz_view b, choice *c, size_t *skip)
{
  static const struct { const char *mark; size_t n; const char *name; } t[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE\0\0", 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++)
    if (b.n >= t[k].n && memcmp(b.p, t[k].mark, t[k].n) == 0) {
      copy_name(c->icu, sizeof c->icu, t[k].name, strlen(t[k].name));
      copy_name(c->label, sizeof c->label, t[k].name, strlen(t[k].name));
      *skip = t[k].n;
      return true;
    }
  return false;
}

/* `charset=x`, `encoding="x"` near the beginning; GZ_ERROR when there is none that is known. */
static gz_status declared(gz_view b, choice *c)
{
  size_t n = b.n < DECLARED_WITHIN ? b.n : DECLARED_WITHIN;
  for (size_t i = 0; i + 9 < n; i++) {
    size_t k = 0;
    if (memcmp(b.p + i, "charset=", 8) == 0) k = i + 8;
    else if (memcmp(b.p + i, "encoding=", 9) == 0) k = i + 9;
    if (!k) continue;
    while (k < n && (b.p[k] == '"' || b.p[k] == '\'')) k++;
    size_t from = k;
    while (k < n && (b.p[k] == '-' || b.p[k] == '_' || (b.p[k] >= '0' && b.p[k] <= '9') || ((b.p[k] | 32) >= 'a' && (b.p[k] | 32) <= 'z'))) k++;
    char name[32];
    if (k == from || k - from >= sizeof name) continue;
    copy_name(name, sizeof name, b.p + from, k - from);
    gz_status s = by_name(name, c);
    if (s != GZ_ERROR) return s;
  }
  return GZ_ERROR;
}

/* A sample that does not consist of a long ASCII head: from a little before the first byte of interest. */
static gz_view sample_of(gz_view b)
{
  size_t i = 0, due = GZ_WATCH_STRIDE;
  while (i < b.n && (unsigned char)b.p[i] < 0x80 && b.p[i] && !gz_watch_at(i, &due)) i++;
  i = i > 64 ? (i - 64) & ~(size_t)1 : 0;
  return gz_view_of(b.p + i, b.n - i < SAMPLE ? b.n - i : SAMPLE);
}

/* A quarter of the Han and hiragana is hiragana: Japanese, although the charsets of its neighbours have these letters too. */
static bool much_hiragana(gz_view t)
{
  size_t han = 0, hiragana = 0;
  for (size_t i = 0; i < t.n;) {
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    hiragana += c >= 0x3041 && c <= 0x3096;
    han += c >= 0x4E00 && c <= 0x9FFF;
  }
  return hiragana >= 2 && hiragana * 4 >= han + hiragana;
}

/* Many well-formed sequences and few broken ones: damaged UTF-8. Other charsets hardly ever look so. */
static bool damaged_utf8(gz_view b)
{
  size_t good = 0, bad = 0;
  for (size_t i = 0; i < b.n;) {
    size_t run = gz_utf8_valid(b.p + i, b.n - i);
    for (size_t k = i; k < i + run; k++) good += (unsigned char)b.p[k] >= 0xC0;
    i += run;
    if (i >= b.n) break;
    bad++;
    gz_utf8_next(b.p, b.n, &i);
  }
  return good >= 2 && good >= bad * 2;
}

/* UTF-16 of a text with ASCII in it: where the zero bytes stand. 0: cannot tell. */
static int zero_side(gz_view b)
{
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < b.n; i++) if (b.p[i] == 0) { if (i & 1) odd++; else even++; }
  return odd > even * 4 + 1 ? 1 : even > odd * 4 + 1 ? 2 : 0;
}

typedef struct contest { gz_view sample; choice best; double score; bool any; gz_buf scratch; } contest;

static gz_status enter(contest *t, const choice *c, double bonus)
{
  int64_t bad = 0;
  gz_buf_clear(&t->scratch);
  gz_status s = strcmp(c->icu, "UTF-8") == 0 ? GZ_OK : convert(c->icu, t->sample, &t->scratch, &bad);
  if (s == GZ_ERROR) return GZ_OK;                         /* this ICU lacks the converter */
  if (s != GZ_OK) return s;
  gz_view text = strcmp(c->icu, "UTF-8") == 0 ? t->sample : gz_view_of(t->scratch.p, t->scratch.n);
  double score = gz_score_text(text);
  bool chinese = strcmp(c->label, "GB18030") == 0 || strncmp(c->label, "Big5", 4) == 0 || strcmp(c->label, "EUC-KR") == 0;
  if (chinese && score > 0 && much_hiragana(text)) score *= 0.6;
  score += bonus * (score > 0 ? score : 1);
  if (!t->any || score > t->score) { t->best = *c; t->score = score; t->any = true; }
  return GZ_OK;
}

static bool mostly_nul(gz_view b)
{
  size_t nul = 0, n = b.n < SAMPLE ? b.n : SAMPLE;
  for (size_t i = 0; i < n; i++) nul += b.p[i] == 0;
  return nul > 1 && nul * 8 > n;
}

static gz_status guess(gz_view bytes, choice *out)
{
  contest t = {.sample = sample_of(bytes)};
  choice c;
  gz_status s = GZ_OK;
  int side = bytes.n % 2 == 0 && mostly_nul(bytes) ? zero_side(t.sample) : 0;
  if (side) return by_name(side == 1 ? "utf-16le" : "utf-16be", out);
  if (damaged_utf8(t.sample)) return by_name("utf-8", out);
  copy_name(c.icu, sizeof c.icu, "UTF-8", 5);
  copy_name(c.label, sizeof c.label, "UTF-8", 5);
  s = enter(&t, &c, 0);
  if (s == GZ_OK && (s = declared(bytes, &c)) == GZ_OK) s = enter(&t, &c, 0.25);
  if (s == GZ_ERROR) s = GZ_OK;
  for (int32_t order = 1; s == GZ_OK && order <= 32; order++)
    for (uint32_t i = 0; s == GZ_OK && i < lex_charsets.row_count; i++) {
      if (lex_charsets_rows[i].guess != order) continue;
      const char *icu = lex_charsets_str(lex_charsets_rows[i].icu), *label = lex_charsets_str(lex_charsets_rows[i].label);
      copy_name(c.icu, sizeof c.icu, icu, strlen(icu));
      copy_name(c.label, sizeof c.label, label, strlen(label));
      s = enter(&t, &c, 0);
    }
  UErrorCode e = U_ZERO_ERROR;
  UCharsetDetector *d = s == GZ_OK ? ucsdet_open(&e) : NULL;
  if (d && U_SUCCESS(e)) {
    int32_t found = 0;
    ucsdet_setText(d, t.sample.p, (int32_t)(t.sample.n < 4096 ? t.sample.n : 4096), &e);
    const UCharsetMatch **m = ucsdet_detectAll(d, &found, &e);
    for (int32_t i = 0; s == GZ_OK && U_SUCCESS(e) && m && i < found && i < 4; i++) {
      UErrorCode f = U_ZERO_ERROR;
      const char *name = ucsdet_getName(m[i], &f);
      int32_t confidence = ucsdet_getConfidence(m[i], &f);
      if (U_FAILURE(f) || !name || (s = by_name(name, &c)) == GZ_ERROR) { s = GZ_OK; continue; }
      if (s == GZ_OK) s = enter(&t, &c, confidence / 1000.0);
    }
  }
  if (e == U_MEMORY_ALLOCATION_ERROR) s = GZ_NOMEM;
  if (d) ucsdet_close(d);
  gz_buf_free(&t.scratch);
  *out = t.best;
  return s;
}

/* Bytes that only the Hong Kong supplement uses. */
static bool has_hkscs(gz_view b)
{
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i + 1 < b.n && !gz_watch_at(i, &due); i++) {
    unsigned char c = (unsigned char)b.p[i];
    if (c < 0x81) continue;
    if ((c >= 0x87 && c <= 0xA0) || c >= 0xFA || (c == 0xC6 && (unsigned char)b.p[i + 1] >= 0xA1) || c == 0xC7 || c == 0xC8) return true;
    i++;
  }
  return false;
}

/* Eight bytes of ASCII, none of them a control character but perhaps DEL. */
static bool printable_eight(const char *p)
{
  uint64_t x;
  memcpy(&x, p, 8);
  return ((x | (x - 0x2020202020202020u)) & 0x8080808080808080u) == 0;
}

/* Few undecodable and control characters for its size? The control characters of the beginning tell. */
static bool is_text(const gz_decoded *d)
{
  gz_view head = gz_view_of(d->text.p, d->text.n < SAMPLE ? d->text.n : SAMPLE);
  size_t control = 0, count = 0, bad = 0;
  for (size_t i = 0; i < head.n; count++) {
    while (head.n - i > 8 && printable_eight(head.p + i)) { i += 8; count += 8; }
    uint32_t c = gz_utf8_next(head.p, head.n, &i);
    if (c == 0xFFFD) bad++;
    else if ((c < 32 && c != '\t' && c != '\n' && c != '\f' && c != '\r') || (c & 0xFFFE) == 0xFFFE) control++;
  }
  return (control + bad) * 8 <= count + 4 && (uint64_t)d->undecoded * 12 <= d->text.n + 24;
}

gz_status gz_decode(gz_view bytes, const char *charset, gz_decoded *out)
{
  choice c;
  size_t skip = 0;
  bool sound = false;                  /* looked through already */
  memset(out, 0, sizeof *out);
  out->text = bytes;
  gz_status named = charset && *charset ? by_name(charset, &c) : GZ_ERROR;
  if (named == GZ_NOMEM) return named;
  bool given = named == GZ_OK;
  bool marked = !given && bom(bytes, &c, &skip);
  if (given && bom(bytes, &(choice){{0}, {0}}, &skip) && strncmp(c.icu, "UTF", 3) != 0) skip = 0;
  if (!given && !marked) {
    const char *nul = bytes.n ? memchr(bytes.p, 0, bytes.n) : NULL;
    const char *esc = bytes.n ? memchr(bytes.p, 0x1B, bytes.n) : NULL;
    if (esc && esc + 1 < bytes.p + bytes.n && esc[1] == '$') by_name("iso-2022-jp", &c);
    else if ((sound = gz_utf8_sound(bytes.p, bytes.n) == bytes.n) && (!nul || !mostly_nul(bytes))) {
      by_name("utf-8", &c);
      sound = !nul;
    } else {
      sound = false;
      gz_status s = guess(bytes, &c);
      if (s != GZ_OK) return s;
    }
  }
  bytes.p += skip;
  bytes.n -= skip;
  copy_name(out->charset, sizeof out->charset, c.label, strlen(c.label));
  if (strcmp(c.icu, "UTF-8") == 0) {
    out->text = bytes;
    if (!sound && (gz_utf8_sound(bytes.p, bytes.n) < bytes.n || (bytes.n && memchr(bytes.p, 0, bytes.n)))) {
      gz_status s = mend_utf8(bytes, out);
      if (s != GZ_OK) return s;
    }
  } else {
    if (strcmp(c.label, "Big5") == 0 && has_hkscs(bytes)) copy_name(out->charset, sizeof out->charset, "Big5-HKSCS", 10);
    gz_status s = convert(c.icu, bytes, &out->own, &out->undecoded);
    if (s == GZ_ERROR) { out->error = "charset not known to this ICU"; out->text = gz_view_of("", 0); return GZ_OK; }
    if (s != GZ_OK) return s;
    out->text = gz_view_of(out->own.p ? out->own.p : "", out->own.n);
  }
  if (!is_text(out)) out->error = "not a text, or in an unknown charset";
  return GZ_OK;
}
