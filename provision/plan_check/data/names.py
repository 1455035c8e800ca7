"""Forenames that are words too, so that "Will he" and "in May" are nobody's name."""

from senco.core.plain_language import listed

DATES_AND_PLACES = listed(  # written with a capital whatever they mean
    """april may june july august january autumn summer spring winter friday sunday christian christmas london paris chelsea kent
    austin florence sydney georgia virginia india china jordan israel savannah carolina dakota brooklyn asia africa victoria
    adele alexandria lincoln preston chester lancaster"""
)
WORDS = listed(  # words that begin a sentence as often as a name does
    """will mark grace hope joy faith charity patience prudence constance felicity verity justice harmony melody destiny rose lily
    daisy ivy holly poppy violet iris olive hazel heather fern jasmine rosemary basil sage ginger ruby amber jade pearl crystal
    ebony coral robin phoenix jay martin wren raven sky skye rain river ocean star sunny dawn eve angel king prince earl duke
    chase hunter mason archer carter cooper taylor tyler parker miles drew grant frank rich pat sue bill bob jack art gene ray
    rob rod nick matt penny dean dale wade heath reed brook sandy rusty victor max page paige joy merry noble true case"""
)
NOT_PUPILS = listed(
    "st saint king queen prince princess lord lady president"
)  # before a name: nobody in the class
