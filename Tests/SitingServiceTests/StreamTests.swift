import GeoJSON
import NIOCore
import NIOPosix
import Testing

@testable import SitingService

/// Positions that are answered as they arrive.
@Suite struct StreamTests {
    @Test func aLineIsAnsweredBeforeTheNextIsSent() async throws {
        try await LiveService.run { service in
            let texts = try await service.converse(
                [
                    #"{"lon":106.33,"lat":29.52}"#, #"{"lon":29.52,"lat":106.33}"#,
                    #"{"lon":106.4,"lat":29.6}"#,
                ], type: "application/x-ndjson"
            ) { $0.contains("}\n\r\n") }
            let answers = try texts.map { text in
                let line = try #require(text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("{") })
                return try JSONValue(parsing: Array(line.utf8))
            }
            #expect(answers[0]["layouts"]?.elements?.first?["zone"]?.stringValue == "shengmingdao")
            #expect(answers[1]["error"]?["code"]?.stringValue == "swapped_lon_lat")
            #expect(answers[1]["error"]?["row"]?.doubleValue == 2)
            #expect(answers[2]["error"] == nil)
        }
    }

    /// Without a charset: what tells UTF-8 from GB18030 must not be waited for.
    @Test func aRowOfATableIsAnsweredBeforeTheNextIsSent() async throws {
        try await LiveService.run { service in
            let answers = try await service.converse(
                ["id,lon,lat\n1,106.33,29.52", "2,29.52,106.33"], type: "text/csv"
            ) { $0.hasSuffix("\n\r\n") }
            #expect(answers[0].contains("1,106.33,29.52,shengmingdao,"))
            #expect(answers[1].contains("2,29.52,106.33,") && answers[1].contains("swapped_lon_lat"))
        }
    }

    @Test func aTableThatNamesNoPositionIsRefusedBeforeItIsRead() async throws {
        try await LiveService.run { service in
            let reply = try await service.post("/locate", "a,b\n1,2\n", type: "text/csv")
            #expect(reply.status == 400 && reply.problem == "missing_column")
        }
    }

    @Test func moreStreamsThanSeatsAreSentAwayForAWhile() async throws {
        try await LiveService.run {
            $0.maximumStreams = 0
        } _: { service in
            // A short one, and one longer than what may be on its way.
            for rows in [1, 100_000] {
                let table = "lon,lat\n" + String(repeating: "106.33,29.52\n", count: rows)
                let reply = try await service.post("/locate", table, type: "text/csv")
                #expect(reply.status == 503 && reply.problem == "busy" && reply.headers["retry-after"] == "1")
            }
        }
    }

    @Test func aTableInGB18030GoesBackInGB18030() async throws {
        try await LiveService.run { service in
            let body: [UInt8] =
                [0xC3, 0xFB, 0xB3, 0xC6] + Array(",lon,lat\n".utf8) + [0xBC, 0xD7]
                + Array(",106.33,29.52\n".utf8)
            for target in ["/locate", "/find?in=shengmingdao&f=csv"] {
                for type in ["text/csv", "text/csv; charset=gbk", "text/csv; charset=gb18030"] {
                    let reply = try await service.send("POST", target, ["Content-Type": type], body)
                    #expect(reply.status == 200, "\(target), \(type): \(reply.text)")
                    #expect(reply.bytes.starts(with: [0xC3, 0xFB, 0xB3, 0xC6]))
                    #expect(
                        reply.headers["content-type"] == "text/csv; charset=gb18030", "\(target), \(type)")
                }
            }
            // What is no table of the sender's is ours, in UTF-8.
            let lines = try await service.send(
                "POST", "/locate?f=text", ["Content-Type": "text/csv; charset=gbk"], body)
            #expect(lines.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(lines.text.contains("甲"))
        }
    }

    /// A client has the service, not the command.
    @Test(arguments: ["ndjson", "csv", "text", "json", "geojson"])
    func aRowThatCannotBeAnsweredIsAdvisedOfWhatIsToBeHadHere(_ format: String) async throws {
        try await LiveService.run { service in
            for language in ["zh", "en"] {
                // A zone given as a place: the command's advice is another command.
                let reply = try await service.post(
                    "/locate?f=\(format)&lang=\(language)", "id,place\n1,科学会堂\n2,生命岛\n",
                    type: "text/csv; charset=utf-8")
                #expect(reply.status == 200)
                let text = reply.text
                #expect(
                    text.contains("/zones/shengmingdao") && !text.contains("jinfeng zone shengmingdao"),
                    "\(text.suffix(600))")
            }
        }
    }

    @Test func aTableInUTF8IsLabelledSo() async throws {
        try await LiveService.run { service in
            let reply = try await service.post("/locate", "名称,lon,lat\n甲,106.33,29.52\n", type: "text/csv")
            #expect(reply.headers["content-type"] == "text/csv; charset=utf-8")
        }
    }
}

extension LiveService {
    /// Sends line after line, each once the one before is answered, and gives what came in between as it came.
    fileprivate func converse(
        _ lines: [String], type: String, isAnswered: @escaping @Sendable (String) -> Bool
    ) async throws -> [String] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            let head =
                "POST /locate HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n"
            try await outbound.write(ByteBuffer(string: head))
            var parts = inbound.makeAsyncIterator()
            var answers: [String] = []
            for line in lines {
                let bytes = Array((line + "\n").utf8)
                try await outbound.write(
                    ByteBuffer(string: String(bytes.count, radix: 16) + "\r\n" + line + "\n\r\n"))
                var text = ""
                while !isAnswered(text), let part = try await parts.next() {
                    text += String(buffer: part)
                }
                answers.append(text)
            }
            return answers
        }
    }
}
