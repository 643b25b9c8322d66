// Loaded into a real server before it starts (`node --import`): its process kills itself at the step
// of a publication that RIWAQ_TEST_DIE_AT names, as a power cut may. Nothing of it is in the server:
// it listens at what the server calls. Plain JavaScript, because Node 20 runs nothing else.
import crypto from 'node:crypto';
import http from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

/** A school document is larger, and whatever else is parsed or hashed on the way is smaller. */
const LARGE = 5000;

const wanted = process.env.RIWAQ_TEST_DIE_AT;
let isPublishing = false;
let pressing = 0;

before(http.Server.prototype, 'emit', ([event, request]) => {
  if (event === 'request' && request.method === 'PUT') isPublishing = true;
});

function reached(step) {
  // Nothing runs after it, not even what is on its way to the screen or the disk.
  if (isPublishing && step === wanted) process.kill(process.pid, 'SIGKILL');
}

after(JSON, 'parse', ([text]) => text.length > LARGE && reached('read'));

after(crypto, 'createHash', (_, hash) => {
  after(hash, 'update', ([bytes]) => bytes.length > LARGE && reached('compiled'));
});

for (const name of ['brotliCompress', 'gzip']) {
  const original = zlib[name];
  zlib[name] = (bytes, options, done) => {
    pressing++;
    original(bytes, options, (error, pressed) => {
      pressing--;
      if (pressing === 0) reached('pressed');
      done(error, pressed);
    });
    reached('pressing');
  };
}

const Database = createRequire(import.meta.url)('libsql');
before(Database.prototype, 'exec', ([sql]) => sql === 'COMMIT' && reached('committing'));
after(Database.prototype, 'exec', ([sql]) => {
  if (sql === 'BEGIN IMMEDIATE') reached('begun');
  if (sql === 'COMMIT') reached('committed');
});
after(Database.prototype, 'prepare', ([sql], statement) => {
  after(statement, 'run', () =>
    reached(/^(INSERT|UPDATE)( OR IGNORE)?( INTO)? \w+/.exec(sql)?.[0]),
  );
});

before(http.ServerResponse.prototype, 'writeHead', (_, { req }) => {
  if (req.method === 'PUT') reached('in memory');
});
after(http.ServerResponse.prototype, 'end', (_, __, { req }) => {
  if (req.method === 'PUT') reached('answered');
});

syncBuiltinESMExports();

/** Calls `then` with the arguments, what was returned and what it was called on. */
function after(object, name, then) {
  const original = object[name];
  object[name] = function (...args) {
    const result = original.apply(this, args);
    then(args, result, this);
    return result;
  };
}

function before(object, name, first) {
  const original = object[name];
  object[name] = function (...args) {
    first(args, this);
    return original.apply(this, args);
  };
}
