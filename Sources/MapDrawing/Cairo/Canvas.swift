internal import CPangoCairo
internal import PlanarGeometry
internal import Planning

/// One Cairo surface and the context that draws on it, in millimetres of paper from the upper left corner.
///
/// Vector surfaces are written as they are drawn, into a buffer of the canvas's own; what comes out depends on what
/// was drawn alone, not on the clock.
@safe
struct Canvas: ~Copyable {
    let context: OpaquePointer
    private let surface: OpaquePointer
    /// Kept alive as long as Cairo may write to it.
    private let sink: ByteSink
    private let format: MapFormat
    private let dotsPerInch: Double

    /// Points of 1/72 inch in a millimetre.
    private static let points = 72 / 25.4

    init(_ size: PaperSize, _ format: MapFormat, dotsPerInch: Double) throws(MapError) {
        let sink = ByteSink()
        self.sink = sink
        self.format = format
        self.dotsPerInch = dotsPerInch
        let made: OpaquePointer?
        let (width, height) = (size.width * Self.points, size.height * Self.points)
        let user = unsafe Unmanaged.passUnretained(sink).toOpaque()
        switch format {
        case .png:
            let pixels = Self.pixels(size, dotsPerInch)
            unsafe made = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(pixels.width), Int32(pixels.height))
        case .svg: unsafe made = cairo_svg_surface_create_for_stream(Self.write, user, width, height)
        case .pdf: unsafe made = cairo_pdf_surface_create_for_stream(Self.write, user, width, height)
        }
        // Cairo never answers null: a surface that failed says so when asked.
        guard let surface = unsafe made, let context = unsafe cairo_create(surface) else {
            fatalError("cairo: out of memory")
        }
        unsafe self.surface = surface
        unsafe self.context = context
        let scale = format == .png ? dotsPerInch / 25.4 : Self.points
        unsafe cairo_scale(context, scale, scale)
        try check()
    }

    deinit {
        // The context holds the surface; the surface may still write to the sink, which goes last by itself.
        unsafe cairo_destroy(context)
        unsafe cairo_surface_finish(surface)
        unsafe cairo_surface_destroy(surface)
    }

    /// How many pixels a sheet has.
    static func pixels(_ size: PaperSize, _ dotsPerInch: Double) -> (width: Int, height: Int) {
        (
            Int((size.width / 25.4 * dotsPerInch).rounded()),
            Int((size.height / 25.4 * dotsPerInch).rounded())
        )
    }

    /// Says in the file what it is; only PDF has a place for it here.
    func describe(title: String, subject: String, author: String, date: CalendarDate) {
        guard format == .pdf else { return }
        // Without a date Cairo would put down the time of day, and no two files would be the same.
        let day = "\(date)T00:00:00+08:00"
        let facts: [(cairo_pdf_metadata_t, String)] = [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_SUBJECT, subject),
            (CAIRO_PDF_METADATA_AUTHOR, author), (CAIRO_PDF_METADATA_CREATOR, "jinfeng"),
            (CAIRO_PDF_METADATA_CREATE_DATE, day), (CAIRO_PDF_METADATA_MOD_DATE, day),
        ]
        for (key, text) in facts where !text.isEmpty {
            unsafe cairo_pdf_surface_set_metadata(surface, key, text)
        }
    }

    /// Goes on with another page of a PDF.
    func turnPage() { unsafe cairo_show_page(context) }

    /// The finished file.
    consuming func finished() throws(MapError) -> [UInt8] {
        try check()
        if format == .png {
            unsafe cairo_surface_flush(surface)
            let status = unsafe cairo_surface_write_to_png_stream(
                surface, Self.write, Unmanaged.passUnretained(sink).toOpaque())
            try Self.check(status)
            return PNGResolution.stamped(sink.bytes, dotsPerInch: dotsPerInch)
        }
        unsafe cairo_surface_finish(surface)
        try Self.check(unsafe cairo_surface_status(surface))
        return sink.bytes
    }

    /// Throws what went wrong in any call so far: a context remembers its first error and ignores what follows.
    func check() throws(MapError) {
        try Self.check(unsafe cairo_surface_status(surface))
        try Self.check(unsafe cairo_status(context))
    }

    private static func check(_ status: cairo_status_t) throws(MapError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        guard let words = unsafe cairo_status_to_string(status) else { throw .cairo("\(status.rawValue)") }
        throw .cairo(unsafe String(cString: words))
    }

    private static let write: cairo_write_func_t = { user, data, length in
        guard let user = unsafe user, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<ByteSink>.fromOpaque(user).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// A Cairo context serves one task at a time.
@available(*, unavailable)
extension Canvas: Sendable {}
