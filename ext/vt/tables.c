/* The one list of text tables. */
#include "vt/tables.h"

const gz_table *const gz_text_tables[] = {
  &gz_table_money, &gz_table_quantities, &gz_table_dates, &gz_table_entities, &gz_table_quotes, &gz_table_figures, &gz_table_deals,
  &gz_table_sentences, &gz_table_languages, &gz_table_sketch, &gz_table_blocks, &gz_table_repairs, &gz_table_parse_article, NULL,
};
