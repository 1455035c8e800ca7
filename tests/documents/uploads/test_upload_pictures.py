"""Pictures: upright, reduced, without place or camera; nothing is decoded that would become too large."""

from io import BytesIO

import pytest
from PIL import Image, ImageFile

from senco.documents.uploads.limits import Limits
from senco.documents.uploads.reading import read
from senco.documents.uploads.unfit import Unfit
from tests.documents.uploads.samples import CAMERA, GPS, package, photograph, png_that_claims

LIMITS = Limits()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_control_the_sample_says_where_it_was_taken():
    told = opened(photograph()).getexif()
    assert told.get_ifd(GPS) and told[CAMERA]


@pytest.mark.parametrize(("form", "kept"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "jpeg")])
def test_a_photograph_loses_place_camera_and_comment(form, kept):
    found = read(photograph(form=form), LIMITS)
    assert found.format.content_type == f"image/{kept}"
    for content in (found.content, found.thumbnail):
        picture = opened(content)
        assert dict(picture.getexif()) == {} and picture.getexif().get_ifd(GPS) == {}
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert b"Ms Gray" not in content and b"At home" not in content and b"Exif" not in content


@pytest.mark.parametrize(("orientation", "corner"), [(1, (5, 5)), (3, (-5, -5)), (6, (-5, 5)), (8, (5, -5))])
def test_a_photograph_stands_upright(orientation, corner):
    """The red corner is where whoever took the picture saw it."""
    picture = opened(read(photograph(400, 300, orientation=orientation), LIMITS).content)
    assert picture.size == ((400, 300) if orientation in (1, 3) else (300, 400))
    at = tuple(place % side for place, side in zip(corner, picture.size, strict=True))
    red, green, _blue = picture.getpixel(at)
    assert red > 200 and green < 60


def test_a_large_photograph_is_reduced_and_has_a_small_one_beside_it():
    found = read(photograph(6000, 4000), LIMITS)
    assert opened(found.content).size == (2400, 1600)
    assert max(opened(found.thumbnail).size) == 320


def test_transparency_stays_in_the_picture_and_becomes_paper_in_the_small_one():
    target = BytesIO()
    Image.new("RGBA", (60, 40), (255, 0, 0, 0)).save(target, "WEBP")
    found = read(target.getvalue(), LIMITS)
    assert found.format.content_type == "image/png" and opened(found.content).mode == "RGBA"
    assert opened(found.thumbnail).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "I;16", "LA"])
def test_pictures_of_other_modes_are_taken(mode):
    target, form = BytesIO(), "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (50, 40)).save(target, form)
    assert opened(read(target.getvalue(), LIMITS).content).size == (50, 40)


@pytest.mark.parametrize("size", [(50_000, 50_000), (60_000_000, 1), (8_000, 7_000)])
def test_a_picture_that_would_become_too_large_is_refused_by_its_head(size):
    with pytest.raises(Unfit) as refused:
        read(png_that_claims(*size), LIMITS)
    assert refused.value.code == "too_many_pixels" and refused.value.values["width"] == size[0]


def test_a_picture_cut_short_is_refused(monkeypatch):
    """In production a child process decodes, which never loads WeasyPrint: that sets this flag for its whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)
    for broken in (
        photograph()[:900],
        png_that_claims(300, 300),
        b"\xff\xd8\xff\xe0",
        photograph(form="PNG")[:-300],
    ):
        with pytest.raises(Unfit, match="damaged"):
            read(broken, LIMITS)


def test_what_hides_behind_a_picture_is_gone():
    behind = package({"evil.html": "<script>alert(1)</script>"})
    sent = photograph(behind=behind)
    assert behind in sent
    assert b"evil" not in read(sent, LIMITS).content


def test_the_same_picture_becomes_the_same_bytes():
    assert read(photograph(), LIMITS) == read(photograph(), LIMITS)
