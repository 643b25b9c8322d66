import { onlyFaults } from './cases.ts';
import type { FleetCase } from './fleet-case.ts';
import { runCase } from './run-case.ts';

/** What is left of a failing case when every fault is taken out without which it fails as well. */
export async function smallestCase(failing: FleetCase): Promise<FleetCase> {
  let smallest = failing;
  for (const { index } of failing.planned) {
    const others = smallest.planned.map((one) => one.index).filter((one) => one !== index);
    const without = onlyFaults(smallest, others);
    const { violations } = await runCase(without);
    if (violations.length > 0) smallest = without;
  }
  return smallest;
}
