// Compiles only while each function of our table is what the libraries declare, and each number what they number.
#define CPANGOCAIRO_NAMES_ONLY
#include "../../Sources/CPangoCairo/include/CPangoCairo.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>
#include <stddef.h>

#define SAME(type, name, takes, gives) static type(*check_##name) takes __attribute__((unused)) = name;
CPANGOCAIRO_FUNCTIONS(SAME)

_Static_assert(PANGO_SCALE == 1024 && sizeof(PangoRectangle) == 4 * sizeof(int), "units and rectangles");
_Static_assert(offsetof(PangoAttribute, start_index) == sizeof(void *), "ranges of attributes");
_Static_assert(offsetof(PangoAttribute, end_index) == sizeof(void *) + sizeof(unsigned), "ranges of attributes");
_Static_assert(PANGO_WEIGHT_NORMAL == 400 && PANGO_WEIGHT_BOLD == 700, "weights");
_Static_assert(CAIRO_STATUS_SUCCESS == 0 && CAIRO_STATUS_WRITE_ERROR == 11, "states");
_Static_assert(CAIRO_FORMAT_RGB24 == 1 && CAIRO_FILL_RULE_EVEN_ODD == 1, "pictures and fills");
_Static_assert(CAIRO_LINE_CAP_BUTT == 0 && CAIRO_LINE_CAP_ROUND == 1, "caps");
_Static_assert(CAIRO_LINE_JOIN_MITER == 0 && CAIRO_LINE_JOIN_ROUND == 1, "joins");
_Static_assert(CAIRO_ANTIALIAS_GRAY == 2 && CAIRO_HINT_STYLE_NONE == 1 && CAIRO_HINT_METRICS_OFF == 1, "hints");
_Static_assert(CAIRO_PDF_METADATA_TITLE == 0 && CAIRO_PDF_METADATA_AUTHOR == 1 && CAIRO_PDF_METADATA_SUBJECT == 2, "");
_Static_assert(CAIRO_PDF_METADATA_CREATOR == 4 && CAIRO_PDF_METADATA_CREATE_DATE == 5, "facts of a PDF");
_Static_assert(CAIRO_PDF_METADATA_MOD_DATE == 6, "facts of a PDF");
