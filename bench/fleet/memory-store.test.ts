import { expect, test } from 'vitest';

import { CREDENTIAL, makeDocument, makeText } from '../../src/sync/record.fixture.ts';
import { memoryStore } from './memory-store.ts';

const OTHER = { ...CREDENTIAL, screen: 'other' };

test('screens of a school share one text, each with its own document', async () => {
  const store = memoryStore();
  const first = await store.saveRecord(CREDENTIAL, {
    document: makeDocument(1),
    text: makeText(1),
  });
  const second = await store.saveRecord(OTHER, { document: makeDocument(1), text: makeText(1) });
  expect(second.snapshot).toBe(first.snapshot);
  expect(await store.readRecord('other')).toBe(second);
  expect(await store.findText('other', first.document.snapshot?.revision ?? '')).toBe(makeText(1));
});

test('a text that does not have the hash of its name is refused, whoever brought the right one', async () => {
  const store = memoryStore();
  await store.saveRecord(CREDENTIAL, { document: makeDocument(1), text: makeText(1) });
  const record = { document: makeDocument(1), text: makeText(2) };
  await expect(store.saveRecord(OTHER, record)).rejects.toThrow('has the hash');
  expect(await store.readRecord('other')).toBeUndefined();
});
