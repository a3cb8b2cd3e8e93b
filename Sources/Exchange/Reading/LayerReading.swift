import GeoJSON
import PlanarGeometry
import Projection
import Tables
import Wording

/// Reads the features of a layer, or of every layer where the format's layers are mere folders.
struct LayerReading {
    private let path: String
    private let format: SiteFileFormat
    private let options: SiteFileOptions

    struct Outcome {
        var name = ""
        var frame: ReferenceFrame?
        var features: [Feature] = []
        var notes: [Note] = []
    }

    init(_ path: String, _ format: SiteFileFormat, _ options: SiteFileOptions) {
        self.path = path
        self.format = format
        self.options = options
    }

    func read() throws(ExchangeError) -> Outcome {
        var outcome = Outcome()
        var session = try GDALSession()
        // Blocks are drawn where they are inserted; arcs are cut finer than the 4° GDAL takes by itself.
        session.set("DXF_INLINE_BLOCKS", "TRUE")
        session.set("OGR_ARC_STEPSIZE", "\(GDALFeature.chordDegrees)")
        if format == .dxf, let encoding = try drawingEncoding() { session.set("DXF_ENCODING", encoding) }
        var openOptions: [String] = []
        var path = path
        if format == .shapefile {
            let parts = try ShapefileParts(path)
            path = parts.main ?? path
            if let encoding = options.encoding {
                openOptions.append("ENCODING=\(encoding == .utf8 ? "UTF-8" : "GB18030")")
            } else if let (encoding, _) = try parts.unstatedEncoding() {
                let name = encoding == .utf8 ? "UTF-8" : "GB18030"
                openOptions.append("ENCODING=\(name)")
                outcome.notes.append(
                    Note(
                        code: "encoding_recognised",
                        text: Bilingual(
                            zh: "Shapefile 未写明编码，按内容识别为 \(name)。",
                            en: "The shapefile does not state its encoding; by its content it is \(name).")))
            }
        }
        guard
            let file = GDALDataset(
                reading: path, drivers: [format.driver ?? ""], options: openOptions, session)
        else { throw .damaged(path, format, .gdal(session.lastWords)) }
        let layers = try chosen(file)
        outcome.name = layers.count == 1 ? layers[0].name : ""
        outcome.frame = try frame(of: layers[0])
        var reader = FeatureCollecting(
            path: path, format: format, wantedLayer: format == .dxf ? options.layer : nil)
        for layer in layers {
            // A layer in another frame than the first would be put in the wrong place.
            let frame = try frame(of: layer)
            guard frame == outcome.frame else { throw .severalLayers(path, layers.map(\.name)) }
            let words = session.words
            try layer.forEachFeature { feature throws(ExchangeError) in
                try reader.take(feature, hearing: words)
            }
        }
        if format == .dxf, !session.words.failures.isEmpty {
            let splines = FittedSplines(in: path)
            // Each of them was said by its line, once when features were counted and once when they were read; and nothing else.
            if splines.count == Set(session.words.failures).count {
                _ = session.words.takeFailure(since: 0)
                if let note = splines.note { outcome.notes.append(note) }
            }
        }
        if let words = session.words.failures.first { throw .damaged(path, format, .gdal(words)) }
        outcome.features =
            format == .dxf ? reader.drawing(closing: options.closingTolerance) : reader.features
        guard !outcome.features.isEmpty else {
            if format == .dxf, let wanted = options.layer {
                throw .noLayer(path, wanted, reader.drawingLayers)
            }
            throw .noFeatures(path)
        }
        outcome.notes += reader.notes
        return outcome
    }

    /// The encoding of a drawing where GDAL would go by its code page and be wrong.
    ///
    /// From AutoCAD 2007 on (AC1021) a DXF is UTF-8 whatever code page it names.
    private func drawingEncoding() throws(ExchangeError) -> String? {
        if let encoding = options.encoding { return encoding == .utf8 ? "UTF-8" : "GB18030" }
        let lines = String(decoding: try FileBytes.head(path, count: 4096), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map { String($0).trimmed }
        guard let place = lines.firstIndex(of: "$ACADVER"), place + 2 < lines.count else { return nil }
        return lines[place + 2] >= "AC1021" ? "UTF-8" : nil
    }

    /// The layers to read: the one asked for, all folders of a KML, else the only one with geometry.
    private func chosen(_ file: borrowing GDALDataset) throws(ExchangeError) -> [GDALLayer] {
        let layers = (0..<file.layerCount).compactMap { file.layer($0) }
        // Its one layer is what its head describes.
        if format == .flatGeobuf, layers.isEmpty {
            throw .damaged(path, format, Bilingual(zh: "文件头不完整", en: "its head is cut short"))
        }
        if let wanted = options.layer, format != .dxf {
            guard let layer = layers.first(where: { $0.name == wanted }) else {
                throw .noLayer(path, wanted, layers.map(\.name))
            }
            return [layer]
        }
        let spatial = layers.filter { $0.isSpatial && $0.featureCount > 0 }
        guard !spatial.isEmpty else { throw .noFeatures(path) }
        guard spatial.count == 1 || format == .kml || format == .kmz else {
            throw .severalLayers(path, spatial.map(\.name))
        }
        return spatial
    }

    /// The frame the user states, else the one the layer does.
    private func frame(of layer: GDALLayer) throws(ExchangeError) -> ReferenceFrame {
        if let frame = options.frame { return frame }
        if format == .kml || format == .kmz { return .wgs84 }
        guard let reference = layer.reference else { throw .frameUnstated(path, format) }
        do throws(FrameError) {
            if let frame = try reference.frame() { return frame }
        } catch {
            throw ExchangeError(error, .badData)
        }
        throw .unknownFrame(path, reference.name)
    }
}
