/** What the build has written into `index.html` about itself. */
export type BuildFacts = {
  readonly build: string;
  /** Instant. */
  readonly builtAt: number;
};

/** Reads the facts of this build; a page that was not built, as in development, is from 1970. */
export function readBuildFacts(page: Document): BuildFacts {
  const builtAt = Date.parse(contentOf(page, 'riwaq-built-at') ?? '');
  return {
    build: contentOf(page, 'riwaq-build') ?? 'development',
    builtAt: Number.isFinite(builtAt) ? builtAt : 0,
  };
}

function contentOf(page: Document, name: string): string | undefined {
  const meta = page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  return meta?.content;
}
