internal import Glibc

/// Why the system refused a file, in both languages; its own words, which are English here, for what is rare.
public struct SystemReason: Hashable, Sendable {
    /// The reason.
    public let text: Bilingual

    /// Takes `errno` as it stood right after the call.
    public init(_ code: Int32) {
        let said = String(cString: strerror(code))
        let chinese = [
            ENOENT: "文件或目录不存在", EACCES: "没有权限", EPERM: "没有权限", EISDIR: "这是目录，不是文件", ENOTDIR: "路径中有一段不是目录",
            ENOSPC: "磁盘空间已满", EDQUOT: "磁盘配额已满", EROFS: "文件系统只读", EIO: "读写设备出错", EBADF: "未打开",
            ENAMETOOLONG: "文件名过长", EPIPE: "接收方已关闭", EMFILE: "打开的文件过多", ETXTBSY: "文件正被其他程序占用",
            EFBIG: "文件大小超出系统限制",
        ]
        text = Bilingual(zh: chinese[code] ?? said, en: said)
    }
}
