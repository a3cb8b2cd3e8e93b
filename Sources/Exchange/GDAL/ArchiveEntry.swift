import CGDAL

/// One entry of a ZIP archive, unpacked as it is read (GDAL's `/vsizip/`).
///
/// What is wrong with the packed bytes goes to the session's words: who reads to the end looks at them then.
@safe struct ArchiveEntry: ~Copyable {
    private let calls: UnsafePointer<CGDALFunctions>
    private let stream: UnsafeMutablePointer<VSILFILE>

    /// Opens an entry; nil where the archive has none of that name.
    init?(_ name: String, in archive: String, _ session: borrowing GDALSession) {
        let calls = unsafe session.calls
        guard let opened = unsafe calls.pointee.VSIFOpenL("/vsizip/{\(archive)}/\(name)", "rb") else {
            return nil
        }
        unsafe self.calls = calls
        unsafe stream = opened
    }

    deinit { _ = unsafe calls.pointee.VSIFCloseL(stream) }

    /// The next bytes; fewer than asked for at the end, or where they cannot be unpacked.
    func next(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = unsafe Int(calls.pointee.VSIFReadL(buffer.baseAddress, 1, count, stream))
        }
    }
}
