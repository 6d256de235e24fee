/* Names in what a page says of its rights and of itself: the holder behind ©, a house in title marks, whose own work it is, the site that an advert names. */
#include "page/rights.h"
#include "lex_boilerplate.h"
#include "lex_boilerplate_any.h"
#include "lex_legal_forms.h"
#include "text/uni.h"
#include "text/utf8.h"

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

/* Without the legal form at its ends (Bloomberg L.P., 一般社団法人…), if a name is left. */
static gz_view without_form(gz_view v)
{
  size_t i = v.n, n = 0;
  char key[24];
  uint32_t row;
  while (i > 0 && v.p[i - 1] != ' ') i--;
  for (size_t k = i; k < v.n && n + 1 < sizeof key; k++) if (gz_is_alnum((unsigned char)v.p[k])) key[n++] = v.p[k];
  if (i > 2 && n && n < 8 && gz_trie_exact(&lex_legal_forms.trie, gz_view_of(key, n), &row) && lex_legal_forms_rows[row].kind == LEX_LEGAL_FORMS_KIND_FORM) return gz_trim(gz_view_of(v.p, i));
  gz_hit hits[6];
  for (size_t k = gz_trie_prefixes(&lex_legal_forms.trie, v, 0, hits, 6); k-- > 0;) {
    const lex_legal_forms_row *r = &lex_legal_forms_rows[hits[k].value];
    if (r->glue == LEX_LEGAL_FORMS_GLUE_GLUED && (r->where & 1u) && v.n - hits[k].end >= 6) return gz_trim(gz_view_of(v.p + hits[k].end, v.n - hits[k].end));
  }
  return v;
}

bool gz_firm_like(gz_view v)
{
  v = gz_trim(v);
  return v.n >= 6 && v.n <= 60 && without_form(v).n < v.n;
}

/* Where a phrase of rights begins in v (版权所有, All rights reserved). */
static size_t rights(gz_view v)
{
  for (size_t i = 0; i < v.n;) {
    size_t b = i;
    gz_hit hits[6];
    gz_utf8_next(v.p, v.n, &i);
    if (!gz_word_boundary(v, b)) continue;
    for (size_t k = gz_trie_prefixes(&lex_boilerplate_any.trie, v, b, hits, 6); k-- > 0;)
      for (uint32_t row = hits[k].value;; row++) {
        if (lex_boilerplate_any_rows[row].kind == LEX_BOILERPLATE_ANY_KIND_LEGAL && gz_word_boundary(v, hits[k].end)) return b;
        if (!lex_boilerplate_any_rows[row].more) break;
      }
  }
  return v.n;
}

/* 以上内容为《海岬报》社原创作品: a name in title marks and the word for house behind it. */
bool gz_rights_owned(gz_view v, gz_view *name)
{
  static const char words[] = "社\0报社\0報社\0杂志\0雜誌\0网站\0網站\0原创\0原創\0版权\0版權\0";
  for (size_t i = 0; i + 6 < v.n; i++) {
    if (memcmp(v.p + i, "\xE3\x80\x8A", 3) != 0) continue;
    for (size_t e = i + 6; e + 3 <= v.n && e - i < 48; e++) {
      if (memcmp(v.p + e, "\xE3\x80\x8B", 3) != 0) continue;
      if (!gz_begins(gz_view_of(v.p + e + 3, v.n - e - 3), words)) break;
      *name = gz_view_of(v.p + i + 3, e - i - 3);
      return true;
    }
  }
  return false;
}

/* 海岬网原创文章，未经授权禁止转载: a name in front of what is said of its rights. */
bool gz_rights_own_work(gz_view v, gz_view *name)
{
  for (size_t i = 6; i + 12 <= v.n && i <= 30; i++) {
    if (!gz_begins(gz_view_of(v.p + i, v.n - i), "原创文章\0原創文章\0原创作品\0原创内容\0")) continue;
    *name = gz_view_of(v.p, i);
    for (size_t k = 0; k < i;) if (!gz_is_alnum(gz_utf8_next(v.p, i, &k))) return false;
    return gz_media_like(*name) && !gz_begins(*name, "本\0");
  }
  return false;
}

/* The name behind `© 2024`, `저작권자 ⓒ`, up to a full stop, a comma or a phrase of rights. */
bool gz_rights_holder(gz_view v, gz_view *name)
{
  static const char marks[] = "\xC2\xA9\0Copyright\0copyright\0COPYRIGHT\0(c)\0(C)\0\xE2\x93\x92\0\xE2\x92\xB8\0Tous droits r\xC3\xA9serv\xC3\xA9s\0Todos los derechos reservados\0Alle Rechte vorbehalten\0";
  size_t i = 0;
  bool marked = false;
  for (; i < v.n && i < 30 && !marked; i += !marked) marked = gz_begins(gz_view_of(v.p + i, v.n - i), marks) > 0;
  for (size_t n = marked; n > 0; i += n) {
    while (i < v.n && (v.p[i] == ' ' || v.p[i] == ',' || v.p[i] == '-' || (v.p[i] >= '0' && v.p[i] <= '9'))) i++;
    n = gz_begins(gz_view_of(v.p + i, v.n - i), marks);
    if (i > 3 && v.p[i - 1] >= '0' && v.p[i - 1] <= '9') i += gz_begins(gz_view_of(v.p + i, v.n - i), "年\0");
  }
  if (!marked) return false;
  if (v.n - i > 3 && memcmp(v.p + i, "by ", 3) == 0) i += 3;
  size_t from = i, end = i + rights(gz_view_of(v.p + i, v.n - i));
  while (i < end) {
    size_t k = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &k);
    if ((c == 0x2013 || c == 0x2014 || c == '-') && k < v.n && v.p[k] == ' ' && i > from && v.p[i - 1] == ' ') break;
    bool stop = c == '.' && (k >= v.n || v.p[k] == ' ') && !(i >= from + 2 && v.p[i - 2] == '.');      /* L.P. goes on */
    if (c == '&' && k < v.n && memchr(v.p + k, '.', v.n - k < 24 ? v.n - k : 24)) break;      /* & its domain */
    if (c == ',' || c == '|' || c == 0x3002 || c == '\n' || c == '>' || c == ']' || stop) break;
    i = k;
  }
  *name = gz_trim(gz_view_of(v.p + from, i - from));
  for (size_t k = 0; k + 4 <= name->n; k++) if (name->p[k] >= '0' && name->p[k] <= '9' && k == name->n - 4) name->n = k;      /* a year behind */
  for (size_t k = 6; k + 3 < name->n; k++) if (memcmp(name->p + k, "ICP", 3) == 0) { while (k > 0 && name->p[k - 1] != ' ') k--; if (k) name->n = k - 1; break; }      /* 海岬科技有限公司 海ICP备… */
  *name = without_form(gz_trim(*name));
  uint32_t row;
  if (gz_trie_exact(&lex_boilerplate.trie, *name, &row)) return false;      /* © THE END */
  return name->n >= 2 && name->n <= 50 && (gz_fold(at(*name, 0)) != at(*name, 0) || (unsigned char)name->p[0] >= 0x80);
}

/* The name that begins at pos: letters and digits, capitalised words. */
static bool name_at(gz_view v, size_t e, gz_view *name)
{
  while (e < v.n && v.p[e] == ' ') e++;
  size_t from = e;
  while (e < v.n) {
    size_t m = e;
    uint32_t c = gz_utf8_next(v.p, v.n, &m);
    if (!gz_is_letter(c) && !gz_is_digit(c) && c != '&' && !(c == ' ' && m < v.n && v.p[m] >= 'A' && v.p[m] <= 'Z')) break;
    if ((c | 32) == 'a' && v.n - e >= 3 && (v.p[e + 1] | 32) == 'p' && (v.p[e + 2] | 32) == 'p') break;
    e = m;
  }
  gz_view w = gz_trim(gz_view_of(v.p + from, e - from));
  bool wide = w.n && (unsigned char)w.p[0] >= 0x80;
  *name = w;
  return w.n >= 4 && w.n <= 40 && !gz_doc_button(w) && (wide ? gz_media_like(w) : gz_fold(at(w, 0)) != at(w, 0));
}

/* `下载海岬新闻APP`, `investment advice related to Lynx.`: a phrase of the kind `site` and the name behind it. */
bool gz_site_named(const gz_doc *d, const gz_line *l, gz_view *name)
{
  gz_view v = gz_doc_inner(d, l);
  gz_hit hits[8];
  size_t n = l->size <= 24 ? gz_trie_prefixes(&lex_boilerplate.trie, v, 0, hits, 8) : 0;
  for (size_t k = n; k-- > 0;)
    for (uint32_t row = hits[k].value;; row++) {
      if (lex_boilerplate_rows[row].kind == LEX_BOILERPLATE_KIND_SITE && name_at(v, hits[k].end, name)) return true;
      if (!lex_boilerplate_rows[row].more) break;
    }
  for (size_t i = 0; i < v.n && i < 2000; gz_utf8_next(v.p, v.n, &i)) {
    n = gz_trie_prefixes(&lex_boilerplate_any.trie, v, i, hits, 8);
    for (size_t k = n; k-- > 0;)
      for (uint32_t row = hits[k].value;; row++) {
        if (lex_boilerplate_any_rows[row].kind == LEX_BOILERPLATE_ANY_KIND_SITE && name_at(v, hits[k].end, name)) return true;
        if (!lex_boilerplate_any_rows[row].more) break;
      }
  }
  return false;
}
