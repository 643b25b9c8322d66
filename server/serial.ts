export type Serial = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Runs tasks one after another, in the order given; one that fails holds up nobody. */
export function makeSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
