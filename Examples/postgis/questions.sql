-- The common questions, asked of what `jinfeng export -o "PG:dbname=gis"` wrote into the schema `jinfeng`.

-- Which zones cover a point? Longitude first; any SRID that PostGIS can transform.
SELECT layout, zone, name_zh, role, accuracy_m
FROM jinfeng.zones_at(ST_SetSRID(ST_MakePoint(106.33, 29.52), 4326));

-- And on which sentence does each rest?
SELECT z.name_zh, s.document, s.line, s.quote
FROM jinfeng.zones_at(ST_SetSRID(ST_MakePoint(106.33, 29.52), 4326)) z JOIN jinfeng.sources s USING (layout, zone);

-- How much of a parcel lies in which zone? Square metres on the ellipsoid, and the share.
SELECT layout, zone, name_zh, round(m2::numeric) AS m2, round(100 * share::numeric, 1) AS percent
FROM jinfeng.shares_of(ST_GeomFromText('POLYGON((106.325 29.515, 106.335 29.515, 106.335 29.525, 106.325 29.515))', 4326));

-- Who are the neighbours of a zone, and how long is the border they share?
SELECT neighbour, relation, round(shared_m) AS shared_m, round(gap_m) AS gap_m
FROM jinfeng.neighbours WHERE layout = 'jinfeng-five-zones' AND zone = 'shengmingdao' ORDER BY gap_m, neighbour;

-- Every row of a table of one's own: points (which zones) and parcels (which shares).
-- SELECT s.id, z.zone FROM sites s LEFT JOIN LATERAL jinfeng.zones_at(s.geom) z ON true ORDER BY s.id;
-- SELECT p.id, h.zone, h.m2, h.share FROM parcels p, LATERAL jinfeng.shares_of(p.geom) h ORDER BY p.id, h.m2 DESC;

-- What does the schema hold, of which edition, in which frame?
SELECT layout_name_zh, edition, valid_from, recorded_on, frame, table_name FROM jinfeng.editions;
