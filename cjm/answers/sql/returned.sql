-- Whether whoever asked came again within {days} days. `contacts` has client and day. A contact whose days are not over on
-- {today} waits and is not counted.
SELECT month, '{about}' AS about, '' AS touchpoint, '{source}' AS source, '' AS by_name, '' AS by_value, 1 AS best, once AS score,
       SUM(counted) AS n, SUM(waits) AS waiting
FROM (
  SELECT substr(CAST(day AS VARCHAR(10)), 1, 7) AS month,
         CASE WHEN next_day <= day + INTERVAL '{days}' DAY THEN 0 ELSE 1 END AS once,
         CASE WHEN next_day <= day + INTERVAL '{days}' DAY OR day + INTERVAL '{days}' DAY < DATE '{today}' THEN 1 ELSE 0 END AS counted,
         CASE WHEN next_day <= day + INTERVAL '{days}' DAY OR day + INTERVAL '{days}' DAY < DATE '{today}' THEN 0 ELSE 1 END AS waits
  FROM (SELECT day, LEAD(day) OVER (PARTITION BY client ORDER BY day) AS next_day FROM contacts) AS following
) AS judged
GROUP BY month, once
