-- The same by what people are; of fewer than five of them in a month nothing leaves the warehouse.
SELECT month, about, touchpoint, source, by_name, by_value, best, score, n, 0 AS waiting
FROM (
  SELECT month, about, touchpoint, source, by_name, by_value, best, score, n,
         SUM(n) OVER (PARTITION BY month, about, touchpoint, source, by_name, by_value) AS people
  FROM (
    SELECT substr(CAST(day AS VARCHAR(10)), 1, 7) AS month, about, touchpoint, source, by_name, by_value, best, score, COUNT(*) AS n
    FROM answers
    WHERE by_name <> '' AND touchpoint = ''
    GROUP BY substr(CAST(day AS VARCHAR(10)), 1, 7), about, touchpoint, source, by_name, by_value, best, score
  ) AS given
) AS cut
WHERE people >= 5
