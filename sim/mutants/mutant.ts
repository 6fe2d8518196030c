/** A bug put in on purpose: one place of the source, changed. */
export type Mutant = {
  /** What is wrong with the world that has it. */
  readonly bug: string
  /** The bug of the zoo that it is, or is a relative of; see `zoo.ts`. */
  readonly zoo: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly put: string
  readonly caughtBy: Catcher
  /** Also played by `npm test`. */
  readonly short?: true
}

/** Who must notice, and how: the first violation of the simulated worlds, or one test by its name. */
export type Catcher =
  | { readonly kind: 'sim'; readonly says: RegExp }
  | { readonly kind: 'test'; readonly file: string; readonly named: string }

export const sim = (says: RegExp): Catcher => ({ kind: 'sim', says })
/** `named`: how the test's name begins, or the whole of it. */
export const test = (file: string, named: string): Catcher => ({ kind: 'test', file, named })
