public import Planning
public import Projection
public import Siting
public import Topology
public import Wording

/// Why no map could be drawn.
public enum MapError: ExplainedError, Hashable {
    /// The name of an output promises no format.
    case unknownFormat(String)
    /// A text that is no paper size.
    case unknownSize(String)
    /// A size no sheet can have.
    case sizeOutOfRange(String)
    /// A resolution no picture can have, dots per inch.
    case resolutionOutOfRange(Double)
    /// More pixels than a picture may have.
    case tooManyPixels(width: Int, height: Int)
    /// A scale no sheet can have.
    case scaleOutOfRange(Int)
    /// No layout with that id has an edition valid on the day.
    case noEdition(layout: String, CalendarDate)
    /// Nothing of a layout is drawn.
    case nothingDrawn(layout: String)
    /// No installed font has the letters of a text.
    case missingGlyphs(String)
    /// An answer about the site, or the drawing itself, could not be had.
    case locator(LocatorError)
    /// A position could not be carried to the plane.
    case projection(ProjectionError)
    /// A soft edge could not be laid.
    case topology(TopologyError)
    /// Pango and Cairo cannot be loaded, with the loader's words.
    case libraryMissing(String)
    /// Cairo refused, with its words.
    case cairo(String)
    /// Nobody waits for the sheet any more.
    case abandoned
}
