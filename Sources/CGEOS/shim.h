// Only the reentrant half of GEOS's C API: without this macro the header also declares functions that share
// one global context, which no thread of ours may touch.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
