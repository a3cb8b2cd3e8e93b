import Testing
import Wording

@Suite struct WidthFoldingTests {
    @Test(arguments: [
        ("ＷＧＳ８４", "WGS84"), ("１０６．３３，２９．５２", "106.33,29.52"), ("经　度", "经 度"), ("−5", "-5"),
        ("\u{FEFF}经度", "经度"),
        ("a\u{A0}b\u{2003}c\u{202F}d", "a b c d"), ("soft\u{AD}hyphen", "softhyphen"), ("plain", "plain"),
        ("", ""),
        ("～", "~"), ("。、“”", "。、“”"),
    ])
    func everyCharacterGetsItsOrdinaryWidth(text: String, folded: String) {
        #expect(text.foldedWidth == folded)
    }

    @Test func foldingTwiceChangesNothing() {
        for value in 0...0xFFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value), let once = scalar.foldedWidth else { continue }
            #expect(once.foldedWidth == once)
        }
    }
}
