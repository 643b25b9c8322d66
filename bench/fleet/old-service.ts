/*
 * What was measured of the old service (its code of February 2026 under gunicorn with two workers,
 * PostgreSQL and Redis, on two cores): the cold boot of 600 screens of 200 schools over 60 s.
 * `docs/measurements.md` says how.
 */

export const OLD_COLD_BOOT = {
  rightAt20s: 34,
  p50s: 181.3,
  p95s: 184.3,
  maxS: 184.7,
  requests: 11_799,
  timeouts: 7_507,
  fullestSecond: 73,
} as const;
