public import Wording

/// The control lines of 三区三线 that are known by name.
///
/// None of them is drawn here; one that is imported is a layout of its own of kind `control`. Its id is that of the
/// unchecked item (未核查事项) it settles.
public enum ControlLine: String, CaseIterable, Hashable, Sendable {
    /// 生态保护红线.
    case redLine = "red-line"
    /// 永久基本农田.
    case farmland
    /// 城镇开发边界.
    case developmentBoundary = "development-boundary"

    /// The id of its layout.
    public var layout: String {
        switch self {
        case .redLine: "ecological-red-line"
        case .farmland: "permanent-basic-farmland"
        case .developmentBoundary: "urban-development-boundary"
        }
    }

    /// What it is called.
    public var name: Bilingual {
        switch self {
        case .redLine: Bilingual(zh: "生态保护红线", en: "Ecological protection red line")
        case .farmland: Bilingual(zh: "永久基本农田", en: "Permanent basic farmland")
        case .developmentBoundary: Bilingual(zh: "城镇开发边界", en: "Urban development boundary")
        }
    }

    /// Whether building belongs inside it; the others keep it out.
    public var isForBuilding: Bool { self == .developmentBoundary }

    /// The control line of a layout; nil for one that is not known by name.
    public init?(layout: String) {
        guard let line = Self.allCases.first(where: { $0.layout == layout }) else { return nil }
        self = line
    }
}
