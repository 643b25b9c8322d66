import { parseJson, ParseError, type Problem } from '../contract/parse.ts';
import { MOST, parseSchool, type School } from '../contract/school.ts';
import { checkSchool } from './check-school.ts';
import { fieldsIn, jsonShape } from './json-shape.ts';
import { repeatedFields } from './repeated-fields.ts';
import { unknownFields } from './unknown-fields.ts';

// The one slice of the platform that a document of bytes needs; Node and browsers both have it.
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const DEEPEST = 32;

/**
 * The school in the bytes of a document, and what looks wrong in it without being so.
 *
 * Throws a `ParseError` that lists every problem: of encoding, of JSON, of shape and of sense.
 */
export function readSchool(bytes: Uint8Array): {
  readonly school: School;
  readonly warnings: readonly Problem[];
} {
  const text = decoded(bytes);
  const { depth, fields } = jsonShape(text);
  if (depth > DEEPEST) refuse(`is nested deeper than ${DEEPEST} levels: it is no school document`);
  const value = parseJson(text, 'school');
  // Which ones takes long to find, and is seldom asked.
  if (fieldsIn(value) !== fields) throw new ParseError('school', repeatedFields(text));
  const school = parseSchool(value);
  const { problems, warnings } = checkSchool(school);
  const unknown = unknownFields(value, school);
  // A misspelt field is often why the right one is missed.
  if (problems.length > 0) throw new ParseError('school', [...problems, ...unknown]);
  return { school, warnings: [...unknown, ...warnings] };
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length > MOST.documentBytes) {
    refuse(
      `is ${(bytes.length / 1e6).toFixed(1)} MB, larger than ${MOST.documentBytes / 1e6} MB: remove what lies in the past`,
    );
  }
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes[1] === 0;
  if (isUtf16) refuse('is encoded in UTF-16: save it as UTF-8');
  try {
    // A byte order mark is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('is not encoded in UTF-8 (windows-1256, perhaps): save it as UTF-8');
  }
}

function refuse(message: string): never {
  throw new ParseError('school', [{ path: '', message: `the document ${message}` }]);
}
