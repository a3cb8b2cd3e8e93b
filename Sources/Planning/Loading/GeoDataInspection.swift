/// All that could be read of a GeoData folder, and everything that could not.
///
/// What is at fault is left out of the catalogue, so that the rest can be asked questions without harm: a zone with an unknown parent
/// has none, a relation to a zone that is not there is missing. ``errors`` say what was left out.
public struct GeoDataInspection: Sendable {
    /// What could be read.
    public let catalogue: Catalogue
    /// The named places that could be read.
    public let gazetteer: Gazetteer
    /// The lines of the documents kept with the data.
    public let citedText: CitedText
    /// The words of functional fit; nil where the folder has none, or none that can be read.
    public let activities: ActivityVocabulary?
    /// Whether the folder has words of functional fit, readable or not.
    public let hasActivities: Bool
    /// What no answer from the folder has checked.
    public let uncheckedItems: [UncheckedItem]
    /// Every fault found in reading, in the order of the files.
    public let errors: [GeoDataError]
    /// The folder it was read from.
    public let folder: GeoDataFolder
}

extension GeoDataFolder {
    /// Reads everything in the folder and collects the faults instead of stopping at the first.
    ///
    /// - Returns: what could be read, with every fault.
    public func inspection() -> GeoDataInspection {
        var loading = CatalogueLoading(folder: self)
        let catalogue = loading.catalogue()
        var places = GazetteerLoading(folder: self)
        let gazetteer = places.gazetteer(zones: loading.knownZones)
        var faults = loading.faults + places.faults
        var citedText = CitedText()
        do throws(GeoDataError) {
            citedText = try citedLines()
        } catch {
            faults.append(error)
        }
        let documents = loading.knowsAllDocuments ? Set(catalogue.documents.map(\.id)) : nil
        // A folder without it answers all but functional fit.
        let hasActivities = has(ActivityLoading.file)
        var activities: ActivityVocabulary?
        if hasActivities {
            var words = ActivityLoading(folder: self)
            do throws(GeoDataError) {
                activities = try words.vocabulary(loading.knownZones, documents: documents)
            } catch {
                faults.append(error)
            }
            faults += words.faults
        }
        var uncheckedItems: [UncheckedItem] = []
        do throws(GeoDataError) {
            uncheckedItems = try self.uncheckedItems(documents: documents)
        } catch {
            faults.append(error)
        }
        return GeoDataInspection(
            catalogue: catalogue, gazetteer: gazetteer, citedText: citedText, activities: activities,
            hasActivities: hasActivities, uncheckedItems: uncheckedItems, errors: faults, folder: self)
    }
}
