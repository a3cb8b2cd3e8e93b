import Foundation
import TestSupport
import Testing

/// File systems that say only on closing that nothing was kept, as NFS and quotas do.
@Suite struct FailedClosingTests {
    let folder: TemporaryFolder

    /// Builds a library that, loaded first, lets every close of a file written under the name `late` fail.
    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "late.c",
            """
            #include <errno.h>
            #include <stdio.h>
            #include <string.h>
            #include <sys/syscall.h>
            #include <unistd.h>
            int close(int descriptor) {
              char link[64], path[4096];
              snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
              ssize_t length = readlink(link, path, sizeof path - 1);
              int result = syscall(SYS_close, descriptor);
              if (result || length < 1) return result;
              path[length] = 0;
              const char *name = strrchr(path, '/');
              if (!name || strncmp(name, "/late", 5)) return result;
              errno = EDQUOT;
              return -1;
            }
            """)
        // The compiler that stands beside Swift's own.
        let path = try #require(ProcessInfo.processInfo.environment["PATH"])
        let built = try folder.shell("PATH='\(path)' clang -shared -fPIC -o late.so late.c")
        try #require(built.status == 0, "\(built.messages)")
    }

    static let rows =
        "id,lon,lat\n" + (0..<2000).map { "\($0),106.\(300_000 + $0 * 7),29.52\n" }.joined()

    @Test(arguments: [
        "locate --input in.csv --output late.csv", "locate --input in.csv > late.csv",
        "locate --input in.csv --format ndjson --output late.txt", "convert --input in.csv --output late.csv",
        "locate --input in.f64 --output late.csv", "zones --output late.csv",
        "assess 106.33,29.52 > late.txt", "find --input in.csv --in shengmingdao -o late.csv",
    ])
    func whatWasNotKeptIsAnOutputError(_ arguments: String) throws {
        try folder.write("in.csv", Self.rows)
        try folder.write(
            "in.f64",
            [106.33, 29.52].flatMap { value in
                (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
            })
        let well = try folder.shell("jinfeng \(arguments.replacing("late.", with: "kept."))")
        #expect(well.status == 0, "\(well.messages)")
        let run = try folder.shell("LD_PRELOAD=$PWD/late.so jinfeng \(arguments)")
        #expect(run.status == 74, "\(run.messages)")
        #expect(run.messages.contains("quota"), "\(run.messages)")
    }
}
