/* An analysis that was stopped in the middle of a layer gives, asked again, what one gives that nobody stopped: nothing half-made is kept,
** neither the layer nor what it builds on (the heads of words, the language). Stopped at every question of its first hundred. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/watch.h"
#include "find/analysis.h"

static unsigned left;
static bool stop(void *arg) { (void)arg; return left-- <= 1; }

typedef gz_status layer(gz_analysis *a);

int main(void)
{
  static layer *const layers[] = {gz_need_money, gz_need_quantities, gz_need_dates, gz_need_entities, gz_need_quotes, gz_need_deals};
  static char z[200000];
  static const char sentence[] = "Ostrava Rail paid three million dollars for 12 km of track on 3 May 2024, \xE2\x80\x9Cwhich was dear,\xE2\x80\x9D said Ida Moss; Siemens acquired Alstom for $5 million.\n";
  size_t n = 0, stopped = 0;
  for (; n + sizeof sentence < sizeof z; n += sizeof sentence - 1) memcpy(z + n, sentence, sizeof sentence - 1);
  gz_view t = gz_view_of(z, n), none = gz_view_of("", 0);
  gz_analysis *want = gz_analysis_new(t, none, none, NULL);
  for (size_t k = 0; k < sizeof layers / sizeof *layers; k++) CHECK(layers[k](want) == GZ_OK, "layer %zu", k);
  CHECK(gz_need_lang(want) == GZ_OK && want->money_count > 1000 && want->date_count > 1000 && want->quantity_count > 1000 && want->deal_count > 100, "%zu sums, %zu dates, %zu quantities, %zu deals", want->money_count,
    want->date_count, want->quantity_count, want->deal_count);
  for (size_t k = 0; k < sizeof layers / sizeof *layers; k++)
    for (unsigned at = 1; at <= 100; at++) {
      gz_analysis *a = gz_analysis_new(t, none, none, NULL);
      gz_watch w = {stop, NULL, false}, *before = gz_watch_set(&w);
      left = at;
      gz_status s = layers[k](a);
      gz_watch_set(before);
      CHECK(s == (w.stopped ? GZ_INTERRUPT : GZ_OK), "layer %zu, question %u: %d", k, at, (int)s);
      stopped += w.stopped;
      for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) CHECK(layers[i](a) == GZ_OK, "layer %zu", i);
      CHECK(gz_need_lang(a) == GZ_OK && strcmp(a->lang.tag, want->lang.tag) == 0, "layer %zu, question %u: %s", k, at, a->lang.tag);
      CHECK(a->money_count == want->money_count && a->quantity_count == want->quantity_count && a->date_count == want->date_count && a->entity_count == want->entity_count &&
        a->quote_count == want->quote_count && a->deal_count == want->deal_count, "layer %zu, question %u: %zu sums, %zu quantities, %zu dates, %zu names, %zu quotations, %zu deals", k, at,
        a->money_count, a->quantity_count, a->date_count, a->entity_count, a->quote_count, a->deal_count);
      gz_analysis_free(a);
      if (!w.stopped) break;
    }
  CHECK(stopped > 50, "%zu", stopped);
  gz_analysis_free(want);
  return unit_end("analysis_stop");
}
