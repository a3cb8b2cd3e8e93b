/// How the service runs: where it listens, and how much it takes on.
///
/// Durations are in seconds, sizes in bytes. The defaults are safe on a machine of the public net behind a proxy; by
/// default only this machine reaches it at all.
public struct ServiceSettings: Hashable, Sendable {
    /// The address listened on; only this machine's own by default.
    public var host = "127.0.0.1"
    /// The port listened on; 0 for any that is free.
    public var port = 8080
    /// The address clients know the service by, such as `https://gis.example.cn/jinfeng`; nil for the one they asked.
    public var publicURL: String?
    /// The largest body, and the longest line of a stream.
    public var maximumBody = 16 << 20
    /// The most vertices in one body.
    public var maximumVertices = 200_000
    /// The most connections at a time; more wait until one is closed.
    public var maximumConnections = 4096
    /// How many threads answer what takes long: assessments, comparisons, maps, streams.
    public var workers = 2
    /// How many questions may wait for one of those threads.
    public var maximumWaiting = 64
    /// How many streams may be answered at a time.
    public var maximumStreams = 8
    /// How long a head may take to arrive.
    public var headSeconds = 10
    /// How long a whole body may take, or the next part of a stream.
    public var bodySeconds = 30
    /// How long a connection may be silent between two requests, or take nothing of an answer.
    public var idleSeconds = 60
    /// How long an answer may take.
    public var answerSeconds = 20
    /// How long answers in flight are waited for when the service is told to stop.
    public var drainSeconds = 30
    /// Which web pages may ask: `*`, or one origin; empty for none.
    public var allowedOrigin = "*"
    /// Whether drawings of editions that are classified may be given out.
    public var allowsClassified = false
    /// The folder of Leaflet, which the page at `/map` is drawn with: that of Debian's `libjs-leaflet`.
    public var leafletFolder = "/usr/share/javascript/leaflet"
    /// The map the page may show under its zones, from another host; nil for none.
    public var baseMap: BaseMap?
    /// Whether each request leaves a line in the log.
    public var logsAccess = true

    /// The defaults.
    public init() {}
}
