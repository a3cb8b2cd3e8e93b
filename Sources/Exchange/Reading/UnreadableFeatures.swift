import Wording

/// Features whose geometry cannot be read: how many, and of the first which one and why.
struct UnreadableFeatures {
    private var count = 0
    private var first: (place: Bilingual, fault: WKBReader.Fault)?

    mutating func add(_ place: Bilingual, _ fault: WKBReader.Fault) {
        count += 1
        first = first ?? (place, fault)
    }

    /// What is said of them; nil where there are none.
    var note: Note? {
        guard let (place, fault) = first else { return nil }
        let words = fault.words
        return Note(
            code: "unreadable_geometry",
            text: Bilingual(
                zh: "\(count) 个要素的几何无法读取（首个为\(place.zh)：\(words.zh)）。",
                en: "The geometry of \(count) features cannot be read (the first: \(place.en); \(words.en)).")
        )
    }
}
