internal import NIOCore
public import Planning

/// What all answers are taken from, read once when the service starts: values, free to share.
public struct ServedData: Sendable {
    let folder: GeoDataFolder
    let catalogue: Catalogue
    /// The same catalogue read again for each core.
    ///
    /// Values are free to share, but their references are counted: two cores that answer from one copy spend a fifth
    /// of their time on each other's counts.
    let copies: [Catalogue]
    let gazetteer: Gazetteer
    let vocabulary: ActivityVocabulary
    let uncheckedItems: [UncheckedItem]

    /// Reads a GeoData folder.
    ///
    /// - Throws: ``Planning/GeoDataError`` naming the file and what to mend.
    public init(_ folder: GeoDataFolder) throws(GeoDataError) {
        self.folder = folder
        let catalogue = try folder.catalogue()
        self.catalogue = catalogue
        var copies: [Catalogue] = []
        for _ in 0..<System.coreCount {
            let copy = try folder.catalogue()
            // Written to between two readings: better slow than of two minds.
            copies.append(copy == catalogue ? copy : catalogue)
        }
        self.copies = copies
        gazetteer = try folder.gazetteer()
        vocabulary = try folder.activities(in: catalogue)
        uncheckedItems = try folder.uncheckedItems(in: catalogue)
    }

    /// The first edition that is classified.
    var classified: Classified? {
        for layout in catalogue.layouts {
            if let edition = layout.editions.first(where: { $0.classification != nil }) {
                return Classified(layout: layout, edition: edition)
            }
        }
        return nil
    }
}
