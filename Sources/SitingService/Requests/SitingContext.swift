internal import Hummingbird

/// What goes with a request on its way through the service.
struct SitingContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
