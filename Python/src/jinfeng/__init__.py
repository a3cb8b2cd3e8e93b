"""In which planned zone of the Western (Chongqing) Science City does a site lie?

    >>> import jinfeng
    >>> catalogue = jinfeng.Catalogue()
    >>> answers = catalogue.locate([106.33], [29.52], frame="wgs84")
    >>> answers["jinfeng-five-zones"].zones
    array(['shengmingdao'], dtype=object)

The answers are those of the command ``jinfeng`` and of the Swift library: one set of answers behind every door.
"""

import importlib
import sys

from ._release import RELEASE as __version__
from .answers import Answers, LayoutAnswers
from .catalogue import Catalogue
from .errors import GeoDataError, InputError, JinfengError, JinfengWarning

__all__ = [
    "Answers",
    "Catalogue",
    "GeoDataError",
    "InputError",
    "JinfengError",
    "JinfengWarning",
    "LayoutAnswers",
    "__version__",
]

# Where pandas is in use already, `frame.jinfeng` costs nothing; else `import jinfeng.geopandas` brings it.
if "pandas" in sys.modules:
    importlib.import_module("jinfeng.geopandas")
