/// Which of two numbers comes first, as far as their surroundings say.
public enum AxisOrder: Hashable, Sendable, CaseIterable {
    /// Longitude or easting first: our own order, or columns so named.
    case eastingFirst
    /// Latitude or northing first: Chinese survey sheets (X坐标 is north, Y坐标 east; 纵, 横), columns so named.
    case northingFirst
    /// Nothing says so: ranges must decide, or the question goes back.
    case unstated
}
