internal import HTTPTypes
internal import Hummingbird
internal import SystemPackage
internal import Wording

/// Leaflet, which draws the page's map, from the folder of Debian's `libjs-leaflet`; read once.
struct Leaflet: Sendable {
    /// The module and its style sheet, by the names the page knows; empty where one is missing.
    let files: [PageFile]
    /// The folder looked into.
    let folder: String

    /// Debian's names for the module first, then Leaflet's own.
    private static let modules = ["leaflet.esm.min.js", "leaflet.esm.js", "leaflet-src.esm.js"]

    init(folder: String) {
        self.folder = folder
        let module = Self.modules.lazy.compactMap { Self.bytes(of: $0, in: folder) }.first
        guard let module, let style = Self.bytes(of: "leaflet.css", in: folder) else {
            files = []
            return
        }
        files = [
            PageFile("leaflet.esm.min.js", .javascript, module), PageFile("leaflet.css", .css, style),
        ]
    }

    /// Why there is no page.
    var missing: Problem {
        Problem(
            .serviceUnavailable, "missing_leaflet",
            Bilingual(
                zh: "地图页面需要 Leaflet，“\(folder.quotable)”中没有。",
                en: "The page needs Leaflet, which is not in \(folder.quoted)."),
            Bilingual(
                zh: "请安装 Debian 的 libjs-leaflet，或用 JINFENG_LEAFLET 指明其目录，然后重启服务；其他查询不受影响。",
                en:
                    "Install Debian's libjs-leaflet, or name its folder in JINFENG_LEAFLET, and start again; all other questions are answered."
            ))
    }

    private static func bytes(of name: String, in folder: String) -> [UInt8]? {
        guard let file = try? FileDescriptor.open(FilePath(folder).appending(name), .readOnly) else {
            return nil
        }
        return try? file.closeAfter { () throws -> [UInt8] in
            var bytes: [UInt8] = []
            while true {
                let part = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                    count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
                if part.isEmpty { return bytes }
                bytes += part
            }
        }
    }
}
