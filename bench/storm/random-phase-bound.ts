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
