internal import CPangoCairo
internal import PlanarGeometry

extension Canvas {
    /// Puts marks on paper, in order.
    ///
    /// - Parameters:
    ///   - marks: the marks.
    ///   - type: what sets their letters.
    ///   - isWanted: whether anybody still waits for the file.
    /// - Throws: ``MapError/cairo(_:)``, or ``MapError/abandoned``.
    func draw(
        _ marks: [Mark], with type: borrowing TypeShaper, while isWanted: () -> Bool = { true }
    ) throws(MapError) {
        var texts: [TextMark] = []
        for mark in marks {
            guard isWanted() else { throw .abandoned }
            if case .text(let text) = mark {
                texts.append(text)
                continue
            }
            type.draw(texts, on: self)
            texts.removeAll(keepingCapacity: true)
            switch mark {
            case .area(let rings, let colour, let opacity):
                trace(rings)
                pick(colour, opacity)
                unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
                unsafe cairo_fill(context)
            case .line(let points, let isClosed, let pen):
                trace([points], isClosed: isClosed)
                stroke(pen)
            case .strokes(let chains, let pen):
                trace(chains, isClosed: false)
                stroke(pen)
            case .text: break
            case .beginClip(let rings):
                unsafe cairo_save(context)
                trace(rings)
                unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
                unsafe cairo_clip(context)
            case .endClip: unsafe cairo_restore(context)
            }
        }
        type.draw(texts, on: self)
        // What follows, a picture's compression, is one step.
        guard isWanted() else { throw .abandoned }
        try check()
    }

    private func trace(_ chains: [[Point]], isClosed: Bool = true) {
        unsafe cairo_new_path(context)
        for chain in chains {
            guard let first = chain.first else { continue }
            unsafe cairo_move_to(context, first.x, first.y)
            for point in chain.dropFirst() { unsafe cairo_line_to(context, point.x, point.y) }
            if isClosed { unsafe cairo_close_path(context) }
        }
    }

    private func stroke(_ pen: Pen) {
        pick(pen.colour, pen.opacity)
        unsafe cairo_set_line_width(context, pen.width)
        unsafe cairo_set_line_cap(context, pen.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        unsafe cairo_set_line_join(context, pen.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
        unsafe pen.dashes.withUnsafeBufferPointer { dashes in
            unsafe cairo_set_dash(context, dashes.baseAddress, Int32(dashes.count), 0)
        }
        unsafe cairo_stroke(context)
    }

    func pick(_ colour: Colour, _ opacity: Double = 1) {
        unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity)
    }
}
