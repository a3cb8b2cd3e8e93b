/// A colour in sRGB, each part from 0 to 1.
struct Colour: Hashable, Sendable {
    let red: Double
    let green: Double
    let blue: Double

    /// `0xRRGGBB`, as style guides write colours.
    init(_ hexadecimal: UInt32) {
        red = Double(hexadecimal >> 16 & 0xFF) / 255
        green = Double(hexadecimal >> 8 & 0xFF) / 255
        blue = Double(hexadecimal & 0xFF) / 255
    }
}

/// A line's look; lengths in millimetres of paper.
struct Pen: Hashable, Sendable {
    var colour: Colour
    var width: Double
    var dashes: [Double] = []
    var opacity: Double = 1
    var isRound: Bool = true
}

/// The look of letters.
struct TypeStyle: Hashable, Sendable {
    /// Millimetres of paper from one line's em to the next, unleaded.
    var size: Double
    var isBold: Bool = false
    var colour: Colour
    /// Space added after each letter, in ems.
    var tracking: Double = 0
    /// The colour of the rim that parts letters from what lies under them; nil for none.
    var halo: Colour?

    /// A style in points of 1/72 inch.
    init(
        points: Double, isBold: Bool = false, colour: Colour, tracking: Double = 0, halo: Colour? = nil
    ) {
        self.size = points * 25.4 / 72
        self.isBold = isBold
        self.colour = colour
        self.tracking = tracking
        self.halo = halo
    }

    /// The rim's width on each side of a letter's edge, millimetres.
    var haloWidth: Double { halo == nil ? 0 : size * 0.16 }
}
