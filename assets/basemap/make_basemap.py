#!/usr/bin/env python3
"""Build caucasus.pmtiles and labels.csv from GSHHG and the hand-made tables beside this script.

Usage:  python3 make_basemap.py [--check] [--out FOLDER]

Needs the programs `gmt` (6.4) with the package `gmt-gshhg-full` (GSHHG 2.3.7) and the Python
packages pinned in requirements.txt. The same inputs give the same bytes: nothing depends on the
clock, on the network or on the order of a hash. --check builds nothing: it measures the points of
known_points.csv against the geometry and tests that no railway runs through water.

Order of the work:
  1. `gmt coast -M` dumps shorelines and rivers; the shore pieces become faces (polygonize), and
     `gmt select` says of each face whether it is land or a lake;
  2. remove.csv takes away what did not exist in 1920; rivers.csv names, traces and draws rivers;
  3. for every zoom the geometry is simplified and small things dropped;
  4. it is cut into tiles (with a buffer), encoded as MVT, and written as PMTiles.
"""

import argparse
import csv
import gzip
import heapq
import math
import subprocess
from pathlib import Path

import mapbox_vector_tile
import numpy
import shapely
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.ops import linemerge, polygonize, substring, unary_union

HERE = Path(__file__).resolve().parent

# The area that tiles cover, in degrees: west, south, east, north.
AREA = (30.0, 33.0, 58.0, 48.0)
# Data for zoom 6 and more: the area and every tile that touches it.
NEAR = (27.0, 31.0, 62.0, 51.0)
# The area that tiles of zooms 3 to 5 cover: from London to Moscow, where telegrams came from.
WIDE = (-2.0, 33.0, 58.0, 60.0)
# Data for these zooms, whose tiles reach far beyond that area.
FAR = (-13.0, 20.0, 91.0, 70.0)
# Far data are read without islands and lakes below this many square kilometres.
FAR_LEAST_KM2 = 500
MIN_ZOOM, MAX_ZOOM = 3, 10
FIRST_NEAR_ZOOM = 6
EXTENT = 4096
BUFFER = 64
# Half a pixel of a 512-pixel tile, in tile units; simplification stays a little below it.
TOLERANCE_UNITS = 0.5 * EXTENT / 512 * 0.9
# Islands and lakes smaller than this many square pixels (512-pixel tile) are dropped.
LEAST_PIXELS = 3.0
# A lake of this class that is larger than this is the Caspian: a sea on our map.
CASPIAN_LEAST_DEG2 = 20.0
# The zoom from which a river of rank 1, 2, 3 is in the tiles.
RIVER_MIN_ZOOM = {1: 3, 2: 5, 3: 7}
# GSHHG river levels that we take, and the rank each gets.
RIVER_RANK = {1: 2, 2: 2, 3: 2, 4: 3}
# Loose ends of GSHHG rivers are joined to another river within this many degrees.
GAP_DEG = 0.03
LANGUAGES = ("az", "en", "ru", "tr")


# ---------------------------------------------------------------- reading


def rows(name):
    """Rows of a table beside this script, as dictionaries."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def dump(kind, bounds, *options):
    """Lines of one `gmt coast -M` dump as (level, [(lon, lat), ...])."""
    w, s, e, n = bounds
    command = ["gmt", "coast", f"-R{w}/{e}/{s}/{n}", "-Df", kind, "-M", *options]
    text = subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout
    lines = []
    for row in text.splitlines():
        if row.startswith(">"):
            lines.append((int(row.rsplit("Level", 1)[1]), []))
        elif row.strip():
            lon, lat = row.split()[:2]
            lon = float(lon)
            lines[-1][1].append((lon - 360 if lon > 180 else lon, float(lat)))
    return [(level, points) for level, points in lines if len(set(points)) > 1]


def classes(points, bounds, *options):
    """For each point: 0 ocean, 1 land, 2 lake, 3 island in a lake, 4 pond on such an island."""
    w, s, e, n = bounds
    text = "".join(f"{p.x:.9f} {p.y:.9f} {i}\n" for i, p in enumerate(points))
    found = {}
    for k in range(5):
        keep = "/".join("k" if j == k else "s" for j in range(5))
        command = ["gmt", "select", f"-R{w}/{e}/{s}/{n}", "-Df", f"-N{keep}", *options]
        out = subprocess.run(
            command, input=text, check=True, capture_output=True, text=True, cwd="/"
        ).stdout
        for row in out.splitlines():
            found[int(float(row.split()[2]))] = k
    return [found.get(i, 1) for i in range(len(points))]


def shores(bounds, *options):
    """(earth, lakes): land without the sea, and lakes without their islands, as polygons."""
    margin = (bounds[0] - 1, bounds[1] - 1, bounds[2] + 1, bounds[3] + 1)
    frame = box(*bounds)
    lines = [LineString(p) for _, p in dump("-W", margin, *options)]
    clipped = [g.intersection(frame) for g in lines if g.intersects(frame)]
    faces = list(polygonize(unary_union([*clipped, frame.exterior])))
    kinds = classes([f.representative_point() for f in faces], margin, *options)
    caspian = [f for f, k in zip(faces, kinds) if k == 2 and f.area > CASPIAN_LEAST_DEG2]
    sea = [f for f, k in zip(faces, kinds) if k == 0] + caspian
    lakes = [f for f, k in zip(faces, kinds) if k in (2, 4) and f.area <= CASPIAN_LEAST_DEG2]
    earth = frame.difference(unary_union(sea))
    return earth, lakes


def without_removed(*lists):
    """Lists of lakes less those that remove.csv names; a removal that finds no lake is an error."""
    for r in rows("remove.csv"):
        if r["kind"] != "lake":
            continue
        spot = Point(float(r["lon"]), float(r["lat"]))
        if not any(g.contains(spot) for lakes in lists for g in lakes):
            raise SystemExit(f"remove.csv: no lake at {r['name']}")
        lists = [[g for g in lakes if not g.contains(spot)] for lakes in lists]
    return lists


# ---------------------------------------------------------------- rivers


class Network:
    """The GSHHG river lines as a graph, to trace a way along them."""

    def __init__(self, lines):
        self.edges = {}
        self.level = {}
        for level, points in lines:
            for a, b in zip(points, points[1:]):
                a, b = self.key(a), self.key(b)
                if a != b:
                    self.edges.setdefault(a, set()).add(b)
                    self.edges.setdefault(b, set()).add(a)
                    self.level[self.pair(a, b)] = level
        self.nodes = sorted(self.edges)
        self.tree = shapely.STRtree([Point(n) for n in self.nodes])
        self.taken = set()
        self.bridge_gaps()

    def bridge_gaps(self):
        """Join loose ends to the nearest vertex of another piece, where the source has a gap."""
        piece = self.pieces()
        for node in [n for n in self.nodes if len(self.edges[n]) == 1]:
            near = self.tree.query(Point(node), predicate="dwithin", distance=GAP_DEG)
            others = [self.nodes[i] for i in near if piece[self.nodes[i]] != piece[node]]
            if others:
                other = min(others, key=lambda o: (math.dist(o, node), o))
                level = max(self.level[self.pair(node, b)] for b in self.edges[node])
                self.edges[node].add(other)
                self.edges[other].add(node)
                self.level.setdefault(self.pair(node, other), level)

    def pieces(self):
        """For each vertex the number of the connected piece it belongs to."""
        piece = {}
        for start in self.nodes:
            if start in piece:
                continue
            piece[start], stack = len(piece), [start]
            while stack:
                node = stack.pop()
                for other in self.edges[node]:
                    if other not in piece:
                        piece[other] = piece[start]
                        stack.append(other)
        return piece

    @staticmethod
    def key(point):
        return (round(point[0], 5), round(point[1], 5))

    @staticmethod
    def pair(a, b):
        return (a, b) if a < b else (b, a)

    def nearest(self, point):
        return self.nodes[int(self.tree.nearest(Point(point)))]

    def trace(self, start, end):
        """Vertices of the shortest way between the vertices nearest to two points; takes them."""
        start, end = self.nearest(start), self.nearest(end)
        queue, seen = [(0.0, start, None)], {}
        while queue:
            far, node, back = heapq.heappop(queue)
            if node in seen:
                continue
            seen[node] = back
            if node == end:
                break
            for other in sorted(self.edges[node]):
                if other not in seen:
                    heapq.heappush(queue, (far + math.dist(node, other), other, node))
        if end not in seen:
            raise SystemExit(f"rivers.csv: no way along GSHHG from {start} to {end}")
        way = [end]
        while seen[way[-1]] is not None:
            way.append(seen[way[-1]])
        self.taken.update(self.pair(a, b) for a, b in zip(way, way[1:]))
        return way[::-1]

    def rest(self):
        """What no trace took, as (rank, line), joined where only two pieces meet."""
        by_rank = {}
        for (a, b), level in sorted(self.level.items()):
            if (a, b) not in self.taken and level in RIVER_RANK:
                by_rank.setdefault(RIVER_RANK[level], []).append(LineString([a, b]))
        return [
            (rank, line)
            for rank, pieces in sorted(by_rank.items())
            for line in parts(linemerge(MultiLineString(pieces)), "LineString")
        ]


def river_points(network, table):
    """The vertices of one river of rivers.csv: traced along GSHHG, or as drawn."""
    points, drawn, before = [], [], None
    for row in table:
        here = (float(row["lon"]), float(row["lat"]))
        if row["how"] == "draw":
            drawn = drawn or points[-1:]
            drawn.append(here)
        else:
            points.extend(smooth(drawn))
            drawn = []
            start = here if before is None else before
            points.extend(network.trace(start, here))
        before = here
    points.extend(smooth(drawn))
    return [p for p, q in zip(points, [None, *points]) if p != q]


def smooth(points):
    """A Catmull-Rom curve through drawn points, so that the eye sees no corners."""
    found = points[:1]
    for i in range(1, len(points)):
        a, b = points[i - 1], points[i]
        before = points[i - 2] if i > 1 else a
        after = points[i + 1] if i + 1 < len(points) else b
        for step in range(1, 7):
            t = step / 6
            found.append(tuple(spline(p, t) for p in zip(before, a, b, after)))
    return found


def spline(p, t):
    """One coordinate of the Catmull-Rom curve between the second and third of four values."""
    return 0.5 * (
        2 * p[1]
        + (p[2] - p[0]) * t
        + (2 * p[0] - 5 * p[1] + 4 * p[2] - p[3]) * t * t
        + (3 * p[1] - p[0] - 3 * p[2] + p[3]) * t * t * t
    )


def rivers(network, water):
    """Named and unnamed rivers as (properties, line), without what lies in sea or lakes."""
    tables = {}
    for row in rows("rivers.csv"):
        tables.setdefault(row["river"], []).append(row)
    lines = {}
    for river, table in tables.items():
        lines[river] = LineString(river_points(network, table))
    for river, table in tables.items():
        if target := table[0]["joins"]:
            lines[river] = joined(lines[river], lines[target], river)
    for r in rows("remove.csv"):
        if r["kind"] == "river":
            ends = [(float(r["lon"]), float(r["lat"])), (float(r["lon2"]), float(r["lat2"]))]
            network.trace(*ends)
    found = []
    for river, table in tables.items():
        first = table[0]
        names = {f"name:{k}": first[k] for k in LANGUAGES}
        rank = int(first["rank"])
        found.append(({"id": river, "rank": rank, "name": first["az"], **names}, lines[river]))
    found.extend(({"id": "", "rank": rank}, line) for rank, line in network.rest())
    return [(p, line.difference(water)) for p, line in found]


def joined(line, target, name):
    """The line with its end moved onto, or cut at, the river that it joins."""
    crossing = line.intersection(target)
    if not crossing.is_empty:
        ends = [line.project(Point(c)) for c in shapely.get_coordinates(crossing)]
        return substring(line, 0, min(ends))
    end = Point(line.coords[-1])
    spot = target.interpolate(target.project(end))
    if km(end, spot) > 6:
        raise SystemExit(f"rivers.csv: {name} ends {km(end, spot):.1f} km from the river it joins")
    return LineString([*line.coords, spot.coords[0]])


def km(a, b):
    """Distance of two points in kilometres, on a sphere flattened about the first."""
    dy = (a.y - b.y) * 111.2
    dx = (a.x - b.x) * 111.2 * math.cos(math.radians(a.y))
    return math.hypot(dx, dy)


# ---------------------------------------------------------------- the whole map


def railways():
    """Railways as (line id, line)."""
    lines = {}
    for row in rows("railways.csv"):
        lines.setdefault(row["line"], []).append((float(row["lon"]), float(row["lat"])))
    return [(name, LineString(points)) for name, points in lines.items()]


class Map:
    """All geometry in degrees, before it is generalised."""

    def __init__(self):
        earth, lakes = shores(NEAR)
        far_earth, far_lakes = shores(FAR, f"-A{FAR_LEAST_KM2}")
        lakes, far_lakes = without_removed(lakes, far_lakes)
        near = box(*NEAR)
        far_lakes = [g for g in far_lakes if not g.intersects(near)]
        far_lakes += [g for g in lakes if g.area > 0.004]
        self.earth = {True: earth, False: far_earth}
        self.lakes = {True: lakes, False: far_lakes}
        self.frame = {True: near.exterior, False: box(*FAR).exterior}
        water = near.difference(earth).union(unary_union(lakes))
        self.rivers = rivers(Network(dump("-Ia", NEAR)), water)
        self.rails = railways()
        self.water = water
        self.names = rows("names.csv")

    def lake_names(self, polygon):
        """Names of a lake, from the label point inside it."""
        for r in self.names:
            if r["kind"] == "lake" and polygon.contains(Point(float(r["lon"]), float(r["lat"]))):
                return {"name": r["az"], **{f"name:{k}": r[k] for k in LANGUAGES}}
        return {}


def mercator(geometry):
    """Degrees to web Mercator with the world as the unit square, y upwards."""

    def one(c):
        c = c.copy()
        lat = c[:, 1] * math.pi / 180
        c[:, 1] = 0.5 + numpy.arcsinh(numpy.tan(lat)) / (2 * math.pi)
        c[:, 0] = c[:, 0] / 360 + 0.5
        return c

    return shapely.transform(geometry, one)


def parts(geometry, kind):
    """The parts of one kind ("Polygon" or "LineString") of any geometry."""
    found = []
    for g in shapely.get_parts(geometry):
        if g.geom_type == kind and not g.is_empty:
            found.append(g)
        elif g.geom_type.startswith(("Multi", "Geometry")):
            found.extend(parts(g, kind))
    return found


def small_holes_filled(polygon, least):
    """The polygon without holes below an area."""
    return Polygon(polygon.exterior, [r for r in polygon.interiors if Polygon(r).area >= least])


def generalised_area(geometry, zoom):
    """Polygons simplified for a zoom, small ones and small holes dropped, valid."""
    least = LEAST_PIXELS / (512 * 2**zoom) ** 2
    simple = geometry.simplify(TOLERANCE_UNITS / (EXTENT * 2**zoom), preserve_topology=True)
    simple = shapely.make_valid(simple)
    kept = [small_holes_filled(g, least) for g in parts(simple, "Polygon") if g.area >= least]
    return unary_union(kept) if kept else Polygon()


def inner_line(geometry, frame):
    """The outline of polygons without the artificial edge at the frame."""
    return linemerge_any(geometry.boundary.difference(frame.buffer(1e-9)))


def linemerge_any(geometry):
    """Lines joined where only two meet; any lineal geometry is accepted."""
    lines = parts(geometry, "LineString")
    return linemerge(MultiLineString(lines)) if lines else MultiLineString([])


def features(world, zoom):
    """All features of a zoom: (layer, properties, geometry in Mercator units)."""
    near = zoom >= FIRST_NEAR_ZOOM
    tolerance = TOLERANCE_UNITS / (EXTENT * 2**zoom)
    frame = mercator(world.frame[near])
    earth = generalised_area(mercator(world.earth[near]), zoom)
    found = [("earth", {"kind": "earth"}, earth)]
    found.append(("coast", {"kind": "coast"}, inner_line(earth, frame)))
    plain, shore = [], []
    for lake in world.lakes[near]:
        shape = generalised_area(mercator(lake), zoom)
        if shape.is_empty:
            continue
        names = world.lake_names(lake)
        shore.append(inner_line(shape, frame))
        if names:
            found.append(("water", {"kind": "lake", **names}, shape))
        else:
            plain.append(shape)
    if plain:
        found.append(("water", {"kind": "lake"}, unary_union(plain)))
    if shore:
        found.append(("coast", {"kind": "lakeshore"}, linemerge_any(unary_union(shore))))
    unnamed = {}
    for properties, line in world.rivers:
        rank = properties["rank"]
        if zoom < RIVER_MIN_ZOOM[rank] or line.is_empty:
            continue
        line = mercator(linemerge_any(line)).simplify(tolerance)
        if properties["id"]:
            found.append(("water", river_properties(properties), line))
        else:
            unnamed.setdefault(rank, []).extend(parts(line, "LineString"))
    for rank, lines in sorted(unnamed.items()):
        found.append(("water", river_properties({"rank": rank}), MultiLineString(lines)))
    for name, line in world.rails:
        properties = {"kind": "rail", "kind_detail": "rail_1920", "line": name}
        found.append(("roads", properties, mercator(line).simplify(tolerance)))
    return found


def river_properties(p):
    """Tile properties of a river."""
    rank = p["rank"]
    own = {"kind": "river", "min_zoom": RIVER_MIN_ZOOM[rank], "scalerank": rank, "rank": rank}
    return own | {k: v for k, v in p.items() if k.startswith("name")}


# ---------------------------------------------------------------- tiles


def tile_range(zoom):
    """First and last column and row of the tiles of a zoom."""
    n = 2**zoom
    w, s, e, north = AREA if zoom >= FIRST_NEAR_ZOOM else WIDE
    corners = [mercator(Point(w, north)), mercator(Point(e, s))]
    (x0, y0), (x1, y1) = [(int(p.x * n), int((1 - p.y) * n)) for p in corners]
    return x0, y0, x1, y1


def tile_bounds(zoom, x, y, buffer):
    """Mercator bounds of a tile widened by a buffer in tile units."""
    n = 2**zoom
    b = buffer / EXTENT / n
    return x / n - b, 1 - (y + 1) / n - b, (x + 1) / n + b, 1 - y / n + b


def quantised(geometry, zoom, x, y):
    """Geometry in whole tile units, y upwards, valid; None where nothing is left."""
    n = 2**zoom
    x0, y0 = x / n, 1 - (y + 1) / n
    lineal = "Line" in geometry.geom_type
    local = shapely.transform(geometry, lambda c: (c - (x0, y0)) * (EXTENT * n))
    if lineal:
        local = shapely.set_precision(local, 1.0, mode="pointwise").simplify(0)
        found = [g for g in parts(local, "LineString") if g.length > 0]
    else:
        local = shapely.set_precision(shapely.make_valid(local), 1.0, mode="valid_output")
        found = [g for g in parts(local, "Polygon") if g.area >= 1]
    if not found:
        return None
    kind = shapely.MultiLineString if lineal else shapely.MultiPolygon
    return found[0] if len(found) == 1 else kind(found)


def split(found, zoom, x0, y0, x1, y1):
    """Yield (x, y, features) of every tile in a range, by halving the range again and again."""
    if not found:
        return
    if x0 == x1 and y0 == y1:
        yield x0, y0, found
        return
    if x1 - x0 >= y1 - y0:
        m = (x0 + x1) // 2
        halves = [(x0, y0, m, y1), (m + 1, y0, x1, y1)]
    else:
        m = (y0 + y1) // 2
        halves = [(x0, y0, x1, m), (x0, m + 1, x1, y1)]
    for half in halves:
        w, south, _, _ = tile_bounds(zoom, half[0], half[3], BUFFER)
        _, _, e, north = tile_bounds(zoom, half[2], half[1], BUFFER)
        inside = []
        for layer, properties, geometry in found:
            g = clipped(geometry, (w, south, e, north))
            if g is not None:
                inside.append((layer, properties, g))
        yield from split(inside, zoom, *half)


def clipped(geometry, bounds):
    """A geometry cut to bounds, of the same dimension; None where nothing is left."""
    kind = "LineString" if "Line" in geometry.geom_type else "Polygon"
    g = shapely.clip_by_rect(geometry, *bounds)
    if not g.is_valid:
        g = shapely.make_valid(g)
    pieces = parts(g, kind)
    if not pieces:
        return None
    multi = shapely.MultiLineString if kind == "LineString" else shapely.MultiPolygon
    return pieces[0] if len(pieces) == 1 else multi(pieces)


def encoded(found, zoom, x, y):
    """Bytes of one tile, or None if nothing shows in it."""
    layers = {}
    for layer, properties, geometry in found:
        local = quantised(geometry, zoom, x, y)
        if local is not None:
            layers.setdefault(layer, []).append({"geometry": local, "properties": properties})
    if not layers:
        return None
    order = [name for name in ("earth", "water", "coast", "roads") if name in layers]
    data = mapbox_vector_tile.encode(
        [{"name": name, "features": layers[name]} for name in order],
        default_options={"extents": EXTENT, "y_coord_down": False},
    )
    return gzip.compress(data, 9, mtime=0)


def tiles(world):
    """All tiles as {tile id: bytes}, and the number of tiles and bytes of each zoom."""
    found, counts = {}, {}
    for zoom in range(MIN_ZOOM, MAX_ZOOM + 1):
        bounds = tile_range(zoom)
        for x, y, inside in split(features(world, zoom), zoom, *bounds):
            data = encoded(inside, zoom, x, y)
            if data is not None:
                found[zxy_to_tileid(zoom, x, y)] = data
                number, size = counts.get(zoom, (0, 0))
                counts[zoom] = (number + 1, size + len(data))
    return found, counts


def write_archive(path, found):
    """Write the tiles as one PMTiles archive, sorted and without doubles."""
    fields = {
        "earth": {"kind": "String"},
        "water": {"kind": "String", "min_zoom": "Number", "scalerank": "Number", "rank": "Number"}
        | {"name": "String"}
        | {f"name:{k}": "String" for k in LANGUAGES},
        "coast": {"kind": "String"},
        "roads": {"kind": "String", "kind_detail": "String", "line": "String"},
    }
    metadata = {
        "name": "Caucasus 1920",
        "description": "Coasts, lakes, rivers and railways of the Caucasus as of 1920",
        "attribution": "GSHHG 2.3.7, Wessel and Smith (LGPL)",
        "type": "baselayer",
        "version": "1",
        "vector_layers": [
            {"id": k, "fields": v, "minzoom": MIN_ZOOM, "maxzoom": MAX_ZOOM}
            for k, v in fields.items()
        ],
    }
    w, s, e, n = (round(v * 10_000_000) for v in AREA)
    header = {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": w,
        "min_lat_e7": s,
        "max_lon_e7": e,
        "max_lat_e7": n,
        "center_zoom": 6,
        "center_lon_e7": 465_000_000,
        "center_lat_e7": 405_000_000,
    }
    with open(path, "wb") as file:
        writer = Writer(file)
        for tile_id in sorted(found):
            writer.write_tile(tile_id, found[tile_id])
        writer.finalize(header, metadata)


# ---------------------------------------------------------------- labels and checks


def river_label(line):
    """(lon, lat, angle): the middle of the straightest stretch near the middle of a river."""
    line = max(parts(linemerge_any(line), "LineString"), key=lambda g: g.length)
    length = line.length
    window = min(0.45, length / 3)
    best = None
    for k in range(20, 81):
        at = length * k / 100
        a = line.interpolate(max(0.0, at - window / 2))
        b = line.interpolate(min(length, at + window / 2))
        straight = a.distance(b) / window - abs(k - 50) / 400
        if best is None or straight > best[0]:
            best = (straight, at, a, b)
    _, at, a, b = best
    spot = line.interpolate(at)
    a, b = mercator(a), mercator(b)
    angle = math.degrees(math.atan2(-(b.y - a.y), b.x - a.x))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    return round(spot.x, 3), round(spot.y, 3), round(angle)


def write_labels(path, world):
    """labels.csv: names.csv and one label for every named river."""
    fields = ["kind", "lon", "lat", "rank", *LANGUAGES, "angle"]
    table = list(world.names)
    for properties, line in world.rivers:
        if properties["id"]:
            lon, lat, angle = river_label(line)
            names = {k: properties[f"name:{k}"] for k in LANGUAGES}
            own = {"kind": "river", "lon": lon, "lat": lat, "rank": properties["rank"]}
            table.append(own | names | {"angle": angle})
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def nearest_km(point, geometry):
    """Distance in kilometres from a point to lines in degrees."""
    squeeze = math.cos(math.radians(point.y))
    flat = shapely.transform(geometry, lambda c: c * (squeeze, 1))
    return Point(point.x * squeeze, point.y).distance(flat) * 111.2


def check(world):
    """Print how the map compares with known points, and any railway in water."""
    lines = {
        "coast": [inner_line(world.earth[True], world.frame[True])],
        "lake": [g.boundary for g in world.lakes[True]],
        "river": [line for p, line in world.rivers],
        "rail": [line for _, line in world.rails],
    }
    for r in rows("known_points.csv"):
        spot = Point(float(r["lon"]), float(r["lat"]))
        pick = lines[r["kind"]]
        if r["kind"] == "river" and r.get("feature"):
            pick = [line for p, line in world.rivers if p["id"] == r["feature"]]
        far = min(nearest_km(spot, g) for g in pick if not g.is_empty)
        print(f"{r['kind']:6} {r['name']:28} {far:6.2f} km")
    for name, line in world.rails:
        wet = line.intersection(world.water)
        shore = nearest_shore(line, world.water)
        print(f"railway {name:24} in water {wet.length * 111:.2f} km, nearest water {shore:.2f} km")


def nearest_shore(line, water):
    """Least distance in kilometres between a line and the water."""
    squeeze = 0.75
    flat = [shapely.transform(g, lambda c: c * (squeeze, 1)) for g in (line, water)]
    return flat[0].distance(flat[1]) * 111.2


def main():
    """Build, or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with known_points.csv only")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for what is made")
    arguments = parser.parse_args()
    world = Map()
    if arguments.check:
        check(world)
        return
    write_labels(arguments.out / "labels.csv", world)
    found, counts = tiles(world)
    archive = arguments.out / "caucasus.pmtiles"
    write_archive(archive, found)
    for zoom, (number, size) in counts.items():
        print(f"zoom {zoom}: {number} tiles, {size} bytes before doubles are joined")
    print(f"{archive.name}: {archive.stat().st_size} bytes, {len(found)} tiles")


if __name__ == "__main__":
    main()
