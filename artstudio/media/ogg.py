"""The serial number of Ogg streams, which encoders draw by chance."""

from __future__ import annotations

POLYNOMIAL = 0x04C11DB7
SERIAL_AT, CHECKSUM_AT, SEGMENTS_AT = 14, 22, 26
LONGEST_PAGE = 27 + 255 + 255 * 255


def with_serial(data: bytes, serial: int) -> bytes:
    """The same file of one stream with another serial number, its checksums put right.

    The checksum is linear: changing four bytes changes it by the checksum of the difference, which depends
    only on how many bytes follow. So no page needs to be summed again.
    """
    out = bytearray(data)
    old = int.from_bytes(data[SERIAL_AT : SERIAL_AT + 4], "little")
    shifts = _difference(old ^ serial)
    at = 0
    while data[at : at + 4] == b"OggS":
        segments = data[at + SEGMENTS_AT]
        table = at + SEGMENTS_AT + 1
        end = table + segments + sum(data[table : table + segments])
        checksum = int.from_bytes(data[at + CHECKSUM_AT : at + CHECKSUM_AT + 4], "little")
        checksum ^= shifts[end - (at + SERIAL_AT + 4)]
        out[at + SERIAL_AT : at + SERIAL_AT + 4] = serial.to_bytes(4, "little")
        out[at + CHECKSUM_AT : at + CHECKSUM_AT + 4] = checksum.to_bytes(4, "little")
        at = end
    return bytes(out)


def _difference(bits: int) -> list[int]:
    """The checksum of four little-endian bytes followed by n zero bytes, for every n a page can have."""
    table = []
    for byte in range(256):
        value = byte << 24
        for _bit in range(8):
            value = (value << 1 ^ (POLYNOMIAL if value & 0x80000000 else 0)) & 0xFFFFFFFF
        table.append(value)
    value = 0
    for byte in bits.to_bytes(4, "little"):
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24 ^ byte]
    sums = [value]
    for _zero in range(LONGEST_PAGE):
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24]
        sums.append(value)
    return sums
