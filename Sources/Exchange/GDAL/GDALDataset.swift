import CGDAL
import PlanarGeometry
import Projection
import Wording

/// One GDAL dataset, closed with its owner; what closing says goes to the session's words.
///
/// Layers belong to it: their handles must not outlive it.
@safe struct GDALDataset: ~Copyable {
    let calls: UnsafePointer<CGDALFunctions>
    let handle: UnsafeMutableRawPointer

    /// Creates a dataset (`GDALCreate`).
    init(creating path: String, driver: String, _ session: borrowing GDALSession) throws(ExchangeError) {
        let calls = unsafe session.calls
        unsafe self.calls = calls
        guard let driver = unsafe calls.pointee.GDALGetDriverByName(driver) else {
            throw .library("GDALGetDriverByName", driver)
        }
        guard let handle = unsafe calls.pointee.GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil) else {
            throw .unwritable(path, gdal: session.lastWords)
        }
        unsafe self.handle = handle
    }

    /// Opens a dataset to read with one of some drivers; nil where none of them takes it (`GDALOpenEx`).
    init?(
        reading path: String, drivers: [String], options: [String] = [], _ session: borrowing GDALSession
    ) {
        let calls = unsafe session.calls
        unsafe self.calls = calls
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        let (driverCount, optionCount) = (drivers.count, options.count)
        let opened = unsafe withStringList(drivers) { drivers -> UnsafeMutableRawPointer? in
            unsafe withStringList(options) { options -> UnsafeMutableRawPointer? in
                // Each with the NULL at its end.
                unsafe drivers.withMemoryRebound(
                    to: UnsafePointer<CChar>?.self, capacity: driverCount + 1
                ) { drivers in
                    unsafe options.withMemoryRebound(
                        to: UnsafePointer<CChar>?.self, capacity: optionCount + 1
                    ) {
                        unsafe calls.pointee.GDALOpenEx(path, flags, drivers, $0, nil)
                    }
                }
            }
        }
        guard let opened = unsafe opened else { return nil }
        unsafe handle = opened
    }

    /// Connects to a database to read and write; nil where it refuses (`GDALOpenEx`).
    init?(connecting address: String, _ session: borrowing GDALSession) {
        let calls = unsafe session.calls
        unsafe self.calls = calls
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR)
        guard let opened = unsafe calls.pointee.GDALOpenEx(address, flags, nil, nil, nil) else { return nil }
        unsafe handle = opened
    }

    deinit { unsafe calls.pointee.GDALClose(handle) }

    /// How many layers there are.
    var layerCount: Int { Int(unsafe calls.pointee.GDALDatasetGetLayerCount(handle)) }

    /// The layer at an index.
    func layer(_ index: Int) -> GDALLayer? {
        guard let layer = unsafe calls.pointee.GDALDatasetGetLayer(handle, CInt(index)) else { return nil }
        return unsafe GDALLayer(calls: calls, handle: layer)
    }

    /// Runs a statement of SQL that has no result (`GDALDatasetExecuteSQL`); what it says goes to the session's words.
    func execute(_ statement: String) {
        if let result = unsafe calls.pointee.GDALDatasetExecuteSQL(handle, statement, nil, nil) {
            unsafe calls.pointee.GDALDatasetReleaseResultSet(handle, result)
        }
    }

    /// Adds a layer (`GDALDatasetCreateLayer`); without a kind it is a table without geometry.
    func createLayer(
        _ name: String, _ kind: GeometryKind?, frame: ReferenceFrame?, options: [String],
        _ session: borrowing GDALSession
    ) throws(ExchangeError) -> GDALLayer {
        let reference = try GDALReference(frame: kind == nil ? nil : frame, session)
        let type: OGRwkbGeometryType =
            switch kind {
            case .area: wkbMultiPolygon
            case .line: wkbMultiLineString
            case .point: wkbPoint
            case .mixed: wkbUnknown
            case nil: wkbNone
            }
        let made = unsafe withStringList(options) { list in
            unsafe calls.pointee.GDALDatasetCreateLayer(handle, name, reference.handle, type, list)
        }
        guard let made = unsafe made else { throw .library("GDALDatasetCreateLayer", session.lastWords) }
        return unsafe GDALLayer(calls: calls, handle: made)
    }
}

/// A reference system as GDAL holds it; none for frames no register knows (GCJ-02, BD-09).
@safe struct GDALReference: ~Copyable {
    private let calls: UnsafePointer<CGDALFunctions>
    let handle: UnsafeMutableRawPointer?

    /// Looks a frame's EPSG code up, axes in our order: longitude or easting first.
    init(frame: ReferenceFrame?, _ session: borrowing GDALSession) throws(ExchangeError) {
        let calls = unsafe session.calls
        let code = frame?.epsg
        let made = unsafe code == nil ? nil : calls.pointee.OSRNewSpatialReference(nil)
        unsafe self.calls = calls
        unsafe handle = made
        guard let code, let made = unsafe made else { return }
        guard unsafe calls.pointee.OSRImportFromEPSG(made, CInt(code)) == OGRERR_NONE else {
            throw .library("OSRImportFromEPSG", session.lastWords)
        }
        unsafe calls.pointee.OSRSetAxisMappingStrategy(made, OAMS_TRADITIONAL_GIS_ORDER)
    }

    deinit { if let handle = unsafe handle { unsafe calls.pointee.OSRDestroySpatialReference(handle) } }
}

extension ReferenceFrame {
    /// The code in the EPSG register; nil for the shifted frames, which it does not know.
    var epsg: Int? {
        switch self {
        case .wgs84: 4326
        case .cgcs2000: 4490
        case .gcj02, .bd09: nil
        case .projected(let frame): frame.epsg
        }
    }
}

extension ExchangeError {
    static func unwritable(_ path: String, gdal words: String) -> ExchangeError {
        .unwritable(path, Bilingual(zh: "GDAL：\(words.quotable)", en: "GDAL says: \(words.quotable)"))
    }
}
