"""Forenames that are words too, so that "Will he" and "in May" are nobody's name."""

from senco.core.plain_language import listed

DATES_AND_PLACES = listed(  # written with a capital whatever they mean
    """april may june july august january autumn summer spring winter friday sunday christian christmas london paris chelsea kent
    austin florence sydney georgia virginia india china jordan israel savannah carolina dakota brooklyn asia africa victoria
    adele alexandria lincoln preston chester lancaster"""
)
WORDS = listed(  # words that begin a sentence as often as a name does
    """will mark grace hope joy faith charity patience prudence constance felicity justice harmony melody destiny rose daisy
    poppy violet olive hazel basil sage ginger amber jade pearl crystal coral robin rain river ocean star sky sunny dawn eve angel
    king prince earl duke chase hunter miles drew grant frank rich pat sue bill art gene ray dale wade heath reed brook sandy rusty
    max page merry noble true case"""
)
NOT_PUPILS = listed(
    "st saint king queen prince princess lord lady president"
)  # before a name: nobody in the class
