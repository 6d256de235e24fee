/* The FTS5 tokenizer `gazette`. */
#ifndef GZ_TOKENIZER_H
#define GZ_TOKENIZER_H
#include "bind/bind.h"
int gz_tokenizer_register(sqlite3 *db, gz_conn *c);      /* a host without FTS5 is no error */
#endif
