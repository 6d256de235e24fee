/* Who speaks where a particle marks the subject, as in Japanese and Korean: Xは「…」と述べた, X는 "…"고 말했다. The noun phrase that the first
** topic or subject particle closes is looked at: a person's name, a pronoun, an organisation, else the name in front of a title, else what it is.
** Uses the analysis (entities) and speaker_words. */
#include "find/quote_int.h"
#include "text/uni.h"
#include "text/utf8.h"

/* 営む森川千代さん（72）: in [start, end), the name in front of a title; what stands before it is written with other letters. */
RARE bool titled(gz_view t, size_t start, size_t end, const gz_entity *org, gz_speaker *out)
{
  size_t p = end, name = 0, to = 0;
  uint32_t cp = gz_utf8_prev(t.p, t.n, &p), e;
  if (cp == ')' || cp == 0xFF09) while (p > start && cp != '(' && cp != 0xFF08) { end = p; cp = gz_utf8_prev(t.p, t.n, &p); }
  if (cp == '(' || cp == 0xFF08) end = p;
  p = end;
  for (int k = 0; k < 8 && p > start; k++) {
    gz_utf8_prev(t.p, t.n, &p);
    if (gz_speaker_word(gz_view_of(t.p, end), p, SK(TITLE), false, &e, NULL) && e == end) to = p;
  }
  if (!to || (org && org->span.end == to)) return false;
  p = to;
  if (t.p[p - 1] == ' ') {                                  /* 문지후 회장 */
    for (p = name = --to; p > start && gz_is_hangul(gz_utf8_prev(t.p, t.n, &(size_t){p})); name = p) gz_utf8_prev(t.p, t.n, &p);
    if (to - name < 6 || to - name > 12) return false;
    out->span.start = (uint32_t)name;
    out->span.end = (uint32_t)to;
    out->kind = GZ_SPEAKER_NAMED;
    return true;
  }
  for (name = to; p > start; name = p) {
    size_t b = p;
    cp = gz_utf8_prev(t.p, t.n, &b);
    if (!gz_is_han(cp) && gz_script_of(cp) != GZ_SCRIPT_KANA && cp != 0x30FC && cp != 0x30FB && cp != 0x3005) break;
    p = b;
  }
  if (to - name < 6) return false;
  out->span.start = (uint32_t)name;
  out->span.end = (uint32_t)to;
  out->kind = GZ_SPEAKER_NAMED;
  return true;
}

/* The noun phrase in [from, to) that a topic or subject particle closes: Xは, X는. */
bool gz_speaker_topic(const gz_analysis *a, size_t from, size_t to, gz_speaker *out)
{
  gz_view t = a->text;
  size_t best = 0;
  for (size_t p = from; p < to && !best;) {
    uint32_t end;
    if (p > from && (unsigned char)t.p[p] >= 0xE3 && gz_speaker_word(gz_view_of(t.p, to), p, SK(TOPIC), false, &end, NULL)) {
      size_t q = end;
      uint32_t next = q < t.n ? gz_utf8_next(t.p, t.n, &q) : ' ';
      bool korean = (unsigned char)t.p[p] >= 0xEA, ha = end - p == 3 && memcmp(t.p + p, "\xE3\x81\xAF", 3) == 0;
      if (korean ? next == ' ' || next == 0x201C || next == '"' || next == ',' : ha || next == 0x3001 || next == 0x300C || !gz_is_kana(next)) best = p;
    }
    gz_utf8_next(t.p, t.n, &p);
  }
  if (!best) return false;
  size_t start = best;
  while (start > from) {
    size_t b = start;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
    if (cp == 0x3001 || cp == 0x3002 || cp == '\n' || cp == ',' || cp == 0x300D) break;
    start = b;
  }
  memset(out, 0, sizeof *out);
  const gz_entity *org = NULL;
  for (size_t i = gz_first_entity(a, (uint32_t)start); i < a->entity_count && a->entities[i].span.start < best; i++) {
    const gz_entity *x = &a->entities[i];
    if (x->span.start < start || x->span.end > best) continue;
    if (x->type == GZ_PERSON) { out->span = x->span; out->entity = x->name; out->kind = GZ_SPEAKER_NAMED; }
    else if (x->type == GZ_ORG || x->type == GZ_PUBLICATION) org = x;
  }
  if (out->kind) return true;
  while (start < best && (t.p[start] == ' ')) start++;
  for (size_t p = start; p < best; gz_utf8_next(t.p, t.n, &p)) {      /* 同社は, さらに彼は, 이날 그는 */
    size_t b = p;
    uint32_t before = p > start ? gz_utf8_prev(t.p, t.n, &b) : ' ';
    if ((before == ' ' || (gz_is_kana(before) && (unsigned char)t.p[p] < 0xEA)) && gz_speaker_pronoun(t, p, best, out)) return true;
  }
  if (titled(t, start, best, org, out)) return true;
  if (org && org->span.end == best) { out->span = org->span; out->entity = org->name; out->kind = GZ_SPEAKER_ORGANISATION; return true; }
  if (gz_utf8_count(t.p, start, best) > 40 || start >= best) return false;
  out->span.start = (uint32_t)start;
  out->span.end = (uint32_t)best;
  out->kind = GZ_SPEAKER_NAMED;
  uint32_t value;
  for (size_t p = start; p < best; gz_utf8_next(t.p, t.n, &p))
    if (gz_trie_exact(&lex_speaker_words.trie, gz_view_of(t.p + p, best - p), &value) && lex_speaker_words_rows[value].kind == LEX_SPEAKER_WORDS_KIND_ROLE) {
      out->kind = GZ_SPEAKER_ANONYMOUS;
      if (p > start && gz_utf8_count(t.p, p, best) == 1) out->kind = GZ_SPEAKER_NAMED;       /* 山田氏, 김 씨 */
    }
  return true;
}
