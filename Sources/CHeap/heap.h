#ifndef JINFENG_HEAP_H
#define JINFENG_HEAP_H

#include <malloc.h>

/* Gives memory that is free but still held back to the system; glibc does so by itself only at the end of its heaps. */
static inline void heap_trim(void) { malloc_trim(0); }

#endif
