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

/** Asks the browser not to clear this page's storage first when the disk is full. It may refuse. */
export function askToPersist(): void {
  const storage: StorageManager | undefined = navigator.storage;
  storage?.persist?.().catch(() => {});
}
