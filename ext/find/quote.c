/* Quotes. See quote.h. */
#include "find/analysis.h"
gz_status gz_quotes(struct gz_analysis *a, gz_quote **list, size_t *count) { (void)a; *list = NULL; *count = 0; return GZ_OK; }
const char *gz_speaker_kind_name(unsigned kind)
{
  static const char *const names[] = {NULL, "named", "anonymous", "organisation"};
  return kind < 4 ? names[kind] : NULL;
}
