import os

import pytest

from qa.files import write_whole


@pytest.fixture(params=[0o022, 0o027, 0o077])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_a_file_has_the_permissions_of_any_new_file(tmp_path, umask):
    write_whole(tmp_path / "a.txt", "göl")
    (tmp_path / "b.txt").write_text("göl", "utf-8")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_a_file_is_replaced_and_no_draft_is_left(tmp_path):
    for words in ("önce", "sonra"):
        write_whole(tmp_path / "new" / "a.txt", words)
    assert (tmp_path / "new" / "a.txt").read_text("utf-8") == "sonra"
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_what_cannot_be_put_in_place_leaves_the_old_and_no_draft(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OSError):
        write_whole(tmp_path / "a.txt", "göl")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path):
    write_whole(tmp_path / ("a" * 255), b"x")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"x"
