/* SHA-256 (FIPS 180-4), for recognising a record that did not change. */
#ifndef GZ_SHA256_H
#define GZ_SHA256_H
#include "base/view.h"

void gz_sha256_hex(gz_view bytes, char out[65]);

#endif
