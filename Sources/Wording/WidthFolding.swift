extension Unicode.Scalar {
    /// The scalar in its ordinary width; nil for one that has no width at all.
    ///
    /// U+FF01–U+FF5E are the ASCII characters at full width and U+3000 the space (Unicode, Halfwidth and Fullwidth
    /// Forms); spaces of other widths become ordinary ones and the minus sign a hyphen. Byte order marks, soft hyphens
    /// and direction marks, which spreadsheets and web pages leave behind, have no width.
    public var foldedWidth: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: " "
        case 0x2212: "-"
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
        default: self
        }
    }
}

extension StringProtocol {
    /// The text with every character in its ordinary width.
    public var foldedWidth: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.compactMap(\.foldedWidth)))
    }
}
