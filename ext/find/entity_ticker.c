/* Tickers in their notations: $AMZN · (AMZN.US) · $Microsoft (MSFT.US)$ · NASDAQ: AMZN · (NYSE:F) · 00700.HK · 600519.SH · 2330.TW.
** A pass over the places where such a thing may stand: `$`, `:` and `.` between a market's name and a code. Markets are in
** data/markets.tsv, codes in the listings of entities.tsv. */
#include "find/entity_work.h"
#include "lex_markets.h"
#include "text/ascii_block.h"

#define CODE_MAX 12

static bool code_char(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
static bool alnum(unsigned char c) { return gz_ascii_word(c) != 0; }

/* The entity listed under market and code, or GZ_REF_NONE. */
static uint32_t listed(const char *market, gz_view code)
{
  char key[32];
  size_t n = strlen(market);
  if (n + code.n + 2 > sizeof key) return GZ_REF_NONE;
  bool digits = code.n > 0;
  for (size_t i = 0; i < code.n; i++) if (code.p[i] < '0' || code.p[i] > '9') digits = false;
  while (digits && code.n > 1 && *code.p == '0') { code.p++; code.n--; }
  memcpy(key, market, n);
  key[n] = ':';
  memcpy(key + n + 1, code.p, code.n);
  uint32_t value;
  return gz_trie_exact(&gz_ent_listing_trie, gz_view_of(key, n + 1 + code.n), &value) ? value : GZ_REF_NONE;
}

/* Mainland codes given without their exchange: 6 and 9 Shanghai, 0, 2 and 3 Shenzhen, 4 and 8 Beijing. */
static uint32_t listed_in(const char *market, gz_view code)
{
  if (strcmp(market, "cn")) return listed(market, code);
  uint32_t ref = listed("sh", code);
  if (ref == GZ_REF_NONE) ref = listed("sz", code);
  return ref == GZ_REF_NONE ? listed("bj", code) : ref;
}

static bool put(gz_ent_work *w, size_t from, size_t to, uint32_t ref)
{
  gz_cand c = {{(uint32_t)from, (uint32_t)to}, ref, GZ_CAND_SURE, GZ_HOW_TICKER, GZ_CLASS_SURE, false, 0, "", false};
  return ref == GZ_REF_NONE || gz_cand_add(w, &c);
}

static size_t code_end(gz_view t, size_t pos)
{
  size_t i = pos;
  while (i < t.n && i - pos < CODE_MAX && code_char((unsigned char)t.p[i])) i++;
  return i;
}

/* $AMZN: capitals and digits behind a dollar sign, not money. BRK.B keeps its class. */
static bool dollar(gz_ent_work *w, size_t pos)
{
  gz_view t = w->text;
  size_t end = code_end(t, pos + 1);
  if (end == pos + 1 || (end < t.n && alnum((unsigned char)t.p[end])) || (pos > 0 && alnum((unsigned char)t.p[pos - 1]))) return true;
  if (t.p[pos + 1] >= '0' && t.p[pos + 1] <= '9') return true;
  return put(w, pos, end, listed("us", gz_view_of(t.p + pos + 1, end - pos - 1)));
}

/* AMZN.US, 00700.HK: a code before the dot, a market's suffix behind it. */
static bool dotted(gz_ent_work *w, size_t dot)
{
  gz_view t = w->text;
  size_t from = dot;
  while (from > 0 && dot - from < CODE_MAX && code_char((unsigned char)t.p[from - 1])) from--;
  size_t end = code_end(t, dot + 1);
  if (from == dot || end == dot + 1 || end - dot > 5) return true;
  if ((from > 0 && (alnum((unsigned char)t.p[from - 1]) || t.p[from - 1] == '.')) || (end < t.n && (alnum((unsigned char)t.p[end]) || t.p[end] == '_'))) return true;
  uint32_t row;
  if (!gz_trie_exact(&lex_markets.trie, gz_view_of(t.p + dot + 1, end - dot - 1), &row)) return true;
  if (!(lex_markets_rows[row].form & LEX_MARKETS_FORM_SUFFIX)) return true;
  return put(w, from, end, listed_in(lex_markets_str(lex_markets_rows[row].market), gz_view_of(t.p + from, dot - from)));
}

/* NASDAQ: AMZN, NYSE:F, 港交所：00700. `pos` is where the market's name starts; the mention is the code alone when the
** name of the market is a word of the text, or the whole `NYSE:F`. */
static bool prefixed(gz_ent_work *w, size_t colon, size_t behind)
{
  gz_view t = w->text;
  size_t from = colon;
  while (behind < t.n && t.p[behind] == ' ') behind++;
  size_t end = code_end(t, behind);
  if (end == behind || (end < t.n && alnum((unsigned char)t.p[end]))) return true;
  while (from > 0 && colon - from < 24) {
    size_t p = from;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if (!gz_is_alnum(cp) && !(cp == ' ' && colon - from < 16 && from > 1 && alnum((unsigned char)t.p[from - 2]))) break;
    from = p;
  }
  uint32_t row = 0;
  bool found = false;
  for (size_t i = from; i < colon && !found; gz_utf8_next(t.p, t.n, &i)) {
    if (!gz_word_boundary(t, i)) continue;
    found = gz_trie_exact(&lex_markets.trie, gz_view_of(t.p + i, colon - i), &row) && (lex_markets_rows[row].form & LEX_MARKETS_FORM_PREFIX);
  }
  if (!found) return true;
  return put(w, behind, end, listed_in(lex_markets_str(lex_markets_rows[row].market), gz_view_of(t.p + behind, end - behind)));
}

/* May two characters of a code stand in the three blocks of bytes at p side by side? A code that is looked for there begins within 24 and has two. */
static inline bool codes_ahead(const char *p)
{
  uint64_t all = 0;
  for (unsigned k = 0; k < 3 * GZ_BLOCK; k += GZ_BLOCK) all |= (uint64_t)(gz_block_capitals((const unsigned char *)p + k) | gz_block_at((const unsigned char *)p + k, 0, 0).digits) << k;
  return (all & all >> 1) != 0;
}

/* Amazon Inc. AMZN: the bare code right behind the name of its owner, a legal form or a bracket between them at most. */
static bool bare(gz_ent_work *w, const gz_cand *c)
{
  gz_view t = w->text;
  size_t pos = c->span.end, limit = pos + 24;
  if (pos + 3 * GZ_BLOCK <= t.n && !codes_ahead(t.p + pos)) return true;
  for (int word = 0; word < 3 && pos < t.n && pos < limit; word++) {
    while (pos < t.n && (t.p[pos] == ' ' || t.p[pos] == ',' || t.p[pos] == '(' || t.p[pos] == '.')) pos++;
    size_t end = pos;
    while (end < t.n && alnum((unsigned char)t.p[end])) end++;
    if (end == pos) return true;
    if (code_end(t, pos) == end && end - pos > 1 && listed("us", gz_view_of(t.p + pos, end - pos)) == c->ref) return put(w, pos, end, c->ref);
    pos = end;
  }
  return true;
}

static bool bare_codes(gz_ent_work *w)
{
  size_t n = w->cand_count;
  for (size_t i = 0; i < n; i++) {
    if (i % 1024 == 1023 && gz_work_stop(w, 0)) return false;
    const gz_cand c = w->cands[i];
    if (c.ref < GZ_REF_USER && gz_ent_rows[c.ref].type == GZ_ORG && gz_ent_rows[c.ref].ticker && !bare(w, &c)) return false;
  }
  return true;
}

/* May a ticker be told by the byte at i? A dollar sign, a colon (of full width too: at the second of its three bytes), a dot between a code and a
** capital: the suffix of a market begins with a letter. */
static inline bool sign(gz_view t, size_t i)
{
  unsigned char c = (unsigned char)t.p[i], next = i + 1 < t.n ? (unsigned char)t.p[i + 1] : 0;
  return c == '$' || c == ':' || (c == '.' && i > 0 && code_char((unsigned char)t.p[i - 1]) && next - (unsigned)'A' < 26u) || (c == 0xBC && next == 0x9A);
}

/* Which bytes of a block may be such, a bit each: a dot whatever stands around it. The byte behind the block can be read. */
static inline unsigned signs(const char *p)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(p), colon = gz_v16_and(gz_v16_is(x, 0xBC), gz_v16_is(gz_v16_load(p + 1), 0x9A));
  return gz_v16_tops(gz_v16_or(gz_v16_or(gz_v16_is(x, '$'), gz_v16_is(x, ':')), gz_v16_or(gz_v16_is(x, '.'), colon)));
#else
  unsigned mask = 0;
  for (unsigned k = 0; k < GZ_BLOCK; k++) mask |= (unsigned)(p[k] == '$' || p[k] == ':' || p[k] == '.' || ((unsigned char)p[k] == 0xBC && (unsigned char)p[k + 1] == 0x9A)) << k;
  return mask;
#endif
}

static bool sign_at(gz_ent_work *w, size_t i)
{
  gz_view t = w->text;
  unsigned char c = (unsigned char)t.p[i];
  if (c == '$') return dollar(w, i);
  if (c == '.') return dotted(w, i);
  if (c == ':') return prefixed(w, i, i + 1);
  return i == 0 || (unsigned char)t.p[i - 1] != 0xEF || prefixed(w, i - 1, i + 2);
}

void gz_stage_ticker(gz_ent_work *w)
{
  if (!bare_codes(w)) return;
  gz_view t = w->text;
  size_t i = 0;
  for (; t.n - i > GZ_BLOCK; i += GZ_BLOCK) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return;
    for (unsigned mask = signs(t.p + i); mask; mask &= mask - 1) {
      size_t at = i + gz_lowest(mask);
      if (sign(t, at) && !sign_at(w, at)) return;
    }
  }
  for (; i < t.n; i++) if (sign(t, i) && !sign_at(w, i)) return;
}

/* The entity that a whole string names by its ticker: `$AMZN`, `(AMZN.US)`, `NASDAQ: AMZN`, `AMZN`, `00700.HK`. */
uint32_t gz_ticker_whole(gz_view v)
{
  if (v.n > 256) return GZ_REF_NONE;       /* that is a text */
  while (v.n && (*v.p == '$' || *v.p == '(' || *v.p == '[')) { v.p++; v.n--; }
  while (v.n && (v.p[v.n - 1] == '$' || v.p[v.n - 1] == ')' || v.p[v.n - 1] == ']')) v.n--;
  size_t mid = 0;
  while (mid < v.n && v.p[mid] != ':' && v.p[mid] != '.' && (unsigned char)v.p[mid] != 0xEF) mid++;
  uint32_t row;
  if (mid == v.n) return code_end(v, 0) == v.n ? listed("us", v) : GZ_REF_NONE;
  if (v.p[mid] == '.') {
    gz_view suffix = gz_view_of(v.p + mid + 1, v.n - mid - 1);
    if (!gz_trie_exact(&lex_markets.trie, suffix, &row) || !(lex_markets_rows[row].form & LEX_MARKETS_FORM_SUFFIX)) return listed("us", v);      /* BRK.B */
    return listed_in(lex_markets_str(lex_markets_rows[row].market), gz_view_of(v.p, mid));
  }
  size_t behind = mid + (v.p[mid] == ':' ? 1u : 3u);
  if (behind > v.n || !gz_trie_exact(&lex_markets.trie, gz_view_of(v.p, mid), &row)) return GZ_REF_NONE;
  while (behind < v.n && v.p[behind] == ' ') behind++;
  return listed_in(lex_markets_str(lex_markets_rows[row].market), gz_view_of(v.p + behind, v.n - behind));
}
