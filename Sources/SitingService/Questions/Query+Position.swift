internal import HTTPTypes
internal import Projection
internal import Siting
internal import Wording

extension Query {
    /// A position or a place, of which a request names one.
    enum Spot: Sendable {
        case position(String)
        case place(String)

        /// The position as a site has it.
        var text: SiteText.Position {
            switch self {
            case .position(let text): .single(text, order: .eastingFirst)
            case .place(let name): .place(name)
            }
        }
    }

    /// The position or place asked about.
    ///
    /// - Throws: ``Problem`` where neither is given, or both.
    func positionOrPlace(example: String) throws(Problem) -> Spot {
        guard let spot = try optionalPositionOrPlace() else {
            throw Problem.missingParameter("position", example: example)
        }
        return spot
    }

    /// The position or place asked about; nil where none is.
    func optionalPositionOrPlace() throws(Problem) -> Spot? {
        switch (self["position"], self["place"]) {
        case (let text?, nil): return .position(text)
        case (nil, let place?): return .place(place)
        case (nil, nil): return nil
        default:
            throw Problem(
                .badRequest, "conflicting_parameters",
                Bilingual(zh: "position 与 place 只能给一个。", en: "Give position or place, not both."),
                Bilingual(zh: "请去掉其中一个。", en: "Leave one of them out."), field: "place")
        }
    }
}
