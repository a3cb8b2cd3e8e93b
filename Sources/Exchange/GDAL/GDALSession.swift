import CGDAL
import Wording

/// GDAL loaded, with what it says collected: one for each file that is read or written, on one thread.
///
/// The library is opened by the first session of the process and not at its start: its 110 shared libraries would
/// cost every command 25 ms. Its functions are called through ``calls`` by their own names.
///
/// GDAL keeps error handlers and options by thread, so a session must not cross an `await`; being noncopyable and
/// local it does not.
@safe struct GDALSession: ~Copyable {
    /// What GDAL said, in order; a class because its callback needs a stable address.
    final class Words {
        fileprivate(set) var warnings: [String] = []
        fileprivate(set) var failures: [String] = []

        /// Takes back what was called a failure since some count of them, so that it is blamed on nothing else; the first.
        func takeFailure(since count: Int) -> String? {
            guard count < failures.count else { return nil }
            defer { failures.removeSubrange(count...) }
            return failures[count]
        }
    }

    /// GDAL's functions.
    let calls: UnsafePointer<CGDALFunctions>
    /// What it said since the session began.
    let words = Words()
    private var options: [String] = []

    /// Begins to listen.
    ///
    /// - Throws: `gdal_missing` where the library is not installed.
    init() throws(ExchangeError) {
        guard let calls = unsafe cgdal_functions() else {
            throw .libraryMissing(reason: unsafe String(cString: cgdal_failure()))
        }
        unsafe self.calls = calls
        unsafe calls.pointee.CPLPushErrorHandlerEx(
            { kind, _, text in
                guard let text = unsafe text, let calls = unsafe cgdal_functions(),
                    let user = unsafe calls.pointee.CPLGetErrorHandlerUserData()
                else { return }
                let words = unsafe Unmanaged<Words>.fromOpaque(user).takeUnretainedValue()
                let said = unsafe String(cString: text)
                switch kind {
                case CE_Warning: words.warnings.append(said)
                case CE_Failure, CE_Fatal: words.failures.append(said)
                default: break
                }
            }, Unmanaged.passUnretained(words).toOpaque())
    }

    deinit {
        for option in options { unsafe calls.pointee.CPLSetThreadLocalConfigOption(option, nil) }
        unsafe calls.pointee.CPLPopErrorHandler()
    }

    /// Sets one of GDAL's configuration options for as long as the session lasts, on this thread.
    mutating func set(_ option: String, _ value: String) {
        options.append(option)
        unsafe calls.pointee.CPLSetThreadLocalConfigOption(option, value)
    }

    /// The last failure GDAL reported, or its last warning.
    var lastWords: String { words.failures.last ?? words.warnings.last ?? "no message" }
}

/// Lends a list of C strings that ends with NULL, as GDAL takes options.
func withStringList<Result, Failure>(
    _ texts: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws(Failure) -> Result
) throws(Failure) -> Result {
    // One block for all, each text with its zero.
    var block: [CChar] = []
    var starts: [Int] = []
    for text in texts {
        starts.append(block.count)
        block += text.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    var result: Swift.Result<Result, Failure>?
    unsafe block.withUnsafeMutableBufferPointer { bytes in
        var list: [UnsafeMutablePointer<CChar>?] = unsafe starts.map { start in
            unsafe bytes.baseAddress.map { unsafe $0 + start }
        }
        unsafe list.append(nil)
        unsafe list.withUnsafeMutableBufferPointer { pointers in
            guard let first = pointers.baseAddress else { return }
            do throws(Failure) {
                result = .success(unsafe try body(first))
            } catch {
                result = .failure(error)
            }
        }
    }
    guard let result else { preconditionFailure("the list always has its NULL") }
    return try result.get()
}
