/* Short forms. */
#include "find/entity_work.h"
void gz_stage_short(gz_ent_work *w) { (void)w; }
