#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// The names are for this program alone: exported, they would stand before those of the libraries themselves. The
// system's headers come first, whose names are not ours to hide.
#pragma GCC visibility push(hidden)
#include "CPangoCairo.h"

static char failure[512];
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define DEFINE(type, name, takes, gives)       \
    static type(*found_##name) takes;          \
    type name takes { return found_##name gives; }
CPANGOCAIRO_FUNCTIONS(DEFINE)
#undef DEFINE

static void load(void) {
    // Brings Pango, Cairo and GObject with it.
    void *library = dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (!library) {
        const char *said = dlerror();
        snprintf(failure, sizeof failure, "%s", said ? said : "libpangocairo-1.0.so.0");
        return;
    }
#define FIND(type, name, takes, gives)                                                  \
    *(void **)&found_##name = dlsym(library, #name);                                    \
    if (!found_##name) {                                                                \
        snprintf(failure, sizeof failure, "libpangocairo-1.0.so.0: no %s", #name);      \
        return;                                                                         \
    }
    CPANGOCAIRO_FUNCTIONS(FIND)
#undef FIND
    is_loaded = 1;
}

const char *cpangocairo_load(void) {
    pthread_once(&once, load);
    return is_loaded ? NULL : failure;
}
#pragma GCC visibility pop
