import type { Locator } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';

/** What a phone reads from a picture of this part of the screen. */
export async function readQr(part: Locator): Promise<string> {
  const picture = `data:image/png;base64,${(await part.screenshot()).toString('base64')}`;
  // In a page without a content policy.
  const blank = await part.page().context().newPage();
  const { width, height, data } = await blank.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, data: [...pixels] };
  }, picture);
  await blank.close();
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}
