export type StorageTrouble = {
  /** 503: later it may work; 507: not before somebody has looked at the disk. */
  readonly status: 503 | 507;
  /** What it is, and what to do. */
  readonly text: string;
};

/**
 * What an error of the database means to whoever asked for the change, which was not made;
 * `undefined` for an error of another kind.
 */
export function storageTrouble(error: Error): StorageTrouble | undefined {
  const code = 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    const text = 'Another program has locked the database: end it and try again';
    return { status: 503, text };
  }
  if (code === 'SQLITE_FULL') {
    return { status: 507, text: 'The disk is full: make room and try again' };
  }
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(code)) {
    const text = `The database cannot be written (${code}): is the disk full or failing?`;
    return { status: 507, text };
  }
  return undefined;
}
