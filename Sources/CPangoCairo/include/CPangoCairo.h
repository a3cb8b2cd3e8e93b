#ifndef CPANGOCAIRO_H
#define CPANGOCAIRO_H

// What MapDrawing asks of Pango, Cairo and GObject, loaded when the first sheet is drawn and linked to nothing: the
// loader would otherwise map 32 more shared libraries at every start, 6 ms that `jinfeng locate` has no use for.
// The declarations are those of pangocairo.h, cairo-pdf.h and cairo-svg.h (Pango 1.50, Cairo 1.16), whose interfaces
// have stood since Pango 1.44 and Cairo 1.16; behind each name stands a function that passes on what it is given.

/// Every function: what it returns, its name, what it takes, and that again to be passed on.
#define CPANGOCAIRO_FUNCTIONS(X)                                                                              \
    X(cairo_surface_t *, cairo_image_surface_create, (cairo_format_t f, int w, int h), (f, w, h))             \
    X(cairo_surface_t *, cairo_svg_surface_create_for_stream,                                                 \
      (cairo_write_func_t write, void *closure, double w, double h), (write, closure, w, h))                  \
    X(cairo_surface_t *, cairo_pdf_surface_create_for_stream,                                                 \
      (cairo_write_func_t write, void *closure, double w, double h), (write, closure, w, h))                  \
    X(void, cairo_pdf_surface_set_metadata,                                                                   \
      (cairo_surface_t *s, cairo_pdf_metadata_t key, const char *text), (s, key, text))                       \
    X(cairo_status_t, cairo_surface_write_to_png_stream,                                                      \
      (cairo_surface_t *s, cairo_write_func_t write, void *closure), (s, write, closure))                     \
    X(void, cairo_surface_flush, (cairo_surface_t *s), (s))                                                   \
    X(void, cairo_surface_finish, (cairo_surface_t *s), (s))                                                  \
    X(void, cairo_surface_destroy, (cairo_surface_t *s), (s))                                                 \
    X(cairo_status_t, cairo_surface_status, (cairo_surface_t *s), (s))                                        \
    X(cairo_t *, cairo_create, (cairo_surface_t *s), (s))                                                     \
    X(void, cairo_destroy, (cairo_t *c), (c))                                                                 \
    X(cairo_status_t, cairo_status, (cairo_t *c), (c))                                                        \
    X(const char *, cairo_status_to_string, (cairo_status_t status), (status))                                \
    X(void, cairo_save, (cairo_t *c), (c))                                                                    \
    X(void, cairo_restore, (cairo_t *c), (c))                                                                 \
    X(void, cairo_scale, (cairo_t *c, double x, double y), (c, x, y))                                         \
    X(void, cairo_translate, (cairo_t *c, double x, double y), (c, x, y))                                     \
    X(void, cairo_rotate, (cairo_t *c, double angle), (c, angle))                                             \
    X(void, cairo_new_path, (cairo_t *c), (c))                                                                \
    X(void, cairo_move_to, (cairo_t *c, double x, double y), (c, x, y))                                       \
    X(void, cairo_line_to, (cairo_t *c, double x, double y), (c, x, y))                                       \
    X(void, cairo_close_path, (cairo_t *c), (c))                                                              \
    X(void, cairo_clip, (cairo_t *c), (c))                                                                    \
    X(void, cairo_fill, (cairo_t *c), (c))                                                                    \
    X(void, cairo_stroke, (cairo_t *c), (c))                                                                  \
    X(void, cairo_show_page, (cairo_t *c), (c))                                                               \
    X(void, cairo_set_fill_rule, (cairo_t *c, cairo_fill_rule_t rule), (c, rule))                             \
    X(void, cairo_set_source_rgba, (cairo_t *c, double r, double g, double b, double a), (c, r, g, b, a))     \
    X(void, cairo_set_line_width, (cairo_t *c, double width), (c, width))                                     \
    X(void, cairo_set_line_cap, (cairo_t *c, cairo_line_cap_t cap), (c, cap))                                 \
    X(void, cairo_set_line_join, (cairo_t *c, cairo_line_join_t join), (c, join))                             \
    X(void, cairo_set_dash, (cairo_t *c, const double *dashes, int count, double offset),                     \
      (c, dashes, count, offset))                                                                             \
    X(cairo_font_options_t *, cairo_font_options_create, (void), ())                                          \
    X(void, cairo_font_options_destroy, (cairo_font_options_t *o), (o))                                       \
    X(void, cairo_font_options_set_antialias, (cairo_font_options_t *o, cairo_antialias_t a), (o, a))         \
    X(void, cairo_font_options_set_hint_style, (cairo_font_options_t *o, cairo_hint_style_t s), (o, s))       \
    X(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *o, cairo_hint_metrics_t m), (o, m))   \
    X(PangoFontMap *, pango_cairo_font_map_new, (void), ())                                                   \
    X(PangoContext *, pango_font_map_create_context, (PangoFontMap *m), (m))                                  \
    X(void, pango_cairo_context_set_font_options, (PangoContext *c, const cairo_font_options_t *o), (c, o))   \
    X(void, pango_context_set_round_glyph_positions, (PangoContext *c, int rounds), (c, rounds))              \
    X(void, pango_context_set_language, (PangoContext *c, PangoLanguage *l), (c, l))                          \
    X(PangoLanguage *, pango_language_from_string, (const char *text), (text))                                \
    X(PangoFontDescription *, pango_font_description_from_string, (const char *text), (text))                 \
    X(void, pango_font_description_free, (PangoFontDescription *d), (d))                                      \
    X(void, pango_font_description_set_absolute_size, (PangoFontDescription *d, double size), (d, size))      \
    X(void, pango_font_description_set_weight, (PangoFontDescription *d, PangoWeight w), (d, w))              \
    X(PangoAttrList *, pango_attr_list_new, (void), ())                                                       \
    X(void, pango_attr_list_insert, (PangoAttrList *l, PangoAttribute *a), (l, a))                            \
    X(void, pango_attr_list_unref, (PangoAttrList *l), (l))                                                   \
    X(PangoAttribute *, pango_attr_letter_spacing_new, (int spacing), (spacing))                              \
    X(PangoAttribute *, pango_attr_family_new, (const char *families), (families))                            \
    X(PangoLayout *, pango_layout_new, (PangoContext *c), (c))                                                \
    X(void, pango_layout_set_font_description, (PangoLayout *l, const PangoFontDescription *d), (l, d))       \
    X(void, pango_layout_set_attributes, (PangoLayout *l, PangoAttrList *a), (l, a))                          \
    X(void, pango_layout_set_single_paragraph_mode, (PangoLayout *l, int isSingle), (l, isSingle))            \
    X(void, pango_layout_set_text, (PangoLayout *l, const char *text, int length), (l, text, length))         \
    X(int, pango_layout_get_baseline, (PangoLayout *l), (l))                                                  \
    X(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *l), (l))                                      \
    X(void, pango_layout_get_extents, (PangoLayout *l, PangoRectangle *ink, PangoRectangle *logical),         \
      (l, ink, logical))                                                                                      \
    X(void, pango_cairo_update_layout, (cairo_t *c, PangoLayout *l), (c, l))                                  \
    X(void, pango_cairo_layout_path, (cairo_t *c, PangoLayout *l), (c, l))                                    \
    X(void, pango_cairo_show_layout, (cairo_t *c, PangoLayout *l), (c, l))                                    \
    X(void, g_object_unref, (void *object), (object))

// The check against the libraries' own headers wants the table alone.
#ifndef CPANGOCAIRO_NAMES_ONLY

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoAttrList PangoAttrList;
/// What an attribute says stands behind its class; the range is of bytes of the text.
typedef struct {
    const void *kind;
    unsigned start_index, end_index;
} PangoAttribute;
typedef struct _PangoLanguage PangoLanguage;

/// Pango's units in a unit of its user.
#define PANGO_SCALE 1024
typedef struct { int x, y, width, height; } PangoRectangle;
typedef enum { PANGO_WEIGHT_NORMAL = 400, PANGO_WEIGHT_BOLD = 700 } PangoWeight;

/// Of what can go wrong only what is told apart here; any other number comes as it is.
typedef enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 } cairo_status_t;
typedef enum { CAIRO_FORMAT_RGB24 = 1 } cairo_format_t;
typedef enum { CAIRO_FILL_RULE_WINDING = 0, CAIRO_FILL_RULE_EVEN_ODD = 1 } cairo_fill_rule_t;
typedef enum { CAIRO_LINE_CAP_BUTT = 0, CAIRO_LINE_CAP_ROUND = 1 } cairo_line_cap_t;
typedef enum { CAIRO_LINE_JOIN_MITER = 0, CAIRO_LINE_JOIN_ROUND = 1 } cairo_line_join_t;
typedef enum { CAIRO_ANTIALIAS_GRAY = 2 } cairo_antialias_t;
typedef enum { CAIRO_HINT_STYLE_NONE = 1 } cairo_hint_style_t;
typedef enum { CAIRO_HINT_METRICS_OFF = 1 } cairo_hint_metrics_t;
typedef enum {
    CAIRO_PDF_METADATA_TITLE = 0,
    CAIRO_PDF_METADATA_AUTHOR = 1,
    CAIRO_PDF_METADATA_SUBJECT = 2,
    CAIRO_PDF_METADATA_CREATOR = 4,
    CAIRO_PDF_METADATA_CREATE_DATE = 5,
    CAIRO_PDF_METADATA_MOD_DATE = 6
} cairo_pdf_metadata_t;
typedef cairo_status_t (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

#define CPANGOCAIRO_DECLARE(type, name, takes, gives) type name takes;
CPANGOCAIRO_FUNCTIONS(CPANGOCAIRO_DECLARE)
#undef CPANGOCAIRO_DECLARE

/// Loads the libraries once.
///
/// Returns NULL, or why none of the functions may be called.
const char *cpangocairo_load(void);

#endif
#endif
