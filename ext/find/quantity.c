/* Quantity finder. See quantity.h. */
#include "find/quantity.h"
void gz_quantity_begin(gz_quantity_iter *it, gz_view text) { memset(it, 0, sizeof *it); it->text = text; }
bool gz_quantity_next(gz_quantity_iter *it, gz_quantity *out) { (void)it; (void)out; return false; }
