/// Text in a DXF whose code page is not Chinese.
///
/// GDAL declares ANSI_1252 and writes layer names as raw UTF-8, which AutoCAD shows as mojibake. `\U+XXXX` is read
/// whatever the code page (Autodesk, DXF reference: "Unicode characters").
enum DXFText {
    /// Finishes a file GDAL has written: ASCII throughout, layers in their colours, a font that has Chinese, metres.
    ///
    /// - Throws: `unwritable_output`, naming the target.
    static func finish(
        fileAt path: String, for target: String, layers: [String: RoleStyle], isMetric: Bool
    ) throws(ExchangeError) {
        let bytes = try FileBytes.read(path, limit: 1 << 30)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(line)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 5 / 4)
        var record = ""
        var name = ""
        var isUnit = false
        // A file is pairs of lines: a group code, and its value.
        for index in stride(from: 0, to: lines.count - 1, by: 2) {
            let code = lines[index].filter { $0 != " " }
            var value = lines[index + 1]
            var more = ""
            switch (code, record) {
            case ("0", _): record = lines[index + 1]
            case ("2", "LAYER"): name = value
            case ("62", "LAYER"):
                guard let style = layers[name] else { break }
                value = "     \(style.colourIndex)"
                more = "420\n\(Int(style.colour, radix: 16) ?? 0)\n"
            case ("3", "STYLE"): value = font
            // GDAL names the typeface in extended data only.
            case ("1001", "STYLE"): output += "3\n\(font)\n".utf8
            case ("9", _): isUnit = value == "$INSUNITS"
            case ("70", _) where isUnit: value = isMetric ? "     6" : "     0"
            default: break
            }
            output += lines[index].utf8
            output.append(0x0A)
            append(value, to: &output)
            output.append(0x0A)
            output += more.utf8
        }
        try FileBytes.write(output, to: path, for: target)
    }

    /// A line of the file: UTF-8 as it was given to GDAL, or the Latin letters of the code page GDAL declares.
    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
        return String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// 黑体, which every Windows with Chinese has.
    private static let font = "simhei.ttf"

    private static func append(_ text: String, to output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                output.append(UInt8(scalar.value))
                continue
            }
            // Beyond the basic plane by surrogates, as AutoCAD does.
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: true)
                output += "\\U+".utf8
                output += String(repeating: "0", count: 4 - digits.count).utf8
                output += digits.utf8
            }
        }
    }

    /// A text with `\U+XXXX` put back into characters; GDAL does that in texts and not in the names of layers.
    static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            let code = rest.starts(with: "\\U+".utf16) ? rest.dropFirst(3).prefix(4) : []
            if code.count == 4, let value = UInt16(String(decoding: code, as: UTF16.self), radix: 16) {
                units.append(value)
                rest = rest.dropFirst(7)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// A layer's name without the characters AutoCAD forbids in it.
    static func layerName(_ text: String) -> String {
        String(text.map { "<>/\\\":;?*|=`,".contains($0) ? "_" : $0 })
    }
}
