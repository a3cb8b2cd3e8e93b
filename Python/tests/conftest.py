import pytest

import jinfeng


@pytest.fixture(scope="session")
def catalogue() -> jinfeng.Catalogue:
    return jinfeng.Catalogue()
