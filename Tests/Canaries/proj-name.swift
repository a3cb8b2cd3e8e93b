// must fail: cannot find 'proj_context_create' in scope
import Projection

let context = proj_context_create()
