/* Korean. */
#include "find/discover.h"
void gz_discover_hangul(gz_ent_work *w, gz_listed *l) { (void)w; (void)l; }
