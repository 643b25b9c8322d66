/** `make`, but the last result again as long as the arguments are the same values. */
export function rememberLast<Arguments extends readonly unknown[], Result>(
  make: (...of: Arguments) => Result,
): (...of: Arguments) => Result {
  let last: { readonly of: Arguments; readonly result: Result } | undefined;
  return (...of) => {
    if (last === undefined || !of.every((one, at) => one === last?.of[at])) {
      last = { of, result: make(...of) };
    }
    return last.result;
  };
}
