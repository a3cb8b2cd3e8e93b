#ifndef JINFENG_PREFETCH_H
#define JINFENG_PREFETCH_H

/* Asks for a line of memory that will be read soon, and goes on. Swift has no word for it; a plain load in its place
   holds back all that follows until it is done, so that only as many are on their way as the processor can
   put off. Any address will do, a wrong one is ignored. */
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
