/* Inside ext/page: a document cut into lines, what is known of each, and the steps that decide. Not for other floors. */
#ifndef GZ_DOC_H
#define GZ_DOC_H
#include "base/arena.h"
#include "base/buf.h"
#include "page/article.h"

#define GZ_LINES_MAX 60000u

/* What phrases (ext/data/boilerplate.tsv) said of a line; the order of the lexicon's kinds. */
enum {
  GZ_SAYS_TOOL = 1, GZ_SAYS_RELATED = 2, GZ_SAYS_COMMENTS = 4, GZ_SAYS_LEGAL = 8, GZ_SAYS_PAYWALL = 16, GZ_SAYS_ADVERT = 32, GZ_SAYS_END = 64,
  GZ_SAYS_CREDIT = 128, GZ_SAYS_REPRINT = 256, GZ_SAYS_TRANSLATED = 512, GZ_SAYS_GENERATED = 1024, GZ_SAYS_SPONSORED = 2048, GZ_SAYS_NAV = 4096, GZ_SAYS_SITE = 8192,
  GZ_SAYS_HARD = 16384,             /* a legal phrase that no article uses of itself */
  GZ_SAYS_BUTTON = 65536,           /* a paragraph whose last sentence is a button */
  GZ_SAYS_WALL = 32768              /* the whole line is the heading of a related list, of comments, of a paywall */
};

typedef struct gz_line {
  uint32_t start, end;              /* trimmed, in doc.text; a paragraph may hold newlines */
  uint32_t inner, inner_end;        /* without the Markdown around it */
  uint32_t size;                    /* Han, kana and Hangul count 1, a word of another script 2 */
  uint32_t words, wide;             /* words of other scripts; Han, kana, Hangul */
  uint32_t columns;                 /* of its last physical line: characters, wide ones double */
  uint16_t stops, commas;           /* sentence ends, commas */
  uint16_t digits, symbols;
  uint16_t link;                    /* characters inside Markdown links */
  uint16_t capitals;                /* words that begin with a capital */
  uint16_t repeat;                  /* how often its text stands in the document */
  uint8_t heading;                  /* level of a Markdown heading */
  uint8_t kind;                     /* enum gz_block_kind */
  bool blank_before, ends, list, quote, image, rule, table, bold, template_junk;
  bool ends_hard;                   /* ends in a full stop, question or exclamation mark, with quotes behind it */
  bool timecode;                    /* `00:12:30`, `[SPEAKER_01] 00:09` */
  bool code;                        /* of a script, JSON */
  bool markup;                      /* a line end, or a character that may be Markdown, is inside it */
  bool meta, stamp_line;            /* set by meta.c */
  bool first_copy;
  bool signed_off;                  /* a sentence and an agency's letters behind it: …formal. EFQ */
  bool boxed;                       /* in a box inside the text */
  uint32_t says;                    /* GZ_SAYS_ */
  uint64_t hash;                    /* of letters and digits only, folded; 0 when there are none */
  const char *reason;
} gz_line;

enum gz_field { GZ_F_NONE, GZ_F_AUTHOR, GZ_F_SOURCE, GZ_F_SITE, GZ_F_EDITOR, GZ_F_TRANSLATOR, GZ_F_PUBLISHED, GZ_F_UPDATED, GZ_F_PLACE, GZ_F_URL, GZ_F_TITLE, GZ_F_COVER, GZ_F_PHOTO, GZ_F_IGNORED, GZ_F_COUNT };

/* Something that a line says about the article. */
typedef struct gz_found {
  uint8_t field;
  bool labelled;                    /* a label said so; else the shape of the line */
  bool timed;                       /* a date with its time of day */
  bool weak;                        /* stands beside a date, and nothing else speaks for it */
  bool sure;                        /* a name by where it stands: its words need not be known ones */
  bool soft;                        /* the label says who wrote it, person or publication (文|) */
  uint32_t line;
  gz_view value;                    /* in doc.text or the arena */
} gz_found;

typedef struct gz_doc {
  gz_view text;
  gz_arena *arena;
  gz_line *lines;
  size_t count, cap;
  gz_found *found;
  size_t found_count, found_cap;
  size_t found_sorted;              /* so many of them, those of meta.c, are in the order of their lines */
  size_t body_first, body_last;     /* lines of the main region; first > last when there is none */
  size_t title_line;                /* SIZE_MAX when no line is the title */
  bool wrapped;
  bool speakers;                    /* lines of names and roles inside the region: a transcript */
  bool dashed;                      /* speakers as `Ana Lowell -- Chief Executive`, again and again: a transcript */
  bool kana;                        /* Japanese */
  bool day_first;                   /* 06/05/2024 is in May */
  bool failed;                      /* out of memory */
} gz_doc;

void gz_doc_split(gz_doc *d);       /* lines.c */
void gz_doc_measure(gz_doc *d, gz_line *l);
void gz_doc_join(gz_doc *d);        /* join.c: hard-wrapped lines to paragraphs; then repetition */
void gz_doc_phrases(gz_doc *d);     /* phrases.c */
bool gz_doc_desk(gz_view v);        /* ends in the word for a department: 経済部 */
bool gz_doc_button(gz_view v);      /* nothing but a button */
void gz_doc_meta(gz_doc *d);        /* meta.c */
void gz_doc_habits(gz_doc *d);      /* habits.c: day_first, kana */
bool gz_doc_dashed(const gz_doc *d, const gz_line *l);      /* `Ana Lowell -- Chief Executive`; meta.c */
bool gz_doc_code(gz_view line);     /* embedded.c */
void gz_doc_embedded(gz_doc *d, size_t line, unsigned *inside);      /* what such a line says; inside: the object that the line before left open */
void gz_doc_region(gz_doc *d);      /* region.c */
gz_view gz_doc_without_site(const gz_doc *d, gz_view title, gz_view *site);      /* Headline - Cape Times */
void gz_doc_title(gz_doc *d);       /* title.c */
void gz_doc_neighbours(gz_doc *d);  /* neighbours.c: names and publications that stand alone beside a date */
void gz_doc_kinds(gz_doc *d);       /* kinds.c: kind and reason of every line */
void gz_doc_fields(gz_doc *d, gz_article *out);      /* fields.c */
void gz_doc_dateline(gz_doc *d);    /* dateline.c: what the first sentence says of itself */
void gz_doc_body(gz_doc *d, gz_article *out);        /* body.c */

void gz_doc_origin(gz_doc *d, gz_article *out);      /* source.c */
int gz_doc_agreement(const gz_doc *d, size_t line, gz_view v);      /* house.c: how far the other lines agree that v is the name of the page */
bool gz_doc_recurring(gz_doc *d, gz_view *name);      /* recur.c: a name that stands again and again around the article */
bool gz_doc_masthead(gz_doc *d, gz_view *name, gz_view *gate);      /* house.c: what the page calls itself; gate: a portal that it names */
const char *gz_doc_keep(gz_doc *d, gz_view v);       /* fields.c: a value without marks at its ends, in the arena */
const gz_found *gz_doc_best(const gz_doc *d, unsigned field);
bool gz_doc_in_head(const gz_doc *d, uint32_t line);
bool gz_doc_in_body(const gz_doc *d, uint32_t line);
void gz_doc_find(gz_doc *d, unsigned field, bool labelled, size_t line, gz_view value, bool timed);
/* May a character be Markdown inside a line, or end it? */
static inline bool gz_doc_markup(char c) { return c == '\n' || c == '\r' || c == '!' || c == '[' || c == '*' || c == '\\'; }
gz_view gz_doc_inner(const gz_doc *d, const gz_line *l);
gz_view gz_doc_words(gz_doc *d, const gz_line *l);  /* the same without the addresses of Markdown links; lines.c */
/* Names in the value of an author or editor field, joined by "; " (arena); NULL when there is none. name_list.c */
const char *gz_names_of(gz_doc *d, gz_view value, bool labelled);
bool gz_names_plain(gz_view name);  /* a Chinese name with a surname, or another name by its shape */
bool gz_person_line(gz_view line);  /* a known name, with a place behind it at most (Ana Lowell in Port Lynn) */
bool gz_name_like(gz_view name);    /* a person's name by its shape */
bool gz_staff_line(gz_view v);      /* Cape Times staff and agencies: nobody in particular */
bool gz_role_any(gz_view v);        /* one of its words is a role */
bool gz_role_ends(gz_view v);       /* ends in the word of a role: Markets Reporter */
bool gz_media_like(gz_view name);   /* a publication by its last word */
bool gz_elided(gz_view word);       /* d’Armor */
bool gz_name_shape(gz_view name);   /* two or three capitalised words that are no everyday ones */
bool gz_name_shapes(gz_view names); /* one such name or several */
bool gz_dotted_names(gz_view v);    /* 马修·霍克斯、艾琳·多兰 */
bool gz_han_person(gz_view name);   /* Han characters that begin with a Chinese or Japanese surname */
bool gz_firm_like(gz_view name);    /* a company by its legal form; rights.c */
bool gz_section(gz_view name);      /* a section: 商业, World News; house.c */
bool gz_portal(gz_view name);       /* a site that carries what others wrote; house.c */
bool gz_publication(gz_view name);  /* one that the gazetteer knows */
bool gz_place(gz_view name);        /* of ext/data/places.tsv or the gazetteer */
/* Lists of words in one string, a NUL behind each: the length of the first of them that begins or ends v; 0: none. names.c */
size_t gz_begins(gz_view v, const char *list);
size_t gz_ends(gz_view v, const char *list);
gz_view gz_trim(gz_view v);         /* white space and the separators of bylines */

#endif
