internal import GeoJSON
internal import Glibc
internal import Wording

extension GeoDataFolder {
    /// Reads `cited-lines.json`: the lines of the documents on which every quote of the data begins.
    ///
    /// - Throws: ``GeoDataError`` naming the place in the file.
    public func citedLines() throws(GeoDataError) -> CitedText {
        try read("cited-lines.json") { root throws(JSONError) in
            var lines: [String: [Int: String]] = [:]
            for (document, entries) in try root.entries() {
                for (number, line) in try entries.entries() {
                    guard let number = Int(number), number > 0 else {
                        throw line.error(
                            code: "invalid_line_number",
                            problem: Bilingual(
                                zh: "“\(number)”不是行号。", en: "\"\(number)\" is no line number."),
                            remedy: Bilingual(zh: "请写从1起的行号。", en: "Write the line's number, from 1."))
                    }
                    lines[document, default: [:]][number] = try line.string()
                }
            }
            return CitedText(lines: lines)
        }
    }
}

extension CitedText {
    /// Reads the full texts of the documents from a folder, files named `<document id>_*.txt` (or `<document id>.txt`), UTF-8.
    ///
    /// - Throws: ``GeoDataError`` where the folder or a file cannot be read.
    public init(documents: [Document], in folder: String) throws(GeoDataError) {
        guard let listing = opendir(folder) else {
            throw GeoDataError.unreadable(file: folder, reason: SystemReason(errno))
        }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                        String(cString: $0)
                    }
                })
        }
        closedir(listing)
        names.sort()
        var lines: [String: [Int: String]] = [:]
        let files = GeoDataFolder(path: folder)
        for document in documents {
            let found = names.first {
                $0 == "\(document.id).txt" || $0.hasPrefix("\(document.id)_") && $0.hasSuffix(".txt")
            }
            guard let found else { continue }
            let text = String(decoding: try files.bytes(of: found), as: UTF8.self)
            let numbered = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            lines[document.id] = Dictionary(
                uniqueKeysWithValues: numbered.enumerated().map { ($0.offset + 1, String($0.element)) })
        }
        self.init(lines: lines)
    }
}
