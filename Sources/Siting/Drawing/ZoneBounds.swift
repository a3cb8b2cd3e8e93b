internal import PlanarGeometry
internal import Planning

/// What is asked of every zone before any is looked at: figures side by side, where the zones themselves lie scattered.
struct ZoneBounds {
    /// In degrees.
    let box: Box
    /// In metres.
    let extent: EdgeRun
    /// The standard deviation per axis of where its edge lies, metres.
    let accuracy: Double

    init(_ drawn: DrawnZone) {
        box = drawn.box
        extent = drawn.extent
        accuracy = drawn.accuracy.metres
    }
}
