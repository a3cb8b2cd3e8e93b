internal import CPangoCairo

/// One Pango font map and the context over it.
@safe
struct FontContext: ~Copyable {
    private let map: OpaquePointer
    let handle: OpaquePointer

    /// Makes both, the libraries being loaded first.
    ///
    /// - Throws: ``MapError/libraryMissing(_:)``.
    init() throws(MapError) {
        if let reason = unsafe cpangocairo_load() {
            throw MapError.libraryMissing(unsafe String(cString: reason))
        }
        guard let map = unsafe pango_cairo_font_map_new(),
            let handle = unsafe pango_font_map_create_context(map)
        else { fatalError("pango: out of memory") }
        unsafe self.map = map
        unsafe self.handle = handle
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe pango_cairo_context_set_font_options(handle, options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_context_set_round_glyph_positions(handle, 0)
        // Which of the forms of a character common to China, Japan and Korea is drawn.
        unsafe pango_context_set_language(handle, pango_language_from_string("zh-cn"))
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(handle))
        unsafe g_object_unref(UnsafeMutableRawPointer(map))
    }
}
