import { expect, test } from 'vitest';

import { answerLength, requestText } from './exchange.ts';

test('an answer ends after as many bytes as it names, and one without a body after its head', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n';
  expect(answerLength(Buffer.from(`${head}abc`))).toBe(head.length + 3);
  expect(answerLength(Buffer.from(`${head}abcHTTP/1.1 200 OK`))).toBe(head.length + 3);
  expect(answerLength(Buffer.from(`${head}ab`))).toBeUndefined();
  expect(answerLength(Buffer.from('HTTP/1.1 304 Not Modified\r\n'))).toBeUndefined();
  expect(answerLength(Buffer.from('HTTP/1.1 304 Not Modified\r\n\r\n'))).toBe(29);
});

test('a request names its host and keeps its connection', () => {
  const exchange = { name: 'pointer', path: '/v1/screen', fields: { accept: '*/*' } };
  expect(requestText(exchange, 8080)).toBe(
    'GET /v1/screen HTTP/1.1\r\nhost: 127.0.0.1:8080\r\naccept: */*\r\nconnection: keep-alive\r\n\r\n',
  );
});
