// must fail: cannot find 'cairo_create' in scope
import MapDrawing

let context = cairo_create(nil)
