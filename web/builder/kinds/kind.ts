import type { Built, BuiltOf } from '../built.ts'

/** The form of one kind: what it holds so far, and what becomes of it at every key. */
export type KindProps<Kind extends Built['kind']> = {
  readonly content: BuiltOf<Kind>
  readonly onChange: (content: BuiltOf<Kind>) => void
}
