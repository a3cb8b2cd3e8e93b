internal import Planning

extension Assessor {
    /// The distances that matter, the nearest first; those not to be answered last.
    ///
    /// They are those to the axes, screens, rivers and places of every layout that speaks about the site's land, and to
    /// those of the context within ``AssessedDistance/contextReach``. Of a layout that does not speak here, zones for
    /// which another document's speak in their place are named without a distance.
    func distances(from parcel: Parcel, _ placed: Placement) throws(LocatorError) -> [AssessedDistance] {
        var wanted: [(ZoneReference, AssessedDistance.Reason)] = []
        for answer in placed.layouts {
            let covered = answer.applicability == .covered
            for zone in answer.edition.zones where zone.role.isMeasuredTo && zone.geometry != nil {
                guard covered || zone.counterpart != nil else { continue }
                wanted.append((zone.reference, covered ? .layoutCoversSite : .counterpartHere))
            }
        }
        for zone in catalogue.context?.edition(validOn: asOf)?.zones ?? []
        where zone.role.isMeasuredTo && zone.geometry != nil {
            wanted.append((zone.reference, .contextNearby))
        }
        let found = try overlay.distances(from: parcel, to: wanted.map(\.0))
        let all = wanted.compactMap { reference, reason in
            found[reference].map { AssessedDistance(distance: $0, reason: reason) }
        }
        let kept = all.filter { one in
            switch one.reason {
            case .layoutCoversSite: one.distance.isCovered
            case .contextNearby:
                one.distance.isCovered && one.distance.metres <= AssessedDistance.contextReach
            case .counterpartHere:
                if case .notCovered(let counterparts) = one.distance.coverage {
                    !counterparts.isEmpty
                } else {
                    false
                }
            }
        }
        let told = kept.filter(\.distance.isCovered).sorted { $0.distance.metres < $1.distance.metres }
        return told + kept.filter { !$0.distance.isCovered }
    }
}

extension Zone.Role {
    /// Whether a distance to such a zone is worth telling of itself.
    fileprivate var isMeasuredTo: Bool {
        switch self {
        case .axis, .screen, .river, .place: true
        case .area, .belt, .control: false
        }
    }
}

extension Zone {
    var reference: ZoneReference { ZoneReference(layout: layout, zone: id) }
}
