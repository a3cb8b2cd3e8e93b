"""Memory of answers that nobody holds any more is used again, and no other."""

import gc
import os

import numpy as np

from jinfeng.room import _kept, _LEAST, room

COUNT = _LEAST // 4 + 17


def address(array):
    return array.__array_interface__["data"][0]


def test_what_nobody_holds_is_used_again():
    _kept.clear()
    first = room(COUNT)
    place = address(first)
    del first
    gc.collect()
    assert address(room(COUNT)) == place


def test_what_a_view_still_holds_is_not():
    _kept.clear()
    first = room(COUNT)
    first[:] = 7
    view = first[1000:2000:3].view(np.int32)
    del first
    gc.collect()
    second = room(COUNT)
    second[:] = 9
    assert (view == 7).all()
    del view
    gc.collect()
    assert len(_kept) == 1


def test_few_answers_do_not_hold_the_memory_of_many():
    _kept.clear()
    many = room(COUNT * 16)
    del many
    gc.collect()
    kept = len(_kept[0])
    small = room(COUNT)
    assert small.size == COUNT and not _kept and kept > 4 * small.nbytes


def test_at_most_one_is_kept():
    _kept.clear()
    many = [room(COUNT) for _ in range(5)]
    assert len({address(one) for one in many}) == 5
    del many
    gc.collect()
    assert len(_kept) == 1


def test_a_process_forked_off_writes_to_memory_of_its_own():
    mine = room(COUNT)
    mine[:] = 1
    child = os.fork()
    if child == 0:
        mine[:] = 2
        os._exit(0)
    os.waitpid(child, 0)
    assert (mine == 1).all()


def test_answers_live_on_when_their_neighbours_go(catalogue):
    random = np.random.default_rng(2)
    lon, lat = random.uniform(106.2, 106.6, COUNT), random.uniform(29.3, 29.8, COUNT)
    kept = catalogue.locate(lon, lat, frame="wgs84", zones_only=True)
    wanted = kept.zone_sets.copy()
    for shift in (0.01, 0.02, 0.03):
        catalogue.locate(lon + shift, lat, frame="wgs84", zones_only=True)
    assert (kept.zone_sets == wanted).all()
