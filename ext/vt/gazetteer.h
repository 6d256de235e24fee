/* The writable table `gazetteer`: built-in names and this connection's own (DIRECTONLY). */
#ifndef GZ_GAZETTEER_H
#define GZ_GAZETTEER_H
#include "bind/bind.h"
int gz_gazetteer_register(sqlite3 *db, gz_conn *c);
#endif
