internal import Planning
public import Siting
public import Wording

extension AssessmentFlag {
    /// What moving the site would do about the flag, as people are told; nil where nothing is known of it.
    ///
    /// A shift is told no finer than the drawing is known, rounded up, for a metre less might not do. One beyond
    /// ``farthestShift`` is told as what it is: another place.
    public var liftSentence: Bilingual? {
        switch lift {
        case nil: nil
        case .withinAccuracy:
            Bilingual(
                zh: "移动不到两倍中误差即可消除，图面分辨不出",
                en: "a shift of less than twice the accuracy would lift this: the drawing cannot tell")
        case .notSought:
            Bilingual(
                zh: "边界角点超过 \(AssessmentFlag.cornersForShift) 个，未计算可消除此项的平移",
                en: "with more than \(AssessmentFlag.cornersForShift) corners no shift was looked for")
        case .shift(let shift): sentence(for: shift)
        }
    }

    /// A site moved farther than this is another site, metres.
    public static let farthestShift = 2000.0

    private func sentence(for shift: SiteShift) -> Bilingual {
        let distance = Figures.roundedUp(shift.metres, accuracy: accuracy ?? 0)
        let direction = Vocabulary.direction(shift.bearing)
        if rule == .outsideEveryLayout || rule == .notCovered {
            return Bilingual(
                zh: "最近的适用范围在\(direction.zh)方向约 \(distance) 处；移到那里只是刚触及，并非整体进入",
                en:
                    "the nearest land they speak about lies about \(distance) to the \(direction.en); so far the site would only touch it, not lie in it"
            )
        }
        guard shift.metres > Self.farthestShift else {
            let degrees = Figures.fixed(shift.bearing, decimals: 0)
            guard let zone = shift.zone else {
                return Bilingual(
                    zh: "最短向\(direction.zh)（方位角约 \(degrees)°）平移约 \(distance) 可消除此项",
                    en:
                        "the shortest shift that lifts this: about \(distance) to the \(direction.en) (\(degrees)°)"
                )
            }
            return Bilingual(
                zh: "最短向\(direction.zh)（方位角约 \(degrees)°）平移约 \(distance)，可整体移入“\(zone.name.zh)”",
                en:
                    "the shortest shift that brings all of the site into \(zone.name.en): about \(distance) to the \(direction.en) (\(degrees)°)"
            )
        }
        switch shift.zone {
        case let zone?:
            return Bilingual(
                zh: "“\(zone.name.zh)”在\(direction.zh)方向，整体移入须约 \(distance)，等于另行选址",
                en:
                    "\(zone.name.en) lies to the \(direction.en); to lie wholly in it the site would have to move about \(distance): another site, not a shift"
            )
        case nil:
            return Bilingual(
                zh: "要消除此项，须向\(direction.zh)移出约 \(distance)，等于另行选址",
                en:
                    "to lift this the site would have to move about \(distance) to the \(direction.en): another site, not a shift"
            )
        }
    }
}

extension Figures {
    /// A distance no finer than it is known, rounded up: to 100 m where it is known to 100 m or worse, to 10 m where to 10
    /// m or worse, else to a metre; beyond a kilometre to 100 m.
    static func roundedUp(_ metres: Double, accuracy: Double) -> String {
        let step = metres >= 1000 || accuracy >= 100 ? 100.0 : accuracy >= 10 ? 10 : 1
        return distance((metres / step).rounded(.up) * step)
    }
}
