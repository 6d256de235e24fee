/* What a function may return: GZ_OK or the reason why not. GZ_ROW and GZ_DONE are for iterators. */
#ifndef GZ_STATUS_H
#define GZ_STATUS_H

typedef enum gz_status {
  GZ_OK = 0,
  GZ_NOMEM,       /* an allocation failed */
  GZ_INTERRUPT,   /* somebody asked to stop (base/watch.h) */
  GZ_TOOBIG,      /* a limit would be exceeded */
  GZ_ERROR,       /* anything else; the callee documents where the message is */
  GZ_ROW,         /* an iterator has produced an item */
  GZ_DONE         /* an iterator has come to its end */
} gz_status;

#endif
