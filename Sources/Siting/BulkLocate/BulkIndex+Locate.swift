public import PlanarGeometry
internal import Topology

extension BulkIndex {
    /// The zone sets of many positions.
    ///
    /// Positions are in the frame of the zones, degrees or metres. Nothing is allocated; the work for a position that
    /// no boundary is near is a few loads. May be called from any number of tasks at once, each with a part of the
    /// positions (``Swift/Span/extracting(_:)-(Range<Int>)``) and memory of its own for their numbers.
    ///
    /// - Parameters:
    ///   - longitudes: x of each position.
    ///   - latitudes: y of each position, as many.
    ///   - numbers: receives the number of each position's zone set, ``notFinite`` where x or y is not finite; as
    ///     many, or a precondition fails.
    /// - Returns: how many of the positions lie beyond the box of all zones or are not finite: where it is 0, every
    ///   position is one that the frame has, and need not be looked at for that.
    @discardableResult
    public func locate(
        longitudes: Span<Double>, latitudes: Span<Double>, into numbers: inout MutableSpan<UInt32>
    ) -> Int {
        precondition(longitudes.count == latitudes.count && longitudes.count == numbers.count)
        return longitudes.withUnsafeBufferPointer { x in
            latitudes.withUnsafeBufferPointer { y in
                numbers.withUnsafeMutableBufferPointer { out in resolve(x, y, into: out) }
            }
        }
    }

    private func resolve(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        into out: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        withLookup { $0.resolve(x, y, into: out) }
    }

    /// The zone sets of positions in order, to as many first places.
    func locate(_ order: PositionOrder, into numbers: inout [UInt32]) {
        order.x.withUnsafeBufferPointer { x in
            order.y.withUnsafeBufferPointer { y in
                numbers.withUnsafeMutableBufferPointer { out in
                    withLookup { lookup in
                        _ = lookup.resolve(
                            UnsafeBufferPointer(rebasing: x[..<order.count]),
                            UnsafeBufferPointer(rebasing: y[..<order.count]),
                            into: UnsafeMutableBufferPointer(rebasing: out[..<order.count]))
                    }
                }
            }
        }
    }

    /// The zone set of one position.
    public func zoneSet(at position: Point) -> UInt32 {
        withLookup { $0.number(position.x, position.y) }
    }

    /// The zones that cover a position, ascending, without an index: each zone's every edge is looked at.
    public func zones(at position: Point) -> [UInt32] {
        guard position.isFinite else { return [] }
        let test = OrientationTest()
        return (0..<edges.zoneCount).filter { edges.covers(position, zone: $0, test) }.map(UInt32.init)
    }

    private func withLookup<Result>(_ body: (borrowing CellLookup) -> Result) -> Result {
        cells.withUnsafeBufferPointer { cells in
            blocks.withUnsafeBufferPointer { blocks in
                records.withUnsafeBufferPointer { records in
                    outcomes.withUnsafeBufferPointer { outcomes in
                        edges.coordinates.withUnsafeBufferPointer { coordinates in
                            edges.envelopes.withUnsafeBufferPointer { envelopes in
                                body(
                                    CellLookup(
                                        frame: frame, cells: cells, blocks: blocks, records: records,
                                        outcomes: outcomes, coordinates: coordinates, envelopes: envelopes))
                            }
                        }
                    }
                }
            }
        }
    }
}
