/* Registers everything on a connection. */
#ifndef GZ_REGISTER_H
#define GZ_REGISTER_H
#include "bind/bind.h"
int gz_register(sqlite3 *db, bool with_files, char **error);
#endif
