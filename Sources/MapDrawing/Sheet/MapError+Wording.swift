internal import Projection
internal import Siting
internal import Topology
public import Wording

extension MapError {
    /// The stable name for programs.
    public var code: String {
        switch self {
        case .unknownFormat: "unknown_map_format"
        case .unknownSize: "unknown_paper_size"
        case .sizeOutOfRange: "paper_size_out_of_range"
        case .resolutionOutOfRange: "resolution_out_of_range"
        case .tooManyPixels: "too_many_pixels"
        case .scaleOutOfRange: "scale_out_of_range"
        case .noEdition: "no_edition"
        case .nothingDrawn: "nothing_drawn"
        case .missingGlyphs: "missing_font"
        case .locator(let error): error.code
        case .projection(let error): error.code
        case .topology: "topology"
        case .libraryMissing: "pango_missing"
        case .cairo: "cairo"
        case .abandoned: "abandoned"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch self {
        case .unknownFormat(let name):
            return Bilingual(
                zh: "“\(name.quotable)”的扩展名不是地图格式。", en: "\(name.quoted) does not end in a map format.")
        case .unknownSize(let text):
            return Bilingual(zh: "“\(text.quotable)”不是图幅尺寸。", en: "\(text.quoted) is no paper size.")
        case .sizeOutOfRange(let text):
            return Bilingual(
                zh: "图幅“\(text.quotable)”过大、过小或过于狭长。",
                en: "The paper \(text.quoted) is too large, too small or too narrow.")
        case .resolutionOutOfRange(let dpi):
            let figure = FixedDecimals(dpi, decimals: 0)?.description ?? "\(dpi)"
            return Bilingual(zh: "分辨率 \(figure) dpi 超出范围。", en: "\(figure) dpi is out of range.")
        case .tooManyPixels(let width, let height):
            return Bilingual(
                zh: "图片将有 \(width)×\(height) 像素，超过上限。",
                en: "The picture would have \(width)×\(height) pixels, more than may be.")
        case .scaleOutOfRange(let denominator):
            return Bilingual(
                zh: "比例尺 1:\(denominator) 超出范围。", en: "The scale 1:\(denominator) is out of range.")
        case .noEdition(let layout, let day):
            return Bilingual(
                zh: "\(day) 没有“\(layout)”的有效版本。", en: "\(layout) has no edition valid on \(day).")
        case .nothingDrawn(let layout):
            return Bilingual(
                zh: "“\(layout)”没有已上图的结构单元。", en: "Nothing of \(layout) is drawn.")
        case .missingGlyphs(let text):
            return Bilingual(
                zh: "系统字体缺字，无法排印“\(text.quotable)”。",
                en: "No installed font has the letters of \(text.quoted).")
        case .locator(let error): return error.message
        case .projection(let error): return error.message
        case .topology(let error):
            return Bilingual(
                zh: "边缘过渡无法生成：\(error.reason)（\(error.function)）。",
                en: "A soft edge could not be laid: \(error.reason) (\(error.function)).")
        case .libraryMissing(let reason):
            return Bilingual(
                zh: "未能载入 Pango 与 Cairo：\(reason.quotable)。",
                en: "Pango and Cairo cannot be loaded: \(reason.quotable).")
        case .cairo(let words):
            return Bilingual(zh: "Cairo 绘图失败：\(words)。", en: "Cairo could not draw: \(words).")
        case .abandoned:
            return Bilingual(
                zh: "已无人等待此图，绘制中止。", en: "Nobody waits for the sheet any more; it was left undrawn.")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        let limits = PaperSize.sideLimits
        switch self {
        case .unknownFormat:
            return Bilingual(
                zh: "请用 .png、.svg 或 .pdf 结尾。", en: "End it in .png, .svg or .pdf.")
        case .unknownSize:
            return Bilingual(
                zh: "可用 a4、a3、a2、a1、a0、16:9，加 -portrait 为竖幅，或“宽x高mm”，如 600x400mm。",
                en:
                    "Use a4, a3, a2, a1, a0 or 16:9, -portrait behind it for upright, or WxHmm such as 600x400mm."
            )
        case .sizeOutOfRange:
            return Bilingual(
                zh: "每边应在 \(Int(limits.lowerBound))—\(Int(limits.upperBound)) 毫米之间，长宽比不超过 2.5。",
                en:
                    "Each side is \(Int(limits.lowerBound)) to \(Int(limits.upperBound)) mm, one at most 2.5 times the other."
            )
        case .resolutionOutOfRange:
            let range = MapSheet.resolutionLimits
            return Bilingual(
                zh: "请取 \(Int(range.lowerBound))—\(Int(range.upperBound)) dpi；印刷用 300，屏幕用 144。",
                en:
                    "Take \(Int(range.lowerBound)) to \(Int(range.upperBound)) dpi: 300 for print, 144 for screens."
            )
        case .tooManyPixels:
            return Bilingual(
                zh: "请降低 --dpi，或输出 PDF、SVG（矢量，无分辨率限制）。",
                en: "Lower --dpi, or draw a PDF or SVG, which have no pixels.")
        case .scaleOutOfRange:
            let range = MapScale.limits
            return Bilingual(
                zh: "分母应在 \(range.lowerBound)—\(range.upperBound) 之间。",
                en: "Take a denominator from \(range.lowerBound) to \(range.upperBound).")
        case .noEdition: return Bilingual(zh: "请换一个 --as-of 日期。", en: "Choose another day with --as-of.")
        case .nothingDrawn:
            return Bilingual(zh: "请换一个空间格局。", en: "Choose another layout.")
        case .missingGlyphs:
            return Bilingual(
                zh: "请安装中文字体：apt-get install fonts-noto-cjk（或 fonts-wqy-microhei）。",
                en: "Install a Chinese font: apt-get install fonts-noto-cjk (or fonts-wqy-microhei).")
        case .locator(let error): return error.remedy
        case .projection(let error): return error.remedy
        case .topology:
            return Bilingual(zh: "请用 jinfeng validate 检查数据。", en: "Check the data with jinfeng validate.")
        case .libraryMissing:
            return Bilingual(
                zh: "请安装：apt-get install libpangocairo-1.0-0。不画图的命令不需要它。",
                en: "Install them: apt-get install libpangocairo-1.0-0. Only drawing needs them.")
        case .cairo:
            return Bilingual(
                zh: "请检查内存与磁盘空间，或换一种格式。", en: "Check memory and disk, or try another format.")
        case .abandoned: return Bilingual(zh: "需要时请重新请求。", en: "Ask again if you want it.")
        }
    }
}
