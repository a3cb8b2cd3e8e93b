// must fail: cannot find 'GEOS_init_r' in scope
import Topology

let handle = GEOS_init_r()
