internal import Projection
internal import Siting

extension HeldTable {
    /// So many positions stay in the nearest caches from one step to the next.
    static let run = 1 << 13

    /// The zone sets of positions: the kernel on the caller's own memory where nothing has to be projected.
    func zoneSets(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        into sets: UnsafeMutableBufferPointer<UInt32>
    ) throws(Refusal) {
        var carried: CarriedPositions? = nil
        if frame != .wgs84 { carried = try CarriedPositions(frame) }
        var first = 0
        while first < x.count {
            let rows = first..<min(first + Self.run, x.count)
            let (x, y) = unsafe (
                UnsafeBufferPointer(rebasing: x[rows]), UnsafeBufferPointer(rebasing: y[rows])
            )
            let out = unsafe UnsafeMutableBufferPointer(rebasing: sets[rows])
            if carried == nil {
                unsafe locate(x.span, y.span, into: out)
            } else {
                unsafe carried?.take(x, y)
                if let longitudes = carried?.longitudes, let latitudes = carried?.latitudes {
                    unsafe locate(longitudes.span, latitudes.span, into: out)
                }
            }
            first = rows.upperBound
        }
    }

    private func locate(
        _ longitudes: Span<Double>, _ latitudes: Span<Double>, into out: UnsafeMutableBufferPointer<UInt32>
    ) {
        var numbers = unsafe out.mutableSpan
        let beyond = table.locator.index.locate(
            longitudes: longitudes, latitudes: latitudes, into: &numbers)
        // What lies among the zones is a position. To look at each costs a tenth of what the zones do.
        guard beyond > 0 else { return }
        var strange = 0
        // Both are as long as `out`; bounds looked at again for each would keep vectors out of this loop.
        for row in longitudes.indices {
            let (longitude, latitude) = unsafe (longitudes[unchecked: row], latitudes[unchecked: row])
            strange &+= CarriedPositions.isPosition(longitude, latitude) ? 0 : 1
        }
        guard strange > 0 else { return }
        for row in longitudes.indices
        where !CarriedPositions.isPosition(longitudes[row], latitudes[row]) {
            numbers[row] = BulkIndex.notFinite
        }
    }
}

/// Positions of a frame carried to WGS 84, a run at a time; not a number where one is refused.
struct CarriedPositions: ~Copyable {
    private var plain: PlainPositions?
    private(set) var longitudes: [Double] = []
    private(set) var latitudes: [Double] = []

    init(_ frame: ReferenceFrame) throws(Refusal) {
        plain = nil
        guard frame != .wgs84 else { return }
        do throws(ProjectionError) { plain = try PlainPositions(frame) } catch {
            throw Refusal(.badData, error, field: "frame")
        }
    }

    /// Whether two numbers are a longitude and a latitude, as ``Projection/PositionReader`` has it.
    @inline(__always)
    static func isPosition(_ longitude: Double, _ latitude: Double) -> Bool {
        longitude.magnitude <= 180 && latitude.magnitude <= 90
    }

    /// Takes a run of positions in the stead of the last.
    mutating func take(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) {
        guard plain != nil else {
            longitudes.removeAll(keepingCapacity: true)
            latitudes.removeAll(keepingCapacity: true)
            for row in x.indices {
                let (longitude, latitude) = unsafe (x[row], y[row])
                let isPosition = Self.isPosition(longitude, latitude)
                longitudes.append(isPosition ? longitude : .nan)
                latitudes.append(isPosition ? latitude : .nan)
            }
            return
        }
        plain?.clear()
        for row in x.indices {
            let taken = unsafe plain?.append(x[row], y[row], order: .eastingFirst, inTwoColumns: false)
            if taken == nil { plain?.appendNone() }
        }
        plain?.carry()
        // PlainPositions makes them anew each time; moving them here copies nothing.
        longitudes = plain?.longitudes ?? []
        latitudes = plain?.latitudes ?? []
    }
}
