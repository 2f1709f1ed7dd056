-- How often each score was given, by month, place and source. `answers` has a row for each score that somebody gave:
-- day, about (the index), touchpoint, source, best, score; and by_name, by_value, empty where it is no cut.
SELECT substr(CAST(day AS VARCHAR(10)), 1, 7) AS month, about, touchpoint, source, by_name, by_value, best, score, COUNT(*) AS n, 0 AS waiting
FROM answers
WHERE by_name = ''
GROUP BY substr(CAST(day AS VARCHAR(10)), 1, 7), about, touchpoint, source, by_name, by_value, best, score
