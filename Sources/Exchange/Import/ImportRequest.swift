public import Planning

/// What is to be imported, and as what.
public struct ImportRequest: Hashable, Sendable {
    /// What becomes of zones of the layout that the files do not draw.
    public enum MissingZones: String, CaseIterable, Hashable, Sendable {
        /// They are listed without a place, for the files give none.
        case unlocated
        /// They keep the drawing they had, with its own accuracy.
        case keep
    }

    /// Whose zones the files draw.
    public enum Target: Hashable, Sendable {
        /// The zones of a layout, by its id.
        case layout(String)
        /// A control line, in a layout of its own.
        case control(ControlLine)

        /// The layout's id.
        public var layout: String {
            switch self {
            case .layout(let id): id
            case .control(let preset): preset.layout
            }
        }
    }

    /// The files.
    public var sources: [ImportSource]
    /// Whose zones they draw.
    public var target: Target
    /// Columns named by the user.
    public var mapping: [ImportField: String] = [:]
    /// Zones named by the user for names or ids of the files.
    public var matches: [String: String] = [:]
    /// Whether features that are no zone of the layout become new ones.
    public var newZones = false
    /// What becomes of zones that are not drawn.
    public var missing = MissingZones.unlocated
    /// One standard deviation per axis of the drawn edges, metres; nil to take the files' own column.
    public var accuracy: Double?
    /// What the accuracy rests on; nil to say that it was stated on import.
    public var accuracyBasis: String?
    /// The id of the edition; nil to make one of the day it begins.
    public var edition: String?
    /// The first day it is valid.
    public var validFrom: CalendarDate
    /// The day it is recorded, and the one it is checked on.
    public var today: CalendarDate
    /// The title of the plan or decision the files belong to.
    public var title: String?
    /// Its number.
    public var number: String?
    /// Its day.
    public var date: CalendarDate?
    /// The classification (密级); nil where the drawings may be passed on.
    public var classification: String?
    /// The years that plan is made for, and so new zones; nil where not stated.
    public var planPeriod: PlanPeriod?
    /// Zones of the context on whose land a control line is complete.
    public var coverage: [String] = []
    /// Rules that may find something: `EditionOrigin.canAccept(_:)`.
    public var accepted: [String] = []
    /// Whether an edition of that id may be replaced.
    public var replacing = false
    /// Whether nothing is to be written: then an edition of that id is no reason not to look at the data.
    public var isRehearsal = false

    /// Asks for an import.
    public init(_ sources: [ImportSource], as target: Target, validFrom: CalendarDate, today: CalendarDate) {
        self.sources = sources
        self.target = target
        self.validFrom = validFrom
        self.today = today
    }
}
