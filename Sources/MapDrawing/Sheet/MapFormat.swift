/// The file formats a sheet is drawn in.
public enum MapFormat: String, CaseIterable, Sendable {
    /// A picture of pixels; its resolution stands in the file.
    case png
    /// Scalable Vector Graphics 1.1, letters as outlines, the texts once more as text.
    case svg
    /// PDF 1.5, fonts embedded.
    case pdf

    /// The format a file's name promises; nil where it promises none.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    }
}
