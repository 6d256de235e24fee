/* Names in what a page says of its rights and of itself. Not for other floors. */
#ifndef GZ_RIGHTS_H
#define GZ_RIGHTS_H
#include "page/doc.h"

bool gz_rights_holder(gz_view v, gz_view *name);     /* the name behind `© 2024` */
bool gz_rights_owned(gz_view v, gz_view *name);      /* a name in title marks and the word for house behind it */
bool gz_rights_own_work(gz_view v, gz_view *name);   /* a name in front of what is said of its rights */
bool gz_site_named(const gz_doc *d, const gz_line *l, gz_view *name);      /* a phrase of the kind `site` and the name behind it */

#endif
