/// Text in a DXF whose code page is not Chinese.
///
/// GDAL declares ANSI_1252 and writes layer names as raw UTF-8, which AutoCAD shows as mojibake. `\U+XXXX` is read
/// whatever the code page (Autodesk, DXF reference: "Unicode characters").
enum DXFText {
    /// Rewrites a file so that it is ASCII, everything else being written `\U+XXXX`.
    static func escape(fileAt path: String) throws(ExchangeError) {
        let bytes = try FileBytes.read(path, limit: 1 << 30)
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
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
        try FileBytes.write(output, to: path)
    }

    /// A layer's name without the characters AutoCAD forbids in it.
    static func layerName(_ text: String) -> String {
        String(text.map { "<>/\\\":;?*|=`,".contains($0) ? "_" : $0 })
    }
}
