#include "CGDAL.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static CGDALFunctions functions;
static int is_loaded;
static char failure[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The soname of GDAL 3.n is libgdal.so.(26 + n): that of the headers first, whose types are compiled in.
static void *open_library(void) {
    char name[32];
    snprintf(name, sizeof name, "libgdal.so.%d", 26 + GDAL_VERSION_MINOR);
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
    const char *said = dlerror();
    snprintf(failure, sizeof failure, "%s", said ? said : name);
    return NULL;
}

static void load(void) {
    void *library = open_library();
    if (!library) return;
#define CGDAL_FIND(name)                                                                          \
    *(void **)&functions.name = dlsym(library, #name);                                            \
    if (!*(void **)&functions.name) {                                                             \
        snprintf(failure, sizeof failure, "libgdal: no %s", #name);                               \
        return;                                                                                   \
    }
    CGDAL_DECLARED(CGDAL_FIND)
    CGDAL_DRIVERS(CGDAL_FIND)
#undef CGDAL_FIND
#define CGDAL_REGISTER(name) functions.name();
    CGDAL_DRIVERS(CGDAL_REGISTER)
#undef CGDAL_REGISTER
    is_loaded = 1;
}

const CGDALFunctions *cgdal_functions(void) {
    pthread_once(&once, load);
    return is_loaded ? &functions : NULL;
}

const char *cgdal_failure(void) { return failure; }
