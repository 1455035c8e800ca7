"""MP3: the frames are kept; tags before and behind them (names, pictures, places, anything) are not."""

from .unfit import Unfit

BITRATES = {  # kbit/s of layer III by the index in a frame's head: MPEG 1, and MPEG 2 with 2.5
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}  # Hz by version bits
FEWEST_FRAMES = 3
SHARE_OF_FRAMES = 0.9  # of what follows the first tag; the rest is padding and old tags


def clean(data: bytes) -> bytes:
    """The frames alone. Raises Unfit where there are too few to be a recording."""
    start = end_of_tags(data)
    end, frames = start, 0
    while length := frame_length(data, end):
        end, frames = end + length, frames + 1
    end = min(end, len(data))
    if frames < FEWEST_FRAMES or end - start < SHARE_OF_FRAMES * (len(data) - start):
        raise Unfit("damaged")
    return data[start:end]


def end_of_tags(data: bytes) -> int:
    """Where the first frame begins: behind every ID3v2 tag and the zeros that may pad it."""
    position = 0
    while data[position : position + 3] == b"ID3" and len(data) >= position + 10:
        sizes = data[position + 6 : position + 10]
        footer = 10 if data[position + 5] & 0x10 else 0
        position += (
            10 + footer + sum(byte << shift for byte, shift in zip(sizes, (21, 14, 7, 0), strict=True))
        )
    while data[position : position + 1] == b"\0":
        position += 1
    return position


def frame_length(data: bytes, position: int) -> int:
    """Bytes of the frame that begins here; 0 where none does."""
    head = data[position : position + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, bitrate, rate = (head[1] >> 3) & 3, head[2] >> 4, (head[2] >> 2) & 3
    if version not in RATES or bitrate in (0, 15) or rate == 3:
        return 0
    samples = 144 if version == 3 else 72
    kilobits = BITRATES[version == 3][bitrate]
    return samples * kilobits * 1000 // RATES[version][rate] + ((head[2] >> 1) & 1)
