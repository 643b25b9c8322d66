/** Asks the browser not to clear this page's storage first when the disk is full. It may refuse. */
export function askToPersist(): void {
  const storage: StorageManager | undefined = navigator.storage;
  storage?.persist?.().catch(() => {});
}
