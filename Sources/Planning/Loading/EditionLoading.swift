internal import GeoJSON
internal import Wording

/// Reads the zones, relations and quantities of one edition of one layout; what is at fault is left out and noted.
struct EditionLoading {
    let folder: GeoDataFolder
    let layout: String
    let head: EditionHead
    private(set) var faults: [GeoDataError] = []
    /// The ids of zones whose text could not be read.
    private(set) var unread: Set<String> = []
    /// Whether the id of every zone is known; not so where a file or a feature's id could not be read.
    private(set) var namesAll = true

    init(folder: GeoDataFolder, layout: String, head: EditionHead) {
        self.folder = folder
        self.layout = layout
        self.head = head
    }

    /// The edition; nil where its zones cannot be read at all.
    mutating func edition() -> Edition? {
        var zones: [Zone] = []
        do throws(GeoDataError) {
            zones = try readZones()
        } catch {
            faults.append(error)
            namesAll = false
            return nil
        }
        makeFamiliesSound(&zones)
        let (relations, quantities) = statements()
        return Edition(
            id: head.id, name: head.name, validFrom: head.validFrom, validTo: head.validTo,
            recordedOn: head.recordedOn, classification: head.classification, origin: head.origin,
            zones: zones, relations: relations, quantities: quantities)
    }

    private var zonesFile: String { "\(layout)/\(head.id)/zones.geojson" }

    private mutating func readZones() throws(GeoDataError) -> [Zone] {
        let path = "\(folder.path)/\(zonesFile)"
        var features = try folder.decode(zonesFile) { text throws(JSONError) in
            try FeatureReader(parsing: text)
        }
        var zones: [Zone] = []
        while let result = features.next() {
            switch result {
            case .success(let feature):
                do throws(GeoDataError) {
                    zones.append(try Zone(feature, at: features.index - 1, file: path))
                } catch {
                    note(error, id: feature.id?.text)
                }
            case .failure(let error):
                let id = error.featureID?.text
                note(
                    id.map { .malformedZone(file: path, id: $0, error) } ?? .malformed(file: path, error),
                    id: id)
            }
        }
        return zones
    }

    private mutating func note(_ fault: GeoDataError, id: String?) {
        faults.append(fault)
        if let id { unread.insert(id) } else { namesAll = false }
    }

    private mutating func statements() -> ([Relation], [Quantity]) {
        let file = "\(layout)/\(head.id)/relations.json"
        var relations: [Relation] = []
        var quantities: [Quantity] = []
        var flaws: [JSONError] = []
        do throws(GeoDataError) {
            try folder.read(file) { root throws(JSONError) in
                for entry in try root.member("relations").array() {
                    do throws(JSONError) { relations.append(try entry.relation(in: layout)) } catch {
                        flaws.append(error)
                    }
                }
                for entry in try root.optionalMember("quantities")?.array() ?? [] {
                    do throws(JSONError) { quantities.append(try entry.quantity(in: layout)) } catch {
                        flaws.append(error)
                    }
                }
            }
        } catch {
            faults.append(error)
        }
        faults += flaws.map { .malformed(file: "\(folder.path)/\(file)", $0) }
        return (relations, quantities)
    }

    /// Leaves each id once, and each zone with a parent that is there and no descendant of its own.
    private mutating func makeFamiliesSound(_ zones: inout [Zone]) {
        let file = "\(folder.path)/\(zonesFile)"
        var places: [String: Int] = [:]
        var sound: [Zone] = []
        for zone in zones {
            guard places.updateValue(sound.count, forKey: zone.id) == nil else {
                faults.append(.duplicateID(file: file, id: zone.id))
                places[zone.id] = sound.firstIndex { $0.id == zone.id }
                continue
            }
            sound.append(zone)
        }
        for index in sound.indices {
            let zone = sound[index]
            if zone.layout != layout {
                let what = Bilingual(
                    zh: "layout 应为所在目录 \(layout)，",
                    en: "layout member, which must be \(layout) as its folder is,")
                faults.append(
                    .unknownReference(file: file, id: zone.id, what: what, missing: zone.layout))
                sound[index].layout = layout
            }
            guard let parent = zone.parent, places[parent] == nil else { continue }
            if namesAll, !unread.contains(parent) {
                let what = Bilingual(zh: "上级", en: "parent")
                faults.append(.unknownReference(file: file, id: zone.id, what: what, missing: parent))
            }
            sound[index].parent = nil
        }
        for index in sound.indices {
            var seen: Set<String> = [sound[index].id]
            var current = sound[index]
            while let parent = current.parent, let place = places[parent] {
                guard seen.insert(parent).inserted else {
                    faults.append(.parentCycle(file: file, id: sound[index].id))
                    sound[index].parent = nil
                    break
                }
                current = sound[place]
            }
        }
        zones = sound
    }
}
