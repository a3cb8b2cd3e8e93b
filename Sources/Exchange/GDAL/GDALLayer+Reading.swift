import CGDAL
import GeoJSON
import PlanarGeometry

extension GDALLayer {
    /// The layer's name.
    var name: String {
        guard let name = unsafe calls.pointee.OGR_L_GetName(handle) else { return "" }
        return unsafe String(cString: name)
    }

    /// Whether its features have geometry at all.
    var isSpatial: Bool {
        unsafe calls.pointee.OGR_FD_GetGeomType(calls.pointee.OGR_L_GetLayerDefn(handle)) != wkbNone
    }

    /// Its reference system; nil where it states none.
    var reference: GDALReferenceText? {
        guard let reference = unsafe calls.pointee.OGR_L_GetSpatialRef(handle) else { return nil }
        return unsafe GDALReferenceText(calls: calls, handle: reference)
    }

    /// Hands on feature after feature; each is gone when its turn is over.
    func forEachFeature(
        _ body: (GDALFeature) throws(ExchangeError) -> Void
    ) throws(ExchangeError) {
        while let feature = unsafe calls.pointee.OGR_L_GetNextFeature(handle) {
            defer { unsafe calls.pointee.OGR_F_Destroy(feature) }
            try body(unsafe GDALFeature(calls: calls, handle: feature, layer: handle))
        }
    }
}

/// A feature while it is looked at.
@safe struct GDALFeature {
    fileprivate let calls: UnsafePointer<CGDALFunctions>
    fileprivate let handle: UnsafeMutableRawPointer
    fileprivate let layer: UnsafeMutableRawPointer

    fileprivate init(
        calls: UnsafePointer<CGDALFunctions>, handle: UnsafeMutableRawPointer, layer: UnsafeMutableRawPointer
    ) {
        unsafe self.calls = calls
        unsafe self.handle = handle
        unsafe self.layer = layer
    }

    private var columnCount: CInt {
        unsafe calls.pointee.OGR_FD_GetFieldCount(calls.pointee.OGR_L_GetLayerDefn(layer))
    }

    /// The number the file gives it.
    var number: Int { Int(unsafe calls.pointee.OGR_F_GetFID(handle)) }

    /// Its values as texts, empty where there is none.
    var texts: [String] { (0..<columnCount).map { text($0) ?? "" } }

    /// The text of a column by its name.
    func text(named name: String) -> String? {
        let index = unsafe calls.pointee.OGR_F_GetFieldIndex(handle, name)
        return index < 0 ? nil : text(index)
    }

    private func text(_ index: CInt) -> String? {
        guard unsafe calls.pointee.OGR_F_IsFieldSetAndNotNull(handle, index) != 0,
            let text = unsafe calls.pointee.OGR_F_GetFieldAsString(handle, index)
        else { return nil }
        return unsafe String(cString: text)
    }

    /// Its values by name; texts stay texts, so that an id keeps its leading zeros.
    var properties: JSONObject {
        var properties = JSONObject()
        let definition = unsafe calls.pointee.OGR_L_GetLayerDefn(layer)
        for index in 0..<columnCount {
            guard let field = unsafe calls.pointee.OGR_FD_GetFieldDefn(definition, index),
                let name = unsafe calls.pointee.OGR_Fld_GetNameRef(field)
            else { continue }
            let key = unsafe String(cString: name)
            guard unsafe calls.pointee.OGR_F_IsFieldSetAndNotNull(handle, index) != 0 else {
                properties[key] = .null
                continue
            }
            properties[key] =
                switch unsafe calls.pointee.OGR_Fld_GetType(field) {
                case OFTInteger, OFTInteger64:
                    .integer(Int(unsafe calls.pointee.OGR_F_GetFieldAsInteger64(handle, index)))
                case OFTReal: .number(unsafe calls.pointee.OGR_F_GetFieldAsDouble(handle, index))
                default: .string(text(index) ?? "")
                }
        }
        return properties
    }

    /// What was done to a geometry on its way.
    struct GeometryChanges: OptionSet {
        let rawValue: Int
        /// Heights or measures left out.
        static let flattened = GeometryChanges(rawValue: 1)
        /// Arcs cut into chords.
        static let straightened = GeometryChanges(rawValue: 2)
    }

    /// Its geometry; nil where it has none or an empty one.
    ///
    /// Arcs become chords of at most ``chordDegrees``. What GDAL says of a geometry it does not give out goes into the fault
    /// and not to the session's words: one bad feature makes no bad file.
    func geometry(
        _ changes: inout GeometryChanges, hearing words: GDALSession.Words
    ) throws(WKBReader.Fault) -> Geometry? {
        guard let given = unsafe calls.pointee.OGR_F_GetGeometryRef(handle),
            unsafe calls.pointee.OGR_G_IsEmpty(given) == 0
        else { return nil }
        guard unsafe calls.pointee.OGR_G_HasCurveGeometry(given, 1) != 0 else {
            return try Self.read(unsafe bytes(of: given, hearing: words), &changes)
        }
        changes.insert(.straightened)
        let heard = words.failures.count
        guard let straight = unsafe calls.pointee.OGR_G_GetLinearGeometry(given, Self.chordDegrees, nil)
        else {
            throw .refused(words.takeFailure(since: heard) ?? "OGR_G_GetLinearGeometry")
        }
        defer { unsafe calls.pointee.OGR_G_DestroyGeometry(straight) }
        return try Self.read(unsafe bytes(of: straight, hearing: words), &changes)
    }

    private static func read(
        _ bytes: [UInt8], _ changes: inout GeometryChanges
    ) throws(WKBReader.Fault) -> Geometry {
        let (geometry, hasHeights) = try WKBReader.geometry(bytes)
        if hasHeights { changes.insert(.flattened) }
        return geometry
    }

    /// The angle of a chord that stands for an arc, degrees: 4 mm on an arc of 100 m.
    static let chordDegrees = 1.0

    private func bytes(
        of geometry: UnsafeMutableRawPointer, hearing words: GDALSession.Words
    ) throws(WKBReader.Fault) -> [UInt8] {
        let heard = words.failures.count
        let count = Int(unsafe calls.pointee.OGR_G_WkbSize(geometry))
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let outcome = unsafe calls.pointee.OGR_G_ExportToIsoWkb(geometry, wkbNDR, buffer.baseAddress)
            filled = outcome == OGRERR_NONE ? count : 0
        }
        guard !bytes.isEmpty else {
            throw .refused(words.takeFailure(since: heard) ?? "OGR_G_ExportToIsoWkb")
        }
        return bytes
    }
}

/// What a file says of its reference system.
@safe struct GDALReferenceText {
    private let calls: UnsafePointer<CGDALFunctions>
    private let handle: UnsafeMutableRawPointer

    fileprivate init(calls: UnsafePointer<CGDALFunctions>, handle: UnsafeMutableRawPointer) {
        unsafe self.calls = calls
        unsafe self.handle = handle
    }

    /// The name.
    var name: String { unsafe text(calls.pointee.OSRGetName(handle)) }

    /// The code in the EPSG register, where the file gives one for the whole.
    var epsg: Int? {
        guard unsafe text(calls.pointee.OSRGetAuthorityName(handle, nil)) == "EPSG" else { return nil }
        return unsafe Int(text(calls.pointee.OSRGetAuthorityCode(handle, nil)))
    }

    var isGeographic: Bool { unsafe calls.pointee.OSRIsGeographic(handle) != 0 }
    var isProjected: Bool { unsafe calls.pointee.OSRIsProjected(handle) != 0 }
    var datum: String { unsafe text(calls.pointee.OSRGetAttrValue(handle, "DATUM", 0)) }
    var projection: String { unsafe text(calls.pointee.OSRGetAttrValue(handle, "PROJECTION", 0)) }
    /// Metres in one unit of its plane.
    var metresPerUnit: Double { unsafe calls.pointee.OSRGetLinearUnits(handle, nil) }
    var semiMajor: Double { unsafe calls.pointee.OSRGetSemiMajor(handle, nil) }

    /// A parameter of the projection; 0 where there is none.
    func parameter(_ name: String) -> Double { unsafe calls.pointee.OSRGetProjParm(handle, name, 0, nil) }

    private func text(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}
