/* A line of a page's head cut into labels, stamps, separators and the text between them (cut.c), and what text without a label means by its
** shape and its neighbours (byline.c). Inside ext/page. */
#ifndef GZ_CUT_H
#define GZ_CUT_H
#include "page/doc.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_TOKENS 48

enum token_kind { T_LABEL, T_STAMP, T_TEXT, T_SLASH, T_BREAK };

typedef struct token { uint8_t kind, field; bool colon, soft, timed, day; gz_span span; } token;

typedef struct cutter {
  gz_doc *d;
  size_t line;
  gz_view v;
  gz_stamp stamps[8];
  size_t stamp_count;
  token t[GZ_TOKENS];
  size_t count;
} cutter;

void gz_cut(cutter *c);             /* cut.c: fills the tokens */
/* byline.c: what the text token k tells, put among the document's finds; how many bytes of it are understood. */
size_t gz_byline_text(cutter *c, size_t k, bool stamped);
bool gz_byline_who_house(cutter *c, gz_view v);      /* Ana Lowell, Cape Times */
bool gz_byline_house_who(cutter *c, gz_view v);      /* 海岬時報 林一舟 */
bool gz_byline_relative(gz_view v);                  /* 2 months ago */
bool gz_byline_counter(gz_view v);                   /* 12 条评论 */
bool gz_byline_role(gz_view v);                      /* a name and what its bearer does */

static inline uint32_t gz_cut_at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }
static inline size_t gz_cut_spaces(gz_view v, size_t i) { while (i < v.n) { size_t k = i; uint32_t c = gz_utf8_next(v.p, v.n, &k); if (!gz_is_space(c) && c != 0x3000) break; i = k; } return i; }
static inline bool gz_cut_colon(uint32_t c) { return c == ':' || c == 0xFF1A || c == 0xFE30 || c == 0xFE55 || c == 0x2236 || c == 0x25CF || c == 0xFF1D || c == 0xFF0E || c == 0x2027; }
static inline bool gz_cut_slash(uint32_t c) { return c == '/' || c == 0xFF0F || c == 0x2215 || c == 0x2044 || c == '|' || c == 0xFF5C || c == 0x4E28 || c == 0x2502; }
static inline bool gz_cut_bracket(uint32_t c) { return c == 0x3010 || c == 0x3011 || c == 0x3014 || c == 0x3015 || c == '[' || c == ']' || c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09; }

#endif
