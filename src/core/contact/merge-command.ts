import type { Actor, ContactId, LineId } from '../account/account.ts'
import type { EvidenceKind } from './evidence.ts'

/** Somebody says that two contacts are one, or two again, or two for good. `lineIds`: all of the company. */
export type MergeCommand =
  | (Pair & {
      readonly kind: 'merge-contacts'
      readonly why: string | null
      readonly evidence: readonly EvidenceKind[]
    })
  | (Pair & { readonly kind: 'undo-merge'; readonly why: string | null })
  | {
      readonly kind: 'keep-apart'
      readonly contactId: ContactId
      readonly otherId: ContactId
      readonly evidence: readonly EvidenceKind[]
      readonly by: Actor
    }
type Pair = {
  readonly contactId: ContactId
  readonly intoId: ContactId
  readonly by: Actor
  readonly lineIds: readonly LineId[]
}
