import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { type KioskFile, kioskFiles, type Part } from './kiosk-files.ts';
import { DISPLAYS, type KioskOptions } from './kiosk-options.ts';

const PATHS = /(?:\/usr\/local\/lib\/riwaq-kiosk|\/etc\/riwaq)[\w./-]*/g;
/** What systemd.unit(5), systemd.service(5) and systemd.exec(5) put into which section. */
const DIRECTIVES: Readonly<Record<string, RegExp>> = {
  Unit: /^(Description|Documentation|After|Wants|Conflicts|ConditionPathExists|StartLimitIntervalSec)$/,
  Service:
    /^(Type|User|PAMName|TTY(Path|Reset|VHangup|VTDisallocate)|Standard(Input|Output|Error)|Utmp(Identifier|Mode)|StateDirectory(Mode)?|EnvironmentFile|ExecStart|Restart(Sec)?|TimeoutStopSec|IPAddress(Deny|Allow)|NoNewPrivileges|PrivateTmp|ProtectHome|ProtectSystem|MemoryMax)$/,
  Install: /^WantedBy$/,
};

function makeFiles(overrides: Partial<KioskOptions> = {}): readonly KioskFile[] {
  return kioskFiles({
    url: new URL('https://hall.example/'),
    user: 'kiosk',
    browser: '/usr/bin/chromium',
    display: 'wayland',
    ...overrides,
  });
}

function textOf(part: Part, files = makeFiles()): string {
  return files.find((file) => file.part === part)?.text ?? '';
}

function insecureOrigins(url: string): unknown {
  const policy = textOf('policy', makeFiles({ url: new URL(url) }));
  return JSON.parse(policy)['OverrideSecurityRestrictionsOnInsecureOrigin'];
}

function policyPath(browser: string): string | undefined {
  return makeFiles({ browser }).find(({ part }) => part === 'policy')?.path;
}

function has(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0;
}

/** Writes files as they lie on the device, under a folder of their own. */
function put(files: readonly KioskFile[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'riwaq-kiosk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const { path: place, text, mode } of files) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), text, { mode });
  }
  return folder;
}

test.each(DISPLAYS)('shells read every script of a kiosk on %s', (display) => {
  const scripts = makeFiles({ display }).filter(({ text }) => text.startsWith('#!/bin/sh'));
  expect(scripts).toHaveLength(display === 'x11' ? 2 : 1);
  for (const { text } of scripts) {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
});

test.skipIf(!has('python3'))('Python compiles the watchdog and the opener of links', () => {
  for (const part of ['watchdog', 'open-link'] as const) {
    const compiling = ['-c', 'import sys; compile(sys.stdin.read(), "script", "exec")'];
    const { status, stderr } = spawnSync('python3', compiling, {
      input: textOf(part),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
});

test.each(DISPLAYS)(
  'the units of a kiosk on %s have known directives in known sections',
  (display) => {
    for (const part of ['unit', 'watchdog-unit'] as const) {
      let section = '';
      for (const line of textOf(part, makeFiles({ display })).split('\n')) {
        if (line === '' || line.startsWith('#')) continue;
        const [, heading] = /^\[(\w+)\]$/.exec(line) ?? [];
        if (heading !== undefined) section = heading;
        else expect(line.split('=')[0], line).toMatch(DIRECTIVES[section] ?? /no such section/);
      }
      expect(section).toBe('Install');
    }
  },
);

test.skipIf(!has('systemd-analyze'))('systemd finds nothing wrong with the units', () => {
  for (const display of DISPLAYS) {
    const files = makeFiles({ display });
    const folder = put(files);
    const units = files.filter(({ path: place }) => place.endsWith('.service'));
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...units.map(({ path: place }) => path.join(folder, place))],
      { encoding: 'utf8' },
    );
    // Whoever runs this test need not have a kiosk's programs.
    const complaints = stderr.split('\n').filter((line) => !/is not executable|^$/.test(line));
    expect(complaints).toEqual([]);
  }
});

test.each(DISPLAYS)('what a kiosk on %s names of its own is written, and may be run', (display) => {
  const files = makeFiles({ display });
  const written = new Map(files.map((file) => [file.path, file.mode]));
  for (const { text } of files) {
    for (const [named] of text.matchAll(PATHS)) expect([...written.keys()]).toContain(named);
  }
  for (const [place, mode] of written) {
    if (place.startsWith('/usr/local/lib/')) expect(mode, place).toBe(0o755);
  }
});

test('the browser is locked to the address, and nobody looks into its page', () => {
  const files = makeFiles({ url: new URL('https://hall.example:8443/#k3x9a2bq') });
  expect(JSON.parse(textOf('policy', files))).toMatchObject({
    URLBlocklist: ['*'],
    URLAllowlist: ['https://hall.example:8443'],
    RemoteDebuggingAllowed: true,
    DeveloperToolsAvailability: 2,
    IncognitoModeAvailability: 1,
  });
  expect(textOf('address', files)).toContain('RIWAQ_URL="https://hall.example:8443/#k3x9a2bq"');
});

test('a policy lets plain http have a worker, and is not needed for the rest', () => {
  expect(insecureOrigins('http://192.168.1.20:8080/')).toEqual(['http://192.168.1.20:8080']);
  expect(insecureOrigins('http://localhost:8080/')).toBeUndefined();
  expect(insecureOrigins('http://127.0.0.1:8080/')).toBeUndefined();
  expect(insecureOrigins('https://hall.example/')).toBeUndefined();
});

test('a policy lies where its browser looks', () => {
  expect(policyPath('/usr/bin/chromium')).toMatch('/etc/chromium/policies/managed/');
  expect(policyPath('/usr/bin/google-chrome-stable')).toMatch('/etc/opt/chrome/policies/managed/');
});

test('the secret of a link is in the file of mode 0600 and nowhere else', () => {
  const files = makeFiles({ url: new URL('https://hall.example/#school.k3x9a2bq.geheim') });
  expect(files.filter(({ text }) => text.includes('geheim'))).toMatchObject([
    { path: '/etc/riwaq-kiosk.env', mode: 0o600 },
  ]);
  expect(textOf('guide', files)).toContain('carries the secret');
  expect(textOf('guide')).toContain('without a secret');
});

test('every flag of the browser has its reason above it', () => {
  const lines = textOf('browser').split('\n');
  const flags = lines.flatMap((line, at) => (line.startsWith('set -- --') ? [at] : []));
  expect(flags.length).toBeGreaterThan(5);
  for (const at of flags) expect(lines[at - 1]).toMatch(/^# .*\.$/);
});
