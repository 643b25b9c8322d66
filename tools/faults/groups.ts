/** What a fault is a fault of, by the letter of its id, in the order of the page. */
export const GROUPS: Readonly<Record<string, string>> = {
  N: 'Network',
  S: 'Storage of the screen',
  T: 'Time',
  C: 'Code',
  P: 'Server: publishing, data, process',
  H: 'Herds and load',
};
