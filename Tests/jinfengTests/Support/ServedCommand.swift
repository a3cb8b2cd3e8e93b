import Foundation
import TestSupport

/// `jinfeng serve`, running on a port of its own until its owner is gone.
final class ServedCommand {
    let process = Process()
    let port: Int
    private let messages = Pipe()

    /// Starts it and waits until it says where it serves.
    init(in folder: TemporaryFolder, _ arguments: [String] = []) throws {
        process.executableURL = URL(fileURLWithPath: TemporaryFolder.program)
        process.arguments = ["serve", "--port", "0", "--geodata", Repository.geoData] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ["LC_ALL": "C.UTF-8"]
        process.standardError = messages
        try process.run()
        var said = ""
        while !said.contains("Serving at http://127.0.0.1:") {
            let data = messages.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failed(said: said) }
            said += String(decoding: data, as: UTF8.self)
        }
        let digits = said.components(separatedBy: "Serving at http://127.0.0.1:")[1].prefix { $0.isNumber }
        guard let port = Int(digits) else { throw Failed(said: said) }
        self.port = port
    }

    deinit { process.terminate() }

    struct Failed: Error { let said: String }

    /// Sends a request and gives back the body of the answer.
    func send(_ method: String = "GET", _ target: String, type: String? = nil, body: [UInt8] = []) throws
        -> [UInt8]
    {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed(said: "connect: \(errno)") }
        var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        if let type { head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n" }
        var rest = (Array((head + "\r\n").utf8) + body)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { break }
            rest = rest.dropFirst(written)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        return try Self.body(of: answer)
    }

    /// The body of an answer, its chunks joined.
    private static func body(of answer: [UInt8]) throws -> [UInt8] {
        guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Failed(said: "no head") }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        var rest = answer[end.upperBound...]
        guard head.contains("transfer-encoding: chunked") else { return Array(rest) }
        var bytes: [UInt8] = []
        while let line = rest.firstRange(of: [13, 10]) {
            guard let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16) else {
                break
            }
            rest = rest[line.upperBound...]
            if size == 0 { return bytes }
            bytes += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
        throw Failed(said: "the stream broke off")
    }
}
