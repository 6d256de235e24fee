/* Tables that touch the file system (DIRECTONLY): read_articles, list_files. Not registered by the nofs entry point. */
#ifndef GZ_FILES_H
#define GZ_FILES_H
#include "bind/bind.h"
int gz_files_register(sqlite3 *db, gz_conn *c);
#endif
