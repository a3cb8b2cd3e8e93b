/// Everything the service answers.
///
/// A further resource is an ``Endpoint`` in one of these lists, or in a list of its own put here.
struct SitingRoutes: Sendable {
    let desk: QuestionDesk

    var endpoints: [Endpoint] {
        let all = own
        return all + [OpenAPIRoute(settings: desk.settings, others: all).endpoint]
    }

    private var own: [Endpoint] {
        LocateRoutes(desk: desk).endpoints + AssessRoutes(desk: desk).endpoints
            + [FindRoute(desk: desk).endpoint, FitRoute(desk: desk).endpoint]
            + ZoneRoutes(desk: desk).endpoints + [AdjacencyRoute(desk: desk).endpoint]
            + MapRoutes(desk: desk).endpoints + PageRoutes(desk: desk).endpoints
            + [HealthRoute(desk: desk).endpoint]
            + FeatureRoutes(desk: desk).endpoints + ExportRoutes(desk: desk).endpoints
    }
}
