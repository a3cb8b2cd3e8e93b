import Testing
import Wording

@Suite struct QuotedTextTests {
    @Test(arguments: [
        ("高德", "高德"), ("106°19'48\"", "106°19'48\""), ("", ""), ("a\nb", "a\\u{a}b"),
        ("\u{202E}x\u{7}", "\\u{202e}x\\u{7}"), ("a\u{2028}b", "a\\u{2028}b"),
        (String(repeating: "长", count: 60), String(repeating: "长", count: 60)),
        (String(repeating: "长", count: 61), String(repeating: "长", count: 60) + "…"),
    ])
    func aTextIsRepeatedOnOneShortLine(text: String, shown: String) {
        #expect(text.quotable == shown)
    }

    @Test func quotesWithinQuotesAreEscaped() {
        #expect("say \"ja\"".quoted == #""say \"ja\"""#)
        #expect("abc".dropFirst().quoted == #""bc""#)
    }

    /// One character may have any number of marks upon it.
    @Test func manyMarksOnOneCharacterAreCutToo() {
        #expect(("e" + String(repeating: "\u{301}", count: 10_000)).quotable.unicodeScalars.count == 61)
    }
}
