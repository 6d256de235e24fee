/* Short names that a text gives itself: 瑞禾科技有限公司(以下简称“瑞禾”), (下称:瑞禾), Rayhold Industries Inc. ("Rayhold"), 株式会社瑞穂(以下、瑞穂),
** 서울정밀(이하 '서울'). Right behind the full name a bracket opens, a word that announces a name or a quotation mark follows, and the name
** ends at the mark that answers or at the bracket. What any party may be called (the "Company", 本公司) is no name. */
#include "find/entity_work.h"
#include "find/han_data.h"
#include "find/small_word.h"
#include "lex_legal_forms.h"

#define NAME_MAX 48                    /* bytes */

static bool skip(gz_view t, size_t *pos, const char *z)
{
  gz_view v = gz_view_cstr(z);
  if (!gz_folded_at(t, *pos, v)) return false;
  for (size_t k = 0; k < v.n; gz_utf8_next(v.p, v.n, &k)) gz_utf8_next(t.p, t.n, pos);
  return true;
}

static void spaces(gz_view t, size_t *pos) { while (*pos < t.n && t.p[*pos] == ' ') ++*pos; }

/* 以下简称, 下称, 以下、, 이하: a name follows. */
static bool announced(gz_view t, size_t *pos)
{
  if (!gz_small_word_at(t, *pos, GZ_SMALL(DEFINES), pos)) return false;
  while (skip(t, pos, ":") || skip(t, pos, "、") || skip(t, pos, ",") || skip(t, pos, "为") || skip(t, pos, " ")) { }
  return true;
}

static bool quotes(uint32_t cp)
{
  return cp == '"' || cp == '\'' || (cp >= 0x2018 && cp <= 0x201F) || (cp >= 0x300C && cp <= 0x300F) || cp == 0xFF02 || cp == 0x2033;
}

/* 公司, 本公司, 集团: nobody's name. */
static bool anybody(gz_view v)
{
  uint32_t row;
  if (gz_trie_exact(&lex_legal_forms.trie, v, &row)) return true;
  return gz_han_exact(v, &row) && (gz_han_rows[row].roles & (GZ_HAN_STOP | GZ_HAN_TAIL | GZ_HAN_SEAT | GZ_HAN_ORG | GZ_HAN_TITLE | GZ_HAN_FIELD));
}

bool gz_defined_name(gz_view t, uint32_t end, gz_span *name)
{
  size_t pos = end;
  spaces(t, &pos);
  unsigned char c = pos < t.n ? (unsigned char)t.p[pos] : 0;
  if ((c < 0x80 && c != '(') || (c >= 0xE4 && c <= 0xE9) || !skip(t, &pos, "(")) return false;
  bool told = announced(t, &pos);
  size_t p = pos;
  bool quoted = p < t.n && quotes(gz_utf8_next(t.p, t.n, &p));
  if (quoted) pos = p;
  if (!told && !quoted) return false;
  size_t from = pos;
  for (;; pos = p) {
    p = pos;
    if (pos >= t.n || pos - from > NAME_MAX) return false;
    uint32_t cp = gz_utf8_next(t.p, t.n, &p);
    if (quoted ? quotes(cp) : gz_fold(cp) == ')') break;
    if (!gz_is_alnum(cp) && cp != ' ' && cp != '&' && cp != '-' && cp != '.' && gz_fold(cp) != 0xB7) return false;
  }
  gz_span s = {(uint32_t)from, (uint32_t)pos};
  gz_view v = gz_view_slice(t, s);
  if (v.n < 2 || anybody(v)) return false;
  if ((unsigned char)v.p[0] < 0x80 && !(v.p[0] >= 'A' && v.p[0] <= 'Z')) return false;
  *name = s;
  return true;
}
