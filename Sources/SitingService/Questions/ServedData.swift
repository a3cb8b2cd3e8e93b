public import Planning

/// What all answers are taken from, read once when the service starts: values, free to share.
public struct ServedData: Sendable {
    let folder: GeoDataFolder
    let catalogue: Catalogue
    let gazetteer: Gazetteer
    let vocabulary: ActivityVocabulary
    let uncheckedItems: [UncheckedItem]

    /// Reads a GeoData folder.
    ///
    /// - Throws: ``Planning/GeoDataError`` naming the file and what to mend.
    public init(_ folder: GeoDataFolder) throws(GeoDataError) {
        self.folder = folder
        catalogue = try folder.catalogue()
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
