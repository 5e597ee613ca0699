"""Calculates the figures of a report in DuckDB's SQL, independently of the core.

Usage: python witness.py QUESTIONNAIRE.json MESSAGES.ndjson. Prints JSON: the processor time, and
the figures. Knows the agreement model with weights of 1, five points and the default cutoffs;
certainty and other cutoffs are not supported.
"""

import json
import sys
import time

import duckdb

questionnaire = json.load(open(sys.argv[1], encoding="utf-8"))
statements = [
    (at, it["id"], it["key"], of["id"], of.get("evidence", {}).get("strength") == "contested")
    for at, (of, it) in enumerate(
        (of, it) for of in questionnaire["misconceptions"] for it in of["statements"]
    )
]
start = time.process_time()
sql = duckdb.connect()
sql.execute("CREATE TABLE statement(place INT, id TEXT, key TEXT, misconception TEXT, contested BOOL)")
sql.executemany("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", statements)
sql.execute(
    """
    CREATE TABLE message AS
    SELECT row_number() OVER () AS place, json->>'$.kind' AS kind, json->>'$.receipt' AS receipt, json
    FROM read_ndjson_objects(?)
    """,
    [sys.argv[2]],
)
# Of the messages with one receipt the last counts; what was taken back does not.
sql.execute(
    """
    CREATE TABLE response AS
    SELECT row_number() OVER () AS reader, json
    FROM (SELECT arg_max(kind, place) AS kind, arg_max(json, place) AS json FROM message
          WHERE kind IN ('response', 'withdraw') GROUP BY receipt)
    WHERE kind = 'response'
    """
)
parts = " UNION ALL ".join(
    f"""SELECT reader, '{time_}' AS time, {at} AS place, json->>'$.{where}."{id_}".agreement' AS said FROM response
        {"WHERE json->>'$.first' IS NOT NULL" if time_ == 'before' else ''}"""
    for time_, where in (("now", "answers"), ("before", "first"))
    for at, id_, *_ in statements
)
sql.execute(
    f"""
    CREATE TABLE answer AS
    SELECT reader, time, id, key, misconception, contested, said,
           CASE WHEN said IS NULL OR said = 'dontKnow' THEN NULL
                WHEN key = 'myth' THEN (said::DOUBLE - 1) / 4 ELSE 1 - (said::DOUBLE - 1) / 4 END AS position
    FROM ({parts}) JOIN statement USING (place)
    """
)
sql.execute(
    """
    CREATE TABLE judged AS
    SELECT reader, time, misconception, belief,
           CASE WHEN belief >= 75 - 1e-9 THEN 'held' WHEN belief >= 62.5 - 1e-9 THEN 'leaning'
                WHEN belief > 37.5 + 1e-9 THEN 'unsure' WHEN belief IS NOT NULL THEN 'notHeld'
                WHEN (a + d) / n > 0.5 AND d > 0 THEN 'unsure' ELSE 'insufficient' END AS verdict,
           coalesce(abs(myth - fact) >= 0.5 - 1e-9, false) AS inconsistent,
           myth IS NOT NULL AND fact IS NOT NULL AS could
    FROM (SELECT reader, time, misconception, count(*) AS n, count(position) AS a,
                 count(*) FILTER (said = 'dontKnow') AS d,
                 CASE WHEN count(position) / count(*) > 0.5 THEN 100 * avg(position) END AS belief,
                 avg(position) FILTER (key = 'myth') AS myth, avg(position) FILTER (key = 'fact') AS fact
          FROM answer GROUP BY ALL)
    """
)


def rows(query):
    found = sql.execute(query)
    names = [it[0] for it in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


Z = "1.959963984540054"
WILSON = f"""
  greatest(0, (x + {Z}^2 / 2 - {Z} * sqrt(x * (n - x) / n + {Z}^2 / 4)) / (n + {Z}^2)) AS low,
  least(1, (x + {Z}^2 / 2 + {Z} * sqrt(x * (n - x) / n + {Z}^2 / 4)) / (n + {Z}^2)) AS high
"""
held = rows(
    f"""SELECT *, {WILSON} FROM (
          SELECT misconception AS id, count(*) FILTER (verdict = 'held')::DOUBLE AS x,
                 count(*) FILTER (verdict <> 'insufficient')::DOUBLE AS n,
                 count(*) FILTER (verdict = 'leaning') AS leaning, count(*) FILTER (verdict = 'unsure') AS unsure,
                 count(*) FILTER (verdict = 'notHeld') AS "notHeld",
                 count(*) FILTER (verdict = 'insufficient') AS insufficient,
                 count(*) FILTER (inconsistent) AS inconsistent, count(*) FILTER (could) AS could
          FROM judged WHERE time = 'now' GROUP BY ALL)"""
)
change = rows(
    """SELECT b.misconception AS id,
              count(*) FILTER (b.verdict IN ('held', 'leaning') AND n.verdict = 'notHeld') AS corrected,
              count(*) FILTER (b.verdict IN ('unsure', 'notHeld') AND n.verdict IN ('held', 'leaning')) AS acquired,
              count(*) FILTER (b.verdict <> 'insufficient' AND n.verdict <> 'insufficient') AS n,
              avg(c) AS mean, stddev_samp(c) / sqrt(count(c)) AS error, count(c) AS changes
       FROM (SELECT * FROM judged WHERE time = 'before') b
       JOIN (SELECT * FROM judged WHERE time = 'now') n USING (reader, misconception),
       LATERAL (SELECT CASE WHEN n.belief < b.belief THEN (b.belief - n.belief) / b.belief
                            WHEN n.belief > b.belief THEN (b.belief - n.belief) / (100 - b.belief)
                            WHEN n.belief = b.belief AND b.belief > 0 AND b.belief < 100 THEN 0 END AS c)
       GROUP BY ALL"""
)
for it in change:
    # The chance of at most the smaller count, from the logarithms of the binomial coefficients.
    few, n = min(it["corrected"], it["acquired"]), it["corrected"] + it["acquired"]
    it["p"] = rows(
        f"""SELECT least(1, 2 * sum(exp(lgamma({n} + 1) - lgamma(k + 1) - lgamma({n} - k + 1) - {n} * ln(2)))) AS p
            FROM range({few} + 1) AS t(k)"""
    )[0]["p"]
asked = rows(
    """SELECT id, count(*) FILTER (said = 'dontKnow') AS "dontKnow", count(*) FILTER (said IS NULL) AS blank,
              avg(1 - position) AS facility, stddev_samp(position) / sqrt(count(position)) AS error, count(position) AS n,
              [count(*) FILTER (said = '1'), count(*) FILTER (said = '2'), count(*) FILTER (said = '3'),
               count(*) FILTER (said = '4'), count(*) FILTER (said = '5')] AS counts
       FROM answer WHERE time = 'now' GROUP BY id"""
)
discrimination = rows(
    """SELECT id, corr(own, rest) AS r, count(*) AS n FROM (
         SELECT one.id, 1 - one.position AS own, avg(1 - other.position) AS rest,
                count(other.position) AS given, count(*) AS others
         FROM answer one JOIN answer other USING (reader, time)
         WHERE time = 'now' AND one.position IS NOT NULL AND one.id <> other.id
               AND NOT one.contested AND NOT other.contested
         GROUP BY one.reader, one.id, one.position)
       WHERE given > 0 AND given * 2 >= others GROUP BY id"""
)
pairs = rows(
    """SELECT misconception AS id, 2 * corr(first, second) / (1 + corr(first, second)) AS value, count(*) AS n FROM (
         SELECT reader, misconception, arg_min(position, place) AS first, arg_max(position, place) AS second
         FROM (SELECT a.*, s.place FROM answer a JOIN statement s USING (id)) WHERE time = 'now'
         GROUP BY ALL HAVING count(*) = 2 AND count(position) = 2) GROUP BY ALL"""
)
straight = rows(
    """SELECT count(*) AS could, count(*) FILTER (kinds = 1) AS did FROM (
         SELECT reader, count(DISTINCT said) AS kinds FROM answer WHERE time = 'now' AND position IS NOT NULL
         GROUP BY reader HAVING count(*) >= 4 AND count(DISTINCT key) = 2)"""
)[0]
responses = rows("SELECT count(*) AS n FROM response")[0]["n"]
print(
    json.dumps(
        {
            "seconds": time.process_time() - start,
            "version": duckdb.__version__,
            "responses": responses,
            "held": held,
            "change": change,
            "statements": asked,
            "discrimination": discrimination,
            "pairs": pairs,
            "straight": straight,
        }
    )
)
