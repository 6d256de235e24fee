/* Lines and their measures: one pass over each line. Markdown around a line (#, lists, quotes, bold, images, rules, table bars) is taken
** off for everything that follows; the line itself keeps it. Beyond GZ_LINES_MAX lines the rest of the text is one line. */
#include "page/doc.h"
#include "base/watch.h"
#include "base/alloc.h"
#include "lex_labels.h"
#include "text/uni.h"
#include "text/utf8.h"

gz_view gz_doc_inner(const gz_doc *d, const gz_line *l) { return gz_view_of(d->text.p + l->inner, l->inner_end - l->inner); }

#define LINK_MAX ((size_t)2048)       /* an address does not go on for ever: keeps hostile brackets linear */

static bool is_blank(uint32_t c) { return gz_is_space(c) || c == 0x3000 || c == 0x200B || c == 0xFEFF; }

static size_t skip_blank(gz_view t, size_t i, size_t end)
{
  while (i < end) { size_t k = i; if (!is_blank(gz_utf8_next(t.p, end, &k))) break; i = k; }
  return i;
}

static size_t cut_blank(gz_view t, size_t from, size_t end)
{
  while (end > from) { size_t k = end; if (!is_blank(gz_utf8_prev(t.p, t.n, &k))) break; if (k < from) break; end = k; }
  return end;
}

/* `![alt](target)` alone on its line, also inside a link. */
static bool only_image(gz_view v)
{
  size_t i = 0;
  bool any = false;
  while (i < v.n) {
    if (v.p[i] == ' ' || v.p[i] == '[' || v.p[i] == ']' || v.p[i] == '*') { i++; continue; }
    if (v.p[i] == '(') { while (i < v.n && v.p[i] != ')') i++; i += i < v.n; continue; }
    if (v.p[i] != '!' || i + 1 >= v.n || v.p[i + 1] != '[') return false;
    const char *close = memchr(v.p + i, ']', v.n - i);
    if (!close || close + 1 >= v.p + v.n || close[1] != '(') return false;
    any = true;
    i = (size_t)(close + 1 - v.p);
  }
  return any;
}

static bool is_rule(gz_view v)
{
  size_t marks = 0;
  if (v.n == 0) return false;
  for (size_t i = 0; i < v.n; i++) {
    if (v.p[i] == ' ') continue;
    if (!strchr("*-_=~#", v.p[i]) || !v.p[i]) return false;
    marks++;
  }
  return marks >= 2;
}

/* Takes the Markdown off both ends. */
static void undress(gz_doc *d, gz_line *l)
{
  gz_view t = d->text;
  size_t i = l->start, end = l->end;
  l->image = only_image(gz_view_of(t.p + i, end - i));
  l->rule = is_rule(gz_view_of(t.p + i, end - i));
  for (int turns = 0; turns < 6 && i < end; turns++) {
    size_t before = i;
    char c = t.p[i];
    if (c == '#' && !l->heading) {
      size_t k = i;
      while (k < end && t.p[k] == '#' && k - i < 7) k++;
      if (k == end || t.p[k] == ' ') { l->heading = (uint8_t)(k - i); i = skip_blank(t, k, end); }
    } else if (c == '>') { l->quote = true; i = skip_blank(t, i + 1, end); }
    else if ((c == '*' || c == '-' || c == '+') && i + 1 < end && t.p[i + 1] == ' ') { l->list = true; i = skip_blank(t, i + 1, end); }
    else if (end - i >= 3 && memcmp(t.p + i, "•", 3) == 0) { l->list = true; i = skip_blank(t, i + 3, end); }
    else if (c == '|' && end - i > 1) { l->table = true; i = skip_blank(t, i + 1, end); }
    else if (c == '*' || c == '_' || c == '\\') {
      size_t k = i;
      while (k < end && (t.p[k] == '*' || t.p[k] == '_' || t.p[k] == '\\' || t.p[k] == ' ')) k++;
      if (k > i + 1 || (k < end && t.p[end - 1] == c)) { l->bold = true; i = k; }
    }
    if (i == before) break;
  }
  while (end > i) {
    char c = t.p[end - 1];
    if (c == '*' || c == '#' || c == '|' || (c == '_' && end - i > 1 && (l->bold || t.p[end - 2] == '_' || t.p[end - 2] == '*'))) end--;
    else { size_t e = cut_blank(t, i, end); if (e == end) break; end = e; }
  }
  l->inner = (uint32_t)i;
  l->inner_end = (uint32_t)end;
}

/* `By [Ana Lowell](https://…) / 6 May` without brackets and address. Where a label asks for the address it stays. */
gz_view gz_doc_words(gz_doc *d, const gz_line *l)
{
  gz_view v = gz_doc_inner(d, l);
  gz_hit hit;
  if (!l->link || v.n > 600 || !memchr(v.p, '[', v.n)) return v;
  for (size_t i = 0; i < v.n && i < 24; gz_utf8_next(v.p, v.n, &i))
    if (!(i == 0 && v.n > 9 && memcmp(v.p, "Original ", 9) == 0) && gz_trie_longest(&lex_labels.trie, v, i, &hit) && lex_labels_rows[hit.value].field == GZ_F_URL) return v;
  char *z = gz_arena_alloc(d->arena, v.n + 1);
  size_t n = 0;
  if (!z) { d->failed = true; return v; }
  for (size_t i = 0; i < v.n;) {
    const char *close = v.p[i] == '[' ? memchr(v.p + i, ']', v.n - i) : NULL, *end = NULL;
    if (close && close + 1 < v.p + v.n && close[1] == '(') end = memchr(close, ')', (size_t)(v.p + v.n - close));
    while (end && end[-1] == '\\') end = end + 1 < v.p + v.n ? memchr(end + 1, ')', (size_t)(v.p + v.n - end - 1)) : NULL;      /* void\(0\); */
    if (end) {
      size_t m = (size_t)(close - (v.p + i)) - 1;
      memcpy(z + n, v.p + i + 1, m);
      n += m;
      i = (size_t)(end + 1 - v.p);
    } else z[n++] = v.p[i++];
  }
  z[n] = 0;
  return gz_view_of(z, n);
}

static bool is_stop(uint32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x2026 || c == 0xFF0E || c == 0x0964 || c == 0x06D4 || c == 0x061F; }
static bool is_closing(uint32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 || c == 0x3011 || c == 0xBB || c == 0x300B || c == 0x25A0 || c == 0xAE; }

/* Does the full stop at pos stand behind a number of several parts (`2024.05.06. 10:20`)? That ends no sentence. */
static bool numbered(gz_view t, size_t from, size_t pos)
{
  size_t dots = 0;
  for (size_t i = pos; i > from && ((t.p[i - 1] >= '0' && t.p[i - 1] <= '9') || t.p[i - 1] == '.' || (t.p[i - 1] == ' ' && i - 1 > from && t.p[i - 2] == '.')); i--) dots += t.p[i - 1] == '.';
  return dots > 0 && pos > from && t.p[pos - 1] >= '0' && t.p[pos - 1] <= '9';
}

/* `H. Quiroga`, `6 MAY. 2024`: an initial, or a short word before a number. */
static bool shortened(gz_view t, size_t from, size_t end, size_t pos)
{
  size_t i = pos;
  while (i > from && pos - i < 3 && t.p[i - 1] >= '0' && t.p[i - 1] <= '9') i--;
  if (pos > i && pos - i <= 2 && i > from && t.p[i - 1] == ' ' && pos + 2 < end && t.p[pos + 1] == ' ' && (t.p[pos + 2] | 32) >= 'a' && (t.p[pos + 2] | 32) <= 'z') return true;      /* am 6. Mai */
  i = pos;
  while (i > from && (t.p[i - 1] | 32) >= 'a' && (t.p[i - 1] | 32) <= 'z') i--;
  if (i > from && (unsigned char)t.p[i - 1] >= 0x80) return false;
  size_t n = pos - i;
  if (n == 1 && t.p[i] >= 'A' && t.p[i] <= 'Z' && (i == from || t.p[i - 1] == ' ' || t.p[i - 1] == '.')) return pos + 2 < end && t.p[pos + 1] == ' ' && t.p[pos + 2] >= 'A' && t.p[pos + 2] <= 'Z';
  return n >= 3 && n <= 4 && pos + 2 < end && t.p[pos + 1] == ' ' && t.p[pos + 2] >= '0' && t.p[pos + 2] <= '9';
}

/* Length of the address of a Markdown link when pos stands at its `](`, or of a bare URL. */
static size_t address_at(gz_view t, size_t pos, size_t end)
{
  if (end - pos > 8 && (memcmp(t.p + pos, "http://", 7) == 0 || memcmp(t.p + pos, "https://", 8) == 0)) {
    size_t k = pos;
    while (k < end && k - pos < LINK_MAX && (unsigned char)t.p[k] > ' ' && (unsigned char)t.p[k] < 0x80 && t.p[k] != ')' && t.p[k] != '"' && t.p[k] != '<') k++;
    return k - pos;
  }
  if (t.p[pos] == ']' && pos + 1 < end && t.p[pos + 1] == '(') {
    const char *close = memchr(t.p + pos, ')', end - pos < LINK_MAX ? end - pos : LINK_MAX);
    return close ? (size_t)(close + 1 - (t.p + pos)) : 0;
  }
  return 0;
}

/* Ends in two to five capitals behind a full stop. */
static bool signed_off(gz_view v)
{
  size_t i = v.n;
  while (i > 0 && v.n - i < 16 && ((v.p[i - 1] >= 'a' && v.p[i - 1] <= 'z') || v.p[i - 1] == '/')) i--;      /* …formal."/abc/def */
  if (v.n - i >= 3 && i > 20 && v.p[i] == '/' && (v.p[i - 1] == '.' || v.p[i - 1] == '"')) return true;
  i = v.n;
  while (i > 0 && v.p[i - 1] >= 'A' && v.p[i - 1] <= 'Z') i--;
  return v.n - i >= 2 && v.n - i <= 5 && i > 20 && v.p[i - 1] == ' ' && v.p[i - 2] == '.';
}

/* `00:12:30`, `0:09`, with a speaker at most beside it. */
static bool is_timecode(gz_view v)
{
  const char *bar = v.n >= 9 && v.n <= 18 ? memchr(v.p, '/', v.n) : NULL;      /* 0:00 / 41:12 */
  if (bar && memchr(v.p, ':', (size_t)(bar - v.p))) {      /* and not 2024/5/6 10:20:30 */
    size_t colons = 0, others = 0;
    for (size_t i = 0; i < v.n; i++) { colons += v.p[i] == ':'; others += v.p[i] != ':' && v.p[i] != ' ' && v.p[i] != '/' && (v.p[i] < '0' || v.p[i] > '9'); }
    if (colons >= 2 && !others) return true;
  }
  if (v.n == 11 && (v.p[2] == '-' || v.p[2] == '/') && v.p[5] == ' ' && v.p[8] == ':') return false;      /* 05-06 10:20: a day without its year */
  size_t colons = 0, digits = 0, letters = 0, run = 0;
  if (v.n < 4 || v.n > 40) return false;
  for (size_t i = 0; i < v.n; i++) {
    char c = v.p[i];
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run > 3) return false;                             /* a year */
    if (c == ':' && i > 0 && i + 1 < v.n && v.p[i - 1] >= '0' && v.p[i - 1] <= '9' && v.p[i + 1] >= '0' && v.p[i + 1] <= '9') colons++;
    else if (c >= '0' && c <= '9') digits++;
    else if ((unsigned char)c >= 0x80) return false;
    else if ((c | 32) >= 'a' && (c | 32) <= 'z') letters++;
    else if (!strchr(" []().,->_", c)) return false;
  }
  return colons >= 1 && digits >= 3 && (letters == 0 || (v.p[0] == '[' && letters <= 12)) && (colons >= 2 || letters == 0 || v.p[0] == '[');
}

/* `…。（編輯：周棠）1100506`: the sentence ends before the bracket. */
static bool credit_behind(gz_view t, size_t from, size_t end)
{
  while (end > from && t.p[end - 1] >= '0' && t.p[end - 1] <= '9') end--;
  size_t e = end, floor = end > from + 96 ? end - 96 : from;
  if (e <= from) return false;
  uint32_t c = gz_utf8_prev(t.p, t.n, &e);
  if (c != ')' && c != 0xFF09 && c != 0x3011 && c != ']') return false;
  while (e > floor) {
    c = gz_utf8_prev(t.p, t.n, &e);
    if (c != '(' && c != 0xFF08 && c != 0x3010 && c != '[') continue;
    while (e > from && t.p[e - 1] == ' ') e--;
    return e > from && is_stop(gz_utf8_prev(t.p, t.n, &e));
  }
  return false;
}

/* The Han character at pos, unless it is the last before the end; 0 for others. */
static uint32_t han_at(gz_view t, size_t pos, size_t end)
{
  uint32_t c = end - pos > 3 ? gz_utf8_three(t.p + pos) : 0;
  return c >= 0x4E00 && c <= 0x9FEF ? c : 0;
}

#define COUNT(field) do { if (l->field < 0xFFFF) l->field++; } while (0)

void gz_doc_measure(gz_doc *d, gz_line *l)
{
  gz_view t = d->text;
  uint64_t h = 1469598103934665603ull;
  bool in_word = false, any = false;
  uint32_t previous = ' ', last = 0, columns = 0;
  size_t link_from = 0, due = l->inner + GZ_WATCH_STRIDE;
  l->size = l->words = l->wide = 0;
  l->stops = l->commas = l->digits = l->symbols = l->link = l->capitals = 0;
  l->template_junk = l->markup = false;
  for (size_t i = l->inner; i < l->inner_end && !gz_watch_at(i, &due);) {
    size_t skip;
    if ((t.p[i] == ']' || (t.p[i] == 'h' && i + 1 < l->inner_end && t.p[i + 1] == 't')) && (skip = address_at(t, i, l->inner_end)) > 0) {
      if (t.p[i] == ']' && link_from) { size_t n = i - link_from; l->link = (uint16_t)(l->link + n > 0xFFFF ? 0xFFFF : l->link + n); link_from = 0; }
      else if (t.p[i] == 'h') { l->link = (uint16_t)(l->link + 8 > 0xFFFF ? 0xFFFF : l->link + 8); columns += (uint32_t)skip; }
      i += skip;
      in_word = false;
      l->markup = true;
      continue;
    }
    unsigned char a = (unsigned char)t.p[i];
    if ((unsigned char)((a | 32) - 'a') < 26) {              /* the short way for most of what there is: the rest of a word at once */
      size_t from = i;
      if (!in_word) { in_word = true; l->words++; if (a < 'a') COUNT(capitals); }
      do i++; while (i < l->inner_end && (unsigned char)((t.p[i] | 32) - 'a') < 26);
      for (size_t k = from; k < i; k += 8) {
        uint64_t w = 0;
        memcpy(&w, t.p + k, i - k < 8 ? i - k : 8);
        h = (h ^ (w | 0x2020202020202020u)) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
      }
      any = true;
      columns += (uint32_t)(i - from);
      last = previous = (unsigned char)t.p[i - 1];
      if (i < l->inner_end && t.p[i] == ' ') { in_word = false; columns++; previous = ' '; i++; }
      continue;
    }
    if (a == ' ') { in_word = false; columns++; previous = a; i++; continue; }
    uint32_t han;
    if (a >= 0xE4 && a <= 0xE9 && (han = han_at(t, i, l->inner_end)) != 0) {      /* and a run of Han */
      size_t from = i;
      do {
        h = (h ^ gz_fold(last = han)) * 1099511628211ull;
        i += 3;
      } while (i < due && (han = han_at(t, i, l->inner_end)) != 0);
      l->wide += (uint32_t)(i - from) / 3;
      columns += (uint32_t)(i - from) / 3 * 2;
      in_word = false;
      any = true;
      previous = last;
      continue;
    }
    if (t.p[i] == '[') link_from = i + 1;
    l->markup |= a < 0x80 && gz_doc_markup(t.p[i]);
    uint32_t c = gz_utf8_next(t.p, l->inner_end, &i);
    if (c == '\n') columns = 0;
    else columns += c >= 0x1100 && gz_is_unspaced(c) ? 2 : c >= 0xFF00 && c < 0xFF61 ? 2 : c >= 0x3000 && c < 0x3040 ? 2 : gz_is_hangul(c) ? 2 : 1;
    enum gz_class k = gz_class_of(c);
    if (k == GZ_LETTER || k == GZ_MARK || k == GZ_DIGIT) {
      uint32_t f = gz_fold(c);
      h = (h ^ f) * 1099511628211ull;
      any = true;
      if (k == GZ_DIGIT) COUNT(digits);
      if (c >= 0x1100 && (gz_is_unspaced(c) || gz_is_hangul(c))) { l->wide++; in_word = false; }
      else if (!in_word) { in_word = true; l->words++; if (f != c) COUNT(capitals); }
    } else {
      if (c != '\'' && c != 0x2019 && c != '-' && c != '.') in_word = false;
      if (c == ' ' || c == '\n') in_word = false;
      if (is_stop(c)) {
        bool decimal = c == '.' && i < l->inner_end && t.p[i] != ' ' && t.p[i] != '\n' && t.p[i] != '"' && t.p[i] != '/' && (unsigned char)t.p[i] < 0x80 && t.p[i] != ')';
        if (!decimal && !is_stop(previous) && !(c == '.' && i < l->inner_end && (numbered(t, l->inner, i - 1) || shortened(t, l->inner, l->inner_end, i - 1)))) COUNT(stops);
        if (c == '.') in_word = in_word && decimal;
      } else if (c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B) COUNT(commas);
      else if (k == GZ_SYMBOL || c == '|' || c == '/' || c == '>' || c == 0xB7) COUNT(symbols);
      if ((c == '{' || c == '@' || c == '}') && previous == c) l->template_junk = true;
    }
    if (!gz_is_space(c)) last = is_closing(c) && last ? last : c;
    previous = c;
  }
  l->signed_off = l->stops && !l->ends && !l->wide && signed_off(gz_doc_inner(d, l));
  l->timecode = l->digits >= 3 && l->size <= 12 && is_timecode(gz_doc_inner(d, l));
  l->columns = columns;
  l->size = l->wide + 2 * l->words;
  l->hash = any ? (h ? h : 1) : 0;
  l->ends_hard = is_stop(last);
  if (!l->ends_hard) l->ends_hard = credit_behind(t, l->inner, l->inner_end);
  l->ends = l->ends_hard || last == ':' || last == 0xFF1A || last == 0xFF1B || last == ';';
  if (!l->ends_hard && l->inner_end > l->inner) {      /* a quotation that ends the line: “…” with the stop inside is caught above; 」 alone ends too */
    size_t e = l->inner_end;
    uint32_t c = gz_utf8_prev(t.p, t.n, &e);
    if ((c == 0x201D || c == 0x300D) && l->commas + l->stops > 0) l->ends = true;
  }
}

void gz_doc_split(gz_doc *d)
{
  gz_view t = d->text;
  bool blank = true;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < t.n;) {
    if (gz_watch_at(i, &due)) { d->failed = true; return; }
    const char *nl = memchr(t.p + i, '\n', t.n - i);
    size_t end = nl && d->count < GZ_LINES_MAX ? (size_t)(nl - t.p) : t.n, next = end < t.n ? end + 1 : end;
    size_t a = skip_blank(t, i, end), b = cut_blank(t, a, end);
    i = next;
    if (a >= b) { blank = true; continue; }
    void *items = d->lines;
    if (!gz_array_grow(&items, &d->cap, d->count, sizeof *d->lines)) { d->failed = true; return; }
    d->lines = items;
    gz_line *l = &d->lines[d->count++];
    memset(l, 0, sizeof *l);
    l->start = (uint32_t)a;
    l->end = (uint32_t)b;
    l->blank_before = blank;
    l->kind = GZ_BLOCK_BODY;
    undress(d, l);
    gz_doc_measure(d, l);
    l->code = gz_doc_code(gz_view_of(t.p + a, b - a));
    l->template_junk |= l->code;
    blank = false;
  }
}
