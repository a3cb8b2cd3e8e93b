public import PlanarGeometry
public import Wording

/// Why what was written is no position.
public enum ArrivalError: ExplainedError, Hashable {
    /// Nothing was written.
    case empty
    /// A text that is no number.
    case notANumber(String)
    /// NaN, infinity, or a number too large to hold.
    case notFinite(String)
    /// Degrees, minutes and seconds that are none.
    case notSexagesimal(String)
    /// A text that is not two coordinates.
    case notAPair(String)
    /// Letters that contradict each other, the sign or the column.
    case conflictingDirections(String)
    /// A latitude beyond ±90°.
    case latitudeOutOfRange(Double)
    /// A longitude beyond ±180°.
    case longitudeOutOfRange(Double)
    /// Longitude and latitude the wrong way round: the two numbers as written and the order they were said to have.
    case swappedLonLat(Point, AxisOrder, ReferenceFrame)
    /// Metres where degrees are meant: the two numbers as written.
    case projectedInGeographic(Point, ReferenceFrame)
    /// Numbers that may be degrees, minutes and seconds run together: as written, and what they would be.
    case packedSexagesimal(Point, PackedSexagesimal, ReferenceFrame)
    /// Degrees where metres are meant: the two numbers as written.
    case geographicInProjected(Point, ReferenceFrame)
    /// An easting with the number of another zone than the frame's.
    case zoneMismatch(easting: Double, zone: Int, ReferenceFrame)
    /// Two numbers that may be read either way round: as written, and the readings.
    case ambiguousAxes(Point, [CandidateReading])
    /// A position that cannot be carried to WGS 84, outside the area of use above all.
    case projection(ProjectionError)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .notANumber: "not_a_number"
        case .notFinite: "not_finite"
        case .notSexagesimal: "not_degrees_minutes_seconds"
        case .notAPair: "not_a_pair"
        case .conflictingDirections: "conflicting_directions"
        case .latitudeOutOfRange: "latitude_out_of_range"
        case .longitudeOutOfRange: "longitude_out_of_range"
        case .swappedLonLat: "swapped_lon_lat"
        case .projectedInGeographic: "projected_in_geographic"
        case .packedSexagesimal: "packed_degrees_minutes_seconds"
        case .geographicInProjected: "geographic_in_projected"
        case .zoneMismatch: "zone_mismatch"
        case .ambiguousAxes: "ambiguous_axes"
        case .projection(let error): error.code
        }
    }
}
