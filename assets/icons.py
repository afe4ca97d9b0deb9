#!/usr/bin/env python3
"""Draws the icons of the installed app from favicon.svg beside this file; needs nothing but Python.

    assets/icons.py

icon-192.png and icon-512.png are the mark as it is. touch-icon.png and icon-maskable-512.png fill the whole square, for
systems that cut icons to their own shape; the heart lies in the middle four fifths that no shape cuts.
"""

import math
import pathlib
import re
import struct
import zlib

HERE = pathlib.Path(__file__).parent
# Samples along each edge of a pixel.
FINE = 4


def arc(x, y, r, large, sweep, ex, ey, steps=48):
    """Points of a circular arc (SVG 1.1, appendix F.6.5)."""
    dx, dy = (x - ex) / 2, (y - ey) / 2
    k = math.sqrt(max(0, r * r / (dx * dx + dy * dy) - 1)) * (-1 if large == sweep else 1)
    cx, cy = k * dy + (x + ex) / 2, -k * dx + (y + ey) / 2
    start, end = math.atan2(y - cy, x - cx), math.atan2(ey - cy, ex - cx)
    if sweep and end < start:
        end += 2 * math.pi
    if not sweep and end > start:
        end -= 2 * math.pi
    angles = (start + (end - start) * step / steps for step in range(1, steps + 1))
    return [(cx + r * math.cos(a), cy + r * math.sin(a)) for a in angles]


def bezier(points, steps=48):
    for step in range(1, steps + 1):
        t = step / steps
        w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield tuple(sum(weight * point[axis] for weight, point in zip(w, points)) for axis in (0, 1))


def outline(path):
    """The corners of a path of the commands that the mark uses."""
    points = []
    for command, rest in re.findall(r"([MCcaz])([^MCcaz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.\d+|\d+|\.\d+)", rest)]
        if command == "M":
            points.append(tuple(numbers))
        while command in "Cc" and numbers:
            x, y = points[-1] if command == "c" else (0, 0)
            three = [(numbers[at] + x, numbers[at + 1] + y) for at in (0, 2, 4)]
            points.extend(bezier([points[-1], *three]))
            numbers = numbers[6:]
        while command == "a" and numbers:
            (x, y), (r, _, _, large, sweep, dx, dy) = points[-1], numbers[:7]
            points.extend(arc(x, y, r, large, sweep, x + dx, y + dy))
            numbers = numbers[7:]
    return points


def spans(points, y):
    """Where a line at this height is inside of the outline."""
    crossings = []
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
        if (y1 <= y) != (y2 <= y):
            crossings.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2]))


def coverage(points, size):
    """How much of each pixel lies inside, in 0 to FINE * FINE."""
    rows = []
    for py in range(size):
        row = [0] * size
        for sub in range(FINE):
            y = (py + (sub + 0.5) / FINE) * 32 / size
            for left, right in spans(points, y):
                fine = size * FINE / 32
                for at in range(max(0, math.ceil(left * fine - 0.5)), min(size * FINE, math.ceil(right * fine - 0.5))):
                    row[at // FINE] += 1
        rows.append(row)
    return rows


def rounded(r):
    corners = [(0, r, r, 0), (32 - r, 0, 32, r), (32, 32 - r, 32 - r, 32), (r, 32, 0, 32 - r)]
    return [point for x, y, ex, ey in corners for point in [(x, y), *arc(x, y, r, 0, 1, ex, ey)]]


def png(size, ground, heart, colour):
    lines = []
    full = FINE * FINE
    for ground_row, heart_row in zip(ground, heart):
        line = bytearray(b"\0")
        for inside, white in zip(ground_row, heart_row):
            line += bytes(round((c * (full - white) + 255 * white) / full) for c in colour)
            line.append(round(255 * inside / full))
        lines.append(bytes(line))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines), 9)), (b"IEND", b"")]
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def main():
    svg = (HERE / "favicon.svg").read_text()
    colour = bytes.fromhex(re.search(r'<rect[^>]*fill="#(\w{6})"', svg).group(1))
    radius = float(re.search(r'rx="(\d+)"', svg).group(1))
    heart = outline(re.search(r' d="([^"]+)"', svg).group(1))
    square = [(0, 0), (32, 0), (32, 32), (0, 32)]
    icons = {
        "icon-192": (192, rounded(radius)),
        "icon-512": (512, rounded(radius)),
        "icon-maskable-512": (512, square),
        "touch-icon": (180, square),
    }
    for name, (size, ground) in icons.items():
        drawn = png(size, coverage(ground, size), coverage(heart, size), colour)
        (HERE / f"{name}.png").write_bytes(drawn)


main()
