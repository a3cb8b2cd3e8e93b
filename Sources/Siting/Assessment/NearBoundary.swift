internal import Planning
internal import Wording

/// A drawn boundary that runs through a site or nearer to it than it is known.
struct NearBoundary {
    let bounded: BoundedZone
    /// Metres; 0 where it runs through.
    let distance: Double

    var zone: Zone { bounded.zone.zone }
    var accuracy: Double { bounded.accuracy }

    /// What is said of some of them, each with how well it is known: which run through the site; where none does, how far
    /// they are.
    static func sentence(_ near: [NearBoundary]) -> Bilingual {
        let through = near.filter { $0.distance == 0 }
        guard through.isEmpty else {
            let known = groups(through)
            let zh = known.map { group in
                group.ones.map { "“\($0.zone.name.zh)”" }.joined(separator: "、") + "，中误差约 \(group.accuracy) 米"
            }
            let en = known.map { group in
                group.ones.map(\.zone.name.en).joined(separator: ", ") + ": known to \(group.accuracy) m"
            }
            return Bilingual(
                zh: "图上边界穿过拟选地块（\(zh.joined(separator: "；"))），需核边界。",
                en:
                    "A drawn boundary runs through the site (\(en.joined(separator: "; "))). Look up the boundary."
            )
        }
        let known = groups(near.sorted { $0.distance < $1.distance })
        let zh = known.map { group in
            group.ones.map { "\(FixedDecimals.metres($0.distance)) 米（“\($0.zone.name.zh)”）" }
                .joined(separator: "、") + "，小于其中误差（约 \(group.accuracy) 米）"
        }
        let en = known.map { group in
            group.ones.map { "\(FixedDecimals.metres($0.distance)) m (\($0.zone.name.en))" }
                .joined(separator: ", ") + " away, nearer than it is known (\(group.accuracy) m)"
        }
        return Bilingual(
            zh: "距图上边界约 \(zh.joined(separator: "；"))，需核边界。",
            en: "A drawn boundary is \(en.joined(separator: "; ")). Look up the boundary.")
    }

    private static func groups(_ near: [NearBoundary]) -> [(accuracy: String, ones: [NearBoundary])] {
        var groups: [(accuracy: String, ones: [NearBoundary])] = []
        for one in near {
            let accuracy = FixedDecimals.metres(one.accuracy)
            if let place = groups.firstIndex(where: { $0.accuracy == accuracy }) {
                groups[place].ones.append(one)
            } else {
                groups.append((accuracy, [one]))
            }
        }
        return groups
    }
}
