/** What the build has written into `index.html` about itself. */
export type BuildFacts = {
  readonly build: string;
  /** Instant. */
  readonly builtAt: number;
};

/** Reads the facts of this build; a page that was not built, as in development, is from 1970. */
export function readBuildFacts(page: Document): BuildFacts {
  const { content = 'development', dataset } =
    page.querySelector<HTMLMetaElement>('[name=riwaq-build]') ?? {};
  return { build: content, builtAt: Date.parse(dataset?.['at'] ?? '1970') };
}
