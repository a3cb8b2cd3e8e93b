/// Where Cairo's bytes go; a class because the C callback needs a stable address.
final class ByteSink {
    var bytes: [UInt8] = []
}
