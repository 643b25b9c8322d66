const SECONDS = 60;

/**
 * About how many of the requests of a minute fall into its fullest second if they come at random, `mean` a
 * second: λ + √(2λ ln 60), the mean and the largest of sixty deviations of a Poisson count.
 *
 * Source: the largest of n normal values lies about √(2 ln n) deviations out (M. R. Leadbetter, G.
 * Lindgren, H. Rootzén, "Extremes and Related Properties of Random Sequences and Processes", 1983, §1.5).
 */
export function randomPhaseBound(mean: number): number {
  return mean + Math.sqrt(2 * mean * Math.log(SECONDS));
}

/**
 * The same where requests are spread evenly over all screens, and `off` of these, in [0, 1], are
 * switched off: which ones is chance, and what remains of a second is a binomial count, of variance
 * λ · off. No phases that screens keep can do better.
 */
export function switchedOffBound(mean: number, off: number): number {
  return mean + Math.sqrt(2 * mean * off * Math.log(SECONDS));
}
