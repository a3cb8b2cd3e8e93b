internal import CPangoCairo
internal import PlanarGeometry

/// One Pango layout of one line.
@safe
struct ShapedLine: ~Copyable {
    private let layout: OpaquePointer
    private let trailing: Double

    init(_ text: String, _ style: TypeStyle, in fonts: borrowing FontContext) {
        guard let layout = unsafe pango_layout_new(fonts.handle),
            let description = unsafe pango_font_description_from_string(TypeShaper.families),
            let attributes = unsafe pango_attr_list_new()
        else { fatalError("pango: out of memory") }
        unsafe self.layout = layout
        trailing = style.tracking * style.size
        unsafe pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(
            description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        unsafe pango_layout_set_font_description(layout, description)
        unsafe pango_font_description_free(description)
        let tracking = Int32((trailing * Double(PANGO_SCALE)).rounded())
        if tracking != 0 {
            unsafe pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(tracking))
        }
        for run in LatinRuns(text).ranges {  // the rest is set in the families of the layout
            guard let attribute = unsafe pango_attr_family_new(TypeShaper.latinFamilies) else { continue }
            unsafe attribute.pointee.start_index = UInt32(run.lowerBound)
            unsafe attribute.pointee.end_index = UInt32(run.upperBound)
            unsafe pango_attr_list_insert(attributes, attribute)
        }
        unsafe pango_layout_set_attributes(layout, attributes)
        unsafe pango_attr_list_unref(attributes)
        unsafe pango_layout_set_single_paragraph_mode(layout, 1)
        unsafe pango_layout_set_text(layout, text, -1)
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Whether some letter has no glyph in any installed font.
    var lacksGlyphs: Bool { unsafe pango_layout_get_unknown_glyphs_count(layout) > 0 }

    /// What the line takes up, from where its baseline begins.
    var extent: TypeShaper.Extent {
        var (ink, logical) = (PangoRectangle(), PangoRectangle())
        unsafe pango_layout_get_extents(layout, &ink, &logical)
        let baseline = unsafe pango_layout_get_baseline(layout)
        func millimetres(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
        return TypeShaper.Extent(
            advance: max(0, millimetres(logical.width) - trailing),
            ink: PaperRect(
                x: millimetres(ink.x), y: millimetres(ink.y - baseline), width: millimetres(ink.width),
                height: millimetres(ink.height)))
    }

    /// Draws the letters where a mark says.
    func draw(_ text: TextMark, on canvas: borrowing Canvas) {
        canvas.pick(text.style.colour)
        unsafe place(text, on: canvas) { context in unsafe pango_cairo_show_layout(context, layout) }
    }

    /// Draws the rim around them, if they have one.
    func drawRim(of text: TextMark, on canvas: borrowing Canvas) {
        guard let halo = text.style.halo else { return }
        canvas.pick(halo, 0.9)
        unsafe place(text, on: canvas) { context in
            unsafe pango_cairo_layout_path(context, layout)
            unsafe cairo_set_dash(context, nil, 0, 0)
            unsafe cairo_set_line_width(context, 2 * text.style.haloWidth)
            unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            unsafe cairo_stroke(context)
        }
    }

    /// Runs with the pen at the mark's origin, turned as the mark is, the layout fitted to it.
    private func place(_ text: TextMark, on canvas: borrowing Canvas, _ draw: (OpaquePointer) -> Void) {
        let context = unsafe canvas.context
        unsafe cairo_save(context)
        unsafe cairo_translate(context, text.origin.x, text.origin.y)
        unsafe cairo_rotate(context, text.angle)
        unsafe pango_cairo_update_layout(context, layout)
        let baseline = unsafe Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        unsafe cairo_move_to(context, 0, -baseline)
        unsafe draw(context)
        unsafe cairo_restore(context)
    }
}
