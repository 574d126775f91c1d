/** A change of one place of the code, as Stryker's instrumenter makes it. */
export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
  /** The code instead. */
  readonly by: string;
}

/** What became of a mutant: a test failed, none did, it went on for ever, no test reaches it, or it is reached only as files load. */
export type Fate = 'killed' | 'survived' | 'timeout' | 'uncovered' | 'static';

/** What the process that tries mutants says of one, or of all tests before them. */
export type Said =
  | { readonly tests: number; readonly ms: number }
  | { readonly broken: string }
  | { readonly id: string; readonly fate: Fate; readonly by: string; readonly ms: number };

/** What the instrumented code reads and writes. */
export interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    readonly static: Readonly<Record<string, number>>;
    readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}
