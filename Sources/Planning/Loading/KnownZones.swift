/// Which zones a folder has, and of which it cannot be said because their text could not be read.
///
/// A reference to a zone that is there but broken is no second fault.
struct KnownZones {
    private var known: Set<ZoneReference> = []
    private var excused: Set<ZoneReference> = []
    private var excusedLayouts: Set<String> = []
    private var excusesAll = false

    mutating func add(_ zones: [Zone], of layout: String) {
        for zone in zones { known.insert(ZoneReference(layout: layout, zone: zone.id)) }
    }

    mutating func excuse(_ zone: ZoneReference) { excused.insert(zone) }

    /// Excuses every zone of a layout; of all layouts where not even its name is known.
    mutating func excuse(layout: String?) {
        if let layout { excusedLayouts.insert(layout) } else { excusesAll = true }
    }

    func has(_ zone: ZoneReference) -> Bool { known.contains(zone) }

    /// Whether a reference to a zone that is not there is a fault of its own.
    func misses(_ zone: ZoneReference) -> Bool {
        !known.contains(zone) && !excused.contains(zone) && !excusedLayouts.contains(zone.layout)
            && !excusesAll
    }
}
