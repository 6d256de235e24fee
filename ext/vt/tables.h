/* Descriptors of the text tables, and the column code that tables share. */
#ifndef GZ_TABLES_H
#define GZ_TABLES_H
#include "page/article.h"
#include "vt/table.h"

#define GZ_ARTICLE_COLUMNS \
  "title TEXT, alt_title TEXT, source TEXT, site TEXT, author TEXT, editor TEXT, published TEXT, published_first TEXT, published_last TEXT, " \
  "place TEXT, url TEXT, lang TEXT, body TEXT, flags TEXT"

extern const gz_table gz_table_money, gz_table_quantities, gz_table_dates, gz_table_entities, gz_table_quotes, gz_table_figures,
  gz_table_deals, gz_table_sentences, gz_table_languages, gz_table_sketch;
extern const gz_table gz_table_blocks, gz_table_repairs, gz_table_parse_article;

/* The money columns amount .. restates by index 0..8. */
void gz_money_column(sqlite3_context *ctx, const gz_money *m, int column);
/* The article columns title .. flags by index 0..13. */
void gz_article_column(sqlite3_context *ctx, const gz_article *a, int column);

#endif
