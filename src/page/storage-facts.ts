export type StorageFacts = {
  readonly usedBytes?: number | undefined;
  readonly quotaBytes?: number | undefined;
  readonly isPersisted?: boolean | undefined;
};

/** What the browser says of its storage; nothing where it says nothing, as on plain http. */
export async function readStorageFacts(): Promise<StorageFacts> {
  const storage: StorageManager | undefined = navigator.storage;
  try {
    const { usage, quota } = await storage.estimate();
    return { usedBytes: usage, quotaBytes: quota, isPersisted: await storage.persisted() };
  } catch {
    return {};
  }
}
