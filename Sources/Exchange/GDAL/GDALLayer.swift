import CGDAL
import PlanarGeometry

/// A layer of an open dataset, to be written or read while that is open.
@safe struct GDALLayer {
    let calls: UnsafePointer<CGDALFunctions>
    let handle: UnsafeMutableRawPointer

    /// A column as a layer gets it.
    struct Column {
        let name: String
        var alias: String?
        let kind: ExchangeTable.Field.Kind
        /// Bytes; nil where the format needs none.
        var width: Int?
    }

    /// Adds a column (`OGR_L_CreateField`).
    func add(_ column: Column, _ session: borrowing GDALSession) throws(ExchangeError) {
        let type: OGRFieldType =
            switch column.kind {
            case .text: OFTString
            case .integer: OFTInteger64
            case .real: OFTReal
            }
        guard let field = unsafe calls.pointee.OGR_Fld_Create(column.name, type) else {
            throw .library("OGR_Fld_Create", session.lastWords)
        }
        defer { unsafe calls.pointee.OGR_Fld_Destroy(field) }
        if let width = column.width { unsafe calls.pointee.OGR_Fld_SetWidth(field, CInt(width)) }
        if case .real(let decimals) = column.kind, column.width != nil {
            unsafe calls.pointee.OGR_Fld_SetPrecision(field, CInt(decimals))
        }
        if let alias = column.alias { unsafe calls.pointee.OGR_Fld_SetAlternativeName(field, alias) }
        guard unsafe calls.pointee.OGR_L_CreateField(handle, field, 0) == OGRERR_NONE else {
            throw .library("OGR_L_CreateField", session.lastWords)
        }
    }

    /// Adds a feature (`OGR_L_CreateFeature`), its cells in the order of the columns.
    func add(
        _ cells: [ExchangeTable.Cell], geometry: Geometry?, style: String? = nil,
        _ session: borrowing GDALSession
    ) throws(ExchangeError) {
        guard let feature = unsafe calls.pointee.OGR_F_Create(calls.pointee.OGR_L_GetLayerDefn(handle)) else {
            throw .library("OGR_F_Create", session.lastWords)
        }
        defer { unsafe calls.pointee.OGR_F_Destroy(feature) }
        for (index, cell) in cells.enumerated() {
            let index = CInt(index)
            switch cell {
            case .empty: break
            case .text(let text): unsafe calls.pointee.OGR_F_SetFieldString(feature, index, text)
            case .integer(let value):
                unsafe calls.pointee.OGR_F_SetFieldInteger64(feature, index, Int64(value))
            case .real(let value): unsafe calls.pointee.OGR_F_SetFieldDouble(feature, index, value)
            }
        }
        if let geometry { unsafe try set(geometry, of: feature, session) }
        if let style { unsafe calls.pointee.OGR_F_SetStyleString(feature, style) }
        guard unsafe calls.pointee.OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
            throw .library("OGR_L_CreateFeature", session.lastWords)
        }
    }

    private func set(
        _ geometry: Geometry, of feature: UnsafeMutableRawPointer, _ session: borrowing GDALSession
    ) throws(ExchangeError) {
        let bytes = WKB.bytes(geometry)
        var made: UnsafeMutableRawPointer? = nil
        let outcome = unsafe bytes.withUnsafeBytes { buffer in
            unsafe calls.pointee.OGR_G_CreateFromWkb(buffer.baseAddress, nil, &made, CInt(buffer.count))
        }
        guard outcome == OGRERR_NONE, let made = unsafe made else {
            throw .library("OGR_G_CreateFromWkb", session.lastWords)
        }
        // The feature owns it from here on, even where it refuses it.
        guard unsafe calls.pointee.OGR_F_SetGeometryDirectly(feature, made) == OGRERR_NONE else {
            throw .library("OGR_F_SetGeometryDirectly", session.lastWords)
        }
    }

    /// How many features there are, counted where the format does not know.
    var featureCount: Int { Int(unsafe calls.pointee.OGR_L_GetFeatureCount(handle, 1)) }
}
